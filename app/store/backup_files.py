"""What a finished backup is on disk: `yizhantong-<time>.db`, its keys, and a manifest.

The name of the database is given last, when everything else is on the disk; the manifest tells how long
it must be, so a copy that was cut off does not count. Attachments of all backups of a folder lie once
in `blobs/` beside them. Listing and rotating need no key; times are in the names, so they
survive copying to another disk.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import msgspec

from app.system.atomic_files import explain_os_error, flush_directory, write_atomically
from app.system.clock import SHANGHAI

BACKUPS_NAME = "backups"
EXCHANGE_KEYS_NAME = "exchange.keys"
"""The sealed keys of the exchange in a data directory; bytes to the store."""
BEFORE_UPGRADE = "before-upgrade"
DAILY, WEEKLY, MONTHLY, NEWEST = 14, 8, 24, 3
UPGRADE_DAYS = 90

_OUTSIDE_NAME = "一站通备份-"
_NODE_LETTERS = 8
_FORMAT = 1
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"yizhantong-(\d{8}-\d{6})(-before-upgrade)?\.db")
_UNFINISHED = re.compile(r"yizhantong-.*\.part(-journal|-wal|-shm)?")


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """`size` of the database copy in bytes; `attachments` it refers to, and how many are lost."""

    format: int
    size: int
    attachments: int
    missing: int


class BackupFile(msgspec.Struct, frozen=True, kw_only=True):
    """A finished backup. `missing` of its `attachments` were in no place when it was made."""

    path: Path
    taken_at: dt.datetime
    before_upgrade: bool
    attachments: int = 0
    missing: int = 0


def outside_folder(place: Path, node: str) -> Path:
    """Where the backups of an office lie on a stick; one stick may carry several offices."""
    name = f"{_OUTSIDE_NAME}{node[:_NODE_LETTERS]}"
    return place if place.name == name else place / name


def folders_with_backups(place: Path) -> list[Path]:
    """Where under `place` backups may lie: a data directory, a stick, or the folder of the backups itself.

    Raises EnvironmentProblem when `place` cannot be read.
    """
    try:
        found = [place, place / BACKUPS_NAME]
        if place.is_dir():
            found += sorted(path for path in place.iterdir() if path.name.startswith(_OUTSIDE_NAME))
        return [folder for folder in found if folder.is_dir()]
    except OSError as error:
        raise explain_os_error(error, "查找备份") from error


def list_backups(folder: Path) -> list[BackupFile]:
    """The finished backups in a folder, the newest first; needs no key. EnvironmentProblem: unreadable."""
    try:
        paths = list(folder.iterdir()) if folder.is_dir() else []
        found = [described for path in paths if (described := _finished(path)) is not None]
    except OSError as error:
        raise explain_os_error(error, "查找备份") from error
    return sorted(found, key=lambda backup: (backup.taken_at, backup.path.name), reverse=True)


def free_name(folder: Path, moment: dt.datetime, *, before_upgrade: bool) -> Path:
    """The path of a new backup; two in one second have two names."""
    label = f"-{BEFORE_UPGRADE}" if before_upgrade else ""
    while True:
        path = folder / f"yizhantong-{moment.strftime(_STAMP)}{label}.db"
        if not path.exists():
            return path
        moment += dt.timedelta(seconds=1)


def finish(part: Path, path: Path, attachments: int, missing: int, doing: str) -> BackupFile:
    """Give a proved copy its name, which makes it a backup; all else of it is on the disk by then.

    OSError passes, EnvironmentProblem comes from the manifest.
    """
    manifest = Manifest(format=_FORMAT, size=part.stat().st_size, attachments=attachments, missing=missing)
    write_atomically(manifest_beside(path), msgspec.json.encode(manifest), doing)
    part.rename(path)
    flush_directory(path.parent)
    finished = _finished(path)
    assert finished is not None, "what was just written can be read"
    return finished


def remove_backup(path: Path) -> None:
    """Remove a backup, the database first: without it the rest is nothing. OSError passes."""
    for part in (path, manifest_beside(path), keys_beside(path), exchange_keys_beside(path)):
        part.unlink(missing_ok=True)


def remove_unfinished(folder: Path) -> None:
    """Remove what an interrupted backup left in the folder. OSError passes."""
    for path in folder.iterdir():
        if _UNFINISHED.fullmatch(path.name):
            path.unlink(missing_ok=True)


def keys_beside(backup: Path) -> Path:
    """Where the keys that open a backup are kept."""
    return backup.with_suffix(".keys.json")


def exchange_keys_beside(backup: Path) -> Path:
    """Where the sealed keys of the exchange are kept; not there before the office has any."""
    return backup.with_suffix(".exchange.keys")


def manifest_beside(backup: Path) -> Path:
    """Where it stands that a backup is whole."""
    return backup.with_suffix(".manifest.json")


def kept_backups(backups: list[BackupFile], now: dt.datetime) -> list[BackupFile]:
    """What rotation keeps: the last of 14 days, 8 weeks, 24 months, the newest 3, upgrades for 90 days."""
    newest_first = sorted(backups, key=lambda backup: backup.taken_at, reverse=True)
    ordinary = [backup for backup in newest_first if not backup.before_upgrade]
    kept = {id(backup) for backup in ordinary[:NEWEST]}
    for count, period in ((DAILY, "%Y-%m-%d"), (WEEKLY, "%G-%V"), (MONTHLY, "%Y-%m")):
        last_of: dict[str, BackupFile] = {}
        for backup in ordinary:
            last_of.setdefault(backup.taken_at.strftime(period), backup)
        kept.update(id(backup) for backup in list(last_of.values())[:count])
    oldest_upgrade = now - dt.timedelta(days=UPGRADE_DAYS)
    kept.update(id(b) for b in newest_first if b.before_upgrade and b.taken_at >= oldest_upgrade)
    return [backup for backup in backups if id(backup) in kept]


def _finished(path: Path) -> BackupFile | None:
    """The backup, None when the file is none or was cut off by a pulled stick."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        moment = dt.datetime.strptime(match[1], _STAMP).replace(tzinfo=SHANGHAI)
        manifest = msgspec.json.decode(manifest_beside(path).read_bytes(), type=Manifest)
    except (FileNotFoundError, ValueError):
        # A name that is no date, no manifest, or one that is cut off: ValueError holds decoding errors.
        return None
    if path.stat().st_size != manifest.size:
        return None
    return BackupFile(
        path=path,
        taken_at=moment,
        before_upgrade=match[2] is not None,
        attachments=manifest.attachments,
        missing=manifest.missing,
    )
