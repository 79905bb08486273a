"""From the events of a stream to the row the store keeps, by whichever kind the case is of."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.calendar import Calendar
from app.domain.casefile import CaseRow, DeadlineRow
from app.domain.events import Event, StoredEvent
from app.domain.matter.events import Registered
from app.domain.matter.extra_clocks import dispute_rows, local_rows
from app.domain.matter.state import Matter
from app.domain.matter.timing import Timing
from app.domain.office import STREAM, Office
from app.services import kinds, local_promises, rulebook


class Projector:
    """Folds a stream and summarises it. Called by the store inside the transaction that appends.

    `office` may be replaced when its settings change; then the store must reproject.
    """

    def __init__(self, calendar: Calendar | None = None) -> None:
        self.calendar = calendar or rulebook.calendar()
        self.office = Office(operators={}, settings={})

    def __call__(self, stream: str, events: Sequence[StoredEvent]) -> CaseRow | None:
        """The row of a case stream; None for the office stream and for a stream no case began in."""
        if stream == STREAM:
            return None
        kind = kinds.kind_of(events)
        if kind is None:
            return None
        case, typed = kinds.folded(kind, stream, events)
        return kind.summarise(case, first_serial(typed), kinds.procedure_of(kind), self.deadlines(case))

    def deadlines(self, case: Matter) -> tuple[DeadlineRow, ...]:
        """Every clock of the case under the office's settings: the law's, then what the office promises."""
        kind = kinds.kind_of_case(case)
        rules = rulebook.rule_book(kind.rules).by_id(case.rule_set)
        timing = Timing(
            rules=rules, calendar=self.calendar, office=self.office, identities=rulebook.identities()
        )
        switched_on = local_promises.switched_on(self.office)
        return (
            *kind.clocks(case, timing),
            *dispute_rows(case, timing),
            *local_rows(case, timing, local_promises.promises(), switched_on),
        )


def first_serial(events: Sequence[Event]) -> int:
    """The serial number the registration used."""
    return next((e.serial for e in events if isinstance(e, Registered)), 0)
