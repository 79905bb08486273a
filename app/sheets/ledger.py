"""Lists out: the case ledger as a real .xlsx that any table program opens, sorts and prints.

openpyxl is imported when a ledger is written, not when the program starts: it costs a fifth of a second.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal
from zipfile import ZIP_DEFLATED, ZipFile

from app.domain.dates import SHANGHAI
from app.domain.errors import UserError
from app.system.atomic_files import atomic_writer

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Kind = Literal["text", "id", "date", "datetime", "money", "number"]
LedgerValue = str | int | Decimal | dt.date | dt.datetime | None

MAX_CELL_CHARACTERS = 32_767
MAX_LEDGER_ROWS = 1_000_000
PROGRESS_EVERY = 200

_CUT = "……（内容过长，已截断）"
# Excel counts 1900 as a leap year; a day before this one would come out as its neighbour.
_FIRST_SAFE_DAY = dt.date(1900, 3, 1)
_FORMATS: dict[Kind, str] = {
    "text": "General",
    "id": "@",
    "date": "yyyy-mm-dd",
    "datetime": "yyyy-mm-dd hh:mm",
    "money": "#,##0.00",
    "number": "General",
}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# What a table program, or the one that gets the list after it, would take for the start of a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
# Excel writes characters XML cannot hold as _x000D_; a text that looks so must say it means itself.
_ESCAPE_LOOKALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SHEET_NAME_ILLEGAL = re.compile(r"[\[\]:*?/\\\x00-\x1f']")
_HEADER_ROW = 3


@dataclass(frozen=True, slots=True)
class LedgerColumn:
    """One column: its header, its width in characters, and what its values are.

    Values by kind: text/id str; date datetime.date; datetime aware datetime; money int cents (分); number
    int or Decimal. None is an empty cell.
    """

    title: str
    width: float
    kind: Kind


def write_ledger(
    path: Path,
    columns: Sequence[LedgerColumn],
    rows: Iterable[Sequence[LedgerValue]],
    *,
    title: str,
    office: str,
    made_at: dt.datetime,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write `rows` under a title row, an office-and-date row and a frozen header; return how many.

    The file appears at `path` whole and on disk, or not at all: an exception from `rows` or `progress`
    (which gets the rows done so far; raising is how to cancel) passes through and leaves what was there.
    Raises EnvironmentProblem when the disk refuses, UserError above a million rows.
    """
    with atomic_writer(path, f"保存“{path.name}”") as file:
        return _Book(file, path, columns, title, office, made_at).write(rows, progress)


