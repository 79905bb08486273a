"""Field rules of execution: what was paid or done, given up, broken; and where the parties went on to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.matter.checking import Context, Fields
from app.domain.matter.events import CaseClosed
from app.domain.matter.state import next_no, received_on
from app.domain.money import format_yuan
from app.domain.settlement import events as e
from app.domain.settlement.facts import LIABILITIES, SHARES, Obligation
from app.domain.settlement.fold import AFTER_BREACH
from app.domain.settlement.member_events import PaymentsRecorded
from app.domain.settlement.member_fold import performances_of
from app.domain.settlement.members import obligations_of
from app.domain.settlement.relief import RELIEFS
from app.domain.settlement.state import Promise, Settled


def check_obligation(fields: Fields, where: str, duty: Obligation, case: Settled) -> None:
    """One promise of an agreement: complete, in the right kind, its several payers adding up."""
    name = f"第{duty.no}项"
    money = duty.kind == "money"
    fields.say(where, duty.obligor not in case.PARTIES, f"{name}没有写明由谁履行")
    fields.say(where, duty.kind not in ("money", "goods", "act"), f"{name}没有写明履行什么")
    fields.say(where, money and duty.amount <= 0, f"{name}金额应当大于零")
    fields.say(where, not money and duty.amount != 0, f"{name}不是付款，不填金额")
    fields.say(where, not money and not duty.description.strip(), f"{name}没有写明履行内容")
    fields.say(where, not duty.method.strip(), f"{name}没有写明履行方式")
    fields.say(where, duty.worth < 0, f"{name}折价不能为负数")
    fields.say(where, money and duty.worth != 0, f"{name}付款不另写折价")
    fits = not duty.relief or RELIEFS.get(duty.relief) == duty.kind
    fields.say(where, not fits, f"{name}救济的种类和履行的内容不一致")
    payers = [payer.name.strip() for payer in duty.payers]
    fields.say(where, not all(payers), f"{name}没有写明付款人的名称")
    fields.say(where, len(set(payers)) < len(payers), f"{name}同一付款人写了两次")
    unsure = len(payers) > 1 and duty.liability not in LIABILITIES
    fields.say(where, unsure, f"{name}由几人履行，应当写明连带还是按份")
    if money and duty.payers and duty.liability == SHARES:
        total = sum(payer.share for payer in duty.payers)
        fields.say(where, any(p.share <= 0 for p in duty.payers), f"{name}每个付款人的份额应当大于零")
        amounts = f"{format_yuan(total)} 元与金额 {format_yuan(duty.amount)} 元"
        fields.say(where, total != duty.amount, f"{name}各付款人份额合计 {amounts}不一致")
    else:
        shared = any(payer.share for payer in duty.payers)
        fields.say(where, shared, f"{name}不是按份付款，不填份额")


def check_group_obligations(fields: Fields, event: e.AgreementReached, case: Settled) -> None:
    """What is owed to members is exactly what they were asked about, and somebody is bound."""
    owed = tuple(duty for duty in event.obligations if duty.payee)
    common = len(event.obligations) - len(owed)
    obligor = owed[0].obligor if owed else ""
    planned = obligations_of(case.members, obligor, first=common + 1) if case.is_group() else ()
    fields.say("obligations", owed != planned, "各成员的金额和期限应当与征求同意的方案一致，请刷新后重试")
    bound = common > 0 or any(case.member(d.payee) is not None and _agrees(case, d.payee) for d in owed)
    fields.say("obligations", case.is_group() and not bound, f"还没有成员同意方案{case.cite('group')}")


def _agrees(case: Settled, number: int) -> bool:
    one = case.member(number)
    return one is not None and one.agrees()


def owing_promise(case: Settled, number: int) -> Promise:
    """The promise of that number when something can still come of it; UserError otherwise."""
    promise = case.agreement.promise(number) if case.agreement is not None else None
    if promise is not None and promise.open():
        return promise
    if promise is not None and promise.owing() and case.phase in (*AFTER_BREACH, "agreed"):
        return promise
    if promise is not None and promise.dormant:
        raise UserError("这一项的成员还没有同意协议，先征求本人同意。")
    raise UserError("这一项义务已经了结，或者不在协议中。")


def _performed(event: e.ObligationPerformed, case: Settled, context: Context) -> None:
    fields = Fields()
    promise = owing_promise(case, event.obligation_no)
    after = case.agreement.agreed_on if case.agreement is not None else None
    fields.date("on", event.on, "履行日期", context, after=after, what="协议日期")
    _check_performance(fields, promise, event)
    fields.done()


def _check_performance(fields: Fields, promise: Promise, event: e.ObligationPerformed) -> None:
    duty = promise.obligation
    if duty.kind == "money":
        rest = promise.rest()
        fields.say("amount", event.amount <= 0, "请填写收到的金额")
        fields.say("amount", event.amount > rest, f"超过了尚欠的 {format_yuan(rest)} 元，请核对")
        fields.say("done", event.done, "付款是否付清由金额计算，不另行勾选")
        extra = event.amount if duty.relief == "punitive" else 0
        fields.say("amount", event.extra != extra, "加倍赔偿的款项应当单独统计，请刷新后重试")
        fields.say("amount", event.relief != 0, "付款不按折价统计")
    else:
        fields.say("amount", event.amount != 0 or event.extra != 0, "这一项不是付款，不填金额")
        fields.say("done", not event.done, "请确认这一项已经履行完毕")
        fields.say("done", event.relief not in (0, duty.worth), "折价应当与协议写明的一致")
    names = [payer.name for payer in duty.payers]
    fields.say("payer", bool(event.payer) and event.payer not in names, "所选付款人不在协议中")
    if duty.liability == SHARES and duty.kind == "money":
        share = next((p.share for p in duty.payers if p.name == event.payer), 0)
        left = share - promise.paid_by(event.payer)
        fields.say("payer", not event.payer, "按份履行的，请选择是谁付的")
        fields.say("amount", event.amount > left, f"超过了该付款人尚欠的 {format_yuan(left)} 元")


def _listed(event: PaymentsRecorded, case: Settled, context: Context) -> None:
    fields = Fields()
    fields.need("payments", event.payments, "至少一笔履行")
    fields.need("by", event.by, "登记人")
    after = case.agreement.agreed_on if case.agreement is not None else None
    fields.date("on", event.on, "履行日期", context, after=after, what="协议日期")
    numbers = [one.obligation_no for one in event.payments]
    fields.say("payments", len(set(numbers)) < len(numbers), "同一项义务在名单上出现了两次")
    for place, performance in enumerate(performances_of(event)):
        one = Fields()
        _check_performance(one, owing_promise(case, performance.obligation_no), performance)
        for problem in one.problems.values():
            fields.say(f"payments.{place}", True, f"第{performance.obligation_no}项：{problem}")
    fields.done()


def _waived(event: e.ObligationWaived, case: Settled, context: Context) -> None:
    fields = Fields()
    promise = owing_promise(case, event.obligation_no)
    if promise.obligation.kind == "money":
        rest = promise.rest()
        fields.say("amount", event.amount <= 0, "请填写放弃的金额")
        fields.say("amount", event.amount > rest, f"超过了尚欠的 {format_yuan(rest)} 元，请核对")
    else:
        fields.say("amount", event.amount != 0, "这一项不是付款，不填金额")
    fields.need("waived_by", event.waived_by.strip(), "放弃人")
    one = case.member(promise.obligation.payee) if promise.obligation.payee else None
    other = one is not None and event.waived_by != one.member.name
    who = one.member.name if one is not None else ""
    fields.say("waived_by", other, f"这一项属于{who}，只有本人同意才能放弃{case.cite('group')}")
    fields.need("method", event.method, "本人表示的方式")
    fields.need("reason", event.reason.strip(), "放弃的情况")
    fields.need("by", event.by, "登记人")
    fields.date("consent_on", event.consent_on, "本人表示的日期", context, after=None, what="")
    after = case.agreement.agreed_on if case.agreement is not None else None
    fields.date("on", event.on, "登记日期", context, after=after, what="协议日期")
    fields.done()


PURPOSES: dict[str, str] = {
    "mediation": "委派、委托调解",
    "confirmation": "申请司法确认",
    "lawsuit": "提起诉讼",
    "arbitration": "申请仲裁",
    "enforcement": "申请强制执行",
}
OUTCOMES: dict[str, str] = {
    "accepted": "已经立案、受理",
    "refused": "没有立案、受理",
    "mediated": "达成调解",
    "confirmed": "确认协议有效",
    "judged": "判决、裁决",
    "enforced": "执行到位",
    "withdrawn": "撤回申请、起诉",
    "failed": "没有结果",
}


def _referred(event: e.CaseReferred, case: Settled, context: Context) -> None:
    fields = Fields()
    fields.say("purpose", event.purpose not in PURPOSES, "请选择对接的事项")
    fields.need("body", event.body.strip(), "对接的法院、仲裁机构或者调解组织")
    fields.need("by", event.by, "经办人")
    # A committee or a court mediates only for those who want it (办法第18、19条).
    unasked = event.purpose == "mediation" and not event.consented
    fields.say("consented", unasked, "转交调解应当经双方同意，请先征求双方意见")
    fields.say("no", event.no != next_no(r.referred.no for r in case.referrals), "序号有误，请刷新后重试")
    fields.date("on", event.on, "对接日期", context, after=received_on(case), what="收到日期")
    fields.done()


def _answered(event: e.ReferralAnswered, case: Settled, context: Context) -> None:
    fields = Fields()
    referral = next((r for r in case.referrals if r.referred.no == event.no), None)
    if referral is None:
        raise UserError("没有这一次诉调对接的记录，请刷新后重试。")
    fields.say("outcome", event.outcome not in OUTCOMES, "请选择结果")
    fields.need("by", event.by, "登记人")
    fields.date("on", event.on, "结果日期", context, after=referral.referred.on, what="对接日期")
    fields.done()


CHECKS: dict[type[Event], Callable[[Any, Settled, Context], None]] = {
    e.ObligationPerformed: _performed,
    PaymentsRecorded: _listed,
    e.ObligationWaived: _waived,
    e.CaseReferred: _referred,
    e.ReferralAnswered: _answered,
}
"""What `check_settled` knows of execution."""


def check_closing(event: CaseClosed, case: Settled) -> None:
    """Nothing is closed over an open promise unless the clerk says so and why. UserError."""
    agreement = case.agreement
    still = [p.obligation.no for p in agreement.promises if p.open()] if agreement is not None else []
    if still and case.phase != "terminated" and not event.open_obligations.strip():
        items = "、".join(f"第{no}项" for no in still[:5]) + ("等" if len(still) > 5 else "")
        raise UserError(f"协议{items}还没有了结，不能结案；确需结案的，请写明未了结的义务如何处理。")
