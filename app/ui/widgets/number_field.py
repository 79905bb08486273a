"""A field for a small whole number: days, pages, copies."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets.next_field import guard

_MOST = 99_999


class NumberField(QLineEdit):
    """Digits as text (full width too), an int as value, None when the field is empty or holds no number."""

    changed = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        guard(self)
        self.textChanged.connect(lambda _text: self.changed.emit())
        self.editingFinished.connect(self._on_finished)

    def value(self) -> int | None:
        """The number."""
        digits = unicodedata.normalize("NFKC", self.text()).strip()
        if not digits.isascii() or not digits.isdecimal() or int(digits[:8]) > _MOST or len(digits) > 8:
            return None
        return int(digits)

    def set_value(self, value: int | None) -> None:
        """Show `value`."""
        self.setText("" if value is None else str(value))

    def problem(self) -> str:
        """Told when what stands there is no number."""
        if self.text().strip() and self.value() is None:
            return "请填写整数，例如 3。"
        return ""

    def _on_finished(self) -> None:
        value = self.value()
        if value is not None and self.text() != str(value):
            self.setText(str(value))
        self.settled.emit()
