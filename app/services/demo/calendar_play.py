"""Letting several case stories happen side by side, in the order of their days.

A story is a generator: it yields the moment of its next act and acts when it is resumed. Numbers are
then given out in the order in which things happened, as in a real office.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterable, Iterator

from app.domain.dates import SHANGHAI
from app.system.clock import FixedClock

Story = Iterator[dt.datetime]
YEAR = 2026


def at(month: int, day: int, hour: int, minute: int = 0) -> dt.datetime:
    """A moment at the counter in the year of the demonstration."""
    return dt.datetime(YEAR, month, day, hour, minute, tzinfo=SHANGHAI)


def play(clock: FixedClock, stories: Iterable[Story]) -> None:
    """Run every story to its end, moving the clock from act to act.

    Raises ValueError when a story goes back in time.
    """
    waiting: list[tuple[dt.datetime, int, Story]] = []
    for order, story in enumerate(stories):
        _await(waiting, order, story, None)
    while waiting:
        moment, order, story = heapq.heappop(waiting)
        clock.move_to(moment)
        _await(waiting, order, story, moment)


def _await(
    waiting: list[tuple[dt.datetime, int, Story]], order: int, story: Story, last: dt.datetime | None
) -> None:
    """Let a story act and queue it for its next moment; an ended story is not queued again."""
    following = next(story, None)
    if following is None:
        return
    if last is not None and following < last:
        raise ValueError(f"a story goes back from {last} to {following}")
    heapq.heappush(waiting, (following, order, story))
