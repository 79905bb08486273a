"""Everything the case page shows, read in one go in the database thread."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from app.domain.casefile import DeadlineRow
from app.domain.kinds.complaint.timing import most_urgent
from app.services import casework, papers, timeline
from app.services.casework import CaseView
from app.services.office import OpenOffice
from app.services.papers import PaperOrder
from app.services.timeline import Entry
from app.ui.kinds.registry import face_of


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A case with its history and the papers that can or cannot be made; `today` is when it was read.

    `more` is what the kind's own `KindFace.read` found.
    """

    kind: str
    view: CaseView
    history: tuple[Entry, ...]
    orders: tuple[tuple[PaperOrder, str, str], ...]
    urgent: DeadlineRow | None
    more: Any
    today: dt.date


def read_case(office: OpenOffice, case_id: str) -> Shown:
    """The case as it stands. Raises UserError when there is none of this id."""
    view = casework.load(office, case_id)
    kind = "complaint"
    return Shown(
        kind=kind,
        view=view,
        history=tuple(timeline.entries(office, view)),
        orders=tuple(papers.orders(office, view)),
        urgent=most_urgent(view.case, view.deadlines),
        more=face_of(kind).read(office, view),
        today=office.clock.today(),
    )
