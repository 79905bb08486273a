"""The synonym table the program ships, for every test of sheets."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from app.sheets.columns import ColumnBook, load_column_book
from app.system.resources import read_text


@pytest.fixture(scope="session")
def columns() -> ColumnBook:
    return load_column_book(read_text("resources/texts/order_columns.toml"))


@pytest.fixture(autouse=True)
def _books_are_made_in_the_tests_own_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # openpyxl, which makes the tests' workbooks, collects rows in the system's temporary directory.
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
