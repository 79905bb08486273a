"""Making every projection again from the log, in one transaction: readers see the old rows until the end.

Used when a person asks for it, when a newer program projects differently, and when a calendar or an
office setting changes deadlines; therefore it tells which due dates moved.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter

import msgspec

from app.domain.events import StoredEvent, decode
from app.store.database import Database
from app.store.event_log import COLUMNS, stored_event
from app.store.projections import PROJECTED_TABLES, Projections
from app.store.search_index import clear, optimise

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is."""


class DueChange(msgspec.Struct, frozen=True, kw_only=True):
    """A clock of a case whose date is not what it was; None means no date (paused, or no such clock)."""

    case_id: str
    clock: str
    old: dt.date | None
    new: dt.date | None


def rebuild(
    database: Database, projections: Projections, progress: Progress | None = None
) -> list[DueChange]:
    """Fold the whole log into fresh projections; returns every deadline that moved.

    The caller's transaction makes it all or nothing. It opens none inside: SQLite would keep the old
    content of every page in memory for the savepoint.
    """
    before = _due_dates(database)
    clear(database)
    for table in PROJECTED_TABLES:
        database.sql(f"DELETE FROM {table}")
    total = int(database.value("SELECT COUNT(*) FROM events"))
    done = 0
    for stream, history in streams(database):
        projections.count_events(history, [decode(stored) for stored in history])
        row = projections.fold(stream, history)
        if row is not None:
            projections.write_case(row, history)
        done += len(history)
        if progress is not None:
            progress(done, total)
    optimise(database)
    return _differences(before, _due_dates(database))


def streams(database: Database) -> Iterator[tuple[str, list[StoredEvent]]]:
    """Every stream with its events in fold order."""
    rows = database.stream(f"SELECT {COLUMNS} FROM events ORDER BY stream, time, node, seq")
    for stream, events in groupby(map(stored_event, rows), key=attrgetter("stream")):
        yield stream, list(events)


_Due = dict[tuple[str, str, int], str | None]


def _due_dates(database: Database) -> _Due:
    """Due dates by case, clock, and which of several clocks of that name it is."""
    found: _Due = {}
    seen: Counter[tuple[str, str]] = Counter()
    for case_id, clock, due_on in database.rows(
        "SELECT case_id, clock, deadlines.due_on FROM deadlines JOIN cases ON cases.id = case_row"
        " ORDER BY case_row, no"
    ):
        found[case_id, clock, seen[case_id, clock]] = due_on
        seen[case_id, clock] += 1
    return found


def _differences(before: _Due, after: _Due) -> list[DueChange]:
    return [
        DueChange(case_id=key[0], clock=key[1], old=_day(before.get(key)), new=_day(after.get(key)))
        for key in sorted(before.keys() | after.keys())
        if before.get(key) != after.get(key)
    ]


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
