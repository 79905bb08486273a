"""The store of one office: one object that opens everything under its data directory.

`with store.transaction():` groups several writes; a single `store.log.append` is a transaction by itself.
"""

from __future__ import annotations

import uuid
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from app.store.database import Database, create_database, open_database
from app.store.event_log import EventLog
from app.store.identity import Identity, load_identity, new_identity, next_epoch, save_identity
from app.store.migrate import migrate
from app.store.migrations import NEWEST
from app.store.projections import Projections, Projector
from app.store.queries.cases import CaseQueries
from app.system.atomic_files import explain_os_error, flush_directory, make_directory
from app.system.clock import Clock
from app.system.errors import EnvironmentProblem
from app.system.locks import OfficeLock

DATABASE_NAME = "yizhantong.db"
_UNFINISHED_NAME = "yizhantong.db.new"


class Store:
    """An open office. Make one with `create` or `open`; it holds the office's lock until `close`."""

    def __init__(
        self, directory: Path, database: Database, identity: Identity, clock: Clock, projector: Projector
    ) -> None:
        self.directory = directory
        self.database = database
        self.identity = identity
        self.clock = clock
        self.projections = Projections(database, projector)
        self.log = EventLog(database, identity, clock, self.projections.apply)
        self.cases = CaseQueries(database)
        self._lock: OfficeLock | None = None

    @classmethod
    def create(cls, directory: Path, key: bytes, clock: Clock, projector: Projector) -> Self:
        """A new, empty office in `directory`, encrypted with `key` (32 bytes).

        The database appears whole or not at all. Raises EnvironmentProblem when one is there already,
        when somebody has the office open, or when the disk refuses.
        """
        lock = _locked(directory, clock)
        try:
            path = directory / DATABASE_NAME
            if path.exists():
                raise EnvironmentProblem("这个文件夹里已经有一个办公室，请直接打开它，或换一个文件夹。")
            identity = new_identity()
            _build(directory / _UNFINISHED_NAME, key, identity)
            save_identity(directory, identity)
            _put_in_place(directory)
            return cls._opened(directory, key, clock, projector, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, directory: Path, key: bytes, clock: Clock, projector: Projector) -> Self:
        """Open the office in `directory`, bringing an older schema up to date after a backup.

        Raises EnvironmentProblem for a missing, damaged, foreign, newer, locked or read-only database and
        for a key that does not fit. A newer database is not touched.
        """
        if not (directory / DATABASE_NAME).exists():
            raise EnvironmentProblem(
                "这个文件夹里没有办公室的数据库，请确认数据文件夹没有被移动，必要时从备份恢复。"
            )
        lock = _locked(directory, clock)
        try:
            return cls._opened(directory, key, clock, projector, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _opened(
        cls, directory: Path, key: bytes, clock: Clock, projector: Projector, lock: OfficeLock
    ) -> Self:
        database = open_database(directory / DATABASE_NAME, key, NEWEST)
        try:
            migrate(database)
            store = cls(directory, database, _identity_for(directory, database), clock, projector)
        except BaseException:
            database.close()
            raise
        store._lock = lock
        return store

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing: everything written inside is durable together when the block has ended."""
        return self.database.transaction()

    def next_serial(self, series: str, year: int) -> int:
        """The next number of a series of this node; only inside the `transaction()` that uses it."""
        if not self.database.in_transaction():
            raise RuntimeError("a serial number is taken inside the transaction that uses it")
        return self.projections.next_serial(self.identity.node, series, year)

    def close_thread(self) -> None:
        """Close the calling worker thread's connection; call it before the thread ends."""
        self.database.close_thread()

    def close(self) -> None:
        """Close everything and give the office back. No -wal or -shm file stays behind. Twice is harmless."""
        if self._lock is None:
            return
        lock, self._lock = self._lock, None
        try:
            self.database.close()
        finally:
            lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _locked(directory: Path, clock: Clock) -> OfficeLock:
    make_directory(directory, "打开办公数据")
    lock = OfficeLock(directory, clock)
    lock.acquire()
    return lock


def _build(path: Path, key: bytes, identity: Identity) -> None:
    """Make the database under a name nobody opens; what an earlier attempt left is removed first."""
    _remove_unfinished(path)
    try:
        database = create_database(path, key)
        try:
            migrate(database)
            database.sql("INSERT INTO meta VALUES ('node', ?)", (identity.node,))
        finally:
            database.close()
    except BaseException:
        _remove_unfinished(path)
        raise


def _remove_unfinished(path: Path) -> None:
    try:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
    except OSError as error:
        raise explain_os_error(error, "建立数据库") from error


def _put_in_place(directory: Path) -> None:
    try:
        (directory / _UNFINISHED_NAME).rename(directory / DATABASE_NAME)
        flush_directory(directory)
    except OSError as error:
        raise explain_os_error(error, "建立数据库") from error


def _identity_for(directory: Path, database: Database) -> Identity:
    """The identity beside the database, mended so that no number of a chain is ever used twice.

    A lost file, or one older than the log, starts a new epoch; a file of another node is refused.
    """
    node = str(database.value("SELECT value FROM meta WHERE name = 'node'"))
    last_epoch = int(database.value("SELECT MAX(epoch) FROM events WHERE node = ?", (node,)) or 0)
    found = load_identity(directory)
    if found is not None and found.node != node:
        raise EnvironmentProblem(
            "本机标识和数据库不是同一个办公室的，请确认数据文件夹没有被混放，必要时从备份恢复。"
        )
    if found is not None and found.epoch >= last_epoch:
        return found
    base = found or Identity(format=1, node=node, install=uuid.uuid4().hex, epoch=last_epoch)
    mended = next_epoch(base, at_least=last_epoch)
    save_identity(directory, mended)
    return mended
