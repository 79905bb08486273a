"""共同投诉: members, representatives, plans, consents and payments of a group within a case (办法第12条).

Sums are never given: they are added up from the members (`Settled.member_totals`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from app.domain.errors import UserError
from app.domain.instalments import Instalment, monthly
from app.domain.matter.facts import Attachment
from app.domain.matter.intake import RESIDENT_ID, tidy, tidy_person
from app.domain.settlement.events import ObligationUrged
from app.domain.settlement.facts import Obligation
from app.domain.settlement.member_events import (
    MemberAmended,
    MemberPlansSet,
    MembersJoined,
    MembersLeft,
    Payment,
    PaymentsRecorded,
)
from app.domain.settlement.members import Member, Plan, obligations_of, shared_out
from app.domain.settlement.relief import RELIEFS
from app.domain.settlement.state import Promise, Settled
from app.services import casework
from app.services.changes import Changes
from app.services.execution import counted
from app.services.office import OpenOffice


def normal_form(member: Member, today: dt.date) -> Member:
    """The member as stored; a document number without a type is a resident's."""
    typed = member
    if member.id_no and not member.id_type:
        typed = msgspec.structs.replace(member, id_type=RESIDENT_ID)
    return msgspec.structs.replace(tidy_person(typed, today), note=tidy(member.note))


def add_members(
    office: OpenOffice,
    case_id: str,
    members: Sequence[Member],
    *,
    source: str = "",
    version: int | None = None,
) -> Changes:
    """Members join, numbered here; their `no` is not looked at. InvalidFields: `members.<place>`."""
    case = casework.load(office, case_id).as_a(Settled)
    return casework.record(office, case_id, joined(office, case, members, source), version=version)


def joined(office: OpenOffice, case: Settled, members: Iterable[Member], source: str = "") -> MembersJoined:
    """The event of these people joining, in the order given."""
    today = office.clock.today()
    first = len(case.members) + 1
    numbered = tuple(
        normal_form(msgspec.structs.replace(member, no=first + place), today)
        for place, member in enumerate(members)
    )
    return MembersJoined(members=numbered, on=today, by=office.operator.name, source=source)


def amend_member(
    office: OpenOffice, case_id: str, member: Member, reason: str, *, version: int | None = None
) -> Changes:
    """Correct one member's particulars."""
    today = office.clock.today()
    event = MemberAmended(
        member=normal_form(member, today), on=today, by=office.operator.name, reason=reason.strip()
    )
    return casework.record(office, case_id, event, version=version)


def leave(
    office: OpenOffice,
    case_id: str,
    nos: Sequence[int],
    *,
    on: dt.date,
    reason: str,
    note: str = "",
    version: int | None = None,
) -> Changes:
    """Members leave; the case goes on for the others."""
    event = MembersLeft(nos=tuple(nos), on=on, reason=reason, by=office.operator.name, note=note.strip())
    return casework.record(office, case_id, event, version=version)


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What is proposed to several members alike. `relief` is a code of `RELIEFS`.

    Money: `per_mille` of each claim, or `amount` cents each when given; in `parts` monthly instalments, the
    first due on `first_due`. Goods and acts: due on `first_due`, declared worth `worth` cents each.
    """

    relief: str
    first_due: dt.date | None = None
    per_mille: int = 1000
    amount: int | None = None
    parts: int = 1
    worth: int = 0
    description: str = ""
    method: str = "转账"


def plans_of(case: Settled, nos: Sequence[int], terms: Terms) -> tuple[Plan, ...]:
    """The plan each of these members would have. UserError names who cannot have one."""
    found = []
    for no in nos:
        one = case.member(no)
        if one is None:
            raise UserError(f"名单上没有第 {no} 号成员，请刷新后重试。")
        found.append(_plan(one.member, terms))
    return tuple(found)


def _plan(member: Member, terms: Terms) -> Plan:
    kind = RELIEFS[terms.relief]
    if not kind:
        return Plan(member=member.no, relief=terms.relief, method="")
    if terms.first_due is None:
        raise UserError("请填写履行期限，再拟定方案。")
    if kind == "money":
        if terms.amount is None and member.claim is None:
            raise UserError(f"{member.name}没有登记诉求金额，不能按比例计算，请填写每人金额。")
        amount = terms.amount
        if amount is None:
            (amount,) = shared_out((member.claim or 0,), terms.per_mille)
        parts = monthly(amount, terms.parts, terms.first_due)
        return Plan(
            member=member.no,
            relief=terms.relief,
            parts=parts,
            description=terms.description,
            method=terms.method,
        )
    return Plan(
        member=member.no,
        relief=terms.relief,
        parts=(Instalment(amount=0, due_on=terms.first_due),),
        worth=terms.worth,
        description=terms.description,
        method=terms.method,
    )


def set_plans(
    office: OpenOffice, case_id: str, plans: Sequence[Plan], *, version: int | None = None
) -> Changes:
    """Write down what is proposed; who had consented to another plan has to be asked anew."""
    event = MemberPlansSet(plans=tuple(plans), on=office.clock.today(), by=office.operator.name)
    return casework.record(office, case_id, event, version=version)


def agreed_obligations(case: Settled, common: Sequence[Obligation] = ()) -> tuple[Obligation, ...]:
    """What an agreement of the case holds: the common obligations, then those of each member's plan."""
    payer = list(case.PARTIES)[-1]
    return (*common, *obligations_of(case.members, payer, first=len(common) + 1))


