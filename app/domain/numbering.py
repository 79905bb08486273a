"""Which serial numbers an event uses up, so that the next number never collides with one given out.

A series is the case numbers of a kind (`case` for complaints, year of 收到日期) or one kind of paper (its id,
year of issue).
"""

from __future__ import annotations

import msgspec

from app.domain.events import Event
from app.domain.matter.events import PaperIssued, Registered


class SeriesUse(msgspec.Struct, frozen=True, kw_only=True):
    """One number taken from a series; `serial` counts from 1 within a year."""

    series: str
    year: int
    serial: int


def series_uses(event: Event) -> tuple[SeriesUse, ...]:
    """The numbers this event takes, empty for most. Papers without a number of their own carry serial 0."""
    match event:
        case Registered() if event.serial > 0:
            year = event.origin.received_on.year
            return (SeriesUse(series=event.SERIES, year=year, serial=event.serial),)
        case PaperIssued() if event.serial > 0:
            return (SeriesUse(series=event.paper, year=event.issued_on.year, serial=event.serial),)
        case _:
            return ()
