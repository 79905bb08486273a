"""The open office most service tests work in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.office import OpenOffice
from tests.offices import found


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    """A new office on 2026-11-21, closed after the test."""
    opened = found(tmp_path / "office")
    yield opened
    opened.close()
