"""What a chosen file really is, found from its bytes and never from its name, before anything is parsed.

A file from a stick or an e-mail may be a bomb: a few kilobytes that unpack to gigabytes, or a header that
lies about sizes. Everything is measured here first, in memory, from one reading, so that the workbook
reader sees exactly the bytes that were measured.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from app.domain.errors import UserError
from app.sheets.ole import OLE_MAGIC
from app.system.atomic_files import explain_os_error
from app.system.errors import EnvironmentProblem

MAX_FILE_BYTES = 50 * 1024 * 1024
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_PARTS = 5_000
# Real sheets shrink ten to sixty times; deflate itself can reach a thousand times on one repeated byte.
MAX_RATIO = 150
_RATIO_FREE_BYTES = 20 * 1024 * 1024

_CHUNK = 256 * 1024
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_ENCRYPTED_FLAG = 0x1
_ZIP_FAULTS = (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OverflowError, struct.error)


def damaged(name: str) -> UserError:
    """The sentence for a file that contradicts itself."""
    return UserError(f"“{name}”已损坏，读不出内容，请在原平台重新导出或重新复制一次后再导入。")


def not_a_workbook(name: str, what: str = "不是表格文件") -> UserError:
    """The sentence for a file of another kind."""
    return UserError(f"“{name}”{what}，请选择 .xlsx、.xls 或 .csv 表格，或用表格软件另存为 .xlsx 后再导入。")


def password_protected(name: str) -> UserError:
    """The sentence for a workbook that asks for a password."""
    return UserError(f"“{name}”设有打开密码，程序读不了，请在表格软件中打开并取消密码，另存后再导入。")


def too_large(name: str, why: str) -> UserError:
    """The sentence for a file beyond the limits."""
    return UserError(f"“{name}”{why}，没有打开，请确认选对了文件，或把工单分成几个文件后再导入。")


def read_file(path: Path, name: str) -> bytes:
    """The whole file; `name` stands in the sentences.

    UserError when empty or above 50 MB; EnvironmentProblem when it cannot be read.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise EnvironmentProblem(f"“{name}”是文件夹，不是表格文件，请进入文件夹选择里面的表格。")
        if not stat.S_ISREG(status.st_mode):
            raise EnvironmentProblem(f"“{name}”不是普通文件，无法读取，请重新选择表格文件。")
        if status.st_size > MAX_FILE_BYTES:
            raise _above_limit(name, status.st_size)
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise explain_os_error(error, f"打开“{name}”") from error
    except ValueError as error:  # a NUL in the name
        raise EnvironmentProblem("文件名里有不能使用的字符，请改名后再导入。") from error
    if len(data) > MAX_FILE_BYTES:
        raise _above_limit(name, len(data))
    if not data:
        raise UserError(f"“{name}”是空文件（0 字节），请在原平台重新导出后再导入。")
    return data


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin like a .xlsx file."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_ole(data: bytes) -> bool:
    """Whether the bytes begin like an .xls file or a password-protected workbook."""
    return data.startswith(OLE_MAGIC)


class GuardedZip:
    """A zip archive whose declared sizes have been judged; `unpack` proves them while it reads."""

    def __init__(self, data: bytes, name: str) -> None:
        """UserError for a broken, encrypted or oversized archive. `name` is the file's, for the sentence."""
        self._data = data
        self._name = name
        # Counted before the directory is parsed: a million entries would cost a gigabyte of objects.
        if data.count(b"PK\x01\x02") > MAX_PARTS:
            raise too_large(name, "里面的部件太多，不像正常的表格")
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                self._infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
        except _ZIP_FAULTS as error:
            raise damaged(name) from error
        self._judge()
        self._by_name = {part_name(info.filename): info for info in self._infos}
        if len(self._by_name) != len(self._infos):
            raise damaged(name)

    @property
    def parts(self) -> frozenset[str]:
        """Part names in comparable form (lower case, forward slashes)."""
        return frozenset(self._by_name)

    def size(self, part: str) -> int:
        """The declared size of a part, unpacked; `unpack` proves it."""
        return self._by_name[part].file_size

    def unpack(self, part: str) -> Iterator[bytes]:
        """The part's bytes in chunks. UserError as soon as they are not what was declared."""
        info = self._by_name[part]
        total, checksum = 0, 0
        for chunk in self._inflate(info):
            total += len(chunk)
            if total > info.file_size:
                raise damaged(self._name)
            checksum = zlib.crc32(chunk, checksum)
            yield chunk
        if total != info.file_size or checksum != info.CRC:
            raise damaged(self._name)

    def _judge(self) -> None:
        declared = sum(info.file_size for info in self._infos)
        packed = sum(info.compress_size for info in self._infos)
        if declared > MAX_UNPACKED_BYTES:
            raise too_large(self._name, f"解压后超过 {MAX_UNPACKED_BYTES // 1024 // 1024} MB")
        if declared > _RATIO_FREE_BYTES and declared > MAX_RATIO * max(packed, 1):
            raise too_large(self._name, "的压缩比异常，可能是恶意文件")
        for info in self._infos:
            if info.flag_bits & _ENCRYPTED_FLAG:
                raise password_protected(self._name)
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise damaged(self._name)

    def _inflate(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        start = self._payload(info)
        packed = memoryview(self._data)[start : start + info.compress_size]
        if len(packed) != info.compress_size:
            raise damaged(self._name)
        if info.compress_type == zipfile.ZIP_STORED:
            for begin in range(0, len(packed), _CHUNK):
                yield bytes(packed[begin : begin + _CHUNK])
            return
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        pending = bytes(packed)
        try:
            while not inflater.eof:
                chunk = inflater.decompress(pending, _CHUNK)
                pending = inflater.unconsumed_tail
                if not chunk and not pending:
                    break
                yield chunk
        except zlib.error as error:
            raise damaged(self._name) from error
        if not inflater.eof or inflater.unused_data:
            raise damaged(self._name)

    def _payload(self, info: zipfile.ZipInfo) -> int:
        try:
            fields = _LOCAL_HEADER.unpack_from(self._data, info.header_offset)
        except struct.error as error:
            raise damaged(self._name) from error
        if fields[0] != b"PK\x03\x04":
            raise damaged(self._name)
        return int(info.header_offset) + _LOCAL_HEADER.size + int(fields[-2]) + int(fields[-1])


def part_name(name: str) -> str:
    """A part name in the form in which part names are compared."""
    return name.replace("\\", "/").lstrip("/").lower()


def _above_limit(name: str, size: int) -> UserError:
    megabytes = size / 1024 / 1024
    return too_large(name, f"有 {megabytes:.0f} MB，超过 {MAX_FILE_BYTES // 1024 // 1024} MB 的上限")
