"""Disks that do what disks do: end at a call, refuse it, take bytes and lose them; every call is made."""

from __future__ import annotations

import itertools
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

from app.system.disk_calls import DiskCalls
from app.system.past_cache import ReadBack, Step


class WatchedDisk(DiskCalls):
    """Tells each call to `before`, with its number from 1, its name and path, ahead of making it."""

    def __init__(self, before: Callable[[int, str], None]) -> None:
        self._before = before
        self.calls: list[str] = []

    def _note(self, name: str) -> None:
        self.calls.append(name)
        self._before(len(self.calls), name)

    def make_directory(self, path: Path) -> None:
        self._note("make_directory")
        super().make_directory(path)

    def open_new(self, path: Path) -> int:
        self._note("open_new")
        return super().open_new(path)

    def open_to_continue(self, path: Path) -> int:
        self._note("open_to_continue")
        return super().open_to_continue(path)

    def write(self, handle: int, data: bytes | memoryview) -> int:
        self._note("write")
        # Half at a time: the caller must not take one call for everything.
        return super().write(handle, data[: max(len(data) // 2, 1)])

    def cut(self, handle: int, size: int) -> None:
        self._note("cut")
        super().cut(handle, size)

    def sync(self, handle: int) -> None:
        self._note("sync")
        super().sync(handle)

    def rename(self, source: Path, target: Path) -> None:
        self._note("rename")
        super().rename(source, target)

    def remove(self, path: Path) -> None:
        self._note("remove")
        super().remove(path)

    def sync_directory(self, directory: Path) -> None:
        self._note("sync_directory")
        super().sync_directory(directory)

    def read_back(self, path: Path, step: Step) -> ReadBack:
        self._note("read_back")
        return super().read_back(path, step)


def refusing(at: int, number: int) -> WatchedDisk:
    """A disk whose call `at` fails with the errno `number`."""

    def refuse(count: int, _name: str) -> None:
        if count == at:
            raise OSError(number, os.strerror(number))

    return WatchedDisk(refuse)


def deadly(at: int) -> WatchedDisk:
    """A disk at whose call `at` this process is killed at once, with nothing tidied up."""

    def kill(count: int, _name: str) -> None:
        if count == at:
            os.kill(os.getpid(), signal.SIGKILL)

    return WatchedDisk(kill)


class BadCard(DiskCalls):
    """Takes every byte and keeps one of them wrong."""

    def write(self, handle: int, data: bytes | memoryview) -> int:
        spoiled = bytearray(data)
        spoiled[-1] ^= 1
        return super().write(handle, bytes(spoiled))


class PowerCut(DiskCalls):
    """Remembers what was only in memory, and lays down every disk a power cut may leave behind.

    Names survive when their directory was synced after the change, and each later change may survive or
    not, by itself. Bytes survive when the file was synced after they were written; of the others there is
    nothing, or zeros in their place.
    """

    def __init__(self, base: Path) -> None:
        self.base = base
        self._durable: dict[Path, int | None] = {}
        self._now: dict[Path, int | None] = {}
        self._content: dict[int, bytes] = {}

    def make_directory(self, path: Path) -> None:
        super().make_directory(path)
        self._now[path] = None

    def open_new(self, path: Path) -> int:
        handle = super().open_new(path)
        self._now[path] = os.fstat(handle).st_ino
        self._content[os.fstat(handle).st_ino] = b""
        return handle

    def sync(self, handle: int) -> None:
        super().sync(handle)
        size = os.fstat(handle).st_size
        path = Path(f"/proc/self/fd/{handle}").readlink()
        self._content[os.fstat(handle).st_ino] = path.read_bytes()[:size]

    def rename(self, source: Path, target: Path) -> None:
        super().rename(source, target)
        self._now[target] = self._now.pop(source)

    def remove(self, path: Path) -> None:
        super().remove(path)
        self._now.pop(path)

    def sync_directory(self, directory: Path) -> None:
        super().sync_directory(directory)
        for path in {*self._durable, *self._now}:
            if path.parent == directory:
                self._settle(path, self._durable)

    def _settle(self, path: Path, names: dict[Path, int | None]) -> None:
        if path in self._now:
            names[path] = self._now[path]
        else:
            names.pop(path, None)

    def leftovers(self, folder: Path) -> Iterator[Path]:
        """Each disk that may be found afterwards, as a folder of its own."""
        changed = [
            path
            for path in sorted({*self._durable, *self._now})
            if self._durable.get(path, -1) != self._now.get(path, -1)
        ]
        number = itertools.count()
        for count in range(len(changed) + 1):
            for survived in itertools.combinations(changed, count):
                names = dict(self._durable)
                for path in survived:
                    self._settle(path, names)
                for zeros in (False, True):
                    yield self._laid_down(folder / str(next(number)), names, zeros=zeros)

    def _laid_down(self, at: Path, names: dict[Path, int | None], *, zeros: bool) -> Path:
        at.mkdir(parents=True)
        for path, inode in sorted(names.items()):
            target = at / path.relative_to(self.base)
            if not target.parent.is_dir():
                continue  # in a directory whose own name is lost
            if inode is None:
                target.mkdir()
                continue
            kept = self._content[inode]
            # What the file is in memory now tells its length; zeros may stand for what was not synced.
            length = self._length(inode)
            target.write_bytes(kept.ljust(length, b"\0") if zeros else kept)
        return at

    def _length(self, inode: int) -> int:
        for path, number in self._now.items():
            if number == inode and path.is_file():
                return path.stat().st_size
        return 0
