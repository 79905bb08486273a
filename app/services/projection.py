"""From the events of a stream to the row the store keeps: the one place where kinds are told apart."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.calendar import Calendar
from app.domain.casefile import CaseRow, DeadlineRow
from app.domain.events import Event, StoredEvent, decode
from app.domain.kinds.complaint import fold, summary, timing
from app.domain.kinds.complaint.events import ComplaintRegistered
from app.domain.kinds.complaint.state import Complaint
from app.domain.office import STREAM, Office, setting
from app.domain.procedure import Procedure
from app.domain.rules import RuleBook


class Projector:
    """Folds a stream and summarises it. Called by the store inside the transaction that appends.

    `office` may be replaced when its settings change; then the store must reproject.
    """

    def __init__(self, rules: RuleBook, procedure: Procedure, calendar: Calendar) -> None:
        self.rules = rules
        self.procedure = procedure
        self.calendar = calendar
        self.office = Office(operators={}, settings={})

    def __call__(self, stream: str, events: Sequence[StoredEvent]) -> CaseRow | None:
        """The row of a case stream; None for the office stream."""
        if stream == STREAM:
            return None
        typed = [decode(event) for event in events]
        case = fold.fold(stream, typed)
        return summary.summarise(case, first_serial(typed), self.procedure, self.deadlines(case))

    def deadlines(self, case: Complaint) -> tuple[DeadlineRow, ...]:
        """Every clock of the case under the office's settings."""
        return timing.deadlines(
            case,
            self.rules.by_id(case.rule_set),
            self.calendar,
            roll=setting(self.office, "day_clock_roll"),
            limit=setting(self.office, "mediation_limit_before_2026"),
        )


def first_serial(events: Sequence[Event]) -> int:
    """The serial number the registration used."""
    return next((e.serial for e in events if isinstance(e, ComplaintRegistered)), 0)
