"""The only place that asks the operating system what time it is.

Deadlines are law: every rule gets its dates as arguments, and whoever needs "today" is given a
`Clock`. Tests and the demonstration hand in a `FixedClock`; the program hands in `SystemClock`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Protocol

# China has kept one offset without summer time since 1992, so a fixed offset is exact for every
# date this program handles, and Windows machines need no time-zone database.
SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")


class Clock(Protocol):
    """Tells the time of the counter; all times are aware and in Asia/Shanghai."""

    def now(self) -> datetime:
        """The present moment, aware, UTC+8."""
        ...

    def today(self) -> date:
        """The calendar day at the counter."""
        ...


class SystemClock:
    """The machine's clock, read as Asia/Shanghai whatever zone the machine is set to."""

    def now(self) -> datetime:
        """The present moment, aware, UTC+8."""
        return datetime.now(SHANGHAI)

    def today(self) -> date:
        """The calendar day at the counter."""
        return self.now().date()


class FixedClock:
    """A clock that stands still until it is told to move; for tests and the demonstration."""

    def __init__(self, moment: datetime) -> None:
        """`moment` must be aware; it is converted to Asia/Shanghai."""
        self._moment = _in_shanghai(moment)

    def now(self) -> datetime:
        """The moment this clock stands at."""
        return self._moment

    def today(self) -> date:
        """The calendar day this clock stands at."""
        return self._moment.date()

    def advance(self, step: timedelta) -> None:
        """Move on by `step`; raises ValueError for a negative step, because time never goes back."""
        if step < timedelta(0):
            raise ValueError("a clock only moves forward; use move_to for a new start")
        self._moment += step

    def move_to(self, moment: datetime) -> None:
        """Stand at another aware moment, earlier or later."""
        self._moment = _in_shanghai(moment)


def _in_shanghai(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a naive datetime has no place on the time line; give it a time zone")
    return moment.astimezone(SHANGHAI)
