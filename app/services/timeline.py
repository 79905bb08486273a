"""The history of a case in sentences a clerk can read aloud (经过)."""

from __future__ import annotations

import datetime as dt
from functools import singledispatch

import msgspec

from app.domain.dates import SHANGHAI
from app.domain.events import Event, decode
from app.domain.identifiers import check_phone
from app.domain.kinds.complaint import events as e
from app.domain.masking import mask_phone
from app.domain.money import format_yuan
from app.services.casework import CaseView
from app.services.labels import label
from app.services.office import OpenOffice
from app.services.rulebook import complaint_procedure

PARTIES = {"complainant": "投诉人", "respondent": "被投诉人", "source": "交办单位"}
MATTERS = {
    "acceptance": "受理决定",
    "refusal": "不予受理决定",
    "termination": "终止调解决定",
    "session": "调解安排",
}
RESULTS = {"reached": "已告知", "unreached": "未联系上", "returned": "被退回"}
OUTCOMES = {"agreed": "达成一致", "continue": "择日再调", "failed": "未达成一致"}
INQUIRY_FORMS = {"inquiry": "询问", "visit": "现场检查", "phone": "电话核实"}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the history: when and by whom it was recorded, what happened, and the particulars."""

    recorded_at: dt.datetime
    by: str
    title: str
    detail: str


def entries(office: OpenOffice, view: CaseView) -> list[Entry]:
    """The history of a case, oldest first."""
    operators = office.office.operators
    found = []
    for stored in view.events:
        title, detail = describe(decode(stored))
        actor = operators.get(stored.actor)
        found.append(
            Entry(
                recorded_at=dt.datetime.fromtimestamp(stored.wall_ms() / 1000, SHANGHAI),
                by=actor.name if actor else "",
                title=title,
                detail=detail,
            )
        )
    return found


def _joined(*parts: str) -> str:
    return "，".join(p for p in parts if p)


@singledispatch
def describe(event: Event) -> tuple[str, str]:
    """Title and particulars of one event. TypeError for an event that has no words."""
    raise TypeError(f"no words for {event.kind()}")


@describe.register
def _(event: e.ComplaintRegistered) -> tuple[str, str]:
    channel = label("channels", event.origin.channel)
    return "登记投诉", _joined(
        event.number, f"{event.origin.received_on} 收到", channel, event.origin.external_no
    )


@describe.register
def _(event: e.ComplaintAmended) -> tuple[str, str]:
    parts = {
        "complainant": "投诉人",
        "respondent": "被投诉人",
        "deal": "争议与请求",
        "origin": "来源",
    }
    changed = "、".join(name for field, name in parts.items() if getattr(event, field) is not None)
    return "更正登记", _joined(changed, event.reason)


@describe.register
def _(event: e.AcceptanceDecided) -> tuple[str, str]:
    if event.accepted:
        return "决定受理", f"{event.decided_on}"
    grounds = "、".join(f"第（{_hanzi(code)}）项" for code in event.grounds)
    return "决定不予受理", _joined(f"{event.decided_on}", grounds, event.facts)


def _hanzi(code: str) -> str:
    return "一二三四五六七八九十"[int(code) - 1] if code.isdigit() and 1 <= int(code) <= 10 else code


@describe.register
def _(event: e.PartyNotified) -> tuple[str, str]:
    title = f"告知{PARTIES[event.party]}{MATTERS[event.matter]}"
    method = label("notice_methods", event.method)
    when = event.at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
    return title, _joined(
        when, method, _contact(event.address), RESULTS[event.result], f"告知人 {event.by}", event.note
    )


def _contact(address: str) -> str:
    """A telephone number in the history is masked like everywhere on screen; a postal address is not one."""
    checked = check_phone(address)
    return mask_phone(checked.value) if checked.ok else address


@describe.register
def _(event: e.InquiryRecorded) -> tuple[str, str]:
    when = event.at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
    return f"{INQUIRY_FORMS[event.form]}记录 {event.no}", _joined(
        when, event.place, event.persons, event.text
    )


@describe.register
def _(event: e.EvidenceAdded) -> tuple[str, str]:
    file = event.attachment.filename if event.attachment else ""
    return f"添加证据 {event.no}", _joined(event.title, label("evidence_kinds", event.form), file)


@describe.register
def _(event: e.EvidenceVoided) -> tuple[str, str]:
    return f"撤下证据 {event.no}", event.reason


@describe.register
def _(event: e.AppraisalStarted) -> tuple[str, str]:
    fee = f"费用 {format_yuan(event.fee)} 元" if event.fee is not None else ""
    return "委托鉴定检测", _joined(f"{event.commissioned_on}", event.institution, event.item, fee)


@describe.register
def _(event: e.AppraisalReported) -> tuple[str, str]:
    return "鉴定检测结论", _joined(f"{event.reported_on}", event.conclusion)


@describe.register
def _(event: e.ConsentRecorded) -> tuple[str, str]:
    answer = "同意调解" if event.agrees else "不同意调解"
    return f"{PARTIES[event.party]}{answer}", _joined(
        f"{event.on}", label("notice_methods", event.method), f"征询人 {event.by}", event.note
    )


@describe.register
def _(event: e.SessionScheduled) -> tuple[str, str]:
    when = event.at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
    mediators = "、".join(event.mediators)
    return f"安排第 {event.no} 次调解", _joined(
        when, event.place, label("session_modes", event.mode), f"调解人员 {mediators}"
    )


@describe.register
def _(event: e.SessionHeld) -> tuple[str, str]:
    when = event.started_at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
    return f"第 {event.no} 次调解", _joined(
        when, label("session_modes", event.mode), OUTCOMES[event.outcome], event.text
    )


@describe.register
def _(event: e.AgreementReached) -> tuple[str, str]:
    total = sum(o.amount for o in event.obligations)
    count = f"履行义务 {len(event.obligations)} 项"
    money = f"付款合计 {format_yuan(total)} 元" if total else ""
    letter = "制作调解书" if event.instrument == "letter" else "不制作调解书"
    return "达成调解协议", _joined(f"{event.agreed_on}", count, money, letter)


@describe.register
def _(event: e.MediationTerminated) -> tuple[str, str]:
    grounds = "、".join(f"第（{_hanzi(code)}）项" for code in event.grounds)
    return "终止调解", _joined(f"{event.decided_on}", grounds, event.facts)


@describe.register
def _(event: e.ObligationPerformed) -> tuple[str, str]:
    what = f"{format_yuan(event.amount)} 元" if event.amount else "履行完毕"
    return f"履行第 {event.obligation_no} 项", _joined(f"{event.on}", what, event.note)


@describe.register
def _(event: e.ObligationUrged) -> tuple[str, str]:
    return f"督促履行第 {event.obligation_no} 项", _joined(
        f"{event.on}", label("notice_methods", event.method), f"督促人 {event.by}", event.note
    )


@describe.register
def _(event: e.ObligationBreached) -> tuple[str, str]:
    return f"第 {event.obligation_no} 项未履行", _joined(f"{event.on}", event.facts, event.advice)


@describe.register
def _(event: e.Replied) -> tuple[str, str]:
    result = "" if event.result == "reached" else RESULTS.get(event.result, event.result)
    return f"回复{PARTIES[event.to]}", _joined(
        f"{event.on}", label("notice_methods", event.method), f"回复人 {event.by}", result, event.text
    )


@describe.register
def _(event: e.FollowedUp) -> tuple[str, str]:
    answer = label("satisfaction", event.satisfaction) if event.reached else "未联系上"
    return "回访投诉人", _joined(f"{event.on}", answer, event.text, event.no_return_reason)


@describe.register
def _(event: e.CaseReturned) -> tuple[str, str]:
    return "退回重新办理", event.reason


@describe.register
def _(event: e.CaseClosed) -> tuple[str, str]:
    return "结案", _joined(f"{event.on}", event.summary)


@describe.register
def _(event: e.CaseFiled) -> tuple[str, str]:
    return "归档", _joined(f"{event.on}", f"卷号 {event.volume}", f"{event.pages} 页")


@describe.register
def _(event: e.CaseVoided) -> tuple[str, str]:
    return "作废登记", event.reason


@describe.register
def _(event: e.PaperIssued) -> tuple[str, str]:
    rule = complaint_procedure().paper(event.paper)
    title = rule.label if rule is not None else event.paper
    to = f"给{PARTIES[event.addressee]}" if event.addressee else ""
    session = f"第 {event.session_no} 次调解" if event.session_no else ""
    again = f"第 {event.printing} 次制作" if event.printing > 1 else ""
    return f"制作{title}", _joined(event.number, session, to, again, f"{event.pages} 页")
