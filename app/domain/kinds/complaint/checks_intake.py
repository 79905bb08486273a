"""Field rules of registration, decision, notice (办法第10、15、16条)."""

from __future__ import annotations

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.checking import Context, Fields, check, check_grounds, received_on
from app.domain.kinds.complaint.facts import Registration
from app.domain.kinds.complaint.guards import notices_owed
from app.domain.kinds.complaint.intake import registration_problems
from app.domain.kinds.complaint.state import Complaint


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
        fields.say("grounds", bool(event.grounds), "受理时不选择不予受理的情形")
    else:
        check_grounds(fields, event.grounds, context.rule_set.refusal_grounds, "不予受理的情形")
        # 办法第15条: a refusal must state its reason.
        fields.need("facts", event.facts.strip(), "不予受理的事实和理由")
    fields.done()


_MATTERS = {"acceptance", "refusal", "termination", "session"}


@check.register
def _(event: e.PartyNotified, case: Complaint, context: Context) -> None:
    fields = Fields()
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
def _(event: e.CaseVoided, case: Complaint, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "作废的理由")
    fields.done()
