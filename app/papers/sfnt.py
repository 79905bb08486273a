"""TrueType files: which characters, how wide, and a small copy with only the glyphs a paper uses.

reportlab embeds at most 256 characters a font object and writes wrong code points for rare characters, and
fontTools is a build tool here; what a paper needs of a font is little, so it is read directly. Only `glyf`
outlines are understood (single fonts and collections).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_COPIED = ("cvt ", "fpgm", "prep")
_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
_NO_EMBEDDING = 0x0002


class NotTrueType(Exception):
    """The bytes are not a TrueType font this program can embed."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a PDF font descriptor says, in thousandths of the type size."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]


class TrueTypeFont:
    """One font of a TrueType file, read-only; safe to share between threads."""

    def __init__(self, data: bytes, index: int = 0) -> None:
        """Raises `NotTrueType` for damaged data, CFF outlines and an index beyond the collection."""
        self._data = data
        try:
            self._tables = self._directory(index)
            missing = {"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap"} - set(self._tables)
            if missing:
                raise NotTrueType(f"tables missing: {', '.join(sorted(missing))}")
            self.units = self._ushort("head", 18)
            self.glyph_count = self._ushort("maxp", 4)
            self._long_loca = self._ushort("head", 50) == 1
            self._metric_count = self._ushort("hhea", 34)
            self.characters = self._read_cmap()
            self.names = self._read_names()
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise NotTrueType(f"damaged font: {error}") from error
        if not self.units or not self._metric_count:
            raise NotTrueType("damaged font: no units or metrics")

    # -- reading ------------------------------------------------------------------------------------

    @staticmethod
    def count_in(data: bytes) -> int:
        """How many fonts the file holds: 1, or more for a collection."""
        return int(struct.unpack_from(">L", data, 8)[0]) if data[:4] == b"ttcf" and len(data) >= 12 else 1

    def _directory(self, index: int) -> dict[str, tuple[int, int]]:
        offset = 0
        if self._data[:4] == b"ttcf":
            count = struct.unpack_from(">L", self._data, 8)[0]
            if index >= count:
                raise NotTrueType("no such font in the collection")
            offset = struct.unpack_from(">L", self._data, 12 + 4 * index)[0]
        if self._data[offset : offset + 4] not in (b"\x00\x01\x00\x00", b"true"):
            raise NotTrueType("not TrueType outlines")
        count = struct.unpack_from(">H", self._data, offset + 4)[0]
        tables: dict[str, tuple[int, int]] = {}
        for number in range(count):
            tag, _, start, length = struct.unpack_from(">4sLLL", self._data, offset + 12 + 16 * number)
            if start + length > len(self._data):
                raise NotTrueType("damaged font: table beyond the end of the file")
            tables[tag.decode("latin-1")] = (start, length)
        return tables

    def _ushort(self, table: str, offset: int) -> int:
        return int(struct.unpack_from(">H", self._data, self._tables[table][0] + offset)[0])

    def _short(self, table: str, offset: int) -> int:
        return int(struct.unpack_from(">h", self._data, self._tables[table][0] + offset)[0])

    def _bytes(self, table: str) -> bytes:
        start, length = self._tables[table]
        return self._data[start : start + length]

    def _read_cmap(self) -> dict[int, int]:
        base = self._tables["cmap"][0]
        best: dict[int, int] = {}
        for number in range(self._ushort("cmap", 2)):
            platform, encoding, offset = struct.unpack_from(">HHL", self._data, base + 4 + 8 * number)
            if (platform, encoding) not in {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}:
                continue
            form = struct.unpack_from(">H", self._data, base + offset)[0]
            if form == 12:
                found = self._cmap_12(base + offset)
            elif form == 4:
                found = self._cmap_4(base + offset)
            else:
                continue
            if len(found) > len(best):
                best = found
        return {code: glyph for code, glyph in best.items() if 0 < glyph < self.glyph_count}

    def _cmap_12(self, at: int) -> dict[int, int]:
        result: dict[int, int] = {}
        (groups,) = struct.unpack_from(">L", self._data, at + 12)
        for number in range(min(groups, 0x20000)):
            first, last, glyph = struct.unpack_from(">LLL", self._data, at + 16 + 12 * number)
            if last > 0x10FFFF or last - first > 0xFFFF:
                raise NotTrueType("damaged font: character map out of range")
            result.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        return result

    def _cmap_4(self, at: int) -> dict[int, int]:
        result: dict[int, int] = {}
        count = struct.unpack_from(">H", self._data, at + 6)[0] // 2
        ends = struct.unpack_from(f">{count}H", self._data, at + 14)
        starts = struct.unpack_from(f">{count}H", self._data, at + 16 + 2 * count)
        deltas = struct.unpack_from(f">{count}H", self._data, at + 16 + 4 * count)
        offsets_at = at + 16 + 6 * count
        offsets = struct.unpack_from(f">{count}H", self._data, offsets_at)
        for segment in range(count):
            for code in range(starts[segment], min(ends[segment], 0xFFFE) + 1):
                if offsets[segment] == 0:
                    glyph = (code + deltas[segment]) & 0xFFFF
                else:
                    place = offsets_at + 2 * segment + offsets[segment] + 2 * (code - starts[segment])
                    (glyph,) = struct.unpack_from(">H", self._data, place)
                    glyph = (glyph + deltas[segment]) & 0xFFFF if glyph else 0
                if glyph:
                    result[code] = glyph
        return result

    def _read_names(self) -> dict[int, tuple[str, ...]]:
        if "name" not in self._tables:
            return {}
        base = self._tables["name"][0]
        strings = base + self._ushort("name", 4)
        found: dict[int, list[str]] = {}
        for number in range(self._ushort("name", 2)):
            platform, _, _, name, length, offset = struct.unpack_from(
                ">6H", self._data, base + 6 + 12 * number
            )
            raw = self._data[strings + offset : strings + offset + length]
            text = raw.decode("utf-16-be" if platform in {0, 3} else "latin-1", "replace")
            if text and text not in found.setdefault(name, []):
                found[name].append(text)
        return {name: tuple(texts) for name, texts in found.items()}

    # -- what a typesetter asks -----------------------------------------------------------------------

    @property
    def family(self) -> str:
        """The family name people know, for messages and the list of fonts used."""
        for name in (16, 1, 4):
            if self.names.get(name):
                return self.names[name][0]
        return "?"

    @property
    def postscript_name(self) -> str:
        """An ASCII name fit for a PDF."""
        for text in self.names.get(6, ()):
            clean = "".join(c for c in text if c.isascii() and (c.isalnum() or c in "-_"))
            if clean:
                return clean
        return "Font"

    @property
    def may_be_embedded(self) -> bool:
        """False when the maker forbids embedding (OS/2 fsType, restricted licence)."""
        if "OS/2" not in self._tables or self._tables["OS/2"][1] < 10:
            return True
        return self._ushort("OS/2", 8) & 0x000F != _NO_EMBEDDING

    def advance(self, glyph: int) -> float:
        """Width of a glyph as a fraction of the type size."""
        row = min(glyph, self._metric_count - 1)
        return self._ushort("hmtx", 4 * row) / self.units

    @cached_property
    def metrics(self) -> Metrics:
        """Vertical measures for the PDF."""
        scale = 1000 / self.units
        box = tuple(round(self._short("head", 36 + 2 * i) * scale) for i in range(4))
        ascent = round(self._short("hhea", 4) * scale)
        return Metrics(
            ascent, round(self._short("hhea", 6) * scale), ascent, (box[0], box[1], box[2], box[3])
        )

    # -- writing --------------------------------------------------------------------------------------

    def _outline(self, glyph: int) -> bytes:
        if glyph >= self.glyph_count:
            return b""
        if self._long_loca:
            first, last = struct.unpack_from(">LL", self._data, self._tables["loca"][0] + 4 * glyph)
        else:
            pair = struct.unpack_from(">HH", self._data, self._tables["loca"][0] + 2 * glyph)
            first, last = 2 * pair[0], 2 * pair[1]
        start = self._tables["glyf"][0]
        return self._data[start + first : start + last]

    def has_outline(self, glyph: int) -> bool:
        """Whether anything is drawn for the glyph; some fonts map characters they lack to an empty one."""
        return bool(self._outline(glyph))

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A TrueType file in which glyph n is `glyphs[n]`; parts of composite glyphs are added behind."""
        order = list(glyphs)
        place = {glyph: number for number, glyph in enumerate(order)}
        outlines: list[bytes] = []
        number = 0
        while number < len(order):
            outline = bytearray(self._outline(order[number]))
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
        tables.update({tag: self._bytes(tag) for tag in _COPIED if tag in self._tables})
        return tables

    def _bearing(self, glyph: int) -> int:
        if glyph < self._metric_count:
            return self._short("hmtx", 4 * glyph + 2)
        at = 4 * self._metric_count + 2 * (glyph - self._metric_count)
        return self._short("hmtx", at) if at + 2 <= self._tables["hmtx"][1] else 0


def _component_places(outline: bytes | bytearray) -> list[int]:
    """Where a composite outline names its parts; nothing for a simple or empty one."""
    if len(outline) < 10 or struct.unpack_from(">h", outline, 0)[0] >= 0:
        return []
    places: list[int] = []
    at, flags = 10, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", outline, at)
        places.append(at + 2)
        at += 4 + (4 if flags & _WORDS else 2)
        if flags & _SCALE:
            at += 2
        elif flags & _XY_SCALE:
            at += 4
        elif flags & _TWO_BY_TWO:
            at += 8
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
