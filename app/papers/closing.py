"""What stands apart from a paper's text: signature places, the seal, notes, ruled lines, codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.papers.flow import Block
from app.papers.typeset import Pen, SetLine, draw_lines, height_of

_RULE = 0.5


@dataclass(frozen=True)
class Seal:
    """The office's name and the date, right-aligned, with room for a round seal of about 42 mm over them."""

    lines: tuple[SetLine, ...]
    width: float
    above: float
    room_above: float
    room_below: float

    @property
    def height(self) -> float:
        return self.room_above + height_of(self.lines) + self.room_below

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        return (self, None) if self.height <= room + 1e-6 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        draw_lines(pen, self.lines, x, y + self.room_above)


@dataclass(frozen=True)
class Place:
    """One place to sign: what stands before it, and the date at its foot."""

    lines: tuple[SetLine, ...]
    date: tuple[SetLine, ...] = ()


@dataclass(frozen=True)
class Signatures:
    """Signature places beside each other, each tall enough for a hand and a finger-print."""

    places: tuple[Place, ...]
    columns: int
    width: float
    place_height: float
    above: float

    @property
    def height(self) -> float:
        return self._rows * self.place_height

    @property
    def _rows(self) -> int:
        return (len(self.places) + self.columns - 1) // self.columns

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        rows = min(int((room + 1e-6) // self.place_height), self._rows)
        if rows == self._rows:
            return self, None
        if rows == 0:
            return None, self
        return (
            replace(self, places=self.places[: self.columns * rows]),
            replace(self, places=self.places[self.columns * rows :], above=0.0),
        )

    def draw(self, pen: Pen, x: float, y: float) -> None:
        for number, place in enumerate(self.places):
            left = x + (number % self.columns) * self.width / self.columns
            top = y + (number // self.columns) * self.place_height
            draw_lines(pen, place.lines, left, top)
            foot = top + self.place_height - 1.4 * height_of(place.date)
            draw_lines(pen, place.date, left, foot)


@dataclass(frozen=True)
class Notes:
    """Small type under a rule at the end of a form."""

    lines: tuple[SetLine, ...]
    width: float
    above: float = 12.0
    pad: float = 5.0

    @property
    def height(self) -> float:
        return height_of(self.lines) + self.pad

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        return (self, None) if self.height <= room + 1e-6 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        pen.line(x, y, x + self.width, y, _RULE)
        draw_lines(pen, self.lines, x, y + self.pad)


@dataclass(frozen=True)
class Ruled:
    """Lined paper: a rule under every line of text and under the empty lines that fill the form."""

    lines: tuple[SetLine, ...]
    empty: int
    pitch: float
    width: float
    above: float = 0.0

    @property
    def height(self) -> float:
        return (len(self.lines) + self.empty) * self.pitch

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        count = int((room + 1e-6) // self.pitch)
        total = len(self.lines) + self.empty
        if count >= total:
            return self, None
        if count < 2:
            return None, self
        head = self.lines[:count]
        if count >= len(self.lines):
            # Only empty rules are left: the next page needs none of them.
            return replace(self, lines=head, empty=count - len(head)), None
        return replace(self, lines=head, empty=0), replace(self, lines=self.lines[count:], empty=0, above=0.0)

    def opening(self, count: int) -> tuple[Block, Block | None]:
        """The first `count` lines, written or empty, and the rest."""
        written = min(count, len(self.lines))
        blank = min(count - written, self.empty)
        if written + blank == len(self.lines) + self.empty:
            return self, None
        head = replace(self, lines=self.lines[:written], empty=blank)
        return head, replace(self, lines=self.lines[written:], empty=self.empty - blank, above=0.0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        for number in range(len(self.lines) + self.empty):
            foot = y + (number + 1) * self.pitch
            if number < len(self.lines):
                line = self.lines[number]
                if line.runs:
                    pen.text(x + line.x, foot - 0.32 * line.size, line.size, line.runs)
            pen.line(x, foot, x + self.width, foot, 0.35)


@dataclass(frozen=True)
class Ends:
    """Two texts on one line, at its left and right end, or below each other when they have no room."""

    left: tuple[SetLine, ...]
    right: tuple[SetLine, ...]
    beside: bool
    above: float = 0.0

    @property
    def height(self) -> float:
        left, right = height_of(self.left), height_of(self.right)
        return max(left, right) if self.beside else left + right

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        return (self, None) if self.height <= room + 1e-6 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        below = draw_lines(pen, self.left, x, y)
        draw_lines(pen, self.right, x, y if self.beside else below)


@dataclass(frozen=True)
class Codes:
    """Numbered groups of a key in large type, each in its own frame so that none is skipped when typed in."""

    groups: tuple[tuple[SetLine, SetLine], ...]
    columns: int
    width: float
    row_height: float
    above: float = 0.0

    @property
    def height(self) -> float:
        return self._rows * self.row_height

    @property
    def _rows(self) -> int:
        return (len(self.groups) + self.columns - 1) // self.columns

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        return (self, None) if self.height <= room + 1e-6 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        cell = self.width / self.columns
        for number, (index, code) in enumerate(self.groups):
            left = x + (number % self.columns) * cell
            top = y + (number // self.columns) * self.row_height
            pen.rectangle(left, top, cell, self.row_height, _RULE)
            pen.text(left + 4, top + index.size + 2, index.size, index.runs, grey=0.35)
            middle = top + (self.row_height + 0.72 * code.size) / 2
            pen.text(left + (cell - code.width) / 2, middle, code.size, code.runs)


def right_aligned(lines: Sequence[SetLine], width: float, inset: float) -> tuple[SetLine, ...]:
    """Lines moved to end `inset` points before the right edge."""
    return tuple(replace(line, x=width - inset - line.width) for line in lines)
