"""What of PDF/A-2b (ISO 19005-2) can be seen in a file without a validator of its own, clause by clause.

`faults` is independent of the code that writes our papers: it knows pikepdf, fontTools and the standard. Not
judged here: whether a colour profile describes a real device, and whether content streams paint sensibly.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import pikepdf
from defusedxml.ElementTree import fromstring
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SPACES = {
    "Title": "{http://purl.org/dc/elements/1.1/}title",
    "Subject": "{http://purl.org/dc/elements/1.1/}description",
    "Author": "{http://purl.org/dc/elements/1.1/}creator",
    "Keywords": "{http://ns.adobe.com/pdf/1.3/}Keywords",
    "Producer": "{http://ns.adobe.com/pdf/1.3/}Producer",
    "Creator": "{http://ns.adobe.com/xap/1.0/}CreatorTool",
    "CreationDate": "{http://ns.adobe.com/xap/1.0/}CreateDate",
    "ModDate": "{http://ns.adobe.com/xap/1.0/}ModifyDate",
}
_FILTERS = {
    "/FlateDecode", "/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/ASCII85Decode",
    "/ASCIIHexDecode", "/RunLengthDecode",
}  # fmt: skip
_OPERATORS = {
    "b", "B", "b*", "B*", "BDC", "BMC", "BT", "BX", "c", "cm", "CS", "cs", "d", "d0", "d1", "Do", "DP",
    "EI", "EMC", "ET", "EX", "f", "F", "f*", "G", "g", "gs", "h", "i", "ID", "j", "J", "K", "k", "l",
    "m", "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc", "SCN", "scn", "sh",
    "T*", "Tc", "Td", "TD", "Tf", "TJ", "Tj", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*",
    "y", "'", '"', "INLINE",
}  # fmt: skip
_ACTIONS = {"/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/Rendition",
            "/Trans", "/GoTo3DView", "/JavaScript"}  # fmt: skip
_MOST_STRING, _MOST_NAME = 32767, 127


def faults(pdf: bytes) -> list[str]:
    """Every breach found, each with its clause; empty for a file that passes."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            *_file(pdf, document),
            *_objects(document),
            *_output_intent(document),
            *_properties(document),
            *_catalogue(document),
            *_pages(document),
            *_fonts(document),
        ]


def _file(pdf: bytes, document: pikepdf.Pdf) -> Iterator[str]:
    first, second = pdf.split(b"\n", 2)[:2]
    if not re.fullmatch(rb"%PDF-1\.[0-7]", first.strip()):
        yield f"6.1.2 header is {first!r}"
    if not (second.startswith(b"%") and len(second) > 4 and all(byte > 127 for byte in second[1:5])):
        yield "6.1.2 no binary comment after the header"
    if "/ID" not in document.trailer:
        yield "6.1.3 no file identifier"
    if "/Encrypt" in document.trailer:
        yield "6.1.3 encrypted"
    if not pdf.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield "6.1.3 data after the end of the file"


def _objects(document: pikepdf.Pdf) -> Iterator[str]:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Stream):
            for key in ("/F", "/FFilter", "/FDecodeParms"):
                if key in thing:
                    yield f"6.1.7.1 stream kept in another file ({key})"
            filters = thing.get("/Filter", pikepdf.Array([]))
            for name in filters if isinstance(filters, pikepdf.Array) else [filters]:
                if str(name) not in _FILTERS:
                    yield f"6.1.7.2 filter {name}"
        yield from _limits(thing)


