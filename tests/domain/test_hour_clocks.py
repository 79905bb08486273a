"""Hours are hours: exact to the second, on any day, in any zone the moment was written in."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import SHANGHAI
from app.domain.hour_clocks import hour_deadline, left_words, minutes_left

NOON = dt.datetime(2026, 11, 21, 12, 0, 30, tzinfo=SHANGHAI)
ZONES = st.sampled_from([SHANGHAI, dt.UTC, dt.timezone(dt.timedelta(hours=-5))])
MOMENTS = st.builds(
    lambda seconds, zone: (NOON + dt.timedelta(seconds=seconds)).astimezone(zone),
    st.integers(-200_000_000, 200_000_000),
    ZONES,
)


def test_twenty_four_hours_over_a_holiday_end_at_the_same_time_of_day() -> None:
    eve = dt.datetime(2026, 9, 30, 17, 20, tzinfo=SHANGHAI)
    found = hour_deadline("收到", eve, 24)
    assert found.due_at == dt.datetime(2026, 10, 1, 17, 20, tzinfo=SHANGHAI)
    assert found.explanation == (
        "自收到 2026-09-30 17:20 起连续计算 24 小时；节假日不扣除；届满 2026-10-01 17:20。"
    )


def test_a_start_without_a_time_of_day_says_what_was_taken() -> None:
    day = dt.datetime(2026, 9, 30, tzinfo=SHANGHAI)
    assert "没有记下时刻，按当日 00:00 起算" in hour_deadline("收到", day, 24, exact=False).explanation


@given(MOMENTS, st.integers(1, 1000))
def test_the_period_is_exactly_so_long_and_told_in_shanghai_time(start: dt.datetime, hours: int) -> None:
    found = hour_deadline("收到", start, hours)
    assert found.due_at - start == dt.timedelta(hours=hours)
    assert found.due_at.utcoffset() == dt.timedelta(hours=8)
    assert found.due_at.second == start.second


@given(MOMENTS, MOMENTS)
def test_overdue_is_told_from_the_first_second_and_never_before(due: dt.datetime, now: dt.datetime) -> None:
    left = minutes_left(due, now)
    assert (left < 0) == (now > due)
    assert dt.timedelta(minutes=left) <= due - now < dt.timedelta(minutes=left + 1)


@pytest.mark.parametrize(
    ("seconds", "minutes", "words"),
    [
        (0, 0, "剩 不到 1 分"),
        (59, 0, "剩 不到 1 分"),
        (3 * 3600 + 20 * 60, 200, "剩 3 小时 20 分"),
        (-1, -1, "超 1 分"),
        (-60, -1, "超 1 分"),
        (-61, -2, "超 2 分"),
        (-(26 * 3600 + 300), -1565, "超 1 天 2 小时 5 分"),
    ],
)
def test_minutes_and_their_words(seconds: int, minutes: int, words: str) -> None:
    now = NOON - dt.timedelta(seconds=seconds)
    assert minutes_left(NOON, now) == minutes
    assert left_words(NOON, now) == words


def test_a_moment_without_an_offset_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="offset"):
        hour_deadline("收到", NOON.replace(tzinfo=None), 24)
    with pytest.raises(ValueError, match="at least one hour"):
        hour_deadline("收到", NOON, 0)
