"""How far official numbers may have been used or granted, kept beside the database.

A restore rewinds the database, but papers with the later numbers are out. So before a number is used or
granted, a mark ahead of it is on the disk here, and a new epoch begins behind that mark.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.store.identity import Identity
from app.system.atomic_files import explain_os_error, write_atomically
from app.system.errors import EnvironmentProblem

NUMBERS_NAME = "numbers.json"
AHEAD = 20
_FORMAT = 1
_DOING = "保存编号进度"


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers up to `upto` may be out; `epoch` is the life of this office that said so."""

    epoch: int
    upto: int


class _Marks(msgspec.Struct, kw_only=True):
    format: int
    node: str
    since: int
    used: dict[str, Mark]
    granted: dict[str, Mark]


class HighWater:
    """The file `numbers.json` of a data directory."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / NUMBERS_NAME

    def since(self, identity: Identity) -> int:
        """The epoch from which on nothing was used or granted without a mark here."""
        return self._read(identity).since

    def begin(self, identity: Identity) -> None:
        """Have the file from now on; harmless when it is there."""
        self._write(self._read(identity))

    def used(self, identity: Identity, series: str, year: int) -> Mark | None:
        """How far this office may have used a series; None when nothing is known."""
        return self._read(identity).used.get(_name(series, year))

    def granted(self, identity: Identity, series: str, year: int) -> Mark | None:
        """How far this office may have granted a series."""
        return self._read(identity).granted.get(_name(series, year))

    def reserve_use(self, identity: Identity, series: str, year: int, serial: int) -> None:
        """Make sure that the mark stands at or behind `serial` before it is used."""
        mark = self.used(identity, series, year)
        if mark is None or mark.epoch < identity.epoch or mark.upto < serial:
            marks = self._read(identity)
            marks.used[_name(series, year)] = Mark(epoch=identity.epoch, upto=serial + AHEAD - 1)
            self._write(marks)

    def reserve_grant(self, identity: Identity, series: str, year: int, last: int) -> None:
        """Make sure that the mark stands at or behind `last` before it is granted."""
        mark = self.granted(identity, series, year)
        marks = self._read(identity)
        upto = max(last, mark.upto if mark else 0)
        marks.granted[_name(series, year)] = Mark(epoch=identity.epoch, upto=upto)
        self._write(marks)

    def _read(self, identity: Identity) -> _Marks:
        empty = _Marks(format=_FORMAT, node=identity.node, since=identity.epoch, used={}, granted={})
        try:
            found = msgspec.json.decode(self._path.read_bytes(), type=_Marks)
        except FileNotFoundError:
            return empty
        except OSError as error:
            raise explain_os_error(error, "读取编号进度") from error
        except (msgspec.DecodeError, UnicodeDecodeError):
            return empty
        if found.format > _FORMAT:
            raise EnvironmentProblem("编号进度由更新版本的程序写成，请安装最新版后再打开。")
        return found if found.node == identity.node else empty

    def _write(self, marks: _Marks) -> None:
        write_atomically(self._path, msgspec.json.encode(marks), _DOING)


def _name(series: str, year: int) -> str:
    return f"{series}/{year}"
