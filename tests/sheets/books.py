"""Work-order files made for a test: workbooks by openpyxl, archives part by part, delimited text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import openpyxl

DATA = Path(__file__).parent.parent / "data" / "sheets"
LAYOUT_A = DATA / "workorders_12315_layout_a.xlsx"
LAYOUT_B = DATA / "workorders_12315_layout_b.xlsx"

HEADERS = ["登记编号", "投诉方", "内容", "被投诉对象", "消费类型（中类）", "办结状态", "反馈内容"]
NUMBER = "1360429002026111600070000"
ORDER = [NUMBER, "陈䶮", "要求退货", "宏达电器商行", "鞋包", "未办结", ""]
OTHER = ["1360429002026111700070001", "刘桂芳", "停车费过高", "惠民超市", "通讯产品", "未办结", ""]


def save_book(
    path: Path,
    rows: Iterable[Sequence[object]],
    *,
    merges: Iterable[str] = (),
    sheets_before: Iterable[tuple[str, Sequence[Sequence[object]]]] = (),
    text_cells: Iterable[str] = (),
) -> Path:
    """A workbook with `rows` on the sheet 工单; `text_cells` are forced to text whatever they look like."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, other_rows in sheets_before:
        sheet = book.create_sheet(title)
        for row in other_rows:
            sheet.append(row)
    sheet = book.create_sheet("工单")
    for row in rows:
        sheet.append(row)
    for cell in text_cells:
        sheet[cell].data_type = "s"
    for merge in merges:
        sheet.merge_cells(merge)
    book.save(path)
    return path


def changed_parts(path: Path, change: Callable[[str, bytes], bytes]) -> bytes:
    """The archive at `path` with every part passed through `change(name, content)`."""
    target = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            copy.writestr(name, change(name, source.read(name)))
    return target.getvalue()


def delimited(rows: Iterable[Sequence[str]], separator: str = ",") -> str:
    """Delimited text as a table program saves it."""

    def quoted(cell: str) -> str:
        risky = any(mark in cell for mark in (separator, '"', "\n", "\r"))
        return '"' + cell.replace('"', '""') + '"' if risky else cell

    return "".join(separator.join(map(quoted, row)) + "\r\n" for row in rows)


def with_shared_strings(path: Path) -> Path:
    """The workbook at `path` rewritten as Excel writes it: cells point into a table of strings."""
    strings: list[bytes] = []

    def pointer(match: re.Match[bytes]) -> bytes:
        strings.append(match[2])
        return b'%s t="s"><v>%d</v></c>' % (match[1], len(strings) - 1)

    def change(name: str, part: bytes) -> bytes:
        if name.startswith("xl/worksheets/"):
            return re.sub(rb'(<c [^>]*?) t="inlineStr"><is><t[^>]*>([^<]*)</t></is></c>', pointer, part)
        if name == "xl/_rels/workbook.xml.rels":
            kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
            link = b'<Relationship Id="rIdS" Type="%s" Target="sharedStrings.xml"/></Relationships>' % kind
            return part.replace(b"</Relationships>", link)
        return part

    data = changed_parts(path, change)
    namespace = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    items = b"".join(b'<si><t xml:space="preserve">%s</t></si>' % text for text in strings)
    table = b'<sst xmlns="%s" count="%d" uniqueCount="%d">%s</sst>' % (
        namespace,
        len(strings),
        len(strings),
        items,
    )
    path.write_bytes(data)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", table)
    return path
