"""Going back to a backup without losing anything: the present database is set aside whole, not replaced.

The copy is made and checked under another name first. From the moment it stands there as `.restoring`
the restore is decided; whatever interrupts it, the next opening completes it (`finish_restore`). A -wal
of the old database must never meet the new one, so old files leave first. The node goes on in a new
epoch, because the log it continues is an older one (design.md §6).
"""

from __future__ import annotations

from pathlib import Path

from app.store.backup import chain_heads, copy_database, remove_database_files, verify_copy
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


def restore(directory: Path, database_name: str, backup: Path, key: bytes, clock: Clock) -> Path:
    """Put a backup in the place of the closed database; returns the folder with the files it replaced.

    Raises EnvironmentProblem when the office is open, the backup is unsound, newer, or of another key, or
    the disk refuses; the present database is then untouched.
    """
    with OfficeLock(directory, clock):
        check_database(backup, key, NEWEST)
        verify_copy(backup, key)
        require_free_space(directory, backup.stat().st_size + _MARGIN, _DOING)
        database = directory / database_name
        part = database.with_name(f"{database_name}.restoring.part")
        try:
            copy_database(backup, part, key, "immutable")
            verify_copy(part, key)
            _start_new_epoch(directory, part, key)
            part.rename(_decided(database))
            flush_directory(directory)
        except OSError as error:
            raise explain_os_error(error, _DOING) from error
        finally:
            remove_database_files(part)
        return finish_restore(database, clock) or directory


def finish_restore(database: Path, clock: Clock) -> Path | None:
    """Complete a decided restore; returns where the old files are, None when there was none to complete.

    The caller holds the office's lock.
    """
    decided = _decided(database)
    if not decided.exists():
        return None
    aside = database.parent / ASIDE_NAME / clock.now().strftime("%Y%m%d-%H%M%S")
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


def _decided(database: Path) -> Path:
    return database.with_name(f"{database.name}.restoring")


def _start_new_epoch(directory: Path, restored: Path, key: bytes) -> None:
    """Later than every epoch this installation has used and than any in the restored log."""
    with Explained():
        connection = connect(restored, key, "immutable")
        try:
            node = connection.execute("SELECT value FROM meta WHERE name = 'node'").fetchone()[0]
            epochs = [epoch for chain, epoch, _, _ in chain_heads(connection) if chain == node]
        finally:
            connection.close()
    identity = load_identity(directory) or identity_of(node)
    if identity.node != node:
        raise EnvironmentProblem("这个备份是另一个单位的，不能恢复到这里，请重新选择。")
    save_identity(directory, next_epoch(identity, at_least=max(epochs, default=0)))
