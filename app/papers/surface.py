"""The one module that hands pages to reportlab: rules, boxes and runs of glyphs into PDF bytes.

The output is a function of what is drawn and of nothing else: no clock, no random identifiers, no file names.
Page contents are written here, with what reportlab repeats before every text left out: it is half as large
and several times as fast. reportlab keeps the objects of the document.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from app.papers.archive import Properties, archived
from app.papers.embedding import EmbeddedFont, embedded_font
from app.papers.fonts import Face
from app.papers.typeset import Run

PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89
MM = 72 / 25.4
_SLANT = 0.70710678

# Plain deflate streams: base 85 on top would only make the file a quarter larger.
rl_config.useA85 = 0


class Surface:
    """A PDF being drawn, y measured from the top of the page."""

    def __init__(self, title: str, subject: str, day: dt.date | None, first_face: Face) -> None:
        """`title`, `subject` and `day` become the document's properties.

        `first_face` stands in for reportlab's Helvetica, which would be referred to but not embedded.
        """
        self._buffer = io.BytesIO()
        self._canvas: Any = Canvas(
            self._buffer,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=embedded_font(first_face).fontName,
            lang="zh-CN",
        )
        self._properties = Properties(title, subject, day)
        self._pages: list[list[Callable[[_Content], None]]] = [[]]
        self._characters: dict[Face, set[str]] = {}

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        """A straight black rule."""
        self._pages[-1].append(lambda content: content.line(x1, y1, x2, y2, width))

    def rectangle(self, x: float, y: float, width: float, height: float, line: float) -> None:
        """An empty box with black lines."""
        self._pages[-1].append(lambda content: content.rectangle(x, y, width, height, line))

    def text(self, x: float, baseline: float, size: float, runs: Sequence[Run], grey: float = 0.0) -> None:
        """Runs of glyphs one after another from (x, baseline)."""
        if runs:
            self._note(runs)
            self._pages[-1].append(lambda content: content.text(x, baseline, size, runs, grey))

    def watermark(self, size: float, runs: Sequence[Run], width: float) -> None:
        """Pale slanted text across the page, to be drawn before anything else."""
        self._note(runs)
        self._pages[-1].append(lambda content: content.slanted(size, runs, width))

    def end_page(self) -> None:
        """Finish the page and begin the next."""
        self._pages.append([])

    @property
    def families(self) -> tuple[str, ...]:
        """The font families used so far."""
        return tuple(dict.fromkeys(face.family for face in self._characters))

    def finish(self) -> bytes:
        """The whole document.

        Only now is anything drawn: characters numbered in the order of their code points make the table that
        gives a reader the text back, and the fonts, smaller.
        """
        document = self._canvas._doc
        fonts: dict[Face, EmbeddedFont] = {}
        for face, characters in self._characters.items():
            fonts[face] = embedded_font(face)
            fonts[face].announce(sorted(characters), document)
        for drawn in self._pages[:-1]:
            content = _Content(document, fonts)
            for draw in drawn:
                draw(content)
            document.addPage(_page(content.finished()))
        self._canvas.save()
        return archived(self._buffer.getvalue(), self._properties)

    def _note(self, runs: Sequence[Run]) -> None:
        for run in runs:
            self._characters.setdefault(run.face, set()).update(run.text)


def _page(content: bytes) -> Any:
    page = pdfdoc.PDFPage()
    page.pagewidth, page.pageheight = PAGE_WIDTH, PAGE_HEIGHT
    page.setCompression(1)
    page.ExtGState, page._shadingUsed, page._colorsUsed = None, {}, {}
    # A blank page still needs a stream that is not empty.
    page.setStream(content or b"\n")
    return page


class _Content:
    """The content stream of one page. What stays the same from one text or rule to the next is said once."""

    def __init__(self, document: Any, fonts: dict[Face, EmbeddedFont]) -> None:
        self._document = document
        self._fonts = fonts
        self._parts: list[bytes] = []
        self._font = b""
        self._line_width = self._grey = self._extra = b""

    def finished(self) -> bytes:
        """All of it."""
        return b"\n".join(self._parts)

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        """A straight black rule."""
        self._widen(width)
        start, end = _point(x1, PAGE_HEIGHT - y1), _point(x2, PAGE_HEIGHT - y2)
        self._parts.append(b"%b m %b l S" % (start, end))

    def rectangle(self, x: float, y: float, width: float, height: float, line: float) -> None:
        """An empty box with black lines."""
        self._widen(line)
        corner, size = _point(x, PAGE_HEIGHT - y - height), _point(width, height)
        self._parts.append(b"%b %b re S" % (corner, size))

    def text(self, x: float, baseline: float, size: float, runs: Sequence[Run], grey: float) -> None:
        """Runs of glyphs from (x, baseline)."""
        self._shade(grey)
        self._parts.append(b"BT %b Td" % _point(x, PAGE_HEIGHT - baseline))
        self._show(size, runs)

    def slanted(self, size: float, runs: Sequence[Run], width: float) -> None:
        """Pale text rising across the middle of the page."""
        self._shade(0.9)
        along, across = -width / 2, -0.35 * size
        x = PAGE_WIDTH / 2 + _SLANT * (along - across)
        y = PAGE_HEIGHT / 2 + _SLANT * (along + across)
        self._parts.append(b"BT %b %b %b %b %b Tm" % (*(_number(part, 4) for part in _SLANTED), _point(x, y)))
        self._show(size, runs)

    def _show(self, size: float, runs: Sequence[Run]) -> None:
        for run in runs:
            font = self._fonts[run.face]
            chosen = b"%b %b Tf" % (
                font.getSubsetInternalName(0, self._document).encode("ascii"),
                _number(size, 2),
            )
            if chosen != self._font:
                self._font = chosen
                self._parts.append(chosen)
            extra = b"%b Tc" % _number(run.extra, 2)
            if extra != (self._extra or b"0 Tc"):
                self._extra = extra
                self._parts.append(extra)
            self._parts.append(b"(%b)Tj" % font.codes(run.text, self._document))
        self._parts.append(b"ET")

    def _widen(self, width: float) -> None:
        wanted = b"%b w" % _number(width, 2)
        if wanted != self._line_width:
            self._line_width = wanted
            self._parts.append(wanted)

    def _shade(self, grey: float) -> None:
        wanted = b"%b g" % _number(grey)
        if wanted != (self._grey or b"0 g"):
            self._grey = wanted
            self._parts.append(wanted)


_SLANTED = (_SLANT, _SLANT, -_SLANT, _SLANT)


def _number(value: float, digits: int = 1) -> bytes:
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return b"0" if text == "-0" else text.encode("ascii")


def _point(x: float, y: float) -> bytes:
    return b"%b %b" % (_number(x), _number(y))
