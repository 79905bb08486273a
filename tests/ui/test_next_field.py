"""Enter moves on, Ctrl+Enter leaves text, and nothing at all happens while Chinese is being composed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.system.clock import SHANGHAI
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.date_fields import DateField, DateTimeField
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import button
from app.ui.widgets.money_field import MoneyField
from app.ui.widgets.multi_choice import MultiChoice
from app.ui.widgets.next_field import guard_all, is_composing, move_on, set_scope
from app.ui.widgets.text_fields import NameField, TextArea
from tests.ui.keys import choose, compose

TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 9, 12, tzinfo=SHANGHAI)
TYPED = ("name", "amount", "day", "moment", "kind", "facts")


class Window(QWidget):
    """A form with a field of every kind, a secondary and a primary button, and shortcuts."""

    def __init__(self) -> None:
        super().__init__()
        self.form = FormGrid(2)
        self.form.add("name", "姓名", NameField())
        self.form.add("amount", "金额", MoneyField())
        self.form.add("day", "日期", DateField(lambda: TODAY))
        self.form.add("moment", "时间", DateTimeField(lambda: NOW))
        self.form.add("kind", "类型", ChoiceField([("a", "甲"), ("b", "乙")]))
        self.form.add("demands", "诉求", MultiChoice([("refund", "退款"), ("pay", "赔偿")]))
        self.form.add("facts", "事实", TextArea())
        self.other = button("暂存")
        self.primary = button("保存", kind="primary")
        self.elsewhere = QLineEdit()
        self.pressed: list[str] = []
        self.primary.clicked.connect(lambda: self.pressed.append("primary"))
        for key in ("Ctrl+S", "Ctrl+Return", "Esc", "F2"):
            shortcut = QShortcut(key, self)
            shortcut.activated.connect(lambda key=key: self.pressed.append(key))
        inner = QWidget()
        rows = QVBoxLayout(inner)
        for part in (self.form, self.other, self.primary):
            rows.addWidget(part)
        set_scope(inner)
        layout = QVBoxLayout(self)
        layout.addWidget(self.elsewhere)
        layout.addWidget(inner)

    def field(self, name: str) -> QWidget:
        found = self.form.field(name)
        assert isinstance(found, QWidget)
        return found


@pytest.fixture(scope="module")
def shown(qapp: QApplication) -> Iterator[Window]:
    made = Window()
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, shown: Window) -> Window:
    shown.form.set_values(dict.fromkeys(shown.form.rows))
    shown.pressed.clear()
    shown.activateWindow()
    shown.field("name").setFocus()
    qtbot.waitUntil(shown.field("name").hasFocus)
    return shown


def test_enter_walks_through_the_whole_form_and_stands_on_the_primary_button(
    qtbot: QtBot, window: Window
) -> None:
    visited = []
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        visited.append(focus)
        control = isinstance(focus, TextArea)
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(focus, Qt.Key.Key_Return, modifier)
    expected = [window.field(name) for name in window.form.rows]
    expected[5] = window.field("demands").focusProxy()
    assert visited[:7] == expected
    assert visited[7] is window.primary
    # The eighth Enter pressed it; a secondary button was never visited.
    assert window.pressed == ["primary"]


def test_shift_enter_goes_back(qtbot: QtBot, window: Window) -> None:
    window.field("amount").setFocus()
    qtbot.keyClick(window.field("amount"), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.field("name").hasFocus()


def test_enter_never_leaves_the_form(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window.field("name"), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.field("name").hasFocus()
    assert not move_on(window.primary)


def test_disabled_and_hidden_and_read_only_fields_are_passed_over(qtbot: QtBot, window: Window) -> None:
    window.field("amount").setEnabled(False)
    window.form.row("day").hide()
    moment = window.field("moment")
    assert isinstance(moment, QLineEdit)
    moment.setReadOnly(True)
    try:
        qtbot.keyClick(window.field("name"), Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
        assert window.field("kind").hasFocus()
    finally:
        window.field("amount").setEnabled(True)
        window.form.row("day").show()
        moment.setReadOnly(False)


def test_enter_is_a_new_line_in_text(qtbot: QtBot, window: Window) -> None:
    facts = window.field("facts")
    facts.setFocus()
    qtbot.keyClicks(facts, "a")
    qtbot.keyClick(facts, Qt.Key.Key_Return)
    qtbot.keyClicks(facts, "b")
    assert window.form.field("facts").value() == "a\nb"
    assert facts.hasFocus()


def test_ctrl_enter_in_text_is_not_the_next_step(qtbot: QtBot, window: Window) -> None:
    facts = window.field("facts")
    facts.setFocus()
    qtbot.keyClick(facts, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.primary.hasFocus()
    assert not window.pressed


@pytest.mark.parametrize("name", TYPED)
@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_nothing_happens_while_composing(
    qtbot: QtBot, window: Window, name: str, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    field = window.field(name)
    field.setFocus()
    before = window.form.values()
    compose(field, "wang")
    assert is_composing()
    qtbot.keyClick(field, key, modifier)
    assert field.hasFocus()
    assert not window.pressed
    assert window.form.values() == before
    compose(field, "")
    assert not is_composing()


def test_after_choosing_the_text_is_there_and_enter_moves_on(qtbot: QtBot, window: Window) -> None:
    name = window.field("name")
    compose(name, "chenyan")
    choose(name, "陈䶮")
    assert window.form.field("name").value() == "陈䶮"
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert window.field("amount").hasFocus()


def test_leaving_the_field_ends_composing(qtbot: QtBot, window: Window) -> None:
    compose(window.field("name"), "chen")
    window.field("amount").setFocus()
    assert not is_composing(window.field("name"))


def test_a_designed_form_is_guarded_as_a_whole(qtbot: QtBot, qapp: QApplication) -> None:
    form = QWidget()
    layout = QVBoxLayout(form)
    first, second, save = QLineEdit(), QLineEdit(), QPushButton("保存")
    for part in (first, second, save):
        layout.addWidget(part)
    qtbot.addWidget(form)
    guard_all(form)
    guard_all(form)
    form.show()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert form.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert form.focusWidget() is second
