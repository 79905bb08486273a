"""Going back to a backup without losing anything: what it replaces is set aside whole, not overwritten.

Attachments come first: they are named by their content, so bringing more of them does no harm when the
restore stops there. The copy of the database is made and checked under another name. From the moment it
stands there as `.restoring` the restore is decided; whatever interrupts it, the next opening completes
it (`finish_restore`). A -wal of the old database must never meet the new one, so old files leave first.
The node goes on in a new epoch, because the log it continues is an older one (design.md §6).
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from app.store.backup import (
    Pace,
    Progress,
    chain_heads,
    copy_database,
    remove_database_files,
    verify_copy,
)
from app.store.backup_blobs import Contents, contents_of, copy_sound, size_of
from app.store.backup_files import BACKUPS_NAME
from app.store.blobs import BLOBS_NAME, Blobs
from app.store.connection import connect
from app.store.database_errors import Explained
from app.store.database_guard import check_database
from app.store.identity import identity_of, load_identity, next_epoch, save_identity
from app.store.migrations import NEWEST
from app.system.atomic_files import explain_os_error, flush_directory, make_directory
from app.system.clock import Clock
from app.system.errors import EnvironmentProblem
from app.system.free_space import require_free_space
from app.system.locks import OfficeLock

ASIDE_NAME = "set-aside"
_DOING = "恢复备份"
_MARGIN = 16 * 1024 * 1024


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """`aside` holds the files that were replaced. `brought` attachments came from the backup.

    `missing`: what no place has in good order, as pairs of case number and how many attachments.
    """

    aside: Path
    brought: int
    missing: tuple[tuple[str, int], ...]


def restore(
    directory: Path,
    database_name: str,
    backup: Path,
    key: bytes,
    clock: Clock,
    progress: Progress | None = None,
) -> Restored:
    """Put a backup in the place of the closed database and bring every attachment it refers to.

    Raises EnvironmentProblem when the office is open, the backup is unsound, newer, or of another key or
    office, or the disk refuses; the present database is then untouched. So it is when `progress` raises.
    """
    with OfficeLock(directory, clock):
        check_database(backup, key, NEWEST)
        verify_copy(backup, key)
        contents = contents_of(backup, key)
        _require_same_office(directory, contents)
        aside = directory / ASIDE_NAME / clock.now().strftime("%Y%m%d-%H%M%S")
        attachments = _Attachments(directory, backup, contents, aside)
        size = backup.stat().st_size
        require_free_space(directory, size + attachments.needed() + _MARGIN, _DOING)
        brought, missing = attachments.bring(Pace(attachments.total() + size, progress))
        database = directory / database_name
        part = database.with_name(f"{database_name}.restoring.part")
        try:
            copy_database(backup, part, key, "immutable")
            verify_copy(part, key)
            _start_new_epoch(directory, part, key, contents.node)
            part.rename(_decided(database))
            flush_directory(directory)
        except OSError as error:
            raise explain_os_error(error, _DOING) from error
        finally:
            remove_database_files(part)
        finish_restore(database, clock, aside)
        return Restored(aside=aside, brought=brought, missing=missing)


def finish_restore(database: Path, clock: Clock, aside: Path | None = None) -> Path | None:
    """Complete a decided restore; returns where the old files are, None when there was none to complete.

    The caller holds the office's lock.
    """
    decided = _decided(database)
    if not decided.exists():
        return None
    aside = aside or database.parent / ASIDE_NAME / clock.now().strftime("%Y%m%d-%H%M%S")
    make_directory(aside, _DOING)
    try:
        # The log of the old database first: it must not be read into the new one.
        for suffix in ("-wal", "-shm", ""):
            old = Path(f"{database}{suffix}")
            if old.exists():
                old.replace(aside / old.name)
        flush_directory(aside)
        decided.rename(database)
        flush_directory(database.parent)
    except OSError as error:
        raise explain_os_error(error, _DOING) from error
    return aside


class _Attachments:
    """Those a backup refers to: where they belong, and where a good copy may be."""

    def __init__(self, directory: Path, backup: Path, contents: Contents, aside: Path) -> None:
        identity = contents.blob_identity
        self._numbers = contents.numbers
        self._home = Blobs(directory / BLOBS_NAME, identity)
        # A backup carried here alone, without its folder, may still find its files in the backups here.
        folders = dict.fromkeys((backup.parent, directory / BACKUPS_NAME))
        self._sources = [Blobs(folder / BLOBS_NAME, identity) for folder in folders]
        self._aside = Blobs(aside / BLOBS_NAME, identity)

    def needed(self) -> int:
        """Bytes to be written when every file that is there is sound."""
        return sum(self._size(name) for name in self._numbers if not self._home.present(name))

    def total(self) -> int:
        """Bytes of all of them."""
        return sum(self._size(name) for name in self._numbers)

    def bring(self, pace: Pace) -> tuple[int, tuple[tuple[str, int], ...]]:
        """Check every file, bring those missing or damaged; how many came, and what is in no good order.

        A damaged file is set aside only when a good one takes its place.
        """
        brought = 0
        missing: Counter[str] = Counter()
        for name, number in self._numbers.items():
            if self._home.sealed(name) is None:
                if self._replace(name):
                    brought += 1
                else:
                    missing[number] += 1
            pace.step(self._size(name))
        return brought, tuple(sorted(missing.items()))

    def _replace(self, name: str) -> bool:
        if all(source.sealed(name) is None for source in self._sources):
            return False
        make_directory(self._home.path_of(name).parent, _DOING)
        if self._home.present(name):
            damaged = self._aside.path_of(name)
            make_directory(damaged.parent, _DOING)
            try:
                self._home.path_of(name).replace(damaged)
            except OSError as error:
                raise explain_os_error(error, _DOING) from error
        return copy_sound(name, self._sources, self._home, _DOING, lambda _bytes: None)

    def _size(self, name: str) -> int:
        return max(size_of(place.path_of(name)) for place in (self._home, *self._sources))


def _decided(database: Path) -> Path:
    return database.with_name(f"{database.name}.restoring")


def _require_same_office(directory: Path, contents: Contents) -> None:
    identity = load_identity(directory)
    if identity is not None and identity.node != contents.node:
        raise EnvironmentProblem("这个备份是另一个单位的，不能恢复到这里，请重新选择。")


def _start_new_epoch(directory: Path, restored: Path, key: bytes, node: str) -> None:
    """Later than every epoch this installation has used and than any in the restored log."""
    with Explained():
        connection = connect(restored, key, "immutable")
        try:
            epochs = [epoch for chain, epoch, _, _ in chain_heads(connection) if chain == node]
        finally:
            connection.close()
    identity = load_identity(directory) or identity_of(node)
    save_identity(directory, next_epoch(identity, at_least=max(epochs, default=0)))
