"""Every clock of every kind agrees with a naive twin on every start day from 2020 to 2026."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.clocks import Pause, deadline
from app.domain.dates import SHANGHAI
from app.domain.local_promises import Course, Mark, parse_local_promises, promise_rows
from app.domain.rules import ClockRule, RuleSet, parse_rule_set
from tests.domain import naive_clocks as naive
from tests.domain.shipped_data import RESOURCES, read_shipped, shipped_calendar

FIRST, LAST = dt.date(2020, 1, 1), dt.date(2026, 12, 31)
ROLLS = ("holiday_block", "statutory_days", "weekend_too")


def rule_sets() -> list[RuleSet]:
    """Every rule set the program carries: whatever file of resources/rules knows clocks."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((RESOURCES / "rules").glob("*.toml"))]
    return [parse_rule_set(text) for text in texts if "\n[[clock]]" in text]


RULES = {(rules.id, clock.name): clock for rules in rule_sets() for clock in rules.clocks}
PROMISES = parse_local_promises(read_shipped("resources/rules/local_promises.toml"))


def start_days() -> Iterator[dt.date]:
    day = FIRST
    while day <= LAST:
        yield day
        day += dt.timedelta(days=1)


def test_every_clock_has_a_twin_and_every_twin_a_clock() -> None:
    assert set(RULES) == set(naive.LAW)
    assert {promise.name for promise in PROMISES.promises} == set(naive.LOCAL)


@pytest.mark.parametrize("key", sorted(naive.LAW), ids="/".join)
def test_on_every_start_day(key: tuple[str, str]) -> None:
    rule, (length, unit) = RULES[key], naive.LAW[key]
    assert rule.unit == unit
    compared = 0
    for start in start_days():
        for roll in ROLLS if unit == "day" else ("none",):
            expected = naive.due(start, length, unit, roll)
            found = deadline(rule, start, shipped_calendar(), roll=roll)
            if expected is None:
                # It ends in a year without a notice, or the roll would have to know one.
                assert found.provisional, (start, roll)
                continue
            assert (found.due_on, found.provisional) == (expected, False), (start, roll)
            assert found.remind_on == naive.last_day(start, length, unit), (start, roll)
            compared += 1
    assert compared > 2400


@pytest.mark.parametrize("key", [k for k, clock in sorted(RULES.items()) if clock.extension], ids="/".join)
def test_extended_on_every_start_day(key: tuple[str, str]) -> None:
    """15 + 15 working days are thirty in a row; a court's 15 + 10 days are twenty-five."""
    rule, (length, unit) = RULES[key], naive.LAW[key]
    longer = ClockRule(
        name=rule.name, label="", duty="", start="", length=length + rule.extension, unit=rule.unit, basis=()
    )
    assert rule.extension == {"workday": 15, "day": 10}[unit]
    for start in start_days():
        expected = naive.due(start, length + rule.extension, unit, "none")
        if expected is not None:
            assert deadline(longer, start, shipped_calendar(), roll="none").due_on == expected, start


@pytest.mark.parametrize("name", sorted(naive.LOCAL))
def test_local_promises_on_every_start_day(name: str) -> None:
    promise = PROMISES.named(name)
    assert promise is not None
    length, unit = naive.LOCAL[name]
    for start in start_days():
        moment = dt.datetime.combine(start, dt.time(16, 45), SHANGHAI)
        course = Course(
            channel="hotline_12345",
            source="12345",
            marks=(Mark(name=promise.start[0], on=start, at=moment),),
        )
        rows = promise_rows(course, PROMISES, {promise.setting}, shipped_calendar())
        row = next(each for each in rows if each.clock == name)
        if unit == "hour":
            assert row.due_at == moment + dt.timedelta(hours=length)
            assert row.due_on == start + dt.timedelta(days=1)
            continue
        expected = naive.due(start, length, unit, "none")
        if expected is not None:
            assert row.due_on == expected, start


PAUSED = sorted(key for key, clock in RULES.items() if clock.pause != "none")


@given(
    key=st.sampled_from(PAUSED),
    start=st.dates(dt.date(2020, 1, 1), dt.date(2026, 3, 31)),
    pauses=st.lists(st.tuples(st.integers(-5, 80), st.integers(0, 40)), max_size=4),
    roll=st.sampled_from(ROLLS),
)
@settings(max_examples=600, deadline=None)
def test_with_pauses(key: tuple[str, str], start: dt.date, pauses: list[tuple[int, int]], roll: str) -> None:
    rule, (length, unit) = RULES[key], naive.LAW[key]
    spans = [
        Pause(start + dt.timedelta(days=after), start + dt.timedelta(days=after + days))
        for after, days in pauses
    ]
    outside = frozenset(
        span.start + dt.timedelta(days=n)
        for span in spans
        if span.end is not None
        for n in range((span.end - span.start).days + 1)
    )
    expected = naive.due(start, length, unit, roll, outside)
    if expected is not None:
        chosen = roll if unit == "day" else "none"
        assert deadline(rule, start, shipped_calendar(), spans, roll=chosen).due_on == expected
