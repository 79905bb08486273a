"""The case file as one PDF: leaves behind each other, numbered at the top, with bookmarks, as PDF/A-2b.

Cover, catalogue and the leaves behind carry no numbers, as archives want it; numbering begins with the first
paper. The labels a reader shows beside its thumbnails are the printed numbers.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pikepdf

from app.papers.archive import Properties, finished
from app.papers.fonts import FontBook, Role
from app.papers.foreign_pages import foreign_pages, lay_over
from app.papers.photo_pages import photo_pages
from app.papers.surface import MM, PAGE_HEIGHT, PAGE_WIDTH, Surface
from app.papers.typeset import Span, Style, Typesetter
from app.papers.unfit import Unfit

_PDF = "application/pdf"
_RIGHT, _BASELINE, _SIZE = 15 * MM, 9 * MM, 12.0


@dataclass(frozen=True, slots=True)
class Leaf:
    """One thing in the file: its bookmark, the heading it stands under, its pages ready to be numbered."""

    title: str
    heading: str
    pages: pikepdf.Pdf

    @property
    def count(self) -> int:
        """How many pages."""
        return len(self.pages.pages)


def own_leaf(title: str, heading: str, pdf: bytes) -> Leaf:
    """A paper this program made, taken over as it was issued."""
    return Leaf(title, heading, pikepdf.open(io.BytesIO(pdf)))


def outside_leaf(title: str, heading: str, data: bytes, media_type: str) -> Leaf:
    """A file from outside. Raises `Unfit` with the reason why it cannot become pages."""
    if media_type == _PDF or data[:5] == b"%PDF-":
        return Leaf(title, heading, foreign_pages(data))
    if media_type.startswith("image/"):
        return Leaf(title, heading, photo_pages(data))
    raise Unfit("不是图片或 PDF")


def bind(
    front: Sequence[Leaf],
    numbered: Sequence[Leaf],
    behind: Sequence[Leaf],
    properties: Properties,
    fonts: FontBook,
    step: Callable[[int, int], None] = lambda done, total: None,
) -> bytes:
    """The whole file. `step(done, total)` after each leaf may raise to stop. Same leaves, same bytes."""
    document = pikepdf.new()
    leaves = [*front, *numbered, *behind]
    starts: list[int] = []
    for done, leaf in enumerate(leaves, 1):
        starts.append(len(document.pages))
        document.pages.extend(leaf.pages.pages)
        step(done, len(leaves))
    first = sum(leaf.count for leaf in front)
    last = first + sum(leaf.count for leaf in numbered)
    if last > first:
        with pikepdf.open(io.BytesIO(_numbers(last - first, fonts))) as stamps:
            for number, stamp in enumerate(stamps.pages):
                _stamp(document, document.pages[first + number], stamp, f"/PageNumber{number + 1}")
    _bookmarks(document, leaves, starts)
    _labels(document, front, first, last)
    return finished(document, properties)


def _numbers(count: int, fonts: FontBook) -> bytes:
    """A document of as many pages, each with nothing but its number at the top right."""
    setter = Typesetter(fonts)
    style = Style(_SIZE, _SIZE, align="left")
    face = fonts.face(Role.BODY, "1")
    if face is None:
        raise RuntimeError("the bundled body font has no figures")
    surface = Surface("", "", None, face)
    for number in range(1, count + 1):
        line = setter.paragraph([Span(str(number), Role.BODY)], style, PAGE_WIDTH)[0]
        surface.text(PAGE_WIDTH - _RIGHT - line.width, _BASELINE, _SIZE, line.runs)
        surface.end_page()
    return surface.finish()


def _stamp(document: pikepdf.Pdf, page: pikepdf.Page, stamp: pikepdf.Page, name: str) -> None:
    """Put the number at the upper right, whatever the page's size."""
    right, top = float(page.mediabox[2]), float(page.mediabox[3])
    room = pikepdf.Rectangle(right - PAGE_WIDTH, top - PAGE_HEIGHT, right, top)
    lay_over(document, page, stamp, room, name)


def _bookmarks(document: pikepdf.Pdf, leaves: Sequence[Leaf], starts: Sequence[int]) -> None:
    with document.open_outline() as outline:
        under: dict[str, pikepdf.OutlineItem] = {}
        for leaf, start in zip(leaves, starts, strict=True):
            item = pikepdf.OutlineItem(leaf.title, start)
            if not leaf.heading:
                outline.root.append(item)
                continue
            if leaf.heading not in under:
                under[leaf.heading] = pikepdf.OutlineItem(leaf.heading, start)
                outline.root.append(under[leaf.heading])
            under[leaf.heading].children.append(item)
    document.Root.PageMode = pikepdf.Name.UseOutlines
    document.Root.Lang = "zh-CN"


def _labels(document: pikepdf.Pdf, front: Sequence[Leaf], first: int, last: int) -> None:
    nums: list[object] = []
    at = 0
    for leaf in front:
        nums += [at, pikepdf.Dictionary(P=leaf.title, S=pikepdf.Name.r)]
        at += leaf.count
    if last > first:
        nums += [first, pikepdf.Dictionary(S=pikepdf.Name.D, St=1)]
    if last < len(document.pages):
        nums += [last, pikepdf.Dictionary(P="卷末", S=pikepdf.Name.r)]
    document.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(nums))
