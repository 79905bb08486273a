"""Which act of the case a paper speaks of, so that a second agreement gets a paper of its own."""

from __future__ import annotations

from app.domain.kinds.dispute.state import DisputeCase

_OF_AGREEMENT = (
    "mediation_agreement",
    "oral_agreement",
    "confirmation_persons",
    "confirmation_body",
)


def subject_of(paper: str, case: DisputeCase) -> str:
    """What tells this paper from an earlier one of the same name: the number of its agreement or visit."""
    if paper in _OF_AGREEMENT:
        return str(len(case.past_agreements) + 1)
    if paper == "visit_record":
        return str(len(case.visits))
    if paper == "rights_notice":
        return str(case.round)
    return str(case.handed_times()) if paper == "handing_note" else ""
