"""Real sticks for tests: small images on a loop device, disks in memory, mounted below a temporary folder.

Only root may mount; without it, or without the file system in this kernel, the test is skipped and says why.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MEGABYTE = 1024 * 1024
_MAKERS = {
    "ext4": ["mkfs.ext4", "-q", "-F"],
    "vfat": ["mkfs.vfat", "-F", "32", "-n", "STICK"],
    "xfs": ["mkfs.xfs", "-q", "-f"],
    "exfat": ["mkfs.exfat"],
}


def require(kind: str) -> None:
    """Skip the test unless `kind` can be made and mounted here."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount an image")
    if kind == "tmpfs":
        return
    if shutil.which(_MAKERS[kind][0], path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") is None:
        pytest.skip(f"{_MAKERS[kind][0]} is not installed")
    if not any(line.split()[-1] == kind for line in Path("/proc/filesystems").read_text().splitlines()):
        pytest.skip(f"this kernel has no {kind}")


def run(*words: str | Path) -> None:
    """Run a tool of the system; a refusal is a skip, because containers may forbid mounting to root too."""
    told = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if told.returncode:
        pytest.skip(f"{words[0]} does not work here: {told.stderr.strip()}")


class Stick:
    """A mounted image that can be pulled out, pushed in again and made read-only."""

    def __init__(self, image: Path | None, path: Path) -> None:
        self.image = image
        self.path = path

    def pull(self) -> None:
        """Out at once: the path is empty again, open files stay with the old stick."""
        subprocess.run(["umount", "-l", str(self.path)], check=True, capture_output=True)

    def push_in(self) -> None:
        """The same stick at the same path again."""
        run("mount", "-o", "loop", self.image or "", self.path)

    def write_protect(self) -> None:
        """What the kernel does to a stick with errors, and a switch on the side of some."""
        subprocess.run(["mount", "-o", "remount,ro", str(self.path)], check=True, capture_output=True)


@contextmanager
def stick(folder: Path, kind: str = "ext4", megabytes: int = 16, name: str = "stick") -> Iterator[Stick]:
    """A stick of its own file system, mounted in `folder`, gone afterwards."""
    require(kind)
    path = folder / name
    path.mkdir()
    if kind == "tmpfs":
        run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", path)
        made = Stick(None, path)
    else:
        image = folder / f"{name}.img"
        with image.open("wb") as file:
            file.truncate(megabytes * MEGABYTE)
        run(*_MAKERS[kind], image)
        made = Stick(image, path)
        made.push_in()
    try:
        yield made
    finally:
        while subprocess.run(["umount", "-l", str(path)], capture_output=True).returncode == 0:
            pass
