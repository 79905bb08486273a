"""The result of an import as a table, so that damaged rows can be sent back to whoever exported them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.sheets.ledger import LedgerColumn, LedgerValue, write_ledger
from app.sheets.order_sheet import OrderSheet

_WIDE_FIELDS = frozenset({"content", "demand", "feedback"})


@dataclass(frozen=True, slots=True)
class RowVerdict:
    """What became of one row: the word for it (新增、已有、损坏…) and the reason, which may be empty."""

    row_number: int
    verdict: str
    reason: str


def write_row_report(
    path: Path, sheet: OrderSheet, verdicts: Sequence[RowVerdict], *, office: str, made_at: dt.datetime
) -> int:
    """Write one line per verdict, in their order, with the original cells beside it; return how many.

    A verdict on a row the sheet does not have is a ValueError. Disk errors as in `write_ledger`.
    """
    wide = {sheet.mapping[field] for field in _WIDE_FIELDS if field in sheet.mapping}
    columns = [
        LedgerColumn("原表行号", 10, "number"),
        LedgerColumn("结果", 10, "text"),
        LedgerColumn("原因", 48, "text"),
        *(LedgerColumn(header, 48 if header in wide else 18, "id") for header in sheet.headers),
    ]
    title = f"导入结果：{sheet.source}" + (f"（{sheet.sheet}）" if sheet.sheet else "")
    return write_ledger(path, columns, _lines(sheet, verdicts), title=title, office=office, made_at=made_at)


def _lines(sheet: OrderSheet, verdicts: Sequence[RowVerdict]) -> Iterator[list[LedgerValue]]:
    rows = {row.row_number: row for row in sheet.rows}
    for verdict in verdicts:
        row = rows.get(verdict.row_number)
        if row is None:
            raise ValueError(f"no row {verdict.row_number} in {sheet.source}")
        cells = [row.raw.get(header, "") for header in sheet.headers]
        yield [verdict.row_number, verdict.verdict, verdict.reason, *cells]
