"""Tab goes through every dialog of a case as it is read, and comes to the primary button last."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services import investigation
from app.ui.context import Context
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.dialogs.acts import DIALOGS
from app.ui.widgets.reading_order import in_reading_order, takes_tab
from tests.offices import TODAY
from tests.ui.office_fixture import accept, arrange
from tests.ui.pages.case_walker import Clerk

_SAME_LINE = 9
"""Fields, ticks and dots of one line begin within so many pixels of each other."""
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
    clerk.open(case_id)
    assert clerk.page.shown is not None
    dialog = DIALOGS[act](clerk.context, clerk.page.shown.view, _TARGETS.get(act), clerk.page)
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


@pytest.mark.parametrize("act", DIALOGS)
def test_tab_goes_as_the_dialog_is_read(clerk: Clerk, qtbot: QtBot, act: str) -> None:
    dialog = begun(clerk, act)
    visited = walked(dialog, qtbot)
    assert visited[-1] is dialog.primary
    assert visited[0] is next(one for one in in_reading_order(dialog.form) if takes_tab(one))
    places = [place(dialog, widget) for widget in visited]
    for (top, left), (next_top, next_left) in zip(places, places[1:], strict=False):
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
