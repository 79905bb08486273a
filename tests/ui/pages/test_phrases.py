"""常用语 at a text field: opened, searched and put in from the keyboard, also while an input method is on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.services import phrases
from app.services.phrases import BLANK
from app.ui.context import Context
from app.ui.kinds.complaint.intake_form import ComplaintForm
from app.ui.phrase_popup import PhrasePopup
from app.ui.widgets.text_fields import TextArea
from tests.ui.keys import choose, compose

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def form(qtbot: QtBot, context: Context) -> ComplaintForm:
    made = ComplaintForm(context.office)
    qtbot.addWidget(made)
    made.resize(900, 620)
    made.show_fresh()
    made.show()
    made.field("complainant.name").set_value("刘桂芳")
    made.field("respondent.name").set_value("悦动健身房")
    made.field("deal.amount").set_value(298_800)
    area(made).setFocus()
    return made


def area(form: ComplaintForm) -> TextArea:
    found = form.field("deal.facts")
    assert isinstance(found, TextArea)
    return found


def opened(form: ComplaintForm) -> PhrasePopup:
    QTest.keyClick(area(form), Qt.Key.Key_J, CONTROL)
    popup = form.phrase_keys.popup
    assert popup is not None
    return popup


def test_initials_and_enter_put_a_filled_phrase_in(form: ComplaintForm) -> None:
    popup = opened(form)
    QTest.keyClicks(popup.search, "yfk")
    assert popup.list.count() == 1
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    text = area(form).value()
    assert "在悦动健身房办理＿＿卡，预付2,988.00元" in text
    assert area(form).hasFocus()
    assert popup.isHidden()


def test_the_first_blank_is_marked_and_the_next_one_a_key_away(form: ComplaintForm) -> None:
    popup = opened(form)
    QTest.keyClicks(popup.search, "yfk")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    cursor = area(form).textCursor()
    assert cursor.selectedText() == BLANK
    first = cursor.selectionStart()
    choose(area(form), "次")
    assert area(form).value().count(BLANK) + 1 == phrases.filled(
        popup._offers[1], phrases.values_of_form(form.office, form.registration())
    ).count(BLANK)
    QTest.keyClick(area(form), Qt.Key.Key_J, CONTROL | SHIFT)
    assert area(form).textCursor().selectionStart() > first


def test_arrows_choose_and_escape_leaves_everything_as_it_was(form: ComplaintForm) -> None:
    popup = opened(form)
    QTest.keyClick(popup.search, Qt.Key.Key_Down)
    assert popup.list.currentRow() == 1
    QTest.keyClick(popup.search, Qt.Key.Key_Escape)
    assert area(form).value() == ""
    assert area(form).hasFocus()


def test_enter_of_an_input_method_puts_nothing_in(form: ComplaintForm) -> None:
    popup = opened(form)
    compose(popup.search, "yu'fu")
    assert [popup.list.item(0).text()] == ["预付卡停业或拒绝退余额"]
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    QTest.keyClick(popup.search, Qt.Key.Key_Escape)
    assert area(form).value() == ""
    assert not popup.isHidden()
    choose(popup.search, "预付卡")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert area(form).value().startswith("投诉人于")


def test_the_key_is_the_input_methods_while_the_text_is_composed(form: ComplaintForm) -> None:
    compose(area(form), "tui")
    QTest.keyClick(area(form), Qt.Key.Key_J, CONTROL)
    assert form.phrase_keys.popup is None


def test_a_phrase_with_an_unknown_name_says_so_and_stays_out(form: ComplaintForm, context: Context) -> None:
    popup = opened(form)
    wrong = phrases.PhraseOffer(
        id="x", title="错", text="{没有这个}", fields=("facts",), own=True, retired=False, search="错\ncuo"
    )
    popup._offers = [wrong]
    QTest.keyClicks(popup.search, "cuo")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert "“{没有这个}”" in popup.preview.text()
    assert area(form).value() == ""


def test_the_mouse_opens_it_too_and_going_elsewhere_closes_it(form: ComplaintForm, qtbot: QtBot) -> None:
    link = next(b for b in form.row("deal.facts").findChildren(QPushButton) if "常用语" in b.text())
    assert link.focusPolicy() is Qt.FocusPolicy.NoFocus
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    popup = form.phrase_keys.popup
    assert popup is not None
    form.field("complainant.name").setFocus()
    assert popup.isHidden()
    assert form.field("complainant.name").hasFocus()


def test_a_blank_left_open_stops_the_saving_and_says_how_many(form: ComplaintForm) -> None:
    area(form).set_value("在＿＿购买＿＿，要求退款。")
    assert not form.row("deal.facts").check()
    assert "还有 2 处“＿＿”没有补写" in form.row("deal.facts").problem()
    area(form).set_value("在惠民超市购买饼干，要求退款。")
    assert form.row("deal.facts").check()
