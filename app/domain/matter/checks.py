"""Field rules of the shared events, the same in every kind.

A kind's own `check` is a `singledispatch` whose default calls `check_matter` (or the settlement's). A kind
that has more to say of a shared event registers it, says its own and calls this one as well.
"""

from __future__ import annotations

import datetime as dt
from functools import singledispatch

from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.jurisdiction import MATTERS, VERDICTS
from app.domain.matter import competence as c
from app.domain.matter import events as e
from app.domain.matter.checking import Context, Fields
from app.domain.matter.state import ALERT_LEVELS, Matter, received_on
from app.domain.matter.turn_checks import CHECKS

RELATIONS: dict[str, str] = {
    "split": "同一来件分案办理",
    "recomplaint": "再次投诉",
    "merged": "并案",
    "turned_report": "诉转案",
    "continued": "续办",
    "entrusted": "委托调解",
    "repeated": "重复举报",
}
"""How two cases can be tied, with the words for it."""

CALCULATORS = ("prepaid", "compensation", "seven-days", "warranty", "car-warranty", "interest")
"""What can be calculated for a case; its deadlines are computed anyway."""


@singledispatch
def check_matter(event: Event, case: Matter, context: Context) -> None:
    """Field rules of one event type; events without such rules pass."""


for _event_type, _rule in CHECKS.items():
    check_matter.register(_event_type, _rule)


@check_matter.register
def _(event: e.PartyNotified, case: Matter, context: Context) -> None:
    if (event.matter, event.party) not in {(matter, party) for matter, party, _ in case.notices_owed()}:
        raise UserError("这一事项不需要告知该当事人，或者已经告知过。")
    fields = Fields()
    fields.need("method", event.method, "告知方式")
    fields.need("by", event.by, "告知人")
    fields.say("result", event.result not in ("reached", "unreached", "returned"), "请选择告知结果")
    start = case.decided_on(event.matter)
    fields.date("at", event.at.date(), "告知时间", context, after=start, what="决定日期")
    fields.done()


