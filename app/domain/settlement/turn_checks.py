"""Field rules of 回避 and of corrections in a case that is settled between its parties."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable
from typing import Any

from app.domain.errors import UserError
from app.domain.matter import turn_checks as shared
from app.domain.matter import turns as t
from app.domain.matter.checking import Context, Fields
from app.domain.matter.state import next_no, received_on
from app.domain.money import format_yuan
from app.domain.settlement import turns
from app.domain.settlement.state import Promise, Settled
from app.domain.settlement.turn_fold import payment_of, put_right

IN_EXECUTION = ("agreed", "performed", "breached")


def _corrected(event: t.FactCorrected, case: Settled, context: Context) -> None:
    if event.record == t.PAYMENT:
        promise = payment_of(case, event)
        if promise is None:
            raise UserError("要更正的收款不存在，请刷新后重新选择。")
        _payment(event, case, promise, context)
    elif event.record == t.SESSION:
        _session(event, case, context)
    else:
        shared.corrected(event, case, context)


def _payment(event: t.FactCorrected, case: Settled, promise: Promise, context: Context) -> None:
    payment = promise.performances[event.item - 1]
    if event.field == "on":
        fields = shared.correction_fields(event, payment.on.isoformat(), context)
        try:
            day: dt.date | None = dt.date.fromisoformat(event.new)
        except ValueError:
            day = None
        agreed = case.agreement.agreed_on if case.agreement is not None else None
        fields.date("new", day, "收款日期", context, after=agreed, what="协议日期")
        fields.done()
        return
    if promise.obligation.kind != "money":
        raise UserError("这一项不是付款，没有可以更正的金额。")
    fields = shared.correction_fields(event, str(payment.amount), context)
    amount = int(event.new) if event.new.isascii() and event.new.isdigit() else 0
    most = promise.obligation.amount - promise.waived() - (promise.paid() - payment.amount)
    share = next((p.share for p in promise.obligation.payers if p.name == payment.payer), 0)
    if share:
        # Who owes a part of their own never pays that of another (按份).
        most = min(most, share - (promise.paid_by(payment.payer) - payment.amount))
    fields.say("new", amount <= 0, "更正后的金额应当大于零；根本没有收到的，请写明后联系负责人另行处理")
    fields.say("new", amount > most, f"超过了这一项还能收的 {format_yuan(most)} 元，请核对")
    fields.say("new", amount < payment.extra, "更正后的金额不能少于其中的加倍赔偿")
    fields.done()
    changed = copy.deepcopy(promise)
    put_right(changed, event)
    # After the answer was given the execution is over; reopening the case is the way back into it.
    if changed.settled() != promise.settled() and case.phase not in (*IN_EXECUTION, "accepted"):
        raise UserError("更正后这一项是否付清会变化，而案件已经回复；请先结案，再“重新办理”。")


def _session(event: t.FactCorrected, case: Settled, context: Context) -> None:
    session = next((s for s in case.sessions if s.no == event.no), None)
    if session is None:
        raise UserError("要更正的调解记录不存在，请刷新后重新选择。")
    fields = shared.correction_fields(event, session.started_at.isoformat(), context)
    moment = shared.moment_of(event, session.started_at, context, fields)
    start = case.accepted_on or received_on(case)
    fields.say("new", start is not None and moment.date() < start, "调解时间不能早于受理日期")
    agreed = case.agreement.agreed_on if case.agreement is not None else None
    before = agreed is not None and session.started_at.date() <= agreed < moment.date()
    fields.say("new", before, "调解时间不能晚于达成协议的日期")
    fields.done()


def _requested(event: turns.RecusalRequested, case: Settled, context: Context) -> None:
    fields = Fields()
    fields.say("party", event.party not in case.PARTIES, "请选择提出申请的一方")
    fields.need("mediators", event.mediators, "被申请回避的调解人员")
    unknown = set(event.mediators) - case.mediators()
    named = "、".join(sorted(unknown))
    fields.say("mediators", bool(unknown), f"{named}不是本件的调解人员，请核对姓名")
    fields.need("reason", event.reason.strip(), "申请的理由")
    fields.need("by", event.by, "经办人")
    fields.say("no", event.no != next_no(r.requested.no for r in case.recusals), "次序有误，请刷新后重试")
    fields.date("on", event.on, "申请日期", context, after=case.accepted_on, what="受理日期")
    fields.done()


def _decided(event: turns.RecusalDecided, case: Settled, context: Context) -> None:
    pending = case.open_recusal()
    if pending is None or pending.requested.no != event.no:
        raise UserError("没有等待决定的回避申请，请刷新后再看。")
    fields = Fields()
    fields.need("reason", event.reason.strip(), "决定的理由")
    fields.need("by", event.by, "决定人")
    own = event.by in pending.requested.mediators
    fields.say("by", own, "被申请回避的人不能决定自己是否回避，请由负责人决定")
    fields.say("replacement", event.granted and not event.replacement, "同意回避的，请写明改由谁调解")
    again = set(event.replacement) & (set(pending.requested.mediators) | case.recused())
    fields.say("replacement", event.granted and bool(again), "回避的人不能再担任本件的调解人员")
    fields.say("replacement", not event.granted and bool(event.replacement), "不同意回避的，不更换调解人员")
    fields.date(
        "decided_on", event.decided_on, "决定日期", context, after=pending.requested.on, what="申请日期"
    )
    fields.done()


CHECKS: dict[type, Callable[[Any, Any, Context], None]] = {
    t.FactCorrected: _corrected,
    turns.RecusalRequested: _requested,
    turns.RecusalDecided: _decided,
}
"""The rule of each event, for `check_settled`."""
