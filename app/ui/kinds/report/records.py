"""What was done in a report, as lines: one function for each section of 办理."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.kinds.report.state import RESULTS, TESTS, TRANSFERS, Report
from app.ui.matter import matter_records
from app.ui.matter.record_list import Record
from app.ui.matter.words import moment_words


def decisions(case: Report) -> list[Record]:
    """立案 or not, earlier answers too; repeat, no competence, transfers."""
    found = [
        Record(
            str(one.decided_on),
            f"决定{'立案' if one.opened else '不予立案'} {one.file_no} · 批准人 {one.approved_by}".replace(
                "  ", " "
            ),
            case.open_text(one.facts),
        )
        for one in [*case.past_openings, *([case.opening] if case.opening else [])]
    ]
    if case.repeat is not None:
        one = case.repeat
        found.append(Record(str(one.on), f"重复举报，与{one.number}相同，不再另行处理 · {one.by}", one.facts))
    if case.denied is not None:
        found.append(
            Record(
                str(case.denied.on),
                f"不具备处理权限 {case.denied.where} · {case.denied.by}",
                case.denied.reason,
            )
        )
    found += [
        Record(
            str(one.on),
            f"移送{TRANSFERS.get(one.to, one.to)} · {one.receiver} · 批准人 {one.approved_by}",
            f"{one.basis}\n{case.open_text(one.facts)}",
        )
        for one in case.transfers
    ]
    return found


def results(case: Report) -> list[Record]:
    """What came of it, and whether it is told."""
    found = []
    if case.result is not None:
        one = case.result
        title = " · ".join(
            part for part in (RESULTS.get(one.sort, one.sort), one.document_no, one.by) if part
        )
        found.append(Record(str(one.on), title, one.text))
    if case.judged is not None:
        judged = case.judged
        law = f"《{judged.law}》第{judged.article}条" if judged.law else "没有法律、法规、规章规定应当告知"
        title = "应当告知举报人结果" if judged.owed else "不告知举报人结果"
        reward = f"\n应当奖励：{judged.reward_note}" if judged.reward else ""
        found.append(Record(str(judged.on), f"{title} · {judged.by}", f"{law}{reward}"))
    return found


def checking(case: Report) -> list[Record]:
    """Receipt, extension, tests, new facts."""
    found = []
    if case.receipt is not None:
        one = case.receipt
        found.append(Record(str(one.on), f"{one.unit}签收 · {one.receiver}", one.note))
    found += [
        Record(
            str(one.event.approved_on),
            f"批准延长核查期限 · 批准人 {one.event.approved_by}",
            case.open_text(one.event.reason),
        )
        for one in case.extensions
    ]
    for testing in case.tests:
        start, end = testing.started, testing.ended
        when = f"{start.started_on}" + (f" 至 {end.ended_on}" if end else " 起")
        status = ("已出结论", "success") if end else ("等待结论，期限停止计算", "warning")
        detail = f"{start.item}\n结论：{end.conclusion}" if end else start.item
        found.append(
            Record(when, f"{TESTS.get(start.sort, start.sort)} · {start.institution}", detail, status)
        )
    found += [
        Record(str(one.received_on), f"并入{one.number}，期限重新计算 · {one.by}", case.open_text(one.facts))
        for one in case.added
    ]
    return found


def looks(case: Report) -> list[Record]:
    """Everybody who saw who reported."""
    return [
        Record(
            moment_words(one.at),
            f"{one.by}（{one.role}）{'制作或打开文书' if one.means == 'paper' else '查看'}",
            one.reason,
        )
        for one in case.looks
    ]


SECTIONS: dict[str, Callable[[Report], list[Record]]] = {
    "结案与归档": matter_records.endings,
    "回复": matter_records.replies,
    "处理结果": results,
    "告知": matter_records.notices,
    "决定": decisions,
    "上交与下派": matter_records.handovers,
    "核查": checking,
    "调查": matter_records.inquiries,
    "举报人身份查看记录": looks,
}
"""Sections, the latest in a case's life first."""
