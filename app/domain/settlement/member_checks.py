"""Field rules of a group's events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.matter.checking import Context, Fields
from app.domain.matter.intake import person_problems, too_long
from app.domain.matter.state import received_on
from app.domain.money import LARGEST
from app.domain.settlement import member_events as e
from app.domain.settlement.members import (
    LEFT,
    MOST_MEMBERS,
    MOST_REPRESENTATIVES,
    GroupMember,
    Member,
    Plan,
)
from app.domain.settlement.relief import RELIEFS
from app.domain.settlement.state import Settled


def _joined(event: e.MembersJoined, case: Settled, context: Context) -> None:
    fields = Fields()
    fields.need("members", event.members, "至少一名成员")
    fields.need("by", event.by, "登记人")
    fields.date("on", event.on, "加入日期", context, after=received_on(case), what="收到日期")
    crowd = len(case.members) + len(event.members)
    fields.say("members", crowd > MOST_MEMBERS, f"一件共同投诉最多登记 {MOST_MEMBERS} 名成员")
    known = {identity(one.member) for one in case.present_members()}
    for place, member in enumerate(event.members):
        where = f"members.{place}"
        wrong_no = member.no != len(case.members) + place + 1
        fields.say(where, wrong_no, "成员的序号应当连续，请刷新后重试")
        fields.say(where, identity(member) in known, f"{member.name}已经在名单上，请核对是否重复")
        known.add(identity(member))
        for problem in member_problems(member, context).values():
            fields.say(where, True, problem)
    fields.done()


def identity(member: Member) -> tuple[str, ...]:
    """What tells two members apart: the document where there is one, else name and telephone."""
    return (member.id_no,) if member.id_no else (member.name, member.phone)


def member_problems(member: Member, context: Context) -> dict[str, str]:
    """What is wrong with one member's particulars, by field."""
    problems = person_problems(member, "member", context.today)
    if not member.name:
        problems["member.name"] = "请填写姓名"
    if member.claim is not None and not 0 <= member.claim <= LARGEST:
        problems["member.claim"] = "诉求金额不能为负数，也不能超过程序能处理的最大金额"
    return problems | too_long({"member.note": (member.note, 500)})


def _amended(event: e.MemberAmended, case: Settled, context: Context) -> None:
    fields = Fields()
    one = _present(case, event.member.no)
    fields.need("reason", event.reason.strip(), "更正的理由")
    fields.need("by", event.by, "更正人")
    fields.say("reason", event.member == one.member, "没有改动任何内容")
    fields.problems.update(member_problems(event.member, context))
    others = {identity(m.member) for m in case.present_members() if m.member.no != event.member.no}
    fields.say("member.name", identity(event.member) in others, "名单上已经有这个人，请核对是否重复")
    fields.done()


def _left(event: e.MembersLeft, case: Settled, context: Context) -> None:
    fields = Fields()
    fields.need("nos", event.nos, "退出的成员")
    fields.say("reason", event.reason not in LEFT, "请选择退出的原因")
    fields.need("by", event.by, "登记人")
    for no in event.nos:
        one = _present(case, no)
        bound = case.phase == "agreed" and one.agrees()
        fields.say("nos", bound, f"{one.member.name}已受协议约束，不能退出；放弃应得款项请登记放弃")
        fields.date("on", event.on, "退出日期", context, after=one.joined_on, what="加入日期")
    fields.done()


def _elected(event: e.RepresentativesElected, case: Settled, context: Context) -> None:
    fields = Fields()
    article = case.cite("group")
    fields.need("nos", event.nos, "代表人")
    fields.say("nos", len(event.nos) > MOST_REPRESENTATIVES, f"代表人最多推选两名{article}")
    fields.say("nos", len(set(event.nos)) < len(event.nos), "同一个人不能推选两次")
    for no in event.nos:
        _present(case, no)
    fields.need("by", event.by, "登记人")
    fields.date("on", event.on, "推选日期", context, after=None, what="")
    fields.done()


def _planned(event: e.MemberPlansSet, case: Settled, context: Context) -> None:
    fields = Fields()
    fields.need("plans", event.plans, "至少一名成员的方案")
    fields.need("by", event.by, "登记人")
    named = [plan.member for plan in event.plans]
    fields.say("plans", len(set(named)) < len(named), "同一成员只能有一个方案")
    for place, plan in enumerate(event.plans):
        one = _present(case, plan.member)
        for problem in plan_problems(plan):
            fields.say(f"plans.{place}", True, f"{one.member.name}：{problem}")
    fields.done()


def plan_problems(plan: Plan) -> list[str]:
    """What is wrong with a plan by itself."""
    kind = RELIEFS.get(plan.relief)
    if kind is None:
        return ["请选择处理方式"]
    found = []
    if kind == "money":
        found += ["没有写明金额"] if not plan.parts else []
        found += ["每一期的金额应当大于零"] if any(part.amount <= 0 for part in plan.parts) else []
        found += ["付款不另写折价"] if plan.worth else []
    elif kind:
        found += ["请写明一个履行期限"] if len(plan.parts) != 1 else []
        found += ["不是付款，不填金额"] if plan.amount() else []
        found += ["没有写明履行内容"] if not plan.description.strip() else []
        found += ["折价不能为负数"] if plan.worth < 0 else []
    elif plan.parts or plan.worth:
        found.append("不再主张的，不填金额和期限")
    days = [part.due_on for part in plan.parts]
    found += ["各期的期限应当由早到晚"] if days != sorted(days) else []
    found += ["没有写明履行方式"] if kind and not plan.method.strip() else []
    return found


def _consented(event: e.MembersConsented, case: Settled, context: Context) -> None:
    fields = Fields()
    fields.need("nos", event.nos, "成员")
    fields.need("method", event.method, "征询方式")
    fields.need("by", event.by, "征询人")
    fields.date("on", event.on, "征询日期", context, after=received_on(case), what="收到日期")
    for no in event.nos:
        one = _present(case, no)
        name = one.member.name
        fields.say("nos", one.plan is None, f"{name}还没有方案，先拟定方案再征求同意")
        fields.date("on", event.on, "征询日期", context, after=one.joined_on, what="加入日期")
        bound = case.phase == "agreed" and one.agrees()
        fields.say("nos", bound and not event.agrees, f"{name}已经同意，协议已经达成，不能再改为不同意")
    fields.done()


def _present(case: Settled, no: int) -> GroupMember:
    one = case.member(no)
    if one is None or not one.present():
        raise UserError(f"名单上没有第 {no} 号成员，或者已经退出，请刷新后重试。")
    return one


CHECKS: dict[type[Event], Callable[[Any, Settled, Context], None]] = {
    e.MembersJoined: _joined,
    e.MemberAmended: _amended,
    e.MembersLeft: _left,
    e.RepresentativesElected: _elected,
    e.MemberPlansSet: _planned,
    e.MembersConsented: _consented,
}
"""What `check_settled` knows of groups."""
