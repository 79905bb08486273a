"""Cases near one in hand, by one key each: telephone, person, shop, class of goods, words.

Every way in is an index with the day in it or the search index, so that it stays quick in a ledger of
hundreds of thousands; every list is bounded. What the nearness means is judged elsewhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from app.store.database import Database
from app.store.search_index import newest_matching
from app.store.search_text import normalise

_SHORTEST = 2
_KEYS = {"phone": "complainant_phone", "person": "complainant", "shop": "respondent", "category": "category"}
_VOID = "void"
_CONCLUDED = " AND outcome <> ''"


class Neighbour(msgspec.Struct, frozen=True, kw_only=True):
    """What lists know of a case, 作废 ones left out. Money in cents."""

    row: int
    case_id: str
    kind: str
    number: str
    external_no: str
    source: str
    received_on: dt.date
    complainant: str
    complainant_phone: str
    respondent: str
    category: str
    problem: str
    amount: int | None
    phase: str
    is_open: bool
    outcome: str
    recovered: int


_COLUMNS = (
    "id", "case_id", "kind", "number", "external_no", "source", "received_on", "complainant",
    "complainant_phone", "respondent", "category", "problem", "amount", "phase", "is_open", "outcome",
    "recovered",
)  # fmt: skip
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM cases"


class NeighbourQueries:
    """Reads the case projections of one store. Safe from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sharing(
        self,
        key: str,
        value: str,
        *,
        since: dt.date | None = None,
        until: dt.date | None = None,
        limit: int = 200,
        concluded: bool = False,
    ) -> list[Neighbour]:
        """Cases with exactly this telephone, person, shop or category (`key`), the newest first.

        `since` and `until` are 收到日期, inclusive; `concluded` leaves out those without an outcome. KeyError
        for another key.
        """
        column = _KEYS[key]
        if not value:
            return []
        # The second condition is that of the partial index.
        rows = self._database.rows(
            f"{_SELECT} WHERE {column} = ? AND {column} <> '' AND received_on BETWEEN ? AND ?"
            f" AND phase <> '{_VOID}'{_CONCLUDED if concluded else ''} ORDER BY received_on DESC LIMIT ?",
            (value, (since or dt.date.min).isoformat(), (until or dt.date.max).isoformat(), limit),
        )
        return [_neighbour(row) for row in rows]

    def holding(self, text: str, fields: tuple[str, ...], *, limit: int = 60) -> list[Neighbour]:
        """Cases in which one of these search fields holds `text`, the newest first; short texts find none."""
        if len(normalise(text)) < _SHORTEST:
            return []
        return self.of_rows(newest_matching(self._database, text, fields, limit))

    def of_rows(self, rows: Sequence[int]) -> list[Neighbour]:
        """Cases by row number, in the order asked."""
        found: dict[int, Neighbour] = {}
        for start in range(0, len(rows), 500):
            part = rows[start : start + 500]
            marks = ", ".join("?" * len(part))
            for row in self._database.rows(
                f"{_SELECT} WHERE id IN ({marks}) AND phase <> '{_VOID}'", tuple(part)
            ):
                found[row[0]] = _neighbour(row)
        return [found[row] for row in rows if row in found]

    def of_cases(self, case_ids: Iterable[str]) -> list[Neighbour]:
        """Cases by id, in the order asked; those that are gone or void are left out."""
        wanted = list(case_ids)
        found: dict[str, Neighbour] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ", ".join("?" * len(part))
            for row in self._database.rows(
                f"{_SELECT} WHERE case_id IN ({marks}) AND phase <> '{_VOID}'", tuple(part)
            ):
                found[row[1]] = _neighbour(row)
        return [found[one] for one in wanted if one in found]

    def states(self, rows: Sequence[int]) -> dict[int, str]:
        """The projected states of these cases as canonical JSON, by row number."""
        found: dict[int, str] = {}
        for start in range(0, len(rows), 500):
            part = rows[start : start + 500]
            marks = ", ".join("?" * len(part))
            found.update(
                self._database.rows(
                    f"SELECT case_row, state FROM case_states WHERE case_row IN ({marks})", tuple(part)
                )
            )
        return found


def _neighbour(row: tuple[object, ...]) -> Neighbour:
    fields = dict(zip(Neighbour.__struct_fields__, row, strict=True))
    fields["received_on"] = dt.date.fromisoformat(str(fields["received_on"]))
    fields["is_open"] = bool(fields["is_open"])
    return Neighbour(**fields)  # type: ignore[arg-type]
