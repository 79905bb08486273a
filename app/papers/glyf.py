"""TrueType outlines: whether a glyph has ink, and a small font with only the glyphs a paper uses."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from app.papers.sfnt import FontFile, UnusableFont

_PROGRAMS = ("cvt ", "fpgm", "prep")
_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
_INSTRUCTIONS = 0x0100


class TrueTypeFont(FontFile):
    """One font with `glyf` outlines, alone in its file or in a collection."""

    marks = (b"\x00\x01\x00\x00", b"true")
    outlines = ("loca", "glyf")

    def __init__(self, data: bytes, index: int = 0, *, hinted: bool = True) -> None:
        """`hinted` keeps the font's instructions: some Chinese fonts put their strokes in place with them."""
        super().__init__(data, index)
        self._long_loca = self._ushort("head", 50) == 1
        self._hinted = hinted

    def _outline(self, glyph: int) -> bytes:
        if glyph >= self.glyph_count:
            return b""
        if self._long_loca:
            first, last = struct.unpack_from(">LL", self._data, self._tables["loca"][0] + 4 * glyph)
        else:
            pair = struct.unpack_from(">HH", self._data, self._tables["loca"][0] + 2 * glyph)
            first, last = 2 * pair[0], 2 * pair[1]
        start, length = self._tables["glyf"]
        return self._data[start + first : start + min(last, length)]

    def has_outline(self, glyph: int) -> bool:
        """Whether anything is drawn for the glyph; some fonts map characters they lack to an empty one."""
        return bool(self._outline(glyph))

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A TrueType file in which glyph n is `glyphs[n]`; parts of composite glyphs are added behind.

        Raises `UnusableFont` when an outline turns out to be damaged.
        """
        try:
            return self._subset(list(glyphs))
        except (struct.error, IndexError) as error:
            raise UnusableFont(f"damaged outline: {error}") from error

    def _subset(self, order: list[int]) -> bytes:
        place = {glyph: number for number, glyph in enumerate(order)}
        outlines: list[bytes] = []
        number = 0
        while number < len(order):
            outline = bytearray(self._outline(order[number]))
            if not self._hinted:
                outline = _without_instructions(outline)
            for at in _component_places(outline):
                (part,) = struct.unpack_from(">H", outline, at)
                if part not in place:
                    place[part] = len(order)
                    order.append(part)
                struct.pack_into(">H", outline, at, place[part])
            outline.extend(b"\0" * (-len(outline) % 4))
            outlines.append(bytes(outline))
            number += 1
        return _sfnt(self._subset_tables(order, outlines))

    def _subset_tables(self, order: Sequence[int], outlines: Sequence[bytes]) -> dict[str, bytes]:
        head = bytearray(self._bytes("head"))
        struct.pack_into(">LH", head, 8, 0, struct.unpack_from(">H", head, 12)[0])
        struct.pack_into(">H", head, 50, 1)
        hhea = bytearray(self._bytes("hhea"))
        struct.pack_into(">H", hhea, 34, len(order))
        maxp = bytearray(self._bytes("maxp"))
        struct.pack_into(">H", maxp, 4, len(order))
        offsets = [0]
        for outline in outlines:
            offsets.append(offsets[-1] + len(outline))
        widths = b"".join(
            struct.pack(">Hh", round(self.advance(g) * self.units), self._bearing(g)) for g in order
        )
        tables = {
            "glyf": b"".join(outlines),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": widths,
            "loca": struct.pack(f">{len(offsets)}L", *offsets),
            "maxp": bytes(maxp),
        }
        if self._hinted:
            tables.update({tag: self._bytes(tag) for tag in _PROGRAMS if tag in self._tables})
        return tables

    def _bearing(self, glyph: int) -> int:
        if glyph < self._metric_count:
            return self._short("hmtx", 4 * glyph + 2)
        at = 4 * self._metric_count + 2 * (glyph - self._metric_count)
        return self._short("hmtx", at) if at + 2 <= self._tables["hmtx"][1] else 0


def _without_instructions(outline: bytearray) -> bytearray:
    """An outline without the little program that moves its points on coarse screens."""
    if len(outline) < 10:
        return outline
    (count,) = struct.unpack_from(">h", outline, 0)
    if count >= 0:
        at = 10 + 2 * count
        (length,) = struct.unpack_from(">H", outline, at)
        return outline[:at] + b"\0\0" + outline[at + 2 + length :]
    end = 10
    for at in _component_places(outline):
        (flags,) = struct.unpack_from(">H", outline, at - 2)
        struct.pack_into(">H", outline, at - 2, flags & ~_INSTRUCTIONS)
        end = at - 2 + _component_length(flags)
    return outline[:end]


def _component_length(flags: int) -> int:
    shape = 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0
    return 4 + (4 if flags & _WORDS else 2) + shape


def _component_places(outline: bytes | bytearray) -> list[int]:
    """Where a composite outline names its parts; nothing for a simple or empty one."""
    if len(outline) < 10 or struct.unpack_from(">h", outline, 0)[0] >= 0:
        return []
    places: list[int] = []
    at, flags = 10, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", outline, at)
        places.append(at + 2)
        at += _component_length(flags)
    return places


def _sfnt(tables: dict[str, bytes]) -> bytes:
    """Tables in the file format: directory sorted by tag, contents on four-byte borders, check sums."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(
        ">4sHHHH", b"\x00\x01\x00\x00", count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    directory, body = b"", b""
    start = 12 + 16 * count
    for tag in sorted(tables):
        content = tables[tag]
        padded = content + b"\0" * (-len(content) % 4)
        check = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sLLL", tag.encode("latin-1"), check, start + len(body), len(content))
        body += padded
    return header + directory + body
