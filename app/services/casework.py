"""Reading a case and writing to it: the one way in for every act on a case of any kind.

Window, command line, import and demonstration all come through `record`.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from app.domain.casefile import DeadlineRow
from app.domain.errors import UserError
from app.domain.events import Event, StoredEvent
from app.domain.kind import Kind
from app.domain.matter.checking import Context
from app.domain.matter.state import Matter
from app.domain.procedure import Choice, PaperRule, Procedure
from app.services import kinds, rulebook
from app.services.changes import Changes
from app.services.exchange import case_status
from app.services.office import OpenOffice
from app.store.event_log import StaleVersion as StaleVersion  # a screen tells it from other refusals

C = TypeVar("C", bound=Matter)


class CaseView(msgspec.Struct, frozen=True, kw_only=True):
    """A case as a screen needs it. `version` goes back to `record`, so nobody overwrites unseen work."""

    case: Matter
    version: int
    deadlines: tuple[DeadlineRow, ...]
    choices: tuple[Choice, ...]
    papers: tuple[tuple[PaperRule, str], ...]
    events: tuple[StoredEvent, ...]

    @property
    def kind(self) -> Kind[Any]:
        """The kind of the case."""
        return kinds.kind_of_case(self.case)

    def as_a(self, state_type: type[C]) -> C:
        """The case with its own type, for who has only one kind to do with. TypeError for another kind."""
        if not isinstance(self.case, state_type):
            raise TypeError(f"{self.case.number} is a {self.case.kind}, not a {state_type.__name__}")
        return self.case

    @property
    def next_step(self) -> Choice | None:
        """The one obvious next lawful action, None at the end."""
        return next((c for c in self.choices if c.next_step), None)


def stream_of(case_id: str) -> str:
    """The log stream of a case: the store files money and rows under it, so it is the case's id itself."""
    return case_id


def load(office: OpenOffice, case_id: str) -> CaseView:
    """The case as it stands. Raises UserError when there is none of this id."""
    stored = office.store.log.read_stream(stream_of(case_id))
    kind = kinds.kind_of(stored)
    if kind is None:
        raise UserError("没有这件案件，可能编号有误，请在案件列表中重新查找。")
    case, _ = kinds.folded(kind, case_id, stored)
    deadlines = office.projector.deadlines(case)
    urgent = kind.most_urgent(case, deadlines)
    lapsed = kind.lapsed(urgent.clock, urgent.due_on, office.clock.today()) if urgent else frozenset()
    procedure = procedure_here(office, kind)
    return CaseView(
        case=case,
        version=len(stored),
        deadlines=deadlines,
        choices=tuple(kind.choices(procedure, case, lapsed)),
        papers=tuple(kind.paper_choices(procedure, case)),
        events=tuple(stored),
    )


def find(office: OpenOffice, word: str) -> str:
    """The id of the case called `word`: its id, its number, or its external number.

    Raises UserError when none or more than one case is called so.
    """
    word = word.strip()
    by_number = office.store.cases.by_number(word)
    found = [by_number] if by_number else office.store.cases.by_external_no(word)
    if not found and office.store.cases.row_of(word) is not None:
        found = [word]
    if not found:
        raise UserError(f"没有编号为“{word}”的案件，请核对编号。")
    if len(found) > 1:
        raise UserError(f"“{word}”对应 {len(found)} 件案件，请写完整编号。")
    return found[0]


def record(office: OpenOffice, case_id: str, *events: Event, version: int | None = None) -> Changes:
    """Write events to a case, all or none, after asking the rules about each in turn.

    `version` is what the caller saw; when someone wrote in between, StaleVersion (a UserError). Returns
    after the commit is on disk.
    """
    with office.store.transaction():
        # Inside, so that the log hands out what it remembers and nobody writes between rules and events.
        stored = office.store.log.read_stream(stream_of(case_id))
        if version is not None and version != len(stored):
            # Before the rules, whose answer would be about a state the caller has not seen.
            raise StaleVersion("这件案件刚刚已被更新，您看到的不是最新内容，请刷新后再办理。")
        kind = kinds.kind_of(stored)
        if kind is None:
            raise UserError("没有这件案件，可能编号有误，请在案件列表中重新查找。")
        check(office, kinds.folded(kind, case_id, stored)[0], *events)
        office.store.log.append(
            stream_of(case_id),
            events,
            actor=office.operator.id,
            expected_version=len(stored) if version is None else version,
        )
        case_status.looked_at(office, case_id)
    return Changes.CASES


def check(office: OpenOffice, case: Matter, *events: Event) -> None:
    """Ask the rules whether these events may follow one another now; `case` is changed on the way."""
    kind = kinds.kind_of_case(case)
    for event in events:
        kind.admit(event, case, context_of(office, case))
        kind.apply(event, case)


def procedure_here(office: OpenOffice, kind: Kind[Any]) -> Procedure:
    """The kind's procedure as this office may use it: a case handed on is in other hands."""
    return msgspec.structs.replace(kinds.procedure_of(kind), here=office.store.identity.node)


def context_of(office: OpenOffice, case: Matter) -> Context:
    """What the checks look at besides the case itself."""
    kind = kinds.kind_of_case(case)
    book = rulebook.rule_book(kind.rules)
    registered = case.origin is not None
    return Context(
        today=office.clock.today(),
        rule_set=book.by_id(case.rule_set) if registered else book.rule_sets[-1],
        procedure=procedure_here(office, kind),
        mediation_due=kind.limit(office.projector.deadlines(case)) if registered else None,
        office=office.office,
    )
