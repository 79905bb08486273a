"""Which stage of its procedure a dispute stands in."""

from __future__ import annotations

from app.domain.kinds.dispute.state import DisputeCase

_STAGES = {
    "registered": "intake",
    "declined": "archive",
    "agreed": "execution",
    "performed": "archive",
    "breached": "execution",
    "terminated": "archive",
    "closed": "archive",
    "filed": "archive",
    "void": "archive",
}


def stage(case: DisputeCase) -> str:
    """A code of `state.STAGES`."""
    if case.phase == "accepted":
        ready = len(case.rights) == len(case.PARTIES) and case.named is not None and case.consents
        return "mediation" if ready or case.current_sessions() else "preparation"
    if case.phase == "agreed" and case.effective_on() is None:
        return "agreement"
    return _STAGES[case.phase]
