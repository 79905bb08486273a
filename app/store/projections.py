"""From the fold of a case to the tables that lists, search, deadlines and numbering read.

Everything here can be made again from the log and then holds the same rows (`rebuild`). Only what
changed is written, because every touched page is encrypted and synced at every save.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec

from app.domain.casefile import CaseRow, DeadlineRow
from app.domain.errors import UserError
from app.domain.events import Event, StoredEvent, type_of
from app.domain.matter.events import Registered
from app.domain.numbering import series_uses
from app.domain.office import STREAM
from app.domain.recovery import recovered
from app.store.database import Database, Row
from app.store.pinyin import order_key
from app.store.search_index import lay, put, settle
from app.store.search_text import TEXT_FIELDS

Projector = Callable[[str, list[StoredEvent]], CaseRow | None]
"""Folds a stream (events in fold order) into what lists show; None for a stream that is not a case."""

VOID_PHASE = "void"

NewCase = tuple[int, CaseRow, list[StoredEvent]]
"""A case's row number (the place of its first event in the log), its row and its events in fold order."""

_COPIED = (
    "case_id", "kind", "number", "serial", "external_no", "channel", "source", "rule_set", "phase", "stage",
    "round", "received_on", "complainant", "complainant_phone", "respondent", "category", "problem", "amount",
    "promised", "recovered", "outcome", "closed_on", "filed_on", "next_action", "due_on", "due_clock",
    "due_provisional", "is_open", "due_unit", "subject", "identity", "holder", "alert", "members", "linked",
    "conflicts", "extra", "relief",
)  # fmt: skip
CASE_COLUMNS = (
    *_COPIED, "complainant_order", "respondent_order", "events", "changed_ms", "search_digest",
    "deadline_digest",
)  # fmt: skip
DEADLINE_COLUMNS = (
    "clock", "label", "unit", "starts_on", "due_on", "remind_on", "done_on", "provisional", "explanation",
    "basis", "due_at",
)  # fmt: skip

_PLAIN: dict[type, Callable[[Any], str | int]] = {
    dt.date: dt.date.isoformat,
    dt.datetime: dt.datetime.isoformat,
    bool: int,
}
_copied_of = attrgetter(*_COPIED)
_deadline_of = attrgetter(*DEADLINE_COLUMNS)

_READ_CASE = f"SELECT id, {', '.join(CASE_COLUMNS)} FROM cases WHERE case_id = ?"
_INSERT_CASE = f"INSERT INTO cases (id, {', '.join(CASE_COLUMNS)}) VALUES (?{', ?' * len(CASE_COLUMNS)})"
_INSERT_DEADLINE = (
    f"INSERT INTO deadlines (case_row, no, {', '.join(DEADLINE_COLUMNS)})"
    f" VALUES (?, ?{', ?' * len(DEADLINE_COLUMNS)})"
)


_USE_NUMBER = (
    "INSERT INTO series (node, series, year, last) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (node, series, year) DO UPDATE SET last = MAX(last, excluded.last)"
)
# The row number is that of the event, so that a rebuild repeats it.
_INSERT_RECOVERY = (
    "INSERT INTO recoveries (pos, case_id, day, amount, extra, relief)"
    " SELECT pos, ?, ?, ?, ?, ? FROM events WHERE node = ? AND epoch = ? AND seq = ?"
)
PROJECTED_TABLES = ("case_states", "case_attachments", "deadlines", "recoveries", "series", "cases")
"""Everything a rebuild makes again besides the search index, children before parents."""


class DuplicateExternalNumber(UserError):
    """The work order with this number from this source is already a case."""


