"""Turn the events of one dispute into its state. The fold never refuses."""

from __future__ import annotations

from functools import singledispatch

from app.domain.events import Event
from app.domain.kinds.dispute import events as e
from app.domain.kinds.dispute.state import Confirmation, DisputeCase
from app.domain.matter.fold import amended_origin, apply_registration
from app.domain.matter.state import Decision
from app.domain.settlement.events import AgreementReached, MediationTerminated
from app.domain.settlement.fold import apply_settled


@singledispatch
def apply(event: Event, case: DisputeCase) -> None:
    """Change `case` by one event, its own or a shared one."""
    apply_settled(event, case)


@apply.register
def _registered(event: e.DisputeRegistered, case: DisputeCase) -> None:
    apply_registration(event, case)
    case.applicant, case.respondent, case.quarrel = event.applicant, event.respondent, event.quarrel
    case.phase = "registered"


@apply.register
def _amended(event: e.DisputeAmended, case: DisputeCase) -> None:
    case.origin = amended_origin(event.origin, case.origin)
    case.applicant = event.applicant or case.applicant
    case.respondent = event.respondent or case.respondent
    case.quarrel = event.quarrel or case.quarrel


@apply.register
def _decided(event: e.DisputeDecided, case: DisputeCase) -> None:
    case.decisions += 1
    decision = Decision(
        on=event.decided_on, grounds=event.grounds, facts=event.facts, by=event.by, no=case.decisions
    )
    if event.accepted:
        case.acceptance, case.accepted_on, case.phase = decision, event.decided_on, "accepted"
    else:
        case.refusal = decision
        case.phase = case.outcome = "declined"


@apply.register
def _rights(event: e.RightsTold, case: DisputeCase) -> None:
    case.rights[event.party] = event


@apply.register
def _named(event: e.MediatorsNamed, case: DisputeCase) -> None:
    case.named = event


@apply.register
def _risk(event: e.RiskReported, case: DisputeCase) -> None:
    case.risks.append(event)


@apply.register
def _prolonged(event: e.MediationProlonged, case: DisputeCase) -> None:
    case.prolonged = event


@apply.register
def _agreed(event: AgreementReached, case: DisputeCase) -> None:
    apply_settled(event, case)
    case.signatures, case.sealed_on = [], None


@apply.register
def _signed(event: e.AgreementSigned, case: DisputeCase) -> None:
    new = {(s.role, s.name) for s in event.signatures}
    case.signatures = [s for s in case.signatures if (s.role, s.name) not in new] + list(event.signatures)
    case.sealed_on = event.sealed_on or case.sealed_on


@apply.register
def _terminated(event: MediationTerminated, case: DisputeCase) -> None:
    if case.effective_on() is None:
        # What was agreed and never signed bound nobody: it stays in the history alone.
        case.agreement, case.signatures, case.sealed_on = None, [], None
    apply_settled(event, case)


@apply.register
def _visit_planned(event: e.VisitPlanned, case: DisputeCase) -> None:
    case.visits_planned.append(event)


@apply.register
def _visited(event: e.VisitMade, case: DisputeCase) -> None:
    if case.visit_due() is None:
        # A visit nobody had planned meets no plan.
        case.visits_planned.append(e.VisitPlanned(on=event.on, purpose=event.purpose, by=event.by))
    case.visits.append(event)


@apply.register
def _applied(event: e.ConfirmationApplied, case: DisputeCase) -> None:
    case.confirmations.append(Confirmation(applied=event))
    case.confirmation_declined = None


@apply.register
def _declined(event: e.ConfirmationDeclined, case: DisputeCase) -> None:
    case.confirmation_declined = event


@apply.register
def _taken(event: e.ConfirmationTaken, case: DisputeCase) -> None:
    found = case.confirmation()
    if found is not None:
        found.taken = event


@apply.register
def _court_decided(event: e.ConfirmationDecided, case: DisputeCase) -> None:
    found = case.confirmation()
    if found is not None:
        found.decided = event


@apply.register
def _enforced(event: e.EnforcementNoted, case: DisputeCase) -> None:
    case.enforcements.append(event)


@apply.register
def _routes(event: e.RoutesTold, case: DisputeCase) -> None:
    case.routes.append(event)


@apply.register
def _resumed(event: e.MediationResumed, case: DisputeCase) -> None:
    """A new round: consent is asked again, the old agreement is kept among those of the past."""
    if case.agreement is not None:
        case.past_agreements.append(case.agreement)
    case.agreement, case.signatures, case.sealed_on = None, [], None
    case.consents, case.termination, case.prolonged = {}, None, None
    case.confirmation_declined = None
    for one in case.members:
        # What was proposed to them is over: a new round begins with new plans, as everywhere.
        one.plan = one.consent = None
    # Visits that were to look at the old agreement have nothing to look at any more.
    case.visits_planned = sorted(case.visits_planned, key=lambda v: v.on)[: len(case.visits)]
    case.returns.append(event.reason)
    case.round += 1
    case.round_marks |= {
        "sessions": len(case.sessions),
        "confirmations": len(case.confirmations),
        "routes": len(case.routes),
    }
    case.mediation_ended_on = None
    case.resumed_on = event.on
    case.outcome, case.phase = "", "accepted"
