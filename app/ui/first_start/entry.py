"""The window before an office is open: it leads through the screens until somebody is inside.

Everything slow (password, database, demonstration) runs in a worker; the screens only collect.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from app.domain.errors import UserError
from app.services import access
from app.system import paths
from app.system.clock import Clock
from app.system.errors import EnvironmentProblem
from app.ui.first_start.trouble import TroubleScreen
from app.ui.sign_in import ForgottenScreen, SignInScreen
from app.ui.tasks import Job, Progress, Tasks
from app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from app.services.backups import Restoration
    from app.services.office import OpenOffice
    from app.ui.first_start.founding_walk import FoundingWalk
    from app.ui.first_start.restoring import Opener

_LAST_OPERATOR = "sign_in/operator"
_SIZE = (1000, 680)
_LONGEST_PLACE = 44
_NEEDED_INSIDE = tuple(
    f"app.services.{name}" for name in ("founding", "desk", "backups", "integrity", "drafts", "case_list")
)


class Entry(QWidget):
    """`opened(office, data_dir)`: somebody is inside. `demonstration(office, folder)`: the throw-away office.

    `place_wanted(data_dir)`: an office in another folder; the program begins anew there. `closed()`.
    """

    opened = Signal(object, object)
    demonstration = Signal(object, object)
    place_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self,
        data_dir: Path,
        clock: Clock,
        settings: QSettings,
        on_defect: Callable[[BaseException], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("一站通")
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(480, 360)
        self.tasks = Tasks(on_defect, self)
        self._data_dir = data_dir
        self._clock = clock
        self.settings = settings
        self._walk: FoundingWalk | None = None
        self._leaving = False
        self._screens = QStackedLayout(self)
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    # ------------------------------------------------------------------ screens

    @property
    def screen_shown(self) -> Sheet | None:
        """The screen people see."""
        shown = self._screens.currentWidget()
        return shown if isinstance(shown, Sheet) else None

    def begin(self) -> None:
        """The first screen: sign in where an office is, else welcome, else what is wrong."""
        try:
            if access.is_founded(self._data_dir):
                self._show_sign_in()
            else:
                self._show_welcome()
        except EnvironmentProblem as problem:
            self.show_trouble(problem.message)

    def show_screen(self, screen: Sheet) -> None:
        """Show a screen instead of the one before, which is forgotten."""
        before = self._screens.currentWidget()
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        if before is not None:
            self._screens.removeWidget(before)
            before.deleteLater()
        screen.start()

    def show_problem(self, message: str) -> None:
        """A problem that arrived from nowhere else."""
        if self.screen_shown is not None:
            self.screen_shown.show_problem(message)
        else:
            self.show_trouble(message)

    def show_notice(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        tone: str = "warning",
    ) -> None:
        """Something to know before signing in (the last run ended badly, a backup is back)."""
        if self.screen_shown is not None:
            self.screen_shown.banner.say(tone, text, action, on_action)

    def show_trouble(self, message: str) -> None:
        """The office cannot be opened."""
        from app.services import backups

        try:
            count = len(backups.backups_in(self._data_dir))
        except EnvironmentProblem:
            # The trouble to be told is bigger than this one.
            count = 0
        logs = paths.log_dir(self._data_dir)
        screen = TroubleScreen(message, self._data_dir, logs, backups=count)
        screen.again.connect(self.begin)
        screen.restoring.connect(self.show_restore)
        screen.elsewhere.connect(self._choose_elsewhere)
        self.show_screen(screen)

    def _show_sign_in(self) -> None:
        ids = access.operator_ids(self._data_dir)
        remembered = str(self.settings.value(_LAST_OPERATOR, "")) in ids
        screen = SignInScreen(place_words(self._data_dir), several=len(ids) > 1, remembered=remembered)
        screen.submitted.connect(self._sign_in)
        screen.forgotten.connect(self.show_forgotten)
        screen.elsewhere.connect(self._choose_elsewhere)
        self.show_screen(screen)

    def show_forgotten(self) -> None:
        """Ask for the recovery code and a new password."""
        screen = ForgottenScreen()
        screen.submitted.connect(self._recover)
        screen.back.connect(self.begin)
        self.show_screen(screen)

    def _show_welcome(self) -> None:
        from app.ui.first_start.welcome import WelcomeScreen

        screen = WelcomeScreen(self._data_dir)
        screen.founding.connect(self._show_wizard)
        screen.demonstration.connect(self._build_demonstration)
        screen.restoring.connect(self.show_restore)
        screen.elsewhere.connect(self._choose_elsewhere)
        self.show_screen(screen)

    def show_restore(self) -> None:
        """Offer the backups of this directory, or a file from elsewhere."""
        from app.services import backups
        from app.ui.first_start.restoring import RestoreScreen

        screen = RestoreScreen(backups.backups_in(self._data_dir))
        screen.submitted.connect(self._restore)
        screen.left.connect(self.begin)
        self.show_screen(screen)

    def _choose_elsewhere(self) -> None:
        chooser = QFileDialog(self, "选择单位的数据文件夹", str(self._data_dir.parent))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self._open_elsewhere)
        chooser.open()

    def _open_elsewhere(self, folder: str) -> None:
        if access.is_founded(Path(folder)):
            self.place_wanted.emit(Path(folder))
        else:
            self.show_problem("这个文件夹里没有单位的数据，请选择含有 keys.json 的文件夹。")

    # ------------------------------------------------------------------ signing in

    def warm_up(self) -> None:
        """Load what opening an office needs while the password is being typed; nothing of Qt is touched."""
        self.tasks.run_heavy(self, _load_services, lambda _nothing: None)

    def _sign_in(self, name: str, password: str) -> None:
        data_dir, clock = self._data_dir, self._clock
        kept = str(self.settings.value(_LAST_OPERATOR, ""))

        def work(_progress: Progress) -> OpenOffice:
            from app.services import founding

            if not name and kept in access.operator_ids(data_dir):
                return access.sign_in_as(data_dir, kept, password, clock)
            return founding.sign_in(data_dir, name or None, password, clock)

        self._run(work, self._on_signed_in, self._on_not_signed_in)

    def _recover(self, code: str, name: str, password: str) -> None:
        data_dir, clock = self._data_dir, self._clock

        def work(_progress: Progress) -> OpenOffice:
            from app.services import founding

            return founding.sign_in_with_recovery(data_dir, code, name, password, clock)

        self._run(work, self._on_signed_in, self._on_not_signed_in)

    def _on_signed_in(self, office: OpenOffice) -> None:
        if self._leaving:
            office.close()
            return
        self.settings.setValue(_LAST_OPERATOR, office.operator.id)
        self.opened.emit(office, self._data_dir)

    def _on_not_signed_in(self, problem: UserError | EnvironmentProblem) -> None:
        # A wrong password is corrected in place; a database that will not open needs other ways out.
        if isinstance(problem, UserError):
            self.show_problem(problem.message)
        else:
            self.show_trouble(problem.message)

    # ------------------------------------------------------------------ founding

    def _show_wizard(self) -> None:
        from app.ui.first_start.founding_walk import FoundingWalk

        walk = FoundingWalk(self._data_dir, self._clock, self.tasks, self)
        walk.founded.connect(self._on_founded)
        walk.left.connect(self._leave_wizard)
        self._walk = walk
        self.show_screen(walk.wizard)

    def _on_founded(self, office: OpenOffice, data_dir: Path) -> None:
        self._walk = None
        if self._leaving:
            office.close()
        else:
            self.opened.emit(office, data_dir)

    def _leave_wizard(self) -> None:
        self._discard()
        self.begin()

    def _discard(self) -> None:
        walk, self._walk = self._walk, None
        if walk is not None:
            walk.discard()

    # ------------------------------------------------------------------ demonstration, backup

    def _build_demonstration(self) -> None:
        from app.ui.first_start.demonstration import build

        if self.screen_shown is not None:
            self.screen_shown.set_working("正在把编造的案件从受理办到归档，约半分钟……")

        def done(made: tuple[OpenOffice, Path]) -> None:
            office, folder = made
            if self._leaving:
                office.close()
                throw_away(folder)
            else:
                self.demonstration.emit(office, folder)

        self._run(build, done, None)

    def _restore(self, backup: Path, opener: Opener) -> None:
        from app.ui.first_start.restoring import RestoreScreen, restore_work, restored_sentence

        def done(restored: Restoration) -> None:
            self.begin()
            self.show_notice(restored_sentence(restored), tone="warning" if restored.missing else "success")

        job = self._run(restore_work(self._data_dir, backup, opener, self._clock), done, None)
        screen = self.screen_shown
        if job is not None and isinstance(screen, RestoreScreen):
            job.progressed.connect(screen.show_progress)

    # ------------------------------------------------------------------ the window

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leaving the wizard by the window's button leaves nothing behind either.

        Work under way is let finish out of sight, so that what it made is put away properly.
        """
        if self.tasks.busy:
            event.ignore()
            if not self._leaving:
                self._leaving = True
                self.hide()
                self.tasks.busy_changed.connect(lambda _busy: self.close())
            return
        self.tasks.close()
        self._discard()
        super().closeEvent(event)
        self.closed.emit()

    def _run(
        self,
        work: Callable[[Progress], object],
        done: Callable[..., None],
        failed: Callable[[UserError | EnvironmentProblem], None] | None,
    ) -> Job | None:
        screen = self.screen_shown
        return self.tasks.run(screen, work, done, failed) if screen is not None else None


def place_words(place: Path) -> str:
    """Where the data lies, in one short line; which office that is nobody is told before signing in."""
    shown = str(place)
    home = str(Path.home())
    if shown.startswith(home + os.sep):
        shown = f"~{shown.removeprefix(home)}"
    return f"数据位置：{shown if len(shown) <= _LONGEST_PLACE else '…' + shown[1 - _LONGEST_PLACE :]}"


def throw_away(folder: Path) -> None:
    """Remove the demonstration's folder; what somebody still holds open stays in the temporary directory."""
    shutil.rmtree(folder, ignore_errors=True)


def _load_services(_progress: Progress) -> None:
    for name in _NEEDED_INSIDE:
        import_module(name)
