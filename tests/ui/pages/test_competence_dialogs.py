"""判断管辖 by the keyboard alone, and what follows from it on the case page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.jurisdiction import DISPUTE, Finding
from app.domain.kinds.complaint.facts import Origin
from app.services import competence, founding
from app.services.registration import register_complaint
from app.system.clock import FixedClock
from app.ui.context import Context
from app.ui.dialogs.jurisdiction import JudgeJurisdictionDialog, JurisdictionDialog
from app.ui.matter.words import deadline_status
from tests.offices import NOON, TODAY, walk_in
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def from_hotline(clerk: Clerk, channel: str = "hotline_12345", source: str = "12345") -> str:
    origin = Origin(channel=channel, received_on=TODAY, source=source)
    return clerk.open(register_complaint(clerk.office, walk_in(origin=origin)).case_id)


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def answer(qtbot: QtBot, dialog: QWidget, place: int) -> None:
    """Choose the answer in that place with the arrow keys, then Enter twice: to the button, and on it."""
    qtbot.waitUntil(dialog.isActiveWindow)
    if place == 0:
        press(Qt.Key.Key_Space)
    for _ in range(place):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)


def test_the_questions_are_answered_by_keys_and_the_finding_is_recorded(clerk: Clerk) -> None:
    from_hotline(clerk)
    dialog = clerk.start("judge_jurisdiction")
    assert isinstance(dialog, JudgeJurisdictionDialog)
    assert dialog.primary.text().startswith("下一步")
    for place in (0, 0, 2):
        answer(clerk.qtbot, dialog, place)
    assert dialog.walk.finding is not None
    assert "结论：外县" in dialog.walk.result.text()
    assert "反馈分送单位" in dialog.walk.result.text()
    assert dialog.primary.text().startswith("记录结论")
    clerk.save()
    judged = clerk.case.competence.judgement()
    assert (judged.verdict, judged.by) == ("elsewhere", "王敏")
    assert clerk.next_label() == "feed_back"


def test_an_unanswered_question_says_so_and_an_answer_can_be_taken_back(clerk: Clerk) -> None:
    from_hotline(clerk)
    dialog = clerk.start("judge_jurisdiction")
    assert isinstance(dialog, JudgeJurisdictionDialog)
    assert "请先选择一个答案" in clerk.refused()
    answer(clerk.qtbot, dialog, 0)
    assert dialog.walk.answers() == ("yes",)
    QTest.keyClick(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.walk.answers() == ()
    assert dialog.walk.choices.value() == "yes"


def test_feeding_back_is_prefilled_from_the_judgement_and_ends_the_case(clerk: Clerk) -> None:
    case_id = from_hotline(clerk)
    dialog = clerk.start("judge_jurisdiction")
    assert isinstance(dialog, JudgeJurisdictionDialog)
    for code in ("yes", "shop", "none"):
        dialog.walk.choices.set_value(code)
        dialog.submit()
    clerk.save()
    feed = clerk.press_next()
    assert feed.form.field("to").value() == "12345"
    assert "不在本县" in feed.form.field("reason").value()
    clerk.save()
    assert clerk.case.outcome == "fed_back"
    assert clerk.case.id == case_id


def test_a_dispute_shows_its_clock_until_it_is_settled(clerk: Clerk) -> None:
    from_hotline(clerk)
    clerk.do("dispute_competence", other="邻县市场监督管理局", reason="两边都有地址")
    assert clerk.page.shown is not None
    assert DISPUTE in {row.clock for row in clerk.page.shown.view.deadlines}
    clerk.do("settle_competence", ours="yes", how="agreed")
    assert clerk.case.competence.dispute() is None


def test_the_channel_is_told_with_the_sentence_of_the_office(clerk: Clerk) -> None:
    from_hotline(clerk, "unpublished", "")
    dialog = clerk.press_next()
    assert "全国12315平台" in dialog.form.field("text").value()
    clerk.save()
    assert clerk.case.competence.told_channel.channel == "unpublished"
    assert clerk.next_label() != "tell_channel"


def test_a_promise_is_made_longer_only_when_there_is_one(clerk: Clerk) -> None:
    case_id = from_hotline(clerk)
    dialog = clerk.start("extend_promise")
    assert "没有可以延长" in dialog.banner.text()
    clerk.fill(units=5, approved_by="李所长", reason="等待检测")
    assert "不能延长" in clerk.refused()
    dialog.done(0)
    clerk.rest()
    founding.change_setting(clerk.office, "promise_12345", "on")
    clerk.open(case_id)
    clerk.do("extend_promise", units=5, approved_by="李所长", reason="等待检测")
    assert clerk.page.shown is not None
    due = {row.clock: row.due_on for row in clerk.page.shown.view.deadlines}
    assert due["local.12345.reply"] == dt.date(2026, 12, 4)


def test_hours_are_told_to_the_minute_on_the_page(clerk: Clerk) -> None:
    founding.change_setting(clerk.office, "promise_two_24h", "on")
    from_hotline(clerk)
    clock = clerk.office.clock
    assert isinstance(clock, FixedClock)
    clock.advance(dt.timedelta(hours=23, minutes=30))
    clerk.page.mark_stale()
    clerk.rest()
    assert chip_of(clerk, "local.transfer") == ("剩 30 分", "warning")
    clock.advance(dt.timedelta(minutes=31))
    clerk.page.mark_stale()
    clerk.rest()
    assert chip_of(clerk, "local.transfer") == ("超 1 分", "danger")


def chip_of(clerk: Clerk, clock: str) -> tuple[str, str]:
    assert clerk.page.shown is not None
    shown = clerk.page.shown
    row = next(row for row in shown.view.deadlines if row.clock == clock)
    return deadline_status(row, shown.now, clerk.office.calendar)


def test_the_questions_can_be_asked_before_there_is_a_case(qtbot: QtBot, context: Context) -> None:
    dialog = JurisdictionDialog(competence.tree_for(context.office, NOON.date()), "report")
    qtbot.addWidget(dialog)
    found: list[Finding] = []
    dialog.judged.connect(found.append)
    dialog.begin()
    for place in (0, 0, 0):
        answer(qtbot, dialog, place)
    assert "结论：本局" in dialog.walk.result.text()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0].verdict == "ours"
