"""What random walks do with a group and with an agreement that is not simply kept."""

from __future__ import annotations

import datetime as dt
import random

from app.domain.events import Event
from app.domain.instalments import Instalment, monthly
from app.domain.kinds.complaint.state import Complaint
from app.domain.rules import RuleSet
from app.domain.settlement import events as e
from app.domain.settlement import member_events as m
from app.domain.settlement.members import GroupMember, Member, Plan
from app.domain.settlement.state import Promise


def _join(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    if len(case.members) > 12 or rng.random() < 0.7:
        return []
    first = len(case.members) + 1
    members = tuple(
        Member(no=no, name=f"成员{no}", phone=f"138{no:08d}", claim=rng.choice([None, rng.randrange(10**6)]))
        for no in range(first, first + rng.randrange(1, 4))
    )
    return [m.MembersJoined(members=members, on=today, by="王敏")]


def _leave(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    free = [one for one in case.present_members() if case.phase != "agreed" or not one.agrees()]
    if not free or rng.random() < 0.8:
        return []
    return [m.MembersLeft(nos=(rng.choice(free).member.no,), on=today, reason="withdrew", by="王敏")]


def _plan(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    plans = [_proposal(one, today, rng) for one in case.present_members()]
    return [m.MemberPlansSet(plans=tuple(plans), on=today, by="王敏")] if plans else []


def _proposal(one: GroupMember, today: dt.date, rng: random.Random) -> Plan:
    if rng.random() < 0.2:
        return Plan(member=one.member.no, relief="nothing")
    due = today + dt.timedelta(days=rng.randrange(3, 30))
    if rng.random() < 0.2:
        on_day = (Instalment(amount=0, due_on=due),)
        return Plan(
            member=one.member.no, relief="transfer", parts=on_day, worth=500_00, description="转接课程"
        )
    amount = rng.randrange(10, 10**6)
    return Plan(member=one.member.no, relief="refund", parts=monthly(amount, rng.randrange(1, 4), due))


def _ask(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    unasked = [one.member.no for one in case.present_members() if one.plan and one.consent is None]
    agreeing = tuple(no for no in unasked if rng.random() < 0.8)
    refusing = tuple(no for no in unasked if no not in agreeing)
    return [
        m.MembersConsented(nos=nos, agrees=agrees, on=today, method="phone", by="王敏")
        for nos, agrees in ((agreeing, True), (refusing, False))
        if nos
    ]


def _pay_list(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    payments = tuple(
        m.Payment(obligation_no=p.obligation.no, amount=p.rest())
        if p.obligation.kind == "money"
        else m.Payment(obligation_no=p.obligation.no, done=True, relief=p.obligation.worth)
        for p in _owing(case)
        if rng.random() < 0.7
    )
    return [m.PaymentsRecorded(payments=payments, on=today, by="王敏")] if payments else []


def _waive(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    if rng.random() < 0.7:
        return []
    promise = rng.choice(_owing(case))
    one = case.member(promise.obligation.payee)
    rest = promise.rest()
    return [
        e.ObligationWaived(
            obligation_no=promise.obligation.no,
            on=today,
            amount=rng.randrange(1, rest + 1) if rest else 0,
            waived_by=one.member.name if one is not None else case.complainant.name,
            consent_on=today,
            method="phone",
            reason="不再要求",
            by="王敏",
        )
    ]


def _late(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    if rng.random() < 0.7:
        return []
    promise = rng.choice(_owing(case))
    number, rest = promise.obligation.no, promise.rest()
    if rest:
        return [e.ObligationPerformed(obligation_no=number, on=today, amount=rest)]
    return [e.ObligationPerformed(obligation_no=number, on=today, done=True)]


def _owing(case: Complaint) -> list[Promise]:
    assert case.agreement is not None
    return [p for p in case.agreement.promises if p.owing()]


def _refer(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    if rng.random() < 0.8:
        return []
    number = len(case.referrals) + 1
    return [e.CaseReferred(no=number, purpose="lawsuit", body="青山人民法庭", on=today, by="王敏")]


MAKERS = {
    "add_members": _join,
    "leave_members": _leave,
    "plan_members": _plan,
    "ask_members": _ask,
    "pay_list": _pay_list,
    "waive": _waive,
    "record_late_performance": _late,
    "refer_on": _refer,
}
