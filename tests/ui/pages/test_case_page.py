"""The case page: a complaint from the counter to the closed file, through its dialogs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from app.domain.kinds.complaint.events import AcceptanceDecided, ComplaintAmended
from app.domain.kinds.complaint.facts import Complainant, Respondent
from app.services import casework
from app.services.registration import register_complaint
from app.ui.context import Context
from app.ui.pages.intake.amend import AmendDialog
from tests.offices import TODAY, walk_in
from tests.ui.office_fixture import accept, arrange
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    """A clerk with an empty page."""
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def test_a_complaint_goes_from_the_counter_to_the_closed_file(clerk: Clerk) -> None:
    clerk.open()
    assert clerk.next_label() == "decide_acceptance"
    clerk.press_next()
    clerk.save()
    assert clerk.case.phase == "accepted"
    clerk.press_next()
    assert clerk.dialog.form.field("address").value() == "13907925561"
    clerk.save()
    assert clerk.next_label() == "record_inquiry"
    clerk.press_next()
    clerk.fill(form="visit", text="店内核对维修单，店长承认收取300元。")
    clerk.save()
    clerk.press_next()
    assert clerk.dialog.act == "record_consent"
    clerk.fill(complainant="yes", respondent="yes")
    clerk.save()
    clerk.press_next()
    clerk.fill(at=clerk.office.clock.now(), told=True)
    clerk.save()
    assert clerk.next_label() == "hold_session"
    clerk.press_next()
    clerk.fill(text="双方陈述，店方同意退款。", outcome="agreed")
    clerk.save()
    clerk.press_next()
    clerk.fill(terms="退还300元")
    line = clerk.dialog.rows.lines()[0]
    line.amount.set_value(30_000)
    line.due_on.set_value(TODAY + dt.timedelta(days=3))
    clerk.save()
    assert clerk.case.phase == "agreed"
    clerk.press_next()
    assert clerk.dialog.form.field("amount").value() == 30_000
    clerk.fill(amount=10_000)
    clerk.save()
    clerk.days_pass(5)
    clerk.press_next()
    assert "尚欠 200.00 元" in clerk.dialog.form.field("obligation_no")._dots["1"].text()
    clerk.save()
    assert clerk.case.phase == "performed"
    clerk.press_next()
    assert "已全部履行，已到位 300.00 元" in clerk.dialog.form.field("text").value()
    clerk.save()
    clerk.press_next()
    clerk.fill(satisfaction="satisfied")
    clerk.save()
    clerk.press_next()
    clerk.save()
    clerk.press_next()
    clerk.fill(pages=12)
    clerk.save()
    assert clerk.case.phase == "filed"
    assert clerk.page.header.next_button.isHidden()
    assert clerk.page.header.phase.text() == "已归档"
    assert [step.state for step in clerk.page.header.bar._steps] == ["done"] * 6
    assert clerk.tab("history").records.texts()[0] == "归档"


def test_once_sixty_days_are_over_the_next_step_ends_mediation_on_that_ground(clerk: Clerk) -> None:
    clerk.open()
    clerk.do("decide_acceptance", accepted="accept")
    clerk.do("notify")
    clerk.do("record_inquiry", form="visit", text="经营者称收费合理。")
    clerk.days_pass(60)
    assert clerk.next_label() != "terminate"
    clerk.days_pass(1)
    assert clerk.next_label() == "terminate"
    assert clerk.tab("work")._basis.text() == "依据：投诉举报处理办法第二十三条第一款第（五）项"
    due = clerk.office.clock.today() - dt.timedelta(days=1)
    assert f"到 {due} 已经届满" in clerk.tab("work")._sentence.text()
    dialog = clerk.press_next()
    assert dialog.values()["grounds"] == "5"
    assert "未能达成调解协议" in dialog.values()["facts"]
    clerk.save()
    assert clerk.case.phase == "terminated"


def test_an_unsatisfied_complainant_sends_the_case_back(clerk: Clerk) -> None:
    clerk.open()
    clerk.do("decide_acceptance", accepted="accept")
    clerk.do("notify")
    clerk.do("record_consent", complainant="yes", respondent="no")
    assert clerk.next_label() == "terminate"
    clerk.start("terminate")
    assert "请选择终止调解的情形" in clerk.refused()
    clerk.fill(grounds="2", facts="经营者明确拒绝调解")
    clerk.save()
    clerk.do("notify")
    clerk.do("notify")
    assert clerk.case.phase == "replied"
    clerk.start("follow_up")
    clerk.fill(satisfaction="unsatisfied", text="要求再调一次")
    assert "退回重新办理" in clerk.dialog.banner.text()
    clerk.save()
    assert clerk.case.round == 2
    assert "第 2 轮" in clerk.page.header.number.text()


def test_ctrl_enter_on_the_page_opens_the_next_step(clerk: Clerk) -> None:
    clerk.open()
    clerk.qtbot.waitUntil(clerk.page.isActiveWindow)
    clerk.page.acts.buttons["void"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(clerk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert clerk.dialog.act == "decide_acceptance"


def test_what_is_not_possible_says_why_where_it_stands(clerk: Clerk) -> None:
    clerk.open()
    shown = clerk.page.shown
    assert shown is not None
    barred = [choice for choice in shown.view.choices if not choice.allowed and choice.name != "amend"]
    assert len(barred) > 10
    clerk.page.acts.more.click()
    for choice in barred:
        button = clerk.page.acts.buttons[choice.name]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert button.toolTip() == choice.reason
        clerk.page.acts._show_reason("")
        button.click()
        assert clerk.page.acts.reason.text() == choice.reason
        assert not clerk.page.acts.reason.isHidden()
        clerk.page.start_act(choice.name)
        assert clerk.page.dialog is None
        assert clerk.page.banner.text() == choice.reason


def test_what_is_not_possible_is_folded_away_until_it_is_asked_for(clerk: Clerk) -> None:
    case_id = clerk.open()
    acts = clerk.page.acts
    possible, barred = acts.buttons["assess_abuse"], acts.buttons["hold_session"]
    assert possible.isVisible()
    assert not barred.isVisible()
    acts.more.setFocus(Qt.FocusReason.TabFocusReason)
    acts.more.click()
    assert barred.isVisible()
    assert possible.y() < acts.more.y()
    clerk.open(case_id)
    assert acts.buttons["hold_session"].isVisible(), "the same case, read again, stays unfolded"
    assert acts.more.hasFocus()
    acts.more.click()
    assert not acts.buttons["hold_session"].isVisible()
    acts.more.click()
    clerk.open()
    assert not acts.buttons["hold_session"].isVisible(), "another case is folded again"


def test_the_acts_of_the_stage_the_case_is_in_come_first(clerk: Clerk) -> None:
    case_id = clerk.open()
    accept(clerk.office, case_id, TODAY)
    arrange(clerk.office, case_id, clerk.office.clock.now())
    clerk.open(case_id)
    stages = {choice.name: choice.stage for choice in clerk.page.shown.view.choices}
    shown = [stages[name] for name, one in clerk.page.acts.buttons.items() if one.isVisible()]
    assert shown[0] == clerk.page.shown.view.kind.stage(clerk.case) == "mediation"
    runs = [stage for place, stage in enumerate(shown) if not place or shown[place - 1] != stage]
    assert len(runs) == len(set(runs)) > 1


def test_a_dialog_that_goes_takes_no_newer_one_along(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.open()
    first = clerk.start("decide_acceptance")
    second = clerk.start("void")
    first.done(0)
    first.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(first))
    assert clerk.page.dialog is second
    second.done(0)
    second.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(second))
    assert clerk.page.dialog is None


def test_a_hidden_tab_makes_the_page_no_higher(clerk: Clerk) -> None:
    clerk.open()
    tabs = clerk.page.tabs
    needed = clerk.tab("evidence").minimumSizeHint().height()
    assert tabs.minimumSizeHint().height() < needed
    tabs.setCurrentWidget(clerk.tab("evidence"))
    assert tabs.minimumSizeHint().height() > needed


def test_an_act_the_case_does_not_have_is_told_and_opens_nothing(clerk: Clerk) -> None:
    clerk.open()
    clerk.page.start_act("unmerge")
    assert clerk.page.dialog is None
    assert "没有这一步" in clerk.page.banner.text()


def test_a_registration_with_gaps_is_completed_before_it_is_accepted(clerk: Clerk) -> None:
    bare = walk_in(complainant=Complainant(name="周海燕", phone="13907920011", address="红旗村"))
    case_id = register_complaint(clerk.office, bare).case_id
    casework.record(
        clerk.office, case_id, ComplaintAmended(complainant=Complainant(name="周海燕"), reason="号码有误")
    )
    clerk.open(case_id)
    assert clerk.next_label() == "amend"
    assert "投诉人电话、投诉人通讯地址" in clerk.tab("work")._sentence.text()
    clerk.start("decide_acceptance")
    assert "补齐后才能受理" in clerk.dialog.banner.text()
    clerk.fill(accepted="accept")
    assert "还缺投诉人电话" in clerk.refused()
    clerk.dialog.banner._action.click()
    clerk.rest()
    assert isinstance(clerk.page.dialog, AmendDialog)


def test_refusing_asks_for_one_of_the_seven_grounds_and_the_facts(clerk: Clerk) -> None:
    clerk.open()
    clerk.start("decide_acceptance")
    assert clerk.dialog.form.row("grounds").isHidden()
    clerk.fill(accepted="refuse")
    assert len(clerk.dialog.form.field("grounds")._dots) == 7
    said = clerk.refused()
    assert "请选择不予受理的情形" in said
    assert "请填写事实和理由" in said
    clerk.fill(grounds="3", facts="购买数量明显超出生活消费需要")
    clerk.save()
    assert clerk.case.refusal.grounds == ("3",)


def test_older_cases_keep_the_six_grounds_of_their_time(clerk: Clerk) -> None:
    old = register_complaint(clerk.office, walk_in(dt.date(2026, 4, 14), deal=walk_in().deal)).case_id
    clerk.open(old)
    clerk.start("decide_acceptance")
    assert len(clerk.dialog.form.field("grounds")._dots) == 6


REFUSED = {"accepted": False, "decided_on": TODAY, "grounds": ("2",), "facts": "法院已受理", "by": "李强"}


def test_somebody_else_was_quicker(clerk: Clerk) -> None:
    case_id = clerk.open()
    clerk.start("void")
    clerk.fill(reason="重复登记")
    casework.record(clerk.office, case_id, AcceptanceDecided(**REFUSED))
    assert "刷新" in clerk.refused()
    clerk.dialog.banner._action.click()
    clerk.rest()
    assert "不能“作废登记”" in clerk.dialog.banner.text()
    assert not clerk.dialog.primary.isEnabled()
    assert clerk.dialog.form.field("reason").value() == "重复登记"
    assert clerk.case.phase == "refused"


def test_after_a_harmless_change_the_words_are_saved(clerk: Clerk) -> None:
    case_id = clerk.open()
    clerk.start("void")
    clerk.fill(reason="重复登记")
    shop = walk_in().respondent
    casework.record(clerk.office, case_id, ComplaintAmended(respondent=shop, reason="核对"))
    clerk.refused()
    clerk.dialog.banner._action.click()
    clerk.rest()
    assert "已经刷新到最新情况" in clerk.dialog.banner.text()
    clerk.save()
    assert clerk.case.phase == "void"


def test_numbers_stay_covered_until_they_are_asked_for(clerk: Clerk) -> None:
    clerk.open()
    panel = clerk.page.facts
    assert "139****5561" in panel._texts["person"].text()
    panel.cover_button.click()
    assert "13907925561" in panel._texts["person"].text()
    clerk.open()
    assert "139****5561" in panel._texts["person"].text()


def test_a_refresh_keeps_tab_and_place(clerk: Clerk) -> None:
    case_id = clerk.open()
    accept(clerk.office, case_id, TODAY)
    arrange(clerk.office, case_id, clerk.office.clock.now())
    for number in range(12):
        shop = Respondent(name=f"宏达电器商行{number}", address="中山路")
        casework.record(clerk.office, case_id, ComplaintAmended(respondent=shop, reason="核对"))
    clerk.page.mark_stale()
    clerk.rest()
    clerk.page.tabs.setCurrentWidget(clerk.tab("history"))
    bar = clerk.tab("history").area.verticalScrollBar()
    clerk.qtbot.waitUntil(lambda: bar.maximum() > 60)
    bar.setValue(60)
    shop = walk_in().respondent
    casework.record(clerk.office, case_id, ComplaintAmended(respondent=shop, reason="核对"))
    clerk.page.mark_stale()
    clerk.rest()
    assert clerk.page.tabs.currentWidget() is clerk.tab("history")
    assert clerk.tab("history").records.texts()[0] == "更正登记"
    assert bar.value() == 60


def test_clocks_show_date_reason_and_article(clerk: Clerk) -> None:
    case_id = clerk.open()
    accept(clerk.office, case_id, TODAY)
    clerk.page.mark_stale()
    clerk.rest()
    text = "\n".join(label.text() for label in clerk.page.clocks.findChildren(type(clerk.page.acts.reason)))
    for words in (
        "60 日调解期限",
        "自受理 2026-11-21 次日起算",
        "依据：投诉举报处理办法第22、23、45条",
        "暂定：2027 年",
    ):
        assert words in text
    assert "（暂定）" in clerk.page.header.due.text()


def test_a_case_that_is_not_there_is_told(clerk: Clerk) -> None:
    clerk.open("no-such-case")
    assert clerk.page._layers.currentWidget() is clerk.page._nothing
    assert "没有这件案件" in clerk.page._nothing._sentence.text()


def test_a_saved_act_is_said_and_told_to_the_other_pages(clerk: Clerk, context: Context) -> None:
    clerk.open()
    said, told = QSignalSpy(context.toast_wanted), QSignalSpy(context.bus.changed)
    clerk.do("decide_acceptance")
    assert said.at(0) == ["已保存"]
    assert told.count() >= 1


def test_no_tab_makes_the_page_wider_than_a_small_screen(clerk: Clerk) -> None:
    """At 150 % of 1366 pixels the page has 820; wider, its next step would stand outside the window."""
    clerk.open()
    assert clerk.page.tabs.minimumSizeHint().width() < 400
    clerk.page.resize(820, 500)
    clerk.rest()
    assert clerk.page.width() == 820
    place = clerk.page.header.next_button.mapTo(clerk.page, clerk.page.header.next_button.rect().topRight())
    assert place.x() < 820
