"""Stories side by side: acts happen in the order of their moments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.demo.calendar_play import at, play
from app.system.clock import FixedClock

START = at(1, 1, 8)
Seen = list[tuple[dt.datetime, str]]


def story(name: str, moments: list[dt.datetime], seen: Seen, clock: FixedClock) -> Iterator[dt.datetime]:
    for moment in moments:
        yield moment
        seen.append((clock.now(), name))


@given(st.lists(st.lists(st.integers(0, 500), max_size=6).map(sorted), max_size=5))
def test_acts_come_in_order_and_at_their_time(days: list[list[int]]) -> None:
    clock, seen = FixedClock(START), []
    plans = [[START + dt.timedelta(hours=hour) for hour in hours] for hours in days]
    play(clock, [story(str(n), plan, seen, clock) for n, plan in enumerate(plans)])
    expected = [(moment, str(n)) for n, plan in enumerate(plans) for moment in plan]
    assert sorted(seen) == sorted(expected)
    assert [moment for moment, _ in seen] == sorted(moment for moment, _ in expected)


def test_what_was_listed_first_acts_first_at_the_same_moment() -> None:
    clock, seen = FixedClock(START), []
    play(clock, [story("a", [at(2, 1, 9)], seen, clock), story("b", [at(2, 1, 9)], seen, clock)])
    assert [name for _, name in seen] == ["a", "b"]


def test_a_story_cannot_go_back() -> None:
    clock = FixedClock(START)
    with pytest.raises(ValueError, match="goes back"):
        play(clock, [story("a", [at(3, 1, 9), at(2, 1, 9)], [], clock)])
