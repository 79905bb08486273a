"""Pages of a PDF as pictures, for the preview in the window."""

from __future__ import annotations

from threading import Lock
from typing import Any

# PDFium may be used by one thread at a time.
_one_at_a_time = Lock()


def _opened(pdf: bytes) -> Any:
    # Loaded by the first preview, so that starting the program stays quick.
    import pypdfium2

    return pypdfium2.PdfDocument(pdf)


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has."""
    with _one_at_a_time:
        document = _opened(pdf)
        try:
            return len(document)
        finally:
            document.close()


def rasterise(pdf: bytes, page: int, scale: float) -> tuple[int, int, bytes]:
    """One page (counted from 0) as width, height and RGBA rows; scale 1 is 72 dots an inch.

    Raises IndexError for a page that does not exist.
    """
    with _one_at_a_time:
        document = _opened(pdf)
        try:
            if not 0 <= page < len(document):
                raise IndexError(f"page {page} of {len(document)}")
            bitmap = document[page].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            raw = bytes(bitmap.buffer)
        finally:
            document.close()
    if stride != 4 * width:
        raw = b"".join(raw[row * stride : row * stride + 4 * width] for row in range(height))
    return width, height, _opaque(raw)


def _opaque(rows: bytes) -> bytes:
    """The fourth byte of each dot set to full: the page is drawn on white paper."""
    picture = bytearray(rows)
    picture[3::4] = b"\xff" * (len(picture) // 4)
    return bytes(picture)
