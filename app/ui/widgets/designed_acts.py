"""More labelled rows for Designer, for the dialogs of a case: moments, choices read in full, ticks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.system.clock import Clock
from app.ui.widgets.date_fields import DateTimeField
from app.ui.widgets.date_text import Lean
from app.ui.widgets.designed_rows import AreaRow, DesignedRow
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.radio_list import RadioList
from app.ui.widgets.tick_box import TickBox


class MomentRow(DesignedRow):
    """A day with a time. The dialog must call `use_clock` before anything is typed."""

    lean: Lean = "past"

    def __init__(self, parent: QWidget | None = None) -> None:
        self._clock: Clock | None = None
        self._day_note: Callable[[dt.date], str] | None = None
        super().__init__(DateTimeField(self._read_now, self._read_note, self.lean), parent)

    def use_clock(self, clock: Clock, note: Callable[[dt.date], str]) -> None:
        """Give the clock, and what to say beside a day (星期六 · 非工作日)."""
        self._clock, self._day_note = clock, note

    def _read_now(self) -> dt.datetime:
        assert self._clock is not None, "use_clock was not called"
        return self._clock.now()

    def _read_note(self, day: dt.date) -> str:
        return self._day_note(day) if self._day_note is not None else ""


class AheadRow(MomentRow):
    """A moment that lies ahead: a day typed without its year is the next one."""

    lean: Lean = "future"


class RadioRow(DesignedRow):
    """One of a few choices, read in full; the dialog gives them with `field.set_choices`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RadioList(), parent)


class TickRow(DesignedRow):
    """Yes or no."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TickBox(), parent)

    def setSentence(self, text: str) -> None:  # noqa: N802 - called by the compiled form
        """What a tick means, beside the box."""
        self.field.setText(text)


class CountRow(DesignedRow):
    """A small whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NumberField(), parent)


class TallRow(AreaRow):
    """Several lines of text, higher than usual."""

    def setLines(self, lines: int) -> None:  # noqa: N802 - called by the compiled form
        """The smallest height in lines of text."""
        self.field.set_rows(lines)
