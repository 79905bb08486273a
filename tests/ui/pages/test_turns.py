"""Wrong turns through the window: every dialog saves, and what it says next is right."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.kinds.complaint.facts import Complainant
from app.services.registration import register_complaint
from app.ui.context import Context
from tests.offices import NOON, TODAY, walk_in
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def picture(clerk: Clerk, name: str) -> None:
    """Keep a picture of the dialog when a folder for them is named (not in a normal run)."""
    folder = os.environ.get("YZT_PICTURES", "")
    if folder:
        clerk.dialog.grab().save(f"{folder}/{name}.png")


def do(clerk: Clerk, act: str, /, **values: object) -> None:
    clerk.start(act)
    clerk.fill(**values)
    picture(clerk, act)
    clerk.save()


def accepted(clerk: Clerk) -> None:
    clerk.open()
    clerk.do("decide_acceptance")
    clerk.do("notify")


def mediated(clerk: Clerk) -> None:
    """Both sides agree to be mediated and a session is arranged."""
    accepted(clerk)
    clerk.do("record_consent", complainant="yes", respondent="yes")
    clerk.start("schedule_session")
    clerk.fill(at=NOON + dt.timedelta(days=3))
    clerk.save()


def test_a_delegate_without_the_original_blocks_acceptance(clerk: Clerk) -> None:
    clerk.open()
    do(clerk, "name_representative", name="袁芳", powers=["speak"], identity_seen=True)
    clerk.start("decide_acceptance")
    assert "授权委托书原件" in clerk.dialog.banner.text()
    clerk.fill(accepted="accept")
    assert "授权委托书原件" in clerk.refused()
    clerk.dialog.done(0)
    do(clerk, "end_representative", reason="本人到场")
    clerk.do("decide_acceptance")
    assert clerk.case.phase == "accepted"


def test_a_minor_needs_a_guardian(clerk: Clerk) -> None:
    form = walk_in(
        complainant=Complainant(name="袁晓彤", phone="13507923107", address="学府路", traits=("minor",))
    )
    clerk.open(register_complaint(clerk.office, form).case_id)
    clerk.start("decide_acceptance")
    assert "法定代理人" in clerk.dialog.banner.text()
    clerk.dialog.done(0)
    clerk.start("name_representative")
    assert clerk.dialog.form.field("role").value() == "guardian"
    clerk.fill(name="袁桂兰", relation="母亲", papers_seen=True, identity_seen=True)
    clerk.save()
    clerk.do("decide_acceptance")
    assert clerk.case.phase == "accepted"


def test_identity_proof_refused_leads_to_its_ground(clerk: Clerk) -> None:
    clerk.open()
    do(clerk, "demand_proof", due_on=TODAY + dt.timedelta(days=3))
    assert clerk.next_label() == "answer_proof"
    clerk.days_pass(5)
    do(clerk, "answer_proof", result="refused", note="两次电话通知，拒绝提供。")
    clerk.start("decide_acceptance")
    clerk.fill(accepted="refuse")
    assert clerk.dialog.form.field("grounds").value() == "6"
    clerk.save()
    assert clerk.case.refusal.grounds == ("6",)


def test_mediation_stands_still_until_recusal_is_decided(clerk: Clerk) -> None:
    mediated(clerk)
    name = next(iter(clerk.case.mediators()))
    do(clerk, "request_recusal", party="respondent", mediators=[name], reason="系投诉人近亲属")
    assert clerk.next_label() == "decide_recusal"
    clerk.start("decide_recusal")
    clerk.fill(granted="grant", replacement=name, by="周所长", reason="情况属实")
    assert "回避的人" in clerk.refused()
    clerk.fill(replacement="何涛")
    picture(clerk, "decide_recusal")
    clerk.save()
    assert clerk.case.pending_session().mediators == ("何涛",)
    assert ("recusal", "complainant", 0) in clerk.case.notices_owed()


def test_withdrawing_an_accepted_complaint_ends_the_mediation(clerk: Clerk) -> None:
    accepted(clerk)
    do(clerk, "withdraw", way="settled", note="经营者已当场退款")
    assert clerk.case.phase == "terminated"
    assert clerk.case.termination.grounds == ("1",)


def test_several_respondents_are_asked_each(clerk: Clerk) -> None:
    clerk.open()
    clerk.start("add_respondent")
    clerk.fill(**{"respondent.name": "厂家", "respondent.address": "工业路", "reason": "共同责任"})
    picture(clerk, "add_respondent")
    clerk.save()
    assert clerk.case.PARTIES["respondent2"] == "被投诉人二"
    clerk.do("decide_acceptance")
    clerk.do("notify")
    clerk.do("record_consent", complainant="yes", respondent="yes")
    assert clerk.next_label() == "record_consent"
    clerk.start("record_consent")
    clerk.fill(respondent="no")
    clerk.save()
    assert not clerk.case.consents["respondent2"].agrees
    do(clerk, "strike_respondent", reason="与本件无关")
    assert "respondent2" not in clerk.case.PARTIES
    do(clerk, "rename_party", name="新名商行", basis="变更登记通知书")
    assert clerk.case.respondent.name == "新名商行"
    do(clerk, "aid_signing", aid="fingerprint", helper="王敏", witness="李四")
    do(clerk, "party_gone", how="deregistered", facts="查公示系统已注销")
    assert clerk.next_label() == "terminate"


def test_the_station_settles_or_hands_up_and_gets_the_case_back(clerk: Clerk) -> None:
    clerk.open()
    do(clerk, "hand_up", to_office="青山镇窗口")
    assert clerk.next_label() == "receive_case"
    do(clerk, "receive_case", identity="bureau_office")
    do(clerk, "bring_result", outcome="help", result="派员协助")
    assert clerk.case.holder == ""
    do(clerk, "hand_down", to_office="红旗村站")
    do(clerk, "take_back", reason="地址写错")
    assert clerk.case.holder == ""
    do(clerk, "raise_alert", level="danger", told="周所长", note="扬言自伤")
    assert clerk.case.alert_level() == 2
    do(clerk, "lift_alert", told="周所长", note="情绪平复")
    assert clerk.case.alert() is None
    clerk.start("settle")
    line = clerk.dialog.rows.lines()[0]  # type: ignore[attr-defined]
    line.amount.set_value(300_00)
    line.due_on.set_value(TODAY)
    line.method.set_value("现金")
    clerk.fill(terms="退还维修费")
    picture(clerk, "settle")
    clerk.save()
    assert clerk.case.phase == "agreed"
    clerk.start("record_performance")
    clerk.fill(amount=200_00)
    clerk.save()
    clerk.start("correct")
    clerk.fill(what="payment/amount/1/1", amount=300_00, reason="少写了一百元")
    picture(clerk, "correct")
    clerk.save()
    assert clerk.case.phase == "performed"
    assert clerk.case.recovered() == 300_00
