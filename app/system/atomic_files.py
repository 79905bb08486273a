"""Files appear whole or not at all, and a failing disk is explained in words a clerk can act on."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app.system.errors import EnvironmentProblem

# What went wrong and what to do now, by errno. The name of the act is put in front.
_ADVICE: dict[int, str] = {
    errno.ENOSPC: "磁盘已满，请删除不用的文件或换一个磁盘后再试",
    errno.EDQUOT: "磁盘已满（超出分配的空间），请删除不用的文件或换一个位置后再试",
    errno.EFBIG: "文件太大，这个磁盘的格式放不下，请换一个磁盘（例如 NTFS 或 exFAT 格式的 U 盘）后再试",
    errno.EACCES: "没有写入或读取的权限，请换一个位置，或请管理员开放权限后再试",
    errno.EPERM: "系统不允许这样操作，请换一个位置，或请管理员开放权限后再试",
    errno.EROFS: "这个磁盘只能读、不能写，请关掉 U 盘的写保护开关或换一个位置后再试",
    errno.ENOENT: "找不到这个位置，请确认文件夹还在、U 盘已插好后再试",
    errno.ENOTDIR: "这个位置不是文件夹，请重新选择后再试",
    errno.EISDIR: "这是一个文件夹而不是文件，请重新选择后再试",
    errno.EEXIST: "已经有同名的文件，请换一个名称后再试",
    errno.ENODEV: "磁盘或 U 盘已被拔出，请重新插好后再试",
    errno.ENXIO: "磁盘或 U 盘已被拔出，请重新插好后再试",
    errno.EIO: "磁盘读写出错，可能是 U 盘被拔出或磁盘损坏，请重新插好或换一个磁盘后再试",
    errno.EBUSY: "文件正被别的程序占用，请关闭正在使用它的程序后再试",
    errno.ETXTBSY: "文件正被别的程序占用，请关闭正在使用它的程序后再试",
    errno.ENAMETOOLONG: "文件名或路径太长，请换一个短一些的名称或位置后再试",
    errno.EINVAL: "文件名里有这个磁盘不接受的字符，请换一个名称后再试",
    errno.EILSEQ: "文件名里有这个磁盘不接受的字符，请换一个名称后再试",
    errno.EMFILE: "同时打开的文件太多，请关闭一些窗口后再试",
    errno.ENFILE: "同时打开的文件太多，请关闭一些程序后再试",
}
# Windows tells some cases only by its own number; Python maps them to errno values that say less.
_WINDOWS_ADVICE: dict[int, str] = {
    19: _ADVICE[errno.EROFS],  # ERROR_WRITE_PROTECT
    21: _ADVICE[errno.ENODEV],  # ERROR_NOT_READY
    32: _ADVICE[errno.EBUSY],  # ERROR_SHARING_VIOLATION
    33: _ADVICE[errno.EBUSY],  # ERROR_LOCK_VIOLATION
    112: _ADVICE[errno.ENOSPC],  # ERROR_DISK_FULL
    433: _ADVICE[errno.ENODEV],  # ERROR_NO_SUCH_DEVICE
    1167: _ADVICE[errno.ENODEV],  # ERROR_DEVICE_NOT_CONNECTED
}
_UNKNOWN = "电脑没有完成这次读写，请检查磁盘或 U 盘后再试"


def explain_os_error(error: OSError, doing: str) -> EnvironmentProblem:
    """The sentence for the screen: `doing` is what the program was at, e.g. 「保存台账」.

    Returns the problem, so that the caller writes `raise explain_os_error(...) from error`.
    """
    windows_number = getattr(error, "winerror", None)
    advice = _WINDOWS_ADVICE.get(windows_number) if isinstance(windows_number, int) else None
    if advice is None:
        advice = _ADVICE.get(error.errno or 0)
    if advice is None:
        number = f"{windows_number or error.errno or type(error).__name__}"
        advice = f"{_UNKNOWN}（代码 {number}）"
    return EnvironmentProblem(f"{doing}没有成功：{advice}。")


@contextmanager
def atomic_writer(path: Path, doing: str, *, owner_only: bool = False) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends well, on disk for good.

    When the block or the disk fails, `path` is as it was before and nothing half-written is left.
    OSError becomes EnvironmentProblem; `doing` names the act in its sentence.
    """
    # A name of its own for each attempt: two writers never share a half-written file.
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        try:
            # A stick without such rights takes the file all the same.
            opener = _open_owner_only if owner_only else None
            with open(part, "xb", opener=opener) as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
            flush_directory(path.parent)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise explain_os_error(error, doing) from error


def _open_owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def write_atomically(path: Path, data: bytes, doing: str, *, owner_only: bool = False) -> None:
    """Put `data` at `path`, replacing what is there: whole and on disk when this returns.

    `owner_only`: a secret; nobody else on this computer may read it, from its first byte on.
    Raises EnvironmentProblem with advice when the disk refuses; `path` is then unchanged.
    """
    with atomic_writer(path, doing, owner_only=owner_only) as file:
        file.write(data)


def make_directory(path: Path, doing: str) -> None:
    """Create `path` and its parents, readable by this user only; raises EnvironmentProblem."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise explain_os_error(error, doing) from error


def flush_directory(directory: Path) -> None:
    """Make a rename inside `directory` survive a power cut. Windows does this by itself."""
    if os.name == "nt":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # FAT and some network drives cannot sync a directory; the file itself is already safe.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)
