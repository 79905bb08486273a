"""The OLE2 container of old .xls files and of password-protected workbooks, read just far enough.

The file may be hostile: every offset is checked and every chain has an end.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_FREE_SECTORS = 0xFFFFFFFA  # this and above are marks (end of chain, free, FAT), not sectors
_DIRECTORY_ENTRY = 128
_STREAM = 2
_ROOT = 5


class DamagedContainer(Exception):
    """The container contradicts itself; the caller says so in the user's words."""


class OleContainer:
    """Directory and streams of an OLE2 file held in memory."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(OLE_MAGIC):
            raise DamagedContainer("no OLE2 header")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise DamagedContainer("unknown sector size")
        self._sector = 1 << shift
        (self._directory_start,) = struct.unpack_from("<I", data, 48)
        (self._mini_cutoff, self._minifat_start) = struct.unpack_from("<II", data, 56)
        self._fat = self._read_fat()
        self._entries = self._read_directory()

    @property
    def names(self) -> frozenset[str]:
        """Names of every stream and storage, as written."""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; DamagedContainer when it is not there or its chain is broken."""
        if name not in self._entries:
            raise DamagedContainer(f"no stream {name}")
        start, size = self._entries[name]
        if size < self._mini_cutoff and name != "Root Entry":
            return self._mini_stream(start, size)
        return b"".join(self._sectors(start))[:size]

    def _at(self, sector: int) -> bytes:
        begin = (sector + 1) * self._sector
        block = self._data[begin : begin + self._sector]
        if not block:
            raise DamagedContainer("sector outside the file")
        return block

    def _read_fat(self) -> list[int]:
        header = list(struct.unpack_from("<109I", self._data, 76))
        (difat_start,) = struct.unpack_from("<I", self._data, 68)
        limit = len(self._data) // self._sector + 1
        seen = 0
        while difat_start < _FREE_SECTORS:
            seen += 1
            if seen > limit:
                raise DamagedContainer("endless DIFAT")
            words = self._words(self._at(difat_start))
            header += words[:-1]
            difat_start = words[-1]
        fat: list[int] = []
        for sector in header:
            if sector < _FREE_SECTORS:
                fat += self._words(self._at(sector))
            if len(fat) > limit + self._sector:
                break
        return fat

    def _words(self, block: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4]))

    def _chain(self, start: int, table: list[int]) -> Iterator[int]:
        steps = 0
        while start < _FREE_SECTORS:
            steps += 1
            if start >= len(table) or steps > len(table):
                raise DamagedContainer("broken chain")
            yield start
            start = table[start]

    def _sectors(self, start: int) -> Iterator[bytes]:
        return (self._at(sector) for sector in self._chain(start, self._fat))

    def _read_directory(self) -> dict[str, tuple[int, int]]:
        raw = b"".join(self._sectors(self._directory_start))
        entries: dict[str, tuple[int, int]] = {}
        for begin in range(0, len(raw) - _DIRECTORY_ENTRY + 1, _DIRECTORY_ENTRY):
            entry = raw[begin : begin + _DIRECTORY_ENTRY]
            (length,) = struct.unpack_from("<H", entry, 64)
            kind = entry[66]
            if kind not in (1, _STREAM, _ROOT) or not 2 <= length <= 64:
                continue
            name = entry[: length - 2].decode("utf-16-le", "replace")
            if kind == _ROOT:
                name = "Root Entry"
            start, size = struct.unpack_from("<II", entry, 116)
            entries.setdefault(name, (start, size))
        return entries

    def _mini_stream(self, start: int, size: int) -> bytes:
        minifat: list[int] = []
        for block in self._sectors(self._minifat_start):
            minifat += self._words(block)
        store = self.stream("Root Entry")
        return b"".join(store[i * 64 : i * 64 + 64] for i in self._chain(start, minifat))[:size]


def is_encrypted_package(container: OleContainer) -> bool:
    """Whether this is the wrapper Excel and WPS put around a password-protected .xlsx."""
    return {"EncryptedPackage", "EncryptionInfo"} <= container.names


def workbook_stream(container: OleContainer) -> bytes | None:
    """The BIFF stream of an .xls file, or None when the container is something else (a .doc, say)."""
    for name in ("Workbook", "Book", "WORKBOOK", "BOOK"):
        if name in container.names:
            return container.stream(name)
    return None
