"""Civil periods: counted from the next day, by months to the same day of the month (民法典第201至203条)."""

from __future__ import annotations

import calendar as months
from datetime import date, timedelta

from app.domain.calculators.rule_data import Source
from app.domain.calendar import Calendar
from app.domain.clocks import Deadline, deadline
from app.domain.errors import UserError
from app.domain.rules import ClockRule, Roll

FIRST, LAST = date(1990, 1, 1), date(2150, 12, 31)


def check_days(days: dict[str, date | None]) -> None:
    """Raise UserError for a day no calculation is meant for; keys are the words for it."""
    for name, day in days.items():
        if day is not None and not FIRST <= day <= LAST:
            raise UserError(f"{name} {day} 不在 {FIRST.year} 年至 {LAST.year} 年之间，请核对。")


def after_months(day: date, count: int) -> date:
    """The same day `count` months on, else the last day of that month (民法典第202条)."""
    at = day.year * 12 + day.month - 1 + count
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def after_days(
    start: date, length: int, label: str, began: str, source: Source, calendar: Calendar, roll: Roll
) -> Deadline:
    """A period of natural days with its explanation; `began` says what happened on `start`."""
    rule = ClockRule(
        name="calculator.days",
        label=label,
        duty=label,
        start=began,
        length=length,
        unit="day",
        basis=(source.article,),
        roll=roll,
    )
    return deadline(rule, start, calendar)


def due_day(found: Deadline) -> date:
    """The last day; a period without pauses always has one."""
    assert found.due_on is not None
    return found.due_on


def roll_doubts(found: Deadline) -> tuple[str, ...]:
    """What is open when the last day was moved, or when the year's holidays are not known."""
    doubts = []
    if found.remind_on != found.due_on:
        doubts.append(
            f"最后一天 {found.remind_on} 逢休息日，按民法典第203条顺延到 {found.due_on}；"
            f"周末算不算“法定休假日”看法不一，稳妥起见请在 {found.remind_on} 以前办理。"
        )
    if found.provisional:
        years = "、".join(str(year) for year in found.unknown_years)
        doubts.append(f"{years} 年放假安排尚未载入，日期为暂定。")
    return tuple(doubts)


def day_after(day: date) -> date:
    """The next day."""
    return day + timedelta(days=1)
