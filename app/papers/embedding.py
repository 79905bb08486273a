"""Our fonts inside a reportlab document.

reportlab's own TrueType support cuts a font into pieces of 256 characters and writes wrong Unicode values
for characters beyond U+FFFF, so that a rare name could not be searched or copied. `EmbeddedFont` speaks
reportlab's protocol for dynamic fonts but embeds one composite (Type 0) font with exactly the glyphs used.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc, pdfmetrics

from app.papers.fonts import Face

# Width of an ideograph in thousandths of the type size; only other widths are listed in the PDF.
_SQUARE = 1000


@dataclass
class _Used:
    """What one document has used of a font: glyph 0 is the font's box for missing characters."""

    glyphs: list[int] = field(default_factory=lambda: [0])
    characters: list[str] = field(default_factory=lambda: [""])
    numbers: dict[str, bytes] = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True)
class _FaceName:
    """The little reportlab wants to know of a dynamic font's face."""

    name: str


class EmbeddedFont:
    """A font as reportlab's canvas wants it. Use `embedded_font` to get one."""

    _multiByte = 1  # noqa: N815  (reportlab's names)
    _dynamicFont = 1  # noqa: N815
    shapable = False

    def __init__(self, face: Face) -> None:
        self.fontName = face.key
        self.face = _FaceName(face.key)
        self.encoding = "Identity-H"
        self._face = face
        self._used: WeakKeyDictionary[Any, _Used] = WeakKeyDictionary()

    def codes(self, text: str, doc: Any) -> bytes:
        """The text as the inside of a PDF string, two bytes for each character."""
        numbers = self._of(doc).numbers
        return b"".join([numbers[character] for character in text])

    def announce(self, characters: Iterable[str], doc: Any) -> None:
        """Give each character of the document its number, in this order, before any is drawn."""
        used = self._of(doc)
        for character in characters:
            used.numbers[character] = _in_string(len(used.glyphs).to_bytes(2, "big"))
            used.glyphs.append(self._face.glyph(character))
            used.characters.append(character)

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802
        """The name of the font in the page's resources."""
        used = self._of(doc)
        if not used.name:
            used.name = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = f"/{used.name}"
            doc.delayedFonts.append(self)
        return f"/{used.name}"

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Write the font objects of the document once all its text is known."""
        used = self._of(doc)
        base = f"{_tag(used.characters)}+{self._face.postscript_name}"
        kind = {"CIDToGIDMap": pdfdoc.PDFName("Identity")} if self._face.is_truetype else {}
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2" if self._face.is_truetype else "CIDFontType0"),
                "BaseFont": pdfdoc.PDFName(base),
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                **kind,
                "DW": _SQUARE,
                "W": pdfdoc.PDFArray(self._widths(used.glyphs)),
                "FontDescriptor": self._descriptor(doc, base, used),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(base),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant, f"descendant:{base}")]),
                "ToUnicode": doc.Reference(_stream(doc, _to_unicode(used.characters)), f"unicode:{base}"),
            }
        )
        doc.idToObject["BasicFonts"].dict[used.name] = doc.Reference(font, f"font:{base}")
        del self._used[doc]

    def _of(self, doc: Any) -> _Used:
        used = self._used.get(doc)
        if used is None:
            used = self._used[doc] = _Used()
        return used

    def _widths(self, glyphs: Sequence[int]) -> list[Any]:
        """Widths of the glyphs that are not a full square, as runs: first number, then the widths."""
        runs: list[Any] = []
        after = -1
        for number, glyph in enumerate(glyphs):
            width = _tidy(1000 * self._face.glyph_advance(glyph))
            if width == _SQUARE:
                continue
            if number != after:
                runs += [number, pdfdoc.PDFArray([])]
            runs[-1].sequence.append(width)
            after = number + 1
        return runs

    def _descriptor(self, doc: Any, base: str, used: _Used) -> Any:
        metrics = self._face.metrics
        content = self._face.subset(used.glyphs)
        file = _stream(doc, content)
        if self._face.is_truetype:
            file.dictionary["Length1"] = len(content)
        else:
            file.dictionary["Subtype"] = pdfdoc.PDFName("CIDFontType0C")
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(base),
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(list(metrics.box)),
                "ItalicAngle": 0,
                "Ascent": metrics.ascent,
                "Descent": metrics.descent,
                "CapHeight": metrics.cap_height,
                "StemV": 80,
                "FontFile2" if self._face.is_truetype else "FontFile3": doc.Reference(file, f"file:{base}"),
            }
        )
        return doc.Reference(descriptor, f"descriptor:{base}")


_register = Lock()
_known: dict[str, EmbeddedFont] = {}


def embedded_font(face: Face) -> EmbeddedFont:
    """The face as reportlab knows it, made known to it the first time."""
    font = _known.get(face.key)
    if font is None:
        with _register:
            font = _known.setdefault(face.key, EmbeddedFont(face))
            pdfmetrics.registerFont(font)
    return font


class _Tightest(pdfdoc.PDFStreamFilterZCompress):  # type: ignore[misc]
    """reportlab's deflate filter, as small as it gets: most of a paper is its font."""

    def encode(self, text: bytes) -> bytes:
        return zlib.compress(text, 9)


_DEFLATE = _Tightest()


def _in_string(code: bytes) -> bytes:
    """Bytes as they stand between the brackets of a PDF string: only these four would not come back."""
    for mark, written in ((b"\\", b"\\\\"), (b"(", b"\\("), (b")", b"\\)"), (b"\r", b"\\r")):
        code = code.replace(mark, written)
    return code


def _tidy(value: float) -> int | float:
    return round(value) if abs(value - round(value)) < 1e-6 else round(value, 3)


def _tag(characters: Sequence[str]) -> str:
    """The six letters before a subset font's name: the same for the same characters."""
    number = 0
    for character in characters:
        for code in character.encode("utf-8", "surrogatepass"):
            number = (number * 257 + code) % 26**6
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters += chr(ord("A") + rest)
    return letters


def _stream(doc: Any, content: bytes) -> Any:
    stream = pdfdoc.PDFStream()
    stream.content = content
    if doc.compression:
        stream.filters = [_DEFLATE]
    return stream


def _to_unicode(characters: Sequence[str]) -> bytes:
    """The map from our codes back to text: rare characters as surrogate pairs.

    A range lists what its codes mean one by one; it may not cross from one high byte to the next.
    """
    ranges: list[str] = []
    for start in range(0, len(characters), 256):
        first = max(start, 1)
        block = characters[first : start + 256]
        if block:
            meanings = "".join(f"<{character.encode('utf-16-be').hex()}>" for character in block)
            ranges.append(f"<{first:04x}><{first + len(block) - 1:04x}>[{meanings}]")
    blocks = [ranges[i : i + 100] for i in range(0, len(ranges), 100)]
    lines = [
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def",
        "1 begincodespacerange<0000><ffff>endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfrange", *block, "endbfrange"]
    lines += ["endcmap CMapName currentdict/CMap defineresource pop end end"]
    return "\n".join(lines).encode("ascii")
