"""The full-text index: the only module that speaks FTS5, besides the migration that creates it.

Indexing a case costs more than all the rest of a save. So a save only lays the texts into the table
`search_recent`, in the same transaction; a search scans those few rows and asks the index for the
others. `tidy` moves them into the index when nobody waits; at the latest the save that fills the table.
The index holds no text, only tokens, one row a case with a column for each kind of text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
import peewee

from app.store.database import Database, Row
from app.store.pinyin import pinyin_tokens
from app.store.search_scan import Texts, matches
from app.store.search_text import TEXT_FIELDS, match_expression, tokens

FIELDS = (*TEXT_FIELDS, "pinyin")
MOST_RECENT = 64
MOST_AFTER_IMPORT = 2000

_INSERT = f"INSERT INTO search (rowid, {', '.join(FIELDS)}) VALUES (?{', ?' * len(FIELDS)})"
_INDEXED = (
    "SELECT rowid FROM search WHERE search MATCH ? AND rowid NOT IN (SELECT case_row FROM search_recent)"
)
_MERGE_PAGES = 500
_NO_MORE_WORK = 2
_DECODER = msgspec.json.Decoder(dict[str, tuple[str, ...]])


def index_values(texts: Texts) -> Row:
    """The token text of each column of `FIELDS`."""
    unknown = texts.keys() - set(TEXT_FIELDS)
    if unknown:
        raise ValueError(f"no search field for {sorted(unknown)}")
    return (
        *(tokens(texts.get(name, ())) for name in TEXT_FIELDS),
        pinyin_tokens(texts.get("name", ())),
    )


def put(database: Database, case_row: int, texts: Texts) -> None:
    """Make a case findable by these texts and by no others; part of the save."""
    lay(database, [(case_row, texts)])
    settle(database)


def settle(database: Database) -> None:
    """Move some texts into the index when many wait; a save never has to move all that an import left."""
    if int(database.value("SELECT COUNT(*) FROM search_recent")) >= MOST_RECENT:
        absorb(database)


def settle_import(database: Database) -> None:
    """Leave no more than `MOST_AFTER_IMPORT` texts for `tidy`; a search scans those in some hundredths."""
    waiting = int(database.value("SELECT COUNT(*) FROM search_recent"))
    if waiting > MOST_AFTER_IMPORT:
        absorb(database, waiting - MOST_AFTER_IMPORT)


def lay(database: Database, cases: Iterable[tuple[int, Texts]]) -> None:
    """Like `put` for many cases at once; `settle` must follow."""
    database.many(
        "INSERT INTO search_recent (case_row, texts) VALUES (?, ?)"
        " ON CONFLICT (case_row) DO UPDATE SET texts = excluded.texts",
        [(case_row, msgspec.json.encode(texts).decode()) for case_row, texts in cases],
    )


def absorb(database: Database, most: int = MOST_RECENT) -> int:
    """Move up to `most` texts into the index, inside a transaction; how many cases there were."""
    rows = database.rows("SELECT case_row, texts FROM search_recent ORDER BY case_row LIMIT ?", (most,))
    for case_row, texts in rows:
        database.sql("DELETE FROM search WHERE rowid = ?", (case_row,))
        database.sql(_INSERT, (case_row, *index_values(_DECODER.decode(texts))))
    database.many("DELETE FROM search_recent WHERE case_row = ?", [(case_row,) for case_row, _ in rows])
    return len(rows)


def tidy(database: Database) -> bool:
    """A little upkeep (some ten milliseconds); True while more could be done. A transaction of its own."""
    with database.transaction():
        if absorb(database):
            return True
        before = database.value("SELECT total_changes()")
        database.sql("INSERT INTO search (search, rank) VALUES ('merge', ?)", (_MERGE_PAGES,))
        return bool(database.value("SELECT total_changes()") - before >= _NO_MORE_WORK)


def clear(database: Database) -> None:
    """Empty the index; for the beginning of a rebuild."""
    database.sql("DELETE FROM search_recent")
    database.sql("INSERT INTO search (search) VALUES ('delete-all')")


def optimise(database: Database) -> None:
    """Bring everything into one segment; for the end of a rebuild."""
    while absorb(database):
        pass
    database.sql("INSERT INTO search (search) VALUES ('optimize')")


def recent(database: Database) -> dict[int, Texts]:
    """The texts of the cases saved last, which the index does not know yet."""
    rows = database.rows("SELECT case_row, texts FROM search_recent")
    return {case_row: _DECODER.decode(texts) for case_row, texts in rows}


def condition(database: Database, column: Any, query: str) -> Any:
    """The condition that `column`, a case's row number, matches a query; None for a query without words."""
    expression = match_expression(query)
    if not expression:
        return None
    indexed = column.in_(peewee.SQL(f"({_INDEXED})", (expression,)))
    scanned = _scanned(database, query, ())
    return indexed | column.in_(scanned) if scanned else indexed


def newest_matching(database: Database, query: str, fields: tuple[str, ...], limit: int) -> list[int]:
    """The newest cases that match in some fields, at most `limit`."""
    expression = match_expression(query, fields)
    if not expression:
        return []
    rows = database.rows(f"{_INDEXED} ORDER BY rowid DESC LIMIT ?", (expression, limit))
    found: Iterable[int] = [*_scanned(database, query, fields), *(row for (row,) in rows)]
    return sorted(found, reverse=True)[:limit]


def _scanned(database: Database, query: str, fields: tuple[str, ...]) -> list[int]:
    return [case_row for case_row, texts in recent(database).items() if matches(query, texts, fields)]
