"""Where files are carried: a stick or a folder, and what it means when it is suddenly not there.

A stick that is pulled out leaves an empty folder behind where the next byte would land on the disk of
this computer, so the place remembers which disk it was and every step can ask again.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.system.atomic_files import explain_os_error
from app.system.disk_calls import DiskCalls, is_plain_directory
from app.system.drives import file_system_of
from app.system.errors import EnvironmentProblem

MOST_ENTRIES = 20_000
# FAT tells the length of a file in 32 bits.
_FAT = ("vfat", "fat", "fat32", "msdos", "fat16")
_LARGEST_ON_FAT = 2**32 - 1
_PULLED = (errno.ENODEV, errno.ENXIO, errno.ENOTCONN, errno.ESHUTDOWN)
_WRITTEN = "已经写完整的文件还在，重新插好后再做一次，会接着写完"
_READ = "没有取进一半的东西，请重新插好后再做一次"


class MediumGone(EnvironmentProblem):
    """The stick was pulled out, or broke, in the middle. Doing it again continues with what is whole."""


@dataclass(frozen=True)
class Place:
    """A folder on a certain disk. `device` is the number of that disk; `word` is what people call it."""

    path: Path
    device: int
    file_system: str
    word: str

    @property
    def is_stick(self) -> bool:
        """Whether a person will pull it out afterwards."""
        return self.word == "U 盘"

    def is_there(self) -> bool:
        """Whether the same disk is still at this path."""
        try:
            return self.path.stat().st_dev == self.device
        except OSError:
            return False

    def require_there(self, doing: str, *, writing: bool) -> None:
        """Raise MediumGone unless the same disk is still at this path."""
        if not self.is_there():
            raise self._gone(doing, writing)

    @contextmanager
    def told(self, doing: str, *, writing: bool) -> Iterator[None]:
        """Turn an OSError of the block into a sentence: MediumGone or another EnvironmentProblem."""
        try:
            yield
        except OSError as error:
            raise self._problem(error, doing, writing) from error

    def directory(self, names: tuple[str, ...], calls: DiskCalls) -> Path:
        """The folder of these names below, made durable where it was not there; OSError passes.

        Raises EnvironmentProblem when something else has the name: a link is never followed.
        """
        path = self.path
        for name in names:
            path = path / name
            if not is_plain_directory(path):
                if os.path.lexists(path):
                    raise EnvironmentProblem(
                        f"{self.word}上的“{name}”不是文件夹（是文件或链接），请把它改名或移走后再试。"
                    )
                calls.make_directory(path)
            # Also when it was there: the run that made it may have ended before its name was on the disk.
            calls.sync_directory(path.parent)
        return path

    def require_fits(self, name: str, size: int, doing: str) -> None:
        """Raise EnvironmentProblem when this file system knows no file of `size` bytes."""
        if self.file_system in _FAT and size > _LARGEST_ON_FAT:
            raise EnvironmentProblem(
                f"{doing}没有开始：{name} 超过 4 GB，FAT 格式的 U 盘放不下，请分卷导出，"
                "或换一个 exFAT、NTFS 格式的 U 盘后再试。"
            )

    def _gone(self, doing: str, writing: bool) -> MediumGone:
        what = _WRITTEN if writing else _READ
        return MediumGone(f"{doing}没有完成：{self.word}中途被拔出或断开；{what}。")

    def _problem(self, error: OSError, doing: str, writing: bool) -> EnvironmentProblem:
        if error.errno in _PULLED or not self.is_there():
            return self._gone(doing, writing)
        what = _WRITTEN if writing else _READ
        if error.errno == errno.EIO:
            return MediumGone(
                f"{doing}没有完成：{self.word}读写出错，可能接触不良、被拔出或已损坏；{what}，仍不行请换一个。"
            )
        if error.errno == errno.EROFS and writing:
            return EnvironmentProblem(
                f"{doing}没有完成：{self.word}只能读、不能写，请关掉写保护开关，或拔下重新插好后再做一次；"
                "中途变成只读的多半已经损坏，仍不行请换一个。"
            )
        return explain_os_error(error, doing)


def stick_at(path: Path) -> Place:
    """The stick mounted at `path`; EnvironmentProblem when it cannot be reached."""
    return _place(path, "U 盘", "打开 U 盘")


def folder_at(path: Path) -> Place:
    """Any folder; EnvironmentProblem when it cannot be reached."""
    return _place(path, "文件夹", "打开文件夹")


def entries_of(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name; OSError passes, EnvironmentProblem when there is far too much."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            found.append(entry)
            if len(found) > MOST_ENTRIES:
                raise EnvironmentProblem(
                    f"“{folder.name}”里的文件超过 {MOST_ENTRIES} 个，"
                    "请清理后再试，或把要用的文件放进一个新文件夹。"
                )
    return sorted(found, key=lambda entry: entry.name)


def _place(path: Path, word: str, doing: str) -> Place:
    try:
        if not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR if path.exists() else errno.ENOENT, "no folder")
        return Place(path, path.stat().st_dev, file_system_of(path), word)
    except OSError as error:
        raise explain_os_error(error, doing) from error
