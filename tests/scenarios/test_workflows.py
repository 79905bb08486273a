"""The workflows W1, W3, W4, W6, W7, W8 of a counter, each lived through by the services of one office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.kinds.complaint.facts import Deal
from app.domain.kinds.dispute import events as d
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.matter.events import CaseClosed, CaseFiled
from app.domain.settlement.entrusting import MediationEntrusted
from app.domain.settlement.events import ObligationPerformed, ReferralAnswered
from app.services import (
    casework,
    committee,
    demo,
    dispute,
    entrusting,
    execution,
    founding,
    integrity,
    work_orders,
)
from app.services.demo.calendar_play import at
from app.services.demo.forms import form, person, shop
from app.services.demo.scene import Scene, pay
from app.services.demo.stories import work_orders as order_story
from app.services.office import OpenOffice
from app.system.clock import FixedClock
from tests import disputes
from tests.offices import QUICK

AMOUNT = 3_000_00


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    """The demonstration office before anything happened in it; its record is whole after every workflow."""
    clock = FixedClock(demo.TODAY)
    opened = demo.found(tmp_path / "office", clock, hardness=QUICK).office
    yield opened
    assert integrity.verify(opened) == []
    opened.close()


def move(office: OpenOffice, moment: dt.datetime) -> None:
    assert isinstance(office.clock, FixedClock)
    office.clock.move_to(moment)


def registered(office: OpenOffice, moment: dt.datetime, channel: str = "visit", source: str = "") -> Scene:
    """A gym that closed, 3,000 yuan left on the card."""
    move(office, moment)
    scene = Scene(office)
    scene.register(
        form(
            moment,
            person("陆文英", "13907925561", "红旗村3组"),
            shop("悦动健身房", "0792-4226633", "中山路10号", "钱峰", "钱峰"),
            Deal(
                amount=AMOUNT,
                category="fitness",
                goods="健身卡",
                problem="prepaid",
                demands=("prepaid_balance",),
                facts="门店停业，卡内余额3000元不退。",
            ),
            channel=channel,
            source=source,
        )
    )
    return scene


def settled(scene: Scene, moment: dt.datetime) -> None:
    """Accepted, agreed by telephone and paid, on days after `moment`."""
    day = dt.timedelta(days=1)
    move(scene.office, moment)
    scene.accept()
    move(scene.office, moment + day)
    scene.inquire("visit", "悦动健身房", "钱峰", "承认停业。")
    scene.consents()
    scene.mediate("同意退款。", "agreed", "陆文英、钱峰", mode="phone")
    scene.agree("退还余额。", pay(1, AMOUNT, moment + 5 * day, "余额"), without_letter="both_agreed")
    move(scene.office, moment + 2 * day)
    scene.paid(1, AMOUNT)


def test_w1_an_order_of_the_platform_comes_back_answered(office: OpenOffice) -> None:
    """12315 来单 → 受理材料 → 现场 → 调解 → 协议 → 督促 → 回复 (both) → 回访 → 归档."""
    scene = Scene(office)
    for moment in order_story.story(scene, demo.own_orders()):
        move(office, moment)
    move(office, at(11, 23, 9))
    scene.inquire("visit", "店内", "经营者", "承认收费。")
    scene.consents()
    scene.mediate("双方核对收费。", "agreed", "双方", mode="phone")
    scene.agree("退还费用。", pay(1, 120_00, at(11, 30, 0), "费用"), without_letter="both_agreed")
    move(office, at(11, 27, 9))
    scene.urge(1, "phone", "提醒月底前付款")
    move(office, at(11, 30, 9))
    scene.paid(1, 120_00)
    assert scene.case.replies_due() == ["complainant", "source"]
    scene.answer("已经退款。")
    assert scene.case.phase == "performed", "the platform still waits"
    scene.answer("已经办结。", to="source")
    move(office, at(12, 1, 9))
    scene.call_back("satisfied", "满意")
    scene.close("已经履行。")
    scene.file()
    assert (scene.case.outcome, scene.case.recovered()) == ("performed", 120_00)
    plans = work_orders.plan_import(office, demo.own_orders())
    assert all(plan.count("new") == 0 for plan in plans)


def test_w3_unsatisfied_is_done_again_until_satisfied(office: OpenOffice) -> None:
    """两个24小时, 回访不满意 → “回头看” 重办 → 满意."""
    founding.change_setting(office, "promise_two_24h", "on")
    scene = registered(office, at(6, 1, 9))
    settled(scene, at(6, 2, 8))
    move(office, at(6, 5, 9))
    scene.answer("已经退款。")
    scene.call_back("unsatisfied", "少退了一个月")
    assert (scene.case.phase, scene.case.round, scene.case.consents) == ("accepted", 2, {})
    move(office, at(6, 8, 9))
    scene.consents()
    scene.mediate("补退一个月。", "agreed", "陆文英、钱峰", mode="phone")
    scene.agree("补退250元。", pay(1, 250_00, at(6, 9, 0)), without_letter="performed_at_once")
    scene.paid(1, 250_00)
    scene.answer("已经补退。")
    move(office, at(6, 9, 9))
    scene.call_back("satisfied", "满意")
    scene.close("回访不满意，重新办理后满意。")
    case = scene.case
    assert case.recovered() == AMOUNT + 250_00
    assert [f.satisfaction for f in case.follow_ups] == ["unsatisfied", "satisfied"]
    rows = {r.clock: r for r in casework.load(office, scene.case_id).deadlines}
    transfer = rows["local.transfer"]
    assert transfer.due_at == at(6, 2, 9)
    assert transfer.done_on == dt.date(2026, 6, 2)
    assert transfer.explanation.endswith("在时限内办到。")


def test_w4_each_step_has_its_time_and_what_is_late_is_seen(office: OpenOffice) -> None:
    """12345 派单 → 各环节限时 → 逾期看得见 → 办结."""
    founding.change_setting(office, "promise_12345", "on")
    scene = registered(office, at(9, 21, 9), channel="hotline_12345", source="12345")
    names = {r.clock: r.due_on for r in casework.load(office, scene.case_id).deadlines}
    assert names == {
        "complaint.acceptance": dt.date(2026, 10, 8),
        "local.12345.return": dt.date(2026, 9, 23),
        "local.12345.reply": dt.date(2026, 9, 29),
    }
    settled(scene, at(9, 28, 9))
    move(office, at(10, 8, 9))
    scene.answer("已经退款。")
    scene.answer("已经办结。", to="source")
    rows = {r.clock: r for r in casework.load(office, scene.case_id).deadlines}
    late = rows["local.12345.reply"]
    assert late.due_on is not None
    assert late.done_on is not None
    assert late.done_on > late.due_on
    kept = rows["complaint.acceptance"]
    assert kept.done_on == dt.date(2026, 9, 28)


def mediated(office: OpenOffice, case_id: str, day: dt.date, amount: int) -> DisputeCase:
    """A dispute accepted, mediated back to back, agreed and signed on one day."""
    dispute.decide(office, case_id, disputes.accepted(day))
    if "applicant" not in casework.load(office, case_id).as_a(DisputeCase).consents:
        # Whoever applied has agreed by applying; whom another body sent is asked (人民调解法第17条).
        casework.record(office, case_id, disputes.consent("applicant", day))
    for events in (
        disputes.ready(day),
        [disputes.session(1, day, "agreed")],
        [disputes.agreement(day, day + dt.timedelta(days=20), amount=amount)],
    ):
        casework.record(office, case_id, *events)  # type: ignore[arg-type]
    case = casework.load(office, case_id).as_a(DisputeCase)
    casework.record(office, case_id, disputes.signed(case, day))
    return casework.load(office, case_id).as_a(DisputeCase)


@pytest.fixture
def table(office: OpenOffice) -> OpenOffice:
    """The office has a committee of its own."""
    committee.name_committee(office, "青山镇人民调解委员会", "江安县人民法院")
    for name, post in (("周玉梅", "chair"), ("李强", "member"), ("何平", "member")):
        committee.list_mediator(office, name=name, post=post, sex="female", since=dt.date(2026, 1, 1))
    return office


def test_w7_one_room_for_the_whole_mediation(table: OpenOffice) -> None:
    """申请 → 选调解员、通知 → 调解会议 → 签署 → 限期执行 → 回访评估 → 归档."""
    move(table, at(7, 1, 9))
    day = dt.date(2026, 7, 1)
    case_id = dispute.register_dispute(table, disputes.application(day)).case_id
    case = mediated(table, case_id, day, disputes.LEFT)
    assert case.effective_on() == day
    casework.record(table, case_id, d.ConfirmationDeclined(on=day, by="王敏"))
    later = dt.date(2026, 7, 20)
    casework.record(table, case_id, d.VisitPlanned(on=later, purpose="履行情况", by="王敏"))
    move(table, at(7, 20, 9))
    casework.record(
        table, case_id, ObligationPerformed(obligation_no=1, on=later, amount=disputes.LEFT), _visit(later)
    )
    casework.record(
        table,
        case_id,
        CaseClosed(on=later, summary="全部履行", by="王敏"),
        CaseFiled(on=later, volume="人调2026-1", retention="d10", pages=20, by="王敏"),
    )
    ended = casework.load(table, case_id).as_a(DisputeCase)
    assert (ended.phase, ended.outcome, ended.recovered()) == ("filed", "performed", disputes.LEFT)
    rows = {r.clock: r for r in casework.load(table, case_id).deadlines}
    assert rows["dispute.confirmation"].due_on == dt.date(2026, 7, 31)


def _visit(day: dt.date) -> d.VisitMade:
    return d.VisitMade(
        on=day,
        method="phone",
        by="王敏",
        whom="双方",
        purpose="履行",
        kept="all",
        text="已付",
        satisfied=True,
    )


def test_w8_what_is_not_agreed_goes_to_the_court_and_its_result_is_watched(office: OpenOffice) -> None:
    """投诉受理 → 调查取证 → 调解协商 → 仲裁或诉讼 → 执行结果监督."""
    scene = registered(office, at(6, 1, 9))
    move(office, at(6, 2, 9))
    scene.accept()
    scene.inquire("visit", "悦动健身房", "钱峰", "拒绝退款。")
    scene.evidence("健身卡", "prepaid_card")
    scene.consents()
    scene.mediate("各执一词。", "failed", "陆文英、钱峰", mode="phone")
    move(office, at(6, 3, 9))
    scene.terminate("3", "双方明确表示无法达成协议。")
    for party in ("complainant", "respondent"):
        scene.tell("termination", party, "phone")
    execution.refer(
        office, scene.case_id, purpose="lawsuit", body="江安县人民法院", on=scene.today, by="王敏"
    )
    move(office, at(8, 3, 9))
    judged = ReferralAnswered(no=1, on=scene.today, outcome="judged", text="判决退还3000元", by="王敏")
    casework.record(office, scene.case_id, judged)
    move(office, at(9, 1, 9))
    scene.call_back("satisfied", "判决后已经收到")
    scene.close("终止调解，法院判决后履行。")
    case = scene.case
    assert (case.outcome, case.recovered()) == ("terminated", 0)
    assert [r.answers[-1].outcome for r in case.referrals] == ["judged"]


def test_w6_from_the_shop_to_the_committee_and_the_court(table: OpenOffice) -> None:
    """投诉 → 和解不成 → 委托人民调解委员会 (双方同意) → 协议 → 司法确认 → 结果回到投诉."""
    scene = registered(table, at(6, 1, 9))
    move(table, at(6, 2, 9))
    scene.accept()
    scene.consents()
    given = MediationEntrusted(
        to="青山镇人民调解委员会", agreed=("complainant", "respondent"), on=scene.today, by="王敏"
    )
    entrusting.entrust(table, scene.case_id, given, open_dispute=True)
    other = scene.case.entrustments[-1].given.other
    assert casework.load(table, other).as_a(DisputeCase).applicant.title() == "陆文英"
    held = next(c.reason for c in casework.load(table, scene.case_id).choices if c.name == "hold_session")
    assert "委托" in held, "while the committee mediates nobody else does"
    assert entrusting.reported(table, scene.case_id) is None
    mediated(table, other, scene.today, AMOUNT)
    court = "江安县人民法院"
    for event in (
        d.ConfirmationApplied(on=scene.today, court=court, by="王敏"),
        d.ConfirmationTaken(taken=True, on=scene.today, number="（2026）赣0429诉前调确1号"),
        d.ConfirmationDecided(result="confirmed", on=scene.today),
    ):
        casework.record(table, other, event)
    result = entrusting.reported(table, scene.case_id)
    assert result is not None
    assert "3,000.00" in result.text
    casework.record(table, scene.case_id, result)
    assert casework.load(table, other).as_a(DisputeCase).confirmed()
    step = casework.load(table, scene.case_id).next_step
    assert step is not None
    assert step.name == "reach_agreement"
    scene.agree("按人民调解协议退还余额。", pay(1, AMOUNT, at(6, 22, 0)), without_letter="both_agreed")
    move(table, at(6, 22, 9))
    scene.paid(1, AMOUNT)
    assert (scene.case.outcome, scene.case.recovered()) == ("performed", AMOUNT)
