"""What the events of a group change in a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from app.domain.events import Event
from app.domain.settlement import member_events as e
from app.domain.settlement.events import ObligationPerformed
from app.domain.settlement.members import Consent, Election, GroupMember
from app.domain.settlement.state import Settled


def _joined(event: e.MembersJoined, case: Settled) -> None:
    for member in event.members:
        # Two offices may have given the same number without seeing each other: the later one moves on.
        no = len(case.members) + 1
        kept = member if member.no == no else msgspec.structs.replace(member, no=no)
        case.members.append(GroupMember(member=kept, joined_on=event.on))


def _amended(event: e.MemberAmended, case: Settled) -> None:
    one = case.member(event.member.no)
    if one is not None:
        one.member = event.member


def _left(event: e.MembersLeft, case: Settled) -> None:
    for one in _named(case, event.nos):
        one.left_on, one.left, one.consent = event.on, event.reason, None
    if case.election is not None and set(event.nos) & set(case.election.nos):
        kept = tuple(no for no in case.election.nos if no not in event.nos)
        case.election = msgspec.structs.replace(case.election, nos=kept) if kept else None


def _elected(event: e.RepresentativesElected, case: Settled) -> None:
    case.election = Election(nos=event.nos, on=event.on, proof=event.proof)
    case.member_proofs.append(event.proof)


def _planned(event: e.MemberPlansSet, case: Settled) -> None:
    for plan in event.plans:
        one = case.member(plan.member)
        if one is not None and one.plan != plan:
            one.plan, one.consent = plan, None


def _consented(event: e.MembersConsented, case: Settled) -> None:
    consent = Consent(agrees=event.agrees, on=event.on, method=event.method, by=event.by)
    if event.proof is not None:
        case.member_proofs.append(event.proof)
    for one in _named(case, event.nos):
        one.consent = consent
    if case.agreement is not None and case.phase == "agreed" and event.agrees:
        # Whoever consents afterwards is bound from then on.
        named = set(event.nos)
        for promise in case.agreement.promises:
            if promise.obligation.payee in named:
                promise.dormant = False


def performances_of(event: e.PaymentsRecorded) -> Iterator[ObligationPerformed]:
    """The single performances a list stands for."""
    for paid in event.payments:
        yield ObligationPerformed(
            obligation_no=paid.obligation_no,
            on=event.on,
            amount=paid.amount,
            done=paid.done,
            note=event.note,
            proof=event.proof,
            extra=paid.extra,
            relief=paid.relief,
        )


def _named(case: Settled, nos: tuple[int, ...]) -> Iterator[GroupMember]:
    for no in nos:
        one = case.member(no)
        if one is not None:
            yield one


HANDLERS: dict[type[Event], Callable[[Any, Settled], None]] = {
    e.MembersJoined: _joined,
    e.MemberAmended: _amended,
    e.MembersLeft: _left,
    e.RepresentativesElected: _elected,
    e.MemberPlansSet: _planned,
    e.MembersConsented: _consented,
}
"""What `apply_settled` knows of groups; lists of payments are performances and stand with those."""
