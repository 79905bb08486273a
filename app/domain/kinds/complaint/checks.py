"""Field rules of a complaint's own acts: registration, decision, notice, appraisal."""

from __future__ import annotations

from functools import singledispatch

from app.domain.errors import InvalidFields, UserError
from app.domain.events import Event
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Registration
from app.domain.kinds.complaint.intake import registration_problems
from app.domain.kinds.complaint.respondents import MOST, RespondentAdded, RespondentWithdrawn
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.checking import Context, Fields, check_grounds
from app.domain.matter.intake import business_problems
from app.domain.matter.standing import CHANGE, GUARDIAN, ROLES, SETTLE, may_settle, shortcomings
from app.domain.matter.state import next_no, received_on
from app.domain.settlement.checks import check_settled
from app.domain.settlement.events import AgreementReached


@singledispatch
def check(event: Event, case: Complaint, context: Context) -> None:
    """Field rules of one event type of a complaint, its own or a shared one."""
    check_settled(event, case, context)


@check.register
def _(event: e.ComplaintRegistered, case: Complaint, context: Context) -> None:
    if case.phase:
        raise UserError("这件投诉已经登记过。")
    form = Registration(
        origin=event.origin,
        complainant=event.complainant,
        respondent=event.respondent,
        deal=event.deal,
    )
    problems = registration_problems(form, context.today, partial=bool(event.origin.order_text))
    if problems:
        raise InvalidFields(problems)


@check.register
def _(event: e.ComplaintAmended, case: Complaint, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "补充或更正的理由")
    unchanged = all(part is None for part in (event.complainant, event.respondent, event.deal, event.origin))
    fields.say("reason", unchanged, "没有改动任何内容")
    if event.origin is not None and case.origin is not None:
        # 收到日期 chose the rule set and the clocks; a wrong one is voided and registered anew.
        moved = event.origin.received_on != case.origin.received_on and case.phase != "registered"
        fields.say("origin.received_on", moved, "决定作出后不能再改收到日期")
        crossed = not context.rule_set.covers(event.origin.received_on)
        fields.say("origin.received_on", crossed, "收到日期跨越了新旧办法，请作废本件后重新登记")
    origin = event.origin or case.origin
    if origin is not None:
        form = Registration(
            origin=origin,
            complainant=event.complainant or case.complainant,
            respondent=event.respondent or case.respondent,
            deal=event.deal or case.deal,
        )
        fields.problems.update(registration_problems(form, context.today, partial=True))
    fields.done()


@check.register
def _(event: e.AcceptanceDecided, case: Complaint, context: Context) -> None:
    fields = Fields()
    fields.date("decided_on", event.decided_on, "决定日期", context, after=received_on(case), what="收到日期")
    if event.accepted:
        missing = case.complete()
        fields.say(
            "accepted",
            bool(missing),
            f"还缺{'、'.join(missing)}，补齐后才能受理（办法第10条）；无法补齐的可以不予受理",
        )
        fields.say("accepted", bool(unproven := case.unproven(event.decided_on)), "；".join(unproven))
        fields.say("grounds", bool(event.grounds), "受理时不选择不予受理的情形")
    else:
        check_grounds(fields, event.grounds, context.rule_set.refusal_grounds, "不予受理的情形")
        # 办法第15条: a refusal must state its reason.
        fields.need("facts", event.facts.strip(), "不予受理的事实和理由")
    fields.done()


@check.register
def _(event: e.AbuseAssessed, case: Complaint, context: Context) -> None:
    fields = Fields()
    # 第17条 lists what is weighed; a finding of abuse must name at least one of its items.
    fields.say("items", event.abusive and not event.items, "请选择依据第17条的哪些因素")
    fields.say("items", bool(set(event.items) - set(ABUSE_ITEMS)), "所选因素不在第17条之列，请重新选择")
    fields.need("facts", event.facts.strip(), "核实的事实")
    fields.need("conclusion", event.conclusion.strip(), "判断和理由")
    fields.need("by", event.by, "评估人")
    fields.date("on", event.on, "评估日期", context, after=received_on(case), what="收到日期")
    fields.done()


ABUSE_ITEMS = ("1", "2", "3", "4", "5")
"""Items of 第17条第1款."""


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


@check.register
def _(event: AgreementReached, case: Complaint, context: Context) -> None:
    for party, one in case.standing.representatives.items():
        who = f"{case.PARTIES.get(party, '')}的{ROLES[one.role]}{one.name}"
        wrong = shortcomings(one, event.agreed_on)
        if wrong:
            raise UserError(f"{who}{'，'.join(wrong)}，不能代为达成协议；补齐后再登记，或者由本人签字。")
        if not may_settle(one):
            raise UserError(f"{who}没有代为和解的特别授权；请补充授权，或者由本人签字（办法第11条）。")
    check_settled(event, case, context)


@check.register
def _(event: e.ComplaintWithdrawn, case: Complaint, context: Context) -> None:
    acting = case.standing.acting("complainant")
    fields = Fields()
    fields.say("way", event.way not in WAYS_OF_WITHDRAWING, "请选择撤回投诉还是自行和解")
    power = CHANGE if event.way == "withdrawn" else SETTLE
    lacking = acting is not None and acting.role != GUARDIAN and power not in acting.powers
    fields.say("way", lacking, "受托人没有这项授权，请由投诉人本人提出或者补充授权（办法第11条）")
    fields.need("method", event.method, "提出的方式")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "提出日期", context, after=received_on(case), what="收到日期")
    fields.done()


WAYS_OF_WITHDRAWING = {"withdrawn": "投诉人撤回投诉", "settled": "双方自行和解"}


@check.register
def _(event: RespondentAdded, case: Complaint, context: Context) -> None:
    fields = Fields()
    fields.need("respondent.name", event.respondent.name.strip(), "被投诉人名称")
    fields.need("respondent.address", event.respondent.address.strip(), "被投诉人地址")
    fields.problems.update(business_problems(event.respondent, "respondent"))
    names = {shop.name for shop in case.shops()}
    fields.say("respondent.name", event.respondent.name in names, "已经是本件的被投诉人")
    number = next_no([1, *(c.added.no for c in case.co_respondents)])
    fields.say("respondent.name", event.no != number, "次序有误，请刷新后重试")
    fields.say("respondent.name", number > MOST, f"一件投诉最多 {MOST} 个被投诉人，其余请另行登记")
    fields.need("reason", event.reason.strip(), "追加的理由")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "追加日期", context, after=received_on(case), what="收到日期")
    fields.done()


@check.register
def _(event: RespondentWithdrawn, case: Complaint, context: Context) -> None:
    if not any(c.added.no == event.no and c.withdrawn is None for c in case.co_respondents):
        raise UserError("这个被投诉人不在本件中，或者已经撤回，请刷新后再看。")
    fields = Fields()
    owes = case.agreement is not None and any(
        p.open() and p.obligation.obligor == f"respondent{event.no}" for p in case.agreement.promises
    )
    fields.say("no", owes, "这个被投诉人还有没有履行的义务，不能撤回")
    fields.need("reason", event.reason.strip(), "撤回的理由")
    fields.need("by", event.by, "经办人")
    fields.date("on", event.on, "撤回日期", context, after=received_on(case), what="收到日期")
    fields.done()
