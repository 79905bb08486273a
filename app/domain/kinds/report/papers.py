"""Which decision a paper of a report speaks of, so that a second one gets a number of its own."""

from __future__ import annotations

from app.domain.kinds.report.state import Report


def subject_of(paper: str, case: Report) -> str:
    """The number of the decision, extension or transfer the paper is of; "" where there is only one."""
    if paper in ("opening_notice", "no_opening_notice"):
        return str(case.decisions)
    if paper == "check_extension":
        return str(len(case.extensions))
    if paper == "transfer_letter":
        return str(len(case.transfers))
    if paper == "result_notice":
        return str(case.round)
    return str(case.handed_times()) if paper == "handing_note" else ""
