"""What SQLite's refusals mean at the counter: one sentence with advice for each kind.

Only faults of the surroundings are translated. A broken constraint or wrong SQL is a defect of ours
and goes through unchanged.
"""

from __future__ import annotations

from types import TracebackType

import peewee
from sqlcipher3 import dbapi2 as sqlcipher

from app.system.errors import EnvironmentProblem

_BUSY, _LOCKED, _NO_MEMORY, _READ_ONLY, _IO, _CORRUPT, _FULL, _CANNOT_OPEN, _NOT_OURS = (
    5, 6, 7, 8, 10, 11, 13, 14, 26,
)  # fmt: skip

_SENTENCES: dict[int, str] = {
    _BUSY: "数据库正被另一个程序占用，请关闭其他窗口或备份、杀毒软件后再试。",
    _LOCKED: "数据库正被另一个程序占用，请关闭其他窗口或备份、杀毒软件后再试。",
    _NO_MEMORY: "电脑内存不足，请关闭一些程序后再试。",
    _READ_ONLY: "数据库只能读、不能写，请检查数据文件夹的权限和磁盘的写保护后再试。",
    _IO: "数据库读写出错，磁盘可能已满或已损坏，请检查磁盘后重新打开程序。",
    _CORRUPT: "数据库文件已损坏，请不要再录入，关闭程序后从备份恢复。",
    _FULL: "磁盘已满，这一步没有保存，请删除不用的文件后再试。",
    _CANNOT_OPEN: "打不开数据库文件，请检查数据文件夹是否还在、是否有权限后再试。",
    _NOT_OURS: "密钥与数据库不符，或数据库文件已损坏，请确认数据文件夹没有被换过，必要时从备份恢复。",
}


def environment_problem(error: BaseException) -> EnvironmentProblem | None:
    """The sentence for a database error, or None when the error is not the surroundings' fault."""
    code = _primary_code(error)
    sentence = _SENTENCES.get(code) if code is not None else None
    return EnvironmentProblem(sentence) if sentence else None


def is_wrong_key(error: BaseException) -> bool:
    """Whether the first page could not be decrypted: wrong key, or not a database of this kind."""
    return _primary_code(error) == _NOT_OURS


class Explained:
    """`with Explained():` turns database errors a person can act on into EnvironmentProblem.

    A class without state instead of a generator, because it stands around every statement of a save.
    """

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, (peewee.DatabaseError, peewee.InterfaceError, sqlcipher.Error)):
            problem = environment_problem(error)
            if problem is not None:
                raise problem from error


def _primary_code(error: BaseException) -> int | None:
    """SQLite's primary result code; peewee keeps the driver's error in `orig`."""
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None
