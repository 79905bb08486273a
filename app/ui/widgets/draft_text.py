"""The fields of a form as the text of a draft: what stands there, half a date and preedit text included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.ui.widgets.composing import Composing
from app.ui.widgets.form_row import FormRow


@runtime_checkable
class Drafted(Protocol):
    """A field of several parts, which knows itself how to be a text."""

    def draft_text(self) -> str:
        """What stands in the field, right or wrong."""
        ...

    def show_draft_text(self, text: str) -> None:
        """Show what `draft_text` gave; what cannot be read of it is passed over."""
        ...


class DraftText(QObject):
    """Reads and shows a form for drafts. `changed()` comes with every edit, of preedit text too."""

    changed = Signal()

    def __init__(self, rows: Mapping[str, FormRow], parent: QObject) -> None:
        """`rows` are watched from now on, by the names their texts go by."""
        super().__init__(parent)
        self._rows = rows
        self._composing = Composing(self)
        for name, row in rows.items():
            row.field.changed.connect(self.changed)
            if isinstance(row.field, (QLineEdit, QPlainTextEdit)):
                self._composing.watch(name, row.field)
        self._composing.changed.connect(self.changed)

    def fields(self) -> dict[str, str]:
        """Every field as it was typed."""
        return {name: self._text(name, row.field) for name, row in self._rows.items()}

    def show(self, fields: Mapping[str, str]) -> None:
        """Show what `fields` gave, over what is shown now; unknown fields are passed over."""
        for name, text in fields.items():
            row = self._rows.get(name)
            if row is None:
                continue
            if isinstance(row.field, Drafted):
                row.field.show_draft_text(text)
            elif isinstance(row.field, QLineEdit):
                row.field.setText(text)
            else:
                row.field.set_value(text)

    def _text(self, name: str, field: Any) -> str:
        if isinstance(field, Drafted):
            return field.draft_text()
        if isinstance(field, (QLineEdit, QPlainTextEdit)):
            return self._composing.text_of(name, field)
        value = field.value()
        assert isinstance(value, str), f"{name} has no text for a draft"
        return value
