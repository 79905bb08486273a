"""Words for a report's own acts; the reporter's identity is never among them."""

from __future__ import annotations

from typing import Any

from app.domain.kind import Kind
from app.domain.kinds.report import events as e
from app.domain.kinds.report.state import RESULTS, TESTS, TRANSFERS
from app.services.history.words import describe, joined, moment
from app.services.labels import label


@describe.register
def _(event: e.ReportRegistered, kind: Kind[Any]) -> tuple[str, str]:
    if event.discovered:
        return "登记违法线索（诉转案）", joined(event.number, f"{event.origin.received_on} 发现")
    how = "匿名举报" if event.reporter.anonymous else "实名举报，身份已保密"
    oral = f"口述，{event.clue.recorded_by}记录" if event.clue.oral else ""
    channel = label("channels", event.origin.channel)
    return "登记举报", joined(
        event.number, f"{event.origin.received_on} 收到", channel, event.origin.external_no, how, oral
    )


@describe.register
def _(event: e.ReportAmended, kind: Kind[Any]) -> tuple[str, str]:
    parts = {"reporter": "举报人（已保密）", "respondent": "被举报人", "clue": "线索", "origin": "来源"}
    changed = "、".join(name for field, name in parts.items() if getattr(event, field) is not None)
    return "更正登记", joined(changed, event.reason)


@describe.register
def _(event: e.IdentityViewed, kind: Kind[Any]) -> tuple[str, str]:
    return "查看举报人身份", joined(moment(event.at), f"{event.by}（{event.role}）", f"理由：{event.reason}")


@describe.register
def _(event: e.DisclosureAllowed, kind: Kind[Any]) -> tuple[str, str]:
    return "登记可以提供给被举报人的信息", joined(
        f"{event.on}", event.what, event.reason, f"批准人 {event.approved_by}"
    )


@describe.register
def _(event: e.TestingStarted, kind: Kind[Any]) -> tuple[str, str]:
    sort = TESTS.get(event.sort, event.sort)
    return f"送{sort} {event.no}", joined(f"{event.started_on}", event.institution, event.item)


@describe.register
def _(event: e.TestingEnded, kind: Kind[Any]) -> tuple[str, str]:
    return f"检测鉴定结论 {event.no}", joined(f"{event.ended_on}", event.conclusion)


@describe.register
def _(event: e.CheckExtended, kind: Kind[Any]) -> tuple[str, str]:
    return "批准延长核查期限", joined(f"{event.approved_on}", f"批准人 {event.approved_by}", event.reason)


@describe.register
def _(event: e.ReceiptRecorded, kind: Kind[Any]) -> tuple[str, str]:
    return "办案机构签收", joined(f"{event.on}", event.unit, f"签收人 {event.receiver}", event.note)


@describe.register
def _(event: e.OpeningDecided, kind: Kind[Any]) -> tuple[str, str]:
    title = "决定立案" if event.opened else "决定不予立案"
    return title, joined(f"{event.decided_on}", event.file_no, f"批准人 {event.approved_by}", event.facts)


@describe.register
def _(event: e.ReportConcluded, kind: Kind[Any]) -> tuple[str, str]:
    sort = RESULTS.get(event.sort, event.sort)
    return "登记处理结果", joined(f"{event.on}", sort, event.document_no, event.text)


@describe.register
def _(event: e.ResultNoticeJudged, kind: Kind[Any]) -> tuple[str, str]:
    law = f"《{event.law}》第{event.article}条" if event.law else ""
    told = "依法应当告知举报人结果" if event.owed else "没有规定应当告知举报人结果"
    reward = f"应当奖励：{event.reward_note}" if event.reward else ""
    return "判断是否告知结果", joined(f"{event.on}", told, law, reward, f"经办人 {event.by}")


@describe.register
def _(event: e.RepeatConfirmed, kind: Kind[Any]) -> tuple[str, str]:
    return "确认重复举报，不再另行处理", joined(f"{event.on}", f"与{event.number}相同", event.facts)


@describe.register
def _(event: e.NewFactsAdded, kind: Kind[Any]) -> tuple[str, str]:
    return "并入新的事实，期限重新计算", joined(event.number, f"{event.received_on} 收到", event.facts)


@describe.register
def _(event: e.CompetenceDenied, kind: Kind[Any]) -> tuple[str, str]:
    return "不具备处理权限", joined(f"{event.on}", event.where, event.reason)


@describe.register
def _(event: e.ReportTransferred, kind: Kind[Any]) -> tuple[str, str]:
    return f"移送{TRANSFERS.get(event.to, event.to)}", joined(
        f"{event.on}", event.receiver, event.basis, event.facts, f"批准人 {event.approved_by}"
    )
