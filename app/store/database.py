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

from app.store.connection import APPLICATION_ID, connect
from app.store.database_errors import Explained
from app.store.database_guard import check_database
from app.system.errors import EnvironmentProblem

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

    @contextmanager
    def joined(self) -> Iterator[None]:
        """Part of the transaction this thread is in, or one of its own; without a savepoint."""
        if not self.in_transaction():
            with self.transaction():
                yield
            return
        if self._lost is not None:
            raise self._lost
        yield

    @contextmanager
    def unbroken(self) -> Iterator[None]:
        """Writes inside `joined()` that only make sense together.

        When they fail half-way, the transaction around them cannot commit any more, whoever catches the
        error; only a savepoint further out can save the rest.
        """
        try:
            yield
        except BaseException as error:
            self._lost = error
            raise

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
            self._lost = None
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
        raise EnvironmentProblem("这个文件夹里已经有一个单位的数据库，请直接打开它，或换一个文件夹。")
    database = Database(path, key, create=True)
    try:
        database.rows("PRAGMA journal_mode = WAL")
        database.rows(f"PRAGMA application_id = {APPLICATION_ID}")
    except BaseException:
        database.peewee.close_every_connection()
        raise
    return database
