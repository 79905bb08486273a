"""Delimited text in the encodings and with the separators that table programs write."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.sheets.columns import ColumnBook
from app.sheets.orders import read_orders
from tests.sheets.books import HEADERS, LAYOUT_A, NUMBER, ORDER, OTHER, delimited

STORY = 'a,b;c\t"d"\n第二行'
ROWS = [["投诉举报信息"], HEADERS, [NUMBER, "陈䶮", STORY, *ORDER[3:]], OTHER]

ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "gb18030": b"",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_and_separator(
    columns: ColumnBook, tmp_path: Path, encoding: str, separator: str
) -> None:
    path = tmp_path / "工单.csv"
    path.write_bytes(ENCODINGS[encoding] + delimited(ROWS, separator).encode(encoding))
    sheet = read_orders(path, columns)
    assert (sheet.layout, sheet.sheet, sheet.header_row) == ("B", "", 2)
    assert sheet.rows[0].fields["external_no"] == NUMBER
    assert sheet.rows[0].fields["complainant_name"] == "陈䶮"
    assert sheet.rows[0].raw["内容"] == STORY
    # The second order stands in the fourth record although it is the fifth line: as a table program counts.
    assert [row.row_number for row in sheet.rows] == [3, 4]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(columns: ColumnBook, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "工单.csv"
    path.write_bytes(delimited(ROWS, "\t").encode(encoding))
    assert len(read_orders(path, columns).rows) == 2


def test_the_real_export_as_text_reads_the_same(columns: ColumnBook, tmp_path: Path) -> None:
    book = read_orders(LAYOUT_A, columns)
    rows = [list(book.headers), *([row.raw[header] for header in book.headers] for row in book.rows)]
    path = tmp_path / "a.csv"
    path.write_bytes(delimited(rows).encode("gb18030"))
    text = read_orders(path, columns)
    assert (text.layout, text.mapping, text.rows) == (book.layout, book.mapping, book.rows)


@pytest.mark.parametrize("cell", [f'="{NUMBER}"', f"'{NUMBER}", f"{NUMBER}\t", f" {NUMBER} "])
def test_the_idioms_for_keep_as_text_are_undone(columns: ColumnBook, tmp_path: Path, cell: str) -> None:
    path = tmp_path / "o.csv"
    path.write_text(delimited([HEADERS, [cell, *ORDER[1:]]]), encoding="utf-8")
    row = read_orders(path, columns).rows[0]
    assert row.fields["external_no"] == NUMBER
    assert not row.problems


@pytest.mark.parametrize("cell", ["1.36043E+24", "1.36E+24", "1360429002026110000000000"])
def test_a_number_ruined_before_saving_as_text(columns: ColumnBook, tmp_path: Path, cell: str) -> None:
    path = tmp_path / "o.csv"
    path.write_text(delimited([HEADERS, [cell, *ORDER[1:]], OTHER]), encoding="utf-8")
    first, second = read_orders(path, columns).rows
    assert first.problems
    assert not second.problems


def test_the_hint_line_of_excel(columns: ColumnBook, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("sep=;\r\n" + delimited([HEADERS, ORDER], ";"), encoding="utf-8")
    sheet = read_orders(path, columns)
    assert sheet.header_row == 2
    assert sheet.rows[0].row_number == 3


def test_an_open_quotation_mark_never_swallows_orders(columns: ColumnBook, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text(
        delimited([HEADERS, ORDER]) + f'{NUMBER},"没有结束,x\r\n' + delimited([OTHER]), encoding="utf-8"
    )
    with pytest.raises(UserError, match="引号不成对"):
        read_orders(path, columns)


@pytest.mark.parametrize(
    "start", ["<html><table>", "<!DOCTYPE html>", "  <table>", "<?xml version='1.0'?><Workbook>"]
)
def test_a_web_page_named_xls(columns: ColumnBook, tmp_path: Path, start: str) -> None:
    path = tmp_path / "o.xls"
    path.write_text(start + "<tr><td>登记编号</td></tr>", encoding="utf-8")
    with pytest.raises(UserError, match="网页格式"):
        read_orders(path, columns)


def test_a_row_without_end_is_refused(columns: ColumnBook, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("," * 5_000_000, encoding="utf-8")
    with pytest.raises(UserError, match="有一行过长"):
        read_orders(path, columns)


def test_more_orders_than_a_file_may_hold(columns: ColumnBook, tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("登记编号,内容,投诉方\n")
        file.writelines(f"1,{number},x\n" for number in range(50_001))
    with pytest.raises(UserError, match="超过 50000 条工单"):
        read_orders(path, columns)
