"""How a case is put into words on its page, whatever its kind: days, clocks, stages, how a promise stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from app.domain.calendar import Calendar
from app.domain.casefile import DeadlineRow
from app.domain.clocks import days_left
from app.domain.dates import SHANGHAI
from app.domain.hour_clocks import minutes_left
from app.domain.kinds.complaint.state import Promise
from app.domain.local_promises import was_late
from app.domain.money import format_yuan
from app.domain.settlement.state import Settled
from app.ui.widgets.due_chip import due_chip, minute_chip
from app.ui.widgets.step_bar import Step

Status = tuple[str, str]


def short_day(day: dt.date, today: dt.date) -> str:
    """11-09 in this year, else 2025-11-09."""
    return f"{day:%m-%d}" if day.year == today.year else day.isoformat()


def moment_words(moment: dt.datetime) -> str:
    """2026-11-16 09:30 at the counter."""
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def deadline_status(row: DeadlineRow, now: dt.datetime, calendar: Calendar) -> Status:
    """The chip of one clock: met, standing still, so many days left or over; hours to the minute."""
    if row.done_on is not None:
        late = was_late(row)
        return (f"{row.done_on} 完成，已超期", "danger") if late else (f"{row.done_on} 完成", "success")
    if row.due_at is not None:
        return minute_chip(minutes_left(row.due_at, now))
    chip = due_chip(days_left(row, now.date(), calendar), row.unit, provisional=row.provisional)
    return chip or ("停止计算中", "info")


def promise_status(promise: Promise, today: dt.date) -> Status:
    """How one promise stands today: 按期, 逾期, 未履行 …"""
    due, settled = promise.obligation.due_on, promise.settled_on()
    if promise.breach:
        return "未履行", "danger"
    if settled is not None:
        return ("逾期履行", "warning") if settled > due else ("按期履行", "success")
    if today > due:
        return f"逾期 {(today - due).days} 天", "danger"
    left = (due - today).days
    rest = "今天到期" if left == 0 else f"剩 {left} 天"
    return (f"部分履行，{rest}", "info") if promise.paid() else (rest, "warning" if left <= 2 else "neutral")


def stage_steps(
    stages: Mapping[str, str], at: str, notes: Mapping[str, str], *, finished: bool = False
) -> Sequence[tuple[str, Step]]:
    """The bar of a case that stands at stage `at` (id); a stage passed without a note was skipped.

    `stages` are ids with their names in order, `notes` what happened in each. `finished`: all are behind.
    """
    order = list(stages)
    place_now = len(order) if finished else order.index(at)
    found = []
    for place, name in enumerate(order):
        note = notes.get(name, "")
        if place == place_now:
            step = Step(stages[name], note or "正在进行", "current")
        elif place < place_now:
            step = Step(stages[name], note or "—", "done" if note else "skipped")
        else:
            step = Step(stages[name], note or "—", "todo")
        found.append((name, step))
    return found


def joined(*parts: str) -> str:
    """What there is, in one line: 张三 · 139****5561."""
    return " · ".join(part for part in parts if part)


def claim_words(case: Settled) -> str:
    """23 人，诉求合计 103,794.09 元: the sum over the members, never a figure beside it."""
    claim = case.claimed()
    total = f"，诉求合计 {format_yuan(claim)} 元" if claim else ""
    return f"{len(case.present_members())} 人{total}"


def lines(*parts: str) -> str:
    """What there is, under one another."""
    return "\n".join(part for part in parts if part)
