"""The history of a case in sentences a clerk can read aloud (经过)."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.dates import SHANGHAI
from app.domain.events import decode
from app.domain.kinds.complaint.state import Complaint
from app.services.casework import CaseView
from app.services.exchange import conflicts
from app.services.history import (
    competence,
    complaint,
    consultation,
    dispute,
    exchange,
    matter,
    members,
    petition,
    report,
    settlement,
    turns,
)
from app.services.history.words import INQUIRY_FORMS, MATTERS, OUTCOMES, RESULTS, SOURCE, describe
from app.services.office import OpenOffice

__all__ = [
    "INQUIRY_FORMS",
    "MATTERS",
    "OUTCOMES",
    "PARTIES",
    "RESULTS",
    "WORDS",
    "Entry",
    "describe",
    "entries",
]

WORDS = (
    matter,
    competence,
    settlement,
    turns,
    members,
    complaint,
    report,
    consultation,
    dispute,
    petition,
    exchange,
)
"""The modules whose words `describe` knows; importing them registers the words."""

PARTIES = {**Complaint.PARTIES, "source": SOURCE}
"""The parties of a complaint; for other kinds: `history.words.party`."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the history: when and by whom it was recorded, what happened, and the particulars."""

    recorded_at: dt.datetime
    by: str
    title: str
    detail: str


def entries(office: OpenOffice, view: CaseView) -> list[Entry]:
    """The history of a case, oldest first."""
    operators = office.office.operators
    found = []
    for stored in view.events:
        title, detail = describe(decode(stored), view.kind)
        actor = operators.get(stored.actor)
        found.append(
            Entry(
                recorded_at=dt.datetime.fromtimestamp(stored.wall_ms() / 1000, SHANGHAI),
                by=actor.name if actor else conflicts.office_of(office, stored),
                title=title,
                detail=detail,
            )
        )
    return found
