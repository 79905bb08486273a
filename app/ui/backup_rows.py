"""A backup as a row of a table; the settings and the restore screen show the same."""

from __future__ import annotations

from typing import Any

from app.services.backups import Backup
from app.ui.widgets.cells import Column

COLUMNS = (
    Column("taken", "备份时间", 160),
    Column("size", "数据库", 90, "number"),
    Column("attachments", "附件", 110, "number"),
    Column("file", "文件", 240, "secondary", stretch=True),
)
_UNITS = ("B", "KB", "MB", "GB")


def backup_rows(found: list[Backup]) -> list[tuple[Any, tuple[Any, ...]]]:
    """Rows for `COLUMNS`; the id is the path."""
    return [
        (
            one.path,
            (f"{one.taken_at:%Y-%m-%d %H:%M}", file_size(one.size), _attachments(one), one.path.name),
        )
        for one in found
    ]


def _attachments(one: Backup) -> str:
    """12, or 12 缺 2: lost before the backup was made."""
    return f"{one.attachments:,} 缺 {one.missing:,}" if one.missing else f"{one.attachments:,}"


def file_size(size: int) -> str:
    """1536 → 1.5 KB."""
    amount = float(size)
    for unit in _UNITS:
        if amount < 1024 or unit == _UNITS[-1]:
            break
        amount /= 1024
    return f"{size} B" if unit == "B" else f"{amount:.1f} {unit}"
