"""A field for yes or no: one box with its sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.widgets.next_field import guard


class TickBox(QCheckBox):
    """`value()` is a bool. The sentence beside the box says what a tick means."""

    changed = Signal()
    settled = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        guard(self)
        self.toggled.connect(lambda _on: self.changed.emit())

    def value(self) -> bool:
        """Whether the box is ticked."""
        return self.isChecked()

    def set_value(self, value: bool | None) -> None:
        """Tick or clear the box."""
        self.setChecked(bool(value))

    def draft_text(self) -> str:
        """The tick in a draft."""
        return "1" if self.isChecked() else ""

    def show_draft_text(self, text: str) -> None:
        """Show what `draft_text` gave."""
        self.setChecked(bool(text))

    def problem(self) -> str:
        """A box holds nothing wrong."""
        return ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settled.emit()
