"""A filled-in paper onto A4 pages: margins, running heads, page feet, the draft mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from app.papers.compose import Composed, Composer
from app.papers.flow import PageContent, paginate
from app.papers.fonts import FontBook, Role
from app.papers.surface import MM, PAGE_HEIGHT, PAGE_WIDTH, Surface
from app.papers.tables import Fit
from app.papers.typeset import Span, Style, Typesetter, draw_lines
from app.papers.vocabulary import SIZES

_MARGIN = "30 26 28 28"
_SMALL = Style(SIZES["小五"], 1.4 * SIZES["小五"])
_FOOT = 12 * MM
_HEAD = 10 * MM
_SIGN_ROOM = 11 * MM
_ROOMS = (1.0, 0.85, 0.7, 0.55, 0.4)


@dataclass(frozen=True, slots=True)
class Drawn:
    """PDF bytes, the number of pages and the font families used."""

    pdf: bytes
    pages: int
    fonts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The text area of a page, in points."""

    top: float
    left: float
    width: float
    height: float


def draw_paper(root: Element, fonts: FontBook, *, draft: bool, printing: int, day: dt.date | None) -> Drawn:
    """Lay the paper out and draw it."""
    setter = Typesetter(fonts)
    body = root.findall("body")[0]
    frame = _frame(body)
    composed, pages = _laid_out(body, setter, frame)
    first_face = fonts.face(Role.BODY, "文")
    if first_face is None:
        raise RuntimeError("the bundled body font has no Chinese characters")
    surface = Surface(root.attrib["title"], composed.number, day, first_face)
    painter = _Painter(surface, setter, frame, root.attrib["title"], composed, printing)
    for number, page in enumerate(pages, start=1):
        if draft:
            painter.draft_mark()
        painter.page(page, number, len(pages))
        surface.end_page()
    return Drawn(surface.finish(), len(pages), surface.families)


def _frame(body: Element) -> _Frame:
    top, right, bottom, left = (float(part) * MM for part in body.get("margin", _MARGIN).split())
    if body.find("page-sign") is not None:
        bottom += _SIGN_ROOM
    return _Frame(top, left, PAGE_WIDTH - left - right, PAGE_HEIGHT - top - bottom)


def _laid_out(body: Element, setter: Typesetter, frame: _Frame) -> tuple[Composed, list[PageContent]]:
    """The body as its template says, or drawn together just enough to stay on a single page.

    First the empty room of boxes gives way, then the type, down to the template's `least`. A paper that would
    not fit on one page even then keeps its full size.
    """
    full = SIZES[body.get("size", "三号")]
    least = min(full, SIZES[body.get("least", body.get("size", "三号"))])

    def trial(size: float, room: float) -> tuple[Composed, list[PageContent]]:
        composed = Composer(setter, frame.width, size, Fit(size / full, room)).compose(body)
        return composed, paginate(composed.blocks, frame.height, composed.notes)

    wanted = trial(full, _ROOMS[0])
    if len(wanted[1]) == 1 or len(trial(least, _ROOMS[-1])[1]) > 1:
        return wanted
    size = _largest(full, least, lambda size: len(trial(size, _ROOMS[-1])[1]) == 1)
    for room in _ROOMS:
        drawn = trial(size, room)
        if len(drawn[1]) == 1:
            return drawn
    return wanted


def _largest(full: float, least: float, fits: Callable[[float], bool]) -> float:
    """The largest size from `full` downwards in half points that fits; `least` is known to."""
    low, high = 0, int((full - least) / 0.5)
    while low < high:
        middle = (low + high) // 2
        if fits(full - 0.5 * middle):
            high = middle
        else:
            low = middle + 1
    return full - 0.5 * high


class _Painter:
    """Draws pages with what stands around their text."""

    def __init__(
        self,
        surface: Surface,
        setter: Typesetter,
        frame: _Frame,
        title: str,
        composed: Composed,
        printing: int,
    ) -> None:
        self._surface = surface
        self._setter = setter
        self._frame = frame
        self._title = title
        self._composed = composed
        self._printing = printing

    def draft_mark(self) -> None:
        """草稿 across the page, under the text."""
        size = 170.0
        line = self._setter.paragraph([Span("草稿", Role.CODE)], Style(size, size), 1000.0)[0]
        self._surface.watermark(size, line.runs, line.width)

    def page(self, page: PageContent, number: int, count: int) -> None:
        """The blocks of one page, its head (from the second page on) and its foot."""
        for y, block in page.placed:
            block.draw(self._surface, self._frame.left, self._frame.top + y)
        if number > 1:
            self._head()
        self._foot(number, count)

    def _head(self) -> None:
        y = self._frame.top - _HEAD
        self._small(f"{self._title}（续）", y, "left")
        self._small(self._composed.number, y, "right")

    def _foot(self, number: int, count: int) -> None:
        if self._composed.page_sign:
            y = self._frame.top + self._frame.height + _SIGN_ROOM
            draw_lines(self._surface, self._composed.page_sign, self._frame.left, y)
        y = PAGE_HEIGHT - _FOOT - _SMALL.leading
        if count > 1:
            self._small(f"第{number}页　共{count}页", y, "center")
        if self._printing > 1:
            self._small(f"第{self._printing}次制作", y, "right")

    def _small(self, text: str, y: float, align: str) -> None:
        if text:
            style = Style(_SMALL.size, _SMALL.leading, align=align)
            line = self._setter.paragraph([Span(text, Role.BODY)], style, self._frame.width)[0]
            draw_lines(self._surface, [line], self._frame.left, y)
