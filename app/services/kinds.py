"""The kinds of matter this program knows: the one list. Services ask a kind, never which kind it is.

A new kind is its package in `app/domain/kinds/` and one entry here; what belongs to it elsewhere is found by
its name (docs/ARCHITECTURE.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.errors import UserError
from app.domain.events import Event, StoredEvent
from app.domain.kind import Kind
from app.domain.kinds.complaint.kind import KIND as COMPLAINT
from app.domain.kinds.consultation.kind import KIND as CONSULTATION
from app.domain.kinds.dispute.kind import KIND as DISPUTE
from app.domain.kinds.petition.kind import KIND as PETITION
from app.domain.kinds.report.kind import KIND as REPORT
from app.domain.matter.state import Matter
from app.domain.merging import effective
from app.domain.office import Office
from app.domain.procedure import Procedure
from app.services import rulebook

KINDS: Mapping[str, Kind[Any]] = {
    kind.name: kind for kind in (COMPLAINT, REPORT, CONSULTATION, DISPUTE, PETITION)
}
"""Every kind by its name, in the order they are offered."""

_BY_REGISTRATION: Mapping[str, Kind[Any]] = {
    event.kind(): kind for kind in KINDS.values() for event in kind.registration_events
}


def kind_named(name: str) -> Kind[Any]:
    """The kind of that name; KeyError when there is none."""
    return KINDS[name]


def kind_of(stored: Sequence[StoredEvent]) -> Kind[Any] | None:
    """The kind of the case these events are of, None when none of them registers a case."""
    return next((_BY_REGISTRATION[e.kind] for e in stored if e.kind in _BY_REGISTRATION), None)


def folded(kind: Kind[Any], case_id: str, stored: Sequence[StoredEvent]) -> tuple[Matter, tuple[Event, ...]]:
    """The case after all its events, those of other offices included, and the events that count.

    What two offices did without seeing each other stands in `conflicts` until a person has chosen.
    """
    merged = effective(stored)
    case = kind.fold(case_id, merged.events)
    case.conflicts = list(merged.conflicts)
    return case, merged.events


def kind_of_case(case: Matter) -> Kind[Any]:
    """The kind of a folded case."""
    return KINDS[case.kind]


def registered_by(event: Event) -> Kind[Any]:
    """The kind whose registration `event` is; KeyError for any other event."""
    return _BY_REGISTRATION[event.kind()]


def procedure_of(kind: Kind[Any] | str) -> Procedure:
    """Stages, actions and papers of a kind."""
    named = KINDS[kind] if isinstance(kind, str) else kind
    return rulebook.procedure(named.name, named.guards)


def phase_label(kind: str, phase: str) -> str:
    """What a kind calls a phase; the code itself when either is not known."""
    found = KINDS.get(kind)
    return found.phases.get(phase, phase) if found is not None else phase


def case_word(office: Office, kind: Kind[Any]) -> str:
    """What the numbers of a kind begin with: the office's own word, else the kind's.

    Complaints keep the word the office was founded with.
    """
    if kind is COMPLAINT and office.case_word:
        return office.case_word
    return office.settings.get(f"{WORD_SETTING}{kind.name}", "") or kind.number_word


WORD_SETTING = "case_word."
"""Office settings `case_word.report`, `case_word.dispute` …: a word of the office's own for its numbers."""


def known(name: str) -> Kind[Any]:
    """The kind of that name. Raises UserError, for names typed by people."""
    if name not in KINDS:
        raise UserError(f"没有“{name}”这一类事项，可选：{'、'.join(KINDS)}。")
    return KINDS[name]
