"""The smallest kind of matter goes the whole way through what every kind shares."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from app.cli import case_report
from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint.state import Complaint
from app.domain.kinds.consultation.facts import Answer, Consultation
from app.domain.kinds.consultation.state import ConsultationCase
from app.domain.matter.events import CaseFiled, CaseVoided, Replied
from app.domain.matter.facts import Origin, Person
from app.services import (
    case_list,
    casework,
    consultation,
    desk,
    drafts,
    duplicates,
    integrity,
    ledger,
    particulars,
    registration,
    timeline,
)
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.sheets.workbook import read_xlsx
from tests.offices import TODAY, walk_in


def asked(**changes: object) -> Consultation:
    """A call about a gym card; `changes` replace fields of the answer."""
    answer = Answer(
        question="健身卡没有用完，店家关门了，\n剩下的钱能退吗？",
        answer="可以要求退还未消费部分的预付款，店家不退的可以来窗口投诉。",
        method="phone",
        answered_on=TODAY,
        by="王敏",
    )
    return Consultation(
        origin=Origin(channel="call", received_on=TODAY),
        asker=Person(name="刘桂芳", phone="139 0792 5561"),
        answer=msgspec.structs.replace(answer, **changes),
    )


def test_it_is_answered_and_logged_in_one_step(office: OpenOffice) -> None:
    made = consultation.register_consultation(office, asked())
    assert made.number == "消询〔2026〕1号"
    view = casework.load(office, made.case_id)
    case = view.as_a(ConsultationCase)
    assert (case.phase, case.asker.phone, view.kind.label) == ("answered", "13907925561", "咨询")
    assert view.deadlines == ()
    assert view.next_step is None
    allowed = {choice.name for choice in view.choices if choice.allowed}
    assert allowed == {"amend", "file", "raise_alert", "void"}
    assert integrity.verify(office) == []


def test_only_the_question_and_its_answer_are_demanded(office: OpenOffice) -> None:
    bare = msgspec.structs.replace(asked(), asker=Person())
    assert consultation.register_consultation(office, bare).number == "消询〔2026〕1号"
    with pytest.raises(InvalidFields) as caught:
        consultation.register_consultation(
            office, asked(question=" ", answer="", by="", answered_on=TODAY + dt.timedelta(days=1))
        )
    assert set(caught.value.problems) == {
        "answer.question",
        "answer.answer",
        "answer.by",
        "answer.answered_on",
    }
    # A refused registration takes no number.
    assert consultation.register_consultation(office, asked()).number == "消询〔2026〕2号"


def test_each_kind_counts_its_own_numbers_and_is_found_in_one_list(office: OpenOffice) -> None:
    first = registration.register_complaint(office, walk_in())
    second = consultation.register_consultation(office, asked())
    assert (first.number, second.number) == ("消投〔2026〕1号", "消询〔2026〕1号")
    lines = case_list.block(office, case_list.ids(office, CaseFilter(sort="number", descending=False)))
    assert sorted((line.kind_label, line.phase_label) for line in lines if line) == [
        ("咨询", "已答复"),
        ("投诉", "待受理审查"),
    ]
    [only] = case_list.block(office, case_list.ids(office, CaseFilter(kinds=("consultation",))))
    assert only is not None
    assert (only.complainant, only.subject, only.due_on) == ("刘桂芳", "健身卡没有用完，店家关门了，", None)
    assert len(case_list.ids(office, CaseFilter(text="健身卡"))) == 1
    assert casework.find(office, second.number) == second.case_id


def test_an_answered_one_is_no_open_work(office: OpenOffice) -> None:
    consultation.register_consultation(office, asked())
    assert desk.figures(office).open == 0
    assert desk.worklist(office) == []
    assert desk.sessions_this_week(office) == []


def test_it_is_put_right_with_a_reason_then_filed(office: OpenOffice) -> None:
    case_id = consultation.register_consultation(office, asked()).case_id
    consultation.amend(office, case_id, asked(category="fitness"), "补记类别")
    with pytest.raises(InvalidFields):
        consultation.amend(office, case_id, asked(category="fitness"), "没有改动")
    filed = CaseFiled(on=TODAY, volume="2026-1", retention="d10", pages=1, by="王敏")
    casework.record(office, case_id, filed)
    view = casework.load(office, case_id)
    assert view.case.phase == "filed"
    with pytest.raises(UserError, match="已归档"):
        casework.record(office, case_id, CaseVoided(on=TODAY, reason="重复", by="王敏"))
    titles = [entry.title for entry in timeline.entries(office, view)]
    assert titles == ["登记咨询并答复", "更正登记", "归档"]


def test_a_year_other_than_that_of_its_number_is_refused(office: OpenOffice) -> None:
    case_id = consultation.register_consultation(office, asked()).case_id
    moved = msgspec.structs.replace(
        asked(), origin=Origin(channel="call", received_on=TODAY.replace(year=2025))
    )
    with pytest.raises(InvalidFields) as caught:
        consultation.amend(office, case_id, moved, "日期错了")
    assert "origin.received_on" in caught.value.problems


def test_the_draft_it_was_typed_as_is_gone(office: OpenOffice) -> None:
    drafts.save(office, "consultation", "1", {"answer.question": "能退吗"})
    consultation.register_consultation(office, asked(), draft=("consultation", "1"))
    assert drafts.load(office, "consultation", "1") is None


def test_who_asked_first_and_complains_now_is_noticed(office: OpenOffice) -> None:
    form = walk_in()
    first = msgspec.structs.replace(
        asked(question=form.deal.facts), asker=Person(name="陈䶮", phone="13907925561")
    )
    consultation.register_consultation(office, first)
    [like] = duplicates.similar(office, form)
    assert (like.kind, like.phase, like.number) == ("consultation", "已答复", "消询〔2026〕1号")


def test_the_command_line_tells_it_and_the_ledger_lists_it(office: OpenOffice, tmp_path: Path) -> None:
    case_id = consultation.register_consultation(office, asked()).case_id
    view = casework.load(office, case_id)
    told = case_report.as_object(office, view)
    assert (told["kind"], told["phase_label"], told["amount_cents"]) == ("consultation", "已答复", None)
    assert told["answer"]["method"] == "phone"
    assert "预付款" in case_report.as_text(office, view)
    assert ("答复情况", f"{TODAY}，电话，答复人 王敏") in particulars.of(view.case)
    assert ledger.export_ledger(office, tmp_path / "ledger.xlsx") == 1
    [sheet] = read_xlsx((tmp_path / "ledger.xlsx").read_bytes(), "ledger.xlsx")
    assert any("已答复" in row for row in sheet.read_rows())


def test_what_no_consultation_knows_is_a_mistake_of_the_program(office: OpenOffice) -> None:
    case_id = consultation.register_consultation(office, asked()).case_id
    with pytest.raises(TypeError, match="not a Complaint"):
        casework.load(office, case_id).as_a(Complaint)
    with pytest.raises(UserError, match="没有这一步"):
        casework.record(
            office, case_id, Replied(to="source", on=TODAY, method="phone", by="王敏", text="已答复")
        )
    assert integrity.verify(office) == []
