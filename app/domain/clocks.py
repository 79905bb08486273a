"""Statutory periods: from a start day, a rule, a calendar and pauses to a date with its reasons.

Pure and blind to today: a deadline is a fact of the case. The day that starts a period is not counted
(办法第45条). Every day of an appraisal from commission to report, both included, is left out
(办法第22条); overlapping pauses are merged, and only days inside the running period count, so a pause
that begins after the period has ended changes nothing. A period in working days cannot end on a rest
day; one in natural days is moved only as the roll convention says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol, get_args

import msgspec

from app.domain.calendar import Calendar, weekday_name
from app.domain.errors import UserError
from app.domain.rules import ClockRule, Roll, Unit

_DAY = timedelta(days=1)
_EARLIEST, _LATEST = date(1990, 1, 1), date(2199, 12, 31)


class Pause(msgspec.Struct, frozen=True):
    """Days a clock stands still, both ends included. `end` None: not over yet."""

    start: date
    end: date | None
    reason: str = "鉴定、检测"


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """When a period ends and why.

    `due_on` is the last day, after rolling; `remind_on` the last day before rolling: remind on the earlier.
    Both are None while a pause is open and no `as_of` day was given. `running` is False while a pause is
    open. `provisional`: the date depends on `unknown_years`, whose holiday notice is not loaded.
    `excluded_days` counts the calendar days left out for pauses.
    """

    clock: str
    label: str
    unit: Unit
    length: int
    starts_on: date
    due_on: date | None
    remind_on: date | None
    running: bool
    provisional: bool
    unknown_years: tuple[int, ...]
    excluded_days: int
    explanation: str
    basis: str


class _Span(msgspec.Struct):
    """Merged pauses. `end` is the day a still open one is taken to end, None when that is unknown."""

    start: date
    end: date | None
    open: bool
    reasons: list[str]
    days: list[date]

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    def ended_before(self, day: date) -> bool:
        return self.end is not None and self.end < day


class _Walk:
    """What was met on the way from the start day to the last day."""

    def __init__(self) -> None:
        self.last: date | None = None
        self.weekend_days = 0
        self.holiday_days: Counter[str] = Counter()
        self.made_up: list[date] = []
        self.years: set[int] = set()

    def rest(self, day: date, calendar: Calendar) -> None:
        name = calendar.holiday_name(day)
        if name is None:
            self.weekend_days += 1
        else:
            self.holiday_days[name] += 1


def deadline(
    rule: ClockRule,
    start: date,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
    *,
    roll: str | None = None,
    as_of: date | None = None,
) -> Deadline:
    """The last day of a period that was started on `start`, with its explanation in Chinese.

    `roll` overrides the rule's convention for natural-day periods (see `rules.Roll`). A clock whose rule
    has no pause ignores `pauses` and says so. With an open pause the date is unknown, unless `as_of` is
    given: then it is the date that would hold if the pause ended on that day. Raises UserError for
    impossible input.
    """
    return _deadline(rule, start, calendar, tuple(pauses), roll, as_of)


@lru_cache(maxsize=512)  # every save asks for the same clocks again, and whoever registers today for today's
def _deadline(
    rule: ClockRule,
    start: date,
    calendar: Calendar,
    pauses: tuple[Pause, ...],
    roll: str | None,
    as_of: date | None,
) -> Deadline:
    convention = roll or rule.roll
    if convention not in get_args(Roll):
        raise UserError(f"顺延方式“{convention}”不存在，请改用：{'、'.join(get_args(Roll))}。")
    _check_range([start, *(day for pause in pauses for day in (pause.start, pause.end) if day is not None)])
    spans = _merge(pauses, as_of) if rule.pause != "none" else []
    walk = _walk(rule, start, calendar, spans)
    standing = next((s for s in spans if s.open and (walk.last is None or s.start <= walk.last)), None)
    last, due = walk.last, None
    if last is not None:
        due = last if rule.unit == "workday" else _roll(last, calendar, convention)
    unknown = _unknown_years(rule, walk, due, calendar, convention)
    sentences = [
        f"自{rule.start} {start} 次日起算",
        *_pause_words(rule, pauses, spans, standing, start, as_of),
    ]
    sentences += _rest_words(walk, start) if rule.unit == "workday" else []
    sentences += _end_words(rule, last, due, calendar) if due else []
    if unknown:
        years = "、".join(str(year) for year in unknown)
        sentences.append(f"{years} 年放假安排尚未载入，暂按周一至周五扣除固定法定节假日推算")
    return Deadline(
        clock=rule.name,
        label=rule.label,
        unit=rule.unit,
        length=rule.length,
        starts_on=start,
        due_on=due,
        remind_on=last,
        running=standing is None,
        provisional=bool(unknown),
        unknown_years=unknown,
        excluded_days=sum(len(span.days) for span in spans),
        explanation="；".join(sentences) + "。",
        basis="；".join(rule.basis),
    )


class Dated(Protocol):
    """A clock with a last day: a `Deadline`, or a projected one."""

    @property
    def due_on(self) -> date | None:
        """The last day, None while it is not known."""

    @property
    def unit(self) -> str:
        """workday, day or hour."""


def days_left(found: Dated, today: date, calendar: Calendar) -> int | None:
    """Days left in the clock's own unit: 0 on the last day, negative when overdue, None without a date.

    A clock in hours is told in natural days here; `hour_clocks.minutes_left` is exact.

    Overdue is at least -1, also on a rest day on which no working day has passed since the last day.
    """
    if found.due_on is None:
        return None
    if found.unit != "workday":
        return (found.due_on - today).days
    if today <= found.due_on:
        return calendar.count_workdays(today + _DAY, found.due_on)
    return -max(1, calendar.count_workdays(found.due_on + _DAY, today))


def _check_range(days: Iterable[date]) -> None:
    for day in days:
        if not _EARLIEST <= day <= _LATEST:
            raise UserError(f"日期 {day} 不在 {_EARLIEST.year} 年至 {_LATEST.year} 年之间，请核对。")


def _merge(pauses: Sequence[Pause], as_of: date | None) -> list[_Span]:
    """Pauses in order, overlapping ones merged; those that have not begun on `as_of` and are open dropped."""
    spans: list[_Span] = []
    for pause in sorted(pauses, key=lambda p: (p.start, p.end or date.max)):
        if pause.end is not None and pause.end < pause.start:
            raise UserError(
                f"停止计算的结束日期 {pause.end} 早于开始日期 {pause.start}，请核对鉴定、检测的日期。"
            )
        is_open = pause.end is None
        end = as_of if is_open else pause.end
        if is_open and as_of is not None and pause.start > as_of:
            continue
        before = spans[-1] if spans else None
        if before is None or before.ended_before(pause.start):
            spans.append(_Span(pause.start, end, is_open, [pause.reason], []))
            continue
        before.end = None if before.end is None or end is None else max(before.end, end)
        before.open = before.open or is_open
        if pause.reason not in before.reasons:
            before.reasons.append(pause.reason)
    return spans


def _walk(rule: ClockRule, start: date, calendar: Calendar, spans: list[_Span]) -> _Walk:
    """Count `rule.length` days after `start`; notes on each span the days it took out."""
    walk = _Walk()
    day, counted, at = start, 0, 0
    while counted < rule.length:
        day += _DAY
        while at < len(spans) and spans[at].ended_before(day):
            at += 1
        if at < len(spans) and spans[at].covers(day):
            if spans[at].end is None:
                return walk
            spans[at].days.append(day)
            continue
        if rule.unit == "workday":
            walk.years.add(day.year)
            if not calendar.is_workday(day):
                walk.rest(day, calendar)
                continue
            if calendar.is_made_up(day):
                walk.made_up.append(day)
        counted += 1
    walk.last = day
    return walk


def _roll(last: date, calendar: Calendar, convention: str) -> date:
    if convention == "holiday_block":
        return calendar.first_day_after_holiday(last)
    if convention == "weekend_too":
        return calendar.first_workday_from(last)
    if convention == "statutory_days":
        while calendar.is_statutory(last):
            last += _DAY
    return last


def _unknown_years(
    rule: ClockRule, walk: _Walk, due: date | None, calendar: Calendar, convention: str
) -> tuple[int, ...]:
    """Years without a notice the date depends on: all days walked, or where a natural-day period ends."""
    years = set(walk.years)
    if rule.unit == "day" and convention != "none" and walk.last is not None and due is not None:
        years = {walk.last.year, due.year}
    return tuple(sorted(year for year in years if not calendar.is_known(year)))


def _short(day: date, start: date) -> str:
    """MM-DD in the year the clock started, else in full."""
    return f"{day:%m-%d}" if day.year == start.year else day.isoformat()


def _pause_words(
    rule: ClockRule,
    pauses: Sequence[Pause],
    spans: list[_Span],
    standing: _Span | None,
    start: date,
    as_of: date | None,
) -> list[str]:
    if rule.pause == "none":
        return ["本期限没有停止计算的规定，鉴定、检测时间照常计入"] if pauses else []
    words = []
    for span in spans:
        reason = "、".join(span.reasons)
        if span is standing:
            words.append(f"{reason} {_short(span.start, start)} 起尚未结束，期间不计入")
            if span.days and as_of is not None:
                words.append(f"暂按 {_short(as_of, start)} 结束推算（{len(span.days)} 日）")
        elif span.days:
            first, last = _short(span.days[0], start), _short(span.days[-1], start)
            words.append(f"{reason} {first} 至 {last} 不计入（{len(span.days)} 日）")
    return words


def _rest_words(walk: _Walk, start: date) -> list[str]:
    parts = [f"休息日 {walk.weekend_days} 天"] if walk.weekend_days else []
    parts += [f"{name}假期 {count} 天" for name, count in walk.holiday_days.items()]
    words = f"其间{'、'.join(parts)}不计" if parts else ""
    if walk.made_up:
        days = "、".join(_short(day, start) for day in walk.made_up)
        words += f"{'，' if words else '其间'}调休上班 {days} 计入"
    return [words] if words else []


def _end_words(rule: ClockRule, last: date | None, due: date, calendar: Calendar) -> list[str]:
    if last is not None and due != last:
        name = calendar.in_holiday_block(last)
        why = f"在{name}假期内" if name else f"是{weekday_name(last)}"
        return [f"第 {rule.length} 日 {last} {why}，顺延至 {due} 届满"]
    if calendar.is_workday(due):
        return [f"届满 {due}"]
    note = weekday_name(due) if calendar.holiday_name(due) is None else calendar.day_note(due)
    return [f"届满 {due}（{note}，不顺延）"]
