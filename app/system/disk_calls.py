"""The few calls by which a file becomes durable on a disk that may be pulled out at any moment.

They stand in one class so that the whole order of them can be seen in one place and recorded: a test
hands in a subclass that notes each call, ends the process at the k-th, or forgets what was not synced.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from app.system.atomic_files import flush_directory
from app.system.past_cache import ReadBack, Step, read_back

_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_LINK_LIKE = getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)


def is_plain_directory(path: Path) -> bool:
    """Whether `path` is a directory itself, no link or junction to one. OSError other than absence passes."""
    return _is_plain(path, stat.S_ISDIR(_mode(path)))


def is_plain_file(path: Path) -> bool:
    """Whether `path` is a file itself: no link, device or pipe. OSError other than absence passes."""
    return _is_plain(path, stat.S_ISREG(_mode(path)))


def _mode(path: Path) -> int:
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _is_plain(path: Path, right_kind: bool) -> bool:
    # Windows calls a junction a directory; only this mark tells that it leads elsewhere.
    return right_kind and not getattr(path.lstat(), "st_file_attributes", 0) & _LINK_LIKE


class DiskCalls:
    """Each method is one call to the system; OSError passes. No link at the end of a path is followed."""

    def make_directory(self, path: Path) -> None:
        """Create one directory; its parent must be there, itself must not."""
        path.mkdir()

    def open_new(self, path: Path) -> int:
        """A handle to write a file that must not exist yet."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _BINARY, 0o666)

    def open_to_continue(self, path: Path) -> int:
        """A handle to read and write a file that is there."""
        return os.open(path, os.O_RDWR | _NOFOLLOW | _BINARY)

    def read(self, handle: int, count: int) -> bytes:
        """The next bytes of a file, empty at its end."""
        return os.read(handle, count)

    def write(self, handle: int, data: bytes | memoryview) -> int:
        """Write some of `data`; returns how many bytes the system took."""
        return os.write(handle, data)

    def cut(self, handle: int, size: int) -> None:
        """Let a file end after `size` bytes and continue there."""
        os.ftruncate(handle, size)
        os.lseek(handle, size, os.SEEK_SET)

    def sync(self, handle: int) -> None:
        """Return when what was written lies on the disk."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Give the handle back."""
        os.close(handle)

    def rename(self, source: Path, target: Path) -> None:
        """Give a file its name; what had the name is replaced."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file; a link is removed itself, never what it leads to."""
        path.unlink()

    def sync_directory(self, directory: Path) -> None:
        """Return when the names in a directory lie on the disk."""
        flush_directory(directory)

    def read_back(self, path: Path, step: Step) -> ReadBack:
        """What the disk gives for a file, past the memory."""
        return read_back(path, step)
