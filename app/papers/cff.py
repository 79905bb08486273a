"""PostScript outlines (CFF) as `scripts/cut_fonts.py` writes them: no subroutines, one private part.

A paper gets a font keyed by our own numbers (a CID font): no names of glyphs, no character map.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from app.papers.sfnt import FontFile, UnusableFont

_HEADER = b"\x01\x00\x04\x04"
_NO_ENTRIES = b"\x00\x00"
_CHARSET, _CHARSTRINGS, _PRIVATE, _DEFAULT_WIDTH, _SUBROUTINES = 15, 17, 18, 20, 19
_ROS, _MATRIX, _CID_COUNT, _FONT_DICTS, _FD_SELECT = 1230, 1207, 1234, 1236, 1237
_BOX = 5
_NIBBLES = "0123456789.E?_-"
_STANDARD_STRINGS = 391


class CutFont(FontFile):
    """One of our cut fonts."""

    marks = (b"OTTO",)
    outlines = ("CFF ",)

    def __init__(self, data: bytes) -> None:
        """Raises `UnusableFont` for anything that is not one of our cuts."""
        super().__init__(data)
        start, length = self._tables["CFF "]
        table = memoryview(data)[start : start + length]
        try:
            names = _Index(table, table[2])
            tops = _Index(table, names.end)
            strings = _Index(table, tops.end)
            routines = _Index(table, strings.end)
            top = _dictionary(bytes(tops[0]))
            self._charstrings = _Index(table, int(top[_CHARSTRINGS][0]))
            size, offset = (int(value) for value in top[_PRIVATE])
            private = _dictionary(bytes(table[offset : offset + size]))
        except (IndexError, KeyError, ValueError) as error:
            raise UnusableFont(f"damaged outlines: {error}") from error
        if len(routines) or _SUBROUTINES in private or _ROS in top:
            raise UnusableFont("outlines with subroutines")
        if len(self._charstrings) != self.glyph_count:
            raise UnusableFont("outlines and metrics do not belong together")
        self._default_width = int(private.get(_DEFAULT_WIDTH, [0])[0])

    def has_outline(self, glyph: int) -> bool:
        """Whether anything is drawn: an empty glyph is at most a width and `endchar`."""
        return len(self._charstrings[glyph]) > 4

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A bare CFF program in which CID n is `glyphs[n]`."""
        name = _index([self.postscript_name.encode("ascii")])
        strings = _index([b"Adobe", b"Identity"])
        charset = struct.pack(">BHH", 2, 1, max(0, len(glyphs) - 2)) if len(glyphs) > 1 else b"\x00"
        select = struct.pack(">BHHBH", 3, 1, 0, 0, len(glyphs))
        charstrings = _index([bytes(self._charstrings[glyph]) for glyph in glyphs])
        private = _entry(_DEFAULT_WIDTH, self._default_width)
        places = [0, 0, 0, 0]
        while True:
            # Numbers that are offsets take five bytes each, so the second round has the final places.
            top = _index([self._top(places, len(glyphs))])
            parts = [_HEADER, name, top, strings, _NO_ENTRIES]
            at = sum(len(part) for part in parts)
            found = []
            for part in (charset, select, charstrings, private):
                found.append(at)
                at += len(part)
            if found == places:
                break
            places = found
        fonts = _index([_entry(_PRIVATE, len(private), offset=places[3])])
        return b"".join([*parts, charset, select, charstrings, private, fonts])

    def _top(self, places: Sequence[int], count: int) -> bytes:
        charset, select, charstrings, private = places
        private_size = len(_entry(_DEFAULT_WIDTH, self._default_width))
        step = _real(f"{1 / self.units:.10g}")
        matrix = step + _number(0) * 2 + step + _number(0) * 2
        box = b"".join(_number(self._short("head", 36 + 2 * side)) for side in range(4))
        return b"".join(
            [
                _entry(_ROS, _STANDARD_STRINGS, _STANDARD_STRINGS + 1, 0),
                matrix + _operator(_MATRIX),
                box + _operator(_BOX),
                _entry(_CID_COUNT, count),
                _entry(_CHARSET, offset=charset),
                _entry(_FD_SELECT, offset=select),
                _entry(_CHARSTRINGS, offset=charstrings),
                _entry(_FONT_DICTS, offset=private + private_size),
            ]
        )


class _Index:
    """An INDEX of a CFF table: entries behind each other with a list of offsets in front."""

    def __init__(self, table: memoryview, at: int) -> None:
        self._table = table
        self._count = int.from_bytes(table[at : at + 2], "big")
        if self._count == 0:
            self.end = at + 2
            return
        self._size = table[at + 2]
        if not 1 <= self._size <= 4:
            raise ValueError("offset size")
        self._offsets = at + 3
        self._base = at + 2 + (self._count + 1) * self._size
        self.end = self._base + self._offset(self._count)
        if self.end > len(table):
            raise ValueError("index beyond the end")

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> memoryview:
        if not 0 <= number < self._count:
            raise IndexError(number)
        return self._table[self._base + self._offset(number) : self._base + self._offset(number + 1)]

    def _offset(self, number: int) -> int:
        at = self._offsets + number * self._size
        return int.from_bytes(self._table[at : at + self._size], "big")


def _dictionary(data: bytes) -> dict[int, list[float]]:
    """Operands by operator; two-byte operators count from 1200."""
    result: dict[int, list[float]] = {}
    operands: list[float] = []
    at = 0
    while at < len(data):
        first = data[at]
        if first <= 21:
            at += 1
            if first == 12:
                first = 1200 + data[at]
                at += 1
            result[first] = operands
            operands = []
            continue
        value, at = _operand(data, at)
        operands.append(value)
    return result


def _operand(data: bytes, at: int) -> tuple[float, int]:
    first = data[at]
    if first == 28:
        return int.from_bytes(data[at + 1 : at + 3], "big", signed=True), at + 3
    if first == 29:
        return int.from_bytes(data[at + 1 : at + 5], "big", signed=True), at + 5
    if first == 30:
        digits = data[at + 1 :].hex()
        text = digits[: digits.index("f")]
        clean = text.replace("a", ".").replace("c", "E-").replace("b", "E").replace("e", "-")
        return float(clean), at + 1 + len(text) // 2 + 1
    if first <= 246:
        return first - 139, at + 1
    if first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    return -(first - 251) * 256 - data[at + 1] - 108, at + 2


def _index(entries: Sequence[bytes]) -> bytes:
    offsets = [1]
    for entry in entries:
        offsets.append(offsets[-1] + len(entry))
    size = (offsets[-1].bit_length() + 7) // 8
    listing = b"".join(offset.to_bytes(size, "big") for offset in offsets)
    return struct.pack(">HB", len(entries), size) + listing + b"".join(entries)


def _entry(operator: int, *operands: int, offset: int | None = None) -> bytes:
    """A dictionary entry; `offset` is a last operand of a fixed five bytes."""
    fixed = b"" if offset is None else struct.pack(">Bl", 29, offset)
    return b"".join(_number(value) for value in operands) + fixed + _operator(operator)


def _operator(operator: int) -> bytes:
    return bytes([12, operator - 1200]) if operator >= 1200 else bytes([operator])


def _number(value: int) -> bytes:
    return bytes([value + 139]) if -107 <= value <= 107 else struct.pack(">Bh", 28, value)


def _real(text: str) -> bytes:
    nibbles = [_NIBBLES.index(character) for character in text] + [15]
    nibbles += [15] * (len(nibbles) % 2)
    return bytes([30]) + bytes(16 * a + b for a, b in zip(nibbles[::2], nibbles[1::2], strict=True))
