"""Reading what is on a disk, not what memory still has of it.

What was just written to a stick is otherwise read back from memory, and proves nothing: a dead card
passes such a check. Linux reads with O_DIRECT; where the file system knows no such reading, the pages
are dropped first. Windows reads unbuffered. `ReadBack.past_cache` tells whether that could be done.
"""

from __future__ import annotations

import errno
import hashlib
import io
import mmap
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Step = Callable[[int], None]
"""Called with the bytes just done; may raise to stop the work."""

# A whole number of sectors and pages, as unbuffered reading demands.
_CHUNK = 1024 * 1024
_NOT_HERE = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)


@dataclass(frozen=True)
class ReadBack:
    """SHA-256 (hex) and bytes of a file; `past_cache` False: memory may have answered for the disk."""

    sha256: str
    size: int
    past_cache: bool


def read_back(path: Path, step: Step) -> ReadBack:
    """Read a file as the disk gives it and hash it; call it after the file was synced.

    A link is not followed. OSError passes, and so does what `step` raises.
    """
    handle, past_cache = _open_past_cache(path)
    digest = hashlib.sha256()
    size = 0
    # Memory of its own pages: an unbuffered read wants an address that is a multiple of the sector.
    with io.FileIO(handle, "rb", closefd=True) as file, mmap.mmap(-1, _CHUNK) as pages:
        whole = os.fstat(handle).st_size
        view = memoryview(pages)
        try:
            while size < whole and (count := file.readinto(view)):
                digest.update(view[:count])
                size += count
                step(count)
        finally:
            view.release()
    return ReadBack(digest.hexdigest(), size, past_cache)


if sys.platform == "win32":

    def _open_past_cache(path: Path) -> tuple[int, bool]:
        """An unbuffered handle; an ordinary one where Windows refuses it (some network drives)."""
        import ctypes
        import msvcrt

        generic_read, share_all, open_existing = 0x80000000, 7, 3
        no_buffering, open_the_link_itself = 0x20000000, 0x00200000
        create = ctypes.windll.kernel32.CreateFileW
        create.restype = ctypes.c_void_p
        flags = no_buffering | open_the_link_itself
        found = create(str(path), generic_read, share_all, None, open_existing, flags, None)
        if found is None or found == ctypes.c_void_p(-1).value:
            return os.open(path, os.O_RDONLY | os.O_BINARY), False
        return msvcrt.open_osfhandle(found, os.O_RDONLY | os.O_BINARY), True

else:

    def _open_past_cache(path: Path) -> tuple[int, bool]:
        """A handle that asks the disk; where there is no O_DIRECT, one whose pages were dropped."""
        plain = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC
        direct = getattr(os, "O_DIRECT", 0)
        if direct:
            try:
                return os.open(path, plain | direct), True
            except OSError as error:
                if error.errno not in _NOT_HERE:
                    raise
        handle = os.open(path, plain)
        if not hasattr(os, "posix_fadvise"):
            return handle, False
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        except OSError as error:
            if error.errno not in _NOT_HERE:
                os.close(handle)
                raise
            return handle, False
        return handle, True
