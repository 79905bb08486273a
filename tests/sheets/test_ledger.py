"""Ledgers: what goes in comes out of any table program as it was, and nothing half-written stays."""

from __future__ import annotations

import errno
import os
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from python_calamine import CalamineWorkbook

from app.domain.dates import SHANGHAI
from app.sheets import ledger
from app.sheets.ledger import LedgerColumn, LedgerValue, readable_text, sheet_name, write_ledger
from app.system.errors import EnvironmentProblem

MADE_AT = datetime(2026, 11, 21, 9, 5, tzinfo=SHANGHAI)
COLUMNS = [
    LedgerColumn("登记编号", 28, "id"),
    LedgerColumn("投诉人", 10, "text"),
    LedgerColumn("收到日期", 12, "date"),
    LedgerColumn("最近办理", 18, "datetime"),
    LedgerColumn("涉案金额（元）", 14, "money"),
    LedgerColumn("件数", 8, "number"),
]
ROWS: list[list[LedgerValue]] = [
    ["1360429002026111600050000", "陈䶮", date(2026, 11, 16), MADE_AT, 160_050, 1],
    ["0012", "𬭎𠮷 & <b>", date(1900, 2, 28), MADE_AT - timedelta(hours=9), 1, Decimal("2.5")],
    [None, "", None, None, None, None],
    ["110105194912310021", "=cmd|' /C calc'!A0", date(2026, 1, 5), MADE_AT, 0, -3],
]


def write(path: Path, rows: object = ROWS, columns: list[LedgerColumn] | None = None, **more: object) -> int:
    return write_ledger(
        path,
        COLUMNS if columns is None else columns,
        rows,  # type: ignore[arg-type]
        title="投诉台账 2026/11",
        office="青山镇消费维权窗口",
        made_at=MADE_AT,
        **more,  # type: ignore[arg-type]
    )


