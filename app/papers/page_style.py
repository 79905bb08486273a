"""The two looks of a page: a form, and an official document on the grid of GB/T 9704-2012.

The grid: A4, 37 mm above and 28 mm left of a text area of 156 by 225 mm, 22 lines of 28 characters of size 3,
page numbers “— 1 —” 7 mm below the text area, odd ones at the right and even ones at the left.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from app.papers.surface import MM, PAGE_HEIGHT, PAGE_WIDTH
from app.papers.vocabulary import SIZES

_MARGIN = "30 26 28 28"
_SIGN_ROOM = 11 * MM
_LEADING, _SMALL_LEADING, _LARGE = 1.75, 1.65, 15.0
_TEXT_WIDTH, _TEXT_HEIGHT, _ABOVE, _BINDING = 156 * MM, 225 * MM, 37 * MM, 28 * MM
LINES, CHARACTERS = 22, 28
NUMBER_BELOW = 7 * MM


@dataclass(frozen=True, slots=True)
class PageStyle:
    """Where the text stands (points), its full and least size, and whether the official grid holds."""

    top: float
    left: float
    width: float
    height: float
    size: float
    least: float
    official: bool

    @property
    def sign_room(self) -> float:
        """What a line to sign at the foot of every page takes away from the bottom margin."""
        return _SIGN_ROOM

    def leading(self, size: float) -> float:
        """From line to line of body text of this size."""
        if self.official:
            return _TEXT_HEIGHT / LINES
        return (_LEADING if size >= _LARGE else _SMALL_LEADING) * size


def style_of(body: Element) -> PageStyle:
    """The style a template's `<body>` asks for."""
    signed = _SIGN_ROOM if body.find("page-sign") is not None else 0.0
    if body.get("style") == "official":
        size = _TEXT_WIDTH / CHARACTERS
        return PageStyle(_ABOVE, _BINDING, _TEXT_WIDTH, _TEXT_HEIGHT - signed, size, size, official=True)
    top, right, bottom, left = (float(part) * MM for part in body.get("margin", _MARGIN).split())
    full = SIZES[body.get("size", "三号")]
    least = min(full, SIZES[body.get("least", body.get("size", "三号"))])
    width, height = PAGE_WIDTH - left - right, PAGE_HEIGHT - top - bottom - signed
    return PageStyle(top, left, width, height, full, least, official=False)
