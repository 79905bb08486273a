"""Tables of a form: vertical labels, cells that grow, a heavier outer line, broken over pages.

A grid is bands (with a vertical label in the first column, or without one) of rows of cells. Every cell is
already set into lines, so that cutting a grid is only sharing out lines: each part on each page is a complete
table with its own outer line, and a cut band repeats its label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.papers.flow import Block
from app.papers.typeset import Pen, SetLine, height_of

OUTER_LINE, INNER_LINE = 1.3, 0.5
PAD_X, PAD_Y = 4.0, 4.0
# A row with this much in it may be cut between two pages; others move over whole.
_CUT_FROM = 120.0
_LEAST_LINES = 2
_SHORT = 320.0


@dataclass(frozen=True)
class Cell:
    """Lines in a cell. `top` sets them at the top instead of the middle; `bottom` lines stand at its foot."""

    x: float
    width: float
    lines: tuple[SetLine, ...]
    top: bool = False
    bottom: tuple[SetLine, ...] = ()

    @property
    def needed(self) -> float:
        """The height the content asks for."""
        return height_of(self.lines) + height_of(self.bottom) + 2 * PAD_Y

    def draw(self, pen: Pen, x: float, y: float, height: float) -> None:
        """Draw the content in a cell of this height (not its lines)."""
        at = y + PAD_Y if self.top else y + (height - height_of(self.lines)) / 2
        for line in self.lines:
            _draw_line(pen, line, x + self.x + PAD_X, at)
            at += line.leading
        at = y + height - PAD_Y - height_of(self.bottom)
        for line in self.bottom:
            _draw_line(pen, line, x + self.x + PAD_X, at)
            at += line.leading


def _draw_line(pen: Pen, line: SetLine, x: float, y: float) -> None:
    if line.runs:
        pen.text(x + line.x, y + line.baseline, line.size, line.runs)


@dataclass(frozen=True)
class Row:
    """Cells beside each other; `least` is the height the form gives the row."""

    cells: tuple[Cell, ...]
    least: float

    @property
    def height(self) -> float:
        """The tallest of the form's height and what the cells need."""
        return max(self.least, *(cell.needed for cell in self.cells))

    def split(self, room: float) -> tuple[Row | None, Row | None]:
        """Share the lines of each cell out between two pages."""
        if max(cell.needed for cell in self.cells) < _CUT_FROM:
            return None, self
        heads: list[Cell] = []
        tails: list[Cell] = []
        for cell in self.cells:
            count = _lines_in(cell.lines, room - 2 * PAD_Y)
            if count < len(cell.lines):
                count = min(count, len(cell.lines) - _LEAST_LINES)
                if count < _LEAST_LINES:
                    return None, self
            heads.append(replace(cell, lines=cell.lines[:count], bottom=()))
            tails.append(replace(cell, lines=cell.lines[count:]))
        if not any(cell.lines or cell.bottom for cell in tails):
            # All the text fits; only the form's empty room would not.
            return replace(self, least=min(self.least, room)), None
        used = max(cell.needed for cell in heads)
        return Row(tuple(heads), max(used, room)), Row(tuple(tails), max(0.0, self.least - used))


def _lines_in(lines: Sequence[SetLine], room: float) -> int:
    used = 0.0
    for number, line in enumerate(lines):
        used += line.leading
        if used > room + 1e-6:
            return number
    return len(lines)


@dataclass(frozen=True)
class Band:
    """Rows with one vertical label of `label_width` in front; no label when its width is 0."""

    label: tuple[str, ...]
    label_lines: tuple[tuple[SetLine, ...], ...]
    label_width: float
    rows: tuple[Row, ...]

    @property
    def label_height(self) -> float:
        """The height the vertical label needs."""
        return max((height_of(column) for column in self.label_lines), default=0.0) + (
            2 * PAD_Y if self.label_lines else 0.0
        )

    def heights(self) -> list[float]:
        """Heights of the rows; the last one is stretched when the label is taller than all of them."""
        heights = [row.height for row in self.rows]
        if self.label_height > sum(heights):
            heights[-1] += self.label_height - sum(heights)
        return heights

    @property
    def height(self) -> float:
        """Height of the whole band."""
        return sum(self.heights())

    def split(self, room: float) -> tuple[Band | None, Band | None]:
        """Cut between rows or inside a tall row, where the label still fits into the first part."""
        if room < self.label_height:
            return None, self
        taken: list[Row] = []
        used = 0.0
        for number, row in enumerate(self.rows):
            if used + row.height <= room + 1e-6:
                taken.append(row)
                used += row.height
                continue
            head, tail = row.split(room - used)
            if head is not None:
                taken.append(head)
            rest = ([tail] if tail is not None else []) + list(self.rows[number + 1 :])
            if not taken:
                return None, self
            if not rest:
                return replace(self, rows=tuple(taken)), None
            return replace(self, rows=tuple(taken)), replace(self, rows=tuple(rest))
        return self, None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw the content and the inner lines."""
        height = self.height
        at = y
        for row, row_height in zip(self.rows, self.heights(), strict=True):
            if at > y:
                pen.line(x + self.label_width, at, x + width, at, INNER_LINE)
            for cell in row.cells:
                if cell.x > 0:
                    pen.line(x + cell.x, at, x + cell.x, at + row_height, INNER_LINE)
                cell.draw(pen, x, at, row_height)
            at += row_height
        self._draw_label(pen, x, y, height)

    def _draw_label(self, pen: Pen, x: float, y: float, height: float) -> None:
        count = len(self.label_lines)
        for number, column in enumerate(self.label_lines):
            middle = x + self.label_width * (2 * number + 1) / (2 * count)
            at = y + (height - height_of(column)) / 2
            for line in column:
                pen.text(middle - line.width / 2, at + line.baseline, line.size, line.runs)
                at += line.leading


@dataclass(frozen=True)
class Grid:
    """A whole table `width` points wide. The bands of its `head` stand on top of each of its parts."""

    bands: tuple[Band, ...]
    width: float
    above: float = 0.0
    head: tuple[Band, ...] = ()

    @property
    def height(self) -> float:
        return sum(band.height for band in (*self.head, *self.bands))

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        taken: list[Band] = []
        used = sum(band.height for band in self.head)
        for number, band in enumerate(self.bands):
            if used + band.height <= room + 1e-6:
                taken.append(band)
                used += band.height
                continue
            head, tail = band.split(room - used)
            if head is not None:
                taken.append(head)
            rest = ([tail] if tail is not None else []) + list(self.bands[number + 1 :])
            if head is None and number == len(self.bands) - 1 and len(taken) > 1:
                # The signatures do not go onto a page of their own while a short box can go with them.
                if taken[-1].height + band.height <= _SHORT:
                    rest.insert(0, taken.pop())
            if not taken:
                return None, self
            if not rest:
                return replace(self, bands=tuple(taken)), None
            return replace(self, bands=tuple(taken)), replace(self, bands=tuple(rest), above=0.0)
        return self, None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        at = y
        for band in (*self.head, *self.bands):
            if at > y:
                pen.line(x, at, x + self.width, at, INNER_LINE)
            band.draw(pen, x, at, self.width)
            at += band.height
        pen.rectangle(x, y, self.width, self.height, OUTER_LINE)
