"""Text into lines of glyphs: fonts chosen, lines broken, gaps spread; nothing is drawn yet.

All lengths are points, y runs downwards from the top of a block.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from app.papers.fonts import Face, FontBook, MissingGlyph, Role
from app.papers.linebreak import CLOSING_HALF, Line, break_lines, stretch, tightened

# The baseline of an ideograph lies this far below the top of its square.
_BASELINE = 0.88
# Below this size a second line is easier to read than smaller type.
_READABLE = 10.5
OWN_WORDS = "文书固定文字"


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is set. `leading` is the distance from line to line."""

    size: float
    leading: float
    role: Role = Role.BODY
    align: str = "justify"
    first_indent: float = 0.0
    indent: float = 0.0

    def scaled(self, factor: float) -> Style:
        """The same style with smaller type and lines."""
        return replace(self, size=self.size * factor, leading=self.leading * factor)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one role inside a paragraph."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one font with the same extra space after each."""

    face: Face
    text: str
    extra: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """One finished line: where it begins, how wide it is drawn, and its runs."""

    x: float
    width: float
    runs: tuple[Run, ...]
    text: str
    size: float
    leading: float
    forced: bool = False

    @property
    def baseline(self) -> float:
        """Distance from the top of the line's strip to the baseline."""
        return (self.leading - self.size) / 2 + _BASELINE * self.size


class Pen(Protocol):
    """What blocks draw with. Positions are points from the left and the top of the page."""

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        """A straight rule."""

    def rectangle(self, x: float, y: float, width: float, height: float, line: float) -> None:
        """An empty box."""

    def text(self, x: float, baseline: float, size: float, runs: Sequence[Run], grey: float = 0.0) -> None:
        """Runs of glyphs one after another; `grey` 0 is black, 1 white."""


