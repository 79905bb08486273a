"""Cell values of old .xls workbooks (BIFF8), read record by record.

calamine reads .xls too, but a damaged or crafted file makes it ask for all the memory there is, and then
the whole program dies with the clerk's work in it. Here nothing is allocated that the file does not hold.
xlrd is no way out: docs/DEPENDENCIES.md says what small files do to it.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from app.sheets.biff_strings import Pieces, long_string, shared_strings, short_string
from app.sheets.grid import CellValue, Merge
from app.sheets.ole import DamagedContainer

_BOF, _EOF, _CONTINUE = 0x0809, 0x000A, 0x003C
_BIFF8 = 0x0600
_FILEPASS, _DATEMODE, _BOUNDSHEET, _FORMAT, _XF, _SST = 0x002F, 0x0022, 0x0085, 0x041E, 0x00E0, 0x00FC
_FORMULA, _STRING, _MERGECELLS = 0x0006, 0x0207, 0x00E5
_LABELSST, _LABEL, _RSTRING, _NUMBER, _RK, _MULRK, _BOOLERR = 0xFD, 0x204, 0xD6, 0x203, 0x27E, 0xBD, 0x205

# All rows an .xls sheet can have, with thirty columns filled.
MAX_CELLS = 2_000_000
# Number formats every workbook knows as dates or times, the East Asian ones included.
_BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_FORMAT_NOISE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[ymdhs]", re.IGNORECASE)
_EPOCH, _EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)


class EncryptedWorkbook(Exception):
    """The workbook asks for a password to open."""


class TooManyCells(Exception):
    """More cells than any list of work orders has; reading on would only fill the memory."""


class OlderWorkbook(Exception):
    """A format before Excel 97, which no platform has written for twenty years."""


@dataclass(slots=True)
class BiffSheet:
    """One worksheet: filled cells by row and column, counted from 0."""

    name: str
    visible: bool
    cells: dict[int, dict[int, CellValue]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)

    def rows(self) -> Iterator[Sequence[CellValue]]:
        """Every row from the first to the last filled one, as wide as its last filled cell."""
        for number in range(max(self.cells, default=-1) + 1):
            row = self.cells.get(number, {})
            yield [row.get(column, "") for column in range(max(row, default=-1) + 1)]


@dataclass(slots=True)
class _Globals:
    sheets: list[tuple[int, BiffSheet]] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    cell_formats: list[int] = field(default_factory=list)
    epoch: dt.date = _EPOCH

    def is_date(self, cell_format: int) -> bool:
        if cell_format >= len(self.cell_formats):
            return False
        code = self.cell_formats[cell_format]
        if code not in self.formats:
            return code in _BUILT_IN_DATES
        return _DATE_LETTERS.search(_FORMAT_NOISE.sub("", self.formats[code])) is not None


def read_biff(stream: bytes) -> list[BiffSheet]:
    """The worksheets of a workbook stream in the order of the book.

    Raises EncryptedWorkbook, OlderWorkbook, TooManyCells, or DamagedContainer for contradictory records.
    """
    try:
        shared = _read_globals(stream)
        unread = len(stream)
        for offset, sheet in shared.sheets:
            # Sheets do not overlap; a file that says so would have the same bytes read again and again.
            unread -= _SheetReader(sheet, shared).read(stream, offset)
            if unread < 0:
                raise DamagedContainer("sheets overlap")
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise DamagedContainer(str(error)) from error
    return [sheet for _, sheet in shared.sheets]


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, Pieces]]:
    """Records from `offset` on, each with the records that continue it."""
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        pieces = [stream[offset + 4 : offset + 4 + length]]
        offset += 4 + length
        while stream[offset : offset + 2] == b"\x3c\x00" and offset + 4 <= len(stream):
            (length,) = struct.unpack_from("<H", stream, offset + 2)
            pieces.append(stream[offset + 4 : offset + 4 + length])
            offset += 4 + length
        if offset > len(stream):
            raise DamagedContainer("record beyond the end")
        yield kind, pieces


def _read_globals(stream: bytes) -> _Globals:
    shared = _Globals()
    begun = False
    for kind, pieces in _records(stream, 0):
        body = pieces[0]
        if not begun:
            if kind != _BOF or struct.unpack_from("<H", body)[0] != _BIFF8:
                raise OlderWorkbook
            begun = True
        elif kind == _EOF:
            return shared
        elif kind == _FILEPASS:
            raise EncryptedWorkbook
        elif kind == _DATEMODE:
            shared.epoch = _EPOCH_1904 if struct.unpack_from("<H", body)[0] else _EPOCH
        elif kind == _BOUNDSHEET:
            offset, hidden, sheet_type = struct.unpack_from("<IBB", body)
            if sheet_type == 0:
                shared.sheets.append((offset, BiffSheet(short_string(body, 6), hidden & 3 == 0)))
        elif kind == _FORMAT:
            shared.formats[struct.unpack_from("<H", body)[0]] = long_string([body[2:], *pieces[1:]])
        elif kind == _XF:
            shared.cell_formats.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _SST:
            shared.strings = shared_strings(pieces)
    raise DamagedContainer("globals without an end")


class _SheetReader:
    """Takes the records of one worksheet and puts their values into it."""

    def __init__(self, sheet: BiffSheet, shared: _Globals) -> None:
        self._sheet = sheet
        self._shared = shared
        self._count = 0
        self._awaits_string: tuple[int, int] | None = None
        self._takers: dict[int, Callable[[Pieces], None]] = {
            _LABELSST: self._shared_string,
            _LABEL: self._own_string,
            _RSTRING: self._own_string,
            _NUMBER: self._number,
            _RK: self._packed_number,
            _MULRK: self._packed_numbers,
            _BOOLERR: self._bool_or_error,
            _FORMULA: self._formula,
            _STRING: self._formula_string,
            _MERGECELLS: self._merged,
        }

    def read(self, stream: bytes, offset: int) -> int:
        """Read the sheet that begins at `offset`; returns how many bytes it took."""
        depth = taken = 0
        for kind, pieces in _records(stream, offset):
            taken += sum(4 + len(piece) for piece in pieces)
            if kind == _BOF:
                depth += 1
            elif kind == _EOF:
                depth -= 1
            elif depth == 1 and kind in self._takers:
                self._takers[kind](pieces)
            if depth <= 0:
                break
        if depth != 0:
            raise DamagedContainer("sheet without an end")
        return taken

    def _put(self, row: int, column: int, value: CellValue) -> None:
        self._count += 1
        if self._count > MAX_CELLS:
            raise TooManyCells
        if value != "":
            self._sheet.cells.setdefault(row, {})[column] = value

    def _shared_string(self, pieces: Pieces) -> None:
        row, column, _, index = struct.unpack_from("<HHHI", pieces[0])
        self._put(row, column, self._shared.strings[index])

    def _own_string(self, pieces: Pieces) -> None:
        row, column = struct.unpack_from("<HH", pieces[0])
        self._put(row, column, long_string([pieces[0][6:], *pieces[1:]]))

    def _number(self, pieces: Pieces) -> None:
        row, column, cell_format, value = struct.unpack_from("<HHHd", pieces[0])
        self._put(row, column, self._number_or_date(value, cell_format))

    def _packed_number(self, pieces: Pieces) -> None:
        row, column, cell_format, packed = struct.unpack_from("<HHHI", pieces[0])
        self._put(row, column, self._number_or_date(_unpacked(packed), cell_format))

    def _packed_numbers(self, pieces: Pieces) -> None:
        row, first = struct.unpack_from("<HH", pieces[0])
        for index in range((len(pieces[0]) - 6) // 6):
            cell_format, packed = struct.unpack_from("<HI", pieces[0], 4 + 6 * index)
            self._put(row, first + index, self._number_or_date(_unpacked(packed), cell_format))

    def _bool_or_error(self, pieces: Pieces) -> None:
        row, column, _, value, is_error = struct.unpack_from("<HHHBB", pieces[0])
        if is_error:
            self._sheet.errors.add((row, column))
        else:
            self._put(row, column, bool(value))

    def _formula(self, pieces: Pieces) -> None:
        row, column, cell_format = struct.unpack_from("<HHH", pieces[0])
        result = pieces[0][6:14]
        self._sheet.formulas.add((row, column))
        self._awaits_string = None
        if result[6:] != b"\xff\xff":
            self._put(row, column, self._number_or_date(struct.unpack("<d", result)[0], cell_format))
        elif result[0] == 0:
            self._awaits_string = (row, column)
        elif result[0] == 1:
            self._put(row, column, bool(result[2]))
        elif result[0] == 2:
            self._sheet.errors.add((row, column))

    def _formula_string(self, pieces: Pieces) -> None:
        if self._awaits_string is not None:
            row, column = self._awaits_string
            self._put(row, column, long_string(pieces))
            self._awaits_string = None

    def _merged(self, pieces: Pieces) -> None:
        (count,) = struct.unpack_from("<H", pieces[0])
        for index in range(min(count, (len(pieces[0]) - 2) // 8)):
            first, last, left, right = struct.unpack_from("<4H", pieces[0], 2 + 8 * index)
            self._sheet.merges.append((first, left, last, right))

    def _number_or_date(self, value: float, cell_format: int) -> CellValue:
        if not math.isfinite(value) or not self._shared.is_date(cell_format) or not 1 <= value < 2_958_466:
            return value
        moment = dt.datetime.combine(self._shared.epoch, dt.time()) + dt.timedelta(days=value)
        # Binary days are not whole seconds; what a person typed was.
        moment = (moment + dt.timedelta(microseconds=500_000)).replace(microsecond=0)
        return moment.date() if moment.time() == dt.time() else moment


def _unpacked(packed: int) -> float:
    """An RK number: 30 bits of an integer or of a double, perhaps in hundredths."""
    if packed & 2:
        value = float(struct.unpack("<i", struct.pack("<I", packed & 0xFFFFFFFC))[0] >> 2)
    else:
        value = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return value / 100 if packed & 1 else value
