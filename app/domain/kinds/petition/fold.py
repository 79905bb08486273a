"""Turn the events of one petition into its state. The fold never refuses."""

from __future__ import annotations

from functools import singledispatch

from app.domain.events import Event
from app.domain.kinds.petition import events as e
from app.domain.kinds.petition.state import Forwarding, Objection, PetitionCase, Review, Supervision
from app.domain.matter.events import PartyNotified, Replied
from app.domain.matter.fold import amended_origin, apply_registration
from app.domain.matter.state import Decision
from app.domain.settlement.fold import apply_settled


@singledispatch
def apply(event: Event, case: PetitionCase) -> None:
    """Change `case` by one event, its own or a shared one."""
    apply_settled(event, case)


@apply.register
def _registered(event: e.PetitionRegistered, case: PetitionCase) -> None:
    apply_registration(event, case)
    case.petitioner = event.petitioner
    case.request = event.request
    case.phase = "registered"


@apply.register
def _amended(event: e.PetitionAmended, case: PetitionCase) -> None:
    case.origin = amended_origin(event.origin, case.origin)
    case.petitioner = event.petitioner or case.petitioner
    case.request = event.request or case.request


@apply.register
def _sorted(event: e.PetitionSorted, case: PetitionCase) -> None:
    case.sorted = event


@apply.register
def _decided(event: e.PetitionDecided, case: PetitionCase) -> None:
    case.decisions += 1
    decision = Decision(
        on=event.decided_on, grounds=event.grounds, facts=event.facts, by=event.by, no=case.decisions
    )
    if event.accepted:
        case.acceptance = decision
        # 六十日自受理之日起算 (条例第34条); handling again never restarts it by itself.
        case.accepted_on = case.accepted_on or event.decided_on
        case.phase = "accepted"
    else:
        case.refusal = decision
        case.phase = case.outcome = "refused"


@apply.register
def _forwarded(event: e.PetitionForwarded, case: PetitionCase) -> None:
    case.forwardings.append(Forwarding(sent=event))
    case.phase = case.outcome = "forwarded"


@apply.register
def _forwarding_answered(event: e.ForwardingAnswered, case: PetitionCase) -> None:
    forwarded = case.forwarded()
    if forwarded is not None:
        forwarded.answered_on, forwarded.answer = event.on, event.text


@apply.register
def _routed(event: e.PetitionRouted, case: PetitionCase) -> None:
    case.routed = event
    case.phase = case.outcome = "routed"


@apply.register
def _objected(event: e.ObjectionRaised, case: PetitionCase) -> None:
    case.objections.append(Objection(raised=event))


@apply.register
def _objection_answered(event: e.ObjectionAnswered, case: PetitionCase) -> None:
    objection = case.objection_open()
    if objection is None:
        return
    objection.answered = event
    if event.agreed:
        case.outcome = "given_back"
        case.closed_on = event.on
        case.closing_summary = f"{objection.raised.to}同意收回"
        case.phase = "closed"


@apply.register
def _extended(event: e.HandlingExtended, case: PetitionCase) -> None:
    case.extension = event


@apply.register
def _given_up(event: e.MediationGivenUp, case: PetitionCase) -> None:
    case.given_up.append(event)
    case.consents = {}
    case.round_marks |= {"sessions": len(case.sessions)}


@apply.register
def _opined(event: e.OpinionIssued, case: PetitionCase) -> None:
    if case.opinion is not None:
        case.past_opinions.append(case.opinion)
    case.opinion = event
    case.decisions += 1
    case.phase = "opined"
    case.outcome = event.finding


@apply.register
def _notified(event: PartyNotified, case: PetitionCase) -> None:
    apply_settled(event, case)
    if case.phase == "opined" and case.told_of_opinion_on() is not None:
        case.phase = "answered"


@apply.register
def _replied(event: Replied, case: PetitionCase) -> None:
    apply_settled(event, case)
    if event.to == "petitioner" and event.result == "reached":
        if case.phase in ("accepted", "performed", "breached"):
            case.outcome = case.outcome or "answered"
            case.phase = "answered"


@apply.register
def _review(event: e.ReviewRequested, case: PetitionCase) -> None:
    case.reviews.append(Review(requested=event))
    case.phase = "reviewing" if event.level == "review" else "rechecking"


@apply.register
def _review_decided(event: e.ReviewDecided, case: PetitionCase) -> None:
    review = case.review_open()
    if review is None:
        return
    review.decided = event
    case.phase = "accepted" if event.result == "again" else "answered"


@apply.register
def _hearing(event: e.HearingHeld, case: PetitionCase) -> None:
    case.hearings.append(event)


@apply.register
def _urgent(event: e.UrgentReported, case: PetitionCase) -> None:
    case.urgent.append(event)


@apply.register
def _supervised(event: e.SupervisionIssued, case: PetitionCase) -> None:
    case.supervisions.append(Supervision(issued=event))


@apply.register
def _supervision_answered(event: e.SupervisionAnswered, case: PetitionCase) -> None:
    supervision = case.supervision_open()
    if supervision is not None:
        supervision.answered = event
