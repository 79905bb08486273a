"""The store of one office: one object that opens everything under its data directory.

`with store.transaction():` groups several writes; a single `store.log.append` is a transaction by itself.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from app.domain.sync.statement import ForkFound, Holding
from app.store import rebuild, restore, search_index, verify
from app.store.backup import Backups, Progress, remove_database_files
from app.store.blobs import BLOBS_NAME, Blobs
from app.store.blobs import new_identity as new_blob_identity
from app.store.clone_repair import CloneRepair
from app.store.database import Database, create_database, open_database
from app.store.deliveries import Deliveries
from app.store.drafts import Drafts
from app.store.event_log import EventLog
from app.store.high_water import HighWater
from app.store.holdings import holdings
from app.store.identity import (
    Identity,
    identity_of,
    load_identity,
    new_identity,
    next_epoch,
    save_identity,
)
from app.store.merge import Merge
from app.store.migrate import migrate
from app.store.migrations import NEWEST
from app.store.number_ranges import NumberRanges
from app.store.outgoing import Export
from app.store.own_chains import OwnChains
from app.store.package_history import Packages
from app.store.peers import Peers
from app.store.projections import Projections, Projector
from app.store.quarantine import Quarantine
from app.store.queries.cases import CaseQueries
from app.store.queries.desk import DeskQueries
from app.store.queries.neighbours import NeighbourQueries
from app.store.state_hash import state_hash
from app.store.vouchers import Vouchers
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
        self.clock = clock
        self.projections = Projections(database, projector)
        self.own = OwnChains(database, identity)
        self.log = EventLog(database, self.own, clock, self.projections)
        self.cases = CaseQueries(database)
        self.desk = DeskQueries(database)
        self.neighbours = NeighbourQueries(database)
        self.drafts = Drafts(database, clock)
        self.blobs = Blobs(directory / BLOBS_NAME, _meta(database, "blob_identity"))
        self.backups = Backups(directory, database.path, database.key, clock)
        self._join_exchange()
        self._lock: OfficeLock | None = None

    def _join_exchange(self) -> None:
        """What this office has to do with others (docs/exchange-merging.md)."""
        database, own, clock = self.database, self.own, self.clock
        self.peers = Peers(database, own, clock)
        self.vouchers = Vouchers(database, own)
        self.quarantine = Quarantine(database, clock)
        self.deliveries = Deliveries(database, own, self.peers)
        self.numbers = NumberRanges(
            database, own, self.log, self.projections, HighWater(self.directory), clock
        )
        self.packages = Packages(database, clock)
        self.merge = Merge(
            database, own, self.log, self.projections, self.peers, self.vouchers, self.quarantine,
            self.deliveries, self.numbers, self.blobs,
        )  # fmt: skip
        self.export = Export(
            database, own, self.peers, self.vouchers, self.quarantine, self.deliveries, self.numbers,
            self.blobs,
        )  # fmt: skip
        self.clones = CloneRepair(database, own, self.log, self.projections, self.quarantine)

    @property
    def identity(self) -> Identity:
        """Who this installation is; another one after `adopt_new_node`."""
        return self.own.identity

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
                raise EnvironmentProblem("这个文件夹里已经有一个单位，请直接打开它，或换一个文件夹。")
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
        if not exists(directory):
            raise EnvironmentProblem(
                "这个文件夹里没有单位的数据库，请确认数据文件夹没有被移动，必要时从备份恢复。"
            )
        lock = _locked(directory, clock)
        try:
            restore.finish_restore(directory / DATABASE_NAME, clock)
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
            backups = Backups(directory, database.path, key, clock)
            migrate(database, backup=lambda: backups.make(before_upgrade=True))
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
        return self.numbers.next_serial(series, year)

    def state_hash(self, peer: str | None = None) -> str:
        """One hash over all cases, or over those this office and a peer should hold alike."""
        return state_hash(self.database, None if peer is None else self.deliveries.streams_of(peer))

    def holdings(self) -> tuple[Holding, ...]:
        """Every chain here: the last number before the first gap, and its hash."""
        return holdings(self.database)

    def adopt_new_node(self, fork: ForkFound, reason: str, actor: str) -> Identity:
        """Give this computer a node of its own (app/store/clone_repair.py); not inside a transaction.

        The database says it first; should the identity file not follow, the next opening mends it.
        """
        before = self.own.identity
        try:
            with self.transaction():
                fresh = self.clones.adopt(fork, reason, actor)
        except BaseException:
            self.own.identity = before
            self.own.reload()
            self.log.forget()
            raise
        save_identity(self.directory, fresh)
        return fresh

    def rebuild(
        self, progress: rebuild.Progress | None = None, *, version: str | None = None
    ) -> list[rebuild.DueChange]:
        """Make all projections again from the log, in one transaction; returns the deadlines that moved.

        `version` names the way of projecting (rules, calendars, program) and is kept for
        `projection_version`.
        """
        with self.transaction():
            changes = rebuild.rebuild(self.database, self.projections, progress)
            if version is not None:
                self.database.sql("INSERT OR REPLACE INTO meta VALUES ('projection', ?)", (version,))
        return changes

    def projection_version(self) -> str:
        """The version given to the last `rebuild`, "" before the first."""
        return _meta(self.database, "projection")

    def verify(self, progress: verify.Progress | None = None) -> list[str]:
        """Check everything; Chinese sentences for what is wrong, empty when all is well. Writes nothing."""
        return verify.verify(self.database, self.projections, self.blobs, progress)

    def tidy(self) -> bool:
        """A little upkeep for a moment when nobody waits; True while more is worth doing."""
        return search_index.tidy(self.database)

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


def exists(directory: Path) -> bool:
    """Whether an office's database is in this data directory, a restore not yet completed included."""
    names = (DATABASE_NAME, f"{DATABASE_NAME}.restoring")
    return any((directory / name).exists() for name in names)


