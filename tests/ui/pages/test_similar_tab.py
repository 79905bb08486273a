"""类似案件 on the case page: read when looked at, opened by Enter, a sentence when there are none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from app.services.registration import register_complaint
from app.ui.context import Context
from tests.offices import walk_in
from tests.services.test_similar_cases import COOLING, case
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def test_a_similar_case_is_listed_and_opened_by_enter(clerk: Clerk) -> None:
    past = case(clerk.office, "甲", "宏达电器商行", "air_conditioner", COOLING)
    clerk.open(case(clerk.office, "戊", "美的专卖", "air_conditioner", COOLING, ended=False))
    tab = clerk.tab("similar")
    assert tab.table.ids() == []
    clerk.page.tabs.setCurrentWidget(tab)
    clerk.rest()
    assert tab.table.ids() == [past]
    cells = [tab.table.model().index(0, column).data() for column in range(6)]
    assert cells[1:6] == ["空调", "宏达电器商行", "300.00", "不予受理", ""]
    spy = QSignalSpy(clerk.context.case_wanted)
    tab.table.setFocus()
    tab.table.go_to_row(0)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert spy.at(0) == [past]


def test_without_any_a_sentence_says_what_helps(clerk: Clerk) -> None:
    clerk.open(register_complaint(clerk.office, walk_in()).case_id)
    tab = clerk.tab("similar")
    clerk.page.tabs.setCurrentWidget(tab)
    clerk.rest()
    assert not tab.empty.isHidden()
    assert tab.table.ids() == []
