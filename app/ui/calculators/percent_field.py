"""A field for a rate in per cent."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.calculators.interest import parse_percent
from app.domain.errors import UserError
from app.ui.widgets.next_field import guard


class PercentField(QLineEdit):
    """3.1, 3.10% or full width as text, a Decimal as value, None when empty or no rate."""

    changed = Signal()
    settled = Signal()

    def __init__(self, placeholder: str = "例如 3.1", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        guard(self)
        self.textChanged.connect(lambda _text: self.changed.emit())
        self.editingFinished.connect(self.settled)

    def value(self) -> Decimal | None:
        """Per cent."""
        return self._read()[0]

    def set_value(self, value: Decimal | None) -> None:
        """Show `value`."""
        self.setText("" if value is None else f"{value:f}")

    def problem(self) -> str:
        """Told when what stands there is no rate."""
        return self._read()[1]

    def _read(self) -> tuple[Decimal | None, str]:
        if not self.text().strip():
            return None, ""
        try:
            return parse_percent(self.text()), ""
        except UserError as wrong:
            return None, wrong.message
