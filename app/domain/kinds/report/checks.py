"""Field rules of a report's own acts."""

from __future__ import annotations

import datetime as dt
from functools import singledispatch

from app.domain.errors import InvalidFields, UserError
from app.domain.events import Event
from app.domain.kinds.report import events as e
from app.domain.kinds.report.facts import ReportForm
from app.domain.kinds.report.intake import report_problems
from app.domain.kinds.report.state import RESULTS, TESTS, TRANSFERS, Report
from app.domain.matter.checking import Context, Fields
from app.domain.matter.checks import check_matter


@singledispatch
def check(event: Event, case: Report, context: Context) -> None:
    """Field rules of one event type of a report, its own or a shared one."""
    check_matter(event, case, context)


@check.register
def _(event: e.ReportRegistered, case: Report, context: Context) -> None:
    if case.phase:
        raise UserError("这件举报已经登记过。")
    form = ReportForm(
        origin=event.origin,
        reporter=event.reporter,
        respondent=event.respondent,
        clue=event.clue,
        discovered=event.discovered,
    )
    problems = report_problems(form, context.today)
    if problems:
        raise InvalidFields(problems)


@check.register
def _(event: e.ReportAmended, case: Report, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "补充或更正的理由")
    unchanged = all(part is None for part in (event.reporter, event.respondent, event.clue, event.origin))
    fields.say("reason", unchanged, "没有改动任何内容")
    if event.origin is not None and case.origin is not None:
        moved = event.origin.received_on != case.origin.received_on
        fields.say("origin.received_on", moved and case.phase != "registered", "决定作出后不能再改收到日期")
        crossed = not context.rule_set.covers(event.origin.received_on)
        fields.say("origin.received_on", crossed, "收到日期跨越了新旧办法，请作废本件后重新登记")
        year_moved = event.origin.received_on.year != case.origin.received_on.year
        fields.say("origin.received_on", year_moved, "收到日期跨年，编号不符，请作废本件后重新登记")
    origin = event.origin or case.origin
    if origin is not None:
        form = ReportForm(
            origin=origin,
            reporter=event.reporter or case.reporter,
            respondent=event.respondent or case.respondent,
            clue=event.clue or case.clue,
            discovered=case.discovered,
        )
        fields.problems.update(report_problems(form, context.today))
    fields.done()


@check.register
def _(event: e.IdentityViewed, case: Report, context: Context) -> None:
    if case.discovered or case.reporter.anonymous:
        raise UserError("本件没有登记举报人身份，没有可以查看的内容。")
    fields = Fields()
    fields.need("reason", event.reason.strip(), "查看的理由（办法第37条）")
    fields.need("by", event.by, "查看人")
    fields.done()


@check.register
def _(event: e.DisclosureAllowed, case: Report, context: Context) -> None:
    fields = Fields()
    fields.need("what", event.what.strip(), "提供给被举报人的信息")
    fields.need("reason", event.reason.strip(), "组织调解必需的理由")
    fields.need("approved_by", event.approved_by.strip(), "批准人")
    fields.date("on", event.on, "批准日期", context, after=_received(case), what="收到日期")
    fields.done()


@check.register
def _(event: e.TestingStarted, case: Report, context: Context) -> None:
    fields = Fields()
    fields.say("sort", event.sort not in TESTS, "请选择检测、检验、检疫、鉴定或者权利人辨认")
    fields.need("institution", event.institution.strip(), "机构或者权利人")
    fields.need("item", event.item.strip(), "检测鉴定的事项")
    fields.date("started_on", event.started_on, "开始日期", context, after=_received(case), what="收到日期")
    last = max((one.ended.ended_on for one in case.tests if one.ended), default=None)
    overlapping = last is not None and event.started_on <= last
    fields.say("started_on", overlapping, "开始日期应当在上一次结论之后")
    fields.done()


@check.register
def _(event: e.TestingEnded, case: Report, context: Context) -> None:
    pending = case.testing()
    if pending is None or pending.started.no != event.no:
        raise UserError("没有对应的进行中的检测鉴定。")
    fields = Fields()
    fields.need("conclusion", event.conclusion.strip(), "结论或者未能检测鉴定的原因")
    start = pending.started.started_on
    fields.date("ended_on", event.ended_on, "结论日期", context, after=start, what="开始日期")
    fields.done()


