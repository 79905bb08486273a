"""What the wizard's steps do: an office prepared beside, moved in at the end, or dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.services import access, first_start
from app.services.first_start import Prepared
from app.services.founding import Founding
from app.services.office import OpenOffice
from app.system import paths
from app.system.clock import Clock
from app.ui.first_start.wizard import FoundingWizard
from app.ui.tasks import Progress, Tasks


class FoundingWalk(QObject):
    """`founded(office, data_dir)`: it is in its place and open. `left()`: the wizard was given up.

    Whoever owns it calls `discard` when it is given up or the window closes.
    """

    founded = Signal(object, object)
    left = Signal()

    def __init__(self, data_dir: Path, clock: Clock, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._usual_dir = data_dir
        self._data_dir = data_dir
        self._clock = clock
        self._tasks = tasks
        self._prepared: Prepared | None = None
        self.wizard = FoundingWizard(data_dir)
        self.wizard.submitted.connect(self._prepare)
        self.wizard.place_chosen.connect(self._choose_place)
        self.wizard.went_back.connect(self.discard)
        self.wizard.finished.connect(self._move_in)
        self.wizard.left.connect(self.left)

    def discard(self) -> None:
        """Remove what was prepared, if anything was."""
        prepared, self._prepared = self._prepared, None
        if prepared is not None:
            first_start.discard(prepared)

    def _choose_place(self, folder: Path) -> None:
        if access.is_founded(folder):
            self.wizard.show_problem("这个文件夹里已经有一个单位的数据，请换一个文件夹，或取消后直接打开它。")
            return
        # A folder with other things in it keeps them apart from ours.
        ours = folder == self._usual_dir or not any(folder.iterdir())
        self._data_dir = folder if ours else folder / paths.PROGRAM_NAME
        self.wizard.show_place(self._data_dir)

    def _prepare(self, entries: Founding) -> None:
        data_dir, clock = self._data_dir, self._clock

        def work(_progress: Progress) -> Prepared:
            return first_start.prepare(data_dir, entries, clock)

        def done(prepared: Prepared) -> None:
            self._prepared = prepared
            self.wizard.show_code(prepared.recovery_code, prepared.recovery_sheet)

        self._tasks.run(self.wizard, work, done)

    def _move_in(self) -> None:
        prepared, clock, data_dir = self._prepared, self._clock, self._data_dir
        if prepared is None:
            return

        def done(office: OpenOffice) -> None:
            self._prepared = None
            self.founded.emit(office, data_dir)

        self._tasks.run(self.wizard, lambda _progress: first_start.move_in(prepared, clock), done)
