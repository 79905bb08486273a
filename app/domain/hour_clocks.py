"""Periods in hours: exact moments, nothing rounded, no day of rest left out.

The law counts days (`app.domain.clocks`); hours are what counters promise (两个24小时). A period of 24 hours
ends at the same time of the next day, whatever day that is; at that minute it is still kept.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.dates import SHANGHAI

_MINUTE = dt.timedelta(minutes=1)


class HourDeadline(msgspec.Struct, frozen=True, kw_only=True):
    """When a period in hours ends, in Shanghai time, and why."""

    starts_at: dt.datetime
    due_at: dt.datetime
    explanation: str


def hour_deadline(
    start_words: str, starts_at: dt.datetime, hours: int, *, exact: bool = True
) -> HourDeadline:
    """The moment `hours` after `starts_at`, with its explanation.

    `exact` False: the time of day was not written down and 00:00 was taken, the earliest it can have been.
    Raises ValueError for a moment without an offset or a period that is no positive number of hours.
    """
    if starts_at.tzinfo is None or hours < 1:
        raise ValueError("a period in hours needs a moment with its offset and at least one hour")
    start = starts_at.astimezone(SHANGHAI)
    due = start + dt.timedelta(hours=hours)
    unknown = "" if exact else "（没有记下时刻，按当日 00:00 起算）"
    words = (
        f"自{start_words} {moment_words(start)} 起连续计算 {hours} 小时{unknown}；"
        f"节假日不扣除；届满 {moment_words(due)}。"
    )
    return HourDeadline(starts_at=start, due_at=due, explanation=words)


def minutes_left(due_at: dt.datetime, now: dt.datetime) -> int:
    """Whole minutes left, 0 within the last minute, negative when overdue: one second late is -1."""
    return (due_at - now) // _MINUTE


def left_words(due_at: dt.datetime, now: dt.datetime) -> str:
    """剩 3 小时 20 分, 超 1 天 2 小时 5 分, as a chip shows it."""
    return minute_words(minutes_left(due_at, now))


def minute_words(minutes: int) -> str:
    """`left_words` of minutes already counted."""
    return f"{'剩' if minutes >= 0 else '超'} {_length_words(abs(minutes))}"


def moment_words(moment: dt.datetime) -> str:
    """2026-11-21 09:05, in Shanghai time."""
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def _length_words(minutes: int) -> str:
    days, rest = divmod(minutes, 24 * 60)
    hours, rest = divmod(rest, 60)
    parts = [(days, "天"), (hours, "小时"), (rest, "分")]
    told = [f"{number} {unit}" for number, unit in parts if number]
    return " ".join(told) if told else "不到 1 分"
