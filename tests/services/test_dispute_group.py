"""A group before the people's mediation committee: members, plans, consents, payments, a new round."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.kinds.dispute import events as e
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.settlement.events import AgreementReached, ObligationBreached
from app.domain.settlement.member_events import MembersConsented
from app.domain.settlement.members import Member
from app.services import casework, committee, dispute, group, papers
from app.services.office import OpenOffice
from app.store.queries.cases import LIST_COLUMNS
from app.system.clock import FixedClock
from tests.disputes import BY, accepted, application, ready, session, signed
from tests.offices import TODAY
from tests.papers.reading import text_of

CLAIMS = (1_000_00, 2_000_00, 3_000_01)


@pytest.fixture
def case_id(office: OpenOffice) -> str:
    """Three people against the gym, talked over and agreed in the session."""
    committee.name_committee(office, "青山镇人民调解委员会", "江安县人民法院")
    committee.list_mediator(office, name="周玉梅", post="chair", sex="female", since=dt.date(2026, 1, 1))
    found = dispute.register_dispute(office, application(TODAY)).case_id
    dispute.decide(office, found, accepted(TODAY))
    members = [Member(no=0, name=f"会员{no}", claim=claim) for no, claim in enumerate(CLAIMS, start=1)]
    group.add_members(office, found, members)
    casework.record(office, found, *ready(TODAY), session(1, TODAY, "agreed"))  # type: ignore[arg-type]
    return found


def the_case(office: OpenOffice, case_id: str) -> DisputeCase:
    return casework.load(office, case_id).as_a(DisputeCase)


def step(office: OpenOffice, case_id: str) -> str:
    found = casework.load(office, case_id).next_step
    return found.name if found is not None else ""


def ask(office: OpenOffice, case_id: str, *nos: int, agrees: bool = True) -> None:
    asked = MembersConsented(nos=nos, agrees=agrees, on=TODAY, method="phone", by=BY)
    casework.record(office, case_id, asked)


def plan(office: OpenOffice, case_id: str) -> None:
    terms = group.Terms(relief="refund", first_due=TODAY, parts=2)
    case = the_case(office, case_id)
    group.set_plans(office, case_id, group.plans_of(case, (1, 2, 3), terms))


def agree(office: OpenOffice, case_id: str) -> None:
    made = AgreementReached(
        agreed_on=TODAY,
        terms="分两期退还余额",
        obligations=group.agreed_obligations(the_case(office, case_id)),
        instrument="letter",
    )
    casework.record(office, case_id, made)
    casework.record(office, case_id, signed(the_case(office, case_id), TODAY))


def test_a_group_is_mediated_member_by_member(office: OpenOffice, case_id: str, tmp_path: Path) -> None:
    case = the_case(office, case_id)
    assert (case.people(), case.claimed()) == (4, sum(CLAIMS))
    assert step(office, case_id) == "plan_members"
    plan(office, case_id)
    assert step(office, case_id) == "ask_members"
    with pytest.raises(UserError, match="还没有成员同意方案"):
        agree(office, case_id)
    ask(office, case_id, 1, 2)
    ask(office, case_id, 3, agrees=False)
    assert step(office, case_id) == "reach_agreement"
    agree(office, case_id)
    sums = the_case(office, case_id).member_totals()
    assert (sums.agreed, sums.agreeing, sums.refusing) == (3_000_00, 2, 1)
    due = group.due_payments(the_case(office, case_id), (1, 2, 3), TODAY)
    assert [one.amount for one in due] == [500_00, 1_000_00]
    group.record_payments(office, case_id, due, on=TODAY)
    values = office.store.cases.row_of(case_id)
    assert values is not None
    row = dict(zip(LIST_COLUMNS, values, strict=True))
    assert (row["members"], row["recovered"], row["amount"]) == (4, 1_500_00, sum(CLAIMS))
    schedule = tmp_path / "schedule.pdf"
    papers.issue(office, papers.PaperOrder(case_id=case_id, paper="member_schedule"), schedule)
    assert "不受协议约束的成员：会员3" in text_of(schedule.read_bytes())
    election = tmp_path / "election.pdf"
    papers.issue(office, papers.PaperOrder(case_id=case_id, paper="member_election"), election)
    assert "会员1" in text_of(election.read_bytes())


def test_a_new_round_asks_the_members_anew(office: OpenOffice, case_id: str) -> None:
    plan(office, case_id)
    ask(office, case_id, 1, 2, 3)
    agree(office, case_id)
    clock = office.clock
    assert isinstance(clock, FixedClock)
    clock.advance(dt.timedelta(days=60))
    today = clock.today()
    for promise in the_case(office, case_id).agreement.promises:  # type: ignore[union-attr]
        broken = ObligationBreached(
            obligation_no=promise.obligation.no, on=today, facts="分文未付", advice="已告知可以起诉"
        )
        casework.record(office, case_id, broken)
    casework.record(office, case_id, e.MediationResumed(on=today, by=BY, reason="协议没有履行"))
    case = the_case(office, case_id)
    assert case.phase == "accepted"
    assert all(one.plan is None and one.consent is None for one in case.present_members())
    assert len(case.past_agreements) == 1


def test_two_people_are_no_group(office: OpenOffice) -> None:
    made = dispute.register_dispute(office, application(TODAY)).case_id
    case = the_case(office, made)
    assert (case.people(), case.is_group()) == (0, False)
    names = {choice.name for choice in casework.load(office, made).choices}
    assert "add_members" in names
    assert not names & {"plan_members", "ask_members", "pay_list", "elect_representatives"}


def test_several_members_are_urged_for_at_once(office: OpenOffice, case_id: str) -> None:
    plan(office, case_id)
    ask(office, case_id, 1, 2)
    agree(office, case_id)
    group.urge(office, case_id, (1, 2, 3), on=TODAY, method="phone", by=BY, note="下周付")
    promises = the_case(office, case_id).agreement.promises  # type: ignore[union-attr]
    urged = {p.obligation.payee for p in promises if p.urgings}
    assert urged == {1, 2}  # the third is not bound and nobody is urged for them
    assert [p.obligation.description for p in promises if p.urgings] == ["第1期", "第1期"]
    with pytest.raises(UserError, match="不需要督促"):
        group.urge(office, case_id, (3,), on=TODAY, method="phone", by=BY)
