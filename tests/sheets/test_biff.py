"""Our reader of old workbooks against calamine, on whole files where both can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pytest
from python_calamine import CalamineWorkbook

from app.sheets.biff import BiffSheet, read_biff
from app.sheets.biff_strings import long_string, shared_strings, short_string
from app.sheets.ole import DamagedContainer, OleContainer, workbook_stream
from tests.sheets.books import DATA


def sheets_of(name: str) -> list[BiffSheet]:
    stream = workbook_stream(OleContainer((DATA / name).read_bytes()))
    assert stream is not None
    return read_biff(stream)


def filled(row: Sequence[object]) -> list[object]:
    cells = list(row)
    while cells and cells[-1] == "":
        cells.pop()
    return cells


@pytest.mark.parametrize("name", ["list_view.xls", "long_texts.xls"])
def test_every_cell_is_what_calamine_reads(name: str) -> None:
    book = CalamineWorkbook.from_path(DATA / name)
    ours = sheets_of(name)
    assert [sheet.name for sheet in ours] == book.sheet_names
    for sheet in ours:
        theirs = [filled(row) for row in book.get_sheet_by_name(sheet.name).iter_rows()]
        assert [filled(row) for row in sheet.rows()] == theirs


def test_long_texts_cross_records() -> None:
    (sheet,) = sheets_of("long_texts.xls")
    rows = list(sheet.rows())
    assert len(rows) == 61
    assert rows[59][2] == "第59件：市民反映商家拒不退款。" * 118
    assert rows[60][2] == "order 60 refused; " * 180
    assert rows[4][3] == "店𬭎" * 5
    assert rows[4][6] == datetime.fromisoformat("2026-11-16T09:04")
    assert [rows[1][4], rows[2][4]] == [True, False]
    assert [rows[1][5], rows[2][5]] == [12.5, 2000.0]


def test_merges_and_formulas_are_told() -> None:
    sheet = sheets_of("list_view.xls")[1]
    assert sheet.merges == [(0, 0, 0, 6)]
    assert sheet.formulas == {(4, 3)}
    assert sheet.visible


def test_text_changes_width_where_a_record_continues() -> None:
    pieces = [b"\x04\x00\x00ab", b"\x01\x48\x99\x4e\x59"]
    assert long_string(pieces) == "ab\u9948\u594e"


def test_a_rare_character_cut_between_records_is_one() -> None:
    low, high = "𬭎".encode("utf-16-le")[:2], "𬭎".encode("utf-16-le")[2:]
    assert long_string([b"\x02\x00\x01" + low, b"\x01" + high]) == "𬭎"


def test_rich_and_phonetic_parts_are_passed_over() -> None:
    rich = b"\x02\x00\x08\x01\x00ab" + b"rrrr"
    phonetic = b"\x01\x00\x05\x03\x00\x00\x00\x48\x99" + b"ppp"
    table = b"\x02\x00\x00\x00\x02\x00\x00\x00" + rich + phonetic
    assert shared_strings([table]) == ["ab", "\u9948"]
    assert short_string(b"..\x02\x00xy", 2) == "xy"


@pytest.mark.parametrize(
    "pieces",
    [
        [b"\x05\x00\x00ab"],
        [b"\x05\x00"],
        [b"\x02\x00\x01abc", b"\x01"],
        [b"\x02\x00\x08"],
    ],
)
def test_text_beyond_its_record_is_damage(pieces: list[bytes]) -> None:
    with pytest.raises(DamagedContainer):
        long_string(pieces)


def test_a_count_of_strings_that_cannot_be_is_damage() -> None:
    with pytest.raises(DamagedContainer):
        shared_strings([b"\xff\xff\xff\xff\xff\xff\xff\xff" + b"\x01\x00\x00a"])