def due_payments(case: Settled, nos: Sequence[int], until: dt.date | None = None) -> tuple[Payment, ...]:
    """All these members are still owed, or what has fallen due `until` that day, goods and acts too."""
    wanted = set(nos)
    return tuple(
        _payment(promise, promise.rest())
        for promise in _owing(case)
        if promise.obligation.payee in wanted and (until is None or promise.obligation.due_on <= until)
    )


def open_promises(case: Settled, nos: Sequence[int]) -> tuple[Promise, ...]:
    """What these members are still owed and nobody has declared broken."""
    wanted = set(nos)
    return tuple(p for p in _owing(case) if p.obligation.payee in wanted and p.open())


def urge(
    office: OpenOffice,
    case_id: str,
    nos: Sequence[int],
    *,
    on: dt.date,
    method: str,
    by: str,
    note: str = "",
    version: int | None = None,
) -> Changes:
    """督促履行 for several members at once: what has fallen due, else the promise of each that comes next.

    Raises UserError when none of them is owed anything.
    """
    case = casework.load(office, case_id).as_a(Settled)
    owed = open_promises(case, nos)
    if not owed:
        raise UserError("所选成员没有尚未了结的义务，不需要督促。")
    first: dict[int, int] = {}
    for promise in sorted(owed, key=lambda p: (p.obligation.due_on, p.obligation.no)):
        first.setdefault(promise.obligation.payee, promise.obligation.no)
    events = [
        ObligationUrged(obligation_no=promise.obligation.no, on=on, method=method, by=by, note=note.strip())
        for promise in owed
        if promise.obligation.due_on <= on or promise.obligation.no == first[promise.obligation.payee]
    ]
    return casework.record(office, case_id, *events, version=version)


def split_payments(case: Settled, received: Mapping[int, int]) -> tuple[Payment, ...]:
    """What members received (cents by number) laid on what they are owed, the earliest first.

    UserError when somebody received more than is owed to them.
    """
    rest = dict(received)
    found = []
    for promise in sorted(_owing(case), key=lambda p: (p.obligation.due_on, p.obligation.no)):
        part = min(rest.get(promise.obligation.payee, 0), promise.rest())
        if part > 0:
            rest[promise.obligation.payee] -= part
            found.append(_payment(promise, part))
    for no, more in rest.items():
        one = case.member(no)
        if more and one is not None:
            raise UserError(f"{one.member.name}收到的金额超过了尚欠的数额，请核对。")
    return tuple(found)


def _owing(case: Settled) -> list[Promise]:
    promises = case.agreement.promises if case.agreement is not None else []
    return [p for p in promises if p.obligation.payee and p.owing()]


def _payment(promise: Promise, amount: int) -> Payment:
    duty = promise.obligation
    extra, relief = counted(duty, amount)
    return Payment(
        obligation_no=duty.no, amount=amount, done=duty.kind != "money", extra=extra, relief=relief
    )


def record_payments(
    office: OpenOffice,
    case_id: str,
    payments: Sequence[Payment],
    *,
    on: dt.date,
    note: str = "",
    proof: Attachment | None = None,
    version: int | None = None,
) -> Changes:
    """Write a list of payments down at once."""
    event = PaymentsRecorded(
        payments=tuple(payments), on=on, by=office.operator.name, note=note.strip(), proof=proof
    )
    return casework.record(office, case_id, event, version=version)
