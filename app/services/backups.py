"""Backups of an office, here and on sticks, and putting one back."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.domain.errors import UserError
from app.exchange.node_keys import generation_of
from app.services.office import OpenOffice
from app.store import keyring
from app.store.backup_files import (
    EXCHANGE_KEYS_NAME,
    BackupFile,
    exchange_keys_beside,
    folders_with_backups,
    keys_beside,
    list_backups,
)
from app.store.restore import Restored
from app.store.store import restore_backup
from app.system.atomic_files import explain_os_error, make_directory, write_atomically
from app.system.clock import Clock
from app.system.errors import EnvironmentProblem

Progress = Callable[[int, int], None]
"""Called with the bytes done and to do; may raise to stop."""

_RESTORING = "恢复备份"
_Unlock = Callable[[Path], bytes]
"""The database key from the keys in a directory; UserError when the secret is wrong."""


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A finished, verified backup. `size` of its database in bytes.

    `missing` of its `attachments` were nowhere to be found when it was made.
    """

    path: Path
    taken_at: dt.datetime
    size: int
    attachments: int
    missing: int


class Restoration(msgspec.Struct, frozen=True, kw_only=True):
    """What a restore did: where the replaced files are, how many attachments it brought.

    `missing`: case numbers with how many of their attachments are in no good order anywhere.
    """

    aside: Path
    brought: int
    missing: tuple[tuple[str, int], ...]


def make_backup(office: OpenOffice, place: Path | None = None, progress: Progress | None = None) -> Backup:
    """Copy database and attachments now, verify the copy, then rotate; returns when all is on the disk.

    Without `place` into the data directory. With one (a stick, another disk) into a folder of the
    office there that a new computer can be restored from; it has been read back, the stick may be
    pulled. `progress` may raise to stop. Raises UserError for a place inside the data directory,
    EnvironmentProblem when the disk refuses; earlier backups are then all still there.
    """
    return _backup(office.store.backups.make(place, progress=progress))


def backups_in(place: Path) -> list[Backup]:
    """The backups in a data directory, on a stick or in a folder of backups, the newest first.

    Needs no password. Raises EnvironmentProblem when the place cannot be read.
    """
    found = [_backup(one) for folder in folders_with_backups(place) for one in list_backups(folder)]
    return sorted(found, key=lambda backup: (backup.taken_at, str(backup.path)), reverse=True)


def on_same_disk(office: OpenOffice, place: Path) -> bool:
    """Whether a broken disk would take both the data and a backup at `place`."""
    try:
        return place.stat().st_dev == office.store.directory.stat().st_dev
    except OSError as error:
        raise explain_os_error(error, "备份") from error


def restore(
    data_dir: Path,
    backup: Path,
    name: str | None,
    password: str,
    clock: Clock,
    progress: Progress | None = None,
) -> Restoration:
    """Put a backup in the place of the closed office's database and bring back missing attachments.

    The password is today's or, as on a new computer, that of the backup's day. A new epoch starts, so
    that no number of the chain is used twice. UserError for a wrong password, EnvironmentProblem when
    the backup is unsound; the present database is then untouched.
    """
    return _restore(data_dir, backup, lambda keys: keyring.unlock(keys, name, password)[0], clock, progress)


def restore_with_recovery(
    data_dir: Path, backup: Path, code: str, clock: Clock, progress: Progress | None = None
) -> Restoration:
    """Like `restore`, opened with the printed recovery code; passwords stay what they were."""
    return _restore(data_dir, backup, lambda keys: keyring.unlock_with_recovery(keys, code), clock, progress)


def _restore(
    data_dir: Path, backup: Path, unlock: _Unlock, clock: Clock, progress: Progress | None
) -> Restoration:
    """The keys from beside the backup count only when its database is in its place."""
    make_directory(data_dir, _RESTORING)
    key, keys = _open(data_dir, backup, unlock)
    done = restore_backup(data_dir, backup, key, clock, progress)
    if keys is not None:
        _put_keys(data_dir, keys, done)
    _bring_exchange_keys(data_dir, backup)
    return Restoration(aside=done.aside, brought=done.brought, missing=done.missing)


def _open(data_dir: Path, backup: Path, unlock: _Unlock) -> tuple[bytes, bytes | None]:
    """The key, and the keys from beside the backup when it was they that opened.

    The office's own keys are tried first. They may be lost or damaged with the disk, or be younger than
    the password somebody remembers.
    """
    if not keyring.exists(data_dir):
        return _open_beside(data_dir, backup, unlock)
    try:
        return unlock(data_dir), None
    except EnvironmentProblem:
        return _open_beside(data_dir, backup, unlock)
    except UserError as refusal:
        try:
            return _open_beside(data_dir, backup, unlock)
        except (UserError, EnvironmentProblem):
            # Why the keys in use refuse says more than why older ones do.
            raise refusal from None


def _open_beside(data_dir: Path, backup: Path, unlock: _Unlock) -> tuple[bytes, bytes]:
    beside = keys_beside(backup)
    try:
        keys = beside.read_bytes()
    except OSError as error:
        raise EnvironmentProblem(
            f"备份旁边没有钥匙文件“{beside.name}”，打不开这份备份，请把它和备份放在同一个文件夹里再试。"
        ) from error
    with tempfile.TemporaryDirectory(dir=data_dir) as staging:
        write_atomically(Path(staging) / keyring.KEYS_NAME, keys, _RESTORING)
        return unlock(Path(staging)), keys


def _put_keys(data_dir: Path, keys: bytes, done: Restored) -> None:
    """The keys of the backup open the office from now on; those they replace are kept aside."""
    present = data_dir / keyring.KEYS_NAME
    try:
        if present.exists():
            write_atomically(done.aside / keyring.KEYS_NAME, present.read_bytes(), _RESTORING)
    except OSError as error:
        raise explain_os_error(error, _RESTORING) from error
    write_atomically(present, keys, _RESTORING)


def _bring_exchange_keys(data_dir: Path, backup: Path) -> None:
    """The keys of the exchange come from the backup only where there are none, or older ones.

    A restore must not bring back keys the peers no longer know.
    """
    try:
        brought = exchange_keys_beside(backup).read_bytes()
        present = data_dir / EXCHANGE_KEYS_NAME
        if present.exists() and generation_of(present.read_bytes()) >= generation_of(brought):
            return
    except FileNotFoundError:
        return
    except OSError as error:
        raise explain_os_error(error, _RESTORING) from error
    write_atomically(present, brought, _RESTORING, owner_only=True)


def _backup(found: BackupFile) -> Backup:
    return Backup(
        path=found.path,
        taken_at=found.taken_at,
        size=found.path.stat().st_size,
        attachments=found.attachments,
        missing=found.missing,
    )
