"""Making the tables follow when events arrived in many cases at once, some hundred cases at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import msgspec

from app.domain.casefile import CaseRow
from app.domain.events import StoredEvent
from app.domain.merging import Conflict, effective
from app.domain.office import STREAM
from app.store.database import Database
from app.store.event_log import COLUMNS, stored_event
from app.store.projections import NewCase, Projections
from app.store.search_index import settle_import

_PART = 500
_STREAM_AT = COLUMNS.split(", ").index("stream")
_HISTORIES = (
    f"SELECT {', '.join('e.' + name for name in COLUMNS.split(', '))}"
    " FROM json_each(?) CROSS JOIN events e ON e.stream = json_each.value"
    " ORDER BY json_each.key, e.time, e.node, e.seq"
)
_EXTENT = (
    "SELECT json_each.value, COUNT(*), MIN(e.pos),"
    " EXISTS (SELECT 1 FROM cases c WHERE c.case_id = json_each.value)"
    " FROM json_each(?) CROSS JOIN events e ON e.stream = json_each.value GROUP BY json_each.key"
)
_SAME = (
    "SELECT c.case_id FROM json_each(?) CROSS JOIN cases c ON c.case_id = json_each.value"
    " WHERE c.phase <> 'void' AND EXISTS (SELECT 1 FROM cases o WHERE {same}"
    " AND o.case_id <> c.case_id AND o.phase <> 'void')"
)
_SAME_NUMBER = _SAME.format(same="o.number = c.number AND c.number <> ''")
_SAME_ORDER = _SAME.format(
    same="o.external_no = c.external_no AND o.external_no <> '' AND o.source = c.source"
)


class CaseChange(msgspec.Struct, frozen=True, kw_only=True):
    """A case an import touches: how many events came, what a person must decide, what looks wrong."""

    case_id: str
    number: str
    events: int
    fresh: bool
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[str, ...] = ()


def fold_again(
    database: Database,
    projections: Projections,
    streams: Mapping[str, int],
    read: Mapping[str, Sequence[StoredEvent]],
) -> tuple[list[CaseChange], list[str]]:
    """Make the rows of these cases what all their events say, inside a transaction.

    `streams` says how many events are new in each; `read` holds new events as they were read, as many as
    are at hand: a stream that has no others is folded from them. Returns the cases, and the streams whose
    registration has not come: those have no rows yet.
    """
    changes: list[CaseChange] = []
    waiting: list[str] = []
    names = sorted(stream for stream in streams if stream != STREAM)
    for start in range(0, len(names), _PART):
        part = names[start : start + _PART]
        rows = _write(projections, _histories(database, part, read), waiting)
        problems = _problems(database, [row.case_id for row, _, _ in rows])
        changes += [
            CaseChange(
                case_id=row.case_id,
                number=row.number,
                events=streams[row.case_id],
                fresh=fresh,
                conflicts=effective(history).conflicts if row.conflicts else (),
                problems=problems.get(row.case_id, ()),
            )
            for row, history, fresh in rows
        ]
        settle_import(database)
    return changes, waiting


class _History(NamedTuple):
    """All events of a stream in fold order; `first` is the place of the first to arrive in the log."""

    stream: str
    first: int
    has_row: bool
    events: list[StoredEvent]


def _histories(
    database: Database, part: Sequence[str], read: Mapping[str, Sequence[StoredEvent]]
) -> Iterator[_History]:
    lacking: dict[str, tuple[int, bool]] = {}
    for stream, count, first, has_row in database.rows(_EXTENT, (msgspec.json.encode(part).decode(),)):
        at_hand = read.get(stream, ())
        if len(at_hand) == count:
            yield _History(stream, first, bool(has_row), sorted(at_hand, key=StoredEvent.fold_key))
        else:
            lacking[stream] = (first, bool(has_row))
    rows = database.rows(_HISTORIES, (msgspec.json.encode(list(lacking)).decode(),)) if lacking else []
    for stream, group in groupby(rows, key=itemgetter(_STREAM_AT)):
        yield _History(stream, *lacking[stream], [stored_event(row) for row in group])


def _write(
    projections: Projections, histories: Iterable[_History], waiting: list[str]
) -> list[tuple[CaseRow, list[StoredEvent], bool]]:
    found: list[tuple[CaseRow, list[StoredEvent], bool]] = []
    new: list[NewCase] = []
    for stream, first, has_row, history in histories:
        row = projections.fold(stream, history)
        if row is None:
            waiting.append(stream)
            continue
        if has_row:
            projections.write_case(row, history)
        else:
            new.append((first, row, history))
        found.append((row, history, not has_row))
    projections.insert_cases(new)
    return found


def _problems(database: Database, case_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What two offices did that no single one could have seen, by case."""
    found: dict[str, tuple[str, ...]] = {}
    names = msgspec.json.encode(case_ids).decode()
    for query, sentence in (
        (_SAME_NUMBER, "另一件案件用了同一个编号，请核对是否重复登记。"),
        (_SAME_ORDER, "同一张工单登记了两件案件，请核对后作废其中一件。"),
    ):
        for (case_id,) in database.rows(query, (names,)):
            found[case_id] = (*found.get(case_id, ()), sentence)
    return found
