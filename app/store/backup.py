"""Backups: a consistent copy by SQLite's online backup and its attachments, checked before it counts.

A copied database file loses what stands in its -wal (docs/migrations.md), so nothing here copies the
database as a file. Old backups go only after a new one has been verified; a damaged database therefore
never pushes out a good backup. keys.json is laid beside each copy, because without it no copy can be
opened. The copy gets its name last: a stick pulled before that carries nothing that looks like a backup.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from app.domain.errors import UserError
from app.store.backup_blobs import (
    Contents,
    contents_of,
    copy_sound,
    keep_linked,
    remove_unfinished_copies,
    size_of,
)
from app.store.backup_files import (
    BACKUPS_NAME,
    EXCHANGE_KEYS_NAME,
    BackupFile,
    exchange_keys_beside,
    finish,
    free_name,
    kept_backups,
    keys_beside,
    list_backups,
    outside_folder,
    remove_backup,
    remove_unfinished,
)
from app.store.blobs import BLOBS_NAME, Blobs
from app.store.connection import PAGE_SIZE, connect
from app.store.database_errors import Explained
from app.store.keyring import KEYS_NAME
from app.system.atomic_files import explain_os_error, make_directory, write_atomically
from app.system.clock import Clock
from app.system.errors import EnvironmentProblem
from app.system.free_space import require_free_space
from app.system.past_cache import Step, read_back

Progress = Callable[[int, int], None]
"""Called with the bytes done and to do; may raise to stop the work."""

_DOING = "备份"
_MARGIN = 16 * 1024 * 1024
_PAGES_A_STEP = 256
_GONE = "备份没有成功：U 盘或磁盘已被拔出，这一份不算数，以前的备份都还在；请插好后再备份一次。"
_NOT_COPIED = "复制数据库没有成功：磁盘可能已满、被拔出或已损坏，请检查磁盘后再试；以前的备份都还在。"


class Backups:
    """The backups of one office: in `backups/` beside the database, and on sticks."""

    def __init__(self, directory: Path, database: Path, key: bytes, clock: Clock) -> None:
        self._data_directory = directory
        self._directory = directory / BACKUPS_NAME
        self._database = database
        self._key = key
        self._clock = clock
        self._one_at_a_time = threading.Lock()

    def make(
        self, place: Path | None = None, *, before_upgrade: bool = False, progress: Progress | None = None
    ) -> BackupFile:
        """Copy the database as it is now with its attachments, verify all, then let old backups go.

        Without `place` in the data directory; with one (a stick, another disk) a folder there that needs
        nothing else for a restore, read back from the disk. Others may read and write meanwhile, and
        `progress` may raise to stop. Raises UserError for a place inside the data directory,
        EnvironmentProblem when the disk refuses or the copy is not sound; then every earlier backup is
        still there.
        """
        with self._one_at_a_time:
            now = contents_of(self._database, self._key, "rw")
            folder = self._directory if place is None else self._outside(place, now.node)
            if place is not None and not place.is_dir():
                raise EnvironmentProblem("找不到选定的位置，请确认 U 盘已插好、文件夹还在，再选择一次。")
            make_directory(folder / BLOBS_NAME, _DOING)
            pace = self._prepare(folder, now, outside=place is not None, progress=progress)
            try:
                made = self._write(folder, pace, outside=place is not None, before_upgrade=before_upgrade)
            except EnvironmentProblem as problem:
                if place is not None and not place.is_dir():
                    raise EnvironmentProblem(_GONE) from problem
                raise
            self._rotate(folder)
            return made

    def all(self) -> list[BackupFile]:
        """Every finished backup in the data directory, the newest first."""
        return list_backups(self._directory)

    def _outside(self, place: Path, node: str) -> Path:
        if place.resolve().is_relative_to(self._data_directory.resolve()):
            raise UserError("这个文件夹在本机的数据目录里，电脑坏了会一起丢，请选 U 盘或别的硬盘。")
        return outside_folder(place, node)

    def _prepare(self, folder: Path, now: Contents, *, outside: bool, progress: Progress | None) -> Pace:
        """Clear away what an interruption left and make sure that everything fits."""
        size = size_of(self._database) + size_of(Path(f"{self._database}-wal"))
        try:
            remove_unfinished(folder)
            remove_unfinished_copies(folder / BLOBS_NAME)
        except OSError as error:
            raise explain_os_error(error, _DOING) from error
        if outside:
            target, sources = self._places(folder, now)
            size += sum(
                max(size_of(source.path_of(name)) for source in sources)
                for name in now.numbers
                if not _has(target, name, sources)
            )
        require_free_space(folder, size + _MARGIN, _DOING)
        # Everything is written and read back.
        return Pace(2 * size, progress)

    def _write(self, folder: Path, pace: Pace, *, outside: bool, before_upgrade: bool) -> BackupFile:
        path = free_name(folder, self._clock.now(), before_upgrade=before_upgrade)
        part = path.with_name(f"{path.name}.part")
        try:
            copy_database(self._database, part, self._key, step=pace.step if outside else None)
            if outside:
                read_back(part, pace.step)
            verify_copy(part, self._key, self._database)
            contents = contents_of(part, self._key)
            target = self._keep_attachments(folder, contents, pace, outside=outside)
            self._lay_keys_beside(path)
            missing = sum(not target.present(name) for name in contents.numbers)
            return finish(part, path, len(contents.numbers), missing, _DOING)
        except OSError as error:
            raise explain_os_error(error, _DOING) from error
        finally:
            remove_database_files(part)

    def _keep_attachments(self, folder: Path, contents: Contents, pace: Pace, *, outside: bool) -> Blobs:
        target, sources = self._places(folder, contents)
        if not outside:
            keep_linked(contents.numbers, sources[0], target, _DOING)
            return target
        for name in contents.numbers:
            if not _has(target, name, sources):
                copy_sound(name, sources, target, _DOING, pace.step)
        return target

    def _places(self, folder: Path, contents: Contents) -> tuple[Blobs, list[Blobs]]:
        """Where attachments go to and come from: an attachment lost in the office may stand in a backup."""
        homes = (folder, self._data_directory, self._directory)
        target, *sources = (Blobs(home / BLOBS_NAME, contents.blob_identity) for home in homes)
        return target, sources

    def _lay_keys_beside(self, path: Path) -> None:
        keys = self._data_directory / KEYS_NAME
        if keys.exists():
            write_atomically(keys_beside(path), keys.read_bytes(), _DOING)
        exchange_keys = self._data_directory / EXCHANGE_KEYS_NAME
        if exchange_keys.exists():
            write_atomically(exchange_keys_beside(path), exchange_keys.read_bytes(), _DOING, owner_only=True)

    def _rotate(self, folder: Path) -> None:
        backups = list_backups(folder)
        kept = kept_backups(backups, self._clock.now())
        try:
            for backup in backups:
                if backup not in kept:
                    remove_backup(backup.path)
        except OSError as error:
            raise explain_os_error(error, "清理旧备份") from error


class Pace:
    """Adds up the bytes that are done; the figure to reach is an estimate and never passed."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total = max(total, 1)
        self._done = 0
        self._progress = progress

    def step(self, done: int) -> None:
        """`done` more bytes are through; raises what the progress raises."""
        self._done += done
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)


