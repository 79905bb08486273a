"""Cut the Song face for papers: the same letters in two fifths of the bytes.

    python scripts/cut_fonts.py NotoSerifSC_400Regular.ttf resources/fonts/NotoSerifSC-Regular.otf

A page carries 200 to 350 different ideographs, and with the outlines as published (quadratic curves on a grid
of 1000) they alone would make it 40 to 70 KB. This writes them as PostScript outlines on a grid of 320:

* the quadratic pieces become the cubic curves they were drawn with;
* a curve that bends less than 5/1000 of the type size becomes a line, a point that moves less than that goes;
* the small curves of stroke ends that are nearly alike become alike, so that deflate finds them again.

The small curves move by at most about 1/65 of the type size (0.08 mm in body type), most by a fifth of that.
Figures, letters and marks, of which a page needs few, keep all their points. `bundle_fonts.py` calls this;
the same font gives the same bytes.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.cffLib.specializer import specializeProgram
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

Point = tuple[float, float]
Segment = tuple[Point, ...]
"""Two points: a line; four: a cubic curve."""
Deltas = tuple[int, ...]

GRID = 320
_WIDE = 48  # operands a Type 2 interpreter can hold
_SMALL_CURVE, _SMALL_LINE = 48, 24  # in grid units: only stroke ends are made alike
_CURVE_CELL, _LINE_CELL = 6, 5


@dataclass(frozen=True)
class Care:
    """How exactly a glyph is kept, in thousandths of the type size. `alike`: join similar stroke ends."""

    join: float
    flat: float
    level: float
    alike: bool


IDEOGRAPH = Care(join=3.0, flat=5.0, level=3.0, alike=True)
OTHER = Care(join=0.7, flat=0.4, level=0.4, alike=False)


def contours(glyphs: Mapping[str, Any], name: str, scale: float, care: Care) -> list[list[Segment]]:
    """The outline of a glyph as simplified closed contours, in units of the font (`scale` thousandths)."""
    pen = RecordingPen()
    glyphs[name].draw(Qu2CuPen(pen, care.join * scale, all_cubic=True))
    found: list[list[Segment]] = []
    segments: list[Segment] = []
    at = start = (0.0, 0.0)
    for operator, points in pen.value:
        if operator == "moveTo":
            at = start = points[0]
            segments = []
        elif operator == "closePath":
            if at != start:
                segments.append((at, start))
            if segments:
                found.append(_levelled(_simplified(segments, care.flat * scale), care.level * scale))
        else:
            segments.append((at, *points))
            at = points[-1]
    return _neighbouring(found)


def _simplified(segments: list[Segment], most: float) -> list[Segment]:
    kept = [(s[0], s[3]) if len(s) == 4 and _bend(s) <= most else s for s in segments]
    place = 0
    while place < len(kept) and len(kept) > 3:
        one, following = kept[place], kept[(place + 1) % len(kept)]
        if len(one) == len(following) == 2 and _distance(one[1], one[0], following[1]) <= 0.7 * most:
            kept[place] = (one[0], following[1])
            del kept[(place + 1) % len(kept)]
            place = 0
        else:
            place += 1
    return kept if len(kept) > 2 else segments


def _bend(curve: Segment) -> float:
    return max(_distance(_on(curve, step / 8), curve[0], curve[3]) for step in range(1, 8))


def _on(curve: Segment, t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    return (
        sum(w * p[0] for w, p in zip(weights, curve, strict=True)),
        sum(w * p[1] for w, p in zip(weights, curve, strict=True)),
    )


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a stretch of a line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square if square else 0.0
    along = min(1.0, max(0.0, along))
    return math.hypot(point[0] - start[0] - along * dx, point[1] - start[1] - along * dy)


def _levelled(segments: list[Segment], most: float) -> list[Segment]:
    """Tangents that are nearly level or upright made exactly so: they cost fewer operands."""
    result: list[Segment] = []
    for segment in segments:
        if len(segment) == 4:
            a, b, c, d = segment
            b = (a[0] if abs(b[0] - a[0]) <= most else b[0], a[1] if abs(b[1] - a[1]) <= most else b[1])
            c = (d[0] if abs(c[0] - d[0]) <= most else c[0], d[1] if abs(c[1] - d[1]) <= most else c[1])
            segment = (a, b, c, d)
        result.append(segment)
    return result


def _cell(deltas: Deltas, width: int) -> Deltas:
    return tuple(0 if d == 0 else (1 if d > 0 else -1) * (1 + (abs(d) - 1) // width) for d in deltas)


class Pattern:
    """Stroke ends that are made alike: for each group of similar ones the commonest."""

    def __init__(self, pieces: Iterable[Deltas] = ()) -> None:
        self._chosen: dict[Deltas, Deltas] = {}
        counted = Counter(piece for piece in pieces if _is_small(piece))
        for piece, _ in sorted(counted.items(), key=lambda entry: (-entry[1], entry[0])):
            self._chosen.setdefault(_key(piece), piece)

    def of(self, piece: Deltas) -> Deltas:
        """The pattern of a small piece; a large one as it is."""
        return self._chosen.get(_key(piece), piece) if _is_small(piece) else piece


def _is_small(piece: Deltas) -> bool:
    return max(map(abs, piece)) <= (_SMALL_CURVE if len(piece) == 6 else _SMALL_LINE)


def _key(piece: Deltas) -> Deltas:
    return _cell(piece, _CURVE_CELL if len(piece) == 6 else _LINE_CELL)


class Pencil:
    """Writes contours as a Type 2 program on the grid, each step measured from where the last one ended."""

    def __init__(self, scale: float, pattern: Pattern) -> None:
        self._scale = scale
        self._pattern = pattern
        self._x = self._y = 0
        self.pieces: list[Deltas] = []
        self.program: list[int | str] = []

    def draw(self, segments: Sequence[Segment]) -> None:
        """One contour. Its longest line comes last, because closing the contour draws that for nothing."""
        last = _closing(segments)
        ordered = [*segments[last + 1 :], *segments[: last + 1]]
        self._step("rmoveto", (self._gridded(ordered[0][0], None),))
        if len(ordered[-1]) == 2:
            ordered.pop()
        for segment in ordered:
            self._step("rlineto" if len(segment) == 2 else "rrcurveto", self._targets(segment))

    def _targets(self, segment: Segment) -> tuple[tuple[int | None, int | None], ...]:
        if len(segment) == 2:
            return (self._gridded(segment[1], segment[0]),)
        a, b, c, d = segment
        return self._gridded(b, a), self._gridded(c, None), self._gridded(d, c)

    def _gridded(self, point: Point, level_with: Point | None) -> tuple[int | None, int | None]:
        """Grid position; None for a coordinate that is to stay exactly that of the point before."""
        x, y = (math.floor(value * self._scale + 0.5) for value in point)
        if level_with is None:
            return x, y
        return None if point[0] == level_with[0] else x, None if point[1] == level_with[1] else y

    def _step(self, operator: str, targets: Sequence[tuple[int | None, int | None]]) -> None:
        deltas: list[int] = []
        x, y = self._x, self._y
        for to_x, to_y in targets:
            next_x, next_y = x if to_x is None else to_x, y if to_y is None else to_y
            deltas += [next_x - x, next_y - y]
            x, y = next_x, next_y
        piece = tuple(deltas)
        if operator != "rmoveto":
            self.pieces.append(piece)
            piece = self._pattern.of(piece)
        self._x += sum(piece[0::2])
        self._y += sum(piece[1::2])
        self.program += [*piece, operator]


def _closing(segments: Sequence[Segment]) -> int:
    lengths = [(len(segment) == 2, math.dist(segment[0], segment[-1])) for segment in segments]
    return lengths.index(max(lengths))


def _neighbouring(outline: Sequence[list[Segment]]) -> list[list[Segment]]:
    """Contours so that each begins near the beginning of the one before: shorter steps, fewer bytes."""
    waiting, result = list(outline), []
    at = (0.0, 0.0)
    while waiting:
        starts = [segments[_closing(segments)][-1] for segments in waiting]
        away = [abs(start[0] - at[0]) + abs(start[1] - at[1]) for start in starts]
        nearest = away.index(min(away))
        at = starts[nearest]
        result.append(waiting.pop(nearest))
    return result


def cut(source: TTFont, family: str, style: str) -> TTFont:
    """The font with its outlines cut, everything else the papers need kept."""
    characters: dict[int, str] = source.getBestCmap()
    order: list[str] = source.getGlyphOrder()
    ideographs = {name for code, name in characters.items() if 0x2E80 <= code <= 0x2FDF or code >= 0x3400}
    ideographs -= {name for code, name in characters.items() if 0xF000 <= code <= 0xFFFF}
    units = source["head"].unitsPerEm
    glyphs = source.getGlyphSet()
    outlines = {
        name: contours(glyphs, name, units / 1000, IDEOGRAPH if name in ideographs else OTHER)
        for name in order
    }
    scale = GRID / units
    pattern = Pattern(
        piece for name in sorted(ideographs) for piece in _drawn(outlines[name], scale, Pattern()).pieces
    )
    widths = {name: round(source["hmtx"][name][0] * scale) for name in order}
    programs: dict[str, T2CharString] = {}
    for name in order:
        chosen = pattern if name in ideographs else Pattern()
        steps = specializeProgram(_drawn(outlines[name], scale, chosen).program, maxstack=_WIDE)
        width = [] if widths[name] == GRID else [widths[name]]
        programs[name] = T2CharString(program=[*width, *steps, "endchar"])
    return _font(source, family, style, programs, widths, scale)


def _drawn(outline: Sequence[Sequence[Segment]], scale: float, pattern: Pattern) -> Pencil:
    pencil = Pencil(scale, pattern)
    for contour in outline:
        pencil.draw(contour)
    return pencil


def _font(
    source: TTFont,
    family: str,
    style: str,
    programs: dict[str, T2CharString],
    widths: dict[str, int],
    scale: float,
) -> TTFont:
    builder = FontBuilder(unitsPerEm=GRID, isTTF=False)
    builder.setupGlyphOrder(source.getGlyphOrder())
    builder.setupCharacterMap(source.getBestCmap())
    name = f"{family.replace(' ', '')}-{style}"
    builder.setupCFF(name, {"FullName": f"{family} {style}"}, programs, {"defaultWidthX": GRID})
    builder.setupHorizontalMetrics({glyph: (width, 0) for glyph, width in widths.items()})
    hhea = source["hhea"]
    builder.setupHorizontalHeader(ascent=round(hhea.ascent * scale), descent=round(hhea.descent * scale))
    licence = "SIL Open Font License 1.1; outlines simplified for print from Noto Serif SC"
    builder.setupNameTable(
        {"familyName": family, "styleName": style, "psName": name, "licenseDescription": licence}
    )
    builder.setupOS2(fsType=0)
    builder.setupPost(keepGlyphNames=False)
    for attribute in ("xMin", "yMin", "xMax", "yMax"):
        setattr(builder.font["head"], attribute, round(getattr(source["head"], attribute) * scale))
    builder.font["head"].created = source["head"].created
    builder.font["head"].modified = source["head"].modified
    builder.font.recalcTimestamp = False
    builder.font.recalcBBoxes = False
    return builder.font


def main(words: Sequence[str]) -> None:
    """Cut one file into another."""
    if len(words) != 2:
        raise SystemExit(__doc__)
    source, target = (Path(word) for word in words)
    style = "Bold" if "Bold" in target.name else "Regular"
    cut(TTFont(source), "Noto Serif SC", style).save(target)


if __name__ == "__main__":
    main(sys.argv[1:])
