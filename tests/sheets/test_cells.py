"""Single cells: what text they become, and what a table program has done to numbers."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sheets.cells import clean_code, clean_date, clean_line, clean_text, is_ruined_number, text_of
from app.sheets.grid import CellValue


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" 原样 ", " 原样 "),
        (13800012345.0, "13800012345"),
        (0.1 + 0.2, "0.3"),
        (-5.0, "-5"),
        (1.36e24, "1.36e+24"),
        (True, "TRUE"),
        (date(2026, 11, 21), "2026-11-21"),
        (datetime.fromisoformat("2026-11-21T00:00"), "2026-11-21"),
        (datetime.fromisoformat("2026-11-21T10:30:00.4"), "2026-11-21 10:30:00"),
        (time(9, 5), "09:05:00"),
        (timedelta(hours=1), "1:00:00"),
    ],
)
def test_text_of_cells(value: CellValue, text: str) -> None:
    assert text_of(value) == text


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_whole_numbers_below_the_limit_are_exact(number: int) -> None:
    assert text_of(float(number)) == str(number)
    assert not is_ruined_number(float(number))


@pytest.mark.parametrize(
    "value", [1e15, -1e15, 4.5e17, math.inf, math.nan, 10**24, "1.36E+24", "１.3e24", " 4E17 "]
)
def test_ruined(value: CellValue) -> None:
    assert is_ruined_number(value)


@pytest.mark.parametrize(
    "value", [5.0, 0, "1360429002026111600050000", "E24", "1.5", "a1e5", "", True, date(2026, 1, 1)]
)
def test_not_ruined(value: CellValue) -> None:
    assert not is_ruined_number(value)


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)
    assert clean_date(text)[1] in (True, False)


@given(st.text(st.characters(categories=["Lo"]), min_size=1))
def test_chinese_text_is_left_alone(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("１３８-0001 2345", "138-00012345"),
        ('="0012"', "0012"),
        ("'0012", "0012"),
        ("=1+1", "=1+1"),
        ("44X", "44X"),
    ],
)
def test_codes(text: str, code: str) -> None:
    assert clean_code(text) == code
