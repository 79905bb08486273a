"""The first page of the day: what it says comes from the record, and everything on it leads somewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.services import drafts
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.system.clock import SHANGHAI
from app.ui.context import Context
from app.ui.pages.desk import DeskPage, _money
from app.ui.widgets.labels import Button
from tests.ui.office_fixture import arrange, fill


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[DeskPage]:
    """The page on screen, not read yet."""
    made = DeskPage(context)
    made.resize(1180, 700)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    made.deleteLater()


def show(qtbot: QtBot, page: DeskPage) -> None:
    """Show and wait until everything is read."""
    page.show()
    qtbot.waitUntil(lambda: not page._context.tasks.busy)


def cells(page: DeskPage) -> list[list[str]]:
    """The words of the worklist."""
    model = page.table.model()
    return [
        [model.index(row, place).data() for place in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_new_office_is_told_what_to_do_first(qtbot: QtBot, page: DeskPage, context: Context) -> None:
    show(qtbot, page)
    assert page._layers.currentWidget() is page._welcome
    registered, imported = QSignalSpy(context.intake_wanted), QSignalSpy(context.orders_wanted)
    for button in page._welcome.findChildren(Button):
        button.click()
    assert registered.at(0) == [""]
    assert imported.at(0) == [[]]


def test_work_stands_in_the_order_the_law_wants_it(qtbot: QtBot, page: DeskPage, office: OpenOffice) -> None:
    ids = fill(office)
    arrange(office, ids[4], dt.datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI))
    show(qtbot, page)
    assert page.table.ids() == [ids[0], ids[2], ids[3], ids[5], ids[6], ids[7], ids[1], ids[4]]
    shown = cells(page)
    assert shown[0] == [
        "超 26 工作日",
        "受理决定期限",
        "消投〔2026〕1号",
        "刘桂芳 → 悦动健身房",
        "作出受理决定",
    ]
    assert [row[0] for row in shown[1:]] == [
        "超 8 工作日", "超 1 工作日", "剩 4 工作日", "剩 6 工作日", "剩 7 工作日", "剩 32 天",
        "剩 53 天（暂定）",
    ]  # fmt: skip
    assert page.kpis["open"]._figure.text() == "8"
    assert page.kpis["overdue"]._figure.text() == "3"
    assert page.kpis["overdue"]._note.text() == "最久的超 26 工作日"
    assert page.sessions.table.ids() == [(ids[4], dt.datetime(2026, 11, 23, 9, 30, tzinfo=SHANGHAI))]


def test_the_keyboard_begins_in_the_worklist_unless_somebody_types_a_search(
    qtbot: QtBot, page: DeskPage, office: OpenOffice
) -> None:
    fill(office)
    window, search = QWidget(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(search)
    column.addWidget(page)
    for typed, holder in (("", page.table), ("刘", search)):
        search.setText(typed)
        window.show()
        search.setFocus()
        page._layers.setCurrentWidget(page._loading)
        page.mark_stale()
        qtbot.waitUntil(lambda: page._layers.currentWidget() is page._desk)
        assert window.focusWidget() is holder
    page.setParent(None)


def test_enter_and_the_next_step_open_the_case(
    qtbot: QtBot, page: DeskPage, office: OpenOffice, context: Context
) -> None:
    ids = fill(office)
    show(qtbot, page)
    wanted = QSignalSpy(context.case_wanted)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    page.table.picked.emit(ids[3], "next")
    assert [wanted.at(place) for place in range(wanted.count())] == [[ids[0]], [ids[3]]]


def test_a_figure_leads_to_the_cases_behind_it(
    qtbot: QtBot, page: DeskPage, office: OpenOffice, context: Context
) -> None:
    fill(office)
    show(qtbot, page)
    wanted = QSignalSpy(context.cases_wanted)
    QTest.keyClick(page.kpis["overdue"], Qt.Key.Key_Return)
    assert wanted.at(0) == [CaseFilter(group="open", due="overdue", sort="due_on", descending=False)]


def test_drafts_wait_beside_the_work(
    qtbot: QtBot, page: DeskPage, office: OpenOffice, context: Context
) -> None:
    ids = fill(office)
    drafts.save(office, "intake", "k1", {"complainant.name": "陈䶮"})
    drafts.save(office, "case.hold_session", ids[1], {"record": "双方"})
    drafts.save(office, "case.hold_session", "gone", {"record": "没有这件"})
    show(qtbot, page)
    intake, case = QSignalSpy(context.intake_wanted), QSignalSpy(context.case_wanted)
    named = {b.accessibleName(): b for b in page.drafts.findChildren(Button)}
    assert set(named) == {"继续填写 陈䶮 → 未填被投诉人", "继续填写 消投〔2026〕2号 未保存的填写"}
    for button in named.values():
        button.click()
    assert intake.at(0) == ["k1"]
    assert case.at(0) == [ids[1]]


@pytest.mark.parametrize(
    ("cents", "figure"),
    [
        (0, "0.00 元"),
        (999_999, "9,999.99 元"),
        (1_000_000, "1.00 万元"),
        (41_271_234, "41.27 万元"),
        (41_275_000, "41.28 万元"),
        (41_274_999, "41.27 万元"),
    ],
)
def test_sums_are_said_in_wan_from_one_wan_on(cents: int, figure: str) -> None:
    assert _money(cents)[0] == figure
