"""Files that are broken, locked, oversized or made to do harm end in one sentence and nothing else."""

from __future__ import annotations

import io
import os
import random
import re
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.sheets.columns import ColumnBook
from app.sheets.container import MAX_FILE_BYTES
from app.sheets.order_sheet import OrderSheet
from app.sheets.orders import read_orders
from app.system.errors import EnvironmentProblem
from tests.sheets.books import (
    DATA,
    HEADERS,
    LAYOUT_B,
    ORDER,
    OTHER,
    changed_parts,
    save_book,
    with_shared_strings,
)

SHEET = "xl/worksheets/sheet1.xml"


MARK = "REPLACEME"


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A workbook with shared strings in which one name is MARK."""
    return with_shared_strings(save_book(tmp_path / "marked.xlsx", [HEADERS, [*ORDER[:3], MARK, *ORDER[4:]]]))


def refusal(data: bytes, path: Path, columns: ColumnBook) -> str:
    """The sentence `data` is refused with; it must name the file and be one sentence."""
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_orders(path, columns)
    message = caught.value.message
    assert message.startswith(f"“{path.name}”")
    assert message.count("。") == 1
    assert message.endswith("。")
    return message


def read_or_refuse(data: bytes, path: Path, columns: ColumnBook) -> OrderSheet | None:
    """The orders, or None when the file was refused in the proper way. Anything else escapes."""
    path.write_bytes(data)
    try:
        return read_orders(path, columns)
    except UserError:
        return None


# ------------------------------------------------------------------ other files, passwords, places


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "是空文件"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "不是表格文件"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x01\x02", "不是表格文件"),
        (b"\xef\xbb\xbf\xff\xfe\xfa", "已损坏"),
        (b"\xff\xfe\x00", "已损坏"),
        (b"PK\x03\x04" + bytes(40), "已损坏"),
        (b"PK\x05\x06" + bytes(18), "不是表格文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "已损坏"),
    ],
)
def test_files_of_other_kinds(columns: ColumnBook, tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refusal(data, tmp_path / "工单.xlsx", columns)


@pytest.mark.parametrize(
    ("part", "words"),
    [("word/document.xml", "文字文档"), ("xl/workbook.bin", "二进制表格"), ("content.xml", "OpenDocument")],
)
def test_archives_of_other_kinds(columns: ColumnBook, tmp_path: Path, part: str, words: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(part, "<x/>")
    assert words in refusal(target.getvalue(), tmp_path / "o.xlsx", columns)


def test_a_password_protected_workbook(columns: ColumnBook, tmp_path: Path) -> None:
    data = (DATA / "password_secret.xlsx").read_bytes()
    assert "设有打开密码" in refusal(data, tmp_path / "o.xlsx", columns)


def test_a_password_protected_old_workbook(columns: ColumnBook, tmp_path: Path) -> None:
    # The CODEPAGE record of the globals becomes FILEPASS, which is how such a file asks for its password.
    data = (DATA / "list_view.xls").read_bytes()
    assert data.count(b"\x42\x00\x02\x00\xb0\x04") == 1
    data = data.replace(b"\x42\x00\x02\x00\xb0\x04", b"\x2f\x00\x02\x00\x00\x00")
    assert "设有打开密码" in refusal(data, tmp_path / "o.xls", columns)


def test_a_password_protected_archive(columns: ColumnBook, tmp_path: Path) -> None:
    data = bytearray(LAYOUT_B.read_bytes())
    for place in [match.start() for match in re.finditer(b"PK\x01\x02", bytes(data))]:
        data[place + 8] |= 1
    assert "设有打开密码" in refusal(bytes(data), tmp_path / "o.xlsx", columns)


def test_a_workbook_older_than_excel_97(columns: ColumnBook, tmp_path: Path) -> None:
    data = (DATA / "list_view.xls").read_bytes()
    bof = b"\x09\x08\x10\x00\x00\x06\x05\x00"
    assert data.count(bof) == 1
    assert "旧格式" in refusal(
        data.replace(bof, b"\x09\x08\x10\x00\x00\x05\x05\x00"), tmp_path / "o.xls", columns
    )


def test_places_that_are_no_file(columns: ColumnBook, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="是文件夹"):
        read_orders(tmp_path, columns)
    with pytest.raises(EnvironmentProblem, match="找不到"):
        read_orders(tmp_path / "没有.xlsx", columns)
    with pytest.raises(EnvironmentProblem, match="不能使用的字符"):
        read_orders(tmp_path / "a\0b.xlsx", columns)
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    with pytest.raises(EnvironmentProblem, match="不是普通文件"):
        read_orders(pipe, columns)


def test_a_file_above_the_limit_is_not_even_read(columns: ColumnBook, tmp_path: Path) -> None:
    path = tmp_path / "o.xlsx"
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES * 2)
    with pytest.raises(UserError, match="有 100 MB，超过 50 MB 的上限"):
        read_orders(path, columns)


# ------------------------------------------------------------------ bombs


def bomb(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_a_part_that_unpacks_a_thousandfold(columns: ColumnBook, tmp_path: Path) -> None:
    data = bomb({"xl/workbook.xml": b"<workbook/>", SHEET: bytes(30 * 1024 * 1024)})
    assert len(data) < 64 * 1024
    assert "压缩比异常" in refusal(data, tmp_path / "o.xlsx", columns)


def test_declared_sizes_are_summed_before_anything_is_unpacked(columns: ColumnBook, tmp_path: Path) -> None:
    data = bytearray(bomb({f"p{number}": b"x" * 10 for number in range(5)}))
    for match in re.finditer(b"PK\x01\x02", bytes(data)):
        struct.pack_into("<I", data, match.start() + 24, 100 * 1024 * 1024)
    assert "解压后超过 400 MB" in refusal(bytes(data), tmp_path / "o.xlsx", columns)


def test_a_part_larger_than_it_says(columns: ColumnBook, tmp_path: Path) -> None:
    # The directory declares ten bytes, with the checksum of exactly these ten: only unpacking shows the lie.
    content = b"<sst/>    " + bytes(5_000_000)
    data = bytearray(bomb({"xl/sharedStrings.xml": content}))
    for match in re.finditer(b"PK\x01\x02", bytes(data)):
        struct.pack_into("<I", data, match.start() + 16, zlib.crc32(content[:10]))
        struct.pack_into("<I", data, match.start() + 24, 10)
    planted = changed_parts(LAYOUT_B, lambda _, part: part)
    lying = merge_archives(planted, bytes(data))
    assert "已损坏" in refusal(lying, tmp_path / "o.xlsx", columns)


def merge_archives(first: bytes, second: bytes) -> bytes:
    """Two archives as one: all entries of both, offsets put right, nothing repaired."""
    ends = [data.rindex(b"PK\x05\x06") for data in (first, second)]
    sizes = [
        struct.unpack_from("<HII", data, end + 10) for data, end in zip((first, second), ends, strict=True)
    ]
    bodies = [data[:offset] for data, (_, _, offset) in zip((first, second), sizes, strict=True)]
    directories = [
        bytearray(data[offset : offset + size])
        for data, (_, size, offset) in zip((first, second), sizes, strict=True)
    ]
    place = directories[1].index(b"PK\x01\x02")
    (old,) = struct.unpack_from("<I", directories[1], place + 42)
    struct.pack_into("<I", directories[1], place + 42, old + len(bodies[0]))
    count = sizes[0][0] + sizes[1][0]
    directory = bytes(directories[0] + directories[1])
    body = b"".join(bodies)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + end


def test_an_archive_of_very_many_parts(columns: ColumnBook, tmp_path: Path) -> None:
    data = LAYOUT_B.read_bytes() + b"PK\x01\x02" * 6000
    assert "部件太多" in refusal(data, tmp_path / "o.xlsx", columns)


def test_two_parts_of_one_name(columns: ColumnBook, tmp_path: Path) -> None:
    target = io.BytesIO(LAYOUT_B.read_bytes())
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(SHEET.upper(), "<worksheet/>")
    assert "已损坏" in refusal(target.getvalue(), tmp_path / "o.xlsx", columns)


@pytest.mark.parametrize(
    ("row", "cell", "words"),
    [
        ("1000000", "XFD1000000", "表格范围过大"),
        ("9", "ZZZ9", "已损坏"),
        ("9", "ZZZZZZZ99999999999", "已损坏"),
        ("99999999", "A2", "已损坏"),
        ("0", "A0", "已损坏"),
    ],
)
def test_a_cell_at_the_end_of_the_world(
    columns: ColumnBook, tmp_path: Path, row: str, cell: str, words: str
) -> None:
    far = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    data = changed_parts(
        LAYOUT_B, lambda name, part: part.replace(b"</sheetData>", far) if name == SHEET else part
    )
    assert words in refusal(data, tmp_path / "o.xlsx", columns)


@pytest.mark.parametrize("count", [b"4294967295", b"99999999999999999999", b"-1", b"1000", b"x"])
def test_strings_announced_but_not_there(
    columns: ColumnBook, tmp_path: Path, marked: Path, count: bytes
) -> None:
    data = changed_parts(
        marked, lambda _, part: re.sub(rb'uniqueCount="\d+"', b'uniqueCount="%s"' % count, part)
    )
    assert "已损坏" in refusal(data, tmp_path / "o.xlsx", columns)


def test_a_sheet_that_hides_from_the_scan(columns: ColumnBook, tmp_path: Path) -> None:
    data = changed_parts(LAYOUT_B, lambda _, part: part.replace(b"sheet1.xml", b"sheet1.bin"))
    assert "已损坏" in refusal(data, tmp_path / "o.xlsx", columns)


def test_styled_empty_cells_at_the_end_do_no_harm(columns: ColumnBook, tmp_path: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    data = changed_parts(
        LAYOUT_B, lambda name, part: part.replace(b"</sheetData>", far) if name == SHEET else part
    )
    sheet = read_or_refuse(data, tmp_path / "o.xlsx", columns)
    assert sheet is not None
    assert len(sheet.rows) == 4


# ------------------------------------------------------------------ entities


def with_doctype(part: bytes, entity: bytes) -> bytes:
    declared = b"<!DOCTYPE x [" + entity + b"]>"
    begin = part.index(b"?>") + 2 if part.startswith(b"<?xml") else 0
    return part[:begin] + declared + part[begin:]


@pytest.mark.parametrize(
    "target", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]
)
def test_external_entities_are_never_resolved(
    columns: ColumnBook, tmp_path: Path, marked: Path, target: str
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密内容", encoding="utf-8")
    entity = f'<!ENTITY e SYSTEM "{secret.as_uri()}">'.encode()

    def plant(name: str, part: bytes) -> bytes:
        part = part.replace(MARK.encode(), b"&e;")
        return with_doctype(part, entity) if name == target else part

    message = refusal(changed_parts(marked, plant), tmp_path / "o.xlsx", columns)
    assert "已损坏" in message
    assert "机密" not in message


def test_an_undeclared_entity_is_refused(columns: ColumnBook, tmp_path: Path, marked: Path) -> None:
    data = changed_parts(marked, lambda _, part: part.replace(MARK.encode(), b"&e;"))
    assert "已损坏" in refusal(data, tmp_path / "o.xlsx", columns)


def test_billion_laughs(columns: ColumnBook, tmp_path: Path, marked: Path) -> None:
    laughs = b'<!ENTITY a0 "ha">' + b"".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">'.encode() for n in range(1, 10)
    )

    def plant(name: str, part: bytes) -> bytes:
        part = part.replace(MARK.encode(), b"&a9;")
        return with_doctype(part, laughs) if name == "xl/sharedStrings.xml" else part

    assert "已损坏" in refusal(changed_parts(marked, plant), tmp_path / "o.xlsx", columns)


# ------------------------------------------------------------------ damage


@pytest.mark.parametrize("name", ["workorders_12315_layout_b.xlsx", "list_view.xls", "password_secret.xlsx"])
def test_truncated_at_many_lengths(columns: ColumnBook, tmp_path: Path, name: str) -> None:
    data = (DATA / name).read_bytes()
    for length in range(1, len(data) - 1, 61):
        assert read_or_refuse(data[:length], tmp_path / "o", columns) is None or name.endswith(".xls")


def test_flipped_bytes_of_a_workbook_are_found_or_harmless(columns: ColumnBook, tmp_path: Path) -> None:
    data = LAYOUT_B.read_bytes()
    whole = read_or_refuse(data, tmp_path / "o", columns)
    assert whole is not None
    luck = random.Random(20261121)
    for _ in range(400):
        flipped = bytearray(data)
        for _ in range(luck.choice([1, 1, 2, 8])):
            flipped[luck.randrange(len(data))] ^= 1 << luck.randrange(8)
        sheet = read_or_refuse(bytes(flipped), tmp_path / "o", columns)
        # A checksum guards every part: what is read is what was written.
        assert sheet is None or sheet.rows == whole.rows


def test_flipped_bytes_of_an_old_workbook_never_escape(columns: ColumnBook, tmp_path: Path) -> None:
    data = (DATA / "list_view.xls").read_bytes()
    luck = random.Random(20261121)
    for _ in range(600):
        flipped = bytearray(data)
        for _ in range(luck.choice([1, 1, 2, 8, 20])):
            flipped[luck.randrange(len(data))] = luck.choice([0, 1, 0x7F, 0x80, 0xFF, luck.randrange(256)])
        read_or_refuse(bytes(flipped), tmp_path / "o", columns)


def test_damage_inside_the_parts_never_escapes(columns: ColumnBook, tmp_path: Path) -> None:
    # Repacked after the damage, so that checksums fit and the readers behind them meet it.
    rows = [HEADERS, ORDER, [*OTHER[:5], 1.5, "=A1"]]
    source = with_shared_strings(save_book(tmp_path / "s.xlsx", rows, merges=["A5:B6"]))
    values = [b"-1", b"4294967296", b"1e308", b"NaN", b"A1:XFD1048576", b"XFD1", b"", b"9" * 40]
    luck = random.Random(20261121)

    def damage(name: str, part: bytes) -> bytes:
        spots = list(re.finditer(rb'"([^"]*)"|>([^<]+)<', part))
        if "xl/" not in name or not spots or luck.random() < 0.6:
            return part
        spot = luck.choice(spots)
        group = 1 if spot[1] is not None else 2
        return part[: spot.start(group)] + luck.choice(values) + part[spot.end(group) :]

    for _ in range(250):
        read_or_refuse(changed_parts(source, damage), tmp_path / "o", columns)


def test_random_bytes_never_escape(columns: ColumnBook, tmp_path: Path) -> None:
    luck = random.Random(20261121)
    starts = [
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        "登记编号,".encode(),
    ]
    for number in range(300):
        data = starts[number % len(starts)] + luck.randbytes(luck.randrange(2000))
        assert read_or_refuse(data, tmp_path / "o", columns) is None
