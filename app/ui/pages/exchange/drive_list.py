"""The sticks plugged in now, asked from a timer while somebody looks at the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.system.drives import Drive, DriveWatch, removable_drives

_EVERY = 1500
FindDrives = Callable[[], list[Drive]]


class DriveList(QObject):
    """`changed(drives)`: at the first look and whenever a stick came or went; also when one became full."""

    changed = Signal(object)

    def __init__(self, find: FindDrives = removable_drives, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = DriveWatch(find)
        self._shown: tuple[Drive, ...] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)

    @property
    def drives(self) -> tuple[Drive, ...]:
        """Those of the last look."""
        return self._shown or ()

    def watch(self, on: bool) -> None:
        """Begin or stop looking."""
        if on:
            self.look()
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look once."""
        drives = self._watch.look().drives
        if drives != self._shown:
            self._shown = drives
            self.changed.emit(drives)


def drive_words(drive: Drive) -> str:
    """What a stick is called: KINGSTON E: on Windows, else its name only."""
    letter = drive.path.drive
    return f"{drive.label} {letter}" if letter else drive.label
