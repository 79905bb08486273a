"""How long until the first rows of the case list are on screen, against the bare query and a plain table.

Ours is the page 案件 of the program in its window, asked to show all cases: ids, first block, words,
chips, paint. The floor is the same two statements by hand on the same connection, and a plain
QTableView with a ready model of the same visible cells. Both are shown new for each turn, in turns.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.store.queries.cases import LIST_COLUMNS
from app.ui.app import create_application
from app.ui.bus import Bus
from app.ui.context import Context
from app.ui.pages.case_list import CaseListPage
from app.ui.tasks import Tasks
from app.ui.theme import Scheme
from app.ui.widgets.block_model import BLOCK
from app.ui.widgets.cells import cell_text
from tests.benchmarks import child, measuring, opening, premises

_IDS = "SELECT id FROM cases ORDER BY received_on DESC, id DESC"
_ROWS = f"SELECT {', '.join(LIST_COLUMNS)} FROM cases WHERE id IN"
_SIZE = (1200, 720)


def run(cases: int, runs: int, keep: Path | None) -> str:
    """Show the list `runs` times in an office of that many cases; the line to print."""
    with premises.premises(cases, keep) as directory:
        application = create_application(["benchmark"], scheme=Scheme.LIGHT)
        office = opening.open_office(directory)
        stage = _Stage(
            application, office, QSettings(str(directory / "window.ini"), QSettings.Format.IniFormat)
        )
        try:
            opened, again, floor = stage.time(runs)
        finally:
            stage.close()
            office.close()
        memory = _memory(directory)
    first, repeated, least = (measuring.median(times) for times in (opened, again, floor))
    return measuring.line(
        benchmark="list",
        unit=measuring.MILLISECONDS,
        cases=cases,
        runs=runs,
        ours=measuring.in_milliseconds(repeated),
        floor=measuring.in_milliseconds(least),
        ratio=round(repeated / least, 2),
        target=1.5,
        page_built_too=measuring.in_milliseconds(first),
        ratio_page_built_too=round(first / least, 2),
        **memory,
    )


class _Stage:
    """The window in which both lists are shown in turn."""

    def __init__(self, application: QApplication, office: OpenOffice, settings: QSettings) -> None:
        self._application = application
        self._office = office
        self._settings = settings
        self._defects: list[BaseException] = []
        self._tasks = Tasks(self._defects.append)
        self._context = Context(office, self._tasks, Bus())
        self._window = QMainWindow()
        self._window.resize(*_SIZE)
        self._window.show()
        self._cells: list[list[str]] = []

    def time(self, runs: int) -> tuple[list[float], list[float], list[float]]:
        """Seconds to build and show the page, to show all cases on a page that showed none, and the floor."""
        self._show_page()
        opened, again, floor = [], [], []
        for _ in range(runs):
            opened.append(self._timed(self._show_page))
            page = self._window.centralWidget()
            assert isinstance(page, CaseListPage)
            page.opened("没有这样的案件")
            self._painted(page.empty)
            again.append(self._timed(lambda page=page: self._show_all(page)))
            self._cells = _visible_cells(page)
            floor.append(self._timed(self._show_plain))
        return opened, again, floor

    def close(self) -> None:
        """End the workers; what one of them could not do is raised."""
        self._window.close()
        assert self._tasks.close()
        if self._defects:
            raise self._defects[0]

    def _timed(self, show: Callable[[], QWidget]) -> float:
        began = perf_counter()
        self._painted(show())
        return perf_counter() - began

    def _painted(self, widget: QWidget) -> None:
        """Run Qt's loop until this widget has been painted."""
        watch = _Painted(self._application)
        widget.installEventFilter(watch)
        widget.update()
        self._application.exec()

    def _show_page(self) -> QWidget:
        page = CaseListPage(self._context, self._settings)
        self._window.setCentralWidget(page)
        return page.table.view.viewport()

    def _show_all(self, page: CaseListPage) -> QWidget:
        page.opened(CaseFilter())
        return page.table.view.viewport()

    def _show_plain(self) -> QWidget:
        database = self._office.store.database
        found = database.rows(_IDS)
        first = [number for (number,) in found[:BLOCK]]
        assert database.rows(f"{_ROWS} ({', '.join('?' * len(first))})", first)
        model = QStandardItemModel(self._window)
        for row in self._cells:
            model.appendRow([QStandardItem(text) for text in row])
        table = QTableView()
        table.setModel(model)
        self._window.setCentralWidget(table)
        return table.viewport()


class _Painted(QObject):
    """Ends the loop after the first paint of what it watches."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._application.exit)
        return False


def _visible_cells(page: CaseListPage) -> list[list[str]]:
    view, model = page.table.view, page.table.model
    last = view.rowAt(view.viewport().height() - 1)
    shown = range(min(len(model.ids()), last + 1 if last >= 0 else len(model.ids())))
    found = [model.cells(row) for row in shown]
    assert found, "the list painted no row"
    return [[cell_text(cell) for cell in cells] for cells in found if cells is not None]


def _memory(directory: Path) -> dict[str, float]:
    """What the window with the list holds above windows without it, each in a process of its own."""
    bare, desk, shown = (child.window(which, directory) for which in ("bare", "desk", "list"))
    return {
        "memory_mb": round(shown.resident_mb - desk.resident_mb, 1),
        "memory_above_bare_window_mb": round(shown.resident_mb - bare.resident_mb, 1),
        "memory_target_mb": 60.0,
    }
