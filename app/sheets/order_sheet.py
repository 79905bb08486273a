"""What was read from a work-order file: plain values for the preview, the import and the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.sheets.columns import OrderNumberRule


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One work order.

    `row_number` counts from 1 as the table program shows it. `fields` has cleaned text for every field the
    sheet has a column for (empty when the cell is); `raw` has the cell texts by header, uncleaned.
    `problems` are reasons why the row cannot be imported as it stands; `notes` only want to be seen.
    """

    row_number: int
    fields: Mapping[str, str]
    raw: Mapping[str, str]
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderSheet:
    """The orders of one sheet and how its columns were understood.

    `sheet` is empty for delimited text. `layout` is A…E or "generic", `layout_label` its Chinese name.
    `mapping` is our field -> header text, `ignored` the headers nothing was taken from, `headers` every
    column name in order as used in `OrderRow.raw`, `notes` what was left out and why.
    """

    source: str
    sheet: str
    layout: str
    layout_label: str
    order_number_rule: OrderNumberRule
    header_row: int
    mapping: Mapping[str, str]
    ignored: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[OrderRow, ...]
    notes: tuple[str, ...]
