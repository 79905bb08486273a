"""What lists and search show of a dispute."""

from __future__ import annotations

from app.domain.kinds.dispute.state import DisputeCase
from app.domain.matter.summary import Shown

_SHORT = 40


def show(case: DisputeCase) -> Shown:
    """The dispute as lists know it; its subject is the beginning of what happened."""
    members = [one.member for one in case.present_members()]
    people = (*case.applicant.people, *case.respondent.people)
    first = case.applicant.first()
    facts = " ".join(case.quarrel.facts.split())
    court = tuple(c.taken.number for c in case.confirmations if c.taken is not None and c.taken.number)
    return Shown(
        complainant=case.applicant.title(),
        phone=first.phone,
        id_no=first.id_no,
        respondent=case.respondent.title(),
        # What a group claims is the sum of its members' claims, never a figure beside it.
        amount=case.claimed() or case.quarrel.amount,
        subject=facts if len(facts) <= _SHORT else f"{facts[: _SHORT - 1]}…",
        story=case.quarrel.facts,
        promised=sum(agreement.total() for agreement in case.agreements()[-1:]),
        recovered=case.recovered(),
        extra=case.extra(),
        relief=case.relief(),
        names=(
            *(p.name for p in (*people, *members)),
            case.applicant.delegate.name,
            case.respondent.delegate.name,
        ),
        numbers=court,
        phones=tuple(text for p in (*people, *members) for text in (p.phone, p.id_no)),
        texts=(case.quarrel.facts, *case.quarrel.wanted, *(p.address for p in people)),
    )
