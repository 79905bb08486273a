"""new: an office, its recovery code and the sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

NODE = ("--node", "江安县青山市场监督管理所", "--code", "360429104000", "--operator", "王敏")


def test_a_new_office_can_be_used_at_once(yzt: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "恢复密钥单.pdf"
    told = yzt("new", "--data", tmp_path / "o", *NODE, "--recovery-out", sheet)
    assert (told.code, told.err) == (0, "")
    code = next(line for line in told.out.splitlines() if line.startswith("恢复密钥："))
    assert code.count("-") == 7
    assert sheet.read_bytes().startswith(b"%PDF")
    assert "没有符合条件的案件" in yzt("list", "--data", tmp_path / "o").out
    assert yzt("verify", "--data", tmp_path / "o").code == 0


def test_json_names_the_recovery_code(yzt: Run, tmp_path: Path) -> None:
    told = yzt("new", "--data", tmp_path / "o", *NODE, "--bureau", "江安县市场监督管理局", "--json").json()
    assert told["node"] == NODE[1]
    assert len(told["recovery_code"].split("-")) == 8


def test_a_second_office_in_the_same_place_is_refused(yzt: Run, data: Path) -> None:
    before = sorted(path.name for path in data.iterdir())
    assert "已经有一个单位" in yzt("new", "--data", data, *NODE).refused()
    assert sorted(path.name for path in data.iterdir() if path.name != "logs") == [
        name for name in before if name != "logs"
    ]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (("--code", "360429"), "12 位"),
        (("--node", " "), "请填写单位名称"),
        (("--operator", ""), "请填写经办人姓名"),
        (("--identity", "king"), "bureau_office"),
    ],
)
def test_bad_entries_leave_nothing_behind(
    yzt: Run, tmp_path: Path, change: tuple[str, str], part: str
) -> None:
    assert part in yzt("new", "--data", tmp_path / "o", *NODE, *change).refused()
    assert not (tmp_path / "o").exists()


def test_a_short_password(yzt: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YZT_PASSWORD", "123")
    assert "密码" in yzt("new", "--data", tmp_path / "o", *NODE).refused()
    assert not (tmp_path / "o").exists()


def test_a_place_for_the_sheet_that_is_none(yzt: Run, tmp_path: Path) -> None:
    out = tmp_path / "missing" / "sheet.pdf"
    assert "没有建立单位" in yzt("new", "--data", tmp_path / "o", *NODE, "--recovery-out", out).refused()
    assert not (tmp_path / "o").exists()


def test_words_are_missing(yzt: Run, tmp_path: Path) -> None:
    assert "--code" in yzt("new", "--data", tmp_path, "--node", "所", "--operator", "王敏").refused()
