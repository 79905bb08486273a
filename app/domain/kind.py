"""A kind of matter as the services see it: one object that says everything they need to know of it.

Each package in `app/domain/kinds/` makes one (`kind.KIND`); `app/services/kinds.py` lists them. Nothing
above the kinds asks which kind a case is of: it asks the kind.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from app.domain.casefile import CaseRow, DeadlineRow
from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.local_promises import is_local
from app.domain.matter.actions import Steps
from app.domain.matter.checking import Context
from app.domain.matter.events import Registered
from app.domain.matter.state import Matter
from app.domain.matter.summary import Shown, case_row
from app.domain.matter.timing import Timing, earliest_unmet, run_out
from app.domain.procedure import Choice, PaperRule, Procedure

C = TypeVar("C", bound=Matter)
Rows = tuple[DeadlineRow, ...]
DONE = frozenset({"closed", "filed", "void"})
"""Phases after which nothing is left to do, in most kinds."""


def _no_clocks(_case: Matter, _timing: Timing) -> Rows:
    return ()


def _all_count(rows: Rows) -> Rows:
    return rows


def _no_limit(_rows: Rows) -> dt.date | None:
    return None


def _only_one(_paper: str, _case: Matter) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Kind(Generic[C]):
    """One kind of matter.

    `name` is its code, its package, and its file `resources/rules/<name>.toml`; `label` its Chinese name;
    `number_word` begins its numbers unless the office says otherwise; `rules` names its rule sets
    (`app/services/rulebook.py`), "" when it has none. `phases` are codes with names, `done` those after which
    the case is not open. `apply(event, case)` and `check(event, case, context)` are its fold and field rules;
    `stage(case)` is a stage of the procedure; `show(case)` what lists and search know.
    `clocks(case, timing)` are its deadlines, `counting(rows)` those of them that compete for the earliest,
    `limit(rows)` the end of mediation that checks ask for; `same_clock` maps clocks to the name the procedure
    uses in `lapsed`. `subject_of(paper, case)` tells a paper of a later decision from an earlier one.
    `beside`: events of its cases that no action of its procedure writes.
    """

    name: str
    label: str
    number_word: str
    state_type: type[C]
    registration_events: tuple[type[Registered], ...]
    phases: Mapping[str, str]
    guards: Mapping[str, Callable[[C], str]]
    apply: Callable[[Event, C], None]
    check: Callable[[Event, C, Context], None]
    stage: Callable[[C], str]
    show: Callable[[C], Shown]
    rules: str = ""
    done: frozenset[str] = DONE
    clocks: Callable[[C, Timing], Rows] = _no_clocks
    counting: Callable[[Rows], Rows] = _all_count
    limit: Callable[[Rows], dt.date | None] = _no_limit
    same_clock: Mapping[str, str] = field(default_factory=dict)
    subject_of: Callable[[str, C], str] = _only_one
    beside: frozenset[str] = frozenset()

    @property
    def series(self) -> str:
        """The series its numbers are taken from."""
        return self.registration_events[0].SERIES

    @property
    def parties(self) -> Mapping[str, str]:
        """Codes of its parties with their names, the one who brought the matter first."""
        return self.state_type.PARTIES

    @property
    def steps(self) -> Steps:
        """What may be done, by its guards and phases."""
        begun = {event.kind() for event in self.registration_events}
        return Steps(self.guards, self.phases, self.beside | begun)

    def empty(self, case_id: str) -> C:
        """A case before its registration."""
        return self.state_type(id=case_id)

    def fold(self, case_id: str, events: Iterable[Event]) -> C:
        """The case after these events, oldest first."""
        case = self.empty(case_id)
        for event in events:
            self.apply(event, case)
        return case

    def admit(self, event: Event, case: C, context: Context) -> None:
        """Raise `UserError` (or `InvalidFields`) when the event may not be written now.

        The screen uses `choices` to show only what is lawful; this is asked again at the moment of writing,
        so that window, command line and import cannot differ.
        """
        if isinstance(event, self.registration_events) and case.origin is not None:
            raise UserError("这件案件已经登记过，不能重复登记，请用“更正登记”。")
        reason = self.steps.refusal(context.procedure, event.kind(), case)
        if reason:
            raise UserError(reason)
        self.check(event, case, context)

    def choices(self, procedure: Procedure, case: C, lapsed: frozenset[str] = frozenset()) -> list[Choice]:
        """Every action in the order of the procedure; at most one carries `next_step`."""
        return self.steps.choices(procedure, case, lapsed)

    def paper_choices(self, procedure: Procedure, case: C) -> list[tuple[PaperRule, str]]:
        """Every paper with "" or the reason why it cannot be made yet."""
        return self.steps.paper_choices(procedure, case)

    def most_urgent(self, case: C, rows: Rows) -> DeadlineRow | None:
        """The unmet clock that falls due first; None when nothing runs or the case is done.

        The law comes before what the office promises itself: a local promise is named only when no other
        clock runs.
        """
        if case.phase in self.done:
            return None
        legal = tuple(row for row in rows if not is_local(row.clock))
        return earliest_unmet(self.counting(legal)) or earliest_unmet(rows)

    def lapsed(self, clock: str, due_on: dt.date | None, today: dt.date) -> frozenset[str]:
        """The procedure's name of a clock that has run out unmet, empty when it has not."""
        return run_out(self.same_clock.get(clock, clock), due_on, today)

    def is_open(self, case: C) -> bool:
        """Whether something is left to do."""
        return case.phase not in self.done

    def summarise(self, case: C, serial: int, procedure: Procedure, rows: Rows) -> CaseRow:
        """The projected row. `serial` is the case's number within its series and year."""
        step = self.steps.next_step(procedure, case)
        return case_row(
            case,
            self.show(case),
            kind=self.name,
            serial=serial,
            stage=self.stage(case),
            is_open=self.is_open(case),
            next_action=step.label if step else "",
            urgent=self.most_urgent(case, rows),
            deadlines=rows,
        )
