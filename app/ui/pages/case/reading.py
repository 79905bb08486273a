"""Everything the case page shows, read in one go in the database thread."""

from __future__ import annotations

from app.domain.kinds.complaint.timing import most_urgent
from app.services import casework, papers, timeline
from app.services.office import OpenOffice
from app.ui.kinds.registry import face_of
from app.ui.matter.face import Shown


def read_case(office: OpenOffice, case_id: str) -> Shown:
    """The case as it stands. Raises UserError when there is none of this id."""
    view = casework.load(office, case_id)
    face = face_of("complaint")
    return Shown(
        face=face,
        view=view,
        history=tuple(timeline.entries(office, view)),
        orders=tuple(papers.orders(office, view)),
        urgent=most_urgent(view.case, view.deadlines),
        today=office.clock.today(),
        more=face.read(office, view),
    )
