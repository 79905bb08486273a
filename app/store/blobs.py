"""Attached files: encrypted, named by the SHA-256 of what they hold, written once, verified at every reading.

A file is whole and on the disk before the event that names it is written (design.md §3), so a crash
leaves at worst a file nobody names. The key is an age identity that lives in the encrypted database.
"""

from __future__ import annotations

import hashlib
import io
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
import pyrage

from app.domain.errors import UserError
from app.system.atomic_files import atomic_writer, explain_os_error, flush_directory, make_directory
from app.system.errors import EnvironmentProblem

BLOBS_NAME = "blobs"
LARGEST = 100 * 1024 * 1024
_SUFFIX = ".age"
_DOING = "保存附件"
_HEX = frozenset("0123456789abcdef")


class StoredFile(msgspec.Struct, frozen=True, kw_only=True):
    """What an event needs to say of a file: `size` in bytes."""

    sha256: str
    size: int


def new_identity() -> str:
    """A fresh age identity (AGE-SECRET-KEY-…)."""
    return str(pyrage.x25519.Identity.generate())


class Blobs:
    """The attachments of one office. Safe from any thread."""

    def __init__(self, directory: Path, identity: str) -> None:
        self._directory = directory
        self._identity = pyrage.x25519.Identity.from_str(identity)

    def put(self, source: BinaryIO, filename: str) -> StoredFile:
        """Keep what `source` reads, up to 100 MB; on the disk when this returns. Equal files are kept once.

        Raises UserError for an empty or too large file, EnvironmentProblem when reading or writing fails.
        """
        make_directory(self._directory, _DOING)
        incoming = self._directory / f"incoming-{secrets.token_hex(8)}"
        reader = _Measured(source, filename)
        try:
            with atomic_writer(incoming, _DOING) as file:
                self._encrypt(reader, file)
            stored = StoredFile(sha256=reader.digest.hexdigest(), size=reader.size)
            self._put_in_place(incoming, self.path_of(stored.sha256))
        finally:
            incoming.unlink(missing_ok=True)
        return stored

    def put_bytes(self, content: bytes, filename: str) -> StoredFile:
        """Like `put`, for content in memory: a pasted picture, a paper just drawn."""
        return self.put(io.BytesIO(content), filename)

    def read(self, sha256: str, filename: str) -> bytes:
        """The content, verified. Raises EnvironmentProblem naming `filename` when missing or damaged."""
        try:
            sealed = self.path_of(sha256).read_bytes()
        except FileNotFoundError as error:
            raise EnvironmentProblem(
                f"附件“{filename}”的文件不在数据文件夹里，可能被误删或没有一起拷来，"
                "请从备份中找回 blobs 文件夹。"
            ) from error
        except OSError as error:
            raise explain_os_error(error, f"读取附件“{filename}”") from error
        content = self._opened(sealed, sha256)
        if content is None:
            raise _damaged(filename)
        return content

    def sealed(self, sha256: str) -> bytes | None:
        """The file as it lies on the disk, encrypted; None when it is missing or no longer what it was."""
        try:
            sealed = self.path_of(sha256).read_bytes()
        except OSError:
            # Gone, or on a bad sector: for whoever looks for a good copy that is the same.
            return None
        return sealed if self._opened(sealed, sha256) is not None else None

    def _opened(self, sealed: bytes, sha256: str) -> bytes | None:
        try:
            content: bytes = pyrage.decrypt(sealed, [self._identity])
        except (pyrage.DecryptError, OSError):
            return None
        return content if hashlib.sha256(content).hexdigest() == sha256 else None

    def present(self, sha256: str) -> bool:
        """Whether the file is there, unverified."""
        return self.path_of(sha256).is_file()

    def names(self) -> Iterator[str]:
        """The SHA-256 of every file kept, in order."""
        if not self._directory.is_dir():
            return
        for folder in sorted(self._directory.iterdir()):
            if folder.is_dir():
                yield from sorted(file.stem for file in folder.iterdir() if file.suffix == _SUFFIX)

    def path_of(self, sha256: str) -> Path:
        """Where a file is kept. ValueError for anything but a SHA-256 in hex, so no name leads elsewhere."""
        if len(sha256) != 64 or not set(sha256) <= _HEX:
            raise ValueError("not a SHA-256 in hex")
        return self._directory / sha256[:2] / f"{sha256}{_SUFFIX}"

    def _encrypt(self, reader: _Measured, file: BinaryIO) -> None:
        writer = _Remembering(file)
        try:
            pyrage.encrypt_io(reader, writer, [self._identity.to_public()])
        except pyrage.EncryptError:
            # The library hides why reading or writing failed.
            if reader.problem is not None:
                raise reader.problem from None
            if writer.problem is not None:
                raise writer.problem from None
            raise
        if reader.size == 0:
            raise UserError(f"附件“{reader.filename}”是空文件，请确认文件无误后重新选择。")

    def _put_in_place(self, incoming: Path, path: Path) -> None:
        make_directory(path.parent, _DOING)
        try:
            incoming.replace(path)
            flush_directory(path.parent)
            flush_directory(self._directory)
        except OSError as error:
            raise explain_os_error(error, _DOING) from error


def _damaged(filename: str) -> EnvironmentProblem:
    return EnvironmentProblem(
        f"附件“{filename}”的文件已损坏，内容与登记时不符，请从备份中找回，或重新向当事人收取。"
    )


class _Measured:
    """A reader that hashes, counts and stops at the limit; keeps the real reason when it fails."""

    def __init__(self, source: BinaryIO, filename: str) -> None:
        self._source = source
        self.filename = filename
        self.digest = hashlib.sha256()
        self.size = 0
        self.problem: Exception | None = None

    def read(self, count: int = -1) -> bytes:
        try:
            part = self._source.read(count)
        except OSError as error:
            self.problem = explain_os_error(error, f"读取“{self.filename}”")
            raise
        self.digest.update(part)
        self.size += len(part)
        if self.size > LARGEST:
            self.problem = UserError(
                f"附件“{self.filename}”超过 {LARGEST // 1024 // 1024} MB，请压缩或拆分后再添加。"
            )
            raise OSError("too large")
        return part


class _Remembering:
    """A writer that keeps the real reason when it fails."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.problem: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._file.write(data)
        except OSError as error:
            self.problem = error
            raise

    def flush(self) -> None:
        """The caller flushes and syncs the file itself."""
