"""Words for a petition's own acts."""

from __future__ import annotations

from typing import Any

from app.domain.dates import SHANGHAI
from app.domain.kind import Kind
from app.domain.kinds.petition import events as e
from app.domain.kinds.petition.facts import ARRIVALS, FORMS
from app.domain.kinds.petition.state import FINDINGS, LEVELS, RESULTS, WAYS
from app.services.history.words import describe, joined

MODES = {"forward": "转送", "assign": "交办"}


@describe.register
def _(event: e.PetitionRegistered, kind: Kind[Any]) -> tuple[str, str]:
    people = f"{event.request.people} 人" if event.request.people > 1 else ""
    return "登记信访事项", joined(
        event.number,
        f"{event.origin.received_on} 收到",
        FORMS.get(event.request.form, ""),
        ARRIVALS.get(event.request.arrival, ""),
        people,
    )


@describe.register
def _(event: e.PetitionAmended, kind: Kind[Any]) -> tuple[str, str]:
    parts = {"petitioner": "信访人", "request": "信访事项", "origin": "来源"}
    changed = "、".join(name for field, name in parts.items() if getattr(event, field) is not None)
    return "更正登记", joined(changed, event.reason)


@describe.register
def _(event: e.PetitionSorted, kind: Kind[Any]) -> tuple[str, str]:
    name, article = WAYS.get(event.way, (event.way, ""))
    return "甄别途径", joined(f"{event.on}", f"{name}（{article}）" if article else name, event.reason)


@describe.register
def _(event: e.PetitionDecided, kind: Kind[Any]) -> tuple[str, str]:
    if event.accepted:
        return "决定受理", f"{event.decided_on}"
    grounds = "、".join(f"第 {code} 项" for code in event.grounds)
    return "决定不予受理", joined(f"{event.decided_on}", grounds, event.facts)


@describe.register
def _(event: e.PetitionForwarded, kind: Kind[Any]) -> tuple[str, str]:
    until = f"{event.reply_by} 前反馈" if event.reply_by else ""
    return f"{MODES.get(event.mode, event.mode)}{event.to}", joined(f"{event.on}", until, event.reason)


@describe.register
def _(event: e.ForwardingAnswered, kind: Kind[Any]) -> tuple[str, str]:
    return "反馈办理结果", joined(f"{event.on}", event.text)


@describe.register
def _(event: e.PetitionRouted, kind: Kind[Any]) -> tuple[str, str]:
    name, article = WAYS.get(event.procedure, (event.procedure, ""))
    return "导入相应程序", joined(f"{event.on}", f"{name}（{article}）" if article else name, event.to)


@describe.register
def _(event: e.ObjectionRaised, kind: Kind[Any]) -> tuple[str, str]:
    return f"向{event.to}提出异议", joined(f"{event.on}", event.reason)


@describe.register
def _(event: e.ObjectionAnswered, kind: Kind[Any]) -> tuple[str, str]:
    return "同意收回" if event.agreed else "不同意异议", joined(f"{event.on}", event.text)


@describe.register
def _(event: e.HandlingExtended, kind: Kind[Any]) -> tuple[str, str]:
    return f"延长办理期限 {event.days} 日", joined(f"{event.on}", f"批准人 {event.approved_by}", event.reason)


@describe.register
def _(event: e.MediationGivenUp, kind: Kind[Any]) -> tuple[str, str]:
    return "调解不成", joined(f"{event.on}", event.facts)


@describe.register
def _(event: e.OpinionIssued, kind: Kind[Any]) -> tuple[str, str]:
    return f"出具信访处理意见书：{FINDINGS.get(event.finding, event.finding)}", joined(
        f"{event.on}", event.opinion, event.basis
    )


@describe.register
def _(event: e.ReviewRequested, kind: Kind[Any]) -> tuple[str, str]:
    return f"请求{LEVELS.get(event.level, event.level)}", joined(
        f"{event.received_on}", event.body, event.reason
    )


@describe.register
def _(event: e.ReviewDecided, kind: Kind[Any]) -> tuple[str, str]:
    return f"{LEVELS.get(event.level, event.level)}意见：{RESULTS.get(event.result, event.result)}", joined(
        f"{event.on}", event.opinion
    )


@describe.register
def _(event: e.HearingHeld, kind: Kind[Any]) -> tuple[str, str]:
    return "听证", joined(f"{event.starts_on} 至 {event.ends_on}", event.place, event.text)


@describe.register
def _(event: e.UrgentReported, kind: Kind[Any]) -> tuple[str, str]:
    when = event.at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
    return f"向{event.to}报告重大紧急事项", joined(when, event.summary)


@describe.register
def _(event: e.SupervisionIssued, kind: Kind[Any]) -> tuple[str, str]:
    return f"督办{event.to}", joined(f"{event.on}", f"{event.answer_by} 前答复", event.reason)


@describe.register
def _(event: e.SupervisionAnswered, kind: Kind[Any]) -> tuple[str, str]:
    return "督办答复", joined(f"{event.on}", event.text)
