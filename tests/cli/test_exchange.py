"""enrol, export, import, peers, verify --json between two offices, by command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services import founding
from app.services.registration import register_complaint
from app.system.clock import FixedClock
from tests.cli.conftest import Run
from tests.offices import NOON, PASSWORD, QUICK, found, walk_in


def county(directory: Path) -> Path:
    """A county bureau, closed."""
    form = founding.Founding(
        name="江安县市场监督管理局",
        code="360429000000",
        identity="bureau",
        bureau="江安县市场监督管理局",
        operator="陈局",
        password=PASSWORD,
    )
    founding.found_office(directory, form, FixedClock(NOON), QUICK).office.close()
    return directory


def station(directory: Path, cases: int = 2) -> Path:
    """A station with complaints, closed."""
    office = found(directory)
    for _ in range(cases):
        register_complaint(office, walk_in())
    office.close()
    return directory


def enrol(yzt: Run, above: Path, below: Path, desk: Path) -> None:
    """Request, approve, accept; each side hears the other's fingerprint by phone."""
    desk.mkdir(exist_ok=True)
    asked = yzt("enrol", "request", "--data", below, "--out", desk, "--json").json()
    answered = yzt(
        "enrol", "approve", asked["file"], "--data", above, "--out", desk,
        "--fingerprint", asked["fingerprint"], "--with", "王敏", "--json",
    ).json()  # fmt: skip
    accepted = yzt(
        "enrol", "accept", answered["file"], "--data", below,
        "--fingerprint", answered["fingerprint"], "--with", "陈局", "--json",
    ).json()  # fmt: skip
    assert accepted["ranges"] == answered["ranges"] > 0


@pytest.fixture
def pair(yzt: Run, tmp_path: Path) -> tuple[Path, Path]:
    """A county and a station that are enrolled."""
    above, below = county(tmp_path / "county"), station(tmp_path / "station")
    enrol(yzt, above, below, tmp_path / "desk")
    return above, below


def test_two_offices_exchange_everything(yzt: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    above, below = pair
    sent = yzt("export", "--to", "上级", "--data", below, "--out", tmp_path / "stick", "--json").json()
    assert sent["cases"] == 2
    preview = yzt("import", tmp_path / "stick", "--data", above, "--preview", "--json").json()
    done = yzt("import", tmp_path / "stick", "--data", above, "--json").json()
    assert done["new"] == preview["new"] == sent["events"]
    assert (done["known"], done["conflicts"], done["quarantined"], done["refused"]) == (0, 0, 0, [])
    hashes = [yzt("verify", "--data", data, "--json").json() for data in (above, below)]
    assert [one["ok"] for one in hashes] == [True, True]
    assert hashes[0]["state_hash"] == hashes[1]["state_hash"]
