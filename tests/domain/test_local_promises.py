"""Local promises: what starts and stops them, how long they are, and that they never pass for law."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.casefile import DeadlineRow
from app.domain.dates import SHANGHAI
from app.domain.errors import UserError
from app.domain.local_promises import (
    MARKS,
    Course,
    Mark,
    is_local,
    parse_local_promises,
    promise_rows,
)
from tests.domain.shipped_data import RESOURCES, shipped_calendar, shipped_rules

TEXT = (RESOURCES / "rules" / "local_promises.toml").read_text(encoding="utf-8")
PROMISES = parse_local_promises(TEXT)
ALL = {group.setting for group in PROMISES.groups}
CALENDAR = shipped_calendar()
FRIDAY = dt.date(2026, 11, 20)


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


def mark(name: str, moment: dt.datetime) -> Mark:
    return Mark(name=name, on=moment.date(), at=moment)


def rows(
    *marks: Mark, on: set[str] = ALL, channel: str = "visit", source: str = "", **extended: int
) -> dict[str, DeadlineRow]:
    lengthened = {name.replace("_", "."): units for name, units in extended.items()}
    course = Course(channel=channel, source=source, marks=marks, extended=lengthened)
    return {row.clock: row for row in promise_rows(course, PROMISES, on, CALENDAR)}


def test_nothing_is_promised_unless_switched_on() -> None:
    assert rows(mark("registered", at(20, 9)), on=set()) == {}


def test_two_times_24_hours_follow_each_other_to_the_minute() -> None:
    found = rows(mark("registered", at(20, 16, 50)), on={"promise_two_24h"})
    assert set(found) == {"local.transfer"}
    assert found["local.transfer"].due_at == at(21, 16, 50)
    assert found["local.transfer"].done_on is None
    handed = rows(mark("registered", at(20, 16, 50)), mark("handed", at(21, 16, 51)), on={"promise_two_24h"})
    assert handed["local.transfer"].done_on == dt.date(2026, 11, 21)
    assert handed["local.transfer"].explanation.endswith("办到时已经超过时限。")
    assert handed["local.feedback"].due_at == at(22, 16, 51)
    answered = rows(
        mark("registered", at(20, 16, 50)),
        mark("handed", at(20, 17)),
        mark("replied", at(21, 17)),
        on={"promise_two_24h"},
    )
    assert answered["local.feedback"].explanation.endswith("在时限内办到。")


def test_a_day_without_a_time_counts_from_its_first_minute() -> None:
    found = rows(Mark(name="registered", on=FRIDAY), on={"promise_two_24h"})
    assert found["local.transfer"].due_at == at(21, 0)
    assert "没有记下时刻" in found["local.transfer"].explanation


def test_one_working_day_and_fifteen_days_use_the_calendar() -> None:
    found = rows(mark("registered", at(20, 9)), on={"promise_contact", "promise_15_days"})
    assert found["local.contact"].due_on == dt.date(2026, 11, 23)
    assert found["local.contact"].unit == "workday"
    assert found["local.finish"].due_on == dt.date(2026, 12, 5)
    assert found["local.finish"].due_at is None


def test_the_hotline_limits_hold_only_for_what_came_from_it() -> None:
    assert rows(mark("registered", at(20, 9)), on={"promise_12345"}) == {}
    for way in ({"channel": "hotline_12345"}, {"source": "12345"}):
        found = rows(mark("registered", at(20, 9)), on={"promise_12345"}, **way)  # type: ignore[arg-type]
        assert found["local.12345.return"].due_on == dt.date(2026, 11, 24)
        assert found["local.12345.reply"].due_on == dt.date(2026, 11, 27)


def test_an_extension_counts_no_further_than_the_promise_allows() -> None:
    course = {"channel": "hotline_12345", "on": {"promise_12345"}}
    longer = rows(mark("registered", at(20, 9)), local_12345_reply=5, **course)["local.12345.reply"]  # type: ignore[arg-type]
    assert longer.due_on == dt.date(2026, 12, 4)
    assert longer.explanation.startswith("经批准延长 5 个工作日；")
    most = rows(mark("registered", at(20, 9)), local_12345_reply=99, **course)["local.12345.reply"]  # type: ignore[arg-type]
    assert most.due_on == dt.date(2026, 12, 11)
    never = rows(mark("registered", at(20, 9)), local_12345_return=9, **course)["local.12345.return"]  # type: ignore[arg-type]
    assert never.due_on == dt.date(2026, 11, 24)


def test_a_promise_never_passes_for_law() -> None:
    found = rows(mark("registered", at(20, 9)), channel="hotline_12345")
    legal = {clock.name for rules in shipped_rules().rule_sets for clock in rules.clocks}
    assert not any(is_local(name) for name in legal)
    for row in found.values():
        assert is_local(row.clock)
        assert row.label.startswith("本地承诺：")
        assert row.basis.startswith("本地承诺，不是法定期限")


@given(st.lists(st.tuples(st.sampled_from(MARKS), st.integers(0, 300 * 24 * 60)), max_size=12))
def test_no_clock_without_a_start_and_none_done_before_it_began(
    happened: list[tuple[str, int]],
) -> None:
    marks = tuple(mark(name, at(1, 0) - dt.timedelta(minutes=minutes)) for name, minutes in happened)
    found = rows(*marks, channel="hotline_12345")
    names = {one.name for one in marks}
    for row in found.values():
        promise = PROMISES.named(row.clock)
        assert promise is not None
        assert names & set(promise.start)
        assert row.starts_on == min(one.on for one in marks if one.name in promise.start)
        assert row.done_on is None or row.done_on >= row.starts_on
        assert (row.due_at is not None) == (row.unit == "hour")
    started = {one.name for one in PROMISES.promises if names & set(one.start)}
    assert set(found) == started


@given(
    st.permutations([mark("registered", at(20, 9)), mark("handed", at(20, 10)), mark("replied", at(21, 9))])
)
def test_the_order_in_which_marks_are_told_does_not_matter(marks: list[Mark]) -> None:
    assert rows(*marks) == rows(*sorted(marks, key=lambda one: one.earliest))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('start = ["registered"]', "start = []"),
        ('stop = ["closed", "fed_back"]', 'stop = ["done"]'),
        ('unit = "hour"', 'unit = "week"'),
        ('name = "local.transfer"', 'name = "transfer"'),
        ('name = "local.transfer"', 'name = "local.feedback"'),
        ('setting = "promise_two_24h"\nlabel', 'setting = "promise_other"\nlabel'),
        ("length = 24", "length = 0"),
    ],
)
def test_a_damaged_file_is_refused(old: str, new: str) -> None:
    with pytest.raises(UserError, match="本地承诺文件"):
        parse_local_promises(TEXT.replace(old, new, 1))
