"""Pictures as pages of a case file: upright, whole, fitted on A4.

A JPEG goes in as it is, without loss: its orientation (EXIF) is turned by the page, not by coding it anew.
Every other format is decoded, put on white, and kept without loss. Whatever cannot be read is refused with a
reason; a picture comes from outside and is hostile until it has been decoded once.
"""

from __future__ import annotations

import io
import struct
import zlib

import pikepdf
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from app.papers.surface import MM, PAGE_HEIGHT, PAGE_WIDTH
from app.papers.unfit import Unfit

_FORMATS = ("JPEG", "PNG", "BMP", "TIFF", "GIF", "WEBP")
_MOST_DOTS = 80_000_000
_MOST_FRAMES = 300
# Sharper than this nothing is seen on A4.
_LONGEST_SIDE = 2600
_SIDE, _ABOVE, _BELOW = 18 * MM, 18 * MM, 15 * MM
_ORIENTATION = 0x0112
# What readers of damaged pictures raise; anything else is a defect of ours.
BROKEN = (
    OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError, MemoryError,
    RuntimeError, struct.error, zlib.error, Image.DecompressionBombError,
)  # fmt: skip
# Where the picture's unit square comes to lie, by EXIF orientation, as parts of (width, height).
_TURNS: dict[int, tuple[int, int, int, int, int, int]] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


def photo_pages(data: bytes) -> pikepdf.Pdf:
    """A document with a page for the picture, or for each picture of a scanned TIFF. Raises `Unfit`."""
    document = pikepdf.new()
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST_DOTS:
                raise Unfit("图片尺寸太大")
            if picture.format in ("JPEG", "MPO") and picture.mode in ("RGB", "L"):
                _as_it_is(document, picture, data)
            else:
                _decoded(document, picture)
    except UnidentifiedImageError:
        raise Unfit("不是能识别的图片格式，可以另存为 JPG 后重新添加") from None
    except BROKEN:
        raise Unfit("图片文件已损坏") from None
    return document


def _as_it_is(document: pikepdf.Pdf, picture: Image.Image, data: bytes) -> None:
    orientation = int(picture.getexif().get(_ORIENTATION, 1))
    width, height, mode = picture.width, picture.height, picture.mode
    # Once through, in small: a file cut off in the middle must not become a page that nobody can open.
    picture.draft(mode, (max(1, width // 8), max(1, height // 8)))
    picture.load()
    image = _image(document, data, width, height, mode)
    image.Filter = pikepdf.Name.DCTDecode
    _page(document, image, width, height, orientation if orientation in _TURNS else 1)


def _decoded(document: pikepdf.Pdf, picture: Image.Image) -> None:
    frames = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    if frames > _MOST_FRAMES:
        raise Unfit(f"图片有 {frames} 页，太多")
    for number, frame in enumerate(ImageSequence.Iterator(picture)):
        if number == frames:
            break
        if frame.width * frame.height > _MOST_DOTS:
            raise Unfit("图片尺寸太大")
        flat = _on_white(ImageOps.exif_transpose(frame))
        flat.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
        image = _image(document, zlib.compress(flat.tobytes(), 6), flat.width, flat.height, flat.mode)
        image.Filter = pikepdf.Name.FlateDecode
        _page(document, image, flat.width, flat.height, 1)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("1", "L", "I;16", "I"):
        return picture.convert("L")
    if picture.mode == "P" or "A" in picture.getbands():
        whole = picture.convert("RGBA")
        ground = Image.new("RGB", whole.size, "white")
        ground.paste(whole, mask=whole.getchannel("A"))
        return ground
    return picture.convert("RGB")


def _image(document: pikepdf.Pdf, data: bytes, width: int, height: int, mode: str) -> pikepdf.Stream:
    image = document.make_stream(data)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width, image.Height, image.BitsPerComponent = width, height, 8
    image.ColorSpace = pikepdf.Name.DeviceGray if mode == "L" else pikepdf.Name.DeviceRGB
    return image


def _page(document: pikepdf.Pdf, image: pikepdf.Stream, width: int, height: int, orientation: int) -> None:
    a, b, c, d, e, f = _TURNS[orientation]
    across, up = (height, width) if orientation > 4 else (width, height)
    scale = min((PAGE_WIDTH - 2 * _SIDE) / across, (PAGE_HEIGHT - _ABOVE - _BELOW) / up)
    # A small picture is not blown up beyond 72 dots an inch.
    w, h = across * min(scale, 1.0), up * min(scale, 1.0)
    left, top = (PAGE_WIDTH - w) / 2, PAGE_HEIGHT - _ABOVE
    matrix = (a * w, b * h, c * w, d * h, left + e * w, top - h + f * h)
    content = "q " + " ".join(f"{part:.3f}" for part in matrix) + " cm /Photo Do Q"
    page = document.add_blank_page(page_size=(PAGE_WIDTH, PAGE_HEIGHT))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Photo=image))
    page.Contents = document.make_stream(content.encode("ascii"))
