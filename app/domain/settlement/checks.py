"""Field rules of mediation, agreement and execution, the same in every kind that is settled.

Articles are the kind's own (`Settled.ARTICLES`), grounds those of its rule set.
"""

from __future__ import annotations

from functools import singledispatch

from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.matter.checking import Context, Fields, check_grounds
from app.domain.matter.checks import check_matter
from app.domain.matter.events import CaseClosed
from app.domain.matter.state import received_on
from app.domain.settlement import entrusting_rules, execution_checks, member_checks, turn_checks
from app.domain.settlement import events as e
from app.domain.settlement.execution_checks import (
    check_closing,
    check_group_obligations,
    check_obligation,
)
from app.domain.settlement.state import Promise, Settled
from app.domain.settlement.turns import SettlementReached


@singledispatch
def check_settled(event: Event, case: Settled, context: Context) -> None:
    """Field rules of one event of the settlement, or of one that every matter shares."""
    check_matter(event, case, context)


for _event_type, _rule in {
    **execution_checks.CHECKS,
    **member_checks.CHECKS,
    **turn_checks.CHECKS,
    **entrusting_rules.CHECKS,
}.items():
    check_settled.register(_event_type, _rule)


@check_settled.register
def _(event: e.ConsentRecorded, case: Settled, context: Context) -> None:
    fields = Fields()
    fields.say("party", event.party not in case.PARTIES, "请选择当事人")
    fields.need("method", event.method, "征询方式")
    fields.need("by", event.by, "征询人")
    fields.date("on", event.on, "征询日期", context, after=received_on(case), what="收到日期")
    fields.done()


SESSION_MODES = ("face", "separate", "phone", "video")
"""面对面, 背对背, 电话, 视频. Only the first is 现场调解 in the sense of 办法第20条."""


@check_settled.register
def _(event: e.SessionScheduled, case: Settled, context: Context) -> None:
    fields = Fields()
    fields.need("place", event.place.strip(), "调解地点")
    fields.need("mediators", event.mediators, "调解人员")
    _not_recused(fields, event.mediators, case)
    fields.say("mode", event.mode not in SESSION_MODES, "请选择调解方式")
    fields.say("recusal_days", not 1 <= event.recusal_days <= 30, "回避申请期限应为 1 至 30 日")
    start = case.accepted_on
    fields.say("at", start is not None and event.at.date() < start, "调解时间不能早于受理日期")
    fields.say("no", event.no != case.next_session(), "调解次序有误，请刷新后重试")
    fields.done()


@check_settled.register
def _(event: e.SessionHeld, case: Settled, context: Context) -> None:
    fields = Fields()
    schedule = next((s for s in case.schedules if s.no == event.no), None)
    if any(s.no == event.no for s in case.sessions) or (schedule is None and event.no != case.next_session()):
        raise UserError("这一次调解已经记录过，请刷新后重试。")
    if event.mode == "face" and schedule is None and case.ARRANGED_FIRST:
        raise UserError(
            f"现场调解应当提前告知当事人时间、地点和调解人员{case.cite('arranging')}，请先安排调解并告知双方。"
        )
    fields.say("mode", event.mode not in SESSION_MODES, "请选择调解方式")
    fields.need("place", event.place.strip(), "调解地点")
    fields.need("mediators", event.mediators, "调解人员")
    _not_recused(fields, event.mediators, case)
    fields.need("recorder", event.recorder.strip(), "记录人")
    fields.need("attendees", event.attendees.strip(), "到场人员")
    fields.need("text", event.text.strip(), "调解经过")
    fields.say("outcome", event.outcome not in ("agreed", "continue", "failed"), "请选择调解结果")
    fields.date(
        "started_at", event.started_at.date(), "调解时间", context, after=case.accepted_on, what="受理日期"
    )
    fields.say(
        "ended_at",
        event.ended_at is not None and event.ended_at < event.started_at,
        "结束时间不能早于开始时间",
    )
    fields.done()


def _not_recused(fields: Fields, mediators: tuple[str, ...], case: Settled) -> None:
    aside = "、".join(name for name in mediators if name in case.recused())
    fields.say("mediators", bool(aside), f"{aside}已经回避，请更换调解人员")


