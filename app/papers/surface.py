"""The one module that draws with reportlab: pages, rules, boxes and runs of glyphs into PDF bytes.

The output is a function of what is drawn and of nothing else: no clock, no random identifiers, no file names.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.papers.embedding import registered_font
from app.papers.fonts import Face
from app.papers.typeset import Run

PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89
MM = 72 / 25.4
_PRODUCER = "一站通"

# Plain deflate streams: base 85 on top would only make the file a quarter larger.
rl_config.useA85 = 0


class Surface:
    """A PDF being drawn, y measured from the top of the page."""

    def __init__(self, title: str, subject: str, first_face: Face) -> None:
        """`first_face` stands in for reportlab's Helvetica, which would be referred to but not embedded."""
        self._buffer = io.BytesIO()
        self._canvas: Any = Canvas(
            self._buffer,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=registered_font(first_face),
            lang="zh-CN",
        )
        self._canvas.setTitle(title)
        self._canvas.setSubject(subject)
        self._canvas.setAuthor("")
        self._canvas.setKeywords("")
        self._canvas.setCreator(_PRODUCER)
        self._canvas.setProducer(_PRODUCER)
        self.faces: dict[str, None] = {}

    def date_from(self, day: dt.date | None) -> None:
        """The date in the document's properties; without one reportlab's fixed date stays."""
        if day is not None:
            stamp = f"D:{day:%Y%m%d}000000+08'00'"
            self._canvas.setDateFormatter(lambda *_: stamp)

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        """A straight black rule."""
        self._canvas.setLineWidth(width)
        self._canvas.setStrokeGray(0)
        self._canvas.line(x1, PAGE_HEIGHT - y1, x2, PAGE_HEIGHT - y2)

    def rectangle(self, x: float, y: float, width: float, height: float, line: float) -> None:
        """An empty box with black lines."""
        self._canvas.setLineWidth(line)
        self._canvas.setStrokeGray(0)
        self._canvas.rect(x, PAGE_HEIGHT - y - height, width, height, stroke=1, fill=0)

    def text(self, x: float, baseline: float, size: float, runs: Sequence[Run], grey: float = 0.0) -> None:
        """Runs of glyphs one after another from (x, baseline)."""
        if runs:
            text = self._canvas.beginText(x, PAGE_HEIGHT - baseline)
            self._fill(text, size, runs, grey)
            self._canvas.drawText(text)

    def watermark(self, size: float, runs: Sequence[Run], width: float) -> None:
        """Pale slanted text across the page, to be drawn before anything else."""
        self._canvas.saveState()
        self._canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
        self._canvas.rotate(45)
        text = self._canvas.beginText(-width / 2, -0.35 * size)
        self._fill(text, size, runs, 0.9)
        self._canvas.drawText(text)
        self._canvas.restoreState()

    def _fill(self, text: Any, size: float, runs: Sequence[Run], grey: float) -> None:
        text.setFillGray(grey)
        face, extra = "", 0.0
        for run in runs:
            name = registered_font(run.face)
            self.faces.setdefault(run.face.family)
            if name != face:
                text.setFont(name, size)
                face = name
            if run.extra != extra:
                text.setCharSpace(run.extra)
                extra = run.extra
            text.textOut(run.text)
        if extra:
            text.setCharSpace(0)

    def end_page(self) -> None:
        """Finish the page and begin the next."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The whole document."""
        self._canvas.save()
        return self._buffer.getvalue()
