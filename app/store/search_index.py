"""The full-text index: the only module that speaks FTS5, besides the migration that creates it.

One row a case, with a column for each kind of text. The index holds no text, only tokens; a row is
replaced as a whole. Merging its segments is left to `tidy`, when nobody waits for a save.
"""

from __future__ import annotations

from app.domain.casefile import CaseRow
from app.store.database import Database, Row
from app.store.pinyin import pinyin_tokens
from app.store.search_text import TEXT_FIELDS, tokens

FIELDS = (*TEXT_FIELDS, "pinyin")
MATCHING = "(SELECT rowid FROM search WHERE search MATCH ?)"
"""Sub-query for the row numbers of the cases that match an expression of app.store.search_text."""

_INSERT = f"INSERT INTO search (rowid, {', '.join(FIELDS)}) VALUES (?{', ?' * len(FIELDS)})"
_MERGE_PAGES = 500
_NO_MORE_WORK = 2


def index_values(row: CaseRow) -> Row:
    """The token text of each column of `FIELDS`."""
    texts = row.search_texts
    unknown = texts.keys() - set(TEXT_FIELDS)
    if unknown:
        raise ValueError(f"no search field for {sorted(unknown)}")
    return (
        *(tokens(texts.get(name, ())) for name in TEXT_FIELDS),
        pinyin_tokens(texts.get("name", ())),
    )


def add_row(database: Database, case_row: int, row: CaseRow) -> None:
    """Index a case that is not in the index."""
    database.sql(_INSERT, (case_row, *index_values(row)))


def remove_row(database: Database, case_row: int) -> None:
    """Take a case out of the index."""
    database.sql("DELETE FROM search WHERE rowid = ?", (case_row,))


def clear(database: Database) -> None:
    """Empty the index."""
    database.sql("INSERT INTO search (search) VALUES ('delete-all')")


def optimise(database: Database) -> None:
    """Merge everything into one segment; for the end of a rebuild."""
    database.sql("INSERT INTO search (search) VALUES ('optimize')")


def tidy(database: Database) -> bool:
    """Merge a little (some ten milliseconds); True while more could be done. A transaction of its own."""
    with database.transaction():
        before = database.value("SELECT total_changes()")
        database.sql("INSERT INTO search (search, rank) VALUES ('merge', ?)", (_MERGE_PAGES,))
        return bool(database.value("SELECT total_changes()") - before >= _NO_MORE_WORK)


def rows_matching(database: Database, expression: str, limit: int) -> list[int]:
    """The newest cases that match, at most `limit`."""
    found = database.rows(
        "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?", (expression, limit)
    )
    return [row for (row,) in found]
