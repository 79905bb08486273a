"""verify, rebuild, ledger."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.cli.conftest import Run


def test_a_whole_office(yzt: Run, data: Path) -> None:
    assert yzt("verify", "--data", data).code == 0
    report = yzt("verify", "--data", data, "--json").json()
    assert report["ok"] is True
    assert report["findings"] == []
    assert len(report["state_hash"]) == 64


def test_a_lost_attachment_is_found(yzt: Run, data: Path, tmp_path: Path) -> None:
    before = set(data.rglob("*"))
    yzt("print", "消投〔2026〕1号", "acceptance_decision", "--data", data, "--out", tmp_path / "x.pdf")
    kept = [path for path in set(data.rglob("*")) - before if path.is_file() and "log" not in str(path)]
    assert len(kept) == 1
    kept[0].unlink()
    told = yzt("verify", "--data", data)
    assert told.code == 1
    assert "共发现 1 个问题" in told.out
    report = yzt("verify", "--data", data, "--json")
    assert report.code == 1
    assert report.json()["ok"] is False
    assert len(report.json()["findings"]) == 1


def test_rebuild_changes_nothing_that_is_right(yzt: Run, data: Path) -> None:
    before = yzt("list", "--data", data, "--json").out
    assert yzt("rebuild", "--data", data).code == 0
    assert yzt("list", "--data", data, "--json").out == before
    assert yzt("verify", "--data", data).code == 0


def test_ledger(yzt: Run, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "台账.xlsx"
    assert "共 2 件" in yzt("ledger", "--data", data, "--out", out).out
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
    assert cells.count("陈䶮") == 2
    assert "消投〔2026〕1号" in cells
    assert cells.count(300) == 2


def test_a_ledger_that_cannot_be_written(yzt: Run, data: Path, tmp_path: Path) -> None:
    yzt("ledger", "--data", data, "--out", tmp_path / "missing" / "l.xlsx").refused()
