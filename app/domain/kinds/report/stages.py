"""The stage of 登记…归档 a report stands in."""

from __future__ import annotations

from app.domain.kinds.report.state import Report

_STAGE_OF_PHASE = {
    "opened": "result",
    "not_opened": "result",
    "concluded": "result",
    "repeated": "result",
    "elsewhere": "result",
    "transferred": "result",
    "closed": "archive",
    "filed": "archive",
    "void": "archive",
}


def stage(case: Report) -> str:
    """The stage of 登记…归档 the case stands in."""
    if case.phase != "registered":
        return _STAGE_OF_PHASE[case.phase]
    begun = case.inquiries or case.live_evidence() or case.tests or case.receipt or case.added
    return "check" if begun else "intake"