class Typesetter:
    """Sets text with the fonts of one office."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._kept: dict[tuple[tuple[Span, ...], Style, float], list[SetLine]] = {}
        self._fitted: dict[tuple[object, ...], list[SetLine]] = {}

    def spans_of(self, text: str, role: Role = Role.BODY) -> tuple[Span, ...]:
        """Plain text as a paragraph's content."""
        return (Span(text, role),)

    def faces(self, spans: Iterable[Span]) -> list[Face]:
        """The font of every character. Raises MissingGlyph for a character of the template's own words."""
        faces: list[Face] = []
        for span in spans:
            for character, face in zip(span.text, self._fonts.faces(span.role, span.text), strict=True):
                if face is None:
                    raise MissingGlyph(character, OWN_WORDS)
                faces.append(face)
        return faces

    def paragraph(self, spans: Sequence[Span], style: Style, width: float) -> list[SetLine]:
        """One paragraph as lines no wider than `width`.

        The same paragraph is set again and again while a paper is fitted to its page, so lines are kept.
        """
        asked = (tuple(spans), style, width)
        known = self._kept.get(asked)
        if known is None:
            known = self._kept[asked] = self._paragraph(spans, style, width)
        return list(known)

    def _paragraph(self, spans: Sequence[Span], style: Style, width: float) -> list[SetLine]:
        text = "".join(span.text for span in spans)
        faces = self.faces(spans)
        natural = [face.advance(char) * style.size for face, char in zip(faces, text, strict=True)]
        advances = tightened(text, natural, style.size)
        first = width - style.indent - style.first_indent
        rest = width - style.indent
        lines = break_lines(text, advances, style.size, first, rest)
        result: list[SetLine] = []
        for number, line in enumerate(lines):
            room, start = (first, style.indent + style.first_indent) if number == 0 else (rest, style.indent)
            result.append(self._set(text, faces, natural, advances, line, style, start, room))
        return result

    def _set(
        self,
        text: str,
        faces: Sequence[Face],
        natural: Sequence[float],
        advances: Sequence[float],
        line: Line,
        style: Style,
        start: float,
        room: float,
    ) -> SetLine:
        visible = text[line.start : line.end].rstrip(" ")
        extra, places = 0.0, [False] * len(visible)
        if style.align == "justify":
            extra, places = stretch(text, line, room, style.size)
        end = line.start + len(visible)
        spaces = [advances[place] - natural[place] for place in range(line.start, end)]
        if extra:
            spaces = [space + extra if wide else space for space, wide in zip(spaces, places, strict=True)]
        runs = _runs(visible, faces[line.start : end], spaces)
        width = line.width + extra * sum(places)
        if style.align == "right" and visible and visible[-1] in CLOSING_HALF:
            # The empty half of a closing mark would make the line look shorter than its neighbours.
            width -= min(0.5 * style.size, 0.5 * natural[line.start + len(visible) - 1])
        x = start
        if style.align == "center":
            x += (room - width) / 2
        elif style.align == "right":
            x += room - width
        return SetLine(x, width, tuple(runs), visible, style.size, style.leading, line.forced)

    def width_of(self, text: str, size: float, role: Role = Role.BODY) -> float:
        """How wide text is on one line."""
        natural = [
            face.advance(c) * size for face, c in zip(self.faces([Span(text, role)]), text, strict=True)
        ]
        return sum(tightened(text, natural, size))

    def fitted(
        self,
        paragraphs: Sequence[Sequence[Span]],
        style: Style,
        width: float,
        *,
        least: float,
        most_lines: int,
    ) -> list[SetLine]:
        """Lines that keep a cell in shape: few and large, not below `least` points.

        A long name shrinks a little to stay on one line, then takes two lines; only what needs more than
        `most_lines` at a readable size shrinks further. What does not fit at all takes more lines.
        """
        asked = (tuple(map(tuple, paragraphs)), style, width, least, most_lines)
        known = self._fitted.get(asked)
        if known is None:
            known = self._fitted[asked] = self._fit(paragraphs, style, width, least, most_lines)
        return list(known)

    def _fit(
        self,
        paragraphs: Sequence[Sequence[Span]],
        style: Style,
        width: float,
        least: float,
        most_lines: int,
    ) -> list[SetLine]:
        sizes = [style.size - 0.5 * step for step in range(int((style.size - least) / 0.5) + 1)]

        def trial(size: float) -> list[SetLine]:
            return self.paragraphs(paragraphs, style.scaled(size / style.size), width)

        for readable in (_READABLE, least):
            for wanted in range(max(1, len(paragraphs)), most_lines + 1):
                for size in sizes:
                    if size < min(readable, style.size):
                        break
                    lines = trial(size)
                    if len(lines) <= wanted and not any(line.forced for line in lines):
                        return lines
        trials = [trial(size) for size in sizes]
        whole = [lines for lines in trials if not any(line.forced for line in lines)]
        return whole[-1] if whole else trials[-1]

    def paragraphs(self, paragraphs: Sequence[Sequence[Span]], style: Style, width: float) -> list[SetLine]:
        """Several paragraphs one below the other."""
        return [line for spans in paragraphs for line in self.paragraph(spans, style, width)]


def _runs(text: str, faces: Sequence[Face], spaces: Sequence[float]) -> list[Run]:
    """Characters that follow each other in one face with the same space after each, together."""
    runs: list[Run] = []
    begin = 0
    for place in range(1, len(text) + 1):
        if (
            place == len(text)
            or faces[place] is not faces[begin]
            or abs(spaces[place] - spaces[begin]) >= 1e-9
        ):
            runs.append(Run(faces[begin], text[begin:place], spaces[begin]))
            begin = place
    return runs


def draw_lines(pen: Pen, lines: Sequence[SetLine], x: float, y: float) -> float:
    """Draw lines from the point (x, y) downwards; returns where the next line would begin."""
    for line in lines:
        if line.runs:
            pen.text(x + line.x, y + line.baseline, line.size, line.runs)
        y += line.leading
    return y


def height_of(lines: Sequence[SetLine]) -> float:
    """How tall lines are together."""
    return sum(line.leading for line in lines)
