"""The encrypted database of one office: opening, refusing, transactions, closing.

SQLCipher with a raw 32-byte key, in WAL mode with synchronous=FULL: a commit that returned is on the
disk. One thread writes at a time; every thread has a connection of its own for reading. Nothing here
is global, so several offices can be open in one process.
"""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import peewee
from sqlcipher3 import dbapi2 as sqlcipher

from app.store.database_errors import Explained, environment_problem, is_wrong_key
from app.system.errors import EnvironmentProblem

APPLICATION_ID = 0x595A5431  # "YZT1"
PAGE_SIZE = 4096
KEY_SIZE = 32
_BUSY_SECONDS = 5.0
_PRAGMAS: tuple[tuple[str, str], ...] = (
    ("foreign_keys", "ON"),
    ("synchronous", "FULL"),
    ("temp_store", "MEMORY"),  # a sort never spills plain text to a temporary file
    ("cell_size_check", "ON"),
    ("trusted_schema", "OFF"),
    ("cache_size", "-16000"),
)

_EXPLAINED = Explained()

Row = tuple[Any, ...]


class CipherDatabase(peewee.SqliteDatabase):
    """A peewee database over SQLCipher. Use `Database` in the program; this class only knows connections."""

    server_version = sqlcipher.sqlite_version_info

    def __init__(self, path: Path, key: bytes, *, create: bool) -> None:
        super().__init__(str(path), autoconnect=True)
        self._key = key
        self._create = create
        self._open: list[tuple[threading.Thread, sqlcipher.Connection]] = []
        self._open_lock = threading.Lock()

    def _connect(self) -> sqlcipher.Connection:
        connection = connect(Path(self.database), self._key, "rwc" if self._create else "rw")
        try:
            for pragma, value in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma} = {value}")
        except BaseException:
            connection.close()
            raise
        with self._open_lock:
            self._forget_finished_threads()
            self._open.append((threading.current_thread(), connection))
        return connection

    def _forget_finished_threads(self) -> None:
        alive = []
        for thread, connection in self._open:
            if thread.is_alive():
                alive.append((thread, connection))
            else:
                connection.close()
        self._open = alive

    def close_every_connection(self) -> None:
        """Close the connections of all threads; no other thread may be using the database any more."""
        with self._open_lock:
            for _, connection in self._open:
                connection.close()
            self._open = []
        self.dispose()


class Database:
    """The open database: SQL in, rows out, transactions with one writer at a time."""

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        self.path = path
        self.key = key
        self.peewee = CipherDatabase(path, key, create=create)
        self.after_failure: list[Callable[[], None]] = []
        """Called while no other thread can write, when a transaction did not come to its end."""
        self._writer = threading.RLock()
        # Of the transaction that holds the lock: how deep it is nested, whose it is, why it was lost.
        self._level = 0
        self._owner = 0
        self._lost: BaseException | None = None

    def sql(self, statement: str, parameters: Sequence[Any] = ()) -> Any:
        """Run one statement on this thread's connection; raises EnvironmentProblem for disk, lock, damage.

        Goes to the driver directly: peewee's layers cost more than most statements of a save.
        """
        with _EXPLAINED:
            return self._connection().execute(statement, parameters)

    def built(self, query: peewee.Query) -> list[Row]:
        """The rows of a query made of app.store.models."""
        statement, parameters = self.peewee.get_sql_context().sql(query).query()  # type: ignore[no-untyped-call]
        return self.rows(statement, parameters)

    def numbers(self, query: peewee.Query) -> array[int]:
        """The first column of a query made of app.store.models, without a list of rows in between."""
        statement, parameters = self.peewee.get_sql_context().sql(query).query()  # type: ignore[no-untyped-call]
        with _EXPLAINED:
            return array("q", chain.from_iterable(self._connection().execute(statement, parameters)))

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Every row of a query as plain tuples."""
        with _EXPLAINED:
            found: list[Row] = self._connection().execute(statement, parameters).fetchall()
        return found

    def row(self, statement: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        with _EXPLAINED:
            found: Row | None = self._connection().execute(statement, parameters).fetchone()
        return found

    def value(self, statement: str, parameters: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(statement, parameters)
        return None if found is None else found[0]

    def stream(self, statement: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        """Rows one by one, for results that need not be in memory at once."""
        with _EXPLAINED:
            # Not `yield from`: leaving early would close the cursor, perhaps after the database.
            for row in self._connection().execute(statement, parameters):  # noqa: UP028
                yield row

    def many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """One statement for many rows, inside the current transaction."""
        with _EXPLAINED:
            self._connection().executemany(statement, rows)

    def _connection(self) -> sqlcipher.Connection:
        return self.peewee.connection()  # type: ignore[no-untyped-call]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, durable when the block has ended. Inside another one it is a savepoint."""
        with self._writer:
            connection = self._connection()
            level = self._level
            if self._lost is not None:
                raise self._lost
            with _EXPLAINED:
                connection.execute("BEGIN IMMEDIATE" if level == 0 else f"SAVEPOINT level_{level}")
            self._level, self._owner = level + 1, threading.get_ident()
            try:
                yield
                if self._lost is not None:
                    raise self._lost
                with _EXPLAINED:
                    connection.execute("COMMIT" if level == 0 else f"RELEASE level_{level}")
            except BaseException as error:
                self._undo(connection, level, error)
                raise
            finally:
                self._level = level
                if level == 0:
                    self._owner, self._lost = 0, None

    def _undo(self, connection: sqlcipher.Connection, level: int, error: BaseException) -> None:
        """Roll back to where this level began.

        After a full disk or a failing one SQLite has already rolled everything back; then the levels
        around this one are lost as well and must not go on as if they held what they wrote.
        """
        if not connection.in_transaction:
            self._lost = error if level > 0 else None
        elif level == 0:
            connection.execute("ROLLBACK")
        else:
            connection.execute(f"ROLLBACK TO level_{level}")
            connection.execute(f"RELEASE level_{level}")
        for forget in self.after_failure:
            forget()

    def in_transaction(self) -> bool:
        """Whether this thread is inside `transaction()`."""
        return self._owner == threading.get_ident()

    def close_thread(self) -> None:
        """Close this thread's connection; a worker calls it before it ends."""
        self.peewee.close()

    def close(self) -> None:
        """Write the log back into the database file and close everything: no -wal or -shm stays behind.

        A full disk cannot stop the closing: the -wal then stays and is read at the next start.
        """
        try:
            self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self.peewee.close_every_connection()


