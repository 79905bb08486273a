"""Making the tables follow when events arrived in many cases at once, some hundred cases at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

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
_HISTORIES = (
    f"SELECT {', '.join('e.' + name for name in COLUMNS.split(', '))}, e.pos"
    " FROM json_each(?) CROSS JOIN events e ON e.stream = json_each.value"
    " ORDER BY json_each.key, e.time, e.node, e.seq"
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
    database: Database, projections: Projections, streams: Mapping[str, int]
) -> tuple[list[CaseChange], list[str]]:
    """Make the rows of these cases what all their events say, inside a transaction.

    `streams` says how many events are new in each. Returns the cases, and the streams whose registration
    has not come: those have no rows yet.
    """
    changes: list[CaseChange] = []
    waiting: list[str] = []
    names = sorted(stream for stream in streams if stream != STREAM)
    for start in range(0, len(names), _PART):
        part = names[start : start + _PART]
        rows = _write(database, projections, part, waiting)
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


def _write(
    database: Database, projections: Projections, part: Sequence[str], waiting: list[str]
) -> list[tuple[CaseRow, list[StoredEvent], bool]]:
    names = msgspec.json.encode(part).decode()
    known = {
        case_id
        for (case_id,) in database.rows(
            "SELECT c.case_id FROM json_each(?) CROSS JOIN cases c ON c.case_id = json_each.value", (names,)
        )
    }
    found: list[tuple[CaseRow, list[StoredEvent], bool]] = []
    new: list[NewCase] = []
    stream_at = COLUMNS.split(", ").index("stream")
    for stream, group in groupby(database.rows(_HISTORIES, (names,)), key=lambda row: row[stream_at]):
        events = list(group)
        history = [stored_event(row) for row in events]
        row = projections.fold(stream, history)
        if row is None:
            waiting.append(stream)
            continue
        if stream in known:
            projections.write_case(row, history)
        else:
            new.append((min(event[-1] for event in events), row, history))
        found.append((row, history, stream not in known))
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
