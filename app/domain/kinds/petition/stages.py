"""Which stage of its procedure a petition stands in."""

from __future__ import annotations

from app.domain.kinds.petition.state import PetitionCase

_STAGES = {
    "registered": "intake",
    "refused": "decision",
    "forwarded": "decision",
    "routed": "decision",
    "agreed": "mediation",
    "performed": "answer",
    "breached": "answer",
    "opined": "answer",
    "answered": "answer",
    "reviewing": "review",
    "rechecking": "review",
    "closed": "archive",
    "filed": "archive",
    "void": "archive",
}


def stage(case: PetitionCase) -> str:
    """A code of `state.STAGES`."""
    if case.phase == "accepted":
        return "mediation" if case.consents or case.current_sessions() else "inquiry"
    if case.phase == "registered" and case.sorted is not None:
        return "decision"
    return _STAGES[case.phase]
