"""The case list: filters, the search box, order, keys, and the ledger of what is listed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import casework
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.ui.context import Context
from app.ui.pages.case_list import NO_CASES, NOTHING_FOUND, CaseListPage
from app.ui.widgets.block_model import Order
from tests.offices import TODAY
from tests.ui.office_fixture import fill


@pytest.fixture
def page(qtbot: QtBot, office: OpenOffice, context: Context) -> Iterator[CaseListPage]:
    """Eight cases, on screen."""
    fill(office)
    made = CaseListPage(context)
    made.resize(1180, 700)
    made.show()
    yield made
    made.close()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    made.deleteLater()


def column(page: CaseListPage, key: str) -> list[str]:
    """The words of a column from top to bottom."""
    model = page.table.model
    place = next(n for n, c in enumerate(model.columns) if c.key == key)
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_the_newest_case_stands_first_with_its_words(page: CaseListPage) -> None:
    model = page.table.model
    assert page.count.text() == "共 8 件"
    assert [model.index(0, place).data() for place in range(model.columnCount())] == [
        "消投〔2026〕8号", "投诉", "待受理审查", "剩 7 工作日", "2026-11-20", "周小军", "鑫源化肥门市",
        "化肥", "1,400.00", "来访", "", "作出受理决定",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("孙丽", ["孙丽"]),
        ("sl", ["孙丽"]),
        ("悦动", ["刘桂芳"]),
        ("切割更换", ["赵强"]),
        ("13907925030", ["何平"]),
        ("消投〔2026〕3号", ["钱芳"]),
        ("没有的", []),
    ],
)
def test_the_search_box_filters_by_everything(page: CaseListPage, text: str, names: list[str]) -> None:
    page.opened(text)
    assert column(page, "complainant") == names
    assert page.filters.searched.isVisible()


def test_a_search_that_ended_elsewhere_leaves_the_other_filters(page: CaseListPage) -> None:
    page.filters.phase.set_value("accepted")
    page.opened("赵强")
    assert column(page, "complainant") == ["赵强"]
    page.drop_search()
    assert column(page, "complainant") == ["赵强", "何平"]


def test_filters_narrow_and_clearing_shows_everything_again(page: CaseListPage) -> None:
    dropped = QSignalSpy(page.search_dropped)
    page.filters.phase.set_value("accepted")
    assert column(page, "complainant") == ["赵强", "何平"]
    page.filters.phase.set_value("")
    page.filters.due.set_value("overdue")
    assert column(page, "complainant") == ["孙丽", "钱芳", "刘桂芳"]
    page.filters.first.setText("2026-11-01")
    page.filters.first.settled.emit()
    assert column(page, "complainant") == ["孙丽"]
    page.opened("没有的")
    assert page.empty._title.text() == NOTHING_FOUND[0]
    page.empty.action.click()
    assert page.table.count() == 8
    assert dropped.count() == 1
    assert not page.filters.is_narrowed()


def test_an_office_without_cases_is_told_what_to_do(page: CaseListPage, office: OpenOffice) -> None:
    page.opened(CaseFilter(group="closed"))
    assert page.empty._title.text() == NOTHING_FOUND[0]
    page.filters.show_filter(CaseFilter())
    page._on_count(0)
    assert page.empty._title.text() == NO_CASES[0]


def test_the_head_sorts_and_a_figure_of_the_desk_brings_its_order(page: CaseListPage) -> None:
    page.table.sort_by(Order("amount", descending=True))
    assert column(page, "complainant")[:3] == ["赵强", "钱芳", "何平"]
    page.opened(CaseFilter(group="open", due="overdue", sort="due_on", descending=False))
    assert column(page, "complainant") == ["刘桂芳", "钱芳", "孙丽"]
    assert page.filters.due.value() == "overdue"


def test_the_keyboard_opens_a_case_and_letters_go_to_the_search_box(
    page: CaseListPage, office: OpenOffice, context: Context
) -> None:
    wanted, typed = QSignalSpy(context.case_wanted), QSignalSpy(context.search_wanted)
    page.focus_list()
    QTest.keyClick(page.table.view, Qt.Key.Key_Down)
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    QTest.keyClick(page.table.view, "w")
    (opened,) = wanted.at(0)
    assert casework.load(office, opened).case.number == "消投〔2026〕7号"
    assert typed.at(0) == ["w"]


def test_the_ledger_holds_what_is_listed_in_its_order(
    qtbot: QtBot, page: CaseListPage, tmp_path: Path
) -> None:
    page.opened(CaseFilter(due="overdue", group="open", sort="amount", descending=True))
    out = tmp_path / "台账.xlsx"
    page.export_to(out)
    qtbot.waitUntil(lambda: "3 件" in page.banner.text())
    rows = [[c.value for c in row] for row in openpyxl.load_workbook(out).active.iter_rows()]  # type: ignore[union-attr]
    named = [value for row in rows for value in row if value in ("钱芳", "刘桂芳", "孙丽")]
    assert named == ["钱芳", "刘桂芳", "孙丽"]
    assert page.export_button.isEnabled()


def test_a_cancelled_ledger_leaves_no_file(qtbot: QtBot, page: CaseListPage, tmp_path: Path) -> None:
    out = tmp_path / "台账.xlsx"
    page.export_to(out)
    page.progress.cancelled.emit()
    qtbot.waitUntil(lambda: not page._context.tasks.busy)
    # Work that was already through may have finished; half a file never stays.
    assert not out.exists() or openpyxl.load_workbook(out)
    assert [path for path in tmp_path.glob("*") if path.suffix not in (".xlsx", "")] == []


def test_the_file_dialog_does_not_stop_the_program(qtbot: QtBot, page: CaseListPage) -> None:
    from PySide6.QtWidgets import QFileDialog

    page.export()
    (dialog,) = page.findChildren(QFileDialog)
    assert f"消费投诉台账-{TODAY:%Y%m%d}.xlsx" in dialog.selectedFiles()[0]
    dialog.reject()


def test_the_list_is_shown_with_a_row_to_open(qtbot: QtBot, page: CaseListPage, context: Context) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.view.setCurrentIndex(QModelIndex())
    page.filters.setFocus()
    page.take_focus()
    wanted = QSignalSpy(context.case_wanted)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert wanted.count() == 1
