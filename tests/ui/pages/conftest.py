"""A real office and the context of a window, one for each test, closed in the right order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services.office import OpenOffice
from app.ui.context import Context
from tests.offices import found
from tests.ui.office_fixture import context_of


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    """A new office on 2026-11-21."""
    opened = found(tmp_path / "office")
    yield opened
    opened.close()


@pytest.fixture
def context(qapp: QApplication, office: OpenOffice) -> Iterator[Context]:
    """The context pages are given; its workers rest before the office closes."""
    with context_of(office) as made:
        yield made
