"""The attachments of a backup: laid beside its database once, proved when copied, brought back by a restore.

They are the encrypted files of the office as they are. A backup on the same disk links them, which takes
no room and survives deletion; a backup elsewhere copies them and reads back what was written.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from sqlcipher3 import dbapi2 as sqlcipher

from app.store.blobs import Blobs
from app.store.connection import connect
from app.store.database_errors import Explained
from app.system.atomic_files import atomic_writer, explain_os_error, flush_directory, make_directory
from app.system.errors import EnvironmentProblem
from app.system.past_cache import Step, read_back

_CHUNK = 1024 * 1024


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What a database refers to: its node, the key of its attachments, each with the number of its case."""

    node: str
    blob_identity: str
    numbers: dict[str, str]


def contents_of(database: Path, key: bytes, mode: str = "immutable") -> Contents:
    """Read from a database file; `mode` rw for one that is in use."""
    with Explained():
        connection = connect(database, key, mode)
        try:
            return _read_contents(connection)
        finally:
            connection.close()


def keep_linked(names: Iterable[str], source: Blobs, target: Blobs, doing: str) -> None:
    """Give each file of `source` a second name in `target`; copied where the disk knows no second names.

    What `source` does not have is passed over.
    """
    touched: set[Path] = set()
    for name in names:
        if target.present(name) or not source.present(name):
            continue
        path = target.path_of(name)
        make_directory(path.parent, doing)
        try:
            os.link(source.path_of(name), path)
            touched.add(path.parent)
        except OSError:
            # FAT, a network drive: the copy succeeds or tells what is wrong with this disk.
            copy_sound(name, [source], target, doing, _no_step)
    try:
        for folder in touched:
            flush_directory(folder)
    except OSError as error:
        raise explain_os_error(error, doing) from error


def copy_sound(name: str, sources: Sequence[Blobs], target: Blobs, doing: str, step: Step) -> bool:
    """Write the first good copy among `sources` to `target` and read it back; False when there is none.

    Raises EnvironmentProblem when the disk refuses or gives back something else than was written.
    """
    sealed = next((found for source in sources if (found := source.sealed(name)) is not None), None)
    if sealed is None:
        return False
    path = target.path_of(name)
    try:
        # No parents: the place may be a stick that was pulled a moment ago.
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with atomic_writer(path, doing) as file:
            for start in range(0, len(sealed), _CHUNK):
                step(file.write(sealed[start : start + _CHUNK]))
        if read_back(path, step).sha256 != hashlib.sha256(sealed).hexdigest():
            path.unlink()
            raise unreadable(doing)
    except OSError as error:
        raise explain_os_error(error, doing) from error
    return True


def remove_unfinished_copies(directory: Path) -> None:
    """Remove what interrupted copies left; nobody else writes here. OSError passes."""
    if directory.is_dir():
        for path in directory.glob("*/*.part"):
            path.unlink(missing_ok=True)


def unreadable(doing: str) -> EnvironmentProblem:
    """The disk took the data and does not give it back."""
    return EnvironmentProblem(
        f"{doing}没有成功：写进去的内容读出来不一样，这个 U 盘或磁盘可能坏了，请换一个再试。"
    )


def size_of(path: Path) -> int:
    """Bytes of a file, 0 when there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _read_contents(connection: sqlcipher.Connection) -> Contents:
    facts = dict(connection.execute("SELECT name, value FROM meta WHERE name IN ('node', 'blob_identity')"))
    named = connection.execute(
        "SELECT sha256, MIN(number) FROM case_attachments JOIN cases ON cases.id = case_row"
        " GROUP BY sha256 ORDER BY sha256"
    )
    return Contents(node=facts["node"], blob_identity=facts["blob_identity"], numbers=dict(named.fetchall()))


def _no_step(_bytes: int) -> None:
    return None
