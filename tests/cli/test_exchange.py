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


def test_what_import_and_the_lists_print(yzt: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    above, below = pair
    out = tmp_path / "out"
    said = yzt("export", "--to", "江安县市场监督管理局", "--data", below, "--out", out)
    assert "案件 2 件" in said.out
    assert "新增" in yzt("import", out, "--data", above, "--preview").out
    assert yzt("import", out, "--data", above).code == 0
    again = yzt("import", out, "--data", above, "--json")
    assert again.code == 0
    assert [one["code"] for one in again.json()["refused"]] == ["already_received"]
    report = yzt("peers", "--data", above, "--json").json()
    assert [(one["role"], one["name"], one["state"]) for one in report["peers"]] == [
        ("child", "青山镇消费维权窗口", "正常")
    ]
    assert "上级" in yzt("peers", "--data", below).out


def test_what_is_refused_sets_the_exit_code(yzt: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    above, below = pair
    out = tmp_path / "out"
    yzt("export", "--to", "上级", "--data", below, "--out", out)
    package = next(out.glob("*.yzt"))
    package.write_bytes(package.read_bytes()[:-1])
    told = yzt("import", package, "--data", above, "--json")
    assert told.code == 1
    assert [(one["file"], one["code"]) for one in told.json()["refused"]] == [(package.name, "broken")]
    yzt("import", tmp_path / "nothing", "--data", above).refused()
    yzt("export", "--to", "没有这家", "--data", below, "--out", out).refused()


def test_nobody_is_enrolled_without_a_phone_call(yzt: Run, tmp_path: Path) -> None:
    above, below = county(tmp_path / "county"), station(tmp_path / "station", cases=0)
    asked = yzt("enrol", "request", "--data", below, "--out", tmp_path, "--json").json()
    assert "指纹" in yzt("enrol", "approve", asked["file"], "--data", above, "--out", tmp_path).refused()
    yzt(
        "enrol", "approve", asked["file"], "--data", above, "--out", tmp_path,
        "--fingerprint", "0000 0000 0000 0000 0000 0000", "--with", "王敏",
    ).refused()  # fmt: skip
    assert yzt("peers", "--data", above, "--json").json()["peers"] == []
    yzt("enrol", "request", "--data", above, "--out", tmp_path).refused()


def test_volumes_and_the_report(yzt: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    above, below = pair
    out = tmp_path / "out"
    yzt("export", "--to", "上级", "--data", below, "--out", out, "--volume-mb", 15)
    yzt("import", out, "--data", above)
    page = tmp_path / "体检.pdf"
    report = yzt("sync-report", "--data", above, "--out", page, "--json").json()
    assert report["healthy"]
    assert report["missing_here"] == []
    assert page.read_bytes().startswith(b"%PDF")
    other = yzt("sync-report", "--peer", "上级", "--data", below, "--json").json()
    assert report["same_hash"] == other["same_hash"]
    assert "核对码" in yzt("sync-report", "--data", below).out


def test_a_county_is_founded_by_one_word(yzt: Run, tmp_path: Path) -> None:
    words = ("new", "--data", tmp_path / "k", "--node", "江安县市场监督管理局", "--code", "360429000000")
    assert yzt(*words, "--operator", "陈局", "--mode", "county", "--json").code == 0
    yzt("enrol", "request", "--data", tmp_path / "k", "--out", tmp_path).refused()


def test_keys_are_changed_and_a_peer_is_struck_off(yzt: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    above, below = pair
    desk, out = tmp_path / "keys", tmp_path / "out"
    yzt("enrol", "change-keys", "--data", below, "--out", desk, "--sure", "别的名字").refused()
    words = ("enrol", "change-keys", "--data", below, "--out", desk, "--sure", "青山镇消费维权窗口")
    changed = yzt(*words, "--json").json()
    yzt("export", "--to", "上级", "--data", below, "--out", out)
    assert yzt("import", out, "--data", above, "--json").json()["refused"][0]["code"] == "unknown_sender"
    assert yzt("import", desk, "--data", above, "--json").json()["refused"][0]["code"] == "wrong_purpose"
    heard = ("--fingerprint", changed["fingerprint"], "--with", "王敏", "--json")
    taken = yzt("enrol", "accept", changed["notices"][0]["file"], "--data", above, *heard).json()
    assert taken["fingerprint"] == changed["fingerprint"]
    assert yzt("import", out, "--data", above, "--json").json()["refused"] == []
    assert yzt("enrol", "revoke", "青山镇消费维权窗口", "--data", above, "--reason", "撤并").code == 0
    yzt("export", "--to", "上级", "--data", below, "--out", out)
    assert yzt("import", out, "--data", above).code == 1
