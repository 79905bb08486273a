"""A look through the XML of a workbook before the workbook reader opens it.

The reader hands over values only: it does not tell a formula from a typed value, and it allocates every
cell between the first and the last one, so that two cells far apart take all the memory there is. This
pass finds formulas and error cells, measures how far each sheet reaches, and refuses any document type
declaration: no table program writes one, and entities are an attack.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from app.sheets.container import GuardedZip, part_name

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384

# More uses of strings than a book of the largest size we read has cells.
MAX_ANNOUNCED = 100_000_000
_COUNT = re.compile(r"[0-9]{1,10}")
_ROW_NUMBER = re.compile(r"[1-9][0-9]{0,6}")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_XML_PARTS = (".xml", ".rels")
_SCANNED_KINDS = ("/worksheet", "/sharedStrings", "/styles")


class SuspiciousPart(Exception):
    """A part is not the XML a table program writes; the caller refuses the file."""


@dataclass(slots=True)
class SheetScan:
    """What was seen in one worksheet part. Rows and columns count from 0; `rows`/`columns` are extents."""

    rows: int = 0
    columns: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)


def scan_sheets(archive: GuardedZip) -> dict[str, SheetScan]:
    """Every worksheet part by part name. Every byte of every part is unpacked and checked on the way."""
    scans: dict[str, SheetScan] = {}
    for part in sorted(archive.parts):
        chunks = archive.unpack(part)
        if part.endswith(_XML_PARTS):
            scan = _scan_part(chunks, archive.size(part))
            if scan is not None:
                scans[part] = scan
        else:
            for _ in chunks:
                continue
    return scans


def sheet_parts(archive: GuardedZip) -> dict[str, str]:
    """Sheet name -> part name, as the workbook part and its relationships say."""
    targets: dict[str, str] = {}

    def relationship(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            identity = attributes.get("Id", "")
            if identity in targets:
                raise SuspiciousPart("two relationships of one id")
            target = _target(attributes.get("Target", ""))
            if attributes.get("Type", "").endswith(_SCANNED_KINDS) and not target.endswith(_XML_PARTS):
                raise SuspiciousPart("a part that hides from the scan")
            targets[identity] = target

    sheets: dict[str, str] = {}

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "sheet":
            identity = next((v for k, v in attributes.items() if ":" in k and _local(k) == "id"), "")
            sheets[attributes.get("name", "")] = targets.get(identity, "")

    _parse(archive.unpack("xl/_rels/workbook.xml.rels"), relationship)
    _parse(archive.unpack("xl/workbook.xml"), sheet)
    return sheets


def _target(target: str) -> str:
    rooted = target if target.startswith(("/", "xl/")) else f"xl/{target}"
    return part_name(posixpath.normpath(rooted.replace("\\", "/")))


@lru_cache(maxsize=256)
def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse_doctype(*_: object) -> None:
    raise SuspiciousPart("document type declaration")


def _parse(chunks: Iterable[bytes], start: Callable[[str, dict[str, str]], None]) -> None:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = start
    with _as_suspicious():
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)


@contextmanager
def _as_suspicious() -> Iterator[None]:
    # Bytes in an unknown encoding are a LookupError or ValueError of the parser's, not an ExpatError.
    try:
        yield
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise SuspiciousPart(str(error)) from error


class _SheetScanner:
    """The handlers of one part: find out what the root is, then follow the cells of a worksheet."""

    def __init__(self, size: int) -> None:
        self.root = ""
        self._size = size
        self.scan = SheetScan()
        self._row = -1
        self._column = -1
        self._in_cell = False
        self._filled = False
        self._error = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if not self.root:
            self.root = local
            if local == "sst":
                self._judge_counts(attributes)
        elif local == "c":
            self._cell(attributes.get("r"))
            self._in_cell = True
            self._filled = False
            self._error = attributes.get("t") == "e"
        elif local == "row":
            self._begin_row(attributes.get("r"))
        elif not self._in_cell:
            return  # <f> also stands in validation rules behind the rows
        elif local in ("v", "is"):
            self._filled = True
        elif local == "f":
            self.scan.formulas.add((self._row, self._column))

    def end(self, name: str) -> None:
        if _local(name) != "c":
            return
        self._in_cell = False
        if self._filled:
            self.scan.rows = max(self.scan.rows, self._row + 1)
            self.scan.columns = max(self.scan.columns, self._column + 1)
            if self._error:
                self.scan.errors.add((self._row, self._column))

    def _judge_counts(self, attributes: dict[str, str]) -> None:
        # The reader sets aside room for as many strings as are announced; each takes five bytes at least.
        for name in ("count", "uniqueCount"):
            announced = attributes.get(name, "0")
            plausible = _COUNT.fullmatch(announced) and int(announced) <= MAX_ANNOUNCED
            if name == "uniqueCount" and plausible:
                plausible = int(announced) * 5 <= self._size
            if not plausible:
                raise SuspiciousPart(f"{announced} strings")

    def _begin_row(self, reference: str | None) -> None:
        if reference is None:
            self._row += 1
        elif _ROW_NUMBER.fullmatch(reference) and int(reference) <= MAX_ROW:
            self._row = int(reference) - 1
        else:
            raise SuspiciousPart(f"row {reference!r}")
        self._column = -1

    def _cell(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
        else:
            match = _REFERENCE.fullmatch(reference)
            if match is None:
                raise SuspiciousPart(f"cell {reference!r}")
            self._column = _column_number(match[1])
            self._row = int(match[2]) - 1
        if not (0 <= self._row < MAX_ROW and 0 <= self._column < MAX_COLUMN):
            raise SuspiciousPart("cell outside the sheet")


def _scan_part(chunks: Iterator[bytes], size: int) -> SheetScan | None:
    scanner = _SheetScanner(size)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = scanner.start
    parser.EndElementHandler = scanner.end
    with _as_suspicious():
        for chunk in chunks:
            if not scanner.root or scanner.root == "worksheet":
                parser.Parse(chunk, False)
        if not scanner.root or scanner.root == "worksheet":
            parser.Parse(b"", True)
    return scanner.scan if scanner.root == "worksheet" else None


@lru_cache(maxsize=MAX_COLUMN)
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
