"""One office, one process: two programs must never write to the same data directory.

The lock is the operating system's own, so it dies with the process and a crash leaves nothing to
clean up by hand. Who holds it stands in a second file, because Windows lets nobody read a locked one.
"""

from __future__ import annotations

import errno
import getpass
import json
import os
import platform
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from app.system.atomic_files import explain_os_error, make_directory, write_atomically
from app.system.clock import Clock
from app.system.errors import EnvironmentProblem

_DOING = "打开单位数据"
_HOLDER_LIMIT = 4096
_NO_LOCKS_HERE = (errno.ENOSYS, errno.ENOTSUP, errno.ENOLCK)


@dataclass(frozen=True)
class Holder:
    """Who has the office open: computer, its user, the process and since when (as text to show)."""

    host: str
    user: str
    pid: int
    since: str

    def sentence(self) -> str:
        """For the middle of a message: 「电脑 PC-1，用户 wang，自 2026-07-01 09:00 起」."""
        return f"电脑 {self.host}，用户 {self.user}，自 {self.since} 起"


class OfficeLock:
    """Held while an office is open. `with OfficeLock(data_dir, clock): …`, or `acquire` and `release`."""

    def __init__(self, data_dir: Path, clock: Clock) -> None:
        self._data_dir = data_dir
        self._clock = clock
        self._holder_file = data_dir / "office.holder.json"
        # No soft fallback: a lock file without a lock would survive a crash and shut the office out.
        self._lock = FileLock(
            data_dir / "office.lock",
            timeout=0,
            thread_local=False,
            fallback_to_soft=False,
            preserve_lock_file=True,
        )

    def acquire(self) -> None:
        """Take the office at once, or raise EnvironmentProblem naming who has it."""
        make_directory(self._data_dir, _DOING)
        try:
            self._lock.acquire()
        except Timeout as error:
            raise EnvironmentProblem(self._occupied()) from error
        except OSError as error:
            if error.errno in _NO_LOCKS_HERE:
                raise EnvironmentProblem(
                    "打开单位数据没有成功：这个磁盘不支持文件加锁，请把数据放在本机硬盘上再打开。"
                ) from error
            raise explain_os_error(error, _DOING) from error
        try:
            self._write_holder()
        except BaseException:
            self._lock.release()
            raise

    def release(self) -> None:
        """Give the office back; does nothing when it is not held."""
        if not self._lock.is_locked:
            return
        with suppress(OSError):  # only a hint for others: a stale one is never believed without the lock
            self._holder_file.unlink(missing_ok=True)
        self._lock.release()

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _write_holder(self) -> None:
        holder = {
            "host": platform.node() or "本机",
            "user": _user_name(),
            "pid": os.getpid(),
            "since": self._clock.now().strftime("%Y-%m-%d %H:%M"),
        }
        write_atomically(self._holder_file, json.dumps(holder, ensure_ascii=False).encode(), _DOING)

    def _occupied(self) -> str:
        holder = read_holder(self._holder_file)
        who = f"（{holder.sentence()}）" if holder else ""
        return f"这个单位的数据正在另一个窗口中使用{who}，请先关闭那个窗口，再重新打开。"


def read_holder(file: Path) -> Holder | None:
    """The holder written in `file`, or None when it is missing, damaged or not ours."""
    try:
        with file.open("rb") as stream:
            raw = json.loads(stream.read(_HOLDER_LIMIT))
    except (OSError, ValueError, RecursionError):
        return None
    match raw:
        case {"host": str(host), "user": str(user), "pid": int(pid), "since": str(since)}:
            return Holder(_short(host), _short(user), pid, _short(since))
    return None


def _short(text: str) -> str:
    """A name from a file anybody can write: one line, and short enough for a message."""
    return "".join(letter for letter in text if letter.isprintable())[:40]


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no account entry: a container, a service
        return "未知"
