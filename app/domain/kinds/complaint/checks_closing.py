"""Field rules of execution, reply, follow-up, closing and filing."""

from __future__ import annotations

from app.domain.errors import UserError
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.checking import Context, Fields, check, received_on
from app.domain.kinds.complaint.fold import replies_due
from app.domain.kinds.complaint.state import Complaint, Promise
from app.domain.money import format_yuan


@check.register
def _(event: e.ObligationPerformed, case: Complaint, context: Context) -> None:
    fields = Fields()
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
        fields.say("amount", event.amount > rest, f"超过了尚欠的 {format_yuan(rest)} 元，请核对")
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
    fields = Fields()
    _open_promise(case, event.obligation_no)
    fields.need("method", event.method, "督促方式")
    fields.need("by", event.by, "督促人")
    fields.date("on", event.on, "督促日期", context, after=None, what="")
    fields.done()


@check.register
def _(event: e.ObligationBreached, case: Complaint, context: Context) -> None:
    fields = Fields()
    promise = _open_promise(case, event.obligation_no)
    due = promise.obligation.due_on
    fields.say("on", event.on <= due, f"履行期限（{due.isoformat()}）还没有过，不能登记为未履行")
    fields.need("facts", event.facts.strip(), "未履行的情况")
    fields.need("advice", event.advice.strip(), "已告知的救济途径（消费者权益保护法第39条）")
    fields.date("on", event.on, "登记日期", context, after=None, what="")
    fields.done()


@check.register
def _(event: e.Replied, case: Complaint, context: Context) -> None:
    fields = Fields()
    if event.to not in replies_due(case):
        raise UserError("已经回复过，或者这件投诉不需要向其回复。")
    fields.need("method", event.method, "回复方式")
    fields.need("by", event.by, "回复人")
    fields.need("text", event.text.strip(), "回复内容")
    fields.date("on", event.on, "回复日期", context, after=received_on(case), what="收到日期")
    fields.done()


@check.register
def _(event: e.FollowedUp, case: Complaint, context: Context) -> None:
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


@check.register
def _(event: e.CaseReturned, case: Complaint, context: Context) -> None:
    last = case.current_follow_ups()[-1:]
    if not last or last[0].satisfaction != UNSATISFIED or last[0].no_return_reason:
        raise UserError("只有回访不满意的案件才退回重新办理。")


UNSATISFIED = "unsatisfied"


@check.register
def _(event: e.CaseClosed, case: Complaint, context: Context) -> None:
    fields = Fields()
    fields.need("summary", event.summary.strip(), "结案情况")
    fields.need("by", event.by, "结案人")
    fields.date("on", event.on, "结案日期", context, after=received_on(case), what="收到日期")
    fields.done()


@check.register
def _(event: e.CaseFiled, case: Complaint, context: Context) -> None:
    fields = Fields()
    fields.need("volume", event.volume.strip(), "卷号")
    fields.need("retention", event.retention, "保管期限")
    fields.say("pages", event.pages <= 0, "请填写卷内页数")
    fields.date("on", event.on, "归档日期", context, after=case.closed_on, what="结案日期")
    fields.done()
