"""Binding leaves: upright pictures, PDFs from outside, page numbers, bookmarks, the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.papers.archive import Properties
from app.papers.casefile import Leaf, bind, outside_leaf, own_leaf
from app.papers.fonts import font_book
from app.papers.foreign_pages import foreign_pages, may_stay
from app.papers.photo_pages import photo_pages
from app.papers.unfit import Unfit
from tests.papers.conformity import faults
from tests.papers.reading import pages_of
from tests.papers.test_rendering import printed

RED, GREEN, BLUE, WHITE = (220, 20, 20), (20, 160, 20), (20, 20, 220), (250, 250, 250)
CORNERS = {"top left": RED, "top right": GREEN, "bottom left": BLUE, "bottom right": WHITE}


def picture(orientation: int = 1, form: str = "JPEG", size: tuple[int, int] = (320, 240)) -> bytes:
    """A picture whose four quarters are red, green, blue, white when it is looked at upright."""
    upright = Image.new("RGB", size)
    width, height = size[0] // 2, size[1] // 2
    for place, colour in enumerate(CORNERS.values()):
        upright.paste(colour, (width * (place % 2), height * (place // 2), width * 2, height * 2))
        if place % 2 == 0:
            upright.paste(colour, (0, height * (place // 2), width, height * 2))
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(undo[orientation]) if orientation in undo else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = io.BytesIO()
    stored.save(out, form, exif=exif)
    return out.getvalue()


def bound(*leaves: Leaf, front: int = 0) -> bytes:
    return bind(leaves[:front], leaves[front:], [], Properties("卷宗", "一件"), font_book(None))


def seen(document: pikepdf.Pdf) -> Image.Image:
    out = io.BytesIO()
    document.save(out)
    opened = pypdfium2.PdfDocument(out.getvalue())
    return opened[0].render(scale=1).to_pil().convert("RGB")


def near(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright(orientation: int) -> None:
    page = seen(photo_pages(picture(orientation)))
    # Small pictures are not blown up: 320 by 240 points in the middle, 18 mm below the edge.
    left, top = (page.width - 320) // 2, 51
    places = {(0.25, 0.25): RED, (0.75, 0.25): GREEN, (0.25, 0.75): BLUE, (0.75, 0.75): WHITE}
    for (x, y), colour in places.items():
        dot = page.getpixel((int(left + 320 * x), int(top + 240 * y)))
        assert isinstance(dot, tuple)
        assert near(dot, colour), (orientation, x, y, dot)


@pytest.mark.parametrize("form", ["PNG", "TIFF", "BMP", "GIF", "WEBP"])
def test_other_formats_become_pages_too(form: str) -> None:
    assert len(photo_pages(picture(form=form)).pages) == 1


def test_a_jpeg_goes_in_without_loss() -> None:
    data = picture()
    with photo_pages(data) as document:
        assert document.pages[0].Resources.XObject.Photo.read_raw_bytes() == data


def test_a_scan_of_several_pages_has_as_many() -> None:
    first, *rest = [Image.new("1", (100, 140), n % 2) for n in range(3)]
    out = io.BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=rest)
    assert len(photo_pages(out.getvalue()).pages) == 3


@pytest.mark.parametrize(
    "data", [b"", b"no picture", picture()[:400], picture(form="PNG")[:80], b"\xff\xd8\xff\xe0" + b"x" * 50]
)
def test_a_broken_picture_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(Unfit, match="图片"):
        photo_pages(data)


def outside(draw: Callable[[Canvas], None], size: tuple[float, float] = (595, 842)) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def text_page(canvas: Canvas) -> None:
    canvas.drawString(72, 700, "font that is not inside")
    canvas.showPage()


def changed(change: Callable[[pikepdf.Pdf], None], **how: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed("acceptance_decision", "R2026").pdf)) as document:
        change(document)
        document.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def test_a_page_with_everything_inside_stays_text() -> None:
    pdf = printed("acceptance_decision", "R2026").pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert may_stay(document.pages[0])
    assert "投诉受理决定书" in pages_of(bound(outside_leaf("外来", "", pdf, "application/pdf")))[0]


def _note(document: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9])
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(note)])


def _press_colours(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(b"0 1 1 0 k 10 10 50 50 re f", prepend=True)


def _see_through(document: pikepdf.Pdf) -> None:
    document.pages[0].Resources.ExtGState = pikepdf.Dictionary(G=pikepdf.Dictionary(ca=0.5))


def _fontless(document: pikepdf.Pdf) -> None:
    del document.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor["/FontFile3"]


def _bomb(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(b" " * 9_000_000, prepend=True)
    document.pages[0].contents_coalesce()


@pytest.mark.parametrize("change", [_note, _press_colours, _see_through, _fontless, _bomb])
def test_any_other_page_becomes_a_picture_of_itself(change: Callable[[pikepdf.Pdf], None]) -> None:
    with pikepdf.open(io.BytesIO(changed(change, compress_streams=True))) as document:
        assert not may_stay(document.pages[0])
    with foreign_pages(changed(change)) as made:
        assert made.pages[0].Resources.XObject.Page.Subtype == pikepdf.Name.Image
    assert faults(bound(outside_leaf("外来", "", changed(change), "application/pdf"))) == []


def test_lying_and_odd_pages_come_to_a4() -> None:
    odd = outside(text_page, size=(2000, 900))
    with foreign_pages(odd) as document:
        assert [round(float(side)) for side in document.pages[0].mediabox] == [0, 0, 842, 595]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (changed(lambda _: None, encryption=pikepdf.Encryption(user="secret", owner="b")), "密码"),
        (changed(lambda _: None, encryption=pikepdf.Encryption(user="", owner="b")), "密码或限制"),
        (b"%PDF-1.7\n" + b"\x00" * 300, "损坏"),
        (b"%PDF-", "损坏"),
    ],
)
def test_locked_and_broken_pdfs_are_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unfit, match=reason):
        outside_leaf("外来", "", data, "application/pdf")


def test_a_sheet_is_no_page() -> None:
    with pytest.raises(Unfit, match="不是图片或 PDF"):
        outside_leaf("台账", "", b"PK\x03\x04", "application/vnd.ms-excel")


def small_file() -> bytes:
    decision = printed("acceptance_decision", "R2026").pdf
    record = printed("mediation_record", "R2026", long=True).pdf
    return bound(
        own_leaf("封面", "", printed("casefile_cover", "R2026").pdf),
        own_leaf("受理决定书", "受理", decision),
        own_leaf("调解记录", "调解", record),
        outside_leaf("照片", "证据", picture(6), "image/jpeg"),
        outside_leaf("外来", "证据", outside(text_page), "application/pdf"),
        front=1,
    )


def test_numbers_are_stamped_on_every_page_behind_the_front() -> None:
    pages = pages_of(small_file())
    assert len(pages) > 5
    for number, text in enumerate(pages[1:], 1):
        assert text.startswith(str(number)) or text.endswith(str(number)), (number, text[:20])
    assert not pages[0].startswith("1")


def test_bookmarks_lead_to_their_pages() -> None:
    with pikepdf.open(io.BytesIO(small_file())) as document, document.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert titles == ["封面", "受理", "调解", "证据"]
        under = [item.title for item in outline.root[3].children]
        assert under == ["照片", "外来"]
        target = outline.root[3].children[1].destination
        assert isinstance(target, pikepdf.Array)
        assert target[0].objgen == document.pages[-1].obj.objgen
        assert [str(label.get("/P", "")) for label in list(document.Root.PageLabels.Nums)[1::2]] == [
            "封面",
            "",
        ]


def test_the_file_is_fit_to_be_kept_and_the_same_again() -> None:
    once = small_file()
    assert faults(once) == []
    assert small_file() == once
