"""Files put on a carrier so that 可以拔出 is true: written beside, synced, named, read back, then listed.

The order is the promise. A file has its own name only when its bytes are on the disk; it is listed only
when the disk has given them back; the list comes last. Whatever the moment the stick is pulled out, its
reader sees either nothing or something whole, and the next run continues with what is there.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.exchange.carriers.carrier_names import PART_SUFFIX, is_carried_name, list_name
from app.exchange.carriers.places import Place
from app.exchange.carriers.shipments import Entry, Progress, encoded_list, look_into, require_words
from app.system.atomic_files import explain_os_error
from app.system.disk_calls import DiskCalls, is_plain_file
from app.system.errors import EnvironmentProblem
from app.system.free_space import require_free_space
from app.system.past_cache import ReadBack

_CHUNK = 1024 * 1024
# A slow stick is synced as it goes: progress then tells what is on it, not what waits in memory.
_SYNC_EVERY = 8 * _CHUNK
# The list, new folders and the last cluster of each file take room as well.
_MARGIN = 1024 * 1024
_CLUSTER = 64 * 1024
_READING = "读取要发送的文件"


@dataclass(frozen=True)
class Outgoing:
    """A file to carry: its name on the carrier, and a file of this computer or its bytes."""

    name: str
    content: Path | bytes

    @property
    def size(self) -> int:
        """Bytes to carry; OSError passes."""
        return len(self.content) if isinstance(self.content, bytes) else self.content.stat().st_size

    def open(self) -> io.BufferedIOBase:
        """The content from its beginning; OSError passes."""
        return io.BytesIO(self.content) if isinstance(self.content, bytes) else self.content.open("rb")


@dataclass(frozen=True)
class Delivered:
    """A shipment that is whole on its carrier. `kept` of its `files` were there from an earlier run.

    `past_cache` False: the disk could not be asked past the memory; `sentence` then says so.
    """

    folder: Path
    shipment: str
    files: int
    kept: int
    size: int
    past_cache: bool
    sentence: str


def deliver(
    place: Place,
    folder: tuple[str, ...],
    shipment: str,
    files: Sequence[Outgoing],
    progress: Progress | None = None,
    calls: DiskCalls | None = None,
) -> Delivered:
    """Put files into a folder below `place` and list them; when this returns they may be pulled out.

    `progress` counts each byte twice, written and read back, and may raise to stop; doing the same again
    continues. Raises MediumGone when the stick went away, EnvironmentProblem when it is full, read-only,
    too small for a file, holds another file of the same name, or does not give back what was written.
    """
    require_words(shipment, *folder)
    if not files or not all(is_carried_name(file.name) for file in files):
        raise ValueError(f"no files for a carrier: {[file.name for file in files]!r}")
    doing = f"写入{place.word}"
    try:
        for file in files:
            place.require_fits(file.name, file.size, doing)
        entries = [_entry_of(file) for file in files]
    except OSError as error:
        raise explain_os_error(error, _READING) from error
    writing = _Writing(place, calls or DiskCalls(), doing, progress, sum(entry.size for entry in entries))
    with place.told(doing, writing=True):
        return writing.deliver(folder, shipment, files, entries)


class _Writing:
    """One delivery. OSError passes from its methods and is told by `deliver`."""

    def __init__(
        self, place: Place, calls: DiskCalls, doing: str, progress: Progress | None, size: int
    ) -> None:
        self._place = place
        self._calls = calls
        self._doing = doing
        self._progress = progress
        self._total = max(2 * size, 1)
        self._done = 0
        self._past_cache = True

    def deliver(
        self, names: tuple[str, ...], shipment: str, files: Sequence[Outgoing], entries: Sequence[Entry]
    ) -> Delivered:
        self._place.require_there(self._doing, writing=True)
        folder = self._place.directory(names, self._calls)
        self._refuse_other_content(folder, shipment, entries)
        self._require_room(folder, entries)
        kept = sum(self._put(folder, file, entry) for file, entry in zip(files, entries, strict=True))
        listing = Outgoing(list_name(shipment), encoded_list(tuple(entries)))
        self._put(folder, listing, _entry_of(listing))
        self._place.require_there(self._doing, writing=True)
        return Delivered(
            folder=folder,
            shipment=shipment,
            files=len(entries),
            kept=kept,
            size=sum(entry.size for entry in entries),
            past_cache=self._past_cache,
            sentence=self._sentence(),
        )

    def _sentence(self) -> str:
        if not self._place.is_stick:
            return "已写好，并重新读出核对无误。"
        if self._past_cache:
            return "已写好，并从 U 盘重新读出核对无误，可以拔出。"
        return "已写好，但这台电脑不能直接核对 U 盘上的内容，请先在系统里“安全弹出”，再拔出 U 盘。"

    def _refuse_other_content(self, folder: Path, shipment: str, entries: Sequence[Entry]) -> None:
        """A whole file of an earlier shipment is never replaced: it may be the only one."""
        ours = {entry.name.casefold(): entry for entry in entries}
        there = look_into(folder).shipments
        for earlier in there:
            for one in earlier.files:
                mine = ours.get(one.name.casefold())
                if mine is not None and mine != one and one.name not in earlier.missing:
                    raise EnvironmentProblem(
                        f"{self._doing}没有开始：{self._place.word}上已有同名而内容不同的 {one.name}，"
                        "请先清理以前的文件，或换一个位置后再试。"
                    )
        if any(earlier.name == shipment and earlier.files != tuple(entries) for earlier in there):
            # Only a list whose files are gone comes here: what it promises is not there.
            self._calls.remove(folder / list_name(shipment))
            self._calls.sync_directory(folder)

    def _require_room(self, folder: Path, entries: Sequence[Entry]) -> None:
        needed = _MARGIN
        for entry in entries:
            path = folder / entry.name
            there = (path, _part_of(path))
            have = max((found.lstat().st_size for found in there if is_plain_file(found)), default=0)
            needed += max(entry.size - have, 0) + _CLUSTER
        require_free_space(folder, needed, self._doing)

    def _put(self, folder: Path, file: Outgoing, entry: Entry) -> bool:
        """Make one file whole on the disk; True when it was so already."""
        path = folder / entry.name
        if is_plain_file(path) and path.lstat().st_size == entry.size:
            if self._was_whole(path, entry):
                return True
        elif os.path.lexists(path) and not is_plain_file(path):
            raise EnvironmentProblem(
                f"{self._doing}没有开始：{self._place.word}上的“{entry.name}”是文件夹或链接，请移走后再试。"
            )
        self._write(_part_of(path), file)
        self._calls.rename(_part_of(path), path)
        self._calls.sync_directory(folder)
        # By path, so that a stick that has gone since is noticed.
        self._place.require_there(self._doing, writing=True)
        found = self._calls.read_back(path, self._step)
        self._believe(found)
        if found.sha256 != entry.sha256:
            self._calls.remove(path)
            raise EnvironmentProblem(
                f"{self._doing}没有成功：写进去的内容读出来不一样，这个{self._place.word}可能坏了，请换一个再试。"
            )
        return False

    def _was_whole(self, path: Path, entry: Entry) -> bool:
        """Whether an earlier run finished this file; then it is synced, which that run may not have done."""
        start = self._done
        handle = self._calls.open_to_continue(path)
        try:
            self._calls.sync(handle)
        finally:
            self._calls.close(handle)
        self._calls.sync_directory(path.parent)
        found = self._calls.read_back(path, self._step)
        if found.sha256 != entry.sha256:
            self._done = start
            return False
        self._believe(found)
        self._step(entry.size)
        return True

    def _write(self, part: Path, file: Outgoing) -> None:
        with file.open() as content:
            handle, whole = self._continued(part, content)
            try:
                content.seek(whole)
                self._step(whole)
                waiting = 0
                while chunk := _next(content, _CHUNK):
                    self._write_all(handle, chunk)
                    waiting += len(chunk)
                    if waiting >= _SYNC_EVERY:
                        self._calls.sync(handle)
                        waiting = 0
                    self._step(len(chunk))
                self._calls.sync(handle)
            finally:
                self._calls.close(handle)

    def _continued(self, part: Path, content: io.BufferedIOBase) -> tuple[int, int]:
        """A handle behind what an earlier run wrote soundly, and how much that is."""
        if is_plain_file(part) and part.lstat().st_nlink == 1:
            handle = self._calls.open_to_continue(part)
            try:
                whole = self._same_beginning(handle, content)
                self._calls.cut(handle, whole)
            except OSError as error:
                self._calls.close(handle)
                if error.errno != errno.EIO:
                    raise
                # The end of a cut-off writing cannot be read: begin this file anew.
            else:
                return handle, whole
        if os.path.lexists(part):
            self._calls.remove(part)
        return self._calls.open_new(part), 0

    def _same_beginning(self, handle: int, content: io.BufferedIOBase) -> int:
        same = 0
        while there := self._calls.read(handle, _CHUNK):
            if _next(content, len(there)) != there:
                break
            same += len(there)
        return same

    def _write_all(self, handle: int, data: bytes) -> None:
        left = memoryview(data)
        while left:
            taken = self._calls.write(handle, left)
            if taken <= 0:
                raise OSError(errno.EIO, "the disk took nothing")
            left = left[taken:]

    def _believe(self, found: ReadBack) -> None:
        self._past_cache = self._past_cache and found.past_cache

    def _step(self, count: int) -> None:
        self._done += count
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)


def _entry_of(file: Outgoing) -> Entry:
    """Name, length and hash of a file to carry; OSError passes."""
    with file.open() as content:
        digest = hashlib.sha256()
        size = 0
        while part := content.read(_CHUNK):
            digest.update(part)
            size += len(part)
        return Entry(name=file.name, size=size, sha256=digest.hexdigest())


def _next(content: io.BufferedIOBase, count: int) -> bytes:
    """Bytes of our own file: when it cannot be read, the stick is not to blame."""
    try:
        return content.read(count)
    except OSError as error:
        raise explain_os_error(error, _READING) from error


def _part_of(path: Path) -> Path:
    return path.with_name(f"{path.name}{PART_SUFFIX}")
