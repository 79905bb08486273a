"""Everything the case page shows, read in one go in the database thread."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.services import casework, mediation, papers, timeline
from app.services.casework import CaseView
from app.services.mediation import Expired
from app.services.office import OpenOffice
from app.services.papers import PaperOrder
from app.services.timeline import Entry


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A case with its history and the papers that can or cannot be made; `today` is when it was read.

    `expired` is there once the period for mediation is over.
    """

    view: CaseView
    history: tuple[Entry, ...]
    orders: tuple[tuple[PaperOrder, str, str], ...]
    expired: Expired | None
    today: dt.date


def read_case(office: OpenOffice, case_id: str) -> Shown:
    """The case as it stands. Raises UserError when there is none of this id."""
    view = casework.load(office, case_id)
    return Shown(
        view=view,
        history=tuple(timeline.entries(office, view)),
        orders=tuple(papers.orders(office, view)),
        expired=mediation.expired(office, view),
        today=office.clock.today(),
    )
