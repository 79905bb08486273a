"""Which header means which of our fields: the synonym table, read from a data file.

Offices and platforms name the same column differently, and the county can widen the list without a new
program, so the names live in `resources/texts/order_columns.toml` and only the way of comparing is code.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

FIELD_NAMES = (
    "external_no",
    "kind",
    "channel",
    "complainant_name",
    "complainant_phone",
    "complainant_address",
    "complainant_id_no",
    "respondent_name",
    "respondent_address",
    "respondent_phone",
    "demand",
    "problem",
    "content",
    "place",
    "category",
    "amount",
    "received",
    "platform_status",
    "office",
    "department",
    "feedback",
)

OrderNumberRule = Literal["12315", "free"]

_IGNORED_CHARACTERS = re.compile(r"[\s*:;、。\u200b-\u200f\u2060\ufeff]+")
_TRAILING_BRACKET = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]$")


@dataclass(frozen=True, slots=True)
class Layout:
    """A known kind of file. `order_number` says whether every 登记编号 must be a 12315 number."""

    id: str
    label: str
    order_number: OrderNumberRule
    headers: frozenset[str]


@dataclass(frozen=True, slots=True)
class ColumnBook:
    """The synonym table in comparable form. Make one with `load_column_book`."""

    labels: Mapping[str, str]
    ranks: Mapping[str, tuple[str, int]]
    layouts: tuple[Layout, ...]
    generic: Layout
    anchors: frozenset[str]
    least_fields: int
    totals: tuple[str, ...]
    footers: tuple[str, ...]

    def field_of(self, header: str) -> tuple[str, int] | None:
        """Our field for a header text and its rank (0 = the best name), or None for an unknown column."""
        folded = fold_header(header)
        return self.ranks.get(folded) or self.ranks.get(_TRAILING_BRACKET.sub("", folded))

    def assign(self, headers: Sequence[str]) -> dict[str, int]:
        """Field -> column index. Each field takes the column with the best synonym, the left one on a tie."""
        best: dict[str, tuple[int, int]] = {}
        for column, header in enumerate(headers):
            found = self.field_of(header) if header else None
            if found is None:
                continue
            field, rank = found
            if field not in best or rank < best[field][0]:
                best[field] = (rank, column)
        return {field: column for field, (_, column) in sorted(best.items(), key=lambda item: item[1][1])}

    def is_header(self, assigned: Iterable[str]) -> bool:
        """Whether so many of our fields in one row make it a header row and not a row of data."""
        fields = set(assigned)
        return len(fields) >= self.least_fields and bool(fields & self.anchors)

    def layout_of(self, headers: Iterable[str]) -> Layout:
        """The known layout whose headers are all there, else the generic one."""
        present = {form for header in headers if header for form in _forms(header)}
        known = [layout for layout in self.layouts if layout.headers <= present]
        return max(known, key=lambda layout: len(layout.headers), default=self.generic)


def fold_header(text: str) -> str:
    """A header in the form in which headers are compared: half-width, no space, no star or colon."""
    return _IGNORED_CHARACTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def load_column_book(text: str) -> ColumnBook:
    """Read the synonym table. A mistake in the file is a ValueError: the file is ours or the county's."""
    data = tomllib.loads(text)
    if data.get("version") != 1:
        raise ValueError(f"order columns: unknown version {data.get('version')!r}")
    labels: dict[str, str] = {}
    ranks: dict[str, tuple[str, int]] = {}
    for field, entry in data["fields"].items():
        if field not in FIELD_NAMES:
            raise ValueError(f"order columns: unknown field {field!r}")
        labels[field] = str(entry["label"])
        for rank, header in enumerate(entry["headers"]):
            folded = fold_header(header)
            if folded in ranks:
                raise ValueError(f"order columns: {header!r} stands for both {ranks[folded][0]} and {field}")
            ranks[folded] = (field, rank)
    return ColumnBook(
        labels=labels,
        ranks=ranks,
        layouts=tuple(_layout(entry) for entry in data["layouts"]),
        generic=_layout(data["generic"]),
        anchors=frozenset(data["header"]["anchors"]),
        least_fields=int(data["header"]["least_fields"]),
        totals=tuple(fold_header(word) for word in data["rows"]["totals"]),
        footers=tuple(data["rows"]["footers"]),
    )


def _forms(header: str) -> tuple[str, str]:
    folded = fold_header(header)
    return folded, _TRAILING_BRACKET.sub("", folded)


def _layout(entry: Mapping[str, Any]) -> Layout:
    rule = entry["order_number"]
    if rule not in ("12315", "free"):
        raise ValueError(f"order columns: unknown order_number rule {rule!r}")
    return Layout(
        id=str(entry["id"]),
        label=str(entry["label"]),
        order_number=rule,
        headers=frozenset(fold_header(header) for header in entry.get("headers", [])),
    )
