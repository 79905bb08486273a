"""Asking for room before a long write begins, so that a full disk is told before work is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.system.atomic_files import explain_os_error
from app.system.errors import EnvironmentProblem

_MEGABYTE = 1024 * 1024


def free_bytes(place: Path, doing: str) -> int:
    """Bytes this user may still write at `place`, which need not exist yet; raises EnvironmentProblem."""
    nearest = place
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    try:
        return shutil.disk_usage(nearest).free
    except OSError as error:
        raise explain_os_error(error, doing) from error


def require_free_space(place: Path, needed: int, doing: str) -> None:
    """Raise EnvironmentProblem unless `needed` bytes fit at `place`; `doing` names the act, e.g. 「备份」."""
    free = free_bytes(place, doing)
    if free < needed:
        raise EnvironmentProblem(
            f"{doing}没有开始：磁盘空间不够，需要约 {_rounded_up(needed)} MB，只剩 {free // _MEGABYTE} MB，"
            "请删除不用的文件或换一个磁盘后再试。"
        )


def _rounded_up(size: int) -> int:
    return -(-size // _MEGABYTE)
