"""Field rules of the inquiry: records, evidence, appraisal (办法第22条)."""

from __future__ import annotations

from app.domain.errors import UserError
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.checking import Context, Fields, check
from app.domain.kinds.complaint.state import Complaint


@check.register
def _(event: e.InquiryRecorded, case: Complaint, context: Context) -> None:
    fields = Fields()
    fields.need("place", event.place.strip(), "地点或号码")
    fields.need("persons", event.persons.strip(), "被询问人或在场人")
    fields.need("text", event.text.strip(), "记录内容")
    fields.need("investigators", event.investigators, "调查人员")
    fields.date("at", event.at.date(), "调查时间", context, after=None, what="")
    fields.done()


@check.register
def _(event: e.EvidenceAdded, case: Complaint, context: Context) -> None:
    fields = Fields()
    fields.need("title", event.title.strip(), "证据名称")
    fields.need("form", event.form, "证据种类")
    fields.need("provider", event.provider, "提供人")
    fields.date("received_on", event.received_on, "取得日期", context, after=None, what="")
    fields.done()


@check.register
def _(event: e.EvidenceVoided, case: Complaint, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "撤下的理由")
    if event.no not in {item.no for item in case.live_evidence()}:
        raise UserError("这项证据不在清单上，或者已经撤下。")
    fields.done()


@check.register
def _(event: e.AppraisalStarted, case: Complaint, context: Context) -> None:
    fields = Fields()
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
    fields = Fields()
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
