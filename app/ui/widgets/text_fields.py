"""Fields for names and for longer text, with limits counted in characters as people count them.

Qt counts UTF-16 units and cuts rare characters of names (䶮 is one unit, 𬭎 two) in half at a limit, and
cutting pasted text loses it without a word. So nothing is cut: a text that is too long is said to be.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.ui.widgets.next_field import guard


def too_long(text: str, limit: int) -> str:
    """The sentence for a text of more than `limit` characters (code points), else ""."""
    over = len(text) - limit
    return f"最多 {limit} 个字，已超出 {over} 个，请删短一些。" if over > 0 else ""


def cleaned(text: str, *, lines: bool = False) -> str:
    """`text` without invisible control characters; line ends become `\\n` or, without `lines`, blanks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if not lines:
        text = text.replace("\n", " ")
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))


class NameField(QLineEdit):
    """One line of text: names, addresses, numbers. `value()` is stripped of blanks at both ends."""

    changed = Signal()
    settled = Signal()

    def __init__(self, limit: int = 100, placeholder: str = "", parent: QWidget | None = None) -> None:
        """`limit` is in characters."""
        super().__init__(parent)
        self.limit = limit
        self.setPlaceholderText(placeholder)
        self.setMaxLength(32767)
        guard(self)
        self.textChanged.connect(lambda _text: self.changed.emit())
        self.editingFinished.connect(self._on_finished)

    def value(self) -> str:
        """The text, cleaned."""
        return cleaned(self.text()).strip()

    def set_value(self, value: str | None) -> None:
        """Show `value`, from its beginning where the field is narrow."""
        if (value or "") != self.text():
            self.setText(value or "")
            self.setCursorPosition(0)

    def problem(self) -> str:
        """Told when the text is too long."""
        return too_long(self.value(), self.limit)

    def _on_finished(self) -> None:
        if not self.hasFocus():
            self.setCursorPosition(0)
        self.settled.emit()


class TextArea(QPlainTextEdit):
    """Several lines of text; Ctrl+Enter and Tab leave it. `hint_changed` counts near the limit."""

    changed = Signal()
    settled = Signal()
    hint_changed = Signal(str)

    def __init__(
        self, limit: int = 2000, placeholder: str = "", rows: int = 3, parent: QWidget | None = None
    ) -> None:
        """`rows` is the smallest height in lines; the field takes what its layout gives it beyond that."""
        super().__init__(parent)
        self.limit = limit
        self.blank = ""
        """The mark of a place still to be filled; a text with one of them left is not complete."""
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.set_rows(rows)
        guard(self)
        self.textChanged.connect(self._on_changed)

    def value(self) -> str:
        """The text, cleaned, without blank space at both ends."""
        return cleaned(self.toPlainText(), lines=True).strip()

    def set_value(self, value: str | None) -> None:
        """Show `value`; the cursor goes to the end."""
        if (value or "") != self.toPlainText():
            self.setPlainText(value or "")
            self.moveCursor(self.textCursor().MoveOperation.End)

    def set_rows(self, rows: int) -> None:
        """Be at least `rows` lines high."""
        self._rows = rows
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its lines; what is left over comes from the layout's stretch."""
        return QSize(240, self._rows * self.fontMetrics().lineSpacing() + 18)

    def minimumSizeHint(self) -> QSize:
        """Qt's own would not let two lines be enough."""
        return QSize(72, self.sizeHint().height())

    def insert(self, text: str) -> None:
        """Put `text` (a stock phrase) at the cursor; one Ctrl+Z takes it away again."""
        self.textCursor().insertText(cleaned(text, lines=True))

    def problem(self) -> str:
        """Told when the text is too long, or a place in it was left blank."""
        left = self.value().count(self.blank) if self.blank else 0
        if left:
            return f"还有 {left} 处“{self.blank}”没有补写，补好或者删掉再保存（Ctrl Shift J 到下一处）。"
        return too_long(self.value(), self.limit)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste and drop take the text only, cleaned."""
        if source.hasText():
            self.insert(source.text())

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.settled.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _on_changed(self) -> None:
        count = len(self.value())
        self.hint_changed.emit(f"{count} / {self.limit} 字" if count * 10 >= self.limit * 8 else "")
        self.changed.emit()
