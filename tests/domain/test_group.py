"""共同投诉: joining, consent, what an agreement binds, and sums that add up to the cent."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import InvalidFields, UserError
from app.domain.instalments import Instalment, monthly
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.facts import Attachment
from app.domain.recovery import recovered
from app.domain.settlement import member_events as m
from app.domain.settlement.events import CaseReferred, ObligationWaived, ReferralAnswered
from app.domain.settlement.facts import Obligation, Payer
from app.domain.settlement.members import Member, Plan, obligations_of, shared_out
from tests.domain.complaints import Walker, duty

PAPER = Attachment(sha256="0" * 64, filename="推选书.jpg", size=10, media_type="image/jpeg")


def people(*claims: int) -> tuple[Member, ...]:
    return tuple(
        Member(no=no, name=f"家长{no}", phone=f"139{no:08d}", claim=claim)
        for no, claim in enumerate(claims, start=1)
    )


class Group(Walker):
    """A walker whose complaint is a group's."""

    def join(self, *claims: int) -> Group:
        self.write(m.MembersJoined(members=people(*claims), on=self.today, by="王敏"))
        return self

    def plan(self, *plans: Plan) -> Group:
        self.write(m.MemberPlansSet(plans=plans, on=self.today, by="王敏"))
        return self

    def ask(self, *nos: int, agrees: bool = True) -> Group:
        self.write(m.MembersConsented(nos=nos, agrees=agrees, on=self.today, method="phone", by="王敏"))
        return self

    def settle(self) -> Group:
        self.agree(*obligations_of(self.case.members, "respondent"))
        return self


def refund(no: int, amount: int, due: dt.date, parts: int = 1) -> Plan:
    return Plan(member=no, relief="refund", parts=monthly(amount, parts, due))


def mediated(*claims: int) -> Group:
    walker = Group().join(*claims)
    walker.accept()
    walker.day(1).consent()
    walker.day(1).talk("agreed")
    return walker


def test_nobody_is_bound_without_their_own_consent() -> None:
    group = mediated(300_00, 200_00, 100_00)
    due = group.today + dt.timedelta(days=30)
    group.plan(refund(1, 250_00, due), refund(2, 150_00, due), refund(3, 80_00, due))
    with pytest.raises(UserError, match="代表人不能代为达成协议（办法第12条）"):
        group.settle()
    group.ask(1).ask(2, agrees=False).settle()
    lines = group.case.member_lines()
    assert [line.bound for line in lines] == [True, False, False]
    assert group.case.agreement is not None
    assert group.case.agreement.total() == 250_00
    totals = group.case.member_totals()
    assert (totals.agreeing, totals.refusing, totals.unasked) == (1, 1, 1)
    assert (totals.claim, totals.proposed, totals.agreed) == (600_00, 480_00, 250_00)
    with pytest.raises(UserError, match="成员还没有同意协议"):
        group.pay(100_00, 3)
    # Whoever consents afterwards is bound from then on.
    group.ask(3)
    assert group.case.agreement.total() == 330_00
    group.pay(80_00, 3)
    with pytest.raises(InvalidFields, match="不能再改为不同意"):
        group.ask(3, agrees=False)


def test_a_new_plan_has_to_be_asked_anew() -> None:
    group = mediated(300_00, 200_00)
    due = group.today + dt.timedelta(days=30)
    group.plan(refund(1, 250_00, due), refund(2, 150_00, due)).ask(1, 2)
    group.plan(refund(1, 240_00, due), refund(2, 150_00, due))
    assert [one.agrees() for one in group.case.members] == [False, True]


def test_what_is_agreed_is_what_the_members_were_asked_about() -> None:
    group = mediated(300_00)
    due = group.today + dt.timedelta(days=30)
    group.plan(refund(1, 250_00, due)).ask(1)
    other = Obligation(
        no=1, obligor="respondent", kind="money", amount=200_00, due_on=due, method="转账", payee=1,
        relief="refund",
    )  # fmt: skip
    with pytest.raises(InvalidFields, match="应当与征求同意的方案一致"):
        group.agree(other)


def test_two_representatives_at_most_elected_in_writing() -> None:
    group = Group().join(1, 2, 3)
    with pytest.raises(InvalidFields, match="最多推选两名（办法第12条）"):
        group.write(m.RepresentativesElected(nos=(1, 2, 3), on=group.today, by="王敏", proof=PAPER))
    group.write(m.RepresentativesElected(nos=(1, 2), on=group.today, by="王敏", proof=PAPER))
    assert PAPER in group.case.attachments()
    group.write(m.MembersLeft(nos=(2,), on=group.today, reason="withdrew", by="王敏"))
    assert group.case.election is not None
    assert group.case.election.nos == (1,)
    assert group.case.people() == 2
    assert group.case.claimed() == 4


