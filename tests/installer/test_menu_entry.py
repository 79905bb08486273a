"""The menu entry starts this checkout, and leaves nothing when it is removed."""

from __future__ import annotations

import configparser
import shlex
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "installer" / "menu_entry.sh"


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The script for a user whose home is `home`."""
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    return subprocess.run(
        ["bash", SCRIPT, *words], env=environment, capture_output=True, text=True, check=False
    )


def test_the_entry_names_the_program_and_starts_it(tmp_path: Path) -> None:
    assert run(tmp_path, "install").returncode == 0
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(tmp_path / ".local/share/applications/yizhantong.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["Name"] == "一站通"
    (command,) = shlex.split(entry["Desktop Entry"]["Exec"])
    assert Path(command).name == "run.sh"
    assert Path(command).is_file()
    assert run(tmp_path, "install").returncode == 0


def test_removing_leaves_no_file_behind(tmp_path: Path) -> None:
    run(tmp_path, "install")
    assert run(tmp_path, "remove").returncode == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert run(tmp_path, "remove").returncode == 0


def test_wrong_use_says_how(tmp_path: Path) -> None:
    wrong = run(tmp_path)
    assert wrong.returncode == 2
    assert "用法" in wrong.stderr
