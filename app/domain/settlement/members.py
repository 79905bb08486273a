"""共同投诉: the people of a group, what is proposed to each, and sums that are added up, never typed.

办法第12条: several people may act together and elect up to two representatives in writing; but changing or
giving up a claim, and an agreement, need the consent of those represented. So a member is bound by an
agreement only with a consent of their own, given to what is proposed to them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from app.domain.instalments import Instalment
from app.domain.matter.facts import Attachment, Person
from app.domain.settlement.facts import Obligation
from app.domain.settlement.relief import RELIEFS

MOST_MEMBERS = 5_000
MOST_REPRESENTATIVES = 2
"""办法第12条: 推选两名代表人."""
LEFT: dict[str, str] = {
    "withdrew": "本人撤回",
    "separate": "另行单独投诉",
    "settled": "自行和解",
    "mistake": "登记有误",
}


class Member(Person, frozen=True, kw_only=True):
    """One of a group. `no` counts from 1 and is never given twice; `claim` in cents, None when not stated."""

    no: int
    claim: int | None = None
    note: str = ""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is proposed to one member. `relief` is a code of `RELIEFS`; money in `parts` by the day each falls
    due; for goods and acts the only part has no amount, and `worth` is their declared worth in cents."""

    member: int
    relief: str
    parts: tuple[Instalment, ...] = ()
    worth: int = 0
    description: str = ""
    method: str = "转账"

    def amount(self) -> int:
        """Cents proposed."""
        return sum(part.amount for part in self.parts)


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a member agrees to their plan, said when and how."""

    agrees: bool
    on: dt.date
    method: str
    by: str


class GroupMember(msgspec.Struct, kw_only=True):
    """A member as they stand now. `consent` is to the plan in force: a new plan has to be asked anew."""

    member: Member
    joined_on: dt.date
    plan: Plan | None = None
    consent: Consent | None = None
    left_on: dt.date | None = None
    left: str = ""

    def present(self) -> bool:
        """Still one of the group."""
        return self.left_on is None

    def agrees(self) -> bool:
        """Present, and consents to the plan: an agreement binds them."""
        return self.present() and self.consent is not None and self.consent.agrees


class Election(msgspec.Struct, frozen=True, kw_only=True):
    """Who represents the group, by number, and the written election."""

    nos: tuple[int, ...]
    on: dt.date
    proof: Attachment


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """Sums over the group, in cents and heads.

    `agreed` is what the agreement gives those it binds, or, before there is one, what is proposed to those
    who consent; it always equals `paid` + `waived` + `rest`.
    """

    people: int
    left: int
    claim: int
    agreeing: int
    refusing: int
    unasked: int
    proposed: int
    agreed: int
    worth: int
    paid: int
    waived: int
    rest: int


class MemberLine(msgspec.Struct, frozen=True, kw_only=True):
    """One member with their sums: cents agreed, paid, waived, still owed; `worth` of what is no money."""

    standing: GroupMember
    bound: bool
    agreed: int
    worth: int
    paid: int
    waived: int
    rest: int
    next_due: dt.date | None
    broken: bool


def obligations_of(members: Iterable[GroupMember], obligor: str, *, first: int = 1) -> tuple[Obligation, ...]:
    """The obligations all plans of present members make, numbered from `first`, in the order of the members.

    Those of members who do not consent are among them and bind nobody until they do.
    """
    made: list[Obligation] = []
    for one in members:
        plan = one.plan
        if plan is None or not one.present() or not RELIEFS[plan.relief]:
            continue
        for place, part in enumerate(plan.parts, start=1):
            term = f"第{place}期" if len(plan.parts) > 1 else ""
            words = plan.description or term if not term else f"{plan.description}{term}"
            made.append(
                Obligation(
                    no=first + len(made),
                    obligor=obligor,
                    kind=RELIEFS[plan.relief],
                    amount=part.amount,
                    description=words,
                    due_on=part.due_on,
                    method=plan.method,
                    payee=one.member.no,
                    relief=plan.relief,
                    worth=plan.worth if place == 1 else 0,
                )
            )
    return tuple(made)


def shared_out(claims: Sequence[int], per_mille: int) -> tuple[int, ...]:
    """A proportion of each claim, rounded half up to the cent, each by itself: 4 % of 3.33 is 0.13."""
    return tuple((claim * per_mille + 500) // 1000 for claim in claims)
