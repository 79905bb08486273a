"""Volumes and packages that have arrived, kept whole until everything is there and imported.

A file is kept under its own SHA-256, so the same volume from a stick and from a mail is one file, and a
file the disk has spoiled since is known by its name. What cannot be used is put aside, not removed.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import msgspec

from app.exchange.carriers.shipments import open_plain
from app.exchange.limits import BLOCK_SIZE, LARGEST_BODY
from app.exchange.package_reader import Receiver
from app.exchange.refusals import Refusal, Refused
from app.exchange.volumes import Gathered, gather
from app.system.atomic_files import atomic_writer, explain_os_error, make_directory
from app.system.disk_calls import is_plain_file
from app.system.free_space import require_free_space

ASIDE = "aside"
_NAME = re.compile(r"([0-9a-f]{64})\.(yzt|yzv|yzr|yzk)")
_KINDS = ("yzt", "yzv", "yzr", "yzk")
_CHUNK = 1024 * 1024
_MARGIN = 4 * 1024 * 1024
_DOING = "保存收到的文件"
# These may be right one day: the sender enrols, the program is brought up to date.
_WAITING = (Refusal.UNKNOWN_SENDER, Refusal.NEWER_PROGRAM, Refusal.INCOMPLETE)


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A file in the spool; `new` False: it was there already."""

    path: Path
    sha256: str
    new: bool


class Spool:
    """The files in one directory. Everything is on the disk; a new Spool sees what the last one kept."""

    def __init__(self, directory: Path) -> None:
        make_directory(directory / ASIDE, _DOING)
        self._directory = directory

    def keep(self, source: Path | bytes, kind: str) -> Kept:
        """Keep a file of this kind (yzt, yzv, yzr, yzk), on the disk when this returns.

        A link is not followed. Raises EnvironmentProblem when it cannot be read or does not fit, Refused when
        it is larger than any package.
        """
        if kind not in _KINDS:
            raise ValueError(f"no kind of file for the spool: {kind!r}")
        try:
            with io.BytesIO(source) if isinstance(source, bytes) else open_plain(source) as file:
                sha256, size = _measured(file)
                path = self._directory / f"{sha256}.{kind}"
                if self._is_sound(path):
                    return Kept(path=path, sha256=sha256, new=False)
                require_free_space(self._directory, size + _MARGIN, _DOING)
                file.seek(0)
                with atomic_writer(path, _DOING) as writing:
                    shutil.copyfileobj(file, writing, _CHUNK)
        except OSError as error:
            raise explain_os_error(error, _DOING) from error
        return Kept(path=path, sha256=sha256, new=True)

    def files(self, kind: str) -> list[Path]:
        """The files of a kind, by name; foreign files are passed over."""
        try:
            found = [path for path in self._directory.iterdir() if _kind_of(path) == kind]
        except OSError as error:
            raise explain_os_error(error, "查看收到的文件") from error
        return sorted(found)

    def volumes(self, receiver: Receiver) -> Gathered:
        """The volumes by package, complete or not; what can never be used leaves the spool.

        A volume of a package that is known already is removed, a spoilt or foreign one is put aside; one of
        an unknown sender or a newer program waits. `refused` tells them all, paths as they were before.
        """
        gathered = gather(self.files("yzv"), receiver)
        for path, problem in gathered.refused:
            if problem.code is Refusal.ALREADY_RECEIVED:
                self.remove([path])
            elif problem.code not in _WAITING:
                self.put_aside(path)
        return gathered

    def put_aside(self, path: Path) -> Path:
        """Move a file where it is not looked at again but still is; where it is now."""
        self._require_ours(path)
        target = self._directory / ASIDE / path.name
        try:
            path.replace(target)
        except OSError as error:
            raise explain_os_error(error, _DOING) from error
        return target

    def aside(self) -> list[Path]:
        """What was put aside, for somebody to look at."""
        try:
            return sorted(path for path in (self._directory / ASIDE).iterdir() if _kind_of(path))
        except OSError as error:
            raise explain_os_error(error, "查看收到的文件") from error

    def remove(self, paths: Iterable[Path]) -> None:
        """Remove files that are imported; those already gone are passed over."""
        for path in paths:
            self._require_ours(path)
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise explain_os_error(error, "清理已导入的文件") from error

    def _is_sound(self, path: Path) -> bool:
        if not is_plain_file(path):
            return False
        with open_plain(path) as file:
            return _measured(file)[0] == path.stem

    def _require_ours(self, path: Path) -> None:
        if path.parent not in (self._directory, self._directory / ASIDE) or _kind_of(path) is None:
            raise ValueError(f"not a file of the spool: {path}")


def _measured(file: io.BufferedIOBase) -> tuple[str, int]:
    digest = hashlib.sha256()
    size = 0
    while part := file.read(_CHUNK):
        digest.update(part)
        size += len(part)
        if size > LARGEST_BODY + BLOCK_SIZE:
            raise Refused(Refusal.TOO_LARGE, "file larger than any package")
    return digest.hexdigest(), size


def _kind_of(path: Path) -> str | None:
    match = _NAME.fullmatch(path.name)
    return match[2] if match and is_plain_file(path) else None
