"""Backups: a consistent copy by SQLite's online backup, opened and checked before it counts.

A copied database file loses what stands in its -wal (docs/migrations.md), so nothing here copies files.
Old backups go only after a new one has been verified; a damaged database therefore never pushes out a
good backup. keys.json is laid beside each copy, because without it no copy can be opened.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import msgspec
from sqlcipher3 import dbapi2 as sqlcipher

from app.store.connection import connect
from app.store.database_errors import Explained
from app.store.keyring import KEYS_NAME
from app.system.atomic_files import explain_os_error, flush_directory, make_directory, write_atomically
from app.system.clock import SHANGHAI, Clock
from app.system.errors import EnvironmentProblem
from app.system.free_space import require_free_space

BACKUPS_NAME = "backups"
BEFORE_UPGRADE = "before-upgrade"
DAILY, WEEKLY, MONTHLY, NEWEST = 14, 8, 24, 3
UPGRADE_DAYS = 90

_DOING = "备份"
_MARGIN = 16 * 1024 * 1024
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"yizhantong-(\d{8}-\d{6})(-before-upgrade)?\.db")


class BackupFile(msgspec.Struct, frozen=True, kw_only=True):
    """A finished backup; its time is in its name, so it survives copying to another disk."""

    path: Path
    taken_at: dt.datetime
    before_upgrade: bool


class Backups:
    """The backups of one office, in `backups/` beside the database."""

    def __init__(self, directory: Path, database: Path, key: bytes, clock: Clock) -> None:
        self._data_directory = directory
        self._directory = directory / BACKUPS_NAME
        self._database = database
        self._key = key
        self._clock = clock

    def make(self, *, before_upgrade: bool = False) -> BackupFile:
        """Copy the database as it is now, verify the copy, then let old backups go.

        Other threads may read and write meanwhile. Raises EnvironmentProblem when the disk refuses or the
        copy is not sound; then every earlier backup is still there.
        """
        make_directory(self._directory, _DOING)
        require_free_space(self._directory, self._database.stat().st_size + _MARGIN, _DOING)
        path = self._free_name(before_upgrade)
        part = path.with_name(f"{path.name}.part")
        try:
            copy_database(self._database, part, self._key)
            verify_copy(part, self._key, self._database)
            self._lay_keys_beside(path)
            part.rename(path)
            flush_directory(self._directory)
        except OSError as error:
            raise explain_os_error(error, _DOING) from error
        finally:
            remove_database_files(part)
        self._rotate()
        return _described(path)

    def all(self) -> list[BackupFile]:
        """Every finished backup, the newest first."""
        return list_backups(self._data_directory)

    def _free_name(self, before_upgrade: bool) -> Path:
        moment = self._clock.now()
        label = f"-{BEFORE_UPGRADE}" if before_upgrade else ""
        while True:
            path = self._directory / f"yizhantong-{moment.strftime(_STAMP)}{label}.db"
            if not path.exists():
                return path
            moment += dt.timedelta(seconds=1)

    def _lay_keys_beside(self, path: Path) -> None:
        keys = self._data_directory / KEYS_NAME
        if keys.exists():
            write_atomically(keys_beside(path), keys.read_bytes(), _DOING)

    def _rotate(self) -> None:
        backups = self.all()
        kept = kept_backups(backups, self._clock.now())
        try:
            for backup in backups:
                if backup not in kept:
                    backup.path.unlink()
                    keys_beside(backup.path).unlink(missing_ok=True)
        except OSError as error:
            raise explain_os_error(error, "清理旧备份") from error


def list_backups(directory: Path) -> list[BackupFile]:
    """The finished backups under a data directory, the newest first; needs no key."""
    folder = directory / BACKUPS_NAME
    if not folder.is_dir():
        return []
    found = [_described(path) for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    return sorted(found, key=lambda backup: (backup.taken_at, backup.path.name), reverse=True)


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


def copy_database(source: Path, target: Path, key: bytes, mode: str = "rw") -> None:
    """An online copy in one step, with the same key, on disk; what stood at `target` is replaced.

    `mode` opens the source: rw beside the running program, immutable for a file nobody has open.
    """
    remove_database_files(target)
    with Explained():
        reading = connect(source, key, mode)
        try:
            writing = connect(target, key, "rwc")
            try:
                reading.backup(writing)
                writing.execute("PRAGMA journal_mode = DELETE").fetchall()
            finally:
                writing.close()
        finally:
            reading.close()


def verify_copy(copy: Path, key: bytes, source: Path | None = None) -> None:
    """Open a backup and check every page and, given `source`, that each chain ends in the source's past.

    Raises EnvironmentProblem when it is not sound; nothing is written.
    """
    try:
        connection = connect(copy, key, "immutable")
        try:
            problems = [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
            heads = chain_heads(connection)
        finally:
            connection.close()
    except sqlcipher.DatabaseError as error:
        raise _unsound() from error
    if problems:
        raise _unsound()
    if source is not None:
        _compare_heads(heads, source, key)


def chain_heads(connection: sqlcipher.Connection) -> list[tuple[str, int, int, str]]:
    """node, epoch, seq, hash of the last event of every chain."""
    # SQLite takes the other columns from the row that holds the maximum.
    rows = connection.execute("SELECT node, epoch, MAX(seq), hash FROM events GROUP BY node, epoch")
    return [(node, epoch, seq, last_hash) for node, epoch, seq, last_hash in rows]


def remove_database_files(path: Path) -> None:
    """Remove a database that does not count, with whatever SQLite left beside it."""
    try:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
    except OSError as error:
        raise explain_os_error(error, "清理未完成的文件") from error


def keys_beside(backup: Path) -> Path:
    """Where the keys that open a backup are kept."""
    return backup.with_suffix(".keys.json")


def _compare_heads(heads: list[tuple[str, int, int, str]], source: Path, key: bytes) -> None:
    with Explained():
        connection = connect(source, key, "rw")
        try:
            for node, epoch, seq, last_hash in heads:
                found = connection.execute(
                    "SELECT hash FROM events WHERE node = ? AND epoch = ? AND seq = ?", (node, epoch, seq)
                ).fetchone()
                if found is None or found[0] != last_hash:
                    raise _unsound()
        finally:
            connection.close()


def _unsound() -> EnvironmentProblem:
    return EnvironmentProblem(
        "备份没有成功：复制出来的数据库没有通过检查，磁盘或数据库可能已损坏；"
        "以前的备份都还在，请先运行数据检查。"
    )


def _described(path: Path) -> BackupFile:
    match = _NAME.fullmatch(path.name)
    if match is None:
        raise ValueError(f"not the name of a backup: {path.name}")
    moment = dt.datetime.strptime(match[1], _STAMP).replace(tzinfo=SHANGHAI)
    return BackupFile(path=path, taken_at=moment, before_upgrade=match[2] is not None)
