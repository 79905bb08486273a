"""The stage of 受理…归档 a complaint stands in."""

from __future__ import annotations

from app.domain.kinds.complaint.state import Complaint

_STAGE_OF_PHASE = {
    "registered": "intake",
    "refused": "reply",
    "agreed": "execution",
    "performed": "reply",
    "breached": "reply",
    "terminated": "reply",
    "withdrawn": "reply",
    "replied": "reply",
    "followed_up": "archive",
    "closed": "archive",
    "filed": "archive",
    "void": "archive",
}


def stage(case: Complaint) -> str:
    """The stage of 受理…归档 the case stands in."""
    if case.phase != "accepted":
        return _STAGE_OF_PHASE[case.phase]
    if case.consents or case.schedules or case.current_sessions():
        return "mediation"
    return "inquiry"
