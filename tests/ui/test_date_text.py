"""Dates as a clerk types them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.system.clock import SHANGHAI
from app.ui.widgets.date_text import read_date, read_moment

TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 9, 12, 33, tzinfo=SHANGHAI)
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20261121", "2026-11-21"),
        ("2026-11-21", "2026-11-21"),
        ("2026/1/5", "2026-01-05"),
        ("2026年1月5日", "2026-01-05"),
        ("２０２６．１１．２１", "2026-11-21"),
        ("11-21", "2026-11-21"),
        ("11-22", "2025-11-22"),
        ("1/5", "2026-01-05"),
        ("1121", "2026-11-21"),
        ("12月3号", "2025-12-03"),
        ("2-29", "2024-02-29"),
        ("今天", "2026-11-21"),
        (" 昨天 ", "2026-11-20"),
        ("前天", "2026-11-19"),
        ("明天", "2026-11-22"),
    ],
)
def test_ways_to_write_a_day(text: str, expected: str) -> None:
    assert read_date(text, TODAY).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("11-21", "2026-11-21"), ("11-20", "2027-11-20"), ("2.29", "2028-02-29")]
)
def test_days_to_come(text: str, expected: str) -> None:
    assert read_date(text, TODAY, "future").isoformat() == expected


@pytest.mark.parametrize(
    "text",
    ["", "2026", "20261", "202611", "2026-13-01", "2-30", "2026-02-29", "三号", "1-2-3-4", "112", "9:30"],
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(UserError):
        read_date(text, TODAY)


@given(DAYS)
def test_a_shown_day_is_read_back(day: dt.date) -> None:
    assert read_date(day.isoformat(), TODAY) == day
    assert read_date(f"{day:%Y%m%d}", TODAY) == day


@given(DAYS, DAYS)
def test_a_day_without_year_is_the_nearest(day: dt.date, today: dt.date) -> None:
    past = read_date(f"{day.month}-{day.day}", today)
    future = read_date(f"{day.month}-{day.day}", today, "future")
    assert past <= today <= future
    assert (past.month, past.day) == (future.month, future.day) == (day.month, day.day)
    if (day.month, day.day) != (2, 29):
        assert (today - past).days <= 366
        assert (future - today).days <= 366


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23 09:30", "2026-11-23 09:30"),
        ("20261123 0930", "2026-11-23 09:30"),
        ("11-20 930", "2026-11-20 09:30"),
        ("昨天 9点半", "2026-11-20 09:30"),
        ("今天 下午3:30", "2026-11-21 15:30"),
        ("8：05", "2026-11-21 08:05"),
        ("9点", "2026-11-21 09:00"),
        ("现在", "2026-11-21 09:12"),
        ("2026-11-23T09:30", "2026-11-23 09:30"),
        ("2026年11月23日 9时5分", "2026-11-23 09:05"),
    ],
)
def test_ways_to_write_a_moment(text: str, expected: str) -> None:
    moment = read_moment(text, NOW)
    assert f"{moment:%Y-%m-%d %H:%M}" == expected
    assert moment.utcoffset() == dt.timedelta(hours=8)
    assert moment.second == 0


@pytest.mark.parametrize("text", ["", "2026-11-23", "1121", "今天 25:00", "今天 9", "9:99", "abc 9:30"])
def test_what_is_no_moment(text: str) -> None:
    with pytest.raises(UserError):
        read_moment(text, NOW)


@given(DAYS, st.times())
def test_a_shown_moment_is_read_back(day: dt.date, time: dt.time) -> None:
    moment = dt.datetime.combine(day, time.replace(second=0, microsecond=0, tzinfo=None), SHANGHAI)
    assert read_moment(f"{moment:%Y-%m-%d %H:%M}", NOW) == moment
