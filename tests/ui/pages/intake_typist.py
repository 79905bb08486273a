"""Typing at the registration form with real key events, and counting them as a clerk would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.keys import choose


class Typist:
    """Sends keys to whatever has the focus. `strokes` counts all but the free text."""

    def __init__(self) -> None:
        self.strokes = 0

    def focus(self) -> QWidget:
        """Where the next key goes: an open list of choices first, there to what has its keyboard."""
        popup = QApplication.activePopupWidget()
        widget = popup.focusWidget() or popup if popup is not None else QApplication.focusWidget()
        assert widget is not None
        return widget

    def key(self, key: Qt.Key, times: int = 1, modifier: Qt.KeyboardModifier | None = None) -> None:
        """One key, counted."""
        for _ in range(times):
            QTest.keyClick(self.focus(), key, modifier or Qt.KeyboardModifier.NoModifier)
            self.strokes += 1

    def enter(self, times: int = 1) -> None:
        """To the next field."""
        self.key(Qt.Key.Key_Return, times)

    def short(self, text: str) -> None:
        """Letters that find a choice: counted."""
        for letter in text:
            # One after another: the first may open the list the next ones go to.
            QTest.keyClick(self.focus(), letter)
        self.strokes += len(text)

    def write(self, text: str) -> None:
        """Free text: names, numbers, facts; not counted."""
        focus = self.focus()
        for sign in text:
            if sign.isascii():
                QTest.keyClick(focus, sign)
            else:
                # Chinese comes from an input method, which hands over whole words.
                choose(focus, sign)