def restore_backup(
    directory: Path, backup: Path, key: bytes, clock: Clock, progress: Progress | None = None
) -> restore.Restored:
    """Put a backup in the place of a closed office's database, with its attachments.

    Nothing is deleted. Raises EnvironmentProblem as `app.store.restore.restore` says.
    """
    return restore.restore(directory, DATABASE_NAME, backup, key, clock, progress)


def _meta(database: Database, name: str) -> str:
    return str(database.value("SELECT value FROM meta WHERE name = ?", (name,)))


def _locked(directory: Path, clock: Clock) -> OfficeLock:
    make_directory(directory, "打开单位数据")
    lock = OfficeLock(directory, clock)
    lock.acquire()
    return lock


def _build(path: Path, key: bytes, identity: Identity) -> None:
    """Make the database under a name nobody opens; what an earlier attempt left is removed first."""
    remove_database_files(path)
    try:
        database = create_database(path, key)
        try:
            migrate(database)
            facts = {"node": identity.node, "blob_identity": new_blob_identity(), "projection": ""}
            with database.transaction():
                database.many("INSERT INTO meta VALUES (?, ?)", list(facts.items()))
        finally:
            database.close()
    except BaseException:
        remove_database_files(path)
        raise


def _put_in_place(directory: Path) -> None:
    try:
        (directory / _UNFINISHED_NAME).rename(directory / DATABASE_NAME)
        flush_directory(directory)
    except OSError as error:
        raise explain_os_error(error, "建立数据库") from error


def _was_ours(database: Database, node: str) -> bool:
    return database.value("SELECT 1 FROM former_nodes WHERE node = ?", (node,)) is not None


def _identity_for(directory: Path, database: Database) -> Identity:
    """The identity beside the database, mended so that no number of a chain is ever used twice.

    A lost file, or one older than the log, starts a new epoch; a file of another node is refused.
    """
    node = _meta(database, "node")
    last_epoch = int(database.value("SELECT MAX(epoch) FROM events WHERE node = ?", (node,)) or 0)
    found = load_identity(directory)
    if found is not None and found.node != node and _was_ours(database, found.node):
        found = None  # stopped between the repair of a clone and the writing of its new identity
    if found is not None and found.node != node:
        raise EnvironmentProblem(
            "本机标识和数据库不是同一个单位的，请确认数据文件夹没有被混放，必要时从备份恢复。"
        )
    if found is not None and found.epoch >= last_epoch:
        return found
    mended = next_epoch(found or identity_of(node), at_least=last_epoch)
    save_identity(directory, mended)
    return mended
