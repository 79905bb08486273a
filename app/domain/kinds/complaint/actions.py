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


def choices(procedure: Procedure, case: Complaint, lapsed: frozenset[str] = frozenset()) -> list[Choice]:
    """Every action of the procedure in its order; at most one carries `next_step`.

    `lapsed` names the clocks that have run out unmet: what the law then demands comes before the rest.
    """
    first = next_step(procedure, case, lapsed)
    return [
        first if first and first.name == action.name else _choice(action, why_not(action, case), wanted=False)
        for action in procedure.actions
    ]


def next_step(procedure: Procedure, case: Complaint, lapsed: frozenset[str] = frozenset()) -> Choice | None:
    """The one obvious next lawful action, None when the case is at its end. `lapsed` as in `choices`."""
    demanded = [action for action in procedure.actions if action.lapsed in lapsed]
    wanted = [action for action in procedure.actions if _is_wanted(action, case)]
    for action in demanded + wanted:
        if not why_not(action, case):
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
