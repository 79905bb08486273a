"""Words for mediation, agreement and execution."""

from __future__ import annotations

from typing import Any

from app.domain.kind import Kind
from app.domain.money import format_yuan
from app.domain.settlement import events as e
from app.domain.settlement.entrusting import EntrustedResult, MediationEntrusted
from app.domain.settlement.execution_checks import OUTCOMES as REFERRAL_OUTCOMES
from app.domain.settlement.execution_checks import PURPOSES
from app.services.history.words import OUTCOMES, describe, joined, moment, ordinal, party
from app.services.labels import label


@describe.register
def _(event: e.ConsentRecorded, kind: Kind[Any]) -> tuple[str, str]:
    answer = "同意调解" if event.agrees else "不同意调解"
    return f"{party(kind, event.party)}{answer}", joined(
        f"{event.on}", label("notice_methods", event.method), f"征询人 {event.by}", event.note
    )


@describe.register
def _(event: MediationEntrusted, kind: Kind[Any]) -> tuple[str, str]:
    agreed = "、".join(party(kind, code) for code in event.agreed)
    return f"委托{event.to}调解", joined(f"{event.on}", f"{agreed}同意", event.number, event.note)


@describe.register
def _(event: EntrustedResult, kind: Kind[Any]) -> tuple[str, str]:
    return f"委托调解结果：{OUTCOMES[event.outcome]}", joined(f"{event.on}", event.text)


@describe.register
def _(event: e.SessionScheduled, kind: Kind[Any]) -> tuple[str, str]:
    when = moment(event.at)
    mediators = "、".join(event.mediators)
    return f"安排第 {event.no} 次调解", joined(
        when, event.place, label("session_modes", event.mode), f"调解人员 {mediators}"
    )


@describe.register
def _(event: e.SessionHeld, kind: Kind[Any]) -> tuple[str, str]:
    when = moment(event.started_at)
    return f"第 {event.no} 次调解", joined(
        when, label("session_modes", event.mode), OUTCOMES[event.outcome], event.text
    )


@describe.register
def _(event: e.AgreementReached, kind: Kind[Any]) -> tuple[str, str]:
    total = sum(o.amount for o in event.obligations)
    count = f"履行义务 {len(event.obligations)} 项"
    money = f"付款合计 {format_yuan(total)} 元" if total else ""
    letter = "制作调解书" if event.instrument == "letter" else "不制作调解书"
    return "达成调解协议", joined(f"{event.agreed_on}", count, money, letter)


@describe.register
def _(event: e.MediationTerminated, kind: Kind[Any]) -> tuple[str, str]:
    grounds = "、".join(f"第（{ordinal(code)}）项" for code in event.grounds)
    return "终止调解", joined(f"{event.decided_on}", grounds, event.facts)


@describe.register
def _(event: e.ObligationPerformed, kind: Kind[Any]) -> tuple[str, str]:
    what = f"{format_yuan(event.amount)} 元" if event.amount else "履行完毕"
    extra = "加倍赔偿，单独统计" if event.extra else ""
    worth = f"折价 {format_yuan(event.relief)} 元" if event.relief else ""
    payer = f"付款人 {event.payer}" if event.payer else ""
    return f"履行第 {event.obligation_no} 项", joined(f"{event.on}", what, payer, extra, worth, event.note)


@describe.register
def _(event: e.ObligationWaived, kind: Kind[Any]) -> tuple[str, str]:
    what = f"{format_yuan(event.amount)} 元" if event.amount else "全部"
    said = f"本人 {event.consent_on} {label('notice_methods', event.method)}表示"
    return f"放弃第 {event.obligation_no} 项", joined(
        f"{event.on}", what, f"放弃人 {event.waived_by}", said, event.reason
    )


@describe.register
def _(event: e.CaseReferred, kind: Kind[Any]) -> tuple[str, str]:
    number = f"案号 {event.number}" if event.number else ""
    return f"诉调对接：{PURPOSES[event.purpose]}", joined(
        f"{event.on}", event.body, number, f"经办人 {event.by}", event.note
    )


@describe.register
def _(event: e.ReferralAnswered, kind: Kind[Any]) -> tuple[str, str]:
    number = f"案号 {event.number}" if event.number else ""
    return f"诉调对接结果：{REFERRAL_OUTCOMES[event.outcome]}", joined(f"{event.on}", number, event.text)


@describe.register
def _(event: e.ObligationUrged, kind: Kind[Any]) -> tuple[str, str]:
    return f"督促履行第 {event.obligation_no} 项", joined(
        f"{event.on}", label("notice_methods", event.method), f"督促人 {event.by}", event.note
    )


@describe.register
def _(event: e.ObligationBreached, kind: Kind[Any]) -> tuple[str, str]:
    return f"第 {event.obligation_no} 项未履行", joined(f"{event.on}", event.facts, event.advice)
