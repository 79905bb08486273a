"""Words for a complaint's own acts."""

from __future__ import annotations

from typing import Any

from app.domain.kind import Kind
from app.domain.kinds.complaint import events as e
from app.domain.money import format_yuan
from app.services.history.words import describe, joined, ordinal
from app.services.labels import label


@describe.register
def _(event: e.ComplaintRegistered, kind: Kind[Any]) -> tuple[str, str]:
    channel = label("channels", event.origin.channel)
    return "登记投诉", joined(
        event.number, f"{event.origin.received_on} 收到", channel, event.origin.external_no
    )


@describe.register
def _(event: e.ComplaintAmended, kind: Kind[Any]) -> tuple[str, str]:
    parts = {
        "complainant": "投诉人",
        "respondent": "被投诉人",
        "deal": "争议与请求",
        "origin": "来源",
    }
    changed = "、".join(name for field, name in parts.items() if getattr(event, field) is not None)
    return "更正登记", joined(changed, event.reason)


@describe.register
def _(event: e.AcceptanceDecided, kind: Kind[Any]) -> tuple[str, str]:
    if event.accepted:
        return "决定受理", f"{event.decided_on}"
    grounds = "、".join(f"第（{ordinal(code)}）项" for code in event.grounds)
    return "决定不予受理", joined(f"{event.decided_on}", grounds, event.facts)


@describe.register
def _(event: e.AbuseAssessed, kind: Kind[Any]) -> tuple[str, str]:
    items = "、".join(f"第（{ordinal(code)}）项" for code in event.items)
    title = "第17条评估：不是为生活消费需要" if event.abusive else "第17条评估：按正常投诉办理"
    return title, joined(f"{event.on}", items, event.facts, event.conclusion, f"评估人 {event.by}")


@describe.register
def _(event: e.AppraisalStarted, kind: Kind[Any]) -> tuple[str, str]:
    fee = f"费用 {format_yuan(event.fee)} 元" if event.fee is not None else ""
    return "委托鉴定检测", joined(f"{event.commissioned_on}", event.institution, event.item, fee)


@describe.register
def _(event: e.AppraisalReported, kind: Kind[Any]) -> tuple[str, str]:
    return "鉴定检测结论", joined(f"{event.reported_on}", event.conclusion)
