"""What a keyboard and an input method send, for tests of fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget


def compose(widget: QWidget, preedit: str) -> None:
    """The input method shows `preedit`, not yet chosen."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def choose(widget: QWidget, text: str) -> None:
    """The input method hands over `text`."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)
