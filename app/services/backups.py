"""Backups of an office, and putting one back."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import msgspec

from app.services.office import OpenOffice
from app.store import keyring
from app.store.backup import BackupFile, keys_beside, list_backups
from app.store.store import restore_backup
from app.system.atomic_files import make_directory, write_atomically
from app.system.clock import Clock
from app.system.errors import EnvironmentProblem

_RESTORING = "恢复备份"


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A finished, verified backup. `size` in bytes."""

    path: Path
    taken_at: dt.datetime
    size: int


def make_backup(office: OpenOffice) -> Backup:
    """Copy the database now, verify the copy, then rotate. EnvironmentProblem when the disk refuses."""
    return _backup(office.store.backups.make())


def backups_in(data_dir: Path) -> list[Backup]:
    """The backups of the office in a data directory, the newest first; needs no password."""
    return [_backup(found) for found in list_backups(data_dir)]


def restore(data_dir: Path, backup: Path, name: str | None, password: str, clock: Clock) -> Path:
    """Put a backup in the place of the closed office's database; returns where the replaced files are kept.

    A new epoch starts, so that no number of the chain is used twice. UserError for a wrong password,
    EnvironmentProblem when the backup is unsound; the present database is then untouched.
    """
    if not keyring.exists(data_dir):
        return _restore_on_new_machine(data_dir, backup, name, password, clock)
    key, _ = keyring.unlock(data_dir, name, password)
    return restore_backup(data_dir, backup, key, clock)


def _restore_on_new_machine(
    data_dir: Path, backup: Path, name: str | None, password: str, clock: Clock
) -> Path:
    """The keys come from beside the backup and count only when the database is in its place."""
    beside = keys_beside(backup)
    try:
        keys = beside.read_bytes()
    except OSError as error:
        raise EnvironmentProblem(
            f"备份旁边没有钥匙文件“{beside.name}”，打不开这份备份，请把它和备份放在同一个文件夹里再试。"
        ) from error
    make_directory(data_dir, _RESTORING)
    with tempfile.TemporaryDirectory(dir=data_dir) as staging:
        write_atomically(Path(staging) / keyring.KEYS_NAME, keys, _RESTORING)
        key, _ = keyring.unlock(Path(staging), name, password)
    replaced = restore_backup(data_dir, backup, key, clock)
    write_atomically(data_dir / keyring.KEYS_NAME, keys, _RESTORING)
    return replaced


def _backup(found: BackupFile) -> Backup:
    return Backup(path=found.path, taken_at=found.taken_at, size=found.path.stat().st_size)
