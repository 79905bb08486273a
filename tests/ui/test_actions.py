"""The table of commands: complete, without two commands on one key."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.actions import COMMANDS, SCOPES, Command, bind, command, shortcut_text
from app.ui.shortcut_help import ShortcutHelp


def parsed(spec: Command) -> str:
    return QKeySequence.fromString(spec.shortcut, QKeySequence.SequenceFormat.PortableText).toString()


def test_ids_are_unique() -> None:
    assert not [name for name, count in Counter(spec.id for spec in COMMANDS).items() if count > 1]


@pytest.mark.parametrize("spec", COMMANDS, ids=lambda spec: spec.id)
def test_each_command_has_text_tip_and_a_real_key(spec: Command) -> None:
    assert spec.text.strip()
    assert len(spec.tip) > len(spec.text) / 2
    assert spec.tip != spec.text
    assert parsed(spec)
    assert spec.scope in SCOPES
    assert "+" not in shortcut_text(spec)


@pytest.mark.parametrize("scope", SCOPES)
def test_no_key_has_two_meanings_at_one_place(scope: str) -> None:
    here = [parsed(spec) for spec in COMMANDS if spec.scope in (scope, "everywhere")]
    assert not [key for key, count in Counter(here).items() if count > 1]


def test_a_bound_command_fires(qtbot: QtBot, qapp: QApplication) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    fired = []
    action = bind("register", owner, lambda: fired.append(1))
    assert action.shortcut().toString() == "F2"
    assert "F2" in action.toolTip()
    action.trigger()
    assert fired == [1]


def test_keys_of_widgets_cannot_be_bound_twice(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    with pytest.raises(ValueError, match="next_field"):
        bind("next_field", owner, lambda: None)


def test_unknown_command_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        command("fly")


def test_help_shows_every_command(qtbot: QtBot) -> None:
    page = ShortcutHelp()
    qtbot.addWidget(page)
    shown = {text.text() for text in page.findChildren(QLabel)}
    single = [spec for spec in COMMANDS if not spec.id.startswith("page.")]
    assert {spec.text for spec in single} <= shown
    assert {shortcut_text(spec) for spec in single} <= shown
    assert "转到左侧的页面" in shown