def _limits(thing: Any) -> Iterator[str]:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        if str(thing.get("/Type", "")) == "/Action" or "/JS" in thing:
            if str(thing.get("/S", "")) in _ACTIONS or "/JS" in thing:
                yield f"6.5.1 action {thing.get('/S')}"
        for key, value in thing.items():
            if len(key.encode()) - 1 > _MOST_NAME:
                yield "6.1.13 a name is too long"
            if not getattr(value, "is_indirect", False):
                yield from _limits(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if not getattr(value, "is_indirect", False):
                yield from _limits(value)
    elif isinstance(thing, pikepdf.String) and len(bytes(thing)) > _MOST_STRING:
        yield "6.1.13 a string is too long"
    elif isinstance(thing, int) and abs(thing) > 2**31 - 1:
        yield "6.1.13 a number is too large"


def _output_intent(document: pikepdf.Pdf) -> Iterator[str]:
    intents = document.Root.get("/OutputIntents")
    if intents is None:
        yield "6.2.3 no output intent"
        return
    for intent in intents:
        if str(intent.get("/S")) != "/GTS_PDFA1":
            yield "6.2.3 output intent of another kind"
        profile = intent.get("/DestOutputProfile")
        if profile is None:
            yield "6.2.3 output intent without a profile"
            continue
        data = profile.read_bytes()
        spaces = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
        if int.from_bytes(data[:4], "big") != len(data) or data[36:40] != b"acsp":
            yield "6.2.3 the profile is damaged"
        if data[12:16] not in (b"mntr", b"prtr") or spaces.get(data[16:20]) != int(profile.N):
            yield "6.2.3 the profile is of the wrong class or has other components"
        if data[8] > 4:
            yield "6.2.3 profile version"


def _properties(document: pikepdf.Pdf) -> Iterator[str]:
    packet = document.Root.get("/Metadata")
    if packet is None or str(packet.get("/Type")) != "/Metadata" or str(packet.get("/Subtype")) != "/XML":
        yield "6.6.2.1 no metadata stream"
        return
    text = packet.read_bytes().decode("utf-8")
    if re.search(r"<\?xpacket[^>]*(bytes|encoding)=", text):
        yield "6.6.2.1 bytes or encoding in the packet header"
    root = fromstring(re.sub(r"<\?xpacket.*?\?>", "", text))
    mark = "{http://www.aiim.org/pdfa/ns/id/}"
    if _plain(root, f"{mark}part") != "2" or _plain(root, f"{mark}conformance") not in {"A", "B", "U"}:
        yield "6.6.4 the file does not say that it is PDF/A-2"
    info = document.trailer.get("/Info", {})
    for key, name in _SPACES.items():
        if f"/{key}" in info and _plain(root, name) != _moment(str(info[f"/{key}"])):
            yield f"6.6.2.3 {key} differs between the information dictionary and XMP"


def _plain(root: Element, name: str) -> str:
    """A property of XMP, written as an element or as an attribute of the description."""
    element = root.find(f".//{name}")
    if element is None:
        return next((part.attrib[name] for part in root.iter() if name in part.attrib), "")
    item = element.find(f".//{_RDF}li")
    return (item.text if item is not None else element.text) or ""


def _moment(text: str) -> str:
    found = re.fullmatch(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)'(\d\d)'?", text)
    if found is None:
        return text
    year, month, day, hour, minute, second, zone, part = found.groups()
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}:{part}"


