"""Tab goes through every dialog of a case as it is read, and comes to the primary button last."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services import case_merging, investigation
from app.services.registration import register_complaint
from app.ui.context import ActTarget, Context
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.add_evidence import AddEvidenceDialog
from app.ui.dialogs.agreement import ReachAgreementDialog
from app.ui.dialogs.intake import DecideAcceptanceDialog
from app.ui.kinds.complaint.face import FACE
from app.ui.pages.calculator.page import CalculatorPage
from app.ui.widgets.reading_order import in_reading_order, takes_tab
from tests.offices import TODAY, walk_in
from tests.ui.group_cases import GROUP_ACTS, bring_group_to
from tests.ui.office_fixture import accept, arrange
from tests.ui.pages.case_walker import Clerk
from tests.ui.turn_cases import TURN_ACTS, taken_turn

_SAME_LINE = 9
"""Fields, ticks and dots of one line begin within so many pixels of each other."""
_MERGED = ("unmerge", "reply_merged", "close_merged")
"""Acts a case has only while it is merged into another."""
_TARGETS: dict[str, object] = {"void_evidence": 1, "record_performance": 1, "urge": 1, "declare_breach": 1}


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def begun(clerk: Clerk, act: str) -> ActDialog:
    """The dialog of an act, on a case that has something for each of them."""
    case_id = clerk.open()
    accept(clerk.office, case_id, TODAY)
    arrange(clerk.office, case_id, clerk.office.clock.now())
    investigation.add_evidence(
        clerk.office, case_id, title="发票", form="documentary", provider="complainant", received_on=TODAY
    )
    if act in ("record_performance", "urge", "declare_breach"):
        clerk.open(case_id)
        clerk.do("hold_session", text="谈妥", outcome="agreed")
        clerk.start("reach_agreement")
        line = clerk.dialog.form.field("obligations").lines()[0]
        line.amount.set_value(60_000)
        line.due_on.set_value(TODAY)
        clerk.fill(terms="退款", instrument="agreed")
        clerk.save()
    if act in GROUP_ACTS:
        bring_group_to(act, clerk.office, case_id)
    if act in _MERGED:
        lead = register_complaint(clerk.office, walk_in()).case_id
        accept(clerk.office, lead, TODAY)
        case_merging.merge(clerk.office, case_id, lead, "同一件事")
    if act in TURN_ACTS:
        case_id = taken_turn(act, clerk.office)
    clerk.open(case_id)
    assert clerk.page.shown is not None
    dialog = FACE.dialogs[act](clerk.context, clerk.page.shown.view, _TARGETS.get(act), clerk.page)
    clerk.page.dialog = dialog
    dialog.destroyed.connect(clerk.page._forget_dialog)
    dialog.begin()
    return dialog


def place(dialog: ActDialog, widget: QWidget) -> tuple[int, int]:
    """Top and left, whatever was scrolled; the foot is below everything."""
    inner = dialog._scroll.widget()
    if inner.isAncestorOf(widget):
        corner = widget.mapTo(inner, QPoint(0, 0))
        return corner.y(), corner.x()
    corner = widget.mapTo(dialog, QPoint(0, 0))
    return 100_000 + corner.y(), corner.x()


def walked(dialog: ActDialog, qtbot: QtBot) -> list[QWidget]:
    """What Tab visits, from the field the dialog begins with to the primary button."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and dialog.isActiveWindow())
    visited: list[QWidget] = []
    while len(visited) < 80:
        focus = QApplication.focusWidget()
        assert focus is not None
        visited.append(focus)
        if focus is dialog.primary:
            break
        assert focus not in visited[:-1], "went round without coming to the primary button"
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return visited


@pytest.mark.parametrize("act", FACE.dialogs)
def test_tab_goes_as_the_dialog_is_read(clerk: Clerk, qtbot: QtBot, act: str) -> None:
    dialog = begun(clerk, act)
    visited = walked(dialog, qtbot)
    assert visited[-1] is dialog.primary
    assert visited[0] is next(one for one in in_reading_order(dialog.form) if takes_tab(one))
    places = [place(dialog, widget) for widget in visited]
    for (top, left), (next_top, next_left) in itertools.pairwise(places):
        below = next_top > top + _SAME_LINE
        assert below or (abs(next_top - top) <= _SAME_LINE and next_left > left), (act, places)
    for row in dialog.form.rows.values():
        if row.isVisible() and row.field.isEnabled():
            held = (row.field, row.field.focusProxy())
            assert any(one in held or row.isAncestorOf(one) for one in visited), row.caption()


def test_enter_on_a_dot_goes_on(clerk: Clerk, qtbot: QtBot) -> None:
    dialog = begun(clerk, "decide_acceptance")
    qtbot.waitUntil(lambda: dialog.form.field("accepted").isAncestorOf(QApplication.focusWidget()))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert dialog.form.field("facts").hasFocus()
    dialog.form.field("accepted").set_value("refuse")
    dialog.form.field("accepted").setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert dialog.form.field("grounds").isAncestorOf(QApplication.focusWidget())


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_taking_a_file_off_leaves_the_keyboard_at_the_file(clerk: Clerk, qtbot: QtBot) -> None:
    dialog = begun(clerk, "add_evidence")
    assert isinstance(dialog, AddEvidenceDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.pick.drop.setFocus()
    dialog.pick.drop.image_pasted.emit(b"picture")
    assert dialog.pick._remove.hasFocus()
    press(Qt.Key.Key_Return)
    assert dialog.pick.chosen() is None
    assert dialog.pick.drop.hasFocus()


def test_enter_makes_the_instalments_once(clerk: Clerk, qtbot: QtBot) -> None:
    dialog = begun(clerk, "reach_agreement")
    assert isinstance(dialog, ReachAgreementDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.instalments.total.set_value(60_000)
    dialog.instalments.count.set_value(3)
    dialog.instalments.first.setFocus()
    qtbot.keyClicks(dialog.instalments.first, "20261201")
    press(Qt.Key.Key_Return)
    assert dialog.instalments.make_button.hasFocus()
    press(Qt.Key.Key_Return)
    assert len(dialog.rows.lines()) == 3
    assert dialog.rows.lines()[0].obligor.hasFocus()


def test_a_dialog_gives_the_keyboard_back(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.open()
    opener = clerk.tab("evidence").drop
    clerk.page.tabs.setCurrentWidget(clerk.tab("evidence"))
    opener.setFocus()
    clerk.page.start_act("add_evidence")
    qtbot.waitUntil(clerk.dialog.isActiveWindow)
    press(Qt.Key.Key_Escape)
    clerk.rest()
    assert clerk.page.focusWidget() is opener


def test_an_act_begins_with_the_case(clerk: Clerk) -> None:
    case_id = register_complaint(clerk.office, walk_in()).case_id
    clerk.page.opened(ActTarget(case_id, "decide_acceptance"))
    clerk.page.show()
    clerk.rest()
    assert isinstance(clerk.dialog, DecideAcceptanceDialog)
    assert clerk.dialog.view.case.id == case_id


def test_enter_on_the_last_date_of_a_calculator_tidies_it_and_goes_to_the_button(
    qtbot: QtBot, context: Context
) -> None:
    page = CalculatorPage(context)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.opened("deadline")
    last = page.form().grid.field("pause_to")
    last.setFocus()
    qtbot.keyClicks(last, "20260610")
    press(Qt.Key.Key_Return)
    assert last.text() == "2026-06-10"
    assert page.form().go.hasFocus()
