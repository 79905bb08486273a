"""Field rules of a petition's own acts; articles are those of 《信访工作条例》."""

from __future__ import annotations

import datetime as dt
from functools import singledispatch

from app.domain.errors import InvalidFields, UserError
from app.domain.events import Event
from app.domain.kinds.petition import events as e
from app.domain.kinds.petition.facts import Petition
from app.domain.kinds.petition.intake import petition_problems
from app.domain.kinds.petition.state import (
    FINDINGS,
    LEVELS,
    RESULTS,
    ROUTED_WAYS,
    WAYS,
    PetitionCase,
)
from app.domain.kinds.petition.timing import EXTENSION
from app.domain.matter.checking import Context, Fields, check_grounds
from app.domain.matter.state import received_on
from app.domain.settlement.checks import check_settled

MODES = {"forward": "转送", "assign": "交办"}


@singledispatch
def check(event: Event, case: PetitionCase, context: Context) -> None:
    """Field rules of one event type of a petition, its own or a shared one."""
    check_settled(event, case, context)


@check.register
def _(event: e.PetitionRegistered, case: PetitionCase, context: Context) -> None:
    if case.phase:
        raise UserError("这件信访事项已经登记过。")
    form = Petition(origin=event.origin, petitioner=event.petitioner, request=event.request)
    problems = petition_problems(form, context.today)
    if problems:
        raise InvalidFields(problems)


@check.register
def _(event: e.PetitionAmended, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "更正的理由")
    unchanged = event.origin is None and event.petitioner is None and event.request is None
    fields.say("reason", unchanged, "没有改动任何内容")
    origin = event.origin or case.origin
    if origin is not None and case.origin is not None:
        # The year of 收到日期 gave the number its series.
        moved = origin.received_on.year != case.origin.received_on.year
        fields.say("origin.received_on", moved, "收到日期跨年，编号不符，请作废本件后重新登记")
        form = Petition(
            origin=origin,
            petitioner=event.petitioner or case.petitioner,
            request=event.request or case.request,
        )
        fields.problems.update(petition_problems(form, context.today))
    fields.done()


