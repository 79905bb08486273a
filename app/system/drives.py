"""Which sticks and cards are plugged in now, as the system really has them mounted.

The window asks `DriveWatch.look` from a timer; nothing here starts a thread. Linux is read from its own
tables (/proc/self/mountinfo, /sys), Windows by psutil and one call of the system for the name a person
gave the stick. A USB hard disk counts on Linux; Windows calls it fixed, and it is chosen as a folder.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_LABEL_LENGTH = 40
_NO_LABEL = "U 盘"
# A stick may carry the running system itself: these parts of it are not for carrying files.
_SYSTEM_PLACES = ("/boot", "/efi", "/home", "/usr", "/var", "/opt", "/srv", "/snap", "/nix")
_OUR_PLACES = ("/media/", "/run/media/", "/mnt/")
_ESCAPE = re.compile(rb"\\([0-7]{3})")
_LABEL_ESCAPE = re.compile(rb"\\x([0-9a-fA-F]{2})")


@dataclass(frozen=True)
class Drive:
    """One mounted stick or card. `device` tells two sticks at one path apart; sizes in bytes."""

    path: Path
    device: str
    label: str
    file_system: str
    free: int
    total: int
    writable: bool


@dataclass(frozen=True)
class Mount:
    """A line of mountinfo: the block device by number and by name, and where it is mounted."""

    number: str
    root: str
    path: Path
    writable: bool
    file_system: str
    source: str


@dataclass(frozen=True)
class Linux:
    """Where Linux keeps its tables. A test names its own; `also` marks further mounts as removable."""

    mountinfo: Path = Path("/proc/self/mountinfo")
    sys: Path = Path("/sys")
    labels: Path = Path("/dev/disk/by-label")
    also: Callable[[Mount], bool] = lambda _mount: False

    def mounts(self) -> list[Mount]:
        """All mounts; of several at one place only the last, which covers the others."""
        lines = self.mountinfo.read_bytes().splitlines()
        found = [mount for line in lines if (mount := _mount_of(line)) is not None]
        return list({mount.path: mount for mount in found}.values())

    def drives(self) -> list[Drive]:
        """The removable drives, one for each device, in the order of their paths."""
        found: dict[str, Drive] = {}
        for mount in sorted(self.mounts(), key=lambda mount: (len(mount.path.parts), str(mount.path))):
            key = mount.number if not mount.number.startswith("0:") else mount.source
            if key in found or not self._is_removable(mount):
                continue
            drive = self._drive_of(mount)
            if drive is not None:
                found[key] = drive
        return sorted(found.values(), key=lambda drive: str(drive.path))

    def _is_removable(self, mount: Mount) -> bool:
        if self.also(mount):
            return True
        # A bind mount shows a part of a disk that is listed by its own mount; btrfs always has a root.
        if mount.root != "/" and mount.file_system != "btrfs":
            return False
        place = str(mount.path)
        if place == "/" or any(place == home or place.startswith(f"{home}/") for home in _SYSTEM_PLACES):
            return False
        block = self._block_of(mount)
        return block is not None and _is_removable_block(block)

    def _block_of(self, mount: Mount) -> Path | None:
        """The directory of the block device in /sys; by name where a driver in between hides the number."""
        number = self.sys / "dev" / "block" / mount.number
        if number.exists():
            return number.resolve()
        if mount.source.startswith("/dev/"):
            named = self.sys / "class" / "block" / Path(mount.source).name
            if named.exists():
                return named.resolve()
        return None

    def _drive_of(self, mount: Mount) -> Drive | None:
        try:
            room = shutil.disk_usage(mount.path)
            writable = mount.writable and os.access(mount.path, os.W_OK)
        except OSError:
            return None  # pulled out a moment ago; the table does not know it yet
        return Drive(
            path=mount.path,
            device=f"{mount.number} {mount.source}",
            label=self._label_of(mount),
            file_system=mount.file_system,
            free=room.free,
            total=room.total,
            writable=writable,
        )

    def _label_of(self, mount: Mount) -> str:
        """The name a person gave the stick; systems mount a stick in a folder of that name too."""
        try:
            for entry in self.labels.iterdir():
                if entry.is_symlink() and entry.resolve().name == Path(mount.source).name:
                    raw = _LABEL_ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), os.fsencode(entry.name))
                    return shown_label(raw.decode(errors="replace"))
        except OSError:
            pass  # a system without udev; the folder's name follows
        in_our_place = f"{mount.path}/".startswith(_OUR_PLACES)
        return shown_label(mount.path.name if in_our_place else "")


def shown_label(text: str) -> str:
    """A label as it may be shown: anybody can write anything into one."""
    one_line = "".join(letter for letter in text if letter.isprintable()).strip()
    return one_line[:_LABEL_LENGTH] or _NO_LABEL


def _mount_of(line: bytes) -> Mount | None:
    """A line of mountinfo (proc(5)); None when it is none."""
    front, separator, back = line.partition(b" - ")
    first, last = front.split(b" "), back.split(b" ")
    if not separator or len(first) < 6 or len(last) < 3:
        return None
    number, root, path, options = (_plain(word) for word in first[2:6])
    file_system, source, super_options = (_plain(word) for word in last[:3])
    writable = "ro" not in options.split(",") and "ro" not in super_options.split(",")
    return Mount(number, root, Path(path), writable, file_system.lower(), source)


def _plain(word: bytes) -> str:
    """Blanks and backslashes stand in mountinfo as octal numbers."""
    return os.fsdecode(_ESCAPE.sub(lambda found: bytes([int(found[1], 8) & 0xFF]), word))


def _is_removable_block(block: Path, depth: int = 0) -> bool:
    """Whether a block device of /sys can be taken out: by its own mark, as a card, or as USB.

    An encrypted stick is a device made of another: then that one is asked.
    """
    disk = block.parent if (block / "partition").exists() else block
    if _first_line(disk / "removable") == "1":
        return True
    if any(re.fullmatch(r"usb\d+", part) for part in disk.parts):
        return True
    # The card slot of a laptop calls its cards fixed; what is soldered in calls itself MMC.
    if _first_line(disk / "device" / "type") == "SD":
        return True
    below = disk / "slaves"
    if depth > 4 or not below.is_dir():
        return False
    return any(_is_removable_block(entry.resolve(), depth + 1) for entry in below.iterdir())


def _first_line(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""  # this device has no such mark


if sys.platform == "win32":
    import psutil

    def removable_drives() -> list[Drive]:
        """The removable drives with a disk in them, in the order of their letters."""
        found = []
        for part in psutil.disk_partitions(all=False):
            options = part.opts.split(",")
            if "removable" not in options or not part.fstype:
                continue
            label, serial = _volume(part.mountpoint)
            try:
                room = psutil.disk_usage(part.mountpoint)
            except OSError:
                continue  # pulled out a moment ago
            found.append(
                Drive(
                    path=Path(part.mountpoint),
                    device=f"{part.device} {serial:08X}",
                    label=shown_label(label),
                    file_system=part.fstype.lower(),
                    free=room.free,
                    total=room.total,
                    writable="rw" in options,
                )
            )
        return found

    def _volume(root: str) -> tuple[str, int]:
        """The label and the serial number of a volume; empty and 0 when Windows does not tell."""
        import ctypes

        label = ctypes.create_unicode_buffer(261)
        serial = ctypes.c_uint32(0)
        told = ctypes.windll.kernel32.GetVolumeInformationW(
            root, label, len(label), ctypes.byref(serial), None, None, None, 0
        )
        return (label.value, serial.value) if told else ("", 0)

    def file_system_of(path: Path) -> str:
        """The kind of file system a path lies on, in small letters; empty when it is not known."""
        anchor = path.absolute().anchor.lower()
        kinds = {part.mountpoint.lower(): part.fstype.lower() for part in psutil.disk_partitions(all=True)}
        return str(kinds.get(anchor, ""))

else:

    def removable_drives() -> list[Drive]:
        """The removable drives that are mounted, in the order of their paths; OSError passes."""
        return Linux().drives()

    def file_system_of(path: Path) -> str:
        """The kind of file system a path lies on, in small letters; empty when it is not known."""
        whole = path.absolute()
        try:
            around = [mount for mount in Linux().mounts() if whole.is_relative_to(mount.path)]
        except OSError:
            return ""  # a system without this table: nothing is known of its limits
        return max(around, key=lambda mount: len(mount.path.parts)).file_system if around else ""


@dataclass(frozen=True)
class DrivesNow:
    """What is plugged in, what came and what went since the last look."""

    drives: tuple[Drive, ...]
    arrived: tuple[Drive, ...]
    gone: tuple[Drive, ...]


class DriveWatch:
    """Remembers the last look. The first one calls nothing arrived: those sticks were there before."""

    def __init__(self, find: Callable[[], list[Drive]] = removable_drives) -> None:
        self._find = find
        self._known: dict[tuple[Path, str], Drive] | None = None

    def look(self) -> DrivesNow:
        """Ask the system once; quick enough for a timer of a second or two. OSError passes."""
        drives = self._find()
        now = {(drive.path, drive.device): drive for drive in drives}
        before = self._known if self._known is not None else now
        self._known = now
        return DrivesNow(
            drives=tuple(drives),
            arrived=tuple(drive for key, drive in now.items() if key not in before),
            gone=tuple(drive for key, drive in before.items() if key not in now),
        )
