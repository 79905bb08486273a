"""The case list: row numbers in order first, then blocks of rows as plain tuples.

Row numbers are internal to one database. They stay the same while it lives, rebuilds included.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Sequence
from typing import Any

import msgspec
import peewee

from app.domain.casefile import DeadlineRow
from app.store.database import Database, Row
from app.store.models import CASES
from app.store.projections import DEADLINE_COLUMNS
from app.store.search_index import condition

LIST_COLUMNS = (
    "id", "case_id", "kind", "number", "external_no", "channel", "source", "rule_set", "phase", "stage",
    "round", "received_on", "complainant", "complainant_phone", "respondent", "category", "problem", "amount",
    "promised", "recovered", "outcome", "closed_on", "filed_on", "next_action", "due_on", "due_clock",
    "due_provisional", "is_open", "due_unit", "subject", "identity", "holder", "alert", "members", "linked",
    "conflicts", "extra", "relief", "events", "changed_ms",
)  # fmt: skip
"""Columns of a row of `case_block`. Dates are ISO text, money is cents, truth values are 0 and 1."""

SORTS: dict[str, str] = {
    "received_on": "received_on",
    "number": "number",
    "due_on": "due_on",
    "complainant": "complainant_order",
    "respondent": "respondent_order",
    "amount": "amount",
    "phase": "phase",
    "stage": "stage",
    "channel": "channel",
    "category": "category",
    "closed_on": "closed_on",
    "recovered": "recovered",
    "changed": "changed_ms",
}
"""Names a list can be sorted by, with the column behind each. Names of people sort by pinyin."""

STAGE_GROUPS = ("all", "open", "closed")
DUE_CHOICES = ("", "overdue", "today", "week")
_DAYS_TO_SUNDAY = 6


class CaseFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What the list shows. Empty means no restriction; `due` speaks of open cases only.

    `due`: overdue, today, or week (today to Sunday). `text` is the search box. Dates are 收到日期, inclusive.
    """

    text: str = ""
    group: str = "all"
    kinds: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    due: str = ""
    received_from: dt.date | None = None
    received_to: dt.date | None = None
    sort: str = "received_on"
    descending: bool = True


