"""Words for competence, channel and local promises."""

from __future__ import annotations

from typing import Any

from app.domain.jurisdiction import VERDICTS
from app.domain.kind import Kind
from app.domain.matter import competence as c
from app.services.history.words import describe, joined, moment
from app.services.labels import label
from app.services.local_promises import promises


@describe.register
def _(event: c.JurisdictionJudged, kind: Kind[Any]) -> tuple[str, str]:
    title = f"管辖判断：{VERDICTS.get(event.verdict, event.verdict)}"
    answers = "；".join(f"{question}{answer}" for question, answer in event.asked)
    return title, joined(
        f"{event.on}", event.reason.rstrip("。"), "、".join(event.basis), f"判断人 {event.by}", answers
    )


@describe.register
def _(event: c.CompetenceDisputed, kind: Kind[Any]) -> tuple[str, str]:
    return f"与{event.other}发生处理权限争议", joined(f"{event.on}", event.reason, f"经办人 {event.by}")


@describe.register
def _(event: c.CompetenceSettled, kind: Kind[Any]) -> tuple[str, str]:
    who = "由本局处理" if event.ours else "由对方处理"
    how = c.WAYS_OF_SETTLING.get(event.how, event.how)
    return f"处理权限争议解决：{who}", joined(f"{event.on}", how, event.note, f"经办人 {event.by}")


@describe.register
def _(event: c.DispatchFedBack, kind: Kind[Any]) -> tuple[str, str]:
    method = label("notice_methods", event.method)
    return f"反馈退回{event.to}", joined(f"{event.on}", method, event.reason, f"经办人 {event.by}")


@describe.register
def _(event: c.RightChannelTold, kind: Kind[Any]) -> tuple[str, str]:
    method = label("notice_methods", event.method)
    return "告知公布的投诉举报渠道", joined(moment(event.at), method, event.text, f"告知人 {event.by}")


@describe.register
def _(event: c.LocalPromiseExtended, kind: Kind[Any]) -> tuple[str, str]:
    promise = promises().named(event.promise)
    name = promise.label if promise is not None else event.promise
    units = {"hour": "小时", "workday": "个工作日", "day": "日"}.get(promise.unit if promise else "", "")
    return f"本地承诺延长：{name}", joined(
        f"{event.on}", f"延长 {event.units} {units}".strip(), event.reason, f"批准人 {event.approved_by}"
    )