def test_the_same_person_joins_once_and_a_bound_member_does_not_leave() -> None:
    group = mediated(300_00)
    again = Member(no=2, name="家长1", phone="13900000001")
    with pytest.raises(InvalidFields, match="已经在名单上"):
        group.write(m.MembersJoined(members=(again,), on=group.today, by="王敏"))
    group.plan(refund(1, 300_00, group.today)).ask(1).settle()
    with pytest.raises(InvalidFields, match="不能退出"):
        group.write(m.MembersLeft(nos=(1,), on=group.today, reason="withdrew", by="王敏"))


def test_only_the_member_gives_up_what_is_theirs() -> None:
    group = mediated(300_00)
    group.plan(refund(1, 300_00, group.today)).ask(1).settle()
    given = ObligationWaived(
        obligation_no=1, on=group.today, amount=100_00, waived_by="代表人", consent_on=group.today,
        method="phone", reason="体谅困难", by="王敏",
    )  # fmt: skip
    with pytest.raises(InvalidFields, match="只有本人同意才能放弃"):
        group.write(given)
    group.write(
        ObligationWaived(
            obligation_no=1, on=group.today, amount=100_00, waived_by="家长1", consent_on=group.today,
            method="phone", reason="体谅困难", by="王敏",
        )
    )  # fmt: skip
    group.pay(200_00)
    assert group.case.phase == "performed"
    assert group.case.recovered() == 200_00


def test_extra_damages_and_worth_are_kept_apart() -> None:
    walker = Group()
    walker.accept()
    walker.consent()
    walker.talk("agreed")
    due = walker.today
    walker.agree(
        duty(1, 100_00, due),
        Obligation(no=2, obligor="respondent", kind="money", amount=300_00, due_on=due, method="转账",
                   relief="punitive"),
        Obligation(no=3, obligor="respondent", kind="goods", description="换货8袋", due_on=due,
                   method="当面交付", relief="goods", worth=1_120_00),
    )  # fmt: skip
    with pytest.raises(InvalidFields, match="单独统计"):
        walker.pay(300_00, 2)
    walker.pay(100_00)
    paid = e.ObligationPerformed(obligation_no=2, on=due, amount=300_00, extra=300_00)
    given = e.ObligationPerformed(obligation_no=3, on=due, done=True, relief=1_120_00)
    walker.write(paid, given)
    assert (walker.case.recovered(), walker.case.extra(), walker.case.relief()) == (100_00, 300_00, 1_120_00)
    brought = recovered(paid)
    assert brought is not None
    assert (brought.amount, brought.extra) == (0, 300_00)
    brought = recovered(given)
    assert brought is not None
    assert (brought.amount, brought.relief) == (0, 1_120_00)


def test_several_payers_each_with_a_share() -> None:
    walker = Group()
    walker.accept()
    walker.consent()
    walker.talk("agreed")
    both = (Payer(name="甲店", share=600_00), Payer(name="乙店", share=300_00))
    owed = Obligation(no=1, obligor="respondent", kind="money", amount=1000_00, due_on=walker.today,
                      method="转账", payers=both, liability="shares")  # fmt: skip
    with pytest.raises(InvalidFields, match="份额合计"):
        walker.agree(owed)
    both = (Payer(name="甲店", share=600_00), Payer(name="乙店", share=400_00))
    walker.agree(
        Obligation(no=1, obligor="respondent", kind="money", amount=1000_00, due_on=walker.today,
                   method="转账", payers=both, liability="shares")
    )  # fmt: skip
    with pytest.raises(InvalidFields, match="请选择是谁付的"):
        walker.pay(100_00)
    with pytest.raises(InvalidFields, match=r"该付款人尚欠的 400\.00 元"):
        walker.write(e.ObligationPerformed(obligation_no=1, on=walker.today, amount=500_00, payer="乙店"))
    walker.write(e.ObligationPerformed(obligation_no=1, on=walker.today, amount=400_00, payer="乙店"))
    walker.write(e.ObligationPerformed(obligation_no=1, on=walker.today, amount=600_00, payer="甲店"))
    assert walker.case.phase == "performed"


def test_what_was_broken_can_be_made_good_later() -> None:
    walker = Group()
    walker.accept()
    walker.consent()
    walker.talk("agreed")
    walker.agree(duty(1, 100_00, walker.today))
    walker.day(3)
    walker.write(e.ObligationBreached(obligation_no=1, on=walker.today, facts="分文未付", advice="已告知"))
    assert walker.case.phase == "breached"
    walker.day(20).pay(100_00)
    assert (walker.case.phase, walker.case.outcome, walker.case.recovered()) == (
        "performed",
        "performed",
        100_00,
    )


