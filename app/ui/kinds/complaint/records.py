"""What was done in a complaint, as lines: one function for each section of 办理."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.kinds.complaint.state import Complaint
from app.domain.money import format_yuan
from app.services import rulebook
from app.ui.dialogs.inquiry import CHOSEN_BY
from app.ui.matter import matter_records, settlement_records, standing_records
from app.ui.matter.matter_records import decision
from app.ui.matter.record_list import Record


def decisions(case: Complaint) -> list[Record]:
    """Acceptance, refusal, termination."""
    rules = rulebook.rule_book().by_id(case.rule_set)
    found = []
    if case.acceptance is not None:
        found.append(decision(case.acceptance, "决定受理"))
    for made, title, find in (
        (case.refusal, "决定不予受理", rules.refusal_ground),
        (case.termination, "决定终止调解", rules.termination_ground),
    ):
        if made is not None:
            grounds = "\n".join(f"{find(code).label}{find(code).text}" for code in made.grounds)
            found.append(decision(made, title, grounds))
    return found


def appraisals(case: Complaint) -> list[Record]:
    """Experts asked, and what they said."""
    found = []
    for appraisal in case.appraisals:
        start, report = appraisal.started, appraisal.reported
        fee = f"，费用 {format_yuan(start.fee)} 元" if start.fee is not None else ""
        when = f"{start.commissioned_on}" + (f" 至 {report.reported_on}" if report else " 起")
        status = ("已出结论", "success") if report else ("等待结论，期限停止计算", "warning")
        text = f"{start.item}；{CHOSEN_BY.get(start.chosen_by, '')}{fee}"
        detail = f"{text}\n结论：{report.conclusion}" if report else text
        found.append(Record(when, start.institution, detail, status))
    return found


def handovers(case: Complaint) -> list[Record]:
    """Handed on, received, brought back."""
    return [*matter_records.handovers(case), *standing_records.handings(case)]


SECTIONS: dict[str, Callable[[Complaint], list[Record]]] = {
    "结案与归档": matter_records.endings,
    "回复与回访": matter_records.replies,
    "更正与重新办理": standing_records.turns,
    "上交与下派": handovers,
    "回避": standing_records.recusals,
    "调解": settlement_records.sessions,
    "调解意愿": settlement_records.consents,
    "计算": matter_records.calculations,
    "鉴定检测": appraisals,
    "调查": matter_records.inquiries,
    "告知": matter_records.notices,
    "当事人": standing_records.standing,
    "决定": decisions,
}
"""Sections, the latest in a case's life first."""