def connect(path: Path, key: bytes, mode: str) -> sqlcipher.Connection:
    """A keyed connection of the driver itself. `mode` is ro, rw, rwc, or immutable (nothing is touched)."""
    if len(key) != KEY_SIZE:
        raise ValueError("a database key has 32 bytes")
    option = "immutable=1" if mode == "immutable" else f"mode={mode}"
    uri = f"{path.absolute().as_uri()}?{option}"
    connection = sqlcipher.connect(
        uri, uri=True, isolation_level=None, timeout=_BUSY_SECONDS, check_same_thread=False
    )
    try:
        # A wrong password is told by our own sentence; the library would write to the console.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    except BaseException:
        connection.close()
        raise
    return connection


def open_database(path: Path, key: bytes, newest_version: int) -> Database:
    """Open an existing database in WAL mode, after `check_database` found it ours and not newer.

    Raises EnvironmentProblem with a sentence of its own for: missing, damaged or foreign file, wrong
    key, newer program, lock, read-only or full disk.
    """
    check_database(path, key, newest_version)
    database = Database(path, key)
    try:
        database.rows("PRAGMA journal_mode = WAL")
    except BaseException:
        database.peewee.close_every_connection()
        raise
    return database


def create_database(path: Path, key: bytes) -> Database:
    """A new, empty database marked as ours; `path` must not exist."""
    if path.exists():
        raise EnvironmentProblem("这个文件夹里已经有一个办公室的数据库，请直接打开它，或换一个文件夹。")
    database = Database(path, key, create=True)
    try:
        database.rows("PRAGMA journal_mode = WAL")
        database.rows(f"PRAGMA application_id = {APPLICATION_ID}")
    except BaseException:
        database.peewee.close_every_connection()
        raise
    return database


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
    """application_id and user_version. A -wal left by a crash may hold them, so it is read along."""
    wal, shm = Path(f"{path}-wal"), Path(f"{path}-shm")
    unfinished = wal.exists() and wal.stat().st_size > 0
    had_shm = shm.exists()
    try:
        with explained_as_wrong_key():
            connection = connect(path, key, "ro" if unfinished else "immutable")
            try:
                application = connection.execute("PRAGMA application_id").fetchone()[0]
                version = connection.execute("PRAGMA user_version").fetchone()[0]
            finally:
                connection.close()
    finally:
        if unfinished and not had_shm:
            shm.unlink(missing_ok=True)
    return application, version


@contextmanager
def explained_as_wrong_key() -> Iterator[None]:
    """Like `Explained`, with the sentence for a key that does not fit this file."""
    try:
        yield
    except (peewee.DatabaseError, sqlcipher.Error) as error:
        if is_wrong_key(error):
            raise EnvironmentProblem(
                "密钥与数据库不符：钥匙文件和数据库不是一套，请确认数据文件夹没有被换过，必要时从备份恢复。"
            ) from error
        problem = environment_problem(error)
        if problem is None:
            raise
        raise problem from error
