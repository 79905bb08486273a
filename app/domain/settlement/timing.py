"""The days promised in an agreement, as clocks of the case."""

from __future__ import annotations

import datetime as dt

from app.domain.casefile import DeadlineRow
from app.domain.money import format_yuan
from app.domain.settlement.state import Agreement, Promise, Settled


def promise_rows(case: Settled, basis: str = "调解协议") -> list[DeadlineRow]:
    """One row for each promise of the agreement in force; `basis` is what the paper is called."""
    if case.agreement is None:
        return []
    own = [promise for promise in case.agreement.promises if not promise.obligation.payee]
    return [_row(case.agreement, promise, basis) for promise in own] + _member_rows(case.agreement, basis)


def _row(agreement: Agreement, promise: Promise, basis: str) -> DeadlineRow:
    duty = promise.obligation
    what = f"{format_yuan(duty.amount)} 元" if duty.kind == "money" else duty.description
    return DeadlineRow(
        clock=f"promise.{duty.no}",
        label=f"履行第{duty.no}项 {what}",
        unit="day",
        starts_on=agreement.agreed_on,
        due_on=duty.due_on,
        remind_on=duty.due_on,
        done_on=promise.settled_on() or promise.breached_on,
        provisional=False,
        explanation=f"{basis}约定于 {duty.due_on.isoformat()} 前履行。",
        basis=basis,
    )


def _member_rows(agreement: Agreement, basis: str) -> list[DeadlineRow]:
    """One clock for each day on which members are owed something: a list of hundreds is one appointment."""
    by_day: dict[dt.date, list[Promise]] = {}
    for promise in agreement.binding():
        if promise.obligation.payee:
            by_day.setdefault(promise.obligation.due_on, []).append(promise)
    rows = []
    for day, promises in sorted(by_day.items()):
        open_ones = [p for p in promises if p.open()]
        ends = [on for p in promises if (on := p.settled_on() or p.breached_on) is not None]
        total = format_yuan(sum(p.obligation.amount for p in promises))
        rows.append(
            DeadlineRow(
                clock=f"promise.members.{day.isoformat()}",
                label=f"向 {len(promises)} 名成员履行 {total} 元",
                unit="day",
                starts_on=agreement.agreed_on,
                due_on=day,
                remind_on=day,
                done_on=max(ends) if not open_ones and ends else None,
                provisional=False,
                explanation=f"{basis}约定于 {day.isoformat()} 前向 {len(promises)} 名成员履行。",
                basis=basis,
            )
        )
    return rows
