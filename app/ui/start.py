"""How the program starts and ends: one process for one office, from the data directory to the last file.

`run` is what main.py calls. Everything it makes is taken down again in the reverse order, so that a
test can start and end the program in one process.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from app.system import paths
from app.system.clock import Clock, SystemClock
from app.system.errors import EnvironmentProblem
from app.system.logs import LogBook, earlier_fault, record_crash
from app.ui.app import create_application, theme_of, window_settings
from app.ui.appearance import scale_of, scheme_of, settings_before_qt
from app.ui.crash import DefectDesk
from app.ui.data_place import data_place, remember_place
from app.ui.first_start.entry import Entry, throw_away
from app.ui.only_one import OnlyOne

if TYPE_CHECKING:
    from app.services.office import OpenOffice
    from app.ui.locking import LockWindow
    from app.ui.window import OfficeWindow

_FAULT = "上次程序意外退出，已保存的内容都在，没保存完的有草稿。如果常常这样，请把故障报告交给维护人员。"


def run(argv: Sequence[str]) -> int:
    """Open the window; `argv` are the words after the program's name (`--data DIR`). Returns the exit code.

    Returns 0 at once when another window has this office: that one comes forward instead.
    """
    place = data_place(argv)
    early = settings_before_qt(place)
    application = create_application(["yizhantong", *argv], scale_of(early), scheme_of(early))
    program = Program(application, place, SystemClock())
    program.ended.connect(application.quit)
    if not program.begin():
        return 0
    # main.py turned it off; what is there by now stays as long as the program.
    gc.freeze()
    gc.enable()
    code = application.exec()
    program.end()
    return code


class Program(QObject):
    """The running program: which directory, which window. `begin()`, then Qt's loop, then `end()`.

    `ended()`: the last window closed and the office is given back.
    """

    ended = Signal()

    def __init__(self, application: QApplication, place: Path, clock: Clock) -> None:
        super().__init__()
        self._application = application
        self._clock = clock
        self._place = place
        self._book: LogBook | None = None
        self._only: OnlyOne | None = None
        self._settings = settings_before_qt(place)
        self._office: OpenOffice | None = None
        self._demo_folder: Path | None = None
        self._switching = False
        self._restoring = False
        self._recovering = False
        self.entry: Entry | None = None
        self.window: OfficeWindow | None = None
        self.lock: LockWindow | None = None
        self.defects = DefectDesk(self._record, self)
        application.setQuitOnLastWindowClosed(False)

    def begin(self) -> bool:
        """Show the first window; False when another process has this directory and came forward instead."""
        self.defects.install()
        self.defects.problem.connect(self._on_problem)
        if not self._settle():
            self.defects.uninstall()
            return False
        return True

    def end(self) -> None:
        """Give everything back: office, temporary files, log, hook. Safe to call twice."""
        if self.entry is not None:
            self.entry.tasks.close()
        if self.window is not None:
            self.window.stop()
        for window in (self.lock, self.entry, self.window):
            if window is not None:
                window.hide()
                window.deleteLater()
        self.lock = self.entry = self.window = None
        self._close_office()
        self._leave_place()
        self.defects.uninstall()

    # ------------------------------------------------------------------ the directory

    def _settle(self) -> bool:
        """Take the directory: only one process, its settings, its log; then the entry."""
        only = OnlyOne(self._place, self)
        if not only.claim():
            return False
        self._only = only
        only.asked.connect(self._come_forward)
        trouble = ""
        try:
            self._settings = window_settings(self._place)
            self._book = LogBook.open(paths.log_dir(self._place))
        except EnvironmentProblem as problem:
            trouble = problem.message
        theme_of(self._application).choose(scheme_of(self._settings))
        self._show_entry(trouble)
        return True

    def _leave_place(self) -> None:
        self._settings.sync()
        if self._only is not None:
            self._only.close()
            self._only = None
        if self._book is not None:
            self._book.close()
            self._book = None

    def _move_to(self, place: Path) -> None:
        """Another directory from now on and at the next start."""
        self._leave_place()
        before, self._place = self._place, place
        remember_place(place)
        if self.entry is not None:
            self._drop_entry()
        if not self._settle():
            # Its window has come forward; this one goes back to where it was.
            self._place = before
            self._settle()

    def _record(self, error: BaseException) -> Path | None:
        return record_crash(error, paths.log_dir(self._place), self._clock)

    # ------------------------------------------------------------------ before the office

    def _show_entry(self, trouble: str = "") -> None:
        entry = Entry(self._place, self._clock, self._settings, self.defects.take)
        self.entry = entry
        entry.opened.connect(self._on_opened)
        entry.demonstration.connect(self._on_demonstration)
        entry.place_wanted.connect(self._move_to)
        entry.closed.connect(self._quit)
        if trouble:
            entry.show_trouble(trouble)
        else:
            entry.begin()
            self._tell_earlier_fault(entry)
        entry.show()
        entry.warm_up()

    def _tell_earlier_fault(self, entry: Entry) -> None:
        report = earlier_fault(paths.log_dir(self._place))
        if report is not None:
            folder = QUrl.fromLocalFile(str(report.parent))
            entry.show_notice(_FAULT, "打开报告所在文件夹", lambda: QDesktopServices.openUrl(folder))

    def _drop_entry(self) -> None:
        entry, self.entry = self.entry, None
        if entry is not None:
            entry.closed.disconnect(self._quit)
            entry.hide()
            entry.tasks.close()
            entry.deleteLater()

    # ------------------------------------------------------------------ the office

    def _on_opened(self, office: OpenOffice, data_dir: Path) -> None:
        if data_dir != self._place:
            # The wizard chose another folder: settings and log go there too.
            self._leave_place()
            self._place = data_dir
            self._only = OnlyOne(data_dir, self)
            self._only.claim()
            self._only.asked.connect(self._come_forward)
            self._settings = window_settings(data_dir)
            self._book = LogBook.open(paths.log_dir(data_dir))
        remember_place(data_dir)
        self._show_window(office, data_dir)

    def _on_demonstration(self, office: OpenOffice, folder: Path) -> None:
        self._demo_folder = folder
        self._show_window(office, folder / "office", demonstration=True)

    def _show_window(self, office: OpenOffice, data_dir: Path, *, demonstration: bool = False) -> None:
        # Not at the top: the sign-in screen comes up without waiting for the pages behind it.
        from app.ui.window import OfficeWindow

        self._office = office
        settings = window_settings(data_dir) if demonstration else self._settings
        window = OfficeWindow(office, data_dir, settings, self.defects, demonstration=demonstration)
        self.window = window
        window.left.connect(self._on_left)
        window.lock_requested.connect(self._lock)
        window.restore_wanted.connect(self._restore)
        window.begin()
        window.show_first()
        self._drop_entry()

    def _on_left(self) -> None:
        """The window closed: out, or back to the welcome after a demonstration."""
        again = self._demo_folder is not None or self._switching or self._restoring
        restoring, self._switching, self._restoring = self._restoring, False, False
        self._drop_window()
        self._close_office()
        if again:
            self._show_entry()
        else:
            self._quit()
        if restoring and self.entry is not None:
            self.entry.show_restore()
        if self._recovering and self.entry is not None:
            self.entry.show_forgotten()
        lock, self.lock = self.lock, None
        if lock is not None:
            lock.go()
            lock.deleteLater()

    def _switch(self) -> None:
        """Somebody else signs in: close this office out of sight, then ask anew."""
        window = self.window
        if window is None:
            return
        if not window.pages_agree():
            if self.lock is not None:
                self.lock.tell_unsaved()
            return
        self._switching = True
        window.close_at_once()

    def _recover(self) -> None:
        """The password is forgotten: close this office out of sight, then ask for the recovery code.

        What is typed cannot be saved by anybody now; what a page keeps as a draft is there afterwards.
        """
        if self.window is not None:
            self._switching, self._recovering = True, self._demo_folder is None
            self.window.close_at_once(given_up=True)
            self._recovering = False

    def _restore(self) -> None:
        """Close the office and offer its backups."""
        if self.window is not None and self.window.pages_agree():
            self._restoring = True
            self.window.close_at_once()

    def _drop_window(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            self.defects.reported.disconnect(window.show_crash)
            self.defects.problem.disconnect(window.show_error)
            window.hide()
            window.deleteLater()

    def _close_office(self) -> None:
        office, self._office = self._office, None
        if office is not None:
            office.close()
        folder, self._demo_folder = self._demo_folder, None
        if folder is not None:
            throw_away(folder)

    # ------------------------------------------------------------------ locking

    def _lock(self) -> None:
        """Cover everything until the password is given; what was being typed stays where it is."""
        from app.ui.locking import LockWindow

        window, office = self.window, self._office
        if window is None or office is None or self.lock is not None:
            return
        lock = LockWindow(office, window.tasks)
        self.lock = lock
        lock.unlocked.connect(self._unlock)
        lock.other.connect(self._switch)
        lock.forgotten.connect(self._recover)
        lock.cover(window)

    def _unlock(self) -> None:
        lock, self.lock = self.lock, None
        if lock is not None:
            lock.uncover()
            lock.deleteLater()

    # ------------------------------------------------------------------ small things

    def _come_forward(self) -> None:
        """A second start asked for this window."""
        shown: QWidget | None = self.lock or self.window or self.entry
        if shown is not None:
            shown.setWindowState(shown.windowState() & ~Qt.WindowState.WindowMinimized)
            shown.show()
            shown.raise_()
            shown.activateWindow()

    def _on_problem(self, problem: object) -> None:
        if self.entry is not None and isinstance(problem, Exception):
            self.entry.show_problem(str(problem))

    def _quit(self) -> None:
        self.ended.emit()
