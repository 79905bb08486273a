"""Each field keeps what was typed, objects in words, and loses nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.system.clock import SHANGHAI
from app.ui import theme
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.date_fields import DateField, DateTimeField
from app.ui.widgets.field import Field, HintedField
from app.ui.widgets.money_field import MoneyField
from app.ui.widgets.multi_choice import MultiChoice
from app.ui.widgets.multi_pick import MultiPick
from app.ui.widgets.text_fields import NameField, TextArea, cleaned
from tests.ui.keys import choose

TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 9, 12, tzinfo=SHANGHAI)
KINDS = [("quality", "商品质量"), ("service", "售后服务"), ("fraud", "消费欺诈")]
INITIALS = {"商品质量": "spzl", "售后服务": "shfw", "消费欺诈": "xfqz"}


def test_every_field_has_the_same_face(qapp: QApplication) -> None:
    fields = (
        NameField(),
        TextArea(),
        MoneyField(),
        DateField(lambda: TODAY),
        DateTimeField(lambda: NOW),
        ChoiceField(KINDS),
        MultiChoice(KINDS),
        MultiPick(KINDS),
    )
    assert all(isinstance(field, Field) for field in fields)
    assert isinstance(fields[1], HintedField)
    assert isinstance(fields[2], HintedField)


# ------------------------------------------------------------------------------------------ text


@pytest.mark.parametrize("name", ["䶮㛃", "𬭎𠮷", "买买提·吐尔逊"])
def test_rare_names_are_counted_in_characters(qtbot: QtBot, name: str) -> None:
    field = NameField(limit=len(name))
    qtbot.addWidget(field)
    choose(field, name)
    assert field.value() == name
    assert field.problem() == ""
    choose(field, "𬭎")
    assert field.value() == f"{name}𬭎"
    assert "已超出 1 个" in field.problem()


def test_too_long_text_is_kept_and_told(qtbot: QtBot) -> None:
    area = TextArea(limit=10)
    qtbot.addWidget(area)
    hints = []
    area.hint_changed.connect(hints.append)
    pasted = QMimeData()
    pasted.setText("一二三四五六七八九十甲乙")
    area.insertFromMimeData(pasted)
    assert area.value() == "一二三四五六七八九十甲乙"
    assert "已超出 2 个" in area.problem()
    assert hints[-1] == "12 / 10 字"


def test_pasted_text_loses_its_control_characters_only() -> None:
    assert cleaned("甲\x00乙\r\n丙\u2028丁\x07", lines=True) == "甲乙\n丙\n丁"
    assert cleaned("甲\n乙") == "甲 乙"


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))))
def test_ordinary_text_is_not_touched(text: str) -> None:
    assert cleaned(text) == text


def test_a_stock_phrase_goes_to_the_cursor_and_can_be_undone(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    area.set_value("双方到场。")
    area.insert("调解员告知双方权利义务。")
    assert area.value() == "双方到场。调解员告知双方权利义务。"
    area.undo()
    assert area.value() == "双方到场。"


# ----------------------------------------------------------------------------------------- money


@pytest.mark.parametrize(
    ("text", "cents"), [("300", 30000), ("３，８００．５", 380050), ("1.5万", 1500000), ("￥12元", 1200)]
)
def test_amounts_are_cents(qtbot: QtBot, text: str, cents: int) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.setText(text)
    assert field.value() == cents
    assert field.problem() == ""


def test_an_amount_is_tidied_on_leaving_and_told_in_capitals(qtbot: QtBot) -> None:
    field = MoneyField(capitals=True)
    qtbot.addWidget(field)
    hints = []
    field.hint_changed.connect(hints.append)
    field.setText("38000")
    field.editingFinished.emit()
    assert field.text() == "38,000.00"
    assert hints[-1] == "人民币叁万捌仟元整"
    field.set_value(None)
    assert hints[-1] == ""


def test_what_is_no_amount_stays_and_is_told(qtbot: QtBot) -> None:
    field = MoneyField()
    qtbot.addWidget(field)
    field.setText("三百")
    field.editingFinished.emit()
    assert field.text() == "三百"
    assert field.value() is None
    assert "三百" in field.problem()


# ------------------------------------------------------------------------------------------ days


def test_a_day_is_tidied_noted_and_picked(qtbot: QtBot) -> None:
    field = DateField(lambda: TODAY, lambda day: "非工作日" if day.weekday() > 4 else "")
    qtbot.addWidget(field)
    field.setText("昨天")
    assert field.toolTip() == ""
    field.setText("今天")
    assert field.toolTip() == "非工作日"
    field.editingFinished.emit()
    assert field.text() == "2026-11-21"
    field.show()
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field._popup is not None
    assert field._popup.calendar.selectedDate() == QDate(2026, 11, 21)
    field._popup.calendar.clicked.emit(QDate(2026, 11, 23))
    assert field.value() == dt.date(2026, 11, 23)
    assert not field._popup.isVisible()


def test_a_day_that_is_none_stays_and_is_told(qtbot: QtBot) -> None:
    field = DateField(lambda: TODAY)
    qtbot.addWidget(field)
    field.setText("2-30")
    field.editingFinished.emit()
    assert field.text() == "2-30"
    assert field.value() is None
    assert "2-30" in field.problem()


def test_a_moment_keeps_its_time_when_another_day_is_picked(qtbot: QtBot) -> None:
    field = DateTimeField(lambda: NOW)
    qtbot.addWidget(field)
    field.set_value(dt.datetime(2026, 11, 23, 6, 30, tzinfo=dt.UTC))
    assert field.text() == "2026-11-23 14:30"
    field.take_day(dt.date(2026, 12, 1))
    assert field.value() == dt.datetime(2026, 12, 1, 14, 30, tzinfo=SHANGHAI)


def test_a_moment_needs_its_time(qtbot: QtBot) -> None:
    field = DateTimeField(lambda: NOW)
    qtbot.addWidget(field)
    field.setText("2026-11-23")
    assert field.value() is None
    assert "时间" in field.problem()


# --------------------------------------------------------------------------------------- choices


@pytest.fixture
def kind(qtbot: QtBot) -> ChoiceField:
    field = ChoiceField(KINDS, lambda label: INITIALS.get(label, ""))
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize("typed", ["shfw", "SHFW", "售后", "售后服务", "fw"])
def test_a_choice_is_found_by_label_or_initials(kind: ChoiceField, typed: str) -> None:
    kind.setEditText(typed)
    kind._settle()
    assert kind.value() == "service"
    assert kind.currentText() == "售后服务"


def test_what_fits_several_choices_is_none_of_them(kind: ChoiceField) -> None:
    kind.setEditText("f")
    assert kind.problem()
    kind._settle()
    assert kind.value() == ""
    assert kind.currentText() == ""


def test_what_is_no_choice_is_put_back(kind: ChoiceField) -> None:
    kind.set_value("fraud")
    kind.setEditText("不存在的")
    assert kind.problem()
    kind._settle()
    assert kind.value() == "fraud"
    assert kind.currentText() == "消费欺诈"


def test_an_emptied_choice_is_no_choice(kind: ChoiceField) -> None:
    kind.set_value("fraud")
    kind.setEditText("")
    kind._settle()
    assert kind.value() == ""


def test_typing_initials_offers_the_choice(qtbot: QtBot, kind: ChoiceField) -> None:
    kind.show()
    qtbot.keyClicks(kind, "xf")
    completer = kind.completer()
    assert completer is not None
    assert [
        completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())
    ] == ["消费欺诈"]
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    assert kind.value() == "fraud"
    assert not completer.popup().isVisible()


def test_new_choices_keep_the_value_that_is_still_there(kind: ChoiceField) -> None:
    changes = []
    kind.set_value("fraud")
    kind.changed.connect(lambda: changes.append(kind.value()))
    kind.set_choices([("fraud", "消费欺诈"), ("other", "其他")])
    assert kind.value() == "fraud"
    assert not changes
    kind.set_choices([("other", "其他")])
    assert kind.value() == ""
    assert changes == [""]


def test_the_wheel_changes_no_choice(kind: ChoiceField) -> None:
    kind.set_value("quality")
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPointF(0, -120).toPoint(),
        QPointF(0, -120).toPoint(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(kind, turn)
    assert kind.value() == "quality"
    assert not turn.isAccepted()


def test_boxes_are_walked_with_arrows_and_ticked_with_space(qtbot: QtBot) -> None:
    field = MultiChoice([("refund", "退款"), ("swap", "换货"), ("pay", "赔偿")])
    field.setAccessibleName("诉求")
    qtbot.addWidget(field)
    field.show()
    boxes = field.findChildren(QCheckBox)
    boxes[0].setFocus()
    qtbot.keyClick(boxes[0], Qt.Key.Key_Left)
    assert field.focusWidget() is boxes[2]
    qtbot.keyClick(boxes[2], Qt.Key.Key_Space)
    assert field.value() == ["pay"]
    assert boxes[2].accessibleName() == "诉求 赔偿"
    field.set_value(["swap", "refund", "unknown"])
    assert field.value() == ["refund", "swap"]


def test_boxes_flow_into_as_many_lines_as_they_need(qtbot: QtBot) -> None:
    field = MultiChoice([(str(number), f"诉求{number}") for number in range(8)])
    qtbot.addWidget(field)
    assert field.heightForWidth(2000) < field.heightForWidth(200) < field.heightForWidth(80)


@pytest.fixture
def demands(qtbot: QtBot) -> MultiPick:
    field = MultiPick([("refund", "退款"), ("swap", "换货"), ("return", "退货")], {
        "退款": "tk", "换货": "hh gh", "退货": "th",
    }.__getitem__, "可选多项")  # fmt: skip
    field.setAccessibleName("诉求")
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    return field


def in_popup(field: MultiPick) -> QCheckBox:
    """The box with the keyboard."""
    box = field.boxes.window().focusWidget()
    assert isinstance(box, QCheckBox)
    return box


def test_letters_open_the_boxes_and_go_to_the_one_they_begin(qtbot: QtBot, demands: MultiPick) -> None:
    qtbot.keyClick(demands, Qt.Key.Key_T)
    assert demands.is_open()
    assert in_popup(demands).text() == "退款"
    qtbot.keyClick(in_popup(demands), Qt.Key.Key_H)
    assert in_popup(demands).text() == "退货"
    qtbot.keyClick(in_popup(demands), Qt.Key.Key_Space)
    qtbot.keyClick(in_popup(demands), Qt.Key.Key_G)
    assert in_popup(demands).text() == "换货"
    qtbot.keyClick(in_popup(demands), Qt.Key.Key_Space)
    assert demands.value() == ["swap", "return"]
    assert demands.text() == demands.toolTip() == "换货、退货"
    qtbot.keyClick(in_popup(demands), Qt.Key.Key_Escape)
    assert not demands.is_open()
    assert demands.value() == ["swap", "return"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_boxes_open_at_what_is_ticked(qtbot: QtBot, demands: MultiPick, key: Qt.Key) -> None:
    demands.set_value(["swap", "unknown"])
    qtbot.keyClick(demands, key)
    assert in_popup(demands).text() == "换货"
    assert in_popup(demands).accessibleName() == "诉求 换货"


def test_letters_and_enter_tick_the_box_found_and_a_further_enter_goes_on(qtbot: QtBot) -> None:
    form = QWidget()
    column = QVBoxLayout(form)
    pick, following = MultiPick([("a", "apple"), ("b", "berry"), ("c", "bean")]), NameField()
    for field in (pick, following):
        column.addWidget(field)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    pick.setFocus()
    qtbot.keyClick(pick, Qt.Key.Key_B)
    qtbot.keyClick(in_popup(pick), Qt.Key.Key_E)
    qtbot.keyClick(in_popup(pick), Qt.Key.Key_A)
    qtbot.keyClick(in_popup(pick), Qt.Key.Key_Return)
    assert pick.value() == ["c"]
    assert pick.is_open()
    qtbot.keyClick(in_popup(pick), Qt.Key.Key_Return)
    assert not pick.is_open()
    assert pick.value() == ["c"]
    assert form.focusWidget() is following


def test_boxes_do_not_stick_out_of_the_card(qtbot: QtBot) -> None:
    card = QWidget()
    card.setProperty("kind", "card")
    card.resize(600, 200)
    pick = MultiPick([("a", "甲"), ("b", "乙")], parent=card)
    pick.setGeometry(440, 10, 140, 30)
    qtbot.addWidget(card)
    card.show()
    pick.showPopup()
    opened = pick.boxes.window()
    assert opened.x() + opened.width() <= card.mapToGlobal(QPoint(card.width(), 0)).x()
    assert opened.x() >= card.mapToGlobal(QPoint(0, 0)).x()
    # A line around them sets them off from the card below.
    edge = opened.grab().toImage().pixelColor(0, opened.height() // 2)
    assert edge == theme.colour("control_line")
    pick.hidePopup()


def test_enter_leaves_the_open_boxes_and_the_closed_field_alike(qtbot: QtBot) -> None:
    form = QWidget()
    column = QVBoxLayout(form)
    pick, following = MultiPick([("a", "甲"), ("b", "乙")]), NameField()
    for field in (pick, following):
        column.addWidget(field)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    pick.setFocus()
    qtbot.keyClick(pick, Qt.Key.Key_Return)
    assert form.focusWidget() is following
    pick.setFocus()
    qtbot.keyClick(pick, Qt.Key.Key_Space)
    qtbot.keyClick(in_popup(pick), Qt.Key.Key_Space)
    qtbot.keyClick(in_popup(pick), Qt.Key.Key_Return)
    assert not pick.is_open()
    assert pick.value() == ["a"]
    assert form.focusWidget() is following
    qtbot.keyClick(following, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert form.focusWidget() is pick


def test_nothing_is_ticked_unseen(qtbot: QtBot, demands: MultiPick) -> None:
    with qtbot.assertNotEmitted(demands.changed):
        for key in (Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            qtbot.keyClick(demands, key)
    assert demands.value() == []
    assert not demands.is_open()
