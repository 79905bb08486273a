"""A window in a process of its own, measured from inside: `python -m tests.benchmarks.windows WHICH [DIR]`.

Prints one line: when the window was usable on the clock that all processes share, and the memory
held then, in MB. Usable means shown, painted, and one turn of the event loop done.

Nothing is imported here before the window asks for it: imports are most of a start.
"""

from __future__ import annotations

import gc
import sys
from time import monotonic


def main(which: str, directory: str) -> None:
    """Show the window called `which` and say when it was usable."""
    print(*_WINDOWS[which](directory))


def _bare(_directory: str) -> list[float]:
    """The least that PySide6 can show."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication(["bare"])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    return _usable(application, window)


def _sign_in(directory: str) -> list[float]:
    """The program from its start to the sign-in screen, as main.py and `app.ui.start.run` do it."""
    gc.disable()
    from app.ui import app as qt
    from app.ui import appearance
    from app.ui.data_place import data_place
    from app.ui.start import Program, SystemClock

    words = ["--data", directory]
    place = data_place(words)
    early = appearance.settings_before_qt(place)
    application = qt.create_application(
        ["yizhantong", *words], appearance.scale_of(early), appearance.scheme_of(early)
    )
    program = Program(application, place, SystemClock())
    if not program.begin() or program.entry is None:
        raise RuntimeError("another window has this office")
    try:
        return _usable(application, program.entry)
    finally:
        program.end()


def _desk(directory: str) -> list[float]:
    """The program with the key of an office at hand: a signed-in operator's window on its first page."""
    return _signed_in(directory, "desk")


def _list(directory: str) -> list[float]:
    """The same on the page of all cases."""
    return _signed_in(directory, "cases")


def _signed_in(directory: str, page: str) -> list[float]:
    gc.disable()
    from pathlib import Path

    from app.ui import app as qt
    from app.ui import appearance
    from app.ui.crash import DefectDesk
    from app.ui.window import OfficeWindow
    from tests.benchmarks.opening import open_office

    place = Path(directory)
    early = appearance.settings_before_qt(place)
    application = qt.create_application(
        ["yizhantong"], appearance.scale_of(early), appearance.scheme_of(early)
    )
    office = open_office(place)
    window = OfficeWindow(office, place, qt.window_settings(place), DefectDesk(lambda _error: None))
    try:
        window.show_page(page)
        # As on every day after its first minutes: today's backup and this week's check are done.
        window.housekeeping.start(by_itself=False)
        window.show()
        return _usable(application, window)
    finally:
        window.housekeeping.stop()
        window.close_at_once()
        office.close()


def _usable(application: object, window: object) -> list[float]:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    assert isinstance(application, QApplication)
    assert isinstance(window, QWidget)
    moments: list[float] = []

    def turned() -> None:
        moments.append(monotonic())
        application.exit()

    class Painted(QObject):
        """Waits for the first paint of the window."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, turned)
            return False

    watch = Painted()
    window.installEventFilter(watch)
    gc.freeze()
    gc.enable()
    application.exec()
    # Read after the clock: it is no part of a start.
    from tests.benchmarks.measuring import peak_mb, resident_mb

    return [*moments[:1], resident_mb(), peak_mb()]


_WINDOWS = {"bare": _bare, "sign-in": _sign_in, "desk": _desk, "list": _list}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
