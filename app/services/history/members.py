"""Words for a group within a case: members, representatives, plans, consents, lists of payments."""

from __future__ import annotations

from typing import Any

from app.domain.kind import Kind
from app.domain.money import format_yuan
from app.domain.settlement import member_events as e
from app.domain.settlement.members import LEFT
from app.services.history.words import describe, joined
from app.services.labels import label


@describe.register
def _(event: e.MembersJoined, kind: Kind[Any]) -> tuple[str, str]:
    claims = sum(member.claim or 0 for member in event.members)
    money = f"诉求合计 {format_yuan(claims)} 元" if claims else ""
    source = f"来自“{event.source}”" if event.source else ""
    return f"登记成员 {len(event.members)} 人", joined(f"{event.on}", _names(event.members), money, source)


@describe.register
def _(event: e.MemberAmended, kind: Kind[Any]) -> tuple[str, str]:
    return f"更正第 {event.member.no} 号成员", joined(f"{event.on}", event.member.name, event.reason)


@describe.register
def _(event: e.MembersLeft, kind: Kind[Any]) -> tuple[str, str]:
    return f"成员退出 {len(event.nos)} 人", joined(
        f"{event.on}", _numbers(event.nos), LEFT[event.reason], event.note
    )


@describe.register
def _(event: e.RepresentativesElected, kind: Kind[Any]) -> tuple[str, str]:
    return "推选代表人", joined(
        f"{event.on}", _numbers(event.nos), f"推选书 {event.proof.filename}", event.note
    )


@describe.register
def _(event: e.MemberPlansSet, kind: Kind[Any]) -> tuple[str, str]:
    total = sum(plan.amount() for plan in event.plans)
    money = f"合计 {format_yuan(total)} 元" if total else ""
    return f"拟定成员方案 {len(event.plans)} 人", joined(f"{event.on}", money)


@describe.register
def _(event: e.MembersConsented, kind: Kind[Any]) -> tuple[str, str]:
    answer = "同意" if event.agrees else "不同意"
    return f"成员{answer}方案 {len(event.nos)} 人", joined(
        f"{event.on}",
        _numbers(event.nos),
        label("notice_methods", event.method),
        f"征询人 {event.by}",
        event.note,
    )


@describe.register
def _(event: e.PaymentsRecorded, kind: Kind[Any]) -> tuple[str, str]:
    total = sum(paid.amount for paid in event.payments)
    money = f"合计 {format_yuan(total)} 元" if total else ""
    return f"按名单登记履行 {len(event.payments)} 项", joined(f"{event.on}", money, event.note)


def _names(members: tuple[Any, ...]) -> str:
    first = "、".join(member.name for member in members[:3])
    return f"{first}等" if len(members) > 3 else first


def _numbers(nos: tuple[int, ...]) -> str:
    first = "、".join(str(no) for no in nos[:5])
    return f"第 {first} 号{'等' if len(nos) > 5 else ''}"
