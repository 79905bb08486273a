"""Words for what every kind of matter shares."""

from __future__ import annotations

from typing import Any

from app.domain.kind import Kind
from app.domain.matter import events as e
from app.domain.matter.checks import RELATIONS
from app.services.history.words import (
    INQUIRY_FORMS,
    MATTERS,
    RESULTS,
    contact,
    describe,
    joined,
    moment,
    party,
)
from app.services.kinds import procedure_of
from app.services.labels import label


@describe.register
def _(event: e.PartyNotified, kind: Kind[Any]) -> tuple[str, str]:
    title = f"告知{party(kind, event.party)}{MATTERS.get(event.matter, event.matter)}"
    method = label("notice_methods", event.method)
    when = moment(event.at)
    return title, joined(
        when,
        method,
        contact(kind, event.party, event.address),
        RESULTS[event.result],
        f"告知人 {event.by}",
        event.note,
    )


@describe.register
def _(event: e.InquiryRecorded, kind: Kind[Any]) -> tuple[str, str]:
    when = moment(event.at)
    return f"{INQUIRY_FORMS[event.form]}记录 {event.no}", joined(when, event.place, event.persons, event.text)


@describe.register
def _(event: e.EvidenceAdded, kind: Kind[Any]) -> tuple[str, str]:
    file = event.attachment.filename if event.attachment else ""
    return f"添加证据 {event.no}", joined(event.title, label("evidence_kinds", event.form), file)


@describe.register
def _(event: e.EvidenceVoided, kind: Kind[Any]) -> tuple[str, str]:
    return f"撤下证据 {event.no}", event.reason


@describe.register
def _(event: e.Replied, kind: Kind[Any]) -> tuple[str, str]:
    result = "" if event.result == "reached" else RESULTS.get(event.result, event.result)
    return f"回复{party(kind, event.to)}", joined(
        f"{event.on}", label("notice_methods", event.method), f"回复人 {event.by}", result, event.text
    )


@describe.register
def _(event: e.FollowedUp, kind: Kind[Any]) -> tuple[str, str]:
    answer = label("satisfaction", event.satisfaction) if event.reached else "未联系上"
    return f"回访{party(kind, next(iter(kind.parties), ''))}", joined(
        f"{event.on}", answer, event.text, event.no_return_reason
    )


@describe.register
def _(event: e.CaseReturned, kind: Kind[Any]) -> tuple[str, str]:
    return "退回重新办理", event.reason


@describe.register
def _(event: e.CaseClosed, kind: Kind[Any]) -> tuple[str, str]:
    return "结案", joined(f"{event.on}", event.summary)


@describe.register
def _(event: e.CaseFiled, kind: Kind[Any]) -> tuple[str, str]:
    return "归档", joined(f"{event.on}", f"卷号 {event.volume}", f"{event.pages} 页")


@describe.register
def _(event: e.CaseVoided, kind: Kind[Any]) -> tuple[str, str]:
    return "作废登记", event.reason


@describe.register
def _(event: e.PaperIssued, kind: Kind[Any]) -> tuple[str, str]:
    rule = procedure_of(kind).paper(event.paper)
    title = rule.label if rule is not None else event.paper
    to = f"给{party(kind, event.addressee)}" if event.addressee else ""
    session = f"第 {event.session_no} 次调解" if event.session_no else ""
    again = f"第 {event.printing} 次制作" if event.printing > 1 else ""
    return f"制作{title}", joined(event.number, session, to, again, f"{event.pages} 页")


@describe.register
def _(event: e.CaseLinked, kind: Kind[Any]) -> tuple[str, str]:
    return f"关联案件：{RELATIONS.get(event.relation, event.relation)}", joined(
        event.number, f"{event.on}", f"经办人 {event.by}", event.note
    )


@describe.register
def _(event: e.CaseUnlinked, kind: Kind[Any]) -> tuple[str, str]:
    return f"解除关联：{RELATIONS.get(event.relation, event.relation)}", joined(
        f"{event.on}", f"经办人 {event.by}", event.reason
    )


@describe.register
def _(event: e.AlertRaised, kind: Kind[Any]) -> tuple[str, str]:
    how = label("notice_methods", event.method) or "已"
    title = {"attention": "提请注意", "danger": "危险警示", "none": "解除警示"}[event.level]
    return title, joined(
        moment(event.at),
        "、".join(event.words),
        f"{how}告知 {event.told}",
        f"经办人 {event.by}",
        event.note,
    )


@describe.register
def _(event: e.CalculationKept, kind: Kind[Any]) -> tuple[str, str]:
    given = "，".join(f"{one.name}{one.text}" for one in event.inputs)
    return f"计算：{event.title}", joined(f"{event.on}", event.result, given, f"计算人 {event.by}")


@describe.register
def _(event: e.CaseHanded, kind: Kind[Any]) -> tuple[str, str]:
    title = f"上交{event.to_office}" if event.direction == "up" else f"下派{event.to_office}"
    return title, joined(f"{event.on}", event.reason, f"经办人 {event.by}")


@describe.register
def _(event: e.CaseTakenBack, kind: Kind[Any]) -> tuple[str, str]:
    return "收回办理", joined(f"{event.on}", event.reason, f"经办人 {event.by}")
