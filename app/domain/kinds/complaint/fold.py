"""Turn the events of one complaint, in fold order, into its state.

The fold never refuses: what is in the log happened. Whether something may happen is asked before an event
is written (`Kind.admit`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

import msgspec

from app.domain.events import Event
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.respondents import (
    FIRST,
    CoRespondent,
    RespondentAdded,
    RespondentWithdrawn,
)
from app.domain.kinds.complaint.state import Appraisal, Complaint, Decision
from app.domain.matter.fold import amended_origin, apply_registration
from app.domain.matter.standing import PartyRenamed
from app.domain.matter.turns import CaseReopened
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


@apply.register
def _reopened(event: CaseReopened, case: Complaint) -> None:
    apply_settled(event, case)
    case.withdrawal = None
    case.phase = "accepted" if case.accepted_on is not None else "registered"


@apply.register
def _withdrawn(event: e.ComplaintWithdrawn, case: Complaint) -> None:
    case.withdrawal = event
    if case.phase == "registered":
        case.phase = case.outcome = "withdrawn"
        _settle_replies(case)


@apply.register
def _renamed(event: PartyRenamed, case: Complaint) -> None:
    apply_settled(event, case)
    if event.party == "complainant":
        case.complainant = msgspec.structs.replace(case.complainant, name=event.name)
    elif event.party == FIRST:
        case.respondent = msgspec.structs.replace(case.respondent, name=event.name)
    for one in case.co_respondents:
        if one.party == event.party:
            one.respondent = msgspec.structs.replace(one.respondent, name=event.name)


@apply.register
def _added(event: RespondentAdded, case: Complaint) -> None:
    case.co_respondents.append(CoRespondent(added=event, respondent=event.respondent))


@apply.register
def _struck(event: RespondentWithdrawn, case: Complaint) -> None:
    for one in case.co_respondents:
        if one.added.no == event.no:
            one.withdrawn = event
            case.consents.pop(one.party, None)


def _settle_replies(case: Complaint) -> None:
    if case.phase in ("refused", "terminated", "performed", "breached", "withdrawn"):
        if not case.notices_due() and not case.replies_due():
            case.phase = "replied"
