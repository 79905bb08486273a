"""Everything the case page shows, read in one go in the database thread."""

from __future__ import annotations

from app.services import casework, papers, timeline
from app.services.exchange import case_status, conflicts
from app.services.office import OpenOffice
from app.ui.kinds.registry import face_of
from app.ui.matter.face import Shown


def read_case(office: OpenOffice, case_id: str) -> Shown:
    """The case as it stands. Raises UserError when there is none of this id.

    Whoever sent the case here learns with the next package that somebody has looked at it.
    """
    view = casework.load(office, case_id)
    face = face_of(view.kind.name)
    case_status.looked_at(office, case_id)
    return Shown(
        face=face,
        view=view,
        history=tuple(timeline.entries(office, view)),
        orders=tuple(papers.orders(office, view)),
        urgent=view.kind.most_urgent(view.case, view.deadlines),
        now=office.clock.now(),
        more=face.read(office, view),
        sync=case_status.status_of(office, case_id),
        disputes=conflicts.of_case(office, case_id) if view.case.conflicts else (),
    )
