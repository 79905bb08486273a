"""Looking at a database before anything may write to it: is it ours, whole, of this key, not newer?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2 as sqlcipher

from app.store.connection import APPLICATION_ID, PAGE_SIZE, connect
from app.store.database_errors import environment_problem, is_wrong_key
from app.system.errors import EnvironmentProblem

_WRONG_KEY = "密钥与数据库不符：钥匙文件和数据库不是一套，请确认数据文件夹没有被换过，必要时从备份恢复。"
_MIXED = (
    "数据库和旁边的 -wal 文件对不上，可能有人换过其中一个，或密钥不符；数据没有改动，"
    "请不要删除任何文件，从备份恢复。"
)


def check_database(path: Path, key: bytes, newest_version: int) -> int:
    """The schema version of the file, read without changing a byte of it or leaving files beside it.

    Raises EnvironmentProblem when it is missing, not a database of ours, damaged at its first page,
    encrypted with another key, or written by a newer program (`newest_version` is the newest known).
    """
    _check_shape(path)
    application, version = _read_marks(path, key)
    if application != APPLICATION_ID:
        raise EnvironmentProblem("这不是一站通的数据库，请确认选对了数据文件夹。")
    if version > newest_version:
        raise EnvironmentProblem(
            "这个数据库由更新版本的程序写成，本程序不能打开，数据没有改动；请安装最新版后再打开。"
        )
    return version


def _check_shape(path: Path) -> None:
    """Tell a missing, empty, plain or cut-off file by its outside, before any key is tried."""
    if not path.is_file():
        raise EnvironmentProblem("找不到数据库文件，请确认数据文件夹没有被移动，必要时从备份恢复。")
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(16)
    if start.startswith(b"SQLite format 3"):
        raise EnvironmentProblem("数据库文件没有加密，不是本程序写的，请确认选对了数据文件夹。")
    if size == 0 or size % PAGE_SIZE:
        raise EnvironmentProblem("数据库文件不完整（可能在复制时中断），请从备份恢复。")


def _read_marks(path: Path, key: bytes) -> tuple[int, int]:
    """application_id and user_version. A -wal left by a crash may hold them, so it is read along.

    Opening for writing would copy the -wal into the database. If they do not belong together (a backup
    laid over the database by hand), that would destroy both; so they are checked as they stand first.
    """
    wal, shm = Path(f"{path}-wal"), Path(f"{path}-shm")
    unfinished = wal.exists() and wal.stat().st_size > 0
    had_shm = shm.exists()
    try:
        with explained_as_wrong_key(_MIXED if unfinished else _WRONG_KEY):
            connection = connect(path, key, "ro" if unfinished else "immutable")
            try:
                application = connection.execute("PRAGMA application_id").fetchone()[0]
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                sound = not unfinished or connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
            finally:
                connection.close()
    finally:
        if unfinished and not had_shm:
            shm.unlink(missing_ok=True)
    if not sound:
        raise EnvironmentProblem(_MIXED)
    return application, version


@contextmanager
def explained_as_wrong_key(sentence: str) -> Iterator[None]:
    """Like `Explained`, with a sentence for pages that cannot be decrypted."""
    try:
        yield
    except (peewee.DatabaseError, sqlcipher.Error) as error:
        if is_wrong_key(error):
            raise EnvironmentProblem(sentence) from error
        problem = environment_problem(error)
        if problem is None:
            raise
        raise problem from error
