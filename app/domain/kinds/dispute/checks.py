"""Field rules of a dispute's own acts; articles are those of 《人民调解法》."""

from __future__ import annotations

import datetime as dt
from functools import singledispatch

from app.domain.errors import InvalidFields, UserError
from app.domain.events import Event
from app.domain.kinds.dispute import events as e
from app.domain.kinds.dispute.facts import Application
from app.domain.kinds.dispute.intake import application_problems
from app.domain.kinds.dispute.state import MEDIATOR, RESULTS, ROUTES, DisputeCase
from app.domain.matter.checking import Context, Fields, check_grounds
from app.domain.matter.state import received_on
from app.domain.settlement.checks import check_settled
from app.domain.settlement.events import MediationTerminated, SessionHeld, SessionScheduled

CHOSEN = {"committee": "人民调解委员会指定", "parties": "当事人选择"}
SIGNED_HOW = {"signature": "签名", "seal": "盖章", "fingerprint": "按指印"}
RISKS = {"worsening": "可能激化", "public_order": "可能引起治安案件", "crime": "可能引起刑事案件"}
KEPT = {"all": "全部履行", "part": "部分履行", "none": "没有履行"}


@singledispatch
def check(event: Event, case: DisputeCase, context: Context) -> None:
    """Field rules of one event type of a dispute, its own or a shared one."""
    check_settled(event, case, context)


@check.register
def _(event: e.DisputeRegistered, case: DisputeCase, context: Context) -> None:
    if case.phase:
        raise UserError("这件纠纷已经登记过。")
    form = Application(
        origin=event.origin, applicant=event.applicant, respondent=event.respondent, quarrel=event.quarrel
    )
    problems = application_problems(form, context.today)
    if problems:
        raise InvalidFields(problems)


@check.register
def _(event: e.DisputeAmended, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "更正的理由")
    parts = (event.origin, event.applicant, event.respondent, event.quarrel)
    fields.say("reason", all(part is None for part in parts), "没有改动任何内容")
    origin = event.origin or case.origin
    if origin is not None and case.origin is not None:
        # The year of 收到日期 gave the number its series.
        moved = origin.received_on.year != case.origin.received_on.year
        fields.say("origin.received_on", moved, "收到日期跨年，编号不符，请作废本件后重新登记")
        form = Application(
            origin=origin,
            applicant=event.applicant or case.applicant,
            respondent=event.respondent or case.respondent,
            quarrel=event.quarrel or case.quarrel,
        )
        fields.problems.update(application_problems(form, context.today))
    fields.done()


