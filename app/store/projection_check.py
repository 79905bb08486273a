"""Whether the tables that lists read still say what the log says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from app.domain.casefile import CaseRow
from app.domain.events import StoredEvent, decode
from app.domain.numbering import series_uses
from app.domain.recovery import recovered
from app.store.database import Database, Row
from app.store.projections import (
    CASE_COLUMNS,
    DEADLINE_COLUMNS,
    Projections,
    case_values,
    deadline_values,
)
from app.store.rebuild import streams
from app.store.search_index import FIELDS, index_values, recent

_MOST = 200
_MASK = (1 << 64) - 1


def projection_findings(
    database: Database, projections: Projections, progress: Callable[[int], None]
) -> list[str]:
    """Every difference between the fold of the log and the projection tables, as sentences."""
    findings: list[str] = []
    indexed = _indexed(database)
    projected = {case_id for (case_id,) in database.rows("SELECT case_id FROM cases")}
    numbers: dict[tuple[str, str, int], int] = {}
    money: Counter[tuple[str, str, str]] = Counter()
    done = 0
    for stream, history in streams(database):
        _count(history, numbers, money)
        row = projections.fold(stream, history)
        if row is not None:
            projected.discard(stream)
            findings += _case_findings(database, row, history, indexed)
        done += len(history)
        progress(done)
        if len(findings) >= _MOST:
            return findings
    findings += [f"列表中的案件 {case_id} 在记录中不存在，请重建列表。" for case_id in sorted(projected)]
    if indexed:
        findings.append(f"检索索引多出 {len(indexed)} 条，请重建列表。")
    if numbers != _stored_numbers(database):
        findings.append("已用编号与记录不符，请重建列表。")
    if money != _stored_money(database):
        findings.append("挽回金额与记录不符，请重建列表。")
    return findings


def _case_findings(
    database: Database, row: CaseRow, history: list[StoredEvent], indexed: dict[int, int]
) -> list[str]:
    label = row.number or row.case_id
    stored = database.row(
        f"SELECT id, {', '.join(CASE_COLUMNS)} FROM cases WHERE case_id = ?", (row.case_id,)
    )
    if stored is None:
        return [f"案件 {label} 不在列表中，请重建列表。"]
    case_row = stored[0]
    wrong = [
        name
        for name, expected, found in zip(CASE_COLUMNS, case_values(row, history), stored[1:], strict=True)
        if expected != found
    ]
    first = database.value("SELECT MIN(pos) FROM events WHERE stream = ?", (row.case_id,))
    if case_row != first:
        wrong.append("id")
    if _column(database, "SELECT state FROM case_states WHERE case_row = ?", case_row) != [row.state]:
        wrong.append("state")
    if _deadlines(database, case_row) != [deadline_values(deadline) for deadline in row.deadlines]:
        wrong.append("deadlines")
    attached = _column(database, "SELECT sha256 FROM case_attachments WHERE case_row = ?", case_row)
    if sorted(attached) != sorted(set(row.attachments)):
        wrong.append("attachments")
    if indexed.pop(case_row, 0) != _digest_of(index_values(row.search_texts)):
        wrong.append("search")
    return [f"案件 {label} 的列表内容（{'、'.join(wrong)}）与记录不符，请重建列表。"] if wrong else []


def _column(database: Database, query: str, case_row: int) -> list[str]:
    return [value for (value,) in database.rows(query, (case_row,))]


def _deadlines(database: Database, case_row: int) -> list[Row]:
    columns = ", ".join(DEADLINE_COLUMNS)
    return database.rows(f"SELECT {columns} FROM deadlines WHERE case_row = ? ORDER BY no", (case_row,))


def _indexed(database: Database) -> dict[int, int]:
    """One number for each case over all tokens it is found by, in whatever order they come."""
    found: dict[int, int] = {}
    for case_row, term, column, offset in database.stream("SELECT doc, term, col, offset FROM search_terms"):
        found[case_row] = (found.get(case_row, 0) + hash((term, column, offset))) & _MASK
    for case_row, texts in recent(database).items():
        found[case_row] = _digest_of(index_values(texts))
    return found


def _digest_of(values: Row) -> int:
    """The same number from the token texts of a case."""
    total = 0
    for column, text in zip(FIELDS, values, strict=True):
        for offset, term in enumerate(text.split(" ") if text else ()):
            total += hash((term, column, offset))
    return total & _MASK


def _count(
    history: list[StoredEvent], numbers: dict[tuple[str, str, int], int], money: Counter[tuple[str, str, str]]
) -> None:
    for stored in history:
        event = decode(stored)
        for use in series_uses(event):
            key = (stored.node, use.series, use.year)
            numbers[key] = max(numbers.get(key, 0), use.serial)
        came_in = recovered(event)
        if came_in is not None:
            for name in ("amount", "extra", "relief"):
                money[stored.stream, came_in.on.isoformat(), name] += getattr(came_in, name)


def _stored_numbers(database: Database) -> dict[tuple[str, str, int], int]:
    rows = database.rows("SELECT node, series, year, last FROM series")
    return {(node, series, year): last for node, series, year, last in rows}


def _stored_money(database: Database) -> Counter[tuple[str, str, str]]:
    rows = database.rows(
        "SELECT case_id, day, SUM(amount), SUM(extra), SUM(relief) FROM recoveries GROUP BY case_id, day"
    )
    return Counter(
        {
            (case_id, day, name): cents
            for case_id, day, *sums in rows
            for name, cents in zip(("amount", "extra", "relief"), sums, strict=True)
        }
    )
