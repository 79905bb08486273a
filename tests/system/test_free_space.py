"""A long write asks for room first."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.system.errors import EnvironmentProblem
from app.system.free_space import free_bytes, require_free_space


def test_room_is_counted_for_a_place_that_does_not_exist_yet(tmp_path: Path) -> None:
    assert free_bytes(tmp_path / "a" / "b", "备份") > 0


def test_enough_room_is_silent(tmp_path: Path) -> None:
    require_free_space(tmp_path, 1, "备份")


def test_too_little_room_is_told_with_both_figures(tmp_path: Path) -> None:
    needed = free_bytes(tmp_path, "备份") + 10**15
    with pytest.raises(EnvironmentProblem, match=r"备份没有开始：磁盘空间不够，需要约 \d+ MB，只剩 \d+ MB"):
        require_free_space(tmp_path, needed, "备份")