@check.register
def _(event: e.CheckExtended, case: Report, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "延长的理由")
    fields.need("approved_by", event.approved_by.strip(), "批准的负责人")
    start = case.counted_from
    fields.date("approved_on", event.approved_on, "批准日期", context, after=start, what="起算日期")
    due = context.mediation_due
    # 第18条: the approval comes before the period has run out; on its last day it still runs.
    late = due is not None and event.approved_on > due
    fields.say("approved_on", late, f"核查期限已于 {due} 届满，届满后批准的延长无效")
    fields.done()


@check.register
def _(event: e.ReceiptRecorded, case: Report, context: Context) -> None:
    fields = Fields()
    fields.need("unit", event.unit.strip(), "办案机构")
    fields.need("receiver", event.receiver.strip(), "签收人")
    fields.date("on", event.on, "签收日期", context, after=_received(case), what="收到日期")
    fields.done()


@check.register
def _(event: e.OpeningDecided, case: Report, context: Context) -> None:
    fields = Fields()
    what = "立案的事实" if event.opened else "不予立案的事实和理由"
    fields.need("facts", event.facts.strip(), what)
    fields.need("approved_by", event.approved_by.strip(), "批准的负责人")
    start = case.counted_from
    fields.date("decided_on", event.decided_on, "决定日期", context, after=start, what="起算日期")
    fields.say("file_no", not event.opened and bool(event.file_no.strip()), "不予立案没有立案编号")
    fields.done()


@check.register
def _(event: e.ReportConcluded, case: Report, context: Context) -> None:
    fields = Fields()
    fields.say("sort", event.sort not in RESULTS, "请选择处理结果")
    fields.need("text", event.text.strip(), "处理结果的内容")
    opened = case.opening.decided_on if case.opening else None
    fields.date("on", event.on, "处理日期", context, after=opened, what="立案日期")
    fields.done()


@check.register
def _(event: e.ResultNoticeJudged, case: Report, context: Context) -> None:
    fields = Fields()
    if event.owed or event.reward:
        # Only what a law, regulation or rule demands is told or rewarded; it must be named.
        fields.need("law", event.law.strip(), "规定应当告知或者奖励的法律、法规、规章")
        fields.need("article", event.article.strip(), "第几条")
    if event.reward:
        fields.need("reward_note", event.reward_note.strip(), "奖励的说明")
    ended = case.result.on if case.result else _received(case)
    fields.date("on", event.on, "判断日期", context, after=ended, what="有结果的日期")
    fields.done()


@check.register
def _(event: e.RepeatConfirmed, case: Report, context: Context) -> None:
    if event.first == case.id:
        raise UserError("不能把举报当作它自己的重复，请选择先前的那一件。")
    fields = Fields()
    fields.need("facts", event.facts.strip(), "与前一举报相同的事实")
    fields.date("on", event.on, "确认日期", context, after=_received(case), what="收到日期")
    fields.done()


@check.register
def _(event: e.NewFactsAdded, case: Report, context: Context) -> None:
    if event.other == case.id:
        raise UserError("不能把举报并入它自己，请选择先前的那一件。")
    fields = Fields()
    fields.need("facts", event.facts.strip(), "新的事实")
    last = case.counted_from
    received = event.received_on
    fields.date("received_on", received, "收到日期", context, after=last, what="前一次举报的收到日期")
    fields.done()


@check.register
def _(event: e.CompetenceDenied, case: Report, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "不具备处理权限的理由")
    # 第34条: within the system the reporter is told where to go.
    fields.say("where", event.within and not event.where.strip(), "请填写有处理权限的市场监督管理部门")
    fields.date("on", event.on, "决定日期", context, after=_received(case), what="收到日期")
    fields.done()


@check.register
def _(event: e.ReportTransferred, case: Report, context: Context) -> None:
    fields = Fields()
    fields.say("to", event.to not in TRANSFERS, "请选择移送公安机关或者其他部门")
    fields.need("receiver", event.receiver.strip(), "接收机关")
    fields.need("facts", event.facts.strip(), "移送的事实")
    fields.need("basis", event.basis.strip(), "移送的依据")
    fields.need("approved_by", event.approved_by.strip(), "批准的负责人")
    fields.date("on", event.on, "移送日期", context, after=_received(case), what="收到日期")
    fields.done()


def _received(case: Report) -> dt.date | None:
    return case.origin.received_on if case.origin else None
