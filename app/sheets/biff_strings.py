"""Text inside BIFF8 records: one byte or two a character, and cut anywhere by CONTINUE records."""

from __future__ import annotations

import struct

from app.sheets.ole import DamagedContainer

# The body of a record and the bodies of the CONTINUE records behind it.
Pieces = list[bytes]

_WIDE, _PHONETIC, _RICH = 0x01, 0x04, 0x08


class _Cursor:
    """Reads on through the pieces. Text that crosses into a piece has its width told anew there."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._piece = 0
        self._at = 0

    def take(self, count: int) -> bytes:
        """Exactly `count` bytes, across pieces."""
        taken = b""
        while len(taken) < count:
            part = self._current()[self._at : self._at + count - len(taken)]
            self._at += len(part)
            taken += part
        return taken

    def skip(self, count: int) -> None:
        """Go on by `count` bytes, across pieces."""
        while count > 0:
            step = min(count, len(self._current()) - self._at)
            self._at += step
            count -= step

    def characters(self, count: int, flags: int) -> str:
        """`count` characters. Where a piece ends the next one begins with a new flags byte."""
        text: list[str] = []
        wide = bool(flags & _WIDE)
        while count > 0:
            before = self._piece
            block = self._current()
            if self._piece != before:
                wide = bool(block[0] & _WIDE)
                self._at = 1
            size = 2 if wide else 1
            fits = min(count, (len(block) - self._at) // size)
            if fits == 0:
                if self._at < len(block):
                    raise DamagedContainer("half a character")
                continue
            raw = block[self._at : self._at + fits * size]
            text.append(raw.decode("utf-16-le", "surrogatepass") if wide else raw.decode("latin-1"))
            self._at += fits * size
            count -= fits
        # A rare character may be cut in two between pieces; joined again it is one.
        return "".join(text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _current(self) -> bytes:
        while self._at >= len(self._pieces[self._piece]):
            if self._piece + 1 >= len(self._pieces):
                raise DamagedContainer("text beyond the record")
            self._piece += 1
            self._at = 0
        return self._pieces[self._piece]


def short_string(body: bytes, offset: int) -> str:
    """A string with a one-byte length: names of sheets."""
    return _Cursor([body[offset + 2 :] or b"\0"]).characters(body[offset], body[offset + 1])


def long_string(pieces: Pieces) -> str:
    """A string with a two-byte length: labels, formats, results of formulas."""
    cursor = _Cursor(pieces)
    return _string(cursor)


def shared_strings(pieces: Pieces) -> list[str]:
    """The table of strings the cells point into. Its count is not trusted: the bytes must be there."""
    cursor = _Cursor(pieces)
    _, unique = struct.unpack("<II", cursor.take(8))
    if unique > sum(map(len, pieces)) // 3 + 1:
        raise DamagedContainer("more strings than bytes")
    return [_string(cursor) for _ in range(unique)]


def _string(cursor: _Cursor) -> str:
    count, flags = struct.unpack("<HB", cursor.take(3))
    runs = struct.unpack("<H", cursor.take(2))[0] if flags & _RICH else 0
    phonetic = struct.unpack("<I", cursor.take(4))[0] if flags & _PHONETIC else 0
    text = cursor.characters(count, flags)
    cursor.skip(runs * 4 + phonetic)
    return text
