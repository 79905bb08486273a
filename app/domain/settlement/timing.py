"""The days promised in an agreement, as clocks of the case."""

from __future__ import annotations

from app.domain.casefile import DeadlineRow
from app.domain.money import format_yuan
from app.domain.settlement.state import Settled


def promise_rows(case: Settled, basis: str = "调解协议") -> list[DeadlineRow]:
    """One row for each promise of the agreement in force; `basis` is what the paper is called."""
    if case.agreement is None:
        return []
    rows = []
    for promise in case.agreement.promises:
        duty = promise.obligation
        what = f"{format_yuan(duty.amount)} 元" if duty.kind == "money" else duty.description
        rows.append(
            DeadlineRow(
                clock=f"promise.{duty.no}",
                label=f"履行第{duty.no}项 {what}",
                unit="day",
                starts_on=case.agreement.agreed_on,
                due_on=duty.due_on,
                remind_on=duty.due_on,
                done_on=promise.settled_on() or promise.breached_on,
                provisional=False,
                explanation=f"{basis}约定于 {duty.due_on.isoformat()} 前履行。",
                basis=basis,
            )
        )
    return rows