def _has(target: Blobs, name: str, sources: list[Blobs]) -> bool:
    """Whether an outside place holds a file as long as ours; a pulled stick may have cut it off."""
    found = size_of(target.path_of(name))
    ours = {size_of(source.path_of(name)) for source in sources} - {0}
    return found in ours if ours else found > 0


def copy_database(source: Path, target: Path, key: bytes, mode: str = "rw", step: Step | None = None) -> None:
    """An online copy of one moment, with the same key, on disk; what stood at `target` is replaced.

    `mode` opens the source: rw beside the running program, immutable for a file nobody has open. `step`
    hears of every stretch of pages and may raise; without it the copy is made in one go.
    """
    remove_database_files(target)
    with Explained():
        reading = connect(source, key, mode)
        try:
            writing = connect(target, key, "rwc")
            try:
                _copy(reading, writing, step)
                writing.execute("PRAGMA journal_mode = DELETE").fetchall()
            finally:
                writing.close()
        finally:
            reading.close()


def _copy(reading: sqlcipher.Connection, writing: sqlcipher.Connection, step: Step | None) -> None:
    # An open reading transaction holds the moment: a save in between would begin the copy again.
    reading.execute("BEGIN")
    reading.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()
    left = -1

    def hear(_status: int, remaining: int, total: int) -> None:
        nonlocal left
        before, left = (total if left < 0 else left), remaining
        if step is not None:
            step((before - remaining) * PAGE_SIZE)

    try:
        reading.backup(writing, pages=-1 if step is None else _PAGES_A_STEP, progress=hear)
    except sqlcipher.OperationalError as error:
        # The driver gives no number here by which a full disk could be told from a pulled stick.
        if getattr(error, "sqlite_errorcode", None) is not None:
            raise
        raise EnvironmentProblem(_NOT_COPIED) from error
    reading.execute("COMMIT")


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
