"""Whether an event may be written now: the one place where the procedure meets the facts.

The screen uses `actions.choices` to show only what is lawful; this module is asked again at the moment
of writing, so that window, command line and import cannot differ.
"""

from __future__ import annotations

import datetime as dt
from functools import singledispatch

import msgspec

from app.domain.errors import InvalidFields, UserError
from app.domain.events import Event
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.actions import why_not
from app.domain.kinds.complaint.fold import replies_due
from app.domain.kinds.complaint.guards import notices_owed
from app.domain.kinds.complaint.intake import registration_problems
from app.domain.kinds.complaint.state import Complaint, Promise
from app.domain.procedure import Procedure
from app.domain.rules import Ground, RuleSet


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a check may look at besides the case. `mediation_due` is None before acceptance or in a pause."""

    today: dt.date
    rule_set: RuleSet
    procedure: Procedure
    mediation_due: dt.date | None = None


def admit(event: Event, case: Complaint, context: Context) -> None:
    """Raise `UserError` (or `InvalidFields`) when the event may not be written; return None when it may."""
    action = context.procedure.action_for_event(event.kind())
    if action is not None:
        reason = why_not(action, case)
        if reason:
            raise UserError(reason)
    check(event, case, context)


class _Fields:
    """Collects the problems of one form so that a clerk sees all of them at once."""

    def __init__(self) -> None:
        self.problems: dict[str, str] = {}

    def need(self, field: str, value: object, label: str) -> None:
        if value in ("", None, (), []):
            self.problems.setdefault(field, f"请填写{label}")

    def say(self, field: str, condition: bool, sentence: str) -> None:
        if condition:
            self.problems.setdefault(field, sentence)

    def date(
        self, field: str, value: dt.date | None, label: str, context: Context, *, after: dt.date | None, what: str
    ) -> None:
        """`value` must not lie in the future, nor before `after` (the day of `what`)."""
        if value is None:
            return
        self.say(field, value > context.today, f"{label}不能晚于今天")
        if after is not None:
            self.say(field, value < after, f"{label}不能早于{what}（{after.isoformat()}）")

    def done(self) -> None:
        if self.problems:
            raise InvalidFields(self.problems)


@singledispatch
def check(event: Event, case: Complaint, context: Context) -> None:
    """Field rules of one event type; events without such rules pass."""


def _received(case: Complaint) -> dt.date | None:
    return case.origin.received_on if case.origin else None


def _grounds(
    fields: _Fields, codes: tuple[str, ...], allowed: tuple[Ground, ...], article: str
) -> None:
    known = {ground.code for ground in allowed}
    fields.say("grounds", not codes, f"请选择一项情形（{article}）")
    fields.say("grounds", bool(set(codes) - known), f"所选情形不在{article}之列，请重新选择")


@check.register
def _(event: e.AcceptanceDecided, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.date(
        "decided_on", event.decided_on, "决定日期", context, after=_received(case), what="收到日期"
    )
    if event.accepted:
        missing = case.complete()
        fields.say(
            "accepted",
            bool(missing),
            f"还缺{'、'.join(missing)}，补齐后才能受理（办法第10条）；无法补齐的可以不予受理",
        )
        fields.say("grounds", bool(event.grounds), "受理时不选择不予受理的情形")
    else:
        _grounds(fields, event.grounds, context.rule_set.refusal, "不予受理的情形")
        # 办法第15条: a refusal must state its reason.
        fields.need("facts", event.facts.strip(), "不予受理的事实和理由")
    fields.done()


_MATTERS = {"acceptance", "refusal", "termination", "session"}


@check.register
def _(event: e.PartyNotified, case: Complaint, context: Context) -> None:
    fields = _Fields()
    owed = {(m, p) for m, p, _ in notices_owed(case)}
    if event.matter not in _MATTERS or (event.matter, event.party) not in owed:
        raise UserError("这一事项不需要告知该当事人，或者已经告知过。")
    fields.need("method", event.method, "告知方式")
    fields.need("by", event.by, "告知人")
    fields.say("result", event.result not in ("reached", "unreached", "returned"), "请选择告知结果")
    start = {
        "acceptance": case.acceptance.on if case.acceptance else None,
        "refusal": case.refusal.on if case.refusal else None,
        "termination": case.termination.on if case.termination else None,
        "session": None,
    }[event.matter]
    fields.date("at", event.at.date(), "告知时间", context, after=start, what="决定日期")
    fields.done()


@check.register
def _(event: e.InquiryRecorded, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.need("place", event.place.strip(), "地点或号码")
    fields.need("persons", event.persons.strip(), "被询问人或在场人")
    fields.need("text", event.text.strip(), "记录内容")
    fields.need("investigators", event.investigators, "调查人员")
    fields.date("at", event.at.date(), "调查时间", context, after=None, what="")
    fields.done()


@check.register
def _(event: e.EvidenceAdded, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.need("title", event.title.strip(), "证据名称")
    fields.need("form", event.form, "证据种类")
    fields.need("provider", event.provider, "提供人")
    fields.date("received_on", event.received_on, "取得日期", context, after=None, what="")
    fields.done()


@check.register
def _(event: e.EvidenceVoided, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.need("reason", event.reason.strip(), "撤下的理由")
    if event.no not in {item.no for item in case.live_evidence()}:
        raise UserError("这项证据不在清单上，或者已经撤下。")
    fields.done()


@check.register
def _(event: e.AppraisalStarted, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.need("institution", event.institution.strip(), "鉴定检测机构")
    fields.need("item", event.item.strip(), "鉴定检测事项")
    # 办法第22条: the parties agree on the institution, failing which the department may designate one.
    fields.say("chosen_by", event.chosen_by not in ("agreed", "designated"), "请选择机构的确定方式")
    fields.say("fee", event.fee is not None and event.fee < 0, "费用不能为负数")
    fields.date(
        "commissioned_on", event.commissioned_on, "委托日期", context, after=case.accepted_on, what="受理日期"
    )
    last = max((a.reported.reported_on for a in case.appraisals if a.reported), default=None)
    fields.say(
        "commissioned_on",
        last is not None and event.commissioned_on <= last,
        "委托日期应当在上一次鉴定结论之后",
    )
    fields.done()


@check.register
def _(event: e.AppraisalReported, case: Complaint, context: Context) -> None:
    fields = _Fields()
    pending = case.appraisal_open()
    if pending is None or pending.started.no != event.no:
        raise UserError("没有对应的进行中的鉴定检测。")
    fields.need("conclusion", event.conclusion.strip(), "鉴定结论或者未能鉴定的原因")
    fields.date(
        "reported_on",
        event.reported_on,
        "结论日期",
        context,
        after=pending.started.commissioned_on,
        what="委托日期",
    )
    fields.done()


@check.register
def _(event: e.ConsentRecorded, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.say("party", event.party not in ("complainant", "respondent"), "请选择当事人")
    fields.need("method", event.method, "征询方式")
    fields.need("by", event.by, "征询人")
    fields.date("on", event.on, "征询日期", context, after=_received(case), what="收到日期")
    fields.done()


SESSION_MODES = ("face", "separate", "phone", "video")
"""面对面, 背对背, 电话, 视频. Only the first is 现场调解 in the sense of 办法第20条."""


@check.register
def _(event: e.SessionScheduled, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.need("place", event.place.strip(), "调解地点")
    fields.need("mediators", event.mediators, "调解人员")
    fields.say("mode", event.mode not in SESSION_MODES, "请选择调解方式")
    fields.say("recusal_days", not 1 <= event.recusal_days <= 30, "回避申请期限应为 1 至 30 日")
    start = case.accepted_on
    fields.say("at", start is not None and event.at.date() < start, "调解时间不能早于受理日期")
    fields.say("no", event.no != _next_session(case), "调解次序有误，请刷新后重试")
    fields.done()


def _next_session(case: Complaint) -> int:
    return max([s.no for s in case.sessions] + [s.no for s in case.schedules], default=0) + 1


@check.register
def _(event: e.SessionHeld, case: Complaint, context: Context) -> None:
    fields = _Fields()
    schedule = next((s for s in case.schedules if s.no == event.no), None)
    if any(s.no == event.no for s in case.sessions) or (schedule is None and event.no != _next_session(case)):
        raise UserError("这一次调解已经记录过，请刷新后重试。")
    if event.mode == "face" and schedule is None:
        raise UserError("现场调解应当提前告知当事人时间、地点和调解人员（办法第20条），先安排调解并登记告知。")
    fields.say("mode", event.mode not in SESSION_MODES, "请选择调解方式")
    fields.need("place", event.place.strip(), "调解地点")
    fields.need("mediators", event.mediators, "调解人员")
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


@check.register
def _(event: e.AgreementReached, case: Complaint, context: Context) -> None:
    fields = _Fields()
    sessions = case.current_sessions()
    last = sessions[-1].started_at.date() if sessions else None
    fields.date("agreed_on", event.agreed_on, "达成协议日期", context, after=last, what="最后一次调解")
    fields.need("terms", event.terms.strip(), "协议内容")
    fields.need("obligations", event.obligations, "至少一项履行义务")
    for index, promise in enumerate(event.obligations):
        where = f"obligations.{index}"
        name = f"第{promise.no}项"
        fields.say(where, promise.no != index + 1, "履行义务的序号应当连续，请刷新后重试")
        fields.say(where, promise.obligor not in ("complainant", "respondent"), f"{name}没有写明由谁履行")
        fields.say(where, promise.kind not in ("money", "goods", "act"), f"{name}没有写明履行什么")
        fields.say(where, promise.kind == "money" and promise.amount <= 0, f"{name}金额应当大于零")
        fields.say(where, promise.kind != "money" and promise.amount != 0, f"{name}不是付款，不填金额")
        fields.say(
            where, promise.kind != "money" and not promise.description.strip(), f"{name}没有写明履行内容"
        )
        fields.say(where, promise.due_on < event.agreed_on, f"{name}履行期限早于协议日期")
        fields.say(where, not promise.method.strip(), f"{name}没有写明履行方式")
    fields.say("instrument", event.instrument not in ("letter", "none"), "请选择是否制作调解书")
    # 办法第24条: no letter only when performed at once or both sides agree to none.
    fields.say(
        "no_letter_reason",
        event.instrument == "none" and event.no_letter_reason not in ("performed_at_once", "both_agreed"),
        "不制作调解书应当注明理由：已经即时履行，或者双方同意（办法第24条）",
    )
    fields.done()


@check.register
def _(event: e.MediationTerminated, case: Complaint, context: Context) -> None:
    fields = _Fields()
    _grounds(fields, event.grounds, context.rule_set.termination, "终止调解的情形")
    fields.need("facts", event.facts.strip(), "终止调解的事实")
    fields.date(
        "decided_on", event.decided_on, "决定日期", context, after=case.accepted_on, what="受理日期"
    )
    due = context.mediation_due
    if context.rule_set.expiry_ground in event.grounds:
        early = due is None or event.decided_on <= due
        until = f"期限到 {due.isoformat()} 届满" if due else "期限因鉴定检测尚未确定"
        fields.say("grounds", early, f"调解期限还没有届满（{until}），不能以此项终止")
    fields.done()


@check.register
def _(event: e.ObligationPerformed, case: Complaint, context: Context) -> None:
    fields = _Fields()
    promise = _open_promise(case, event.obligation_no)
    fields.date(
        "on",
        event.on,
        "履行日期",
        context,
        after=case.agreement.agreed_on if case.agreement else None,
        what="协议日期",
    )
    if promise.obligation.kind == "money":
        rest = promise.obligation.amount - promise.paid()
        fields.say("amount", event.amount <= 0, "请填写收到的金额")
        fields.say("amount", event.amount > rest, f"超过了尚欠的 {rest / 100:,.2f} 元，请核对")
        fields.say("done", event.done, "付款是否付清由金额计算，不另行勾选")
    else:
        fields.say("amount", event.amount != 0, "这一项不是付款，不填金额")
        fields.say("done", not event.done, "请确认这一项已经履行完毕")
    fields.done()


def _open_promise(case: Complaint, number: int) -> Promise:
    promises = case.agreement.promises if case.agreement else []
    for promise in promises:
        if promise.obligation.no == number and promise.open():
            return promise
    raise UserError("这一项义务已经了结，或者不在协议中。")


@check.register
def _(event: e.ObligationUrged, case: Complaint, context: Context) -> None:
    fields = _Fields()
    _open_promise(case, event.obligation_no)
    fields.need("method", event.method, "督促方式")
    fields.need("by", event.by, "督促人")
    fields.date("on", event.on, "督促日期", context, after=None, what="")
    fields.done()


@check.register
def _(event: e.ObligationBreached, case: Complaint, context: Context) -> None:
    fields = _Fields()
    promise = _open_promise(case, event.obligation_no)
    due = promise.obligation.due_on
    fields.say("on", event.on <= due, f"履行期限（{due.isoformat()}）还没有过，不能登记为未履行")
    fields.need("facts", event.facts.strip(), "未履行的情况")
    fields.need("advice", event.advice.strip(), "已告知的救济途径（消费者权益保护法第39条）")
    fields.date("on", event.on, "登记日期", context, after=None, what="")
    fields.done()


@check.register
def _(event: e.Replied, case: Complaint, context: Context) -> None:
    fields = _Fields()
    if event.to not in replies_due(case):
        raise UserError("已经回复过，或者这件投诉不需要向其回复。")
    fields.need("method", event.method, "回复方式")
    fields.need("by", event.by, "回复人")
    fields.need("text", event.text.strip(), "回复内容")
    fields.date("on", event.on, "回复日期", context, after=_received(case), what="收到日期")
    fields.done()


@check.register
def _(event: e.FollowedUp, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.need("method", event.method, "回访方式")
    fields.need("by", event.by, "回访人")
    fields.say("satisfaction", event.reached and not event.satisfaction, "请选择是否满意")
    fields.say("satisfaction", not event.reached and bool(event.satisfaction), "没有联系上就不能填写满意度")
    fields.say(
        "no_return_reason",
        bool(event.no_return_reason) and case.round < 2,
        "第一次回访不满意应当重新办理，不能直接结案",
    )
    fields.date("on", event.on, "回访日期", context, after=_received(case), what="收到日期")
    fields.done()


@check.register
def _(event: e.CaseReturned, case: Complaint, context: Context) -> None:
    last = case.current_follow_ups()[-1:]
    if not last or last[0].satisfaction != UNSATISFIED or last[0].no_return_reason:
        raise UserError("只有回访不满意的案件才退回重新办理。")


UNSATISFIED = "unsatisfied"


@check.register
def _(event: e.CaseClosed, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.need("summary", event.summary.strip(), "结案情况")
    fields.need("by", event.by, "结案人")
    fields.date("on", event.on, "结案日期", context, after=_received(case), what="收到日期")
    fields.done()


@check.register
def _(event: e.CaseFiled, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.need("volume", event.volume.strip(), "卷号")
    fields.need("retention", event.retention, "保管期限")
    fields.say("pages", event.pages <= 0, "请填写卷内页数")
    fields.date("on", event.on, "归档日期", context, after=case.closed_on, what="结案日期")
    fields.done()


@check.register
def _(event: e.CaseVoided, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.need("reason", event.reason.strip(), "作废的理由")
    fields.done()


@check.register
def _(event: e.ComplaintAmended, case: Complaint, context: Context) -> None:
    fields = _Fields()
    fields.need("reason", event.reason.strip(), "补充或更正的理由")
    unchanged = all(
        part is None for part in (event.complainant, event.respondent, event.deal, event.origin)
    )
    fields.say("reason", unchanged, "没有改动任何内容")
    if event.origin is not None and case.origin is not None:
        # 收到日期 chose the rule set and the clocks; a wrong one is voided and registered anew.
        moved = event.origin.received_on != case.origin.received_on and case.phase != "registered"
        fields.say("origin.received_on", moved, "决定作出后不能再改收到日期")
    fields.problems.update(
        registration_problems(
            event.complainant or case.complainant,
            event.respondent or case.respondent,
            event.deal or case.deal,
            event.origin or case.origin,
            context.today,
            partial=True,
        )
    )
    fields.done()


@check.register
def _(event: e.ComplaintRegistered, case: Complaint, context: Context) -> None:
    if case.phase:
        raise UserError("这件投诉已经登记过。")
    problems = registration_problems(
        event.complainant,
        event.respondent,
        event.deal,
        event.origin,
        context.today,
        partial=bool(event.origin.order_text),
    )
    if problems:
        raise InvalidFields(problems)
