"""What mediation, agreement and execution change in a case that is settled between its parties."""

from __future__ import annotations

from functools import singledispatch

from app.domain.events import Event
from app.domain.matter.events import CaseReturned
from app.domain.matter.fold import apply_matter
from app.domain.matter.state import Decision
from app.domain.settlement import entrusting_rules
from app.domain.settlement import events as e
from app.domain.settlement.facts import Obligation
from app.domain.settlement.member_events import PaymentsRecorded
from app.domain.settlement.member_fold import HANDLERS, performances_of
from app.domain.settlement.state import Agreement, Promise, Referral, Settled
from app.domain.settlement.turn_fold import CHANGES, begin_mediation_anew
from app.domain.settlement.turns import PRIVATE, SettlementReached


@singledispatch
def apply_settled(event: Event, case: Settled) -> None:
    """Change `case` by one event of its settlement, or by one that every matter shares."""
    apply_matter(event, case)


for _event_type, _handler in {**HANDLERS, **CHANGES, **entrusting_rules.HANDLERS}.items():
    apply_settled.register(_event_type, _handler)


@apply_settled.register
def _consent(event: e.ConsentRecorded, case: Settled) -> None:
    case.consents[event.party] = event


@apply_settled.register
def _scheduled(event: e.SessionScheduled, case: Settled) -> None:
    case.schedules.append(event)


@apply_settled.register
def _held(event: e.SessionHeld, case: Settled) -> None:
    case.sessions.append(event)


@apply_settled.register
def _agreed(event: e.AgreementReached, case: Settled) -> None:
    if case.agreement is not None:
        case.past_agreements.append(case.agreement)
    case.agreement = Agreement(
        agreed_on=event.agreed_on,
        terms=event.terms,
        instrument=event.instrument,
        no_letter_reason=event.no_letter_reason,
        promises=[Promise(obligation=o, dormant=_binds_nobody(o, case)) for o in event.obligations],
    )
    case.mediation_ended_on = case.mediation_ended_on or event.agreed_on
    case.phase = case.outcome = "agreed"


@apply_settled.register
def _private(event: SettlementReached, case: Settled) -> None:
    _agreed(
        e.AgreementReached(
            agreed_on=event.agreed_on, terms=event.terms, obligations=event.obligations, instrument=PRIVATE
        ),
        case,
    )


@apply_settled.register
def _terminated(event: e.MediationTerminated, case: Settled) -> None:
    case.decisions += 1
    case.termination = Decision(
        on=event.decided_on, grounds=event.grounds, facts=event.facts, by=event.by, no=case.decisions
    )
    case.mediation_ended_on = case.mediation_ended_on or event.decided_on
    case.phase = case.outcome = "terminated"


def _binds_nobody(duty: Obligation, case: Settled) -> bool:
    """Owed to a member who has not consented (办法第12条)."""
    if not duty.payee:
        return False
    one = case.member(duty.payee)
    return one is None or not one.agrees()


def _promise(case: Settled, number: int) -> Promise | None:
    return case.agreement.promise(number) if case.agreement is not None else None


AFTER_BREACH = ("breached", "replied", "followed_up", "closed")
"""Phases in which a broken promise may still be made good."""


def _settle_promises(case: Settled) -> None:
    """The execution stage ends when no promise is open; one broken promise marks the whole.

    When all that was broken has come after all, the outcome says so; a case already answered stays so.
    """
    if case.agreement is None:
        return
    promises = case.agreement.promises
    if case.phase == "agreed" and all(not p.open() for p in promises):
        case.phase = case.outcome = (
            "breached" if any(p.breach and p.owing() for p in promises) else "performed"
        )
    elif case.phase in AFTER_BREACH and case.outcome == "breached" and all(not p.owing() for p in promises):
        case.outcome = "performed"
        if case.phase == "breached":
            case.phase = "performed"


@apply_settled.register
def _performed(event: e.ObligationPerformed, case: Settled) -> None:
    promise = _promise(case, event.obligation_no)
    if promise is not None:
        promise.performances.append(event)
        _settle_promises(case)


@apply_settled.register
def _listed(event: PaymentsRecorded, case: Settled) -> None:
    for performance in performances_of(event):
        promise = _promise(case, performance.obligation_no)
        if promise is not None:
            promise.performances.append(performance)
    _settle_promises(case)


@apply_settled.register
def _waived(event: e.ObligationWaived, case: Settled) -> None:
    promise = _promise(case, event.obligation_no)
    if promise is not None:
        promise.waivers.append(event)
        _settle_promises(case)


@apply_settled.register
def _referred(event: e.CaseReferred, case: Settled) -> None:
    case.referrals.append(Referral(referred=event))


@apply_settled.register
def _referral_answered(event: e.ReferralAnswered, case: Settled) -> None:
    for referral in case.referrals:
        if referral.referred.no == event.no:
            referral.answers.append(event)


@apply_settled.register
def _urged(event: e.ObligationUrged, case: Settled) -> None:
    promise = _promise(case, event.obligation_no)
    if promise is not None:
        promise.urgings.append(event)


@apply_settled.register
def _breached(event: e.ObligationBreached, case: Settled) -> None:
    promise = _promise(case, event.obligation_no)
    if promise is not None:
        promise.breach = event.facts
        promise.breached_on = event.on
        _settle_promises(case)


@apply_settled.register
def _returned(event: CaseReturned, case: Settled) -> None:
    apply_matter(event, case)
    begin_mediation_anew(case)
