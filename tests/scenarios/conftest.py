"""Offices that exchange, for the scenarios."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.exchanging import Counter, county, enrol


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[tuple[Counter, Counter]]:
    """A county and a town, enrolled; closed at the end."""
    above, below = county(tmp_path / "k"), Counter(tmp_path / "t", "青山镇市场监管所")
    enrol(above, below)
    yield above, below
    above.close()
    below.close()
