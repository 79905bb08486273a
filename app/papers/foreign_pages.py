"""PDFs from outside as pages of a case file, such as PDF/A-2b allows.

A page is taken over only when everything on it is known to be allowed: fonts inside, no transparency, no
colours of a press, no notes, no scripts. Every other page becomes a picture of itself: what is seen stays,
what could act or be missing in twenty years does not. A page without content of that kind, such as a scan,
keeps its sharpness.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image

from app.papers import raster
from app.papers.photo_pages import BROKEN
from app.papers.surface import MM, PAGE_HEIGHT, PAGE_WIDTH
from app.papers.unfit import Unfit

_MOST_PAGES = 400
_MOST_CONTENT = 8_000_000
_DEEPEST = 4
# Dots of the longer side of A4 at 200 dots an inch.
_LONG_SIDE = 2339
_QUALITY = 85
_ROOM = (9 * MM, 9 * MM, 14 * MM)  # left and right, below, above: the page number stands above
_IMAGE_FILTERS = frozenset({"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/RunLengthDecode"})
_PLAIN_SPACES = frozenset({"/DeviceRGB", "/DeviceGray", "/CalRGB", "/CalGray", "/Indexed", "/ICCBased"})
_FORBIDDEN_KEYS = ("/OPI", "/Alternates", "/SMask", "/Ref", "/PS", "/OC", "/Group", "/F")
_PLAIN_STATE = frozenset({"/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/SA", "/FL", "/SM"})
_OPERATORS = frozenset(
    {
        "b", "B", "b*", "B*", "BDC", "BMC", "BT", "c", "cm", "CS", "cs", "d", "Do", "EMC", "ET", "f", "F",
        "f*", "G", "g", "gs", "h", "i", "j", "J", "l", "m", "M", "n", "q", "Q", "re", "RG", "rg", "s", "S",
        "SC", "sc", "SCN", "scn", "T*", "Tc", "Td", "TD", "Tf", "TJ", "Tj", "TL", "Tm", "Tr", "Ts", "Tw",
        "Tz", "v", "w", "W", "W*", "y", "'", '"',
    }
)  # fmt: skip


def foreign_pages(data: bytes) -> pikepdf.Pdf:
    """A document with one A4 page for each page of the PDF, upright or lying like it. Raises `Unfit`."""
    try:
        with pikepdf.open(io.BytesIO(data)) as source:
            if source.is_encrypted:
                raise Unfit("PDF 文件加了密码或限制")
            count = len(source.pages)
            if not 0 < count <= _MOST_PAGES:
                raise Unfit(f"PDF 文件有 {count} 页")
            document = pikepdf.new()
            for number, page in enumerate(source.pages):
                _add(document, page, data, number)
            return document
    except pikepdf.PasswordError:
        raise Unfit("PDF 文件加了密码") from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError, *BROKEN):
        raise Unfit("PDF 文件已损坏") from None


def _add(document: pikepdf.Pdf, page: pikepdf.Page, data: bytes, number: int) -> None:
    width, height = _seen_size(page)
    lying = width > height
    size = (PAGE_HEIGHT, PAGE_WIDTH) if lying else (PAGE_WIDTH, PAGE_HEIGHT)
    made = document.add_blank_page(page_size=size)
    side, below, above = _ROOM
    room = pikepdf.Rectangle(side, below, size[0] - side, size[1] - above)
    if may_stay(page):
        lay_over(document, made, page, room, "/Page")
        return
    picture = _picture(data, number, _LONG_SIDE / max(width, height))
    image = document.make_stream(picture[2])
    image.Type, image.Subtype, image.Filter = (
        pikepdf.Name.XObject,
        pikepdf.Name.Image,
        pikepdf.Name.DCTDecode,
    )
    image.Width, image.Height, image.BitsPerComponent = picture[0], picture[1], 8
    image.ColorSpace = pikepdf.Name.DeviceRGB
    scale = min(room.width / picture[0], room.height / picture[1])
    w, h = picture[0] * scale, picture[1] * scale
    x, y = room.llx + (room.width - w) / 2, room.lly + (room.height - h) / 2
    made.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=image))
    made.Contents = document.make_stream(f"q {w:.3f} 0 0 {h:.3f} {x:.3f} {y:.3f} cm /Page Do Q".encode())


def lay_over(
    document: pikepdf.Pdf, page: pikepdf.Page, other: pikepdf.Page, room: pikepdf.Rectangle, name: str
) -> None:
    """Draw a page of another document within `room`, over what is there, under a name of its own.

    pikepdf would name it at random, and the same file would never have the same bytes again.
    """
    form = document.copy_foreign(other.as_form_xobject())
    if "/Resources" not in page.obj:
        page.obj.Resources = pikepdf.Dictionary()
    if "/XObject" not in page.obj.Resources:
        page.obj.Resources.XObject = pikepdf.Dictionary()
    page.obj.Resources.XObject[name] = form
    placed = page.calc_form_xobject_placement(
        form, pikepdf.Name(name), room, invert_transformations=True, allow_shrink=True, allow_expand=True
    )
    if "/Contents" in page.obj:
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(b"\nQ\n" + placed)
    else:
        page.obj.Contents = document.make_stream(placed)


def _seen_size(page: pikepdf.Page) -> tuple[float, float]:
    box = [float(side) for side in page.cropbox]
    width, height = abs(box[2] - box[0]), abs(box[3] - box[1])
    if not (1 <= width <= 20_000 and 1 <= height <= 20_000):
        raise Unfit("PDF 文件的页面尺寸不对")
    turned = int(_inherited(page, "/Rotate") or 0) % 180
    return (height, width) if turned else (width, height)


def _inherited(page: pikepdf.Page, key: str) -> Any:
    holder: Any = page.obj
    for _ in range(_DEEPEST * 8):
        if holder is None or key in holder:
            break
        holder = holder.get("/Parent")
    return None if holder is None else holder.get(key)


def _picture(data: bytes, number: int, scale: float) -> tuple[int, int, bytes]:
    width, height, dots = raster.rasterise(data, number, scale)
    out = io.BytesIO()
    Image.frombuffer("RGBX", (width, height), dots, "raw", "RGBX", 0, 1).convert("RGB").save(
        out, "JPEG", quality=_QUALITY
    )
    return width, height, out.getvalue()


# ---- may a page stay as it is ----


def may_stay(page: pikepdf.Page) -> bool:
    """Whether everything on the page is known to be allowed in PDF/A-2b; in doubt it is not."""
    if any(key in page.obj for key in ("/Annots", "/Group", "/AA", "/PresSteps", "/UserUnit")):
        return False
    try:
        return not any(_objections(_inherited(page, "/Resources"), _streams(page.obj.get("/Contents")), 0))
    except (pikepdf.PdfError, *BROKEN, AttributeError):
        # Not even readable as the standard wants it: a picture of it will do.
        return False


def _streams(contents: Any) -> list[Any]:
    if contents is None:
        return []
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def _objections(resources: Any, streams: list[Any], depth: int) -> Iterator[bool]:
    """True for every thing that is not allowed or not known."""
    if depth > _DEEPEST:
        yield True
        return
    resources = pikepdf.Dictionary() if resources is None else resources
    yield any(key in resources for key in ("/Pattern", "/Shading"))
    for font in dict(resources.get("/Font", {})).values():
        yield not _font_is_inside(font)
    for space in dict(resources.get("/ColorSpace", {})).values():
        yield not _space_is_plain(space)
    for state in dict(resources.get("/ExtGState", {})).values():
        yield not all(key in _PLAIN_STATE for key in dict(state))
    for thing in dict(resources.get("/XObject", {})).values():
        yield any(key in thing for key in _FORBIDDEN_KEYS)
        if thing.Subtype == pikepdf.Name.Image:
            yield not _image_is_plain(thing)
        elif thing.Subtype == pikepdf.Name.Form:
            yield from _objections(thing.get("/Resources"), [thing], depth + 1)
        else:
            yield True
    yield not all(_content_is_plain(stream) for stream in streams)


def _font_is_inside(font: Any) -> bool:
    if font.Subtype == pikepdf.Name.Type0:
        if str(font.get("/Encoding")) not in ("/Identity-H", "/Identity-V"):
            return False
        font = font.DescendantFonts[0]
        if font.Subtype == pikepdf.Name.CIDFontType2 and "/CIDToGIDMap" not in font:
            return False
    elif font.Subtype not in (pikepdf.Name.Type1, pikepdf.Name.TrueType):
        return False
    inside = font.get("/FontDescriptor", {})
    return any(key in inside for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _space_is_plain(space: Any) -> bool:
    if isinstance(space, pikepdf.Name):
        return str(space) in ("/DeviceRGB", "/DeviceGray")
    family = str(space[0])
    if family not in _PLAIN_SPACES:
        return False
    if family == "/ICCBased":
        return int(space[1].get("/N", 4)) in (1, 3)
    return _space_is_plain(space[1]) if family == "/Indexed" else True


def _image_is_plain(image: Any) -> bool:
    filters = image.get("/Filter", pikepdf.Array([]))
    named = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    if len(named) > 1 or any(str(name) not in _IMAGE_FILTERS for name in named):
        return False
    if image.get("/Interpolate", False) or isinstance(image.get("/Mask"), pikepdf.Stream):
        return False
    if image.get("/ImageMask", False):
        return True
    return "/ColorSpace" in image and _space_is_plain(image.ColorSpace)


def _content_is_plain(stream: Any) -> bool:
    """Small enough when unpacked, and nothing but allowed operators."""
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    if filters is None:
        content = raw
    elif filters == pikepdf.Name.FlateDecode and "/DecodeParms" not in stream:
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(raw, _MOST_CONTENT)
        if unpacking.unconsumed_tail or not unpacking.eof:
            return False
    else:
        return False
    if len(content) > _MOST_CONTENT:
        return False
    with pikepdf.new() as apart:
        told = pikepdf.parse_content_stream(apart.make_stream(content))
        return all(str(one.operator) in _OPERATORS for one in told)