@check.register
def _(event: e.PetitionSorted, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    fields.say("way", event.way not in WAYS, "请选择办理途径")
    fields.need("reason", event.reason.strip(), "甄别的理由")
    _who_when(fields, event.by, event.on, "甄别日期", context, received_on(case), "收到日期")
    fields.done()


@check.register
def _(event: e.PetitionDecided, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    if event.accepted:
        fields.say("grounds", bool(event.grounds), "受理的不选不予受理的情形")
    else:
        check_grounds(fields, event.grounds, context.rule_set.refusal_grounds, "不予受理的情形")
        fields.need("facts", event.facts.strip(), "不予受理的事实和理由")
    _who_when(fields, event.by, event.decided_on, "决定日期", context, received_on(case), "收到日期")
    fields.done()


@check.register
def _(event: e.PetitionForwarded, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    fields.say("mode", event.mode not in MODES, "请选择转送或者交办")
    fields.need("to", event.to.strip(), "接收机关、单位")
    fields.need("reason", event.reason.strip(), "转送、交办的理由")
    # 第30条: an accusation never reaches the one it is about.
    about = case.request.about.strip()
    fields.say(
        "to",
        case.request.sort == "accusation" and about != "" and event.to.strip() == about,
        "检举控告材料不得转给被检举、控告的单位或者个人（信访工作条例第30条）",
    )
    fields.say("reply_by", event.mode == "assign" and event.reply_by is None, "交办的请填写反馈结果的期限")
    fields.say(
        "reply_by", event.reply_by is not None and event.reply_by < event.on, "反馈期限不能早于交办日期"
    )
    _who_when(fields, event.by, event.on, "转送日期", context, received_on(case), "收到日期")
    fields.done()


@check.register
def _(event: e.ForwardingAnswered, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    forwarded = case.forwarded()
    fields.need("text", event.text.strip(), "反馈的结果")
    after = forwarded.sent.on if forwarded is not None else None
    fields.date("on", event.on, "反馈日期", context, after=after, what="转送日期")
    fields.done()


@check.register
def _(event: e.PetitionRouted, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    fields.say("procedure", event.procedure not in ROUTED_WAYS, "请选择导入的程序")
    fields.say("procedure", event.procedure != case.way(), "与甄别的途径不一致，请先重新甄别")
    fields.need("to", event.to.strip(), "有权处理的机关、单位")
    _who_when(fields, event.by, event.on, "导入日期", context, received_on(case), "收到日期")
    fields.done()


@check.register
def _(event: e.ObjectionRaised, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    fields.need("to", event.to.strip(), "转送、交办的机关、单位")
    fields.need("reason", event.reason.strip(), "异议的详细理由（信访工作条例第23条）")
    _who_when(fields, event.by, event.on, "提出日期", context, received_on(case), "收到日期")
    fields.done()


@check.register
def _(event: e.ObjectionAnswered, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    objection = case.objection_open()
    after = objection.raised.on if objection is not None else None
    fields.date("on", event.on, "答复日期", context, after=after, what="提出异议的日期")
    fields.done()


@check.register
def _(event: e.HandlingExtended, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    most = context.rule_set.clock(EXTENSION).length
    fields.say("days", not 1 <= event.days <= most, f"延长期限应为 1 至 {most} 日（信访工作条例第34条）")
    fields.need("reason", event.reason.strip(), "延期的理由")
    fields.need("approved_by", event.approved_by.strip(), "批准的负责人")
    fields.date("on", event.on, "批准日期", context, after=case.accepted_on, what="受理日期")
    late = context.mediation_due is not None and event.on > context.mediation_due
    fields.say("on", late, "办理期限已经届满，延期应当在届满以前批准")
    fields.done()


@check.register
def _(event: e.MediationGivenUp, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    fields.need("facts", event.facts.strip(), "调解不成的情况")
    _who_when(fields, event.by, event.on, "日期", context, case.accepted_on, "受理日期")
    fields.done()


@check.register
def _(event: e.OpinionIssued, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    fields.say("finding", event.finding not in FINDINGS, "请选择处理结论")
    fields.need("facts", event.facts.strip(), "查明的事实和理由")
    fields.need("opinion", event.opinion.strip(), "处理意见")
    fields.need("basis", event.basis.strip(), "法律法规依据（信访工作条例第32条）")
    _who_when(fields, event.by, event.on, "出具日期", context, case.accepted_on, "受理日期")
    fields.done()


@check.register
def _(event: e.ReviewRequested, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    fields.say("level", event.level not in LEVELS, "请选择复查或者复核")
    review = case.review_of("review")
    told = case.told_of_opinion_on()
    after, what = told, "书面答复收到日期"
    if event.level == "review":
        fields.say("level", review is not None, "已经复查过，不服复查意见的可以请求复核")
    elif review is None or review.decided is None:
        fields.say("level", True, "对复查意见不服的才可以请求复核，先登记复查（信访工作条例第36条）")
    else:
        after, what = review.decided.on, "复查意见日期"
    fields.need("body", event.body.strip(), "复查、复核机关")
    fields.date("received_on", event.received_on, "请求日期", context, after=after, what=what)
    fields.done()


@check.register
def _(event: e.ReviewDecided, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    review = case.review_open()
    if review is None or review.requested.level != event.level:
        raise UserError("没有进行中的这一级复查或者复核，请刷新后再办理。")
    fields.say("result", event.result not in RESULTS, "请选择结论")
    fields.need("opinion", event.opinion.strip(), "复查、复核意见")
    fields.date("on", event.on, "作出日期", context, after=review.requested.received_on, what="请求日期")
    fields.done()


@check.register
def _(event: e.HearingHeld, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    fields.need("place", event.place.strip(), "听证地点")
    fields.need("text", event.text.strip(), "听证情况")
    fields.date("starts_on", event.starts_on, "开始日期", context, after=case.accepted_on, what="受理日期")
    fields.date("ends_on", event.ends_on, "结束日期", context, after=event.starts_on, what="开始日期")
    fields.done()


@check.register
def _(event: e.UrgentReported, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    fields.need("to", event.to.strip(), "报告对象")
    fields.need("summary", event.summary.strip(), "报告的内容")
    _who_when(
        fields, event.by, event.at.date(), "报告时间", context, received_on(case), "收到日期", name="at"
    )
    fields.done()


@check.register
def _(event: e.SupervisionIssued, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    fields.need("to", event.to.strip(), "被督办的机关、单位")
    fields.need("reason", event.reason.strip(), "督办的理由")
    fields.say("answer_by", event.answer_by < event.on, "答复期限不能早于督办日期")
    _who_when(fields, event.by, event.on, "督办日期", context, received_on(case), "收到日期")
    fields.done()


@check.register
def _(event: e.SupervisionAnswered, case: PetitionCase, context: Context) -> None:
    fields = Fields()
    supervision = case.supervision_open()
    after = supervision.issued.on if supervision is not None else None
    fields.need("text", event.text.strip(), "答复的内容")
    fields.date("on", event.on, "答复日期", context, after=after, what="督办日期")
    fields.done()


def _who_when(
    fields: Fields,
    by: str,
    on: dt.date,
    label: str,
    context: Context,
    after: dt.date | None,
    what: str,
    *,
    name: str = "on",
) -> None:
    """Every act names who did it and the day, not before `after` and not after today."""
    fields.need("by", by.strip(), "经办人")
    fields.date(name, on, label, context, after=after, what=what)
