"""Workbooks as grids: .xlsx through calamine, .xls through our own reader of its records.

calamine allocates a dense block from the first to the last cell of a sheet and gives up by a Rust panic
where a file contradicts itself, so nothing reaches it that `container` and `parts` have not passed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.sheets.biff import EncryptedWorkbook, OlderWorkbook, TooManyCells, read_biff
from app.sheets.container import (
    GuardedZip,
    damaged,
    not_a_workbook,
    password_protected,
    too_large,
)
from app.sheets.grid import CellValue, Grid, Merge
from app.sheets.ole import DamagedContainer, OleContainer, is_encrypted_package, workbook_stream
from app.sheets.parts import SheetScan, SuspiciousPart, scan_sheets, sheet_parts

# 50,000 rows of the widest form we know (60 columns), at about 24 bytes a cell inside the reader.
MAX_CELLS = 3_000_000
MAX_CELLS_OF_BOOK = 8_000_000
MAX_MERGES = 20_000

_WORKBOOK_PARTS = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
_OTHER_KINDS = {
    "xl/workbook.bin": "是 .xlsb 二进制表格",
    "content.xml": "是 OpenDocument 文档",
    "word/document.xml": "是文字文档，不是表格",
    "ppt/presentation.xml": "是演示文稿，不是表格",
}


def read_xlsx(data: bytes, name: str) -> Iterator[Grid]:
    """The worksheets of an .xlsx file, visible ones first. UserError when it cannot be trusted or read."""
    archive = GuardedZip(data, name)
    if not archive.parts >= _WORKBOOK_PARTS:
        kind = next((words for part, words in _OTHER_KINDS.items() if part in archive.parts), "不是表格文件")
        raise not_a_workbook(name, kind)
    try:
        scans = scan_sheets(archive)
        parts = sheet_parts(archive)
    except SuspiciousPart as error:
        raise damaged(name) from error
    _judge_extents([(scan.rows, scan.columns) for scan in scans.values()], name)
    with _calamine_faults(name):
        book = CalamineWorkbook.from_filelike(BytesIO(data))
    for sheet_name in _worksheets(book, name):
        scan = scans.get(parts.get(sheet_name, ""))
        if scan is None:
            raise damaged(name)
        yield _grid(book, sheet_name, scan, name)


def read_xls(data: bytes, name: str) -> Iterator[Grid]:
    """The worksheets of an .xls file, visible ones first. UserError as in `read_xlsx`, or for a password."""
    try:
        container = OleContainer(data)
        if is_encrypted_package(container):
            raise password_protected(name)
        stream = workbook_stream(container)
        if stream is None:
            raise not_a_workbook(name)
        sheets = read_biff(stream)
    except EncryptedWorkbook as error:
        raise password_protected(name) from error
    except OlderWorkbook as error:
        raise not_a_workbook(name, "是 Excel 97 以前的旧格式") from error
    except TooManyCells as error:
        raise too_large(name, "的单元格过多") from error
    except (DamagedContainer, struct.error) as error:
        raise damaged(name) from error
    for sheet in sorted(sheets, key=lambda one: not one.visible):
        merges = tuple(sheet.merges[:MAX_MERGES])
        yield Grid(sheet.name, sheet.rows, merges, frozenset(sheet.formulas), frozenset(sheet.errors))


def _judge_extents(extents: Sequence[tuple[int, int]], name: str) -> None:
    for rows, columns in extents:
        if rows * columns > MAX_CELLS:
            raise too_large(name, f"的表格范围过大（{rows} 行 × {columns} 列），可能在很远的地方有多余的内容")
    if sum(rows * columns for rows, columns in extents) > MAX_CELLS_OF_BOOK:
        raise too_large(name, "的工作表加起来过大")


def _worksheets(book: CalamineWorkbook, name: str) -> list[str]:
    with _calamine_faults(name):
        sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    sheets.sort(key=lambda sheet: sheet.visible != SheetVisibleEnum.Visible)
    return [sheet.name for sheet in sheets]


def _grid(book: CalamineWorkbook, sheet_name: str, scan: SheetScan, name: str) -> Grid:
    with _calamine_faults(name):
        sheet = book.get_sheet_by_name(sheet_name)
        merges = _merges(sheet)

    def rows() -> Iterator[Sequence[CellValue]]:
        with _calamine_faults(name):
            iterator = sheet.iter_rows()
        while True:
            with _calamine_faults(name):
                row = next(iterator, None)
            if row is None:
                return
            yield row

    return Grid(sheet_name, rows, merges, frozenset(scan.formulas), frozenset(scan.errors))


def _merges(sheet: CalamineSheet) -> tuple[Merge, ...]:
    ranges = sheet.merged_cell_ranges or []
    return tuple((first[0], first[1], last[0], last[1]) for first, last in ranges[:MAX_MERGES])


@contextmanager
def _calamine_faults(name: str) -> Iterator[None]:
    try:
        yield
    except PasswordError as error:
        raise password_protected(name) from error
    except (CalamineError, ValueError, OverflowError, OSError) as error:
        raise damaged(name) from error
    except BaseException as error:
        # pyo3 raises a panic of Rust as a class that derives from BaseException and cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(name) from error
