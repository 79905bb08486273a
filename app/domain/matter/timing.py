"""Clocks of a case as rows: from a rule set's clock to a date with its reasons, and which counts most.

Nothing here looks at today's date: a deadline is a fact of the case and the calendar.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from app.domain.calendar import Calendar
from app.domain.casefile import DeadlineRow
from app.domain.clocks import Pause, deadline
from app.domain.identities import NOBODY_KNOWN, Identities
from app.domain.office import Office, setting
from app.domain.rules import ClockRule, RuleSet


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """What the clocks of a case may look at besides the case: its rule set, the calendar, the office."""

    rules: RuleSet
    calendar: Calendar
    office: Office
    identities: Identities = NOBODY_KNOWN

    def setting(self, name: str) -> str:
        """An office setting of `SETTINGS` in force."""
        return setting(self.office, name)


def rule_row(
    rule: ClockRule,
    start: dt.date,
    calendar: Calendar,
    *,
    pauses: tuple[Pause, ...] = (),
    done_on: dt.date | None = None,
    roll: str,
) -> DeadlineRow:
    """One statutory clock that started on `start`; `roll` is the office setting `day_clock_roll`."""
    found = deadline(rule, start, calendar, pauses, roll=roll)
    return DeadlineRow(
        clock=rule.name,
        label=rule.label,
        unit=rule.unit,
        starts_on=start,
        due_on=found.due_on,
        remind_on=found.remind_on,
        done_on=done_on,
        provisional=found.provisional,
        explanation=found.explanation,
        basis=found.basis,
    )


def earliest_unmet(rows: Iterable[DeadlineRow]) -> DeadlineRow | None:
    """The unmet clock that falls due first; None when nothing runs."""
    live = [r for r in rows if r.done_on is None and r.due_on is not None]
    return min(live, key=lambda r: (r.due_on or dt.date.max, r.clock), default=None)


def run_out(clock: str, due_on: dt.date | None, today: dt.date) -> frozenset[str]:
    """The procedure's name of a clock that has run out unmet, empty when it has not."""
    if due_on is None or due_on >= today:
        return frozenset()
    return frozenset({clock})
