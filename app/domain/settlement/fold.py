"""What mediation, agreement and execution change in a case that is settled between its parties."""

from __future__ import annotations

from functools import singledispatch

from app.domain.events import Event
from app.domain.matter.events import CaseReturned
from app.domain.matter.fold import apply_matter
from app.domain.matter.state import Decision
from app.domain.settlement import events as e
from app.domain.settlement.state import Agreement, Promise, Settled


@singledispatch
def apply_settled(event: Event, case: Settled) -> None:
    """Change `case` by one event of its settlement, or by one that every matter shares."""
    apply_matter(event, case)


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
        promises=[Promise(obligation=o) for o in event.obligations],
    )
    case.mediation_ended_on = case.mediation_ended_on or event.agreed_on
    case.phase = case.outcome = "agreed"


@apply_settled.register
def _terminated(event: e.MediationTerminated, case: Settled) -> None:
    case.decisions += 1
    case.termination = Decision(
        on=event.decided_on, grounds=event.grounds, facts=event.facts, by=event.by, no=case.decisions
    )
    case.mediation_ended_on = case.mediation_ended_on or event.decided_on
    case.phase = case.outcome = "terminated"


def _promise(case: Settled, number: int) -> Promise | None:
    if case.agreement is None:
        return None
    return next((p for p in case.agreement.promises if p.obligation.no == number), None)


def _settle_promises(case: Settled) -> None:
    """The execution stage ends when no promise is open; one broken promise marks the whole."""
    if case.phase != "agreed" or case.agreement is None:
        return
    promises = case.agreement.promises
    if all(not p.open() for p in promises):
        case.phase = case.outcome = "breached" if any(p.breach for p in promises) else "performed"


@apply_settled.register
def _performed(event: e.ObligationPerformed, case: Settled) -> None:
    promise = _promise(case, event.obligation_no)
    if promise is not None:
        promise.performances.append(event)
        _settle_promises(case)


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
    """A new round asks for consent again; the limit of the mediation never starts anew."""
    apply_matter(event, case)
    case.round_marks |= {"sessions": len(case.sessions)}
    case.consents = {}
    case.termination = None
