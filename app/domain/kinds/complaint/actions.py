"""What can be done with a complaint now, what the next step is, and why the rest is not possible."""

from __future__ import annotations

from app.domain.kinds.complaint.guards import GUARDS, holds
from app.domain.kinds.complaint.state import PHASES, Complaint
from app.domain.procedure import ActionRule, Choice, PaperRule, Procedure

_STAGE_OF_PHASE = {
    "registered": "intake",
    "refused": "reply",
    "agreed": "execution",
    "performed": "reply",
    "breached": "reply",
    "terminated": "reply",
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


def why_not(action: ActionRule, case: Complaint) -> str:
    """One Chinese sentence why the action is not possible, "" when it is."""
    if case.phase not in action.phases:
        return f"案件{PHASES[case.phase]}，不能“{action.label}”。"
    for name in action.guards:
        reason = GUARDS[name](case)
        if reason:
            return reason
    return ""


def choices(procedure: Procedure, case: Complaint) -> list[Choice]:
    """Every action of the procedure in its order; at most one carries `next_step`."""
    found: list[Choice] = []
    next_taken = False
    for action in procedure.actions:
        reason = why_not(action, case)
        wanted = not next_taken and not reason and _is_wanted(action, case)
        next_taken = next_taken or wanted
        found.append(_choice(action, reason, wanted=wanted))
    return found


def next_step(procedure: Procedure, case: Complaint) -> Choice | None:
    """The one obvious next lawful action, None when the case is at its end."""
    for action in procedure.actions:
        if _is_wanted(action, case) and not why_not(action, case):
            return _choice(action, "", wanted=True)
    return None


def _is_wanted(action: ActionRule, case: Complaint) -> bool:
    return bool(action.wanted) and holds(action.wanted, case)


def _choice(action: ActionRule, reason: str, *, wanted: bool) -> Choice:
    return Choice(
        name=action.name,
        label=action.next_label if wanted and action.next_label else action.label,
        stage=action.stage,
        basis=action.basis,
        reason=reason,
        next_step=wanted,
    )


def paper_choices(procedure: Procedure, case: Complaint) -> list[tuple[PaperRule, str]]:
    """Every paper with "" or the reason why it cannot be made yet."""
    return [
        (paper, next((reason for name in paper.when if (reason := GUARDS[name](case))), ""))
        for paper in procedure.papers
    ]
