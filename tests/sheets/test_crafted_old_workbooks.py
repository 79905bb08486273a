"""Old workbooks made to harm: small files that make a trusting reader loop for ever or take all memory.

The shapes are those that a library would have had to be guarded against (docs/DEPENDENCIES.md); random
damage does not find them. They are read in a child with a bounded memory, so that a relapse ends a child.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from pathlib import Path

from app.sheets.biff import read_biff
from app.sheets.ole import OleContainer, workbook_stream
from app.system.paths import program_root
from tests.sheets.books import DATA

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
MEMORY = 512 * 1024 * 1024
READ = """
import json, pathlib, resource, sys
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
from app.domain.errors import UserError
from app.sheets.workbook import read_xls
told = {}
for path in sorted(pathlib.Path(sys.argv[2]).glob("*.xls")):
    try:
        told[path.stem] = sum(1 for grid in read_xls(path.read_bytes(), "o") for _ in grid.read_rows())
    except UserError as error:
        told[path.stem] = error.message
print(json.dumps(told))
"""


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def begin(kind: int) -> bytes:
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 1996, 0, 6))


def number(row: int, column: int) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, 0, 1.0))


FIRST_SHARED_STRING = record(0xFD, struct.pack("<HHHI", 0, 0, 0, 0))


def workbook(shared: bytes, sheet: bytes, times: int = 1) -> bytes:
    """A workbook stream whose globals hold `shared` and that announces one sheet `times` times."""
    head = begin(5) + shared
    offset = len(head) + 13 * times + 4
    bound = record(0x85, struct.pack("<IBBBB", offset, 0, 0, 1, 0) + b"S")
    return head + bound * times + record(0x0A) + begin(0x10) + sheet + record(0x0A)


def entry(name: str, kind: int, tree: tuple[int, int, int], start: int, size: int) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    head = words.ljust(64, b"\0") + struct.pack("<HBBiii", len(words), kind, 1, *tree)
    return head.ljust(116, b"\0") + struct.pack("<III", start, size, 0)


def container(
    stream: bytes, *, directory: bytes | None = None, size: int | None = None, mini: int = 0
) -> bytes:
    """An OLE2 file: directory, a sector of short sectors, their table, then the stream."""
    body = stream.ljust(max(8 * SECTOR, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(body) // SECTOR
    tables = sectors // 128 + 1
    first = tables + 2
    if directory is None:
        directory = entry("Root Entry", 5, (-1, -1, 1), tables, SECTOR)
        start = 0 if mini else first
        directory += entry("Workbook", 2, (-1, -1, -1), start, size or len(body)) + bytes(256)
    folders = len(directory) // SECTOR
    fat = [FAT] * tables + [END, END] + [*range(first + 1, first + sectors), END]
    fat += [*range(first + sectors + 1, first + sectors + folders), END]
    fat += [FREE] * (tables * 128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    header = header.ljust(44, b"\0") + struct.pack("<III", tables, first + sectors, 0)
    header += struct.pack("<IIIII", 4096, tables + 1 if mini else END, 1 if mini else 0, END, 0)
    header += struct.pack("<109I", *(list(range(tables)) + [FREE] * 109)[:109])
    short_table = struct.pack("<128I", *([0] + [FREE] * 127))
    return header + struct.pack(f"<{len(fat)}I", *fat) + bytes(SECTOR) + short_table + body + directory


def strings_read_again(count: int, characters: int, room: int) -> bytes:
    """A table of strings whose first string says that it ends before it begins."""
    size = 2 * characters + 7
    text = struct.pack("<HBi", characters, 5, -size) + "投".encode("utf-16-le") * characters
    table = record(0xFC, struct.pack("<II", count, count) + text + bytes(100))
    return table + record(0x3C, bytes(8000)) * room


def doubling_directory(depth: int) -> bytes:
    """Every entry names the next one as both its neighbours: 2 to the power of `depth` ways through."""
    entries = [entry("Root Entry", 5, (-1, -1, 1), 1, SECTOR), entry("Workbook", 2, (2, 2, -1), 0, 0)]
    entries += [entry(f"n{one}", 2, (one + 1, one + 1, -1), 0, 0) for one in range(2, depth)]
    return b"".join([*entries, entry("last", 2, (-1, -1, -1), 0, 0)])


def test_small_files_that_ask_for_everything_end_at_once(tmp_path: Path) -> None:
    far = record(0x200, struct.pack("<IIHHH", 0, 1, 0, 1, 0)) + number(65535, 0)
    many = b"".join(number(row, 0) for row in range(20_000))
    crafted = {
        "endless_strings": container(workbook(strings_read_again(2**31 - 1, 4, 0), FIRST_SHARED_STRING)),
        "plausible_count": container(workbook(strings_read_again(100_000, 4000, 40), FIRST_SHARED_STRING)),
        "extent_told_again": container(workbook(b"", far * 400)),
        "one_sheet_often": container(workbook(b"", many, times=300)),
        "short_sectors_in_a_ring": container(b"", size=100, mini=1),
        "doubling_directory": container(b"", directory=doubling_directory(63)),
    }
    for name, data in crafted.items():
        (tmp_path / f"{name}.xls").write_bytes(data)
    command = [sys.executable, "-c", READ, str(MEMORY), str(tmp_path)]
    told = subprocess.run(
        command, cwd=program_root(), capture_output=True, text=True, check=False, timeout=50
    )
    assert told.returncode == 0, told.stderr
    outcome = json.loads(told.stdout)
    # One far cell is a sheet of 65,536 rows, however often its extent is told; nothing else can be read.
    assert outcome.pop("extent_told_again") == 65536
    assert set(outcome) == set(crafted) - {"extent_told_again"}
    for name, sentence in outcome.items():
        assert "已损坏" in str(sentence), name


def test_the_container_of_these_tests_is_one_the_reader_opens() -> None:
    stream = workbook_stream(OleContainer((DATA / "list_view.xls").read_bytes()))
    assert stream is not None
    again = workbook_stream(OleContainer(container(stream)))
    assert again is not None
    assert [list(sheet.rows()) for sheet in read_biff(again)] == [
        list(sheet.rows()) for sheet in read_biff(stream)
    ]


def test_a_formula_that_results_in_a_rare_character() -> None:
    # The length of the result counts a rare character twice, as the format says.
    head = struct.pack("<HHH", 0, 0, 0) + b"\0\0\0\0\0\0\xff\xff" + struct.pack("<HIH", 0, 0, 0)
    result = struct.pack("<HB", 3, 1) + "店𬭎".encode("utf-16-le")
    (sheet,) = read_biff(workbook(b"", record(0x06, head) + record(0x207, result)))
    assert list(sheet.rows()) == [["店𬭎"]]
