"""Field rules of a consultation's own acts."""

from __future__ import annotations

from functools import singledispatch

from app.domain.errors import InvalidFields, UserError
from app.domain.events import Event
from app.domain.kinds.consultation import events as e
from app.domain.kinds.consultation.facts import Consultation
from app.domain.kinds.consultation.intake import consultation_problems
from app.domain.kinds.consultation.state import ConsultationCase
from app.domain.matter.checking import Context, Fields
from app.domain.matter.checks import check_matter


@singledispatch
def check(event: Event, case: ConsultationCase, context: Context) -> None:
    """Field rules of one event type of a consultation, its own or a shared one."""
    check_matter(event, case, context)


@check.register
def _(event: e.ConsultationRegistered, case: ConsultationCase, context: Context) -> None:
    if case.phase:
        raise UserError("这件咨询已经登记过。")
    form = Consultation(origin=event.origin, asker=event.asker, answer=event.answer)
    problems = consultation_problems(form, context.today)
    if problems:
        raise InvalidFields(problems)


@check.register
def _(event: e.ConsultationAmended, case: ConsultationCase, context: Context) -> None:
    fields = Fields()
    fields.need("reason", event.reason.strip(), "更正的理由")
    unchanged = event.origin is None and event.asker is None and event.answer is None
    fields.say("reason", unchanged, "没有改动任何内容")
    origin, answer = event.origin or case.origin, event.answer or case.answer
    if origin is not None and case.origin is not None:
        # The year of 收到日期 gave the number its series.
        moved = origin.received_on.year != case.origin.received_on.year
        fields.say("origin.received_on", moved, "收到日期跨年，编号不符，请作废本件后重新登记")
    if origin is not None and answer is not None:
        form = Consultation(origin=origin, asker=event.asker or case.asker, answer=answer)
        fields.problems.update(consultation_problems(form, context.today))
    fields.done()
