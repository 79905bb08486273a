"""A field for an amount of money."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.errors import UserError
from app.domain.money import capital, format_yuan, parse_yuan
from app.ui.widgets.next_field import guard


class MoneyField(QLineEdit):
    """Yuan as text, cents as value. With `capitals` the amount stands below in capital numerals (大写)."""

    changed = Signal()
    settled = Signal()
    hint_changed = Signal(str)

    def __init__(
        self, *, capitals: bool = False, placeholder: str = "0.00", parent: QWidget | None = None
    ) -> None:
        """Empty."""
        super().__init__(parent)
        self._capitals = capitals
        self.setPlaceholderText(placeholder)
        guard(self)
        self.textChanged.connect(self._on_changed)
        self.editingFinished.connect(self._on_finished)

    def value(self) -> int | None:
        """Cents, or None when the field is empty or holds no amount."""
        return self._read()[0]

    def set_value(self, value: int | None) -> None:
        """Show `value` cents."""
        self.setText("" if value is None else format_yuan(value))

    def problem(self) -> str:
        """Told when what stands there is no amount."""
        return self._read()[1]

    def _read(self) -> tuple[int | None, str]:
        if not self.text().strip():
            return None, ""
        try:
            return parse_yuan(self.text()), ""
        except UserError as problem:
            return None, problem.message

    def _on_changed(self) -> None:
        if self._capitals:
            value = self.value()
            self.hint_changed.emit("" if value is None else capital(value))
        self.changed.emit()

    def _on_finished(self) -> None:
        value = self.value()
        if value is not None and self.text() != format_yuan(value):
            self.setText(format_yuan(value))
        self.settled.emit()
