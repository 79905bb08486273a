"""The import result as a table the clerk can send back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from app.domain.dates import SHANGHAI
from app.sheets.columns import ColumnBook
from app.sheets.orders import read_orders
from app.sheets.row_report import RowVerdict, write_row_report
from tests.sheets.books import HEADERS, NUMBER, ORDER, OTHER, save_book

MADE_AT = datetime(2026, 11, 21, 9, 5, tzinfo=SHANGHAI)


def test_every_verdict_stands_beside_its_row(columns: ColumnBook, tmp_path: Path) -> None:
    attack = [*ORDER[:2], "=cmd|x", *ORDER[3:]]
    path = save_book(
        tmp_path / "o.xlsx", [["标题"], HEADERS, attack, [int(NUMBER), *OTHER[1:]]], text_cells=["C3"]
    )
    sheet = read_orders(path, columns)
    verdicts = [
        RowVerdict(3, "新增", ""),
        RowVerdict(4, "损坏", "；".join(sheet.rows[1].problems)),
    ]
    out = tmp_path / "结果.xlsx"
    assert write_row_report(out, sheet, verdicts, office="青山镇", made_at=MADE_AT) == 2
    table = openpyxl.load_workbook(out).active
    assert table["A1"].value == "导入结果：o.xlsx（工单）"
    assert [cell.value for cell in table[3]] == ["原表行号", "结果", "原因", *HEADERS]
    assert [cell.value for cell in table[4]][:6] == [3, "新增", None, NUMBER, "陈䶮", "=cmd|x"]
    assert (table["D4"].number_format, table["F4"].data_type) == ("@", "s")
    assert [cell.value for cell in table[5]][:2] == [4, "损坏"]
    assert "当作数字" in table["C5"].value
    # What can be seen of the ruined number, as text, so that nobody takes it for whole.
    assert (table["D5"].value, table["D5"].data_type) == ("1.36042900202611e+24", "s")


def test_the_damaged_rows_can_be_read_again(columns: ColumnBook, tmp_path: Path) -> None:
    sheet = read_orders(save_book(tmp_path / "o.xlsx", [HEADERS, ORDER, OTHER]), columns)
    out = tmp_path / "结果.xlsx"
    write_row_report(out, sheet, [RowVerdict(3, "损坏", "x")], office="青山镇", made_at=MADE_AT)
    again = read_orders(out, columns)
    assert again.layout == sheet.layout
    assert [row.fields for row in again.rows] == [sheet.rows[1].fields]


def test_a_verdict_on_a_row_that_is_not_there_is_a_defect(columns: ColumnBook, tmp_path: Path) -> None:
    sheet = read_orders(save_book(tmp_path / "o.xlsx", [HEADERS, ORDER]), columns)
    with pytest.raises(ValueError, match="no row 9"):
        write_row_report(tmp_path / "r.xlsx", sheet, [RowVerdict(9, "新增", "")], office="", made_at=MADE_AT)
    assert not (tmp_path / "r.xlsx").exists()
