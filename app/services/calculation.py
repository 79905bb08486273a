"""The deadline calculator: the same engine as the cases use, for a date typed in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from app.domain.clocks import Deadline, Pause, deadline
from app.services import rulebook


def deadline_of(
    rule: str,
    start: dt.date,
    *,
    received: dt.date | None = None,
    pauses: Sequence[tuple[dt.date, dt.date]] = (),
    roll: str | None = None,
) -> Deadline:
    """When the period `rule` (complaint.acceptance, …) that started on `start` ends, and why.

    The rule set follows `received`, else `start`. `pauses` are first and last day, both included.
    Raises UserError for an unknown rule or a day no rule set covers.
    """
    rules = rulebook.rule_book().for_received(received or start)
    spans = [Pause(start=first, end=last) for first, last in pauses]
    return deadline(rules.clock(rule), start, rulebook.calendar(), spans, roll=roll)
