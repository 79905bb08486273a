"""举报 through the services: sealed everywhere, split and turned from complaints, repeated, printed."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from app.cli import case_report
from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.report import events as e
from app.domain.kinds.report.facts import Clue, Reporter, ReportForm
from app.domain.kinds.report.identity import ANONYMOUS, SEALED
from app.domain.kinds.report.state import Report
from app.domain.matter.events import PartyNotified
from app.domain.matter.facts import Business, Origin
from app.services import (
    case_list,
    case_merging,
    casework,
    desk,
    duplicates,
    integrity,
    ledger,
    papers,
    particulars,
    repeats,
    report,
    reporters,
    timeline,
)
from app.services.case_list import CaseFilter
from app.services.founding import add_operator, change_setting
from app.services.office import OpenOffice
from app.services.papers import PaperOrder
from tests.offices import PASSWORD, QUICK, TODAY, walk_in
from tests.services.test_papers import text_of

NAME, PHONE, HOME = "欧阳修远", "13907925561", "青山镇红旗村3组21号"
REPORTER = Reporter(name=NAME, phone=PHONE, address=HOME)
SHOP = Business(name="鲜品便利店", address="青山镇中山路12号")


def form(received: dt.date = TODAY, **changes: object) -> ReportForm:
    """A named report about a shop selling old food; `changes` replace whole parts."""
    parts: dict[str, object] = {
        "origin": Origin(channel="visit", received_on=received, on_site=True),
        "reporter": REPORTER,
        "respondent": SHOP,
        "clue": Clue(subject="销售超过保质期的食品", facts=f"我是{NAME}，货架上的豆干过期两个月仍在卖。"),
    }
    return ReportForm(**(parts | changes))  # type: ignore[arg-type]


def become(office: OpenOffice, name: str, role: str) -> None:
    """Another person sits down at the same office."""
    add_operator(office, name, role, PASSWORD, QUICK)
    office.operator = next(o for o in office.office.operators.values() if o.name == name)


def the_report(office: OpenOffice, case_id: str) -> Report:
    return casework.load(office, case_id).as_a(Report)


def decide(office: OpenOffice, case_id: str, *, opened: bool) -> None:
    today = office.clock.today()
    event = e.OpeningDecided(opened=opened, decided_on=today, facts="查见", approved_by="周所长", by="王敏")
    casework.record(office, case_id, event)


def test_nobody_reads_who_reported(office: OpenOffice, tmp_path: Path) -> None:
    made = report.register_report(office, form())
    assert made.number == "消举〔2026〕1号"
    view = casework.load(office, made.case_id)
    for word in (NAME, PHONE, HOME, "ouyang", "oyxy", PHONE[-8:]):
        assert list(case_list.ids(office, CaseFilter(text=word))) == [], word
    (row,) = case_list.ids(office, CaseFilter(text="鲜品"))
    (line,) = case_list.block(office, [row])
    out = tmp_path / "台账.xlsx"
    ledger.export_ledger(office, out)
    told = [
        str(line),
        str(desk.worklist(office)),
        str(timeline.entries(office, view)),
        str(particulars.of(view.case)),
        json.dumps(case_report.as_object(office, view), ensure_ascii=False, default=str),
        case_report.as_text(office, view),
        str(duplicates.similar(office, walk_in(respondent=walk_in().respondent))),
    ]
    for text in told:
        assert NAME not in text
        assert PHONE not in text
        assert HOME not in text
    assert line is not None
    assert line.complainant == SEALED
    assert integrity.verify(office) == []


def test_a_look_needs_the_right_and_a_reason_and_is_written_down(office: OpenOffice) -> None:
    case_id = report.register_report(office, form()).case_id
    with pytest.raises(InvalidFields):
        reporters.look(office, case_id, "  ")
    assert reporters.look(office, case_id, "联系补充线索").name == NAME
    (look,) = the_report(office, case_id).looks
    assert (look.by, look.role, look.reason) == ("王敏", "负责人", "联系补充线索")
    become(office, "李强", "mediator")
    with pytest.raises(UserError, match="已保密"):
        reporters.look(office, case_id, "想看")
    assert len(the_report(office, case_id).looks) == 1
    with pytest.raises(UserError, match="负责人"):
        change_setting(office, "reporter_sight", "head_and_clerks")


def test_the_registrar_may_look_at_their_own_unless_the_office_says_only_the_head(office: OpenOffice) -> None:
    others = report.register_report(office, form()).case_id
    head = office.operator
    become(office, "赵芳", "clerk")
    own = report.register_report(office, form()).case_id
    assert reporters.why_not(office, casework.load(office, own)) == ""
    assert "已保密" in reporters.why_not(office, casework.load(office, others))
    clerk, office.operator = office.operator, head
    change_setting(office, "reporter_sight", "head")
    office.operator = clerk
    assert "仅负责人" in reporters.why_not(office, casework.load(office, own))


def test_an_anonymous_report_has_nobody_to_show(office: OpenOffice) -> None:
    case_id = report.register_report(office, form(reporter=Reporter(anonymous=True))).case_id
    assert the_report(office, case_id).party_names()["reporter"] == ANONYMOUS
    with pytest.raises(UserError, match="匿名"):
        reporters.look(office, case_id, "联系")
    report.name_reporter(office, case_id, REPORTER, "举报人来电留下姓名")
    assert reporters.look(office, case_id, "联系").name == NAME
    assert NAME not in str(timeline.entries(office, casework.load(office, case_id)))


def test_amending_leaves_the_reporter_alone(office: OpenOffice) -> None:
    case_id = report.register_report(office, form()).case_id
    shown = form(reporter=Reporter(), clue=Clue(subject="销售过期食品", facts="豆干过期"))
    report.amend(office, case_id, shown, "更正")
    case = the_report(office, case_id)
    assert (case.reporter, case.clue.facts) == (REPORTER, "豆干过期")


def test_one_letter_becomes_two_linked_cases_or_none(office: OpenOffice) -> None:
    both = report.register_both(office, walk_in(), form())
    assert both.number == "消投〔2026〕1号、消举〔2026〕1号"
    first, second = (casework.load(office, made.case_id) for made in (both.complaint, both.report))
    assert [(link.relation, link.other) for link in first.case.links] == [("split", second.case.id)]
    assert [(link.relation, link.other) for link in second.case.links] == [("split", first.case.id)]
    assert first.deadlines[0].clock == "complaint.acceptance"
    assert second.deadlines[0].clock == "report.check"
    with pytest.raises(InvalidFields) as caught:
        report.register_both(office, walk_in(), form(clue=Clue(), respondent=Business(name="鲜品便利店")))
    assert "clue.facts" in caught.value.problems
    assert report.register_both(office, walk_in(), form()).number == "消投〔2026〕2号、消举〔2026〕2号"


def test_what_mediation_needs_may_be_told_only_from_mixed_material(office: OpenOffice) -> None:
    alone = report.register_report(office, form()).case_id
    assert "allow_disclosure" not in {c.name for c in casework.load(office, alone).choices}
    case_id = report.register_both(office, walk_in(), form()).report.case_id
    casework.record(
        office,
        case_id,
        e.DisclosureAllowed(what="姓名", reason="组织调解必需", approved_by="周所长", on=TODAY, by="王敏"),
    )
    assert the_report(office, case_id).disclosure is not None


def test_a_clue_met_in_mediation_is_a_report_of_its_own(office: OpenOffice) -> None:
    complaint = report.register_both(office, walk_in(), form()).complaint.case_id
    made = report.turn_into_report(
        office, complaint, subject="无照经营", facts="不能出示营业执照", found_on=TODAY, by="李强"
    )
    view = casework.load(office, made.case_id)
    assert view.deadlines[0].clock == "report.clue-check"
    assert view.deadlines[0].starts_on == TODAY
    assert view.next_step is not None
    assert view.next_step.name == "record_receipt"
    assert [link.relation for link in view.case.links] == ["turned_report"]
    assert view.as_a(Report).respondent.name == "宏达电器商行"
    casework.record(
        office,
        made.case_id,
        e.ReceiptRecorded(unit="县局执法大队", receiver="钱队", on=TODAY, by="王敏"),
    )
    before = casework.load(office, complaint).deadlines
    decide(office, made.case_id, opened=False)
    # 办法第27条第2款: what becomes of the clue frees nobody in the complaint, nor the other way round.
    assert casework.load(office, complaint).case.phase == "registered"
    assert casework.load(office, complaint).deadlines == before
    with pytest.raises(InvalidFields) as caught:
        report.turn_into_report(
            office, complaint, subject="", facts=" ", found_on=TODAY - dt.timedelta(days=400), by=""
        )
    assert set(caught.value.problems) == {"facts", "found_on", "by"}


def test_a_repeat_is_seen_confirmed_and_linked(office: OpenOffice) -> None:
    earlier = TODAY - dt.timedelta(days=10)
    first = report.register_report(office, form(earlier))
    again = form(respondent=Business(name="鲜品便利店（中山路）"))
    (found,) = repeats.earlier_than(office, again)
    assert found.number == first.number
    assert repeats.earlier_than(office, form(reporter=Reporter(name=NAME, phone="13907925562"))) == []
    assert repeats.earlier_than(office, form(reporter=Reporter(anonymous=True))) == []
    made = report.register_report(office, again)
    assert [one.case_id for one in repeats.earlier_than_case(office, the_report(office, made.case_id))] == [
        first.case_id
    ]
    repeats.confirm_repeat(office, made.case_id, first.case_id, facts="同一批豆干", on=TODAY)
    case = the_report(office, made.case_id)
    assert (case.phase, [link.relation for link in case.links]) == ("repeated", ["repeated"])
    assert the_report(office, first.case_id).phase == "registered"


def test_somebody_elses_report_is_no_repeat(office: OpenOffice) -> None:
    first = report.register_report(office, form(TODAY - dt.timedelta(days=10)))
    other = report.register_report(office, form(reporter=Reporter(name="王伟", phone="13800000000")))
    with pytest.raises(UserError, match="同一人"):
        repeats.confirm_repeat(office, other.case_id, first.case_id, facts="同", on=TODAY)
    elsewhere = report.register_report(office, form(respondent=Business(name="百姓大药房")))
    with pytest.raises(UserError, match="被举报人"):
        repeats.merge_new_facts(office, elsewhere.case_id, first.case_id, facts="新")
    assert the_report(office, other.case_id).phase == "registered"


def test_new_facts_go_into_the_first_report_and_start_its_period_again(office: OpenOffice) -> None:
    first = report.register_report(office, form(TODAY - dt.timedelta(days=10))).case_id
    later = report.register_report(office, form()).case_id
    repeats.merge_new_facts(office, later, first, facts="仓库里还有一批改了日期的")
    lead = casework.load(office, first)
    assert lead.deadlines[0].starts_on == TODAY
    absorbed = casework.load(office, later)
    assert all(not c.allowed for c in absorbed.choices if c.name == "decide_opening")
    assert absorbed.deadlines[0].done_on == TODAY
    case_merging.part(office, later, "误并")
    assert casework.load(office, later).deadlines[0].done_on is None
    assert casework.load(office, first).deadlines[0].starts_on == TODAY - dt.timedelta(days=10)
    assert the_report(office, first).added == []
    repeats.merge_new_facts(office, later, first, facts="确实同一事")
    decide(office, first, opened=False)
    assert the_report(office, first).phase == "not_opened"
    assert integrity.verify(office) == []


# ---------------------------------------------------------------- papers


def test_the_form_shows_the_reporter_to_who_may_see_and_each_making_is_a_look(office: OpenOffice) -> None:
    case_id = report.register_report(office, form()).case_id
    order = PaperOrder(case_id=case_id, paper="report_registration")
    draft = text_of(papers.draft(office, order))
    assert NAME not in draft
    assert PHONE not in draft
    assert SEALED in draft
    made = papers.issue(office, order)
    printed = text_of(made.pdf)
    assert NAME in printed
    assert PHONE in printed
    assert "涉嫌违反市场监督管理法律" in printed.replace(" ", "")
    case = the_report(office, case_id)
    assert [(look.means, look.paper) for look in case.looks] == [("paper", "report_registration")]
    assert papers.reopen(office, case.papers[0], "表.pdf", case_id) == made.pdf
    assert len(the_report(office, case_id).looks) == 2
    become(office, "李强", "mediator")
    with pytest.raises(UserError, match="已保密"):
        papers.issue(office, order)
    with pytest.raises(UserError, match="已保密"):
        papers.reopen(office, case.papers[0], "表.pdf", case_id)
    assert text_of(papers.draft(office, order)) == draft


def test_form_ten_cites_the_law_that_demands_it(office: OpenOffice) -> None:
    case_id = report.register_report(office, form()).case_id
    order = PaperOrder(case_id=case_id, paper="result_notice", to="reporter")
    with pytest.raises(UserError, match="第36条"):
        papers.issue(office, order)
    decide(office, case_id, opened=True)
    casework.record(
        office,
        case_id,
        e.ReportConcluded(sort="penalty", text="没收豆干并处罚款5000元", on=TODAY, by="王敏"),
        e.ResultNoticeJudged(
            owed=True, law="中华人民共和国食品安全法", article="一百一十五", on=TODAY, by="王敏"
        ),
    )
    text = text_of(papers.issue(office, order).pdf)
    for part in (
        f"{NAME}：",
        "关于鲜品便利店涉嫌销售超过保质期的食品的举报，我局已依法处理。",
        "根据《中华人民共和国食品安全法》第一百一十五条规定，现将处理结果告知如下：",
        "没收豆干并处罚款5000元",
        "特此告知。",
    ):
        assert part in text
    assert NAME not in text_of(papers.draft(office, order))
    notice = PartyNotified(
        matter="result",
        party="reporter",
        method="phone",
        address=PHONE,
        at=office.clock.now(),
        by="王敏",
        result="reached",
    )
    casework.record(office, case_id, notice)
    assert PHONE[-4:] not in str(timeline.entries(office, casework.load(office, case_id)))


def test_old_reports_get_the_notice_of_opening(office: OpenOffice) -> None:
    case_id = report.register_report(office, form(dt.date(2026, 4, 14))).case_id
    decide(office, case_id, opened=False)
    view = casework.load(office, case_id)
    assert [row.clock for row in view.deadlines] == ["report.check", "report.opening-notice"]
    text = text_of(
        papers.issue(office, PaperOrder(case_id=case_id, paper="no_opening_notice", to="reporter")).pdf
    )
    assert "我局决定不予立案" in text
    assert "暂行办法" in text


def test_extension_sheet_and_transfer_letter_do_not_name_the_reporter(office: OpenOffice) -> None:
    case_id = report.register_report(office, form()).case_id
    casework.record(
        office,
        case_id,
        e.CheckExtended(reason=f"{NAME}补充材料", approved_by="周所长", approved_on=TODAY, by="王敏"),
        e.ReportTransferred(
            to="police",
            receiver="江安县公安局",
            facts=f"{NAME}反映的夹带情况",
            basis="《市场监督管理投诉举报处理办法》第四十二条",
            approved_by="周所长",
            on=TODAY,
            by="王敏",
        ),
    )
    for paper in ("check_extension", "transfer_letter"):
        text = text_of(papers.issue(office, PaperOrder(case_id=case_id, paper=paper)).pdf)
        assert NAME not in text
    assert the_report(office, case_id).looks == []
