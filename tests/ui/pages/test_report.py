"""举报 in the window: typed, sealed, looked at with a reason, split, turned, repeated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.kinds.complaint.events import AcceptanceDecided
from app.domain.kinds.report.facts import Clue, Reporter, ReportForm
from app.domain.kinds.report.identity import SEALED
from app.domain.kinds.report.state import Report
from app.domain.matter.facts import Business, Origin
from app.domain.office import Operator
from app.services import case_list, casework, report
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.ui.context import Context
from app.ui.dialogs.reporter import ViewIdentityDialog
from app.ui.pages.intake.page import IntakePage
from tests.offices import TODAY, walk_in
from tests.ui.pages.case_walker import Clerk

NAME, PHONE = "欧阳修远", "13907925561"


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    made = Clerk(qtbot, context)
    yield made
    made.leave()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[IntakePage]:
    made = IntakePage(context)
    made.resize(1180, 700)
    made.show()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    yield made
    made.can_close()
    made.close()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    made.deleteLater()


def registered(office: OpenOffice, received: dt.date = TODAY) -> str:
    """A named report; its id."""
    form = ReportForm(
        origin=Origin(channel="visit", received_on=received, on_site=True),
        reporter=Reporter(name=NAME, phone=PHONE),
        respondent=Business(name="鲜品便利店", address="中山路12号"),
        clue=Clue(subject="销售过期食品", facts=f"{NAME}：豆干过期两个月仍在卖。"),
    )
    return report.register_report(office, form).case_id


def words_of(widget: object) -> str:
    """Everything a person reads on a page or in a dialog."""
    return " ".join(label.text() for label in widget.findChildren(QLabel))  # type: ignore[attr-defined]


def all_cases(office: OpenOffice) -> list[str]:
    return [case_list.case_id_of(office, row) for row in case_list.ids(office, CaseFilter(sort="number"))]


def test_a_report_is_registered_and_its_draft_does_not_name_the_reporter(
    qtbot: QtBot, page: IntakePage, office: OpenOffice, context: Context
) -> None:
    page.choose_kind("report")
    for path, value in {
        "reporter.name": NAME,
        "reporter.phone": PHONE,
        "respondent.name": "鲜品便利店",
        "clue.subject": "销售过期食品",
        "clue.facts": "豆干过期两个月仍在卖。",
    }.items():
        page.form.field(path).set_value(value)
    with qtbot.waitSignal(context.toast_wanted):
        page.save()
    (case_id,) = all_cases(office)
    case = casework.load(office, case_id).as_a(Report)
    assert (case.reporter.name, case.clue.oral, case.clue.recorded_by) == (NAME, True, "王敏")


def test_who_reports_anonymously_is_not_asked(
    qtbot: QtBot, page: IntakePage, office: OpenOffice, context: Context
) -> None:
    page.choose_kind("report")
    page.form.field("reporter.name").set_value(NAME)
    page.form.field("reporter.anonymous").set_value("anonymous")
    assert not page.form.row("reporter.name").isEnabled()
    page.form.field("respondent.name").set_value("鲜品便利店")
    page.form.field("clue.facts").set_value("豆干过期。")
    with qtbot.waitSignal(context.toast_wanted):
        page.save()
    (case_id,) = all_cases(office)
    assert casework.load(office, case_id).as_a(Report).reporter == Reporter(anonymous=True)


def test_one_submission_becomes_two_linked_cases(
    qtbot: QtBot, page: IntakePage, office: OpenOffice, context: Context
) -> None:
    page.choose_kind("complaint_and_report")
    for path, value in {
        "complainant.name": NAME,
        "complainant.phone": PHONE,
        "complainant.address": "红旗村3组",
        "respondent.name": "鲜品便利店",
        "respondent.address": "中山路12号",
        "deal.demands": ["refund"],
        "deal.facts": "买到过期豆干，10.50元，要求退款并赔偿1000元。",
    }.items():
        page.form.field(path).set_value(value)
    page.save()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    assert page.form.row("clue.facts").problem()
    assert all_cases(office) == []
    page.form.field("clue.facts").set_value("货架上还有过期豆干。")
    with qtbot.waitSignal(context.toast_wanted) as told:
        page.save()
    assert told.args == ["已保存 消投〔2026〕1号、消举〔2026〕1号"]
    kinds = [casework.load(office, case_id).case.kind for case_id in all_cases(office)]
    assert sorted(kinds) == ["complaint", "report"]


def test_the_page_names_the_reporter_only_after_a_look_with_a_reason(clerk: Clerk) -> None:
    clerk.open(registered(clerk.office))
    assert SEALED in words_of(clerk.page)
    assert NAME not in words_of(clerk.page)
    clerk.page.facts.uncover_wanted.emit()
    dialog = next(d for d in clerk.page.window().findChildren(ViewIdentityDialog))
    dialog.submit()
    assert clerk.case.looks == []
    dialog.form.field("reason").set_value("补充线索")
    dialog.submit()
    clerk.qtbot.waitUntil(lambda: NAME in words_of(clerk.page))
    clerk.rest()
    assert NAME in dialog.banner.text()
    assert PHONE in dialog.banner.text()
    assert [look.reason for look in clerk.case.looks] == ["补充线索"]
    dialog.done(0)


def test_somebody_without_the_right_sees_why_not(clerk: Clerk) -> None:
    case_id = registered(clerk.office)
    clerk.office.operator = Operator(id="other", name="李强", role="mediator")
    clerk.open(case_id)
    dialog = clerk.start("view_identity")
    assert "已保密" in dialog.banner.text()
    assert not dialog.primary.isEnabled()


def test_from_registration_to_the_filed_case_by_next_steps(clerk: Clerk) -> None:
    clerk.open(registered(clerk.office, dt.date(2026, 11, 20)))
    assert clerk.next_label() == "record_inquiry"
    clerk.do("record_inquiry", form="visit", place="店内", persons="店主", text="查见过期豆干12袋")
    assert clerk.next_label() == "decide_opening"
    clerk.do("start_testing", sort="inspection", institution="市检验中心", item="豆干")
    assert clerk.next_label() == "end_testing"
    clerk.do("end_testing", conclusion="不合格")
    clerk.do("extend_check", approved_by="周国强", reason="外县协查")
    clerk.do("decide_opening", opened="yes", approved_by="周国强", facts="查见过期食品", file_no="立1号")
    clerk.do("conclude", sort="penalty", text="罚款5000元")
    assert clerk.next_label() == "judge_notice"
    clerk.start("judge_notice")
    clerk.fill(owed="yes")
    assert "请填写" in clerk.refused()
    clerk.fill(law="《中华人民共和国食品安全法》", article="第一百一十五条")
    clerk.save()
    assert (clerk.case.judged.law, clerk.case.judged.article) == ("中华人民共和国食品安全法", "一百一十五")
    assert clerk.next_label() == "notify"
    clerk.do("notify")
    clerk.do("close", summary="处罚完毕，已告知")
    clerk.do("file", pages=6)
    assert clerk.case.phase == "filed"
    assert NAME not in words_of(clerk.page)


def test_the_other_ends_have_dialogs_too(clerk: Clerk) -> None:
    clerk.open(registered(clerk.office))
    clerk.start("transfer")
    clerk.fill(to="police")
    assert "第四十二条" in clerk.dialog.form.field("basis").value()
    clerk.fill(receiver="县公安局", approved_by="周国强", facts="夹带后索赔")
    clerk.save()
    clerk.do("record_receipt", unit="执法大队", receiver="钱队")
    clerk.start("deny_competence")
    clerk.fill(reason="行为发生在邻县")
    assert "请填写" in clerk.refused()
    clerk.fill(where="瑞河县市场监督管理局")
    clerk.save()
    assert clerk.case.phase == "elsewhere"
    clerk.do("name_reporter", anonymous="anonymous", reason="举报人要求匿名")
    assert clerk.case.reporter == Reporter(anonymous=True)


def test_a_repeat_is_proposed_and_new_facts_are_merged(clerk: Clerk) -> None:
    first = registered(clerk.office, dt.date(2026, 11, 10))
    clerk.open(registered(clerk.office))
    clerk.start("confirm_repeat")
    clerk.rest()
    assert clerk.dialog.form.field("first").value() == first
    clerk.dialog.done(0)
    clerk.qtbot.waitUntil(lambda: clerk.page.dialog is None)
    clerk.start("merge_new_facts")
    clerk.rest()
    clerk.fill(facts="仓库里还有一批")
    clerk.save()
    lead = casework.load(clerk.office, first)
    assert lead.deadlines[0].starts_on == TODAY
    clerk.do("unmerge", reason="误并")
    clerk.start("confirm_repeat")
    clerk.rest()
    clerk.fill(facts="同一批豆干")
    clerk.save()
    assert clerk.case.phase == "repeated"


def test_a_clue_in_a_complaint_becomes_a_report(clerk: Clerk) -> None:
    case_id = register_complaint(clerk.office, walk_in()).case_id
    casework.record(clerk.office, case_id, AcceptanceDecided(accepted=True, decided_on=TODAY, by="王敏"))
    clerk.open(case_id)
    clerk.do("turn_report", subject="无照经营", facts="不能出示营业执照")
    assert [link.relation for link in clerk.case.links] == ["turned_report"]
    clerk.open(clerk.case.links[0].other)
    assert clerk.next_label() == "record_receipt"


def test_what_mediation_needs_is_recorded_only_for_a_split_case(clerk: Clerk) -> None:
    alone = registered(clerk.office)
    clerk.open(alone)
    assert "allow_disclosure" not in {choice.name for choice in clerk.page.shown.view.choices}  # type: ignore[union-attr]
    form = ReportForm(
        origin=Origin(channel="visit", received_on=TODAY),
        reporter=Reporter(name=NAME, phone=PHONE),
        respondent=Business(name="宏达电器商行"),
        clue=Clue(facts="虚假宣传"),
    )
    clerk.open(report.register_both(clerk.office, walk_in(), form).report.case_id)
    clerk.do("allow_disclosure", what="姓名", reason="组织调解必需", approved_by="周国强")
    assert clerk.case.disclosure.what == "姓名"


def test_correcting_a_report_does_not_show_who_reported(clerk: Clerk) -> None:
    clerk.open(registered(clerk.office))
    clerk.page.start_act("amend")
    dialog = clerk.page.dialog
    assert dialog is not None
    assert dialog.intake.field("reporter.name").value() == ""  # type: ignore[union-attr]
    assert not dialog.intake.row("reporter.name").isVisible()  # type: ignore[union-attr]
    dialog.done(0)
