"""人民调解 from the counter to the file: the duties of 《人民调解法》 on real offices."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.dispute import events as e
from app.domain.kinds.dispute.facts import Delegate, Disputant
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.matter.events import CaseClosed, CaseFiled, Replied
from app.domain.settlement.events import (
    MediationTerminated,
    ObligationBreached,
    ObligationPerformed,
)
from app.services import casework, committee, dispute, integrity, particulars, timeline
from app.services.office import OpenOffice
from tests.disputes import (
    BY,
    LEFT,
    accepted,
    agreement,
    application,
    consent,
    mediators,
    ready,
    rights,
    session,
    signed,
)
from tests.offices import TODAY


@pytest.fixture
def table(office: OpenOffice) -> OpenOffice:
    """The office with a committee of three."""
    committee.name_committee(office, "青山镇人民调解委员会", "江安县人民法院")
    for name, post, sex in (
        ("周玉梅", "chair", "female"),
        ("李强", "member", "male"),
        ("何平", "member", "male"),
    ):
        committee.list_mediator(office, name=name, post=post, sex=sex, since=dt.date(2026, 1, 1))
    return office


def begun(office: OpenOffice, **changes: object) -> str:
    """A dispute accepted today."""
    case_id = dispute.register_dispute(office, application(TODAY, **changes)).case_id
    dispute.decide(office, case_id, accepted(TODAY))
    return case_id


def the_case(office: OpenOffice, case_id: str) -> DisputeCase:
    return casework.load(office, case_id).as_a(DisputeCase)


def next_step(office: OpenOffice, case_id: str) -> str:
    step = casework.load(office, case_id).next_step
    return step.name if step is not None else ""


def reason(office: OpenOffice, case_id: str, act: str) -> str:
    return next(c.reason for c in casework.load(office, case_id).choices if c.name == act)


def clock(office: OpenOffice, case_id: str, name: str) -> dt.date | None:
    return next((r.due_on for r in casework.load(office, case_id).deadlines if r.clock == name), None)


def test_a_dispute_runs_through_to_the_file(table: OpenOffice) -> None:
    made = dispute.register_dispute(table, application(TODAY))
    assert made.number == "人调字〔2026〕1号"
    case_id = made.case_id
    assert next_step(table, case_id) == "decide_dispute"
    dispute.decide(table, case_id, accepted(TODAY))
    assert the_case(table, case_id).consents["applicant"].agrees
    walked = []
    for events in (
        (consent("respondent", TODAY),),
        (rights("applicant", TODAY), rights("respondent", TODAY)),
        (mediators(TODAY),),
        (session(1, TODAY, "continue"),),
        (session(2, TODAY, "agreed"),),
        (agreement(TODAY, TODAY + dt.timedelta(days=10)),),
    ):
        walked.append(next_step(table, case_id))
        casework.record(table, case_id, *events)
    assert walked == [
        "record_consent",
        "tell_rights",
        "name_mediators",
        "hold_session",
        "hold_session",
        "reach_agreement",
    ]
    assert next_step(table, case_id) == "sign_agreement"
    assert the_case(table, case_id).effective_on() is None
    assert "还没有生效" in reason(table, case_id, "apply_confirmation")
    casework.record(table, case_id, signed(the_case(table, case_id), TODAY))
    assert the_case(table, case_id).effective_on() == TODAY
    assert next_step(table, case_id) == "apply_confirmation"
    casework.record(table, case_id, e.ConfirmationDeclined(on=TODAY, by=BY, note="近日即可付清"))
    assert next_step(table, case_id) == "plan_visit"
    casework.record(table, case_id, e.VisitPlanned(on=TODAY, purpose="看是否付款", by=BY))
    assert next_step(table, case_id) == "record_performance"
    casework.record(table, case_id, ObligationPerformed(obligation_no=1, on=TODAY, amount=LEFT))
    assert next_step(table, case_id) == "make_visit"
    visit = e.VisitMade(
        on=TODAY,
        method="phone",
        by=BY,
        whom="陆文英",
        purpose="履行情况",
        kept="all",
        text="已收到全部退款。",
    )
    casework.record(table, case_id, visit)
    assert next_step(table, case_id) == "close"
    casework.record(table, case_id, CaseClosed(on=TODAY, summary="调解成功，全部履行。", by=BY))
    casework.record(table, case_id, CaseFiled(on=TODAY, volume="2026-1", retention="d10", pages=12, by=BY))
    view = casework.load(table, case_id)
    assert view.case.phase == "filed"
    assert view.as_a(DisputeCase).recovered() == LEFT
    assert len(timeline.entries(table, view)) == len(view.events)
    assert ("调解员", "周玉梅") in particulars.of(view.case)
    assert integrity.verify(table) == []


def test_a_plain_no_ends_it(table: OpenOffice) -> None:
    case_id = begun(table)
    casework.record(table, case_id, consent("respondent", TODAY, agrees=False))
    assert next_step(table, case_id) == "terminate"
    assert "第17条" in reason(table, case_id, "hold_session")
    casework.record(
        table,
        case_id,
        MediationTerminated(decided_on=TODAY, grounds=("1",), facts="被申请人明确拒绝调解。", by=BY),
    )
    assert next_step(table, case_id) == "tell_routes"
    assert "救济途径" in reason(table, case_id, "close")
    with pytest.raises(UserError):
        casework.record(table, case_id, CaseClosed(on=TODAY, summary="终止", by=BY))
    dispute.tell_routes(
        table,
        case_id,
        parties=("applicant", "respondent"),
        routes=("arbitration", "judicial"),
        on=TODAY,
        method="in_person",
        by=BY,
    )
    assert next_step(table, case_id) == "close"


def test_an_oral_agreement_is_in_force_on_the_day(table: OpenOffice) -> None:
    case_id = begun(table)
    casework.record(table, case_id, *ready(TODAY), session(1, TODAY, "agreed"))  # type: ignore[arg-type]
    casework.record(table, case_id, agreement(TODAY, TODAY, oral=True))
    assert the_case(table, case_id).effective_on() == TODAY
    assert "口头协议" in reason(table, case_id, "sign_agreement")
    casework.record(table, case_id, ObligationPerformed(obligation_no=1, on=TODAY, amount=LEFT))
    assert the_case(table, case_id).phase == "performed"


def test_effect_is_the_last_signature_and_thirty_days_run_from_it(table: OpenOffice) -> None:
    start = dt.date(2026, 9, 1)
    case_id = dispute.register_dispute(table, application(start)).case_id
    dispute.decide(table, case_id, accepted(start))
    casework.record(table, case_id, *ready(start), session(1, start, "agreed"))  # type: ignore[arg-type]
    casework.record(table, case_id, agreement(start, dt.date(2026, 12, 31)))
    full = signed(the_case(table, case_id), start)
    one, *rest = full.signatures
    casework.record(table, case_id, e.AgreementSigned(signatures=tuple(rest), sealed_on=start))
    assert the_case(table, case_id).effective_on() is None
    late = msgspec.structs.replace(one, on=dt.date(2026, 9, 7))
    casework.record(table, case_id, e.AgreementSigned(signatures=(late,)))
    assert the_case(table, case_id).effective_on() == dt.date(2026, 9, 7)
    # 三十日 end on 10-07, inside the National Day holiday.
    due = clock(table, case_id, "dispute.confirmation")
    assert due is not None
    assert due >= dt.date(2026, 10, 7)
    with pytest.raises(InvalidFields) as caught:
        casework.record(
            table,
            case_id,
            e.ConfirmationApplied(on=due + dt.timedelta(days=1), court="江安县人民法院", by=BY),
        )
    assert "三十日" in caught.value.problems["on"]
    casework.record(table, case_id, e.ConfirmationApplied(on=due, court="江安县人民法院", by=BY))


def confirmed(office: OpenOffice, result: str) -> str:
    case_id = begun(office)
    casework.record(office, case_id, *ready(TODAY), session(1, TODAY, "agreed"))  # type: ignore[arg-type]
    casework.record(office, case_id, agreement(TODAY, TODAY))
    casework.record(office, case_id, signed(the_case(office, case_id), TODAY))
    casework.record(
        office,
        case_id,
        e.ConfirmationApplied(on=TODAY, court="江安县人民法院", by=BY),
        e.ConfirmationTaken(taken=True, on=TODAY, number="（2026）赣0429诉前调确字12号"),
        e.ConfirmationDecided(result=result, on=TODAY, reason="内容不明确" if result == "rejected" else ""),
    )
    return case_id


def test_a_confirmed_agreement_can_be_enforced_not_mediated_again(table: OpenOffice) -> None:
    case_id = confirmed(table, "confirmed")
    assert reason(table, case_id, "note_enforcement") == ""
    assert reason(table, case_id, "resume_mediation")


def test_what_the_court_refuses_is_mediated_again(table: OpenOffice) -> None:
    case_id = confirmed(table, "rejected")
    assert "确认有效" in reason(table, case_id, "note_enforcement")
    casework.record(table, case_id, e.MediationResumed(on=TODAY, reason="协议内容不明确，重新约定", by=BY))
    case = the_case(table, case_id)
    assert case.phase == "accepted"
    assert case.agreement is None
    assert len(case.past_agreements) == 1
    assert next_step(table, case_id) == "record_consent"


def test_a_signature_by_a_delegate_needs_the_power_to_sign(table: OpenOffice) -> None:
    form = application(TODAY)
    side = msgspec.structs.replace(
        form.applicant, delegate=Delegate(name="陆海", powers=("apply",), seen=True)
    )
    case_id = dispute.register_dispute(table, msgspec.structs.replace(form, applicant=side)).case_id
    dispute.decide(table, case_id, accepted(TODAY))
    casework.record(table, case_id, *ready(TODAY), session(1, TODAY, "agreed"))  # type: ignore[arg-type]
    casework.record(table, case_id, agreement(TODAY, TODAY))
    by_delegate = e.Signature(role="applicant", name="陆文英", by="陆海", how="signature", on=TODAY)
    with pytest.raises(InvalidFields) as caught:
        casework.record(table, case_id, e.AgreementSigned(signatures=(by_delegate,)))
    assert "没有写明" in caught.value.problems["signatures.0"]


def test_several_on_a_side_all_have_to_sign(table: OpenOffice) -> None:
    form = application(TODAY)
    more = (*form.applicant.people, Disputant(name="陆军"))
    side = msgspec.structs.replace(form.applicant, people=more)
    case_id = dispute.register_dispute(table, msgspec.structs.replace(form, applicant=side)).case_id
    assert the_case(table, case_id).party_names()["applicant"] == "陆文英等2人"
    dispute.decide(table, case_id, accepted(TODAY))
    casework.record(table, case_id, *ready(TODAY), session(1, TODAY, "agreed"))  # type: ignore[arg-type]
    casework.record(table, case_id, agreement(TODAY, TODAY))
    assert ("applicant", "陆军") in the_case(table, case_id).unsigned()


def test_mediators_come_from_the_roster(table: OpenOffice) -> None:
    case_id = begun(table)
    stranger = msgspec.structs.replace(mediators(TODAY), mediators=("陌生人",))
    with pytest.raises(InvalidFields) as caught:
        casework.record(table, case_id, stranger)
    assert "名册" in caught.value.problems["mediators"]
    helped = msgspec.structs.replace(mediators(TODAY), helpers=("刘洋（邻居）",))
    with pytest.raises(InvalidFields) as caught:
        casework.record(table, case_id, helped)
    assert "第20条" in caught.value.problems["helpers_agreed"]


def test_without_a_committee_nothing_is_accepted(office: OpenOffice) -> None:
    case_id = dispute.register_dispute(office, application(TODAY)).case_id
    with pytest.raises(UserError) as caught:
        dispute.decide(office, case_id, accepted(TODAY))
    assert "人民调解委员会" in caught.value.message


def test_the_sender_gets_the_result(table: OpenOffice) -> None:
    form = application(TODAY, came="court")
    with pytest.raises(InvalidFields) as caught:
        dispute.register_dispute(table, form)
    assert "origin.source" in caught.value.problems
    form = msgspec.structs.replace(form, origin=msgspec.structs.replace(form.origin, source="江安县人民法院"))
    case_id = dispute.register_dispute(table, form).case_id
    dispute.decide(table, case_id, accepted(TODAY))
    assert "applicant" not in the_case(table, case_id).consents
    refused = [consent("applicant", TODAY, agrees=False)]
    casework.record(table, case_id, *refused)
    casework.record(
        table, case_id, MediationTerminated(decided_on=TODAY, grounds=("1",), facts="拒绝", by=BY)
    )
    both = ("applicant", "respondent")
    dispute.tell_routes(
        table, case_id, parties=both, routes=("judicial",), on=TODAY, method="in_person", by=BY
    )
    assert next_step(table, case_id) == "reply"
    casework.record(
        table, case_id, Replied(to="source", on=TODAY, method="letter", by=BY, text="调解不成，已告知起诉。")
    )
    assert next_step(table, case_id) == "close"


def test_the_risk_of_crime_goes_to_the_police(table: OpenOffice) -> None:
    case_id = begun(table)
    risk = e.RiskReported(
        level="crime",
        facts="被申请人扬言动手",
        measures="分开双方，安排专人稳控",
        at=table.clock.now(),
        by=BY,
    )
    with pytest.raises(InvalidFields) as caught:
        dispute.report_risk(table, case_id, risk)
    assert "第25条" in caught.value.problems["told"]
    dispute.report_risk(table, case_id, msgspec.structs.replace(risk, told="青山派出所"))
    assert the_case(table, case_id).alert_level() == 2


def test_who_will_not_sign_ends_mediation(table: OpenOffice) -> None:
    case_id = begun(table)
    casework.record(table, case_id, *ready(TODAY), session(1, TODAY, "agreed"))  # type: ignore[arg-type]
    casework.record(table, case_id, agreement(TODAY, TODAY))
    casework.record(
        table, case_id, MediationTerminated(decided_on=TODAY, grounds=("3",), facts="拒绝签名", by=BY)
    )
    case = the_case(table, case_id)
    assert case.phase == "terminated"
    assert case.agreement is None


def test_a_broken_agreement_waits_for_its_last_day(table: OpenOffice) -> None:
    case_id = begun(table)
    casework.record(table, case_id, *ready(TODAY), session(1, TODAY, "agreed"))  # type: ignore[arg-type]
    casework.record(table, case_id, agreement(TODAY, TODAY, oral=True))
    with pytest.raises(InvalidFields):
        casework.record(
            table, case_id, ObligationBreached(obligation_no=1, on=TODAY, facts="没有付款", advice="可以起诉")
        )


def test_the_roster_tells_what_the_law_wants(table: OpenOffice) -> None:
    assert committee.remarks(table) == []
    entry = next(m for m in committee.serving(table) if m.name == "何平")
    committee.strike_mediator(table, entry.id, "调离本镇")
    assert "三至九人" in committee.remarks(table)[0]
    committee.list_mediator(table, name="吴芳", post="member", sex="female", since=dt.date(2024, 1, 10))
    (remark,) = committee.remarks(table)
    assert "2027-01-09" in remark
