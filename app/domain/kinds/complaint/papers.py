"""Which act of the case a paper speaks of, so that a second decision gets a paper and a number of its own."""

from __future__ import annotations

from app.domain.kinds.complaint.state import Complaint, Decision


def subject_of(paper: str, case: Complaint) -> str:
    """What tells this paper from an earlier one of the same name: the number of its decision or agreement.

    "" for papers there is only one of; sessions are told apart by their number instead.
    """
    decisions: dict[str, Decision | None] = {
        "acceptance_decision": case.acceptance,
        "refusal_decision": case.refusal,
        "termination_decision": case.termination,
    }
    counted = {
        "handing_sheet": case.handed_times(),
        "recusal_decision": len(case.recusals),
        "identity_demand": len(case.standing.demands),
        "calculation_note": len(case.calculations),
        "private_settlement": len(case.agreements()),
    }
    if paper in counted:
        return str(counted[paper])
    if paper == "mediation_letter":
        return str(len(case.past_agreements) + 1)
    decision = decisions.get(paper)
    return str(decision.no) if decision is not None else ""
