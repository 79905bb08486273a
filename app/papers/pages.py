"""Filled-in papers onto A4 pages: margins, running heads, page feet, the draft mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from app.papers.compose import Composed, Composer
from app.papers.flow import PageContent, paginate
from app.papers.fonts import FontBook, Role
from app.papers.page_style import NUMBER_BELOW, PageStyle, style_of
from app.papers.surface import MM, PAGE_HEIGHT, Surface
from app.papers.tables import Fit
from app.papers.typeset import Span, Style, Typesetter, draw_lines
from app.papers.vocabulary import SIZES

_SMALL = Style(SIZES["小五"], 1.4 * SIZES["小五"])
_PAGE_NUMBER = Style(SIZES["四号"], SIZES["四号"])
_FOOT = 12 * MM
_HEAD = 10 * MM
_ROOMS = (1.0, 0.85, 0.7, 0.55, 0.4)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper to be drawn: its filled-in tree, whether it is a draft, and which printing it is."""

    root: Element
    draft: bool
    printing: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """PDF bytes, the number of pages of each paper and the font families used."""

    pdf: bytes
    pages: tuple[int, ...]
    fonts: tuple[str, ...]


def draw_papers(sheets: Sequence[Sheet], fonts: FontBook, day: dt.date | None) -> Drawn:
    """Lay the papers out and draw them, one behind the other, into one document. There is at least one."""
    first_face = fonts.face(Role.BODY, "文")
    if first_face is None:
        raise RuntimeError("the bundled body font has no Chinese characters")
    setter = Typesetter(fonts)
    laid_out = [(sheet, *_laid_out(sheet.root.findall("body")[0], setter)) for sheet in sheets]
    title, subject = laid_out[0][0].root.attrib["title"], laid_out[0][2].number
    surface = Surface(title, subject if len(laid_out) == 1 else "", day, first_face)
    for sheet, style, composed, pages in laid_out:
        painter = _Painter(surface, setter, style, composed, sheet)
        for number, page in enumerate(pages, start=1):
            painter.page(page, number, len(pages))
            surface.end_page()
    return Drawn(surface.finish(), tuple(len(pages) for *_, pages in laid_out), surface.families)


def _laid_out(body: Element, setter: Typesetter) -> tuple[PageStyle, Composed, list[PageContent]]:
    """The body as its template says, or drawn together just enough to stay on a single page.

    First the empty room of boxes gives way, then the type, down to the template's `least`. A paper that would
    not fit on one page even then keeps its full size.
    """
    style = style_of(body)

    def trial(size: float, room: float) -> tuple[PageStyle, Composed, list[PageContent]]:
        composed = Composer(setter, style, size, Fit(size / style.size, room)).compose(body)
        return style, composed, paginate(composed.blocks, style.height, composed.notes)

    wanted = trial(style.size, _ROOMS[0])
    if len(wanted[2]) == 1 or len(trial(style.least, _ROOMS[-1])[2]) > 1:
        return wanted
    size = _largest(style, lambda size: len(trial(size, _ROOMS[-1])[2]) == 1)
    for room in _ROOMS:
        drawn = trial(size, room)
        if len(drawn[2]) == 1:
            return drawn
    return wanted


def _largest(style: PageStyle, fits: Callable[[float], bool]) -> float:
    """The largest size that fits, searched downwards in half points; the style's least is known to."""
    low, high = 0, int((style.size - style.least) / 0.5)
    while low < high:
        middle = (low + high) // 2
        if fits(style.size - 0.5 * middle):
            high = middle
        else:
            low = middle + 1
    return style.size - 0.5 * high


class _Painter:
    """Draws the pages of a paper with what stands around their text."""

    def __init__(
        self, surface: Surface, setter: Typesetter, style: PageStyle, composed: Composed, sheet: Sheet
    ) -> None:
        self._surface = surface
        self._setter = setter
        self._style = style
        self._composed = composed
        self._sheet = sheet

    def page(self, page: PageContent, number: int, count: int) -> None:
        """The blocks of one page, its head (from the second page on) and its foot."""
        if self._sheet.draft:
            self._draft_mark()
        for y, block in page.placed:
            block.draw(self._surface, self._style.left, self._style.top + y)
        if self._style.official:
            self._official_number(number)
        elif number > 1:
            self._head()
        self._foot(number, count)

    def _draft_mark(self) -> None:
        """草稿 across the page, under the text."""
        size = 170.0
        line = self._setter.paragraph([Span("草稿", Role.CODE)], Style(size, size), 1000.0)[0]
        self._surface.watermark(size, line.runs, line.width)

    def _head(self) -> None:
        y = self._style.top - _HEAD
        self._small(f"{self._sheet.root.attrib['title']}（续）", y, "left")
        self._small(self._composed.number, y, "right")

    def _official_number(self, number: int) -> None:
        """— 1 —, one character in from the outer edge of the text (GB/T 9704-2012, 7.5)."""
        line = self._setter.paragraph([Span(f"— {number} —", Role.BODY)], _PAGE_NUMBER, self._style.width)[0]
        inset = _PAGE_NUMBER.size
        x = inset if number % 2 == 0 else self._style.width - inset - line.width
        bottom = self._style.top + self._style.height + self._sign_room
        draw_lines(self._surface, [line], self._style.left + x, bottom + NUMBER_BELOW)

    @property
    def _sign_room(self) -> float:
        return self._style.sign_room if self._composed.page_sign else 0.0

    def _foot(self, number: int, count: int) -> None:
        if self._composed.page_sign:
            y = self._style.top + self._style.height + self._sign_room
            if self._style.official:
                y -= self._composed.page_sign[0].leading
            draw_lines(self._surface, self._composed.page_sign, self._style.left, y)
        y = PAGE_HEIGHT - _FOOT - _SMALL.leading
        if count > 1 and not self._style.official:
            self._small(f"第{number}页　共{count}页", y, "center")
        if self._sheet.printing > 1:
            self._small(f"第{self._sheet.printing}次制作", y, "right")

    def _small(self, text: str, y: float, align: str) -> None:
        if text:
            style = Style(_SMALL.size, _SMALL.leading, align=align)
            line = self._setter.paragraph([Span(text, Role.BODY)], style, self._style.width)[0]
            draw_lines(self._surface, [line], self._style.left, y)
