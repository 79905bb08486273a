"""What forms drawn in Designer and forms built in code have in common: rows by name, values, problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.widgets.form_row import FormRow


class FormRows(QWidget):
    """`rows` by name, in the order of the form; the subclass puts them there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, Any] = {}

    def row(self, name: str) -> Any:
        """The row of a field, a `FormRow`."""
        return self.rows[name]

    def field(self, name: str) -> Any:
        """The field itself."""
        return self.rows[name].field

    def values(self) -> dict[str, Any]:
        """The value of every field by name."""
        return {name: row.field.value() for name, row in self.rows.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values by name; names without a field are passed over (a draft of an older form)."""
        for name, value in values.items():
            if name in self.rows:
                self.rows[name].field.set_value(value)

    def check(self) -> bool:
        """Show every field's own problem and go to the first; True when there is none."""
        wrong = [name for name, row in self.rows.items() if not row.check()]
        if wrong:
            self.go_to(wrong[0])
        return not wrong

    def show_problems(self, problems: Mapping[str, str]) -> dict[str, str]:
        """Show problems by field name and go to the first; returns those that have no field here."""
        for name, row in self.rows.items():
            row.set_problem(problems.get(name, ""))
        shown = [name for name in self.rows if name in problems]
        if shown:
            self.go_to(shown[0])
        return {name: text for name, text in problems.items() if name not in self.rows}

    def go_to(self, name: str) -> None:
        """Put the keyboard into a field."""
        row: FormRow = self.rows[name]
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
