"""Blocks one below the other, over as many pages as they need.

A block knows its height and can be cut in two at a height; the flow never changes a block's inside. Blocks
that belong together (a heading and what follows it, the seal and the last lines before it) are bound with
`Bound`; a stretch that should rather begin on a new page than be torn apart is announced with `Reserve`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from app.domain.errors import UserError
from app.papers.typeset import Pen, SetLine, draw_lines, height_of

_MOST_PAGES = 2000


class Block(Protocol):
    """Something with a height that can be drawn at a place."""

    @property
    def height(self) -> float:
        """Points from top to bottom."""

    @property
    def above(self) -> float:
        """Empty space wanted above, dropped at the top of a page."""

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """The part that fits into `room` points and the rest; (None, self) when nothing sensible fits."""

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw with the top left corner at (x, y)."""


@runtime_checkable
class Lined(Protocol):
    """A block made of lines, whose beginning can be tied to a heading."""

    def opening(self, count: int) -> tuple[Block, Block | None]:
        """The first `count` lines and the rest; all and None when it is too short to be cut."""


@dataclass(frozen=True)
class Text:
    """Lines of a paragraph. At least `together` lines stay on each side of a page break."""

    lines: tuple[SetLine, ...]
    above: float = 0.0
    together: int = 2

    @property
    def height(self) -> float:
        return height_of(self.lines)

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        fitting, used = 0, 0.0
        for line in self.lines:
            if used + line.leading > room + 1e-6:
                break
            used += line.leading
            fitting += 1
        if fitting == len(self.lines):
            return self, None
        fitting = min(fitting, len(self.lines) - self.together)
        if fitting < self.together:
            return None, self
        return (
            Text(self.lines[:fitting], self.above, self.together),
            Text(self.lines[fitting:], 0.0, self.together),
        )

    def opening(self, count: int) -> tuple[Block, Block | None]:
        if len(self.lines) < count + self.together:
            return self, None
        head = Text(self.lines[:count], self.above, self.together)
        return head, Text(self.lines[count:], 0.0, self.together)

    def ending(self, count: int) -> tuple[Block | None, Block]:
        """All but the last `count` lines, and those; None and all when it is too short to be cut."""
        cut = len(self.lines) - count
        if cut < self.together:
            return None, self
        head = Text(self.lines[:cut], self.above, self.together)
        return head, Text(self.lines[cut:], 0.0, self.together)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        draw_lines(pen, self.lines, x, y)


@dataclass(frozen=True)
class Gap:
    """Empty space; it vanishes at a page break."""

    above: float
    height: float = 0.0

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        return self, None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        return None


@dataclass(frozen=True)
class Blank:
    """Empty space that belongs to the block before it."""

    height: float
    above: float = 0.0

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        return self, None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        return None


@dataclass(frozen=True)
class Bound:
    """Blocks that stay on one page together."""

    parts: tuple[Block, ...]

    @property
    def above(self) -> float:
        return self.parts[0].above

    @property
    def height(self) -> float:
        return sum(part.height for part in self.parts) + sum(part.above for part in self.parts[1:])

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        return (self, None) if self.height <= room + 1e-6 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        for number, part in enumerate(self.parts):
            y += part.above if number else 0.0
            part.draw(pen, x, y)
            y += part.height


@dataclass(frozen=True)
class Reserve:
    """Begins a new page when the next `needed` points do not fit on this one but would fit on a new one."""

    needed: float
    above: float = 0.0
    height: float = 0.0

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        return self, None

    def draw(self, pen: Pen, x: float, y: float) -> None:
        return None


@dataclass
class PageContent:
    """What stands on one page: blocks with the distance of their top from the top of the text area."""

    placed: list[tuple[float, Block]] = field(default_factory=list)
    used: float = 0.0


def paginate(blocks: Sequence[Block], height: float, foot: Block | None) -> list[PageContent]:
    """Fill pages of `height` points.

    `foot` goes to the bottom of the last page, or of a new one when it has no room there.
    """
    pages = [PageContent()]
    for block in blocks:
        if isinstance(block, Reserve):
            if pages[-1].placed and height - pages[-1].used < block.needed <= height:
                pages.append(PageContent())
            continue
        rest: Block | None = block
        while rest is not None:
            rest = _place(pages, rest, height)
            if len(pages) > _MOST_PAGES:
                raise UserError(
                    f"这份文书排出来超过 {_MOST_PAGES} 页，没有制作，请核对所填内容和文书模板，再制作。"
                )
    if foot is not None:
        if pages[-1].placed and pages[-1].used + foot.above + foot.height > height + 1e-6:
            pages.append(PageContent())
        pages[-1].placed.append((height - foot.height, foot))
    return pages


def _place(pages: list[PageContent], block: Block, height: float) -> Block | None:
    """Put what fits of a block on the last page; returns the rest, with a new page begun for it."""
    page = pages[-1]
    above = block.above if page.placed else 0.0
    room = height - page.used - above
    head, rest = (block, None) if block.height <= room + 1e-6 else block.split(room)
    if head is None and not page.placed:
        # Nothing can be cut smaller: better a block that runs over the margin than a paper without end.
        head, rest = block, None
    if head is not None:
        page.placed.append((page.used + above, head))
        page.used += above + head.height
    if rest is not None:
        pages.append(PageContent())
    return rest