@check.register
def _(event: e.DisputeDecided, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    if event.accepted:
        fields.say("grounds", bool(event.grounds), "受理的不选不受理的情形")
    else:
        check_grounds(fields, event.grounds, context.rule_set.refusal_grounds, "不受理的情形")
        fields.need("facts", event.facts.strip(), "不受理的理由")
    _who_when(fields, event.by, event.decided_on, "受理日期", context, received_on(case), name="decided_on")
    fields.done()


@check.register
def _(event: e.RightsTold, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    fields.say("party", event.party not in case.PARTIES, "请选择当事人")
    fields.need("signed_by", event.signed_by.strip(), "签收人")
    fields.say("how", event.how not in SIGNED_HOW, "请选择签名、盖章或者按指印")
    _who_when(fields, event.by, event.on, "告知日期", context, received_on(case))
    fields.done()


@check.register
def _(event: e.MediatorsNamed, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    fields.need("mediators", event.mediators, "调解员")
    fields.say("chosen", event.chosen not in CHOSEN, "请选择调解员怎样确定")
    fields.say("accepted", bool(set(event.accepted) - set(case.PARTIES)), "请选择当事人")
    listed = {one.name for one in context.office.committee.in_office(event.on)}
    strange = [name for name in event.mediators if listed and name not in listed]
    fields.say(
        "mediators", bool(strange), f"{'、'.join(strange)}不在本委员会的调解员名册上，或者任期已经届满"
    )
    sides = {name for party in case.PARTIES for name in case.side(party).names()}
    fields.say("mediators", bool(sides & set(event.mediators)), "当事人不能担任本件的调解员")
    fields.say(
        "helpers_agreed",
        bool(event.helpers) and not event.helpers_agreed,
        "邀请他人参与调解应当征得当事人同意（人民调解法第20条）",
    )
    _who_when(fields, event.by, event.on, "确定日期", context, case.accepted_on)
    fields.done()


@check.register
def _(event: SessionScheduled, case: DisputeCase, context: Context) -> None:
    check_settled(event, case, context)
    _only_named(event.mediators, case)


@check.register
def _(event: SessionHeld, case: DisputeCase, context: Context) -> None:
    check_settled(event, case, context)
    _only_named(event.mediators, case)


def _only_named(mediators: tuple[str, ...], case: DisputeCase) -> None:
    strange = [name for name in mediators if name not in case.named_mediators()]
    if strange:
        raise InvalidFields(
            {"mediators": f"{'、'.join(strange)}不是本件已经确定的调解员，请先另行确定调解员"}
        )


@check.register
def _(event: e.RiskReported, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    fields.say("level", event.level not in RISKS, "请选择风险")
    fields.need("facts", event.facts.strip(), "发现的情况")
    fields.need("measures", event.measures.strip(), "采取的预防措施")
    fields.say(
        "told",
        event.level != "worsening" and not event.told.strip(),
        "可能引起治安、刑事案件的，应当及时向公安机关或者有关部门报告，请填写报告对象（人民调解法第25条）",
    )
    _who_when(fields, event.by, event.at.date(), "时间", context, received_on(case), name="at")
    fields.done()


@check.register
def _(event: e.MediationProlonged, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    fields.say("until", event.until <= event.on, "约定的期限应当晚于约定日期")
    fields.need("reason", event.reason.strip(), "继续调解的理由")
    _who_when(fields, event.by, event.on, "约定日期", context, case.accepted_on)
    fields.done()


@check.register
def _(event: MediationTerminated, case: DisputeCase, context: Context) -> None:
    check_settled(event, case, context)
    last = case.current_sessions()[-1:]
    if last and event.decided_on < last[0].started_at.date():
        raise InvalidFields({"decided_on": "终止日期不能早于最后一次调解"})


@check.register
def _(event: e.AgreementSigned, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    wanted = set(case.signers())
    agreed = case.agreement.agreed_on if case.agreement is not None else None
    fields.say("signatures", not event.signatures and event.sealed_on is None, "请填写签名或者盖章的日期")
    for index, one in enumerate(event.signatures):
        where = f"signatures.{index}"
        fields.say(where, (one.role, one.name) not in wanted, f"{one.name}不是本协议的签名人")
        fields.say(where, one.how not in SIGNED_HOW, f"{one.name}：请选择签名、盖章或者按指印")
        if one.by:
            fields.say(where, one.role == MEDIATOR, "调解员应当亲自签名")
            fields.problems.update(_delegate_signs(one, case, where))
        fields.date(where, one.on, "签名日期", context, after=agreed, what="达成协议日期")
    if event.sealed_on is not None:
        fields.date("sealed_on", event.sealed_on, "盖章日期", context, after=agreed, what="达成协议日期")
    fields.done()


def _delegate_signs(one: e.Signature, case: DisputeCase, where: str) -> dict[str, str]:
    """A delegate signs only within a power of attorney that says so and has not run out."""
    delegate = case.side(one.role).delegate if one.role in case.PARTIES else None
    if delegate is None or delegate.name != one.by:
        return {where: f"{one.by}不是登记的委托代理人，请先更正登记"}
    if "sign" not in delegate.powers:
        return {where: f"授权委托书没有写明{one.by}可以签署调解文书，应当由本人签名"}
    if delegate.until is not None and delegate.until < one.on:
        return {where: f"{one.by}的委托期限已经届满"}
    return {}


@check.register
def _(event: e.VisitPlanned, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    fields.need("purpose", event.purpose.strip(), "回访事由")
    fields.need("by", event.by.strip(), "回访人")
    effective = case.effective_on()
    fields.say("on", effective is not None and event.on < effective, "回访日期不能早于协议生效日期")
    fields.done()


@check.register
def _(event: e.VisitMade, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    fields.need("method", event.method, "回访方式")
    fields.need("whom", event.whom.strip(), "回访对象")
    fields.need("purpose", event.purpose.strip(), "回访事由")
    fields.need("text", event.text.strip(), "回访情况")
    fields.say("kept", event.kept not in KEPT, "请选择协议履行情况")
    _who_when(fields, event.by, event.on, "回访日期", context, case.effective_on())
    fields.done()


@check.register
def _(event: e.ConfirmationApplied, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    fields.need("court", event.court.strip(), "人民法院")
    _who_when(fields, event.by, event.on, "申请日期", context, case.effective_on())
    due = context.mediation_due
    fields.say(
        "on",
        due is not None and event.on > due,
        f"双方应当自协议生效之日起三十日内共同申请，期限到 {due} 届满（人民调解法第33条）",
    )
    fields.done()


@check.register
def _(event: e.ConfirmationDeclined, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    _who_when(fields, event.by, event.on, "登记日期", context, case.effective_on())
    fields.done()


@check.register
def _(event: e.ConfirmationTaken, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    number = event.number.strip()
    fields.say("number", event.taken and "调确" not in number, "请填写受理通知书上的“调确字”案号")
    fields.say("reason", not event.taken and not event.reason.strip(), "请填写法院不予受理的理由")
    found = case.confirmation()
    after = found.applied.on if found is not None else None
    fields.date("on", event.on, "法院答复日期", context, after=after, what="申请日期")
    fields.done()


@check.register
def _(event: e.ConfirmationDecided, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    fields.say("result", event.result not in RESULTS, "请选择法院的结论")
    found = case.confirmation()
    taken = found is not None and found.taken is not None
    fields.say(
        "result",
        not taken and event.result != "withdrawn",
        "法院还没有受理，先登记法院受理，或者选择撤回申请",
    )
    fields.say("reason", event.result == "rejected" and not event.reason.strip(), "请填写不予确认的理由")
    after = found.taken.on if found and found.taken else found.applied.on if found else None
    fields.date("on", event.on, "决定日期", context, after=after, what="法院受理日期")
    fields.done()


@check.register
def _(event: e.EnforcementNoted, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    fields.need("court", event.court.strip(), "人民法院")
    found = case.confirmation()
    after = found.decided.on if found is not None and found.decided is not None else None
    _who_when(fields, event.by, event.on, "申请日期", context, after)
    fields.done()


@check.register
def _(event: e.RoutesTold, case: DisputeCase, context: Context) -> None:
    if event.party not in case.routes_untold():
        raise UserError("不需要告知该当事人，或者已经告知过。")
    fields = Fields()
    fields.say("routes", not event.routes or bool(set(event.routes) - set(ROUTES)), "请选择告知的途径")
    fields.need("method", event.method, "告知方式")
    decision = case.termination or case.refusal
    _who_when(fields, event.by, event.on, "告知日期", context, decision.on if decision else None)
    fields.done()


@check.register
def _(event: e.MediationResumed, case: DisputeCase, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "重新调解的理由")
    _who_when(fields, event.by, event.on, "日期", context, case.effective_on())
    fields.done()


def _who_when(
    fields: Fields,
    by: str,
    on: dt.date,
    label: str,
    context: Context,
    after: dt.date | None,
    *,
    name: str = "on",
) -> None:
    """Every act names who did it and the day, not before what it follows and not after today."""
    fields.need("by", by.strip(), "经办人")
    fields.date(name, on, label, context, after=after, what="上一步的日期")
