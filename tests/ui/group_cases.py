"""A group's case where a given act of a group, or one after an agreement, is possible."""

from __future__ import annotations

import datetime as dt

from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.state import Complaint
from app.domain.settlement.facts import Obligation
from app.domain.settlement.member_events import MembersConsented
from app.domain.settlement.members import Member
from app.services import casework, execution, group
from app.services.office import OpenOffice
from app.system.clock import FixedClock

BEFORE = ("amend_member", "leave_members", "elect_representatives", "plan_members", "ask_members")
AFTER = ("pay_list", "urge_members", "waive")
BROKEN = ("record_late_performance", "complain_again")
GROUP_ACTS = (*BEFORE, *AFTER, *BROKEN, "answer_referral")


def bring_group_to(act: str, office: OpenOffice, case_id: str) -> None:
    """From an accepted complaint to where `act` can be begun."""
    today = office.clock.today()
    if act == "answer_referral":
        execution.refer(
            office, case_id, purpose="lawsuit", body="青山人民法庭", on=today, by=office.operator.name
        )
        return
    members = [Member(no=0, name=name, claim=1_000_00) for name in ("刘桂芳", "何平", "钱芳")]
    group.add_members(office, case_id, members)
    terms = group.Terms(relief="refund", parts=2, first_due=today)
    case = casework.load(office, case_id).as_a(Complaint)
    group.set_plans(office, case_id, group.plans_of(case, [1, 2], terms))
    if act in BEFORE:
        return
    casework.record(
        office,
        case_id,
        MembersConsented(nos=(1, 2), agrees=True, on=today, method="phone", by="王敏"),
        e.SessionHeld(
            no=1,
            started_at=office.clock.now(),
            place="调解室",
            mode="face",
            mediators=("李强",),
            recorder="王敏",
            attendees="双方",
            text="谈妥",
            outcome="agreed",
        ),
    )
    case = casework.load(office, case_id).as_a(Complaint)
    common = Obligation(no=1, obligor="respondent", kind="money", amount=100_00, due_on=today, method="转账")
    agreed = e.AgreementReached(
        agreed_on=today,
        terms="退费",
        obligations=group.agreed_obligations(case, (common,)),
        instrument="letter",
    )
    casework.record(office, case_id, agreed)
    if act in BROKEN:
        clock = office.clock
        assert isinstance(clock, FixedClock)
        clock.advance(dt.timedelta(days=60))
        for number in range(1, 6):
            broken = e.ObligationBreached(
                obligation_no=number, on=clock.today(), facts="分文未付", advice="已告知可以起诉"
            )
            casework.record(office, case_id, broken)