def left_over(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def test_values_come_back_by_kind(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    assert write(path) == 4
    sheet = openpyxl.load_workbook(path).active
    assert sheet.title == "投诉台账 202611"
    assert sheet["A1"].value == "投诉台账 2026/11"
    assert sheet["A2"].value == "制表单位：青山镇消费维权窗口　制表时间：2026年11月21日 09:05"
    assert [cell.value for cell in sheet[3]] == [column.title for column in COLUMNS]
    number, name, received, moment, money, count = sheet[4]
    assert (number.value, number.data_type, number.number_format) == ("1360429002026111600050000", "s", "@")
    assert name.value == "陈䶮"
    assert (received.value.date(), received.is_date) == (date(2026, 11, 16), True)
    assert moment.value == datetime.fromisoformat("2026-11-21T09:05")
    assert (money.value, money.data_type, money.number_format) == (1600.5, "n", "#,##0.00")
    assert count.value == 1
    assert sheet["C5"].value == "1900-02-28"  # before a table program can count, so it is text
    assert sheet["D5"].value == datetime.fromisoformat("2026-11-21T00:05")
    assert [cell.value for cell in sheet[6]] == [None] * 6
    assert (sheet["B7"].value, sheet["B7"].data_type) == ("=cmd|' /C calc'!A0", "s")
    assert sheet["B7"].quotePrefix is True
    assert not sheet["B4"].quotePrefix
    assert (sheet["E7"].value, sheet["F7"].value) == (0, -3)
    assert left_over(tmp_path) == ["台账.xlsx"]


def test_the_other_reader_agrees(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    write(path)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert rows[3][:3] == ["1360429002026111600050000", "陈䶮", date(2026, 11, 16)]
    assert rows[3][4] == 1600.5
    assert rows[4][:2] == ["0012", "𬭎𠮷 & <b>"]
    assert rows[6][:2] == ["110105194912310021", "=cmd|' /C calc'!A0"]


def test_ready_for_the_printer(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    write(path)
    sheet = openpyxl.load_workbook(path).active
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:F7"
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
    assert sheet.oddFooter.center.text == "第 &P 页 / 共 &N 页"
    assert sheet.column_dimensions["A"].width == 28
    assert sheet["A3"].font.bold


def test_an_empty_ledger_is_a_ledger(tmp_path: Path) -> None:
    assert write(tmp_path / "空.xlsx", []) == 0
    assert openpyxl.load_workbook(tmp_path / "空.xlsx").active.auto_filter.ref == "A3:F3"


ANYTHING = st.text(
    st.characters() | st.sampled_from("=+-@\t\n\r'\"<>&_x0041_\x00\x0b\ud800\ufffe#N/A陈䶮𬭎"), max_size=30
)


@given(st.lists(st.lists(ANYTHING, min_size=3, max_size=3), min_size=1, max_size=5))
def test_any_text_survives(tmp_path: Path, table: list[list[str]]) -> None:
    path = tmp_path / "o.xlsx"
    columns = [LedgerColumn("甲", 9, "text"), LedgerColumn("乙", 9, "id"), LedgerColumn("丙", 9, "text")]
    write(path, table, columns)
    expected = [[readable_text(cell) for cell in row] for row in table]
    sheet = openpyxl.load_workbook(path).active
    # openpyxl leaves Excel's _xHHHH_ escapes to the caller; calamine and Excel undo them.
    cells = [[unescape(cell.value or "") for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert cells == expected
    assert {cell.data_type for row in sheet.iter_rows(min_row=4) for cell in row if cell.value} <= {"s"}
    read = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)[3:]
    padded = [[*row, "", "", ""][:3] for row in read]
    assert padded == expected[: len(padded)]
    assert not any(any(row) for row in expected[len(padded) :])


@given(ANYTHING)
def test_readable_text_only_drops_what_xml_forbids(text: str) -> None:
    kept = readable_text(text)
    assert readable_text(kept) == kept
    assert [c for c in kept if c not in text.replace("\r", "\n")] == []
    assert all(c in kept for c in text if c.isprintable() and c.isascii())


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "o.xlsx"
    write(path, [["𬭎" * 20_000], ["长" * 32_767]], [LedgerColumn("内容", 40, "text")])
    sheet = openpyxl.load_workbook(path).active
    cut = sheet["A4"].value
    assert cut.endswith("……（内容过长，已截断）")
    assert 32_700 < len(cut.encode("utf-16-le")) // 2 <= 32_767
    assert sheet["A5"].value == "长" * 32_767


@pytest.mark.parametrize(
    ("title", "name"),
    [("a[b]:c*d?e/f\\g'h", "abcdefgh"), ("", "台账"), ("长" * 40, "长" * 31), ("\x00?", "台账")],
)
def test_sheet_names(title: str, name: str) -> None:
    assert sheet_name(title) == name


@pytest.mark.parametrize(
    ("kind", "value"),
    [("money", 1.5), ("money", True), ("date", "2026-11-21"), ("date", MADE_AT), ("id", 5), ("number", "5")],
)
def test_a_value_of_the_wrong_kind_is_a_defect_and_leaves_nothing(
    tmp_path: Path, kind: ledger.Kind, value: object
) -> None:
    with pytest.raises(TypeError):
        write(tmp_path / "o.xlsx", [[value]], [LedgerColumn("甲", 9, kind)])
    assert left_over(tmp_path) == []


def test_a_row_of_the_wrong_length_is_a_defect(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="2 values for 6 columns"):
        write(tmp_path / "o.xlsx", [["1", "2"]])


class Cancelled(Exception):
    """What a caller raises to stop."""


def test_cancelling_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "o.xlsx"
    path.write_bytes(b"old")
    seen: list[int] = []

    def stop(done: int) -> None:
        seen.append(done)
        if done >= 400:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(path, (ROWS[0] for _ in range(5000)), progress=stop)
    assert seen == [200, 400]
    assert path.read_bytes() == b"old"
    assert left_over(tmp_path) == ["o.xlsx"]


def test_rows_that_fail_leave_nothing(tmp_path: Path) -> None:
    def rows() -> Iterator[list[LedgerValue]]:
        yield ROWS[0]
        raise Cancelled

    with pytest.raises(Cancelled):
        write(tmp_path / "o.xlsx", rows())
    assert left_over(tmp_path) == []


def test_the_last_progress_is_the_whole(tmp_path: Path) -> None:
    seen: list[int] = []
    write(tmp_path / "o.xlsx", [ROWS[0]] * 450, progress=seen.append)
    assert seen == [200, 400, 450]


@pytest.mark.parametrize("which", range(1, 4))
def test_a_full_disk_is_explained_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: int
) -> None:
    calls = 0
    real = zipfile.ZipFile.writestr

    def full(self: zipfile.ZipFile, *arguments: object, **more: object) -> None:
        nonlocal calls
        calls += 1
        if calls == which:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(self, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(EnvironmentProblem, match="磁盘已满"):
        write(tmp_path / "台账.xlsx")
    assert left_over(tmp_path) == []


def test_a_missing_directory_is_explained(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"保存“台账\.xlsx”没有成功：找不到这个位置"):
        write(tmp_path / "没有" / "台账.xlsx")


def many(count: int) -> Iterator[list[LedgerValue]]:
    return ([f"{n:025}", "王伟", date(2026, 11, 21), MADE_AT, n, n] for n in range(count))


def peak_memory(path: Path, count: int) -> int:
    tracemalloc.start()
    try:
        assert write(path, many(count)) == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    few = peak_memory(tmp_path / "few.xlsx", 500)
    many_more = peak_memory(tmp_path / "many.xlsx", 3_000)
    assert many_more < few + 256 * 1024


@pytest.mark.slow
def test_twenty_thousand_rows(tmp_path: Path) -> None:
    path = tmp_path / "o.xlsx"
    assert peak_memory(path, 20_000) < 8 * 1024 * 1024
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert len(rows) == 20_003
    assert rows[-1][0] == f"{19_999:025}"
    assert rows[-1][4] == 199.99
