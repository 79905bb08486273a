"""A keyed connection of the SQLCipher driver itself: how every file of this kind is opened."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

APPLICATION_ID = 0x595A5431  # "YZT1"
PAGE_SIZE = 4096
KEY_SIZE = 32
_BUSY_SECONDS = 5.0


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
