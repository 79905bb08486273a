"""Offices that exchange, for the scenarios."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.exchanging import Counter, county, enrol
from tests.scenarios.simulation.kept import World, keep

_FAILED: set[World] = set()


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[tuple[Counter, Counter]]:
    """A county and a town, enrolled; closed at the end."""
    above, below = county(tmp_path / "k"), Counter(tmp_path / "t", "青山镇市场监管所")
    enrol(above, below)
    yield above, below
    above.close()
    below.close()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Note a simulated world that failed; `call` and `item` are pytest's."""
    yield
    names = getattr(getattr(item, "callspec", None), "params", {})
    if call.excinfo is not None and {"shape", "seed", "wire"} <= names.keys():
        _FAILED.add((names["shape"], names["seed"], names["wire"]))


def pytest_sessionfinish() -> None:
    """Failed worlds come first from now on."""
    keep(_FAILED)
