"""The counter's time is Asia/Shanghai, whatever the machine is set to."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from app.system.clock import SHANGHAI, Clock, FixedClock, SystemClock

MORNING = datetime(2026, 7, 1, 9, 30, tzinfo=SHANGHAI)


def test_the_system_clock_is_aware_and_eight_hours_ahead() -> None:
    clock: Clock = SystemClock()
    assert clock.now().utcoffset() == timedelta(hours=8)


def test_the_day_is_that_of_the_counter_on_a_machine_set_to_another_zone() -> None:
    code = (
        "from app.system.clock import SystemClock as C; c = C(); n = c.now(); print(n.isoformat(), n.date())"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={"TZ": "America/New_York"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert told[0].endswith("+08:00")
    assert told[0].startswith(told[1])


def test_a_fixed_clock_stands_until_it_is_moved() -> None:
    clock: Clock = FixedClock(MORNING)
    assert (clock.now(), clock.now(), clock.today()) == (MORNING, MORNING, date(2026, 7, 1))


def test_a_moment_of_another_zone_is_told_in_shanghai_time() -> None:
    clock = FixedClock(datetime(2026, 6, 30, 23, 0, tzinfo=UTC))
    assert clock.today() == date(2026, 7, 1)
    assert clock.now().hour == 7


def test_advancing_moves_on_and_never_back() -> None:
    clock = FixedClock(MORNING)
    clock.advance(timedelta(days=1, hours=15))
    assert clock.today() == date(2026, 7, 3)
    with pytest.raises(ValueError, match="forward"):
        clock.advance(timedelta(seconds=-1))


def test_a_new_start_may_lie_earlier() -> None:
    clock = FixedClock(MORNING)
    clock.move_to(MORNING - timedelta(days=400))
    assert clock.today() == date(2025, 5, 27)


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        FixedClock(MORNING.replace(tzinfo=None))
