"""Turn the events of one complaint, in fold order, into its state.

The fold never refuses: what is in the log happened. Whether something may happen is asked before an event
is written (`Kind.admit`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from app.domain.events import Event
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.state import Appraisal, Complaint, Decision
from app.domain.matter.fold import amended_origin, apply_registration
from app.domain.settlement.fold import apply_settled


def fold(case_id: str, events: Iterable[Event]) -> Complaint:
    """The complaint after these events, oldest first."""
    case = Complaint(id=case_id)
    for event in events:
        apply(event, case)
    return case


@singledispatch
def apply(event: Event, case: Complaint) -> None:
    """Change `case` by one event, its own or a shared one."""
    apply_settled(event, case)


@apply.register
def _registered(event: e.ComplaintRegistered, case: Complaint) -> None:
    apply_registration(event, case)
    case.complainant = event.complainant
    case.respondent = event.respondent
    case.deal = event.deal
    case.phase = "registered"


@apply.register
def _amended(event: e.ComplaintAmended, case: Complaint) -> None:
    case.complainant = event.complainant or case.complainant
    case.respondent = event.respondent or case.respondent
    case.deal = event.deal or case.deal
    case.origin = amended_origin(event.origin, case.origin)


@apply.register
def _decided(event: e.AcceptanceDecided, case: Complaint) -> None:
    case.decisions += 1
    decision = Decision(
        on=event.decided_on, grounds=event.grounds, facts=event.facts, by=event.by, no=case.decisions
    )
    if event.accepted:
        case.acceptance = decision
        case.refusal = None
        # 六十日自受理之日起算 (办法第23条第五项); a later round never restarts it.
        case.accepted_on = case.accepted_on or event.decided_on
        case.phase = "accepted"
    else:
        case.refusal = decision
        case.phase = case.outcome = "refused"


@apply.register
def _notified(event: e.PartyNotified, case: Complaint) -> None:
    apply_settled(event, case)
    _settle_replies(case)


@apply.register
def _assessed(event: e.AbuseAssessed, case: Complaint) -> None:
    case.assessments.append(event)


@apply.register
def _appraisal_started(event: e.AppraisalStarted, case: Complaint) -> None:
    case.appraisals.append(Appraisal(started=event))


@apply.register
def _appraisal_reported(event: e.AppraisalReported, case: Complaint) -> None:
    for appraisal in case.appraisals:
        if appraisal.started.no == event.no:
            appraisal.reported = event


@apply.register
def _replied(event: e.Replied, case: Complaint) -> None:
    apply_settled(event, case)
    _settle_replies(case)


@apply.register
def _returned(event: e.CaseReturned, case: Complaint) -> None:
    apply_settled(event, case)
    case.phase = "accepted" if case.accepted_on is not None else "registered"


def _settle_replies(case: Complaint) -> None:
    if case.phase in ("refused", "terminated", "performed", "breached"):
        if not case.notices_due() and not case.replies_due():
            case.phase = "replied"