@check_matter.register
def _(event: e.InquiryRecorded, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("place", event.place.strip(), "地点或号码")
    fields.need("persons", event.persons.strip(), "被询问人或在场人")
    fields.need("text", event.text.strip(), "记录内容")
    fields.need("investigators", event.investigators, "调查人员")
    fields.date("at", event.at.date(), "调查时间", context, after=None, what="")
    fields.done()


@check_matter.register
def _(event: e.EvidenceAdded, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("title", event.title.strip(), "证据名称")
    fields.need("form", event.form, "证据种类")
    fields.need("provider", event.provider, "提供人")
    fields.date("received_on", event.received_on, "取得日期", context, after=None, what="")
    fields.done()


@check_matter.register
def _(event: e.EvidenceVoided, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "撤下的理由")
    if event.no not in {item.no for item in case.live_evidence()}:
        raise UserError("这项证据不在清单上，或者已经撤下。")
    fields.done()


@check_matter.register
def _(event: e.Replied, case: Matter, context: Context) -> None:
    if event.to not in case.replies_due():
        raise UserError("已经回复过，或者这件不需要向其回复。")
    fields = Fields()
    fields.need("method", event.method, "回复方式")
    fields.need("by", event.by, "回复人")
    fields.need("text", event.text.strip(), "回复内容")
    fields.date("on", event.on, "回复日期", context, after=received_on(case), what="收到日期")
    fields.done()


@check_matter.register
def _(event: e.FollowedUp, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("method", event.method, "回访方式")
    fields.need("by", event.by, "回访人")
    fields.say("satisfaction", event.reached and not event.satisfaction, "请选择是否满意")
    fields.say("satisfaction", not event.reached and bool(event.satisfaction), "没有联系上就不能填写满意度")
    fields.say(
        "no_return_reason",
        bool(event.no_return_reason) and case.round < 2,
        "第一次回访不满意应当重新办理，不能直接结案",
    )
    fields.date("on", event.on, "回访日期", context, after=received_on(case), what="收到日期")
    fields.done()


UNSATISFIED = "unsatisfied"


@check_matter.register
def _(event: e.CaseReturned, case: Matter, context: Context) -> None:
    last = case.current_follow_ups()[-1:]
    if not last or last[0].satisfaction != UNSATISFIED or last[0].no_return_reason:
        raise UserError("只有回访不满意的案件才退回重新办理。")


@check_matter.register
def _(event: e.CaseClosed, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("summary", event.summary.strip(), "结案情况")
    fields.need("by", event.by, "结案人")
    fields.date("on", event.on, "结案日期", context, after=received_on(case), what="收到日期")
    fields.done()


@check_matter.register
def _(event: e.CaseFiled, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("volume", event.volume.strip(), "卷号")
    fields.need("retention", event.retention, "保管期限")
    fields.say("pages", event.pages <= 0, "请填写卷内页数")
    fields.date("on", event.on, "归档日期", context, after=case.closed_on, what="结案日期")
    fields.done()


@check_matter.register
def _(event: e.CaseVoided, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "作废的理由")
    fields.done()


@check_matter.register
def _(event: e.CaseLinked, case: Matter, context: Context) -> None:
    if event.relation not in RELATIONS:
        raise UserError("没有这种关联方式，请重新选择。")
    if event.other == case.id:
        raise UserError("案件不能与自己关联，请选择另一件。")
    if case.phase == "void":
        raise UserError(f"{case.number}已经作废，不能关联。")
    if any(link.other == event.other and link.relation == event.relation for link in case.links):
        raise UserError(f"与{event.number}已经有“{RELATIONS[event.relation]}”的关联。")
    fields = Fields()
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "关联日期", context, after=None, what="")
    fields.done()


@check_matter.register
def _(event: e.CaseUnlinked, case: Matter, context: Context) -> None:
    if not any(link.other == event.other and link.relation == event.relation for link in case.links):
        raise UserError("这项关联不存在，或者已经解除，请刷新后再看。")
    fields = Fields()
    fields.need("reason", event.reason.strip(), "解除关联的理由")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "解除日期", context, after=None, what="")
    fields.done()


@check_matter.register
def _(event: e.AlertRaised, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.say("level", event.level not in ALERT_LEVELS, "请选择警示级别")
    fields.say("level", event.level == "none" and case.alert() is None, "现在没有警示，不需要解除")
    fields.need("told", event.told.strip(), "已告知的负责人")
    fields.need("by", event.by, "经办人")
    fields.say("note", not event.words and not event.note.strip(), "请填写情况说明")
    fields.date("at", event.at.date(), "警示时间", context, after=None, what="")
    fields.done()


@check_matter.register
def _(event: e.CalculationKept, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.say("calculator", event.calculator not in CALCULATORS, "请选择计算的种类")
    fields.need("result", event.result.strip(), "计算结果")
    fields.need("inputs", event.inputs, "计算的已知内容")
    fields.need("lines", event.lines, "计算过程")
    fields.need("basis", event.basis, "计算依据")
    fields.say("amount", event.amount is not None and event.amount < 0, "金额不能为负数")
    fields.need("by", event.by.strip(), "计算人")
    fields.date("on", event.on, "计算日期", context, after=received_on(case), what="收到日期")
    fields.done()


@check_matter.register
def _(event: e.CaseHanded, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.say("direction", event.direction not in ("up", "down"), "请选择上交或者下派")
    fields.need("to_office", event.to_office.strip(), "接收单位")
    fields.need("reason", event.reason.strip(), "移交的理由")
    fields.need("by", event.by, "经办人")
    fields.say("to_office", event.to_office.strip() == case.holder != "", "案件已经在这个单位手中")
    fields.date("on", event.on, "移交日期", context, after=received_on(case), what="收到日期")
    fields.done()


@check_matter.register
def _(event: e.CaseTakenBack, case: Matter, context: Context) -> None:
    if not case.handovers:
        raise UserError("案件没有移交出去，不需要收回。")
    fields = Fields()
    fields.need("reason", event.reason.strip(), "收回的理由")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "收回日期", context, after=case.handovers[-1].on, what="移交日期")
    fields.done()


@check_matter.register
def _(event: c.JurisdictionJudged, case: Matter, context: Context) -> None:
    if event.matter not in MATTERS or event.verdict not in VERDICTS or not event.finding:
        raise UserError("管辖判断没有答完，请答到有结论再记录。")
    if event.rule_set != case.rule_set:
        raise UserError("管辖判断用的规则和这件案件的不同，请重新判断。")
    fields = Fields()
    fields.need("by", event.by.strip(), "判断人")
    fields.date("on", event.on, "判断日期", context, after=received_on(case), what="收到日期")
    fields.done()


@check_matter.register
def _(event: c.CompetenceDisputed, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("other", event.other.strip(), "对方单位")
    fields.need("reason", event.reason.strip(), "争议的理由")
    fields.need("by", event.by.strip(), "经办人")
    fields.date("on", event.on, "发生争议的日期", context, after=received_on(case), what="收到日期")
    fields.done()


@check_matter.register
def _(event: c.CompetenceSettled, case: Matter, context: Context) -> None:
    dispute = case.competence.dispute()
    if dispute is None:
        raise UserError("没有未解决的处理权限争议。")
    fields = Fields()
    fields.say("how", event.how not in c.WAYS_OF_SETTLING, "请选择怎样解决的")
    fields.need("by", event.by.strip(), "经办人")
    fields.date("on", event.on, "解决日期", context, after=dispute.raised.on, what="发生争议的日期")
    fields.done()


@check_matter.register
def _(event: c.DispatchFedBack, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("to", event.to.strip(), "分送单位")
    fields.need("reason", event.reason.strip(), "没有处理权限的理由")
    fields.need("method", event.method, "反馈方式")
    fields.need("by", event.by.strip(), "经办人")
    fields.date("on", event.on, "反馈日期", context, after=_latest(case), what="上一步办理的日期")
    fields.done()


@check_matter.register
def _(event: c.RightChannelTold, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("text", event.text.strip(), "告知的内容")
    fields.need("method", event.method, "告知方式")
    fields.need("by", event.by.strip(), "告知人")
    fields.date("at", event.at.date(), "告知时间", context, after=received_on(case), what="收到日期")
    fields.done()


@check_matter.register
def _(event: c.LocalPromiseExtended, case: Matter, context: Context) -> None:
    fields = Fields()
    fields.need("promise", event.promise, "延长的承诺")
    fields.say("units", event.units < 1, "请填写延长多少")
    fields.need("reason", event.reason.strip(), "延长的理由")
    fields.need("approved_by", event.approved_by.strip(), "批准人")
    fields.date("on", event.on, "批准日期", context, after=received_on(case), what="收到日期")
    fields.done()


def _latest(case: Matter) -> dt.date | None:
    days = [received_on(case), *(one.on for one in case.competence.judged)]
    days += [one.raised.on for one in case.competence.disputes]
    return max((day for day in days if day is not None), default=None)
