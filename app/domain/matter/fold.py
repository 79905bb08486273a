"""What the shared events change in any case. The fold never refuses: what is in the log happened.

A kind's own `apply` is a `singledispatch` whose default calls `apply_matter` (or the settlement's), so a
kind that wants more of a shared event registers it and calls this one first.
"""

from __future__ import annotations

from functools import singledispatch

import msgspec

from app.domain.events import Event
from app.domain.matter import competence as c
from app.domain.matter import events as e
from app.domain.matter.facts import Origin
from app.domain.matter.state import EvidenceItem, Link, Matter
from app.domain.matter.turn_fold import CHANGES, begin_round, take_back

FED_BACK = "fed_back"
"""The outcome of a case that went back to its sender (办法第41条)."""
UNREACHED_LIMIT = 3
"""Calls in vain after which a case may be closed without a follow-up answer (office practice)."""


def apply_registration(event: e.Registered, case: Matter) -> None:
    """What every registration says. The kind's fold adds its own facts and the first phase."""
    case.number = event.number
    case.rule_set = event.rule_set
    case.origin = event.origin
    case.identity = event.identity


def amended_origin(new: Origin | None, old: Origin | None) -> Origin | None:
    """The origin after an amendment; a form does not know the moment of receipt, so it stays with its day."""
    if new is None or old is None:
        return new or old
    if new.received_at is None and new.received_on == old.received_on:
        return msgspec.structs.replace(new, received_at=old.received_at)
    return new


@singledispatch
def apply_matter(event: Event, case: Matter) -> None:
    """Change `case` by one shared event. TypeError for an event that this kind of matter does not know."""
    raise TypeError(f"{event.kind()} is not an event of a {case.kind}")


for _event_type, _change in CHANGES.items():
    apply_matter.register(_event_type, _change)


@apply_matter.register
def _notified(event: e.PartyNotified, case: Matter) -> None:
    case.notices.append(event)


@apply_matter.register
def _inquired(event: e.InquiryRecorded, case: Matter) -> None:
    case.inquiries.append(event)


@apply_matter.register
def _evidence(event: e.EvidenceAdded, case: Matter) -> None:
    case.evidence.append(EvidenceItem(item=event))


@apply_matter.register
def _evidence_voided(event: e.EvidenceVoided, case: Matter) -> None:
    for entry in case.evidence:
        if entry.item.no == event.no:
            entry.voided = event.reason


@apply_matter.register
def _replied(event: e.Replied, case: Matter) -> None:
    case.replies.append(event)


@apply_matter.register
def _followed_up(event: e.FollowedUp, case: Matter) -> None:
    case.follow_ups.append(event)
    tries = case.current_follow_ups()
    if event.reached or sum(not t.reached for t in tries) >= UNREACHED_LIMIT:
        case.phase = "followed_up"


@apply_matter.register
def _returned(event: e.CaseReturned, case: Matter) -> None:
    case.returns.append(event.reason)
    begin_round(case)


@apply_matter.register
def _closed(event: e.CaseClosed, case: Matter) -> None:
    case.closed_on = event.on
    case.closing_summary = event.summary
    case.phase = "closed"


@apply_matter.register
def _filed(event: e.CaseFiled, case: Matter) -> None:
    case.filed_on = event.on
    case.volume = event.volume
    case.phase = "filed"


@apply_matter.register
def _voided(event: e.CaseVoided, case: Matter) -> None:
    case.void_reason = event.reason
    case.phase = "void"


@apply_matter.register
def _paper(event: e.PaperIssued, case: Matter) -> None:
    case.papers.append(event)


@apply_matter.register
def _linked(event: e.CaseLinked, case: Matter) -> None:
    case.links.append(
        Link(
            relation=event.relation,
            other=event.other,
            number=event.number,
            place=event.place,
            on=event.on,
            note=event.note,
        )
    )


@apply_matter.register
def _unlinked(event: e.CaseUnlinked, case: Matter) -> None:
    case.links = [link for link in case.links if (link.relation, link.other) != (event.relation, event.other)]


@apply_matter.register
def _alert(event: e.AlertRaised, case: Matter) -> None:
    case.alerts.append(event)


@apply_matter.register
def _calculated(event: e.CalculationKept, case: Matter) -> None:
    case.calculations.append(event)


@apply_matter.register
def _handed(event: e.CaseHanded, case: Matter) -> None:
    case.handovers.append(event)
    case.holder = event.to_office
    case.holder_node = event.to_node


@apply_matter.register
def _taken_back(event: e.CaseTakenBack, case: Matter) -> None:
    take_back(case)


@apply_matter.register
def _judged(event: c.JurisdictionJudged, case: Matter) -> None:
    case.competence.judged.append(event)


@apply_matter.register
def _disputed(event: c.CompetenceDisputed, case: Matter) -> None:
    case.competence.disputes.append(c.Dispute(raised=event))


@apply_matter.register
def _settled(event: c.CompetenceSettled, case: Matter) -> None:
    dispute = case.competence.dispute()
    if dispute is not None:
        dispute.settled = event


@apply_matter.register
def _fed_back(event: c.DispatchFedBack, case: Matter) -> None:
    case.competence.fed_back = event
    case.closed_on = event.on
    case.closing_summary = f"退回{event.to}：{event.reason}"
    case.outcome = FED_BACK
    case.phase = "closed"


@apply_matter.register
def _told(event: c.RightChannelTold, case: Matter) -> None:
    case.competence.told_channel = event


@apply_matter.register
def _extended(event: c.LocalPromiseExtended, case: Matter) -> None:
    case.promise_extensions.append(event)