class Projections:
    """Keeps the projection tables equal to the fold of the log."""

    def __init__(self, database: Database, projector: Projector) -> None:
        self._database = database
        self.projector = projector

    def prepare(self, stream: str, history: list[StoredEvent]) -> CaseRow | None:
        """Fold a stream that is about to grow; None when it is not a case. Writes nothing.

        Raises DuplicateExternalNumber when another case that is not void has the same source and number.
        """
        row = self.projector(stream, history)
        if row is not None:
            self._refuse_duplicate(row)
        return row

    def fold(self, stream: str, history: list[StoredEvent]) -> CaseRow | None:
        """What a stream adds up to; None when it is not a case, or its registration has not come yet."""
        return self.projector(stream, history) if stream == STREAM or begun(history) else None

    def write(self, row: CaseRow | None, history: list[StoredEvent], new: Sequence[Event]) -> None:
        """Bring the tables up to `history`, whose last events are `new`, already in the log."""
        self.count_events(history[-len(new) :], new)
        if row is not None:
            self.write_case(row, history)

    def count_events(self, stored: Sequence[StoredEvent], events: Sequence[Event]) -> None:
        """Note what single events say outside of their case: numbers used up, money that came in."""
        last: dict[tuple[str, str, int], int] = {}
        for envelope, event in zip(stored, events, strict=True):
            for use in series_uses(event):
                key = (envelope.node, use.series, use.year)
                last[key] = max(use.serial, last.get(key, 0))
            money = recovered(event)
            if money is not None:
                self._database.sql(
                    _INSERT_RECOVERY,
                    (
                        envelope.stream,
                        money.on.isoformat(),
                        money.amount,
                        money.extra,
                        money.relief,
                        envelope.node,
                        envelope.epoch,
                        envelope.seq,
                    ),
                )
        for (node, series, year), serial in last.items():
            self._database.sql(_USE_NUMBER, (node, series, year, serial))

    def last_serial(self, nodes: Iterable[str], series: str, year: int) -> int:
        """The greatest number these nodes used, 0 before the first."""
        return max(
            int(
                self._database.value(
                    "SELECT last FROM series WHERE node = ? AND series = ? AND year = ?", (node, series, year)
                )
                or 0
            )
            for node in nodes
        )

    def write_case(self, row: CaseRow, history: list[StoredEvent]) -> None:
        """Make the rows of one case what `row` says, touching only what differs."""
        values = case_values(row, history)
        known = self._database.row(_READ_CASE, (row.case_id,))
        if known is None:
            self.insert_cases([(self._first_position(history), row, history)])
            settle(self._database)
            return
        case_row, before = known[0], known[1:]
        changed = [at for at, value in enumerate(values) if value != before[at]]
        names = {CASE_COLUMNS[at] for at in changed}
        if changed:
            assignments = ", ".join(f"{CASE_COLUMNS[at]} = ?" for at in changed)
            self._database.sql(
                f"UPDATE cases SET {assignments} WHERE id = ?", (*(values[at] for at in changed), case_row)
            )
        self._database.sql("UPDATE case_states SET state = ? WHERE case_row = ?", (row.state, case_row))
        if "deadline_digest" in names:
            self._database.sql("DELETE FROM deadlines WHERE case_row = ?", (case_row,))
            self._write_deadlines(case_row, row.deadlines)
        if "search_digest" in names:
            put(self._database, case_row, row.search_texts)
        attached = self._database.rows("SELECT sha256 FROM case_attachments WHERE case_row = ?", (case_row,))
        self._write_attachments(case_row, tuple(name for (name,) in attached), row.attachments)

    def insert_cases(self, cases: Sequence[NewCase]) -> None:
        """The rows of cases that have none yet, all at once; the search index is settled by the caller."""
        rows, deadlines = [], []
        for case_row, row, history in cases:
            values = [deadline_values(deadline) for deadline in row.deadlines]
            rows.append((case_row, *_columns(row, history, values)))
            deadlines += [(case_row, no, *one) for no, one in enumerate(values, start=1)]
        self._database.many(_INSERT_CASE, rows)
        self._database.many(
            "INSERT INTO case_states VALUES (?, ?)", [(case_row, row.state) for case_row, row, _ in cases]
        )
        self._database.many(_INSERT_DEADLINE, deadlines)
        lay(self._database, [(case_row, row.search_texts) for case_row, row, _ in cases])
        names = [(case_row, name) for case_row, row, _ in cases for name in sorted(set(row.attachments))]
        self._database.many("INSERT INTO case_attachments VALUES (?, ?)", names)

    def _first_position(self, history: list[StoredEvent]) -> int:
        """The row number of a case: where its first event stands in the log, so that a rebuild repeats it."""
        return int(self._database.value("SELECT MIN(pos) FROM events WHERE stream = ?", (history[0].stream,)))

    def _write_deadlines(self, case_row: int, deadlines: Iterable[DeadlineRow]) -> None:
        self._database.many(_INSERT_DEADLINE, _numbered(case_row, deadlines))

    def _write_attachments(self, case_row: int, before: Iterable[str], after: Iterable[str]) -> None:
        known, wanted = set(before), set(after)
        for name in sorted(known - wanted):
            self._database.sql(
                "DELETE FROM case_attachments WHERE case_row = ? AND sha256 = ?", (case_row, name)
            )
        added = [(case_row, name) for name in sorted(wanted - known)]
        if added:
            self._database.many("INSERT INTO case_attachments VALUES (?, ?)", added)

    def _refuse_duplicate(self, row: CaseRow) -> None:
        if not row.external_no or row.phase == VOID_PHASE:
            return
        other = self._database.value(
            "SELECT number FROM cases WHERE external_no = ? AND external_no <> '' AND source = ?"
            " AND case_id <> ? AND phase <> ?",
            (row.external_no, row.source, row.case_id, VOID_PHASE),
        )
        if other is not None:
            raise DuplicateExternalNumber(
                f"工单 {row.external_no} 已经登记过（{other}），不能重复登记，请直接打开那一件办理。"
            )


def _numbered(case_row: int, deadlines: Iterable[DeadlineRow]) -> list[Row]:
    return [(case_row, no, *deadline_values(deadline)) for no, deadline in enumerate(deadlines, start=1)]


def begun(history: Iterable[StoredEvent]) -> bool:
    """Whether the registration of a case is among these events; a package may bring later ones first."""
    return any(_is_registration(stored.kind) for stored in history)


@cache
def _is_registration(kind: str) -> bool:
    return issubclass(type_of(kind), Registered)


def case_values(row: CaseRow, history: list[StoredEvent]) -> Row:
    """The columns of `cases` after `id`, as they are stored."""
    return _columns(row, history, [deadline_values(deadline) for deadline in row.deadlines])


def _columns(row: CaseRow, history: list[StoredEvent], deadlines: list[Row]) -> Row:
    return (
        *_plain(_copied_of(row)),
        order_key(row.complainant),
        order_key(row.respondent),
        len(history),
        max(event.wall_ms() for event in history),
        _digest([row.search_texts.get(name, ()) for name in TEXT_FIELDS]),
        _digest(deadlines),
    )


def deadline_values(deadline: DeadlineRow) -> Row:
    """The columns of `deadlines` after its key, as they are stored."""
    return _plain(_deadline_of(deadline))


def _plain(values: tuple[Any, ...]) -> Row:
    """Dates and times as ISO text and truth values as 0 or 1, which is how SQLite compares them."""
    return tuple([way(value) if (way := _PLAIN.get(type(value))) else value for value in values])


def _digest(value: object) -> str:
    return hashlib.blake2b(msgspec.json.encode(value), digest_size=16).hexdigest()
