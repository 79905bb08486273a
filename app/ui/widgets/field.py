"""What every field has in common, so that rows, dialogs and drafts need not know its kind."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance


@runtime_checkable
class Field(Protocol):
    """A widget that holds one value.

    `changed()` comes with every edit by the user or the program, `settled()` when the user leaves the
    field. `problem()` is the field's own objection to what was typed ("" when there is none): a date
    that is none, a text that is too long. Rules of a case are not checked here.
    """

    changed: SignalInstance
    settled: SignalInstance

    def value(self) -> Any:
        """What was entered; None or "" when nothing was. Meaningless while `problem()` is not empty."""
        ...

    def set_value(self, value: Any) -> None:
        """Show `value`; `changed` follows when it differs."""
        ...

    def problem(self) -> str:
        """One Chinese sentence, or "" ."""
        ...


@runtime_checkable
class HintedField(Field, Protocol):
    """A field that tells something about its value below itself (an amount in capitals, a count)."""

    hint_changed: SignalInstance
