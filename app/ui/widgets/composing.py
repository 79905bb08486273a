"""Text an input method has not handed over yet: part of a draft, because a crash would lose it too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class Composing(QObject):
    """Watches fields for preedit text. `changed()` comes whenever there is more or less of it."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names: dict[QObject, str] = {}
        self._texts: dict[str, str] = {}

    def watch(self, name: str, field: QLineEdit | QPlainTextEdit) -> None:
        """Watch a field from now on."""
        self._names[field] = name
        field.installEventFilter(self)

    def text_of(self, name: str, field: QLineEdit | QPlainTextEdit) -> str:
        """What stands in the field, with the text being composed at the cursor."""
        plain = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        composed = self._texts.get(name, "")
        if not composed:
            return plain
        place = field.cursorPosition() if isinstance(field, QLineEdit) else field.textCursor().position()
        # Qt counts UTF-16 units; a rare character before the cursor is two of them.
        units = plain.encode("utf-16-le")
        before, after = units[: 2 * place], units[2 * place :]
        return before.decode("utf-16-le") + composed + after.decode("utf-16-le")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._set(self._names[watched], event.preeditString())
        elif event.type() == QEvent.Type.FocusOut:
            self._set(self._names[watched], "")
        return False

    def _set(self, name: str, text: str) -> None:
        if self._texts.get(name, "") != text:
            self._texts[name] = text
            self.changed.emit()
