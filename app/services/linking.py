"""Tying two cases to each other, and undoing it: written to both streams in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

import msgspec

from app.domain.matter.events import CaseLinked, CaseUnlinked
from app.services import casework, kinds
from app.services.changes import Changes
from app.services.office import OpenOffice
from app.store.queries.cases import LIST_COLUMNS

S = TypeVar("S", bound="Begun")


class Begun(Protocol):
    """What registering a case returns."""

    @property
    def case_id(self) -> str:
        """The new case."""
        ...


class LinkedCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case another one is tied to. `place`: "from" when it gave rise to the relation, "to" when it is
    where the relation leads, "" when both are equal. `here`: it is in this office's database."""

    case_id: str
    number: str
    relation: str
    place: str
    kind_label: str
    phase_label: str
    note: str
    here: bool


EQUAL = frozenset({"split"})
"""Relations in which neither case comes before the other."""


def link(
    office: OpenOffice,
    relation: str,
    source: str,
    target: str,
    *,
    note: str = "",
    source_version: int | None = None,
    target_version: int | None = None,
) -> Changes:
    """Tie `source` (what gave rise to the relation) to `target` (where it leads), both or neither.

    The absorbed case of `merged` and the earlier one of `recomplaint`, `turned_report` and `continued` is the
    source; of `split` it does not matter. Raises UserError when they are tied so already, or one is void.
    """
    with office.store.transaction():
        one, other = casework.load(office, source).case, casework.load(office, target).case
        today, by = office.clock.today(), office.operator.name
        equal = relation in EQUAL
        for case, tied, place, version in (
            (one, other, "" if equal else "from", source_version),
            (other, one, "" if equal else "to", target_version),
        ):
            event = CaseLinked(
                relation=relation,
                other=tied.id,
                number=tied.number,
                place=place,
                on=today,
                by=by,
                note=note.strip(),
            )
            casework.record(office, case.id, event, version=version)
    return Changes.CASES


def unlink(office: OpenOffice, relation: str, case_id: str, other_id: str, reason: str) -> Changes:
    """Undo a tie in both cases, with the reason. UserError when there is none."""
    with office.store.transaction():
        today, by = office.clock.today(), office.operator.name
        for case, tied in ((case_id, other_id), (other_id, case_id)):
            event = CaseUnlinked(relation=relation, other=tied, on=today, by=by, reason=reason.strip())
            casework.record(office, case, event)
    return Changes.CASES


def linked_cases(office: OpenOffice, case_id: str) -> list[LinkedCase]:
    """What a case is tied to, oldest tie first. `place` speaks of the other case.

    A case that another office keeps is known by its number alone.
    """
    case = casework.load(office, case_id).case
    opposite = {"from": "to", "to": "from", "": ""}
    found = []
    for tie in case.links:
        values = office.store.cases.row_of(tie.other)
        row = dict(zip(LIST_COLUMNS, values, strict=True)) if values else {}
        kind = str(row.get("kind", ""))
        found.append(
            LinkedCase(
                case_id=tie.other,
                number=tie.number,
                relation=tie.relation,
                place=opposite[tie.place],
                kind_label=kinds.KINDS[kind].label if kind else "",
                phase_label=kinds.phase_label(kind, str(row["phase"])) if kind else "",
                note=tie.note,
                here=bool(row),
            )
        )
    return found


def register_tied(office: OpenOffice, write: Callable[[], S], relation: str, source: str) -> S:
    """Register a case with `write` and tie it to `source`, which it follows from; both or neither."""
    with office.store.transaction():
        made = write()
        link(office, relation, source, made.case_id)
    return made
