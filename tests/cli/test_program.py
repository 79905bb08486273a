"""Wrong words, help, encodings, defects, interruptions: how every command ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import calculation, cases
from app.cli.output import printable, table
from app.system.paths import log_dir, program_root
from tests.cli.conftest import Run

COMMANDS = (
    ("new",),
    ("import-orders",),
    ("list",),
    ("show",),
    ("print",),
    ("ledger",),
    ("calc",),
    ("calc", "deadline"),
    ("verify",),
    ("rebuild",),
    ("demo",),
)


@pytest.mark.parametrize("command", [(), *COMMANDS], ids=" ".join)
def test_every_command_has_help_in_chinese(yzt: Run, command: tuple[str, ...]) -> None:
    told = yzt(*command, "--help")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("用法：python main.py")
    assert "usage" not in told.out
    assert "optional" not in told.out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ((), "还缺少 命令"),
        (("sing",), "没有“sing”这一项，可以用：new、import-orders"),
        (("list", "--nope"), "不认识“--nope”"),
        (("list", "--json=1"), "多了“1”"),
        (("list", "--open", "--closed"), "不能同时使用"),
        (("--data",), "后面还要写内容"),
        (("list", "--data", ""), "没有写出文件或目录"),
        (("import-orders",), "还缺少 FILE"),
        (("print", "1", "2"), "还缺少 --out"),
        (("print", "1", "2", "--out", "x.pdf", "--session", "0"), "从 1 起"),
        (("print", "1", "2", "--out", "x.pdf", "--to", "nobody"), "complainant"),
        (("ledger", "--out", "x.txt"), ".xlsx"),
        (("calc",), "还缺少 命令"),
    ],
)
def test_wrong_use_is_one_sentence(yzt: Run, words: tuple[str, ...], part: str) -> None:
    assert part in yzt(*words).refused()


def test_a_directory_without_an_office(yzt: Run, tmp_path: Path) -> None:
    for command in (("list",), ("verify",), ("rebuild",), ("show", "1"), ("ledger", "--out", "x.xlsx")):
        assert "还没有建立单位" in yzt(*command, "--data", tmp_path / "none").refused()
    assert not (tmp_path / "none").exists()


def test_the_data_directory_stands_before_or_after_the_command(yzt: Run, data: Path) -> None:
    assert yzt("--data", data, "list").out == yzt("list", "--data", data).out


def test_a_wrong_password(yzt: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YZT_PASSWORD", "not the password")
    assert "密码不对" in yzt("list", "--data", data).refused()


def test_an_unknown_operator(yzt: Run, data: Path) -> None:
    assert "姓名或密码不对" in yzt("list", "--data", data, "--operator", "赵六").refused()
    assert yzt("list", "--data", data, "--operator", "王敏").code == 0


def test_nobody_to_ask_for_the_password(yzt: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("YZT_PASSWORD")
    assert "YZT_PASSWORD" in yzt("list", "--data", data).refused()


def test_a_damaged_database(yzt: Run, data: Path) -> None:
    database = data / "yizhantong.db"
    database.write_bytes(b"\0" * database.stat().st_size)
    yzt("list", "--data", data).refused()


def test_a_defect_is_reported_without_a_traceback(
    yzt: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> object:
        raise RuntimeError("13907925561")

    monkeypatch.setattr(calculation.calculation, "deadline_of", broken)
    words = ("calc", "deadline", "--rule", "complaint.mediation", "--from", "2026-05-06")
    told = yzt("--data", tmp_path, *words)
    assert told.code == 3
    assert "程序出了故障" in told.err
    assert "Traceback" not in told.err
    reports = list(log_dir(tmp_path).glob("crash-*.txt"))
    assert len(reports) == 1
    assert str(reports[0]) in told.err
    assert "RuntimeError" in reports[0].read_text("ascii")
    assert "13907925561" not in reports[0].read_text("ascii")


def test_an_interruption(yzt: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(cases.case_list, "ids", interrupted)
    told = yzt("list", "--data", data)
    assert told.code == 130
    assert "已经中断" in told.err


def test_foreign_characters_cannot_steer_the_terminal() -> None:
    assert printable("甲\x1b[2J乙\u202e丙\n") == "甲\\u001b[2J乙\\u202e丙\n"


def test_columns_line_up_where_chinese_takes_two_places() -> None:
    lines = table(("姓名", "号"), [("陈䶮", "1"), ("Li", "2")]).split("\n")
    assert lines == ["姓名  号", "陈䶮  1", "Li    2"]


# ---- the program as a person starts it


def start(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """main.py in a process of its own, with a terminal that claims to know ASCII only."""
    return subprocess.run(
        [sys.executable, str(program_root() / "main.py"), *map(str, words)],
        env={**os.environ, "PYTHONIOENCODING": "ascii", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=50,
    )


def test_main_speaks_utf8_in_any_locale() -> None:
    done = start("calc", "deadline", "--rule", "complaint.mediation", "--from", "2026-05-06", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["due"] == "2026-07-05"
    assert "受理".encode() in done.stdout


def test_main_lists_a_rare_name(data: Path) -> None:
    done = start("list", "--data", data, YZT_PASSWORD="青山绿水-2026")
    assert done.returncode == 0, done.stderr
    assert "陈䶮" in done.stdout.decode("utf-8")


def test_main_refuses_with_exit_code_two() -> None:
    done = start("show", "消投〔2026〕1号", "--data", "/nowhere", YZT_PASSWORD="x")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8").count("\n") == 1


def test_main_without_a_screen_says_so() -> None:
    done = start(QT_QPA_PLATFORM="")
    assert done.returncode == 2
    assert "没有可用的显示器" in done.stderr.decode("utf-8")
