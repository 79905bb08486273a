"""Turn the events of one complaint, in fold order, into its state.

The fold never refuses: what is in the log happened. Whether something may happen is `admission`'s
question, asked before an event is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from app.domain.events import Event
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.state import (
    Agreement,
    Appraisal,
    Complaint,
    Decision,
    EvidenceItem,
    Promise,
)


def fold(case_id: str, events: Iterable[Event]) -> Complaint:
    """The complaint after these events, oldest first."""
    case = Complaint(
        id=case_id,
        notices=[],
        inquiries=[],
        evidence=[],
        appraisals=[],
        consents={},
        schedules=[],
        sessions=[],
        past_agreements=[],
        replies=[],
        follow_ups=[],
        returns=[],
        papers=[],
        round_marks={},
    )
    for event in events:
        apply(event, case)
    return case


@singledispatch
def apply(event: Event, case: Complaint) -> None:
    """Change `case` by one event."""
    raise TypeError(f"{event.kind()} is not an event of a complaint")


@apply.register
def _registered(event: e.ComplaintRegistered, case: Complaint) -> None:
    case.number = event.number
    case.rule_set = event.rule_set
    case.origin = event.origin
    case.complainant = event.complainant
    case.respondent = event.respondent
    case.deal = event.deal
    case.phase = "registered"


@apply.register
def _amended(event: e.ComplaintAmended, case: Complaint) -> None:
    case.complainant = event.complainant or case.complainant
    case.respondent = event.respondent or case.respondent
    case.deal = event.deal or case.deal
    case.origin = event.origin or case.origin


def _decision(event: e.AcceptanceDecided | e.MediationTerminated, case: Complaint) -> Decision:
    case.decisions += 1
    return Decision(
        on=event.decided_on, grounds=event.grounds, facts=event.facts, by=event.by, no=case.decisions
    )


@apply.register
def _decided(event: e.AcceptanceDecided, case: Complaint) -> None:
    decision = _decision(event, case)
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
    case.notices.append(event)
    _settle_replies(case)


@apply.register
def _inquired(event: e.InquiryRecorded, case: Complaint) -> None:
    case.inquiries.append(event)


@apply.register
def _evidence(event: e.EvidenceAdded, case: Complaint) -> None:
    case.evidence.append(EvidenceItem(item=event))


@apply.register
def _evidence_voided(event: e.EvidenceVoided, case: Complaint) -> None:
    for entry in case.evidence:
        if entry.item.no == event.no:
            entry.voided = event.reason


@apply.register
def _appraisal_started(event: e.AppraisalStarted, case: Complaint) -> None:
    case.appraisals.append(Appraisal(started=event))


@apply.register
def _appraisal_reported(event: e.AppraisalReported, case: Complaint) -> None:
    for appraisal in case.appraisals:
        if appraisal.started.no == event.no:
            appraisal.reported = event


@apply.register
def _consent(event: e.ConsentRecorded, case: Complaint) -> None:
    case.consents[event.party] = event


@apply.register
def _scheduled(event: e.SessionScheduled, case: Complaint) -> None:
    case.schedules.append(event)


@apply.register
def _held(event: e.SessionHeld, case: Complaint) -> None:
    case.sessions.append(event)


@apply.register
def _agreed(event: e.AgreementReached, case: Complaint) -> None:
    if case.agreement is not None:
        case.past_agreements.append(case.agreement)
    case.agreement = Agreement(
        agreed_on=event.agreed_on,
        terms=event.terms,
        instrument=event.instrument,
        no_letter_reason=event.no_letter_reason,
        promises=[Promise(obligation=o, performances=[], urgings=[]) for o in event.obligations],
    )
    case.mediation_ended_on = case.mediation_ended_on or event.agreed_on
    case.phase = case.outcome = "agreed"


@apply.register
def _terminated(event: e.MediationTerminated, case: Complaint) -> None:
    case.termination = _decision(event, case)
    case.mediation_ended_on = case.mediation_ended_on or event.decided_on
    case.phase = case.outcome = "terminated"


def _promise(case: Complaint, number: int) -> Promise | None:
    if case.agreement is None:
        return None
    return next((p for p in case.agreement.promises if p.obligation.no == number), None)


def _settle_promises(case: Complaint) -> None:
    """The execution stage ends when no promise is open; one broken promise marks the whole."""
    if case.phase != "agreed" or case.agreement is None:
        return
    promises = case.agreement.promises
    if all(not p.open() for p in promises):
        case.phase = case.outcome = "breached" if any(p.breach for p in promises) else "performed"


@apply.register
def _performed(event: e.ObligationPerformed, case: Complaint) -> None:
    promise = _promise(case, event.obligation_no)
    if promise is not None:
        promise.performances.append(event)
        _settle_promises(case)


@apply.register
def _urged(event: e.ObligationUrged, case: Complaint) -> None:
    promise = _promise(case, event.obligation_no)
    if promise is not None:
        promise.urgings.append(event)


@apply.register
def _breached(event: e.ObligationBreached, case: Complaint) -> None:
    promise = _promise(case, event.obligation_no)
    if promise is not None:
        promise.breach = event.facts
        promise.breached_on = event.on
        _settle_promises(case)


@apply.register
def _replied(event: e.Replied, case: Complaint) -> None:
    case.replies.append(event)
    _settle_replies(case)


def replies_due(case: Complaint) -> list[str]:
    """Who still waits for an answer: `complainant`, `source`.

    A refusal or termination notice that reached the complainant is the answer to them
    (the forms 六 and 八 say everything a reply would); any other outcome needs a reply of its own.
    """
    answered = {r.to for r in case.current_replies() if r.result == "reached"}
    if case.refusal is not None and case.phase in ("refused", "replied"):
        if case.notified("refusal", "complainant", case.refusal.on):
            answered.add("complainant")
    if case.termination is not None and case.phase in ("terminated", "replied"):
        if case.notified("termination", "complainant", case.termination.on):
            answered.add("complainant")
    wanted = ["complainant"]
    if case.origin is not None and case.origin.source:
        wanted.append("source")
    return [who for who in wanted if who not in answered]


def notices_due(case: Complaint) -> list[tuple[str, str]]:
    """Decisions not yet made known, as (matter, party), in the order they are owed."""
    owed: list[tuple[str, str]] = []
    if case.phase == "accepted" and case.acceptance is not None:
        if not case.notified("acceptance", "complainant", case.acceptance.on):
            owed.append(("acceptance", "complainant"))
    if case.phase == "refused" and case.refusal is not None:
        if not case.notified("refusal", "complainant", case.refusal.on):
            owed.append(("refusal", "complainant"))
    if case.phase == "terminated" and case.termination is not None:
        owed.extend(
            ("termination", party)
            for party in ("complainant", "respondent")
            if not case.notified("termination", party, case.termination.on)
        )
    return owed


def _settle_replies(case: Complaint) -> None:
    if case.phase in ("refused", "terminated", "performed", "breached"):
        if not notices_due(case) and not replies_due(case):
            case.phase = "replied"


UNREACHED_LIMIT = 3
"""Calls in vain after which a case may be closed without a follow-up answer (office practice)."""


@apply.register
def _followed_up(event: e.FollowedUp, case: Complaint) -> None:
    case.follow_ups.append(event)
    tries = case.current_follow_ups()
    if event.reached or sum(not t.reached for t in tries) >= UNREACHED_LIMIT:
        case.phase = "followed_up"


@apply.register
def _returned(event: e.CaseReturned, case: Complaint) -> None:
    case.returns.append(event.reason)
    case.round += 1
    case.round_marks = {
        "sessions": len(case.sessions),
        "replies": len(case.replies),
        "follow_ups": len(case.follow_ups),
    }
    case.consents = {}
    case.termination = None
    case.outcome = ""
    case.phase = "accepted" if case.accepted_on is not None else "registered"


@apply.register
def _closed(event: e.CaseClosed, case: Complaint) -> None:
    case.closed_on = event.on
    case.closing_summary = event.summary
    case.phase = "closed"


@apply.register
def _filed(event: e.CaseFiled, case: Complaint) -> None:
    case.filed_on = event.on
    case.volume = event.volume
    case.phase = "filed"


@apply.register
def _voided(event: e.CaseVoided, case: Complaint) -> None:
    case.void_reason = event.reason
    case.phase = "void"


@apply.register
def _paper(event: e.PaperIssued, case: Complaint) -> None:
    case.papers.append(event)