def readable_text(text: str) -> str:
    """`text` as a cell can hold it: line ends `\\n`, no character XML forbids, at most 32,767 units long."""
    text = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _units(text) <= MAX_CELL_CHARACTERS:
        return text
    while _units(text) > MAX_CELL_CHARACTERS - len(_CUT):
        text = text[: len(text) - max(1, (_units(text) - MAX_CELL_CHARACTERS + len(_CUT)) // 2)]
    return text + _CUT


def sheet_name(title: str) -> str:
    """`title` as a sheet may be called: 31 characters at most, none of [ ] : * ? / \\ '."""
    return _SHEET_NAME_ILLEGAL.sub("", readable_text(title)).strip()[:31] or "台账"


def _units(text: str) -> int:
    # Excel counts UTF-16 units: a rare character such as 𬭎 is two.
    return len(text) + sum(character > "\uffff" for character in text)


class _Book:
    """One workbook with one sheet, written row by row."""

    def __init__(
        self,
        file: BinaryIO,
        path: Path,
        columns: Sequence[LedgerColumn],
        title: str,
        office: str,
        made_at: dt.datetime,
    ) -> None:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell

        self._file = file
        self._path = path
        self._columns = columns
        self._title = title
        self._office = office
        self._made_at = made_at.astimezone(SHANGHAI)
        self._book = Workbook(write_only=True)
        self._book.properties.created = self._made_at.replace(tzinfo=None)
        self._book.properties.creator = readable_text(office)
        self._book.properties.title = readable_text(title)
        self._sheet: WriteOnlyWorksheet = self._book.create_sheet(sheet_name(title))
        self._cell_class = WriteOnlyCell
        self._styles: dict[str, Any] = {}

    def write(self, rows: Iterable[Sequence[LedgerValue]], progress: Callable[[int], None] | None) -> int:
        """All rows, then the parts that need their number; returns the number of rows."""
        self._lay_out()
        done = False
        try:
            self._collect_rows_beside(self._path)
            self._sheet._writer.write_top()
            self._headings()
            count = 0
            for row in rows:
                if count == MAX_LEDGER_ROWS:
                    raise UserError(f"清单超过 {MAX_LEDGER_ROWS} 行，一张表放不下，请缩小范围后分几次导出。")
                self._sheet.append(self._cells(row))
                count += 1
                if progress is not None and count % PROGRESS_EVERY == 0:
                    progress(count)
            if progress is not None:
                progress(count)
            last = self._letter(len(self._columns))
            self._sheet.auto_filter.ref = f"A{_HEADER_ROW}:{last}{_HEADER_ROW + count}"
            self._save()
            done = True
        finally:
            if not done:
                self._discard()
        return count

    def _collect_rows_beside(self, target: Path) -> None:
        """Have the rows collected next to the target and not in the system's temporary directory.

        They hold names and telephone numbers, and everything else in this program that does is either
        encrypted or stands where the user said.
        """
        from openpyxl.worksheet import _writer

        rows = target.with_name(f"{target.name}.{secrets.token_hex(4)}.rows.part")
        rows.touch(mode=0o600, exist_ok=False)
        _writer.ALL_TEMP_FILES.append(str(rows))
        self._sheet._writer = _writer.WorksheetWriter(self._sheet, str(rows))

    def _save(self) -> None:
        from openpyxl.writer.excel import ExcelWriter

        # Workbook.save leaves the archive open when the disk fails, to complain when it is collected.
        with ZipFile(self._file, "w", ZIP_DEFLATED) as archive:
            ExcelWriter(self._book, archive).save()

    def _discard(self) -> None:
        """Remove the collected rows after a failure; after a success openpyxl has done so."""
        writer = self._sheet._writer
        if writer is None or not Path(writer.out).exists():
            return
        try:
            if not self._sheet.closed:
                self._sheet.close()
        finally:
            writer.cleanup()

    def _lay_out(self) -> None:
        from openpyxl.worksheet.properties import PageSetupProperties

        sheet = self._sheet
        for number, column in enumerate(self._columns, start=1):
            sheet.column_dimensions[self._letter(number)].width = column.width
        sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
        sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.oddFooter.center.text = "第 &P 页 / 共 &N 页"

    def _headings(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        day = self._made_at.strftime("%Y年%m月%d日 %H:%M")
        self._sheet.append([self._text(self._title, "title", font=Font(bold=True, size=16))])
        self._sheet.append(
            [self._text(f"制表单位：{self._office}　制表时间：{day}", "office", font=Font(size=10))]
        )
        thin = Side(style="thin", color="FF9CA3AF")
        look = {
            "font": Font(bold=True),
            "fill": PatternFill("solid", start_color="FFE5E7EB"),
            "border": Border(bottom=thin),
            "alignment": Alignment(horizontal="center", vertical="center", wrap_text=True),
        }
        self._sheet.append([self._text(column.title, "header", **look) for column in self._columns])

    def _cells(self, row: Sequence[LedgerValue]) -> list[Any]:
        if len(row) != len(self._columns):
            raise ValueError(f"{len(row)} values for {len(self._columns)} columns")
        pairs = zip(self._columns, row, strict=True)
        return [None if value is None else self._cell(column.kind, value) for column, value in pairs]

    def _cell(self, kind: Kind, value: str | int | Decimal | dt.date) -> Any:
        if kind in ("text", "id"):
            if not isinstance(value, str):
                raise TypeError(f"{kind} column got {type(value).__name__}")
            return self._text(value, kind, number_format=_FORMATS[kind])
        if kind in ("date", "datetime"):
            return self._date(kind, value)
        allowed = int if kind == "money" else (int, Decimal)
        if isinstance(value, bool) or not isinstance(value, allowed):
            raise TypeError(f"{kind} column got {type(value).__name__}")
        number = Decimal(value) / 100 if kind == "money" else value
        return self._styled(number, kind, number_format=_FORMATS[kind])

    def _date(self, kind: Kind, value: object) -> Any:
        if kind == "datetime":
            if not isinstance(value, dt.datetime) or value.tzinfo is None:
                raise TypeError("datetime column wants an aware datetime")
            moment: dt.date = value.astimezone(SHANGHAI).replace(tzinfo=None)
        elif isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            moment = value
        else:
            raise TypeError(f"date column got {type(value).__name__}")
        day = moment.date() if isinstance(moment, dt.datetime) else moment
        if day < _FIRST_SAFE_DAY:
            return self._text(moment.isoformat(), "id", number_format="@")
        return self._styled(moment, kind, number_format=_FORMATS[kind])

    def _text(self, text: str, style: str, **look: object) -> Any:
        text = readable_text(text)
        risky = text.startswith(_FORMULA_STARTS)
        cell = self._styled(None, f"{style}!" if risky else style, quotePrefix=risky, **look)
        # Past the setter, which would read "=1+1" as a formula and "#N/A" as an error.
        cell._value = _ESCAPE_LOOKALIKE.sub("_x005F_", text)
        cell.data_type = "s"
        return cell

    def _styled(self, value: object, style: str, **look: object) -> Any:
        cell = self._cell_class(self._sheet)
        if value is not None:
            cell.value = value
        known = self._styles.get(style)
        if known is None:
            # Setting a look registers fonts and formats each time; one style array a look is enough.
            for name, setting in look.items():
                setattr(cell, name, setting)
            self._styles[style] = cell._style
        else:
            cell._style = known
        return cell

    @staticmethod
    def _letter(number: int) -> str:
        from openpyxl.utils import get_column_letter

        return str(get_column_letter(number))
