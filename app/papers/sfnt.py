"""Font files (sfnt): their tables, which characters they have, how wide, what they are called.

reportlab embeds at most 256 characters a font object and writes wrong code points for rare characters, and
fontTools is a build tool here; what a paper needs of a font is little, so it is read directly. The outlines
are in `glyf` (TrueType, single fonts and collections) and `cff` (our own cut of the Song face).
"""

from __future__ import annotations

import struct
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_NO_EMBEDDING = 0x0002


class UnusableFont(Exception):
    """The bytes are not a font this program can embed."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a PDF font descriptor says, in thousandths of the type size."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]


def count_in(data: bytes) -> int:
    """How many fonts a file holds: 1, or more for a collection."""
    return int(struct.unpack_from(">L", data, 8)[0]) if data[:4] == b"ttcf" and len(data) >= 12 else 1


class FontFile(ABC):
    """One font of a file, read-only; safe to share between threads."""

    marks: tuple[bytes, ...]
    """The first four bytes of files with this kind of outlines."""
    outlines: tuple[str, ...]
    """The tables they are kept in."""

    def __init__(self, data: bytes, index: int = 0) -> None:
        """Raises `UnusableFont` for damaged data, other outlines and an index beyond the collection."""
        self._data = data
        try:
            self._tables = self._directory(index)
            missing = {"head", "hhea", "maxp", "hmtx", "cmap", *self.outlines} - set(self._tables)
            if missing:
                raise UnusableFont(f"tables missing: {', '.join(sorted(missing))}")
            self.units = self._ushort("head", 18)
            self.glyph_count = self._ushort("maxp", 4)
            self._metric_count = self._ushort("hhea", 34)
            self.characters = self._read_cmap()
            self.names = self._read_names()
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise UnusableFont(f"damaged font: {error}") from error
        if not self.units or not self._metric_count:
            raise UnusableFont("damaged font: no units or metrics")

    # -- reading ------------------------------------------------------------------------------------

    def _directory(self, index: int) -> dict[str, tuple[int, int]]:
        offset = 0
        if self._data[:4] == b"ttcf":
            count = struct.unpack_from(">L", self._data, 8)[0]
            if index >= count:
                raise UnusableFont("no such font in the collection")
            offset = struct.unpack_from(">L", self._data, 12 + 4 * index)[0]
        if self._data[offset : offset + 4] not in self.marks:
            raise UnusableFont("other outlines")
        count = struct.unpack_from(">H", self._data, offset + 4)[0]
        tables: dict[str, tuple[int, int]] = {}
        for number in range(count):
            tag, _, start, length = struct.unpack_from(">4sLLL", self._data, offset + 12 + 16 * number)
            if start + length > len(self._data):
                raise UnusableFont("damaged font: table beyond the end of the file")
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
                raise UnusableFont("damaged font: character map out of range")
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

    # -- outlines -------------------------------------------------------------------------------------

    @abstractmethod
    def has_outline(self, glyph: int) -> bool:
        """Whether anything is drawn for the glyph; some fonts map characters they lack to an empty one."""

    @abstractmethod
    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A font program for a PDF in which glyph n is `glyphs[n]`."""
