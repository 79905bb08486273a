"""Delimited text (.csv) as a grid: encoding and separator are found out, not asked for."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence

from app.domain.errors import UserError
from app.sheets.container import damaged, not_a_workbook, too_large
from app.sheets.grid import CellValue, Grid
from app.sheets.parts import MAX_ROW

SEPARATORS = (",", ";", "\t")
MAX_RECORD_LENGTH = 1_000_000
_MARKUP = re.compile(r"\s*<(?:!doctype|html|table|meta|head|\?xml|\?mso)", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
_EXCEL_HINT = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)


def read_delimited(data: bytes, name: str, score: Callable[[Grid], int]) -> Grid:
    """The text as one grid, with the separator whose grid `score` likes best.

    UTF-8 and UTF-16 with or without a byte order mark, else GB18030. UserError when the bytes are no text
    or a quotation mark is never closed (which would swallow the orders behind it).
    """
    text = _decode(data, name)
    if _MARKUP.match(text):
        raise not_a_workbook(name, "其实是网页格式，只是名字像表格")
    if _BINARY.search(text):
        raise not_a_workbook(name)
    hint = _EXCEL_HINT.match(text)
    if hint:
        return _grid("\n" + text[hint.end() :], hint[1], name)
    best, best_score, broken = _grid(text, SEPARATORS[0], name), 0, None
    for separator in SEPARATORS:
        grid = _grid(text, separator, name)
        try:
            found = score(grid)
        except UserError as error:
            # The wrong separator can make quotation marks look open; it is the file's fault if none fits.
            broken = broken or error
            continue
        if found > best_score:
            best, best_score = grid, found
    if best_score == 0 and broken is not None:
        raise broken
    return best


def _grid(text: str, separator: str, name: str) -> Grid:
    def rows() -> Iterator[Sequence[CellValue]]:
        lines = _Lines(text, name)
        reader = csv.reader(lines, delimiter=separator, strict=True)
        try:
            for number, record in enumerate(reader, start=1):
                lines.record_length = 0
                if number > MAX_ROW:
                    raise too_large(name, f"超过 {MAX_ROW} 行")
                yield record
        except csv.Error as error:
            raise UserError(
                f"“{name}”第 {reader.line_num} 行附近的引号不成对，无法分清各列，"
                "请在表格软件中打开并另存为 .xlsx 后再导入。"
            ) from error

    return Grid("", rows)


class _Lines:
    """The lines for the csv reader, with an end to how long one record may grow."""

    def __init__(self, text: str, name: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._name = name
        self.record_length = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.record_length += len(line)
        if self.record_length > MAX_RECORD_LENGTH:
            raise too_large(self._name, "有一行过长，不像正常的表格")
        return line


def _decode(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif data[:400].count(0) * 3 > len(data[:400]):
        encodings = ["utf-16-le" if data[1:2] == b"\x00" else "utf-16-be"]
    elif b"\x00" in data[:400] and len(data) % 2 == 0:
        # Chinese text in UTF-16 has few zero bytes: only those of separators, digits and line ends.
        little = data[1:400:2].count(0) >= data[0:400:2].count(0)
        encodings = ["utf-16-le" if little else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    if data.startswith(b"\xef\xbb\xbf") or encodings[0].startswith("utf-16"):
        raise damaged(name)
    raise not_a_workbook(name)
