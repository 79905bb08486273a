"""Words for wrong turns, for who acts for a party, and for a case that goes to another office."""

from __future__ import annotations

from typing import Any

from app.domain.kind import Kind
from app.domain.kinds.complaint.checks import WAYS_OF_WITHDRAWING
from app.domain.kinds.complaint.events import ComplaintWithdrawn
from app.domain.kinds.complaint.respondents import RespondentAdded, RespondentWithdrawn, label_of
from app.domain.matter import standing as s
from app.domain.matter import turns as t
from app.domain.money import format_yuan
from app.domain.settlement import turns
from app.services import identities
from app.services.history.words import describe, joined, party
from app.services.labels import label


def fact(record: str, field: str, value: str) -> str:
    """A corrected value as a person reads it: 1,200.00 元, 2026-11-21, 2026-11-21 09:30."""
    if (record, field) == (t.PAYMENT, "amount"):
        return f"{format_yuan(int(value))} 元"
    return value.replace("T", " ")[:16]


@describe.register
def _(event: t.CaseReopened, kind: Kind[Any]) -> tuple[str, str]:
    return "重新办理", joined(f"{event.on}", event.reason, f"经办人 {event.by}")


@describe.register
def _(event: t.FactCorrected, kind: Kind[Any]) -> tuple[str, str]:
    name = t.CORRECTABLE[event.record, event.field]
    old, new = (fact(event.record, event.field, value) for value in (event.old, event.new))
    return f"更正{name}", joined(f"原为 {old}，改为 {new}", event.reason, f"更正人 {event.by}")


@describe.register
def _(event: t.CaseReceived, kind: Kind[Any]) -> tuple[str, str]:
    acting = identities.label(event.identity)
    return f"{event.office}接收", joined(f"{event.on}", f"办理身份 {acting}", f"接收人 {event.by}")


@describe.register
def _(event: t.ResultBrought, kind: Kind[Any]) -> tuple[str, str]:
    return f"移交结果：{t.OUTCOMES[event.outcome]}", joined(f"{event.on}", event.result, f"经办人 {event.by}")


@describe.register
def _(event: s.RepresentativeNamed, kind: Kind[Any]) -> tuple[str, str]:
    powers = "、".join(s.POWERS[code] for code in event.powers)
    period = f"{event.since} 至 {event.until}" if event.until else f"{event.since} 起"
    seen = "原件已核对" if event.papers_seen and event.identity_seen else "材料不齐"
    return f"{party(kind, event.party)}的{s.ROLES[event.role]}", joined(
        event.name, event.relation, powers, period, seen
    )


@describe.register
def _(event: s.RepresentativeEnded, kind: Kind[Any]) -> tuple[str, str]:
    return f"{party(kind, event.party)}的代理结束", joined(f"{event.on}", event.reason)


@describe.register
def _(event: s.IdentityProofDemanded, kind: Kind[Any]) -> tuple[str, str]:
    return f"限期{party(kind, event.party)}提供身份证明", joined(
        f"{event.on}", "、".join(event.materials), f"{event.due_on} 前提供"
    )


@describe.register
def _(event: s.IdentityProofAnswered, kind: Kind[Any]) -> tuple[str, str]:
    return "身份证明核验结果", joined(f"{event.on}", s.PROOF_RESULTS[event.result], event.note)


@describe.register
def _(event: s.PartyRenamed, kind: Kind[Any]) -> tuple[str, str]:
    return f"{party(kind, event.party)}变更名称", joined(
        f"{event.former} → {event.name}", event.basis, f"{event.on}"
    )


@describe.register
def _(event: s.PartyGone, kind: Kind[Any]) -> tuple[str, str]:
    heir = f"由{event.successor}承受" if event.successor else ""
    return f"{party(kind, event.party)}{s.DEPARTURES[event.how]}", joined(f"{event.on}", event.facts, heir)


@describe.register
def _(event: s.SigningAided, kind: Kind[Any]) -> tuple[str, str]:
    witness = f"见证人 {event.witness}" if event.witness else ""
    return f"协助{party(kind, event.party)}签字", joined(
        f"{event.on}", s.AIDS[event.aid], event.helper, witness
    )


@describe.register
def _(event: turns.RecusalRequested, kind: Kind[Any]) -> tuple[str, str]:
    return f"{party(kind, event.party)}申请回避", joined(
        f"{event.on}", "、".join(event.mediators), event.reason, "调解中止"
    )


@describe.register
def _(event: turns.RecusalDecided, kind: Kind[Any]) -> tuple[str, str]:
    answer = "决定回避" if event.granted else "驳回回避申请"
    instead = f"改由 {'、'.join(event.replacement)} 调解" if event.replacement else ""
    return answer, joined(f"{event.decided_on}", event.reason, instead, f"决定人 {event.by}")


@describe.register
def _(event: turns.SettlementReached, kind: Kind[Any]) -> tuple[str, str]:
    total = sum(o.amount for o in event.obligations)
    money = f"付款合计 {format_yuan(total)} 元" if total else ""
    return "达成和解", joined(f"{event.agreed_on}", event.terms, money, f"协助人 {event.helper}")


@describe.register
def _(event: ComplaintWithdrawn, kind: Kind[Any]) -> tuple[str, str]:
    return WAYS_OF_WITHDRAWING[event.way], joined(
        f"{event.on}", label("notice_methods", event.method), event.note, f"经办人 {event.by}"
    )


@describe.register
def _(event: RespondentAdded, kind: Kind[Any]) -> tuple[str, str]:
    return f"追加{label_of(event.no)}", joined(event.respondent.name, event.reason, f"经办人 {event.by}")


@describe.register
def _(event: RespondentWithdrawn, kind: Kind[Any]) -> tuple[str, str]:
    return f"撤回对{label_of(event.no)}的投诉", joined(event.reason, f"经办人 {event.by}")