@check_settled.register
def _(event: SettlementReached, case: Settled, context: Context) -> None:
    """The promises of a 和解协议 are held to the rules of every agreement's."""
    fields = Fields()
    fields.need("helper", event.helper.strip(), "协助和解的人")
    fields.date("agreed_on", event.agreed_on, "和解日期", context, after=received_on(case), what="收到日期")
    fields.done()
    agreement = e.AgreementReached(
        agreed_on=event.agreed_on,
        terms=event.terms,
        obligations=event.obligations,
        instrument="none",
        no_letter_reason="both_agreed",
    )
    check_settled(agreement, case, context)


@check_settled.register
def _(event: e.AgreementReached, case: Settled, context: Context) -> None:
    fields = Fields()
    sessions = case.current_sessions()
    last = sessions[-1].started_at.date() if sessions else None
    fields.date("agreed_on", event.agreed_on, "达成协议日期", context, after=last, what="最后一次调解")
    fields.need("terms", event.terms.strip(), "协议内容")
    fields.need("obligations", event.obligations, "至少一项履行义务")
    for index, promise in enumerate(event.obligations):
        where = f"obligations.{index}"
        name = f"第{promise.no}项"
        fields.say(where, promise.no != index + 1, "履行义务的序号应当连续，请刷新后重试")
        check_obligation(fields, where, promise, case)
        fields.say(where, promise.due_on < event.agreed_on, f"{name}履行期限早于协议日期")
    check_group_obligations(fields, event, case)
    fields.say("instrument", event.instrument not in ("letter", "none"), "请选择是否制作调解书")
    # 办法第24条 for complaints: no letter only when performed at once or both sides agree to none.
    fields.say(
        "no_letter_reason",
        event.instrument == "none" and event.no_letter_reason not in ("performed_at_once", "both_agreed"),
        f"不制作调解书应当注明理由：已经即时履行，或者双方同意{case.cite('letter')}",
    )
    fields.done()


@check_settled.register
def _(event: e.MediationTerminated, case: Settled, context: Context) -> None:
    fields = Fields()
    check_grounds(fields, event.grounds, context.rule_set.termination_grounds, "终止调解的情形")
    fields.need("facts", event.facts.strip(), "终止调解的事实")
    fields.date("decided_on", event.decided_on, "决定日期", context, after=case.accepted_on, what="受理日期")
    due = context.mediation_due
    if context.rule_set.expiry_ground in event.grounds:
        early = due is None or event.decided_on <= due
        until = f"期限到 {due.isoformat()} 届满" if due else "期限因鉴定检测尚未确定"
        fields.say("grounds", early, f"调解期限还没有届满（{until}），不能以此项终止")
    fields.done()


def _open_promise(case: Settled, number: int) -> Promise:
    promise = case.agreement.promise(number) if case.agreement is not None else None
    if promise is None or not promise.open():
        raise UserError("这一项义务已经了结，或者不在协议中。")
    return promise


@check_settled.register
def _(event: CaseClosed, case: Settled, context: Context) -> None:
    check_matter(event, case, context)
    check_closing(event, case)


@check_settled.register
def _(event: e.ObligationUrged, case: Settled, context: Context) -> None:
    fields = Fields()
    _open_promise(case, event.obligation_no)
    fields.need("method", event.method, "督促方式")
    fields.need("by", event.by, "督促人")
    fields.date("on", event.on, "督促日期", context, after=None, what="")
    fields.done()


@check_settled.register
def _(event: e.ObligationBreached, case: Settled, context: Context) -> None:
    fields = Fields()
    promise = _open_promise(case, event.obligation_no)
    due = promise.obligation.due_on
    fields.say("on", event.on <= due, f"履行期限（{due.isoformat()}）还没有过，不能登记为未履行")
    fields.need("facts", event.facts.strip(), "未履行的情况")
    fields.need("advice", event.advice.strip(), f"已告知的救济途径{case.cite('breach')}")
    fields.date("on", event.on, "登记日期", context, after=None, what="")
    fields.done()
