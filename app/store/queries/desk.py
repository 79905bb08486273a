"""What the 工作台 shows: a few figures, and the work in the order it is due."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.store.database import Database, Row
from app.store.queries.cases import LIST_COLUMNS


class DeskCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of today. Open means neither closed, filed nor 作废; money in cents; 作废 cases never count."""

    open: int
    due_today: int
    overdue: int
    awaiting_performance: int
    received_this_month: int
    recovered_this_year: int


class DeskQueries:
    """Reads the projections of one store for the 工作台. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self, today: dt.date) -> DeskCounts:
        """Every figure as of `today`."""
        day = today.isoformat()
        opened, awaiting = self._database.row(
            "SELECT COUNT(*), COUNT(*) FILTER (WHERE phase = 'agreed') FROM cases WHERE is_open = 1"
        ) or (0, 0)
        due_today, overdue = self._database.row(
            "SELECT COUNT(*) FILTER (WHERE due_on = ?), COUNT(*) FILTER (WHERE due_on < ?)"
            " FROM cases WHERE is_open = 1 AND due_on IS NOT NULL AND due_on <= ?",
            (day, day, day),
        ) or (0, 0)
        received = self._database.value(
            "SELECT COUNT(*) FROM cases WHERE received_on BETWEEN ? AND ? AND phase <> 'void'",
            (today.replace(day=1).isoformat(), day),
        )
        recovered = self._database.value(
            "SELECT SUM(recoveries.amount) FROM recoveries JOIN cases USING (case_id)"
            " WHERE day BETWEEN ? AND ? AND phase <> 'void'",
            (today.replace(month=1, day=1).isoformat(), day),
        )
        return DeskCounts(
            open=opened,
            due_today=due_today,
            overdue=overdue,
            awaiting_performance=awaiting,
            received_this_month=received,
            recovered_this_year=recovered or 0,
        )

    def worklist(self, limit: int) -> list[Row]:
        """Open cases as tuples of `LIST_COLUMNS`, the earliest due date first and then the oldest.

        Cases whose clocks all stand or are met come last.
        """
        columns = ", ".join(LIST_COLUMNS)
        dated = self._database.rows(
            f"SELECT {columns} FROM cases WHERE is_open = 1 AND due_on IS NOT NULL"
            " ORDER BY due_on, received_on, id LIMIT ?",
            (limit,),
        )
        undated = self._database.rows(
            f"SELECT {columns} FROM cases WHERE is_open = 1 AND due_on IS NULL"
            " ORDER BY received_on, id LIMIT ?",
            (limit - len(dated),),
        )
        return dated + undated
