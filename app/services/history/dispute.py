"""Words for a dispute's own acts."""

from __future__ import annotations

from typing import Any

from app.domain.kind import Kind
from app.domain.kinds.dispute import events as e
from app.domain.kinds.dispute.checks import CHOSEN, KEPT, RISKS, SIGNED_HOW
from app.domain.kinds.dispute.facts import CAME
from app.domain.kinds.dispute.state import MEDIATOR, RESULTS, ROUTES
from app.services.history.words import describe, joined, moment, ordinal, party
from app.services.labels import label


@describe.register
def _(event: e.DisputeRegistered, kind: Kind[Any]) -> tuple[str, str]:
    return "登记矛盾纠纷", joined(
        event.number,
        f"{event.origin.received_on} 收到",
        CAME.get(event.quarrel.came, ""),
        label("dispute_sorts", event.quarrel.sort),
    )


@describe.register
def _(event: e.DisputeAmended, kind: Kind[Any]) -> tuple[str, str]:
    parts = {"applicant": "申请人", "respondent": "被申请人", "quarrel": "纠纷情况", "origin": "来源"}
    changed = "、".join(name for field, name in parts.items() if getattr(event, field) is not None)
    return "更正登记", joined(changed, event.reason)


@describe.register
def _(event: e.DisputeDecided, kind: Kind[Any]) -> tuple[str, str]:
    if event.accepted:
        return "受理调解", f"{event.decided_on}"
    grounds = "、".join(f"第（{ordinal(code)}）项" for code in event.grounds)
    return "不受理", joined(f"{event.decided_on}", grounds, event.facts)


@describe.register
def _(event: e.RightsTold, kind: Kind[Any]) -> tuple[str, str]:
    openly = "要求公开调解" if event.openly else ""
    return f"告知{party(kind, event.party)}权利义务", joined(
        f"{event.on}", f"{event.signed_by}{SIGNED_HOW.get(event.how, '')}", f"告知人 {event.by}", openly
    )


@describe.register
def _(event: e.MediatorsNamed, kind: Kind[Any]) -> tuple[str, str]:
    accepted = "、".join(party(kind, code) for code in event.accepted)
    return f"确定调解员 {'、'.join(event.mediators)}", joined(
        f"{event.on}",
        CHOSEN.get(event.chosen, ""),
        f"{accepted}接受" if accepted else "",
        f"经同意邀请 {'、'.join(event.helpers)} 参与" if event.helpers else "",
    )


@describe.register
def _(event: e.RiskReported, kind: Kind[Any]) -> tuple[str, str]:
    told = f"已向{event.told}报告" if event.told else ""
    return f"激化风险：{RISKS.get(event.level, event.level)}", joined(
        moment(event.at), event.facts, event.measures, told
    )


@describe.register
def _(event: e.MediationProlonged, kind: Kind[Any]) -> tuple[str, str]:
    return "双方同意继续调解", joined(f"{event.on}", f"到 {event.until} 为止", event.reason)


@describe.register
def _(event: e.AgreementSigned, kind: Kind[Any]) -> tuple[str, str]:
    names = []
    for one in event.signatures:
        who = "调解员" if one.role == MEDIATOR else party(kind, one.role)
        by = f"（{one.by}代）" if one.by else ""
        names.append(f"{who}{one.name}{by}{one.on} {SIGNED_HOW.get(one.how, '')}")
    seal = f"{event.sealed_on} 加盖人民调解委员会印章" if event.sealed_on else ""
    return "协议签名盖章", joined(*names, seal)


@describe.register
def _(event: e.VisitPlanned, kind: Kind[Any]) -> tuple[str, str]:
    return "安排回访", joined(f"{event.on}", event.purpose, f"回访人 {event.by}")


@describe.register
def _(event: e.VisitMade, kind: Kind[Any]) -> tuple[str, str]:
    satisfied = {True: "满意", False: "不满意", None: ""}[event.satisfied]
    return f"回访：{KEPT.get(event.kept, event.kept)}", joined(
        f"{event.on}",
        label("notice_methods", event.method),
        f"回访人 {event.by}",
        event.whom,
        event.text,
        satisfied,
        f"隐患：{event.hazard}" if event.hazard else "",
    )


@describe.register
def _(event: e.ConfirmationApplied, kind: Kind[Any]) -> tuple[str, str]:
    return "双方共同申请司法确认", joined(f"{event.on}", event.court, event.papers)


@describe.register
def _(event: e.ConfirmationDeclined, kind: Kind[Any]) -> tuple[str, str]:
    return "双方不申请司法确认", joined(f"{event.on}", event.note)


@describe.register
def _(event: e.ConfirmationTaken, kind: Kind[Any]) -> tuple[str, str]:
    title = "法院受理司法确认申请" if event.taken else "法院不予受理司法确认申请"
    return title, joined(f"{event.on}", event.number, event.reason)


@describe.register
def _(event: e.ConfirmationDecided, kind: Kind[Any]) -> tuple[str, str]:
    return f"司法确认：{RESULTS.get(event.result, event.result)}", joined(
        f"{event.on}", event.number, event.reason
    )


@describe.register
def _(event: e.EnforcementNoted, kind: Kind[Any]) -> tuple[str, str]:
    return "申请强制执行", joined(f"{event.on}", event.court, event.text)


@describe.register
def _(event: e.RoutesTold, kind: Kind[Any]) -> tuple[str, str]:
    routes = "、".join(ROUTES.get(code, code) for code in event.routes)
    return f"告知{party(kind, event.party)}救济途径", joined(
        f"{event.on}", routes, label("notice_methods", event.method), f"告知人 {event.by}", event.note
    )


@describe.register
def _(event: e.MediationResumed, kind: Kind[Any]) -> tuple[str, str]:
    return "重新调解", joined(f"{event.on}", event.reason)
