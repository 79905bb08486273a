"""Every office ever frozen opens in this version with everything that was in it.

The offices are made by scripts/freeze_database.py; tests work on copies.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from app.services.projection import Projector
from app.store import keyring
from app.store.migrations import NEWEST
from app.store.store import Store
from app.system.clock import FixedClock
from tests.store.office import START

FROZEN = Path(__file__).parents[1] / "data" / "store" / "frozen"
VERSIONS = sorted(FROZEN.glob("v*"), key=lambda folder: int(folder.name[1:]))


def copy_of(folder: Path, target: Path) -> dict[str, Any]:
    """The frozen data directory in `target`; what is expected of it."""
    for path in folder.rglob("*"):
        if path.is_file():
            copied = target / path.relative_to(folder)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(path.read_bytes())
    expected: dict[str, Any] = json.loads((target / "expected.json").read_text(encoding="utf-8"))
    return expected


def opened(directory: Path, expected: dict[str, Any]) -> Store:
    key, _ = keyring.unlock(directory, expected["operator"], expected["password"])
    projector = Projector()
    return Store.open(directory, key, FixedClock(START), projector)


@pytest.mark.parametrize("folder", VERSIONS, ids=lambda folder: folder.name)
def test_a_frozen_office_opens_with_everything_in_it(folder: Path, tmp_path: Path) -> None:
    expected = copy_of(folder, tmp_path)
    with opened(tmp_path, expected) as store:
        assert store.database.value("PRAGMA user_version") == NEWEST
        assert bool(store.backups.all()) is (expected["schema"] < NEWEST)
        assert store.log.count() == expected["events"]
        assert store.log.head().hash == expected["head"]
        store.rebuild()
        assert store.verify() == []
        for case in expected["cases"]:
            assert store.cases.by_number(case["number"]) == case["case_id"]
            [row] = store.cases.case_block([r[0] for r in [store.cases.row_of(case["case_id"])] if r])
            assert case["complainant"] in row
        content = store.blobs.read(expected["attachment"], "发票.jpg")
        assert hashlib.sha256(content).hexdigest() == expected["attachment"]


@pytest.mark.parametrize("folder", VERSIONS[-1:], ids=lambda folder: folder.name)
def test_the_newest_frozen_office_needs_no_rebuild(folder: Path, tmp_path: Path) -> None:
    """A difference here means: a projection changed, so upgrading offices must rebuild theirs."""
    expected = copy_of(folder, tmp_path)
    with opened(tmp_path, expected) as store:
        if expected["schema"] == NEWEST:
            assert store.verify() == []


def test_this_version_is_frozen() -> None:
    if not VERSIONS:
        pytest.skip("no version has been frozen yet")
    assert VERSIONS[-1].name == f"v{NEWEST}"
