"""Days and times as people and spreadsheets write them."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import SHANGHAI, format_cn, format_cn_moment, parse_date, parse_moment, parse_time
from app.domain.errors import UserError

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-21",
        "2026/11/21",
        "2026.11.21",
        "2026年11月21日",
        "2026 年 11 月 21 号",
        "20261121",
        "２０２６－１１－２１",
        "２０２６年１１月２１日",
        " 2026-11-21\u200b ",
        "2026-11-21 09:12:00",
        "2026/11/21 9:12",
        "2026年11月21日9时12分",
        "2026-11-21T09:12:00+08:00",
        "46347",
        "46347.5",
        46347,
        46347.99,
        DAY,
        datetime(2026, 11, 21, 23, 59, tzinfo=SHANGHAI),
    ],
)
def test_one_day_in_many_clothes(value: str | float | date) -> None:
    assert parse_date(value) == DAY


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("", "没有填写日期"),
        ("2026-02-30", "不存在"),
        ("2026-13-01", "不存在"),
        ("20260230", "不存在"),
        ("26-11-21", "看不懂"),
        ("2026-11", "看不懂"),
        ("2026-11/21", "看不懂"),
        ("21/11/2026", "看不懂"),
        ("昨天", "看不懂"),
        ("2026-11-21 下周", "看不懂"),
        ("2026-11-211", "看不懂"),
        ("2026-11-21T09:12:00-05:00", "看不懂"),
        ("1026-11-21", "年份不对"),
        ("202611", "不是日期"),
        (3, "不是日期"),
        (math.nan, "不是日期"),
        (math.inf, "不是日期"),
        (date(3026, 1, 1), "年份不对"),
    ],
)
def test_what_is_no_day_is_explained(value: str | float | date, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        parse_date(value)


@given(st.dates(date(1930, 1, 1), date(2199, 12, 31)))
def test_every_way_of_writing_reads_back(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    for value in (day.isoformat(), format_cn(day), f"{day:%Y%m%d}", f"{day:%Y/%m/%d}", serial, str(serial)):
        assert parse_date(value) == day


def test_chinese_form_is_not_padded() -> None:
    assert format_cn(date(2026, 1, 5)) == "2026年1月5日"
    assert format_cn_moment(datetime(2026, 1, 5, 1, 5, tzinfo=UTC)) == "2026年1月5日9时05分"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09:30", time(9, 30)),
        ("9：30", time(9, 30)),
        ("09:30:15", time(9, 30, 15)),
        ("9时30分", time(9, 30)),
        ("9点", time(9)),
        ("9点半", time(9, 30)),
        ("0930", time(9, 30)),
        ("下午3:30", time(15, 30)),
        ("下午12:30", time(12, 30)),
        ("上午9点", time(9)),
        ("下午3", time(15)),
    ],
)
def test_times(text: str, expected: time) -> None:
    assert parse_time(text) == expected


@pytest.mark.parametrize("text", ["", "24:00", "9:60", "9", "930", "半夜", "9:30pm", "下午"])
def test_what_is_no_time_is_explained(text: str) -> None:
    with pytest.raises(UserError):
        parse_time(text)


def test_moments_are_in_shanghai_time() -> None:
    expected = datetime(2026, 11, 21, 9, 12, tzinfo=SHANGHAI)
    assert expected.utcoffset() == timedelta(hours=8)
    values = ["2026-11-21 09:12", "2026年11月21日 9时12分", "20261121 0912", "2026-11-21T09:12:00+08:00"]
    values += ["2026-11-21 上午9:12"]
    for value in [*values, 46347 + (9 * 60 + 12) / 1440, str(46347 + (9 * 60 + 12) / 1440)]:
        assert parse_moment(value) == expected
    assert parse_moment(expected.astimezone(UTC)).hour == 9
    assert parse_moment(expected.replace(tzinfo=None)) == expected
    assert parse_moment("2026-11-21") == datetime(2026, 11, 21, tzinfo=SHANGHAI)