class CaseQueries:
    """Reads the case projections of one store. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def case_ids(self, chosen: CaseFilter, today: dt.date) -> array[int]:
        """Row numbers of every matching case in the order of the list. KeyError for an unknown sort."""
        columns = [*_sort_columns(chosen.sort), CASES.id]
        order = [column.desc() for column in columns] if chosen.descending else columns
        query = CASES.select(CASES.id).where(*_conditions(self._database, chosen, today)).order_by(*order)
        return self._database.numbers(query)

    def count(self, chosen: CaseFilter, today: dt.date) -> int:
        """How many cases match."""
        query = CASES.select(peewee.fn.COUNT(CASES.id)).where(*_conditions(self._database, chosen, today))
        return int(self._database.built(query)[0][0])

    def case_block(self, rows: Sequence[int]) -> list[Row]:
        """These rows as tuples of `LIST_COLUMNS`, in the order asked; unknown numbers are left out."""
        marks = ", ".join("?" * len(rows))
        found = self._database.rows(
            f"SELECT {', '.join(LIST_COLUMNS)} FROM cases WHERE id IN ({marks})", tuple(rows)
        )
        by_number = {row[0]: row for row in found}
        return [by_number[number] for number in rows if number in by_number]

    def row_of(self, case_id: str) -> Row | None:
        """One case as a tuple of `LIST_COLUMNS`."""
        return self._database.row(
            f"SELECT {', '.join(LIST_COLUMNS)} FROM cases WHERE case_id = ?", (case_id,)
        )

    def by_number(self, number: str) -> str | None:
        """The id of the case with this 编号."""
        found: str | None = self._database.value("SELECT case_id FROM cases WHERE number = ?", (number,))
        return found

    def rows_numbered(self, serial: int) -> list[int]:
        """Row numbers of the cases that are the `serial`th of their year, the newest year first."""
        return [
            row
            for (row,) in self._database.rows(
                "SELECT id FROM cases WHERE serial = ? ORDER BY received_on DESC", (serial,)
            )
        ]

    def contested(self, limit: int) -> list[int]:
        """Row numbers of the cases two offices changed without seeing each other, the latest change first."""
        found = self._database.rows(
            "SELECT id FROM cases WHERE conflicts > 0 ORDER BY changed_ms DESC, id LIMIT ?", (limit,)
        )
        return [row for (row,) in found]

    def by_external_no(self, external_no: str, source: str | None = None) -> list[str]:
        """Ids of cases made from the work order with this number, oldest first, 作废 ones included."""
        condition, parameters = "", [external_no]
        if source is not None:
            condition, parameters = " AND source = ?", [external_no, source]
        rows = self._database.rows(
            f"SELECT case_id FROM cases WHERE external_no = ? AND external_no <> ''{condition} ORDER BY id",
            parameters,
        )
        return [case_id for (case_id,) in rows]

    def known_external_nos(self, numbers: Sequence[str], source: str) -> set[str]:
        """Which of these work orders are cases already (作废 ones do not count), for an import preview."""
        known: set[str] = set()
        for start in range(0, len(numbers), 500):
            part = numbers[start : start + 500]
            marks = ", ".join("?" * len(part))
            known.update(
                number
                for (number,) in self._database.rows(
                    "SELECT external_no FROM cases WHERE external_no <> '' AND source = ? AND phase <> 'void'"
                    f" AND external_no IN ({marks})",
                    (source, *part),
                )
            )
        return known

    def state(self, case_id: str) -> str | None:
        """The projected state as canonical JSON."""
        found: str | None = self._database.value(
            "SELECT state FROM case_states JOIN cases ON cases.id = case_row WHERE case_id = ?", (case_id,)
        )
        return found

    def deadlines(self, case_id: str) -> list[DeadlineRow]:
        """The clocks of a case in the order the projector gave them."""
        columns = ", ".join(f"deadlines.{name}" for name in DEADLINE_COLUMNS)
        rows = self._database.rows(
            f"SELECT {columns} FROM deadlines JOIN cases ON cases.id = case_row"
            " WHERE case_id = ? ORDER BY no",
            (case_id,),
        )
        return [
            msgspec.convert(dict(zip(DEADLINE_COLUMNS, row, strict=True)), type=DeadlineRow, strict=False)
            for row in rows
        ]


def _sort_columns(name: str) -> list[Any]:
    """Numbers sort as numbers: by the year of their series, then by serial, so that 10号 follows 9号."""
    if name == "number":
        return [peewee.fn.SUBSTR(CASES.received_on, 1, 4), CASES.serial]
    return [getattr(CASES, SORTS[name])]


def _conditions(database: Database, chosen: CaseFilter, today: dt.date) -> list[Any]:
    if chosen.group not in STAGE_GROUPS or chosen.due not in DUE_CHOICES:
        raise ValueError(f"no such filter: {chosen.group!r} {chosen.due!r}")
    found: list[Any] = [peewee.SQL("1")]
    if chosen.group != "all":
        found.append(CASES.is_open == int(chosen.group == "open"))
    for column, values in (
        (CASES.kind, chosen.kinds),
        (CASES.phase, chosen.phases),
        (CASES.stage, chosen.stages),
        (CASES.channel, chosen.channels),
        (CASES.category, chosen.categories),
    ):
        if values:
            found.append(column.in_(values))
    if chosen.received_from is not None:
        found.append(CASES.received_on >= chosen.received_from.isoformat())
    if chosen.received_to is not None:
        found.append(CASES.received_on <= chosen.received_to.isoformat())
    found.extend(_due_conditions(chosen.due, today))
    matching = condition(database, CASES.id, chosen.text)
    if matching is not None:
        found.append(matching)
    elif chosen.text.strip():
        found.append(peewee.SQL("0"))  # only characters that are never indexed: nothing can match
    return found


def _due_conditions(due: str, today: dt.date) -> list[Any]:
    if not due:
        return []
    open_and_due = [CASES.is_open == 1, CASES.due_on.is_null(False)]
    day = today.isoformat()
    if due == "overdue":
        return [*open_and_due, CASES.due_on < day]
    if due == "today":
        return [*open_and_due, CASES.due_on == day]
    sunday = today + dt.timedelta(days=_DAYS_TO_SUNDAY - today.weekday())
    return [*open_and_due, CASES.due_on >= day, CASES.due_on <= sunday.isoformat()]