def _catalogue(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    for key, clause in (("/AA", "6.5.2"), ("/Requirements", "6.12"), ("/NeedsRendering", "6.4.2")):
        if key in root:
            yield f"{clause} the catalogue has {key}"
    form = root.get("/AcroForm", {})
    if "/XFA" in form or form.get("/NeedAppearances", False):
        yield "6.4 an interactive form"
    names = root.get("/Names", {})
    for key in ("/EmbeddedFiles", "/JavaScript", "/AlternatePresentations"):
        if key in names:
            yield f"6.8 the name dictionary has {key}"


def _pages(document: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(document.pages, start=1):
        for key in ("/AA", "/PresSteps"):
            if key in page:
                yield f"6.10 page {number} has {key}"
        for note in page.get("/Annots", []):
            if str(note.get("/Subtype")) not in {"/Link", "/Popup"} and (
                not int(note.get("/F", 0)) & 4 or "/AP" not in note
            ):
                yield f"6.3 page {number} has a note that does not print"
        yield from _painting(number, page, document)


def _painting(number: int, page: Any, document: pikepdf.Pdf) -> Iterator[str]:
    if "/Group" in page and "/CS" not in page.Group:
        yield f"6.2.10 page {number}: a transparency group without a colour space"
    resources = page.get("/Resources", {})
    for state in dict(resources.get("/ExtGState", {})).values():
        if (
            str(state.get("/SMask", "/None")) != "/None"
            or state.get("/CA", 1) != 1
            or state.get("/ca", 1) != 1
        ):
            yield f"6.2.10 page {number}: transparency"
        if "/TR" in state or ("/TR2" in state and str(state.TR2) != "/Default"):
            yield f"6.2.5 page {number}: a transfer function"
    for thing in dict(resources.get("/XObject", {})).values():
        if "/OPI" in thing or "/Alternates" in thing or thing.get("/Interpolate", False):
            yield f"6.2.8 page {number}: a picture with OPI, alternatives or interpolation"
        if "/SMask" in thing:
            yield f"6.2.10 page {number}: a picture with a soft mask"
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) not in _OPERATORS:
            yield f"6.2.2 page {number}: operator {operator}"
        if str(operator) in {"k", "K"}:
            yield f"6.2.4.3 page {number}: colours of a press under an output intent for screens"
        if str(operator) == "ri" and str(operands[0])[1:] not in {
            "RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation",
        }:  # fmt: skip
            yield f"6.2.6 page {number}: rendering intent {operands[0]}"


def _fonts(document: pikepdf.Pdf) -> Iterator[str]:
    used = codes_used(document)
    for name, (font, codes) in used.items():
        if str(font.get("/Subtype")) != "/Type0":
            yield f"6.2.11.4.1 font {name} is not embedded as we do it ({font.get('/Subtype')})"
            continue
        yield from _composite(name, font, codes)


def codes_used(document: pikepdf.Pdf) -> dict[str, tuple[Any, set[int]]]:
    """Every font with the codes the pages show in it."""
    found: dict[str, tuple[Any, set[int]]] = {}
    for page in document.pages:
        fonts = dict(page.get("/Resources", {}).get("/Font", {}))
        current: set[int] = set()
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font = fonts[str(operands[0])]
                current = found.setdefault(str(font.BaseFont), (font, set()))[1]
            for text in _texts(operands) if str(operator) in {"Tj", "TJ", "'", '"'} else []:
                current.update(int.from_bytes(text[i : i + 2], "big") for i in range(0, len(text), 2))
    return found


def _texts(operands: Any) -> Iterator[bytes]:
    for operand in operands:
        if isinstance(operand, pikepdf.Array):
            yield from _texts(operand)
        elif isinstance(operand, pikepdf.String):
            yield bytes(operand)


def _composite(name: str, font: Any, codes: set[int]) -> Iterator[str]:
    inner = font.DescendantFonts[0]
    descriptor = inner.FontDescriptor
    if not re.match(r"/[A-Z]{6}\+", name):
        yield f"6.2.11.4.2 the subset {name} has no tag"
    if str(font.Encoding) not in {"/Identity-H", "/Identity-V"}:
        yield f"6.2.11.3.3 encoding {font.Encoding}"
    if str(inner.BaseFont) != name or str(descriptor.FontName) != name:
        yield f"6.2.11.2 {name} is called differently in its parts"
    truetype = str(inner.Subtype) == "/CIDFontType2"
    if truetype and str(inner.get("/CIDToGIDMap")) != "/Identity":
        yield f"6.2.11.3.2 {name} has no map from numbers to glyphs"
    file = descriptor.get("/FontFile2" if truetype else "/FontFile3")
    if file is None:
        yield f"6.2.11.4.1 {name} is not embedded"
        return
    if not truetype and str(file.get("/Subtype")) != "/CIDFontType0C":
        yield f"6.2.11.2 {name} is a {file.get('/Subtype')}"
    if truetype and int(file.Length1) != len(file.read_bytes()):
        yield f"6.2.11.2 {name}: Length1"
    widths = _true_widths(file.read_bytes(), truetype)
    said = _said_widths(inner)
    meanings = meanings_of(font)
    for code in sorted(codes):
        if code == 0:
            yield f"6.2.11.8 {name} shows the box for missing characters"
        elif not code < len(widths):
            yield f"6.2.11.4.1 {name} has no glyph {code}"
        elif abs(widths[code] - said.get(code, float(inner.get("/DW", 1000)))) > 1:
            yield f"6.2.11.5 {name}: glyph {code} is {widths[code]} wide, the file says {said.get(code)}"
        if code not in meanings:
            yield f"6.2.11.7 {name}: nothing says which character {code} is"


def _true_widths(data: bytes, truetype: bool) -> list[float]:
    if truetype:
        small = TTFont(io.BytesIO(data))
        units = small["head"].unitsPerEm
        return [small["hmtx"][glyph][0] * 1000 / units for glyph in small.getGlyphOrder()]
    program = CFFFontSet()
    program.decompile(io.BytesIO(data), None)
    top = program.topDictIndex[0]
    widths: list[float] = []
    for glyph in top.charset:
        charstring = top.CharStrings[glyph]
        charstring.decompile()
        charstring.draw(NullPen())
        widths.append(charstring.width * top.FontMatrix[0] * 1000)
    return widths


def _said_widths(inner: Any) -> dict[int, float]:
    said: dict[int, float] = {}
    entries = list(inner.get("/W", []))
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, pikepdf.Array):
            said.update({first + n: float(width) for n, width in enumerate(second)})
        else:
            width = float(entries.pop(0))
            said.update(dict.fromkeys(range(first, int(second) + 1), width))
    return said


def meanings_of(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    text = font.ToUnicode.read_bytes().decode("ascii")
    meanings: dict[int, str] = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, listed in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            values = re.findall(r"<(\w+)>", listed)
            assert len(values) == int(last, 16) - int(first, 16) + 1
            for n, value in enumerate(values):
                meanings[int(first, 16) + n] = bytes.fromhex(value).decode("utf-16-be")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            meanings[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
    return meanings
