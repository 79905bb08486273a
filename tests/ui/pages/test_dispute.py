"""矛盾纠纷 in the window: the form, and a case from acceptance to 司法确认 by its dialogs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.kinds.dispute.state import DisputeCase
from app.services import case_list, casework, committee, dispute
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.ui.context import Context
from app.ui.pages.intake.page import IntakePage
from tests.disputes import LEFT, application
from tests.offices import TODAY
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[IntakePage]:
    """The page 登记 on screen."""
    made = IntakePage(context)
    made.resize(1180, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    yield made
    made.can_close()
    made.close()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    made.deleteLater()


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    made = Clerk(qtbot, context)
    committee.name_committee(context.office, "青山镇人民调解委员会", "江安县人民法院")
    for name in ("周玉梅", "李强", "何平"):
        committee.list_mediator(context.office, name=name, post="member", since=dt.date(2026, 1, 1))
    yield made
    made.leave()


def only_case(office: OpenOffice) -> DisputeCase:
    """The one case there is."""
    (row,) = case_list.ids(office, CaseFilter(kinds=("dispute",)))
    return casework.load(office, case_list.case_id_of(office, row)).as_a(DisputeCase)


TYPED = {
    "applicant.name": "陆文英",
    "applicant.phone": "13907925561",
    "applicant.age": "46",
    "applicant.sex": "female",
    "applicant.more": "陆军，13907925562，红旗村；陆芳",
    "respondent.name": "悦动健身有限公司",
    "respondent.legal_rep": "钱峰",
    "quarrel.facts": "预付20000元办卡，尚余16540元，商家拒绝退款。",
    "quarrel.wanted": "退还余额16540元\n承担交通费",
    "quarrel.amount": LEFT,
}


def test_the_form_registers_both_sides(qtbot: QtBot, page: IntakePage, context: Context) -> None:
    page.choose_kind("dispute")
    for path, value in TYPED.items():
        page.form.field(path).set_value(value)
    page.save()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    case = only_case(context.office)
    assert case.applicant.names() == ("陆文英", "陆军", "陆芳")
    assert case.applicant.first().age == 46
    assert case.quarrel.wanted == ("退还余额16540元", "承担交通费")
    assert case.respondent.first().is_body


def test_what_is_wrong_stands_at_its_row(qtbot: QtBot, page: IntakePage, context: Context) -> None:
    page.choose_kind("dispute")
    for path, value in (TYPED | {"respondent.name": "", "applicant.more": "陆文英"}).items():
        page.form.field(path).set_value(value)
    page.save()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    assert "被申请人" in page.form.row("respondent.name").problem()
    assert "两次" in page.form.row("applicant.more").problem()


def test_by_its_dialogs_from_acceptance_to_the_court(clerk: Clerk) -> None:
    case_id = dispute.register_dispute(clerk.office, application(TODAY)).case_id
    clerk.open(case_id)
    clerk.press_next()
    clerk.save()
    assert clerk.next_label() == "record_consent"
    clerk.press_next()
    clerk.fill(respondent="yes")
    clerk.save()
    assert clerk.next_label() == "tell_rights"
    clerk.press_next()
    clerk.save()
    assert clerk.next_label() == "name_mediators"
    clerk.press_next()
    clerk.fill(mediators=["周玉梅"])
    clerk.save()
    assert clerk.next_label() == "hold_session"
    clerk.press_next()
    assert clerk.dialog.form.field("mediators").value() == "周玉梅"
    clerk.fill(mode="separate", text="分别听取双方意见。", outcome="agreed")
    clerk.save()
    dialog = clerk.press_next()
    clerk.fill(terms="被申请人尽快退还余额16540元，双方再无其他争议。")
    assert "尽快" in dialog.banner.text()
    clerk.fill(terms="被申请人退还余额16540元，双方再无其他争议。")
    (line,) = dialog.form.field("obligations").lines()
    assert line.obligor.value() == "respondent"
    line.amount.set_value(LEFT)
    line.due_on.set_value(TODAY)
    clerk.save()
    assert clerk.next_label() == "sign_agreement"
    clerk.press_next()
    clerk.save()
    assert clerk.case.effective_on() == TODAY
    clerk.press_next()
    clerk.save()
    clerk.press_next()
    clerk.fill(number="（2026）赣0429诉前调确字12号")
    clerk.save()
    clerk.press_next()
    clerk.fill(result="confirmed")
    clerk.save()
    assert clerk.case.confirmed()
    clerk.start("plan_visit")
    clerk.save()
    clerk.start("make_visit")
    clerk.fill(kept="part", text="正在筹款。", satisfied="yes")
    clerk.save()
    assert clerk.case.visits[0].satisfied is True


def test_it_fails_and_both_are_told_where_to_go(clerk: Clerk) -> None:
    case_id = dispute.register_dispute(clerk.office, application(TODAY)).case_id
    clerk.open(case_id)
    clerk.press_next()
    clerk.save()
    clerk.start("report_risk")
    clerk.fill(level="public_order", facts="争吵推搡", measures="分开劝解", told="青山派出所")
    clerk.save()
    assert clerk.case.alert_level() == 2
    clerk.press_next()
    clerk.fill(respondent="no")
    clerk.save()
    clerk.press_next()
    clerk.fill(grounds="1", facts="被申请人明确拒绝。")
    clerk.save()
    clerk.press_next()
    clerk.save()
    assert len(clerk.case.routes) == 2
    assert clerk.next_label() == "close"
