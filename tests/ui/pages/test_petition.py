"""信访 in the window: registered, sorted, answered; and led into a complaint that is tied to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.services import casework, petition
from app.services.kinds import kind_named
from app.ui.context import Context, IntakeTarget
from app.ui.pages.intake.page import IntakePage
from tests.services.test_petition import handed_in
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    """A clerk with an empty page."""
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def test_from_sorting_to_the_opinion(clerk: Clerk) -> None:
    clerk.open(petition.register_petition(clerk.office, handed_in()).case_id)
    assert clerk.next_label() == "sort_petition"
    clerk.do("sort_petition", way="opinion", reason="属于求决事项")
    clerk.do("decide_petition")
    assert clerk.case.phase == "accepted"
    clerk.do("notify", method="in_person")
    clerk.do("record_inquiry", place="红旗村", persons="村委会主任", text="路灯不亮属实。")
    assert clerk.next_label() == "issue_opinion"
    clerk.start("issue_opinion")
    assert "路灯不亮属实" in clerk.dialog.form.field("facts").value()
    clerk.fill(finding="support", opinion="月底前修复。")
    assert "法律法规依据" in clerk.refused()
    clerk.fill(basis="《城市照明管理规定》")
    clerk.save()
    assert clerk.next_label() == "notify"


def test_a_refusal_asks_for_its_ground(clerk: Clerk) -> None:
    clerk.open(petition.register_petition(clerk.office, handed_in()).case_id)
    clerk.do("sort_petition", way="opinion", reason="属于求决事项")
    clerk.start("decide_petition")
    clerk.fill(accepted="refuse")
    assert "事实和理由" in clerk.refused()
    clerk.fill(grounds="1", facts="不属于本镇职权范围")
    clerk.save()
    assert clerk.case.phase == "refused"


def test_what_is_a_complaint_is_registered_as_one_and_tied(clerk: Clerk, qtbot: QtBot) -> None:
    case_id = clerk.open(petition.register_petition(clerk.office, handed_in()).case_id)
    clerk.do("sort_petition", way="administrative", reason="属于消费投诉")
    wanted: list[IntakeTarget] = []
    clerk.context.intake_wanted.connect(wanted.append)
    clerk.do("route_petition", to="江安县市场监督管理局", register=True)
    (target,) = wanted
    assert target.kind == "complaint"
    page = IntakePage(clerk.context)
    qtbot.addWidget(page)
    page.opened(target)
    assert "关联" in page.banner.text()
    assert page.form.field("complainant.name").value() == "赵国良"
    page.form.field("respondent.name").set_value("佳美家具城")
    page.form.field("respondent.address").set_value("建设路20号")
    page.form.field("deal.demands").set_value(("refund",))
    page.save()
    clerk.rest()
    links = casework.load(clerk.office, case_id).case.links
    assert [(link.relation, link.place) for link in links] == [("continued", "from")]
    other = casework.load(clerk.office, links[0].other)
    assert other.kind is kind_named("complaint")
    assert other.case.links[0].other == case_id


def test_the_form_asks_a_crowd_for_its_speakers(clerk: Clerk, qtbot: QtBot) -> None:
    page = IntakePage(clerk.context)
    qtbot.addWidget(page)
    page.choose_kind("petition")
    form = page.form
    form.field("petitioner.name").set_value("赵国良")
    form.field("request.people").set_value(6)
    form.field("request.wanted").set_value("修路灯")
    form.field("request.facts").set_value("路灯不亮")
    page.save()
    clerk.rest()
    assert "推选代表" in form.row("request.representatives").problem()
    form.field("request.representatives").set_value("赵国良、钱二喜")
    page.save()
    clerk.rest()
    assert clerk.office.store.cases.by_number("信访〔2026〕1号")
