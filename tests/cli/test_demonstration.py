"""demo: what it leaves, and what it refuses to overwrite. The cases themselves: tests/scenarios."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import demonstration
from app.services import demo
from tests.cli.conftest import Run


@pytest.fixture
def without_real_orders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout with nothing beside it."""
    monkeypatch.setattr(demonstration, "program_root", lambda: tmp_path / "elsewhere" / "program")


def test_our_own_orders_where_nobody_put_others(without_real_orders: None) -> None:
    assert demonstration._orders() == demo.own_orders()


def test_orders_beside_the_program_come_first(tmp_path: Path, without_real_orders: None) -> None:
    beside = tmp_path / "elsewhere" / "shared" / "data"
    beside.mkdir(parents=True)
    (beside / "b.xlsx").touch()
    (beside / "a.xlsx").touch()
    (beside / "note.txt").touch()
    assert [path.name for path in demonstration._orders()] == ["a.xlsx", "b.xlsx"]


def test_a_demonstration_can_be_made_used_and_made_again(
    yzt: Run, tmp_path: Path, without_real_orders: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("YZT_PASSWORD")
    out = tmp_path / "demo"
    told = yzt("demo", "--out", out, "--no-screens")
    assert (told.code, told.err) == (0, "")
    account = json.loads((out / "demo.json").read_text("utf-8"))
    assert account["finished"] is True
    assert account["verify"]["ok"] is True
    assert account["screens"] == []
    for case in account["cases"]:
        for paper in case["papers"]:
            assert (out / paper["path"]).stat().st_size > 1000
    assert (out / account["ledger"]["path"]).exists()
    monkeypatch.setenv("YZT_PASSWORD", account["password"])
    assert yzt("verify", "--data", out / "office").code == 0
    listed = yzt("list", "--data", out / "office", "--json").json()
    assert {case["number"]: case["phase"] for case in listed} == {
        case["number"]: case["phase"] for case in account["cases"]
    }
    (out / "papers" / "stale.pdf").touch()
    assert yzt("demo", "--out", out, "--no-screens").code == 0
    assert not (out / "papers" / "stale.pdf").exists()
    # Made with the open password, now given as the person's own; it is still the open one and is told.
    assert json.loads((out / "demo.json").read_text("utf-8"))["password"] == demo.PASSWORD


def test_other_peoples_files_are_left_alone(yzt: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert "换一个空目录" in yzt("demo", "--out", tmp_path, "--no-screens").refused()
    (tmp_path / "demo.json").write_text('{"made_by": "somebody"}')
    assert "换一个空目录" in yzt("demo", "--out", tmp_path, "--no-screens").refused()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo.json", "letter.txt"]


def test_a_file_is_no_place_for_it(yzt: Run, tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    yzt("demo", "--out", tmp_path / "x", "--no-screens").refused()


def test_pictures_that_cannot_be_taken_are_told(yzt: Run, tmp_path: Path, without_real_orders: None) -> None:
    # The program is not where it should be: the process that takes the pictures cannot start.
    assert "--no-screens" in yzt("demo", "--out", tmp_path / "demo").refused()
    account = json.loads((tmp_path / "demo" / "demo.json").read_text("utf-8"))
    assert account["finished"] is False
