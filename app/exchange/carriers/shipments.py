"""What was sent together: its files and the list that is written last and makes them count.

The list holds the length and SHA-256 of every file. Files without one are the rest of a writing that
was cut off. A list from a carrier is hostile: bounded, and its names become paths only when they are ours.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.exchange.carriers.carrier_names import (
    PART_SUFFIX,
    is_carried_name,
    is_package_name,
    is_word,
    list_name,
    shipment_of,
)
from app.exchange.carriers.places import Place, entries_of
from app.exchange.limits import LARGEST_BODY, MOST_VOLUMES
from app.system.atomic_files import atomic_writer, explain_os_error
from app.system.disk_calls import is_plain_directory, is_plain_file
from app.system.errors import EnvironmentProblem
from app.system.free_space import require_free_space

Progress = Callable[[int, int], object]
"""Called with the bytes done and to do; may raise to stop the work where it can be continued."""

FORMAT = 1
_LARGEST_LIST = 4 * 1024 * 1024
_MOST_FILES = MOST_VOLUMES + 10
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1024 * 1024
_MARGIN = 4 * 1024 * 1024
_TAKING = "取进文件"
_READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of a shipment: `size` in bytes, `sha256` in hex."""

    name: str
    size: int
    sha256: str


class FileList(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in a list."""

    format: int
    files: tuple[Entry, ...]


class Shipment(msgspec.Struct, frozen=True, kw_only=True):
    """A list that was found. `missing` names the files that are not there in the length they should have.

    `recipient` and `sender` are the addresses in the tree of a stick, empty in a plain folder.
    """

    name: str
    folder: Path
    files: tuple[Entry, ...]
    missing: tuple[str, ...] = ()
    recipient: str = ""
    sender: str = ""

    @property
    def whole(self) -> bool:
        """Whether everything listed is there by name and length; `take_in` looks at the content too."""
        return not self.missing

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(entry.size for entry in self.files)


class Folder(msgspec.Struct, frozen=True, kw_only=True):
    """What lies in one folder: shipments, files of ours in no list, how many strange things.

    `unfinished` are packages and half-written files without a list; `foreign` is only counted.
    """

    shipments: tuple[Shipment, ...] = ()
    unfinished: tuple[Path, ...] = ()
    foreign: int = 0


def encoded_list(files: tuple[Entry, ...]) -> bytes:
    """The bytes of a list, lines a person can read."""
    return msgspec.json.format(msgspec.json.encode(FileList(format=FORMAT, files=files)), indent=1) + b"\n"


def look_into(folder: Path, recipient: str = "", sender: str = "") -> Folder:
    """What lies in a folder; a folder that is not there, or a link to one, is empty. OSError passes."""
    if not is_plain_directory(folder):
        return Folder()
    shipments: list[Shipment] = []
    ours: list[Path] = []
    foreign = 0
    for entry in entries_of(folder):
        path = folder / entry.name
        name = shipment_of(entry.name)
        files = _listed(path) if name is not None and is_plain_file(path) else None
        if name is not None and files is not None:
            missing = tuple(one.name for one in files if not _has_size(folder / one.name, one.size))
            shipments.append(
                Shipment(
                    name=name, folder=folder, files=files, missing=missing, recipient=recipient, sender=sender
                )
            )
        elif _is_ours(entry.name) and is_plain_file(path):
            ours.append(path)
        else:
            foreign += 1
    listed = {one.name for shipment in shipments for one in shipment.files}
    unfinished = tuple(path for path in ours if path.name not in listed and not path.name.endswith(".txt"))
    return Folder(shipments=tuple(shipments), unfinished=unfinished, foreign=foreign)


def take_in(place: Place, shipment: Shipment, into: Path, progress: Progress | None = None) -> list[Path]:
    """Copy the packages of a shipment into a folder of this computer, compared with the list.

    What is there already is kept. Returns their paths in the order of the list; notes for people stay
    behind. Raises MediumGone or another EnvironmentProblem; then files copied before are whole and stay.
    """
    packages = [entry for entry in shipment.files if is_package_name(entry.name)]
    require_free_space(into, sum(entry.size for entry in packages) + _MARGIN, _TAKING)
    total = max(sum(entry.size for entry in packages), 1)
    before = 0
    taken = []
    for entry in packages:
        target = into / entry.name

        def step(done: int, before: int = before) -> None:
            if progress is not None:
                progress(before + done, total)

        if not _is_same(target, entry):
            _copy(place, shipment.folder / entry.name, target, entry, step)
        before += entry.size
        step(0, before)
        taken.append(target)
    return taken


def open_plain(path: Path) -> io.BufferedReader:
    """Open a file for reading, no link, pipe or device; OSError passes."""
    if not is_plain_file(path):
        raise FileNotFoundError(errno.ENOENT, "no plain file", path)
    return os.fdopen(os.open(path, _READING), "rb")


def _copy(place: Place, source: Path, target: Path, entry: Entry, step: Callable[[int], None]) -> None:
    with atomic_writer(target, _TAKING) as writing:
        # A read that fails is told as the stick's failure, a write as this computer's.
        with place.told(f"读取{place.word}", writing=False):
            reading = open_plain(source)
        with reading:
            digest = hashlib.sha256()
            done = 0
            while True:
                with place.told(f"读取{place.word}", writing=False):
                    part = reading.read(min(_CHUNK, entry.size - done + 1))
                done += len(part)
                if not part or done > entry.size:
                    break
                digest.update(part)
                writing.write(part)
                step(done)
        if done != entry.size or digest.hexdigest() != entry.sha256:
            place.require_there(f"读取{place.word}", writing=False)
            raise EnvironmentProblem(
                f"{place.word}上的 {entry.name} 与清单不一致，可能已损坏，没有取进来，请让对方重新导出。"
            )


def _is_same(path: Path, entry: Entry) -> bool:
    try:
        if not _has_size(path, entry.size):
            return False
        with open_plain(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == entry.sha256
    except OSError as error:
        raise explain_os_error(error, _TAKING) from error


def _listed(path: Path) -> tuple[Entry, ...] | None:
    """The files in a list, None when it is damaged, cut off, or names what is not ours."""
    with open_plain(path) as file:
        raw = file.read(_LARGEST_LIST + 1)
    if len(raw) > _LARGEST_LIST:
        return None
    try:
        found = msgspec.json.decode(raw, type=FileList, strict=True)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    names = {entry.name.casefold() for entry in found.files}
    sound = (
        found.format == FORMAT
        and 0 < len(found.files) <= _MOST_FILES
        and len(names) == len(found.files)
        and all(_is_sound(entry) for entry in found.files)
    )
    return found.files if sound else None


def _is_sound(entry: Entry) -> bool:
    return (
        is_carried_name(entry.name)
        and 0 <= entry.size <= LARGEST_BODY
        and _SHA256.fullmatch(entry.sha256) is not None
    )


def _has_size(path: Path, size: int) -> bool:
    return is_plain_file(path) and path.lstat().st_size == size


def _is_ours(name: str) -> bool:
    return is_carried_name(name.removesuffix(PART_SUFFIX)) or shipment_of(name) is not None


def require_words(*names: str) -> None:
    """Assert that addresses and names of shipments made by us have their shape: anything else is a defect."""
    for name in names:
        if not is_word(name) or len(list_name(name).encode()) > 200:
            raise ValueError(f"not a name for a carrier: {name!r}")
