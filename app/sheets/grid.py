"""A sheet as rows of values, whatever kind of file it came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

CellValue = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta

# One merged range: first row, first column, last row, last column, counted from 0.
Merge = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. `read_rows` gives the rows from the very first one, each time anew."""

    name: str
    read_rows: Callable[[], Iterator[Sequence[CellValue]]]
    merges: tuple[Merge, ...] = ()
    formulas: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    errors: frozenset[tuple[int, int]] = field(default_factory=frozenset)