def test_where_the_parties_went_on_to_and_what_came_of_it() -> None:
    walker = Group()
    walker.accept()
    with pytest.raises(InvalidFields, match="应当经双方同意"):
        walker.write(
            CaseReferred(no=1, purpose="mediation", body="消费纠纷调委会", on=walker.today, by="王敏")
        )
    walker.write(
        CaseReferred(
            no=1, purpose="mediation", body="消费纠纷调委会", on=walker.today, by="王敏", consented=True
        )
    )
    walker.write(
        ReferralAnswered(no=1, on=walker.today, outcome="confirmed", number="（2026）调确1号", by="王敏")
    )
    assert walker.case.referrals[0].answers[-1].number == "（2026）调确1号"


@given(st.lists(st.integers(0, 10**9), max_size=40), st.integers(0, 1000))
def test_proportions_are_off_by_half_a_cent_at_most(claims: list[int], per_mille: int) -> None:
    for claim, share in zip(claims, shared_out(claims, per_mille), strict=True):
        assert abs(share * 1000 - claim * per_mille) <= 500
        assert 0 <= share <= claim


STEP = st.tuples(
    st.sampled_from(["agree", "refuse", "pay", "list", "waive", "break", "leave"]), st.integers(0, 30)
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 10**7), st.integers(1, 4)), min_size=1, max_size=8),
    st.sets(st.integers(1, 8), min_size=1),
    st.lists(STEP, max_size=25),
)
def test_sums_always_add_up(
    awards: list[tuple[int, int]], consenting: set[int], steps: list[tuple[str, int]]
) -> None:
    group = mediated(*(amount for amount, _parts in awards))
    due = group.today + dt.timedelta(days=1)
    group.plan(*(refund(no, max(a, p), due, p) for no, (a, p) in enumerate(awards, start=1)))
    agreeing = [no for no in sorted(consenting) if no <= len(awards)] or [1]
    group.ask(*agreeing).settle()
    group.day(200)
    for act, choice in steps:
        _try(group, act, choice)
        _check_sums(group.case)
    if group.case.phase == "performed":
        assert group.case.member_totals().rest == 0


def _try(group: Group, act: str, choice: int) -> None:
    case = group.case
    assert case.agreement is not None
    number = choice % len(case.agreement.promises) + 1
    promise = case.agreement.promises[number - 1]
    part = max(1, promise.rest() // (choice % 3 + 1))
    no = promise.obligation.payee
    name = case.members[no - 1].member.name
    events = {
        "agree": m.MembersConsented(nos=(no,), agrees=True, on=group.today, method="phone", by="王敏"),
        "refuse": m.MembersConsented(nos=(no,), agrees=False, on=group.today, method="phone", by="王敏"),
        "pay": e.ObligationPerformed(obligation_no=number, on=group.today, amount=part),
        "list": m.PaymentsRecorded(
            payments=(m.Payment(obligation_no=number, amount=part),), on=group.today, by="王敏"
        ),
        "waive": ObligationWaived(obligation_no=number, on=group.today, amount=part, waived_by=name,
                                  consent_on=group.today, method="phone", reason="放弃", by="王敏"),
        "break": e.ObligationBreached(obligation_no=number, on=group.today, facts="未付", advice="已告知"),
        "leave": m.MembersLeft(nos=(no,), on=group.today, reason="withdrew", by="王敏"),
    }  # fmt: skip
    before = [line.rest for line in case.member_lines()]
    try:
        group.write(events[act])
    except UserError:
        assert [line.rest for line in case.member_lines()] == before


def _check_sums(case: Complaint) -> None:
    totals, lines = case.member_totals(), case.member_lines()
    assert case.agreement is not None
    assert totals.agreed == totals.paid + totals.waived + totals.rest == case.agreement.total()
    for line in lines:
        assert line.agreed == line.paid + line.waived + line.rest
        assert line.bound or line.paid == line.agreed == 0
    assert totals.paid == case.agreement.paid() == case.recovered()
    assert totals.people + totals.left == len(case.members)
    assert totals.agreeing + totals.refusing + totals.unasked == totals.people


def test_two_thousand_members_are_one_appointment_a_day() -> None:
    group = mediated(*range(100, 2_100))
    due = group.today + dt.timedelta(days=30)
    group.plan(
        *(
            Plan(member=no, relief="refund", parts=(Instalment(amount=no, due_on=due),))
            for no in range(1, 2001)
        )
    )
    group.ask(*range(1, 2001)).settle()
    assert group.case.agreement is not None
    assert group.case.agreement.total() == sum(range(1, 2001))
    rows = [row for row in _rows(group) if row.clock.startswith("promise")]
    assert [row.label for row in rows] == ["向 2000 名成员履行 20,010.00 元"]
    group.write(
        m.PaymentsRecorded(
            payments=tuple(m.Payment(obligation_no=no, amount=no) for no in range(1, 2001)),
            on=group.today,
            by="王敏",
        )
    )
    assert group.case.phase == "performed"


def _rows(group: Group) -> list[object]:
    from app.domain.settlement.timing import promise_rows

    return list(promise_rows(group.case))
