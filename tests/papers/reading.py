"""Reading a finished paper back the way a reader of the PDF would: text, places of characters, fonts."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as raw

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Mark:
    """One visible character of a page with its tight box (points, from the bottom left)."""

    character: str
    left: float
    bottom: float
    right: float
    top: float


def text_of(pdf: bytes) -> str:
    """All text of the paper without any white space, page after page."""
    return "".join(pages_of(pdf))


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page without white space."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def marks_of(pdf: bytes) -> list[list[Mark]]:
    """The characters of each page with ink."""
    document = pypdfium2.PdfDocument(pdf)
    result: list[list[Mark]] = []
    try:
        for page in document:
            text = page.get_textpage()
            marks: list[Mark] = []
            for number in range(text.count_chars()):
                character = text.get_text_range(number, 1)
                if character.strip():
                    marks.append(Mark(character, *text.get_charbox(number)))
            result.append(marks)
    finally:
        document.close()
    return result


@dataclass(frozen=True)
class Line:
    """A line of a page: its text, its baseline, and where its first and last characters begin."""

    text: str
    baseline: float
    left: float
    right: float
    size: float


def lines_of(pdf: bytes) -> list[list[Line]]:
    """The lines of each page from top to bottom; blanks at their ends are not kept."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_lines(page.get_textpage()) for page in document]
    finally:
        document.close()


def _lines(text: Any) -> list[Line]:
    rows: dict[float, list[tuple[float, str, float]]] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    for number in range(text.count_chars()):
        character = text.get_text_range(number, 1)
        if character.strip():
            raw.FPDFText_GetCharOrigin(text, number, x, y)
            size = raw.FPDFText_GetFontSize(text, number)
            rows.setdefault(round(y.value, 1), []).append((x.value, character, size))
    result: list[Line] = []
    for baseline, marks in sorted(rows.items(), reverse=True):
        marks.sort()
        joined = "".join(character for _, character, _ in marks)
        result.append(Line(joined, baseline, marks[0][0], marks[-1][0], marks[0][2]))
    return result


def overlaps(marks: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """Pairs of characters whose ink boxes share more than a fifth of the smaller one."""
    found: list[tuple[Mark, Mark]] = []
    ordered = sorted(marks, key=lambda mark: mark.left)
    for number, mark in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.left >= mark.right:
                break
            width = min(mark.right, other.right) - max(mark.left, other.left)
            height = min(mark.top, other.top) - max(mark.bottom, other.bottom)
            smaller = min(_area(mark), _area(other))
            if width > 0 and height > 0 and width * height > 0.2 * smaller:
                found.append((mark, other))
    return found


def _area(mark: Mark) -> float:
    return max((mark.right - mark.left) * (mark.top - mark.bottom), 0.01)


def fonts_in(pdf: bytes) -> dict[str, bool]:
    """Every font object of the document with whether its file is inside."""
    found: dict[str, bool] = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            for font in page.Resources.get("/Font", {}).values():
                if "/DescendantFonts" in font:
                    inner = font.DescendantFonts[0]
                    found[str(font.BaseFont)] = (
                        "/FontFile2" in inner.FontDescriptor or "/FontFile3" in inner.FontDescriptor
                    )
                else:
                    found[str(font.BaseFont)] = False
    return found


def in_order(fragments: Sequence[str], text: str) -> str | None:
    """The first fragment that does not follow the ones before it in `text`, or None."""
    at = 0
    for fragment in fragments:
        place = text.find(fragment, at)
        if place < 0:
            return fragment
        at = place + len(fragment)
    return None


def official(form: str) -> list[str]:
    """The paragraphs of one of the official forms (`form` is its Chinese number), blanks kept as they are."""
    source = (DATA / "forms-2026.md").read_text(encoding="utf-8")
    section = re.split(rf"\n## {form} ", source, maxsplit=1)[1].split("\n## ")[0]
    return [line.strip("　 ") for line in section.splitlines()[1:] if line.strip("　 ")]


def between_blanks(paragraph: str) -> list[str]:
    """The fixed words of a paragraph of a form, cut at its blanks, without white space."""
    pieces = re.split(r"_+|〔　〕", paragraph)
    return [clean for piece in pieces if len(clean := re.sub(r"\s", "", piece)) > 0]
