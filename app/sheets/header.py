"""Finding the header of a sheet: title rows above it, merged cells in it and two-row headers included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from app.sheets.cells import clean_line, text_of
from app.sheets.columns import ColumnBook, fold_header
from app.sheets.grid import CellValue, Grid, Merge

# A header further down than this is a table inside a document, which a person should cut out first.
HEADER_SEARCH_ROWS = 100
_MAX_GROUPS = 200


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (0-based row, rows it takes), its texts per column, and what they mean."""

    row: int
    depth: int
    texts: tuple[str, ...]
    columns: dict[str, int]

    @property
    def first_data_row(self) -> int:
        """The 0-based row of the first possible order."""
        return self.row + self.depth


def find_header(grid: Grid, book: ColumnBook) -> Header | None:
    """The row that names most of our fields, the upper one on a tie; None when no row is a header."""
    rows = list(islice(grid.read_rows(), HEADER_SEARCH_ROWS))
    best: Header | None = None
    for index in range(len(rows)):
        for header in _candidates(grid, rows, index, book):
            if best is None or len(header.columns) > len(best.columns):
                best = header
    return best


def first_words(grid: Grid, rows: int = 3) -> str:
    """What the first filled rows contain, shortened, for the sentence that no header was found."""
    found: list[str] = []
    for row in islice(grid.read_rows(), HEADER_SEARCH_ROWS):
        words = [clean_line(text_of(value)) for value in row if value != ""]
        if any(words):
            found.append("、".join(word[:12] for word in words if word)[:40])
        if len(found) == rows:
            break
    return "；".join(found)


def _candidates(
    grid: Grid, rows: Sequence[Sequence[CellValue]], index: int, book: ColumnBook
) -> list[Header]:
    upper = _texts(rows[index])
    headers = [_header(index, 1, upper, book)]
    below = _texts(rows[index + 1]) if index + 1 < len(rows) else ()
    wide = [
        (top, first, bottom, last)
        for top, first, bottom, last in grid.merges
        if top == bottom == index and first < last and first < len(upper)
    ]
    if len(wide) <= _MAX_GROUPS and any(any(below[first : last + 1]) for _, first, _, last in wide):
        headers.append(_header(index, 2, _joined(upper, below, wide), book))
    return [header for header in headers if header is not None]


def _header(index: int, depth: int, texts: tuple[str, ...], book: ColumnBook) -> Header | None:
    columns = book.assign(texts)
    return Header(index, depth, texts, columns) if book.is_header(columns) else None


def _joined(upper: Sequence[str], below: Sequence[str], wide: Sequence[Merge]) -> tuple[str, ...]:
    """One text per column of a two-row header: 经营者 over 名称 is 经营者名称, a tall cell is itself."""
    group: dict[int, str] = {}
    for _, first, _, last in wide:
        group |= dict.fromkeys(range(first, min(last + 1, len(upper))), upper[first])
    width = max(len(upper), len(below))
    texts: list[str] = []
    for column in range(width):
        top = group.get(column, upper[column] if column < len(upper) else "")
        bottom = below[column] if column < len(below) else ""
        # A sub-header that repeats its group (经营者 over 经营者电话) is not doubled.
        joined = bottom if bottom and fold_header(bottom).startswith(fold_header(top)) else top + bottom
        texts.append(joined)
    return tuple(texts)


def _texts(row: Sequence[CellValue]) -> tuple[str, ...]:
    return tuple(clean_line(value) if isinstance(value, str) else clean_line(text_of(value)) for value in row)
