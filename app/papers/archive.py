"""The last step of every PDF: small, always the same bytes, and fit to be kept for ever (PDF/A-2b).

ISO 19005-2 wants a colour profile the document's colours are meant in, its properties also as XMP, embedded
fonts and no encryption. Objects are packed into compressed object streams, which saves some 3 KB a paper.
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from xml.sax.saxutils import escape

import pikepdf

from app.papers.colour import srgb_profile

PRODUCER = "一站通"
# What is left for qpdf to compress is compressed as well as what reportlab hands over.
pikepdf.settings.set_flate_compression_level(9)

_CONDITION = "sRGB IEC61966-2.1"
_PACKET = "W5M0MpCehiHzreSzNTczkc9d"
_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}


@dataclass(frozen=True, slots=True)
class Properties:
    """What a reader shows as the document's properties; `day` None leaves its dates out."""

    title: str
    subject: str = ""
    day: dt.date | None = None


def archived(pdf: bytes, properties: Properties) -> bytes:
    """The same pages as PDF/A-2b with these properties."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return finished(document, properties)


def finished(document: pikepdf.Pdf, properties: Properties) -> bytes:
    """The bytes of a document put together elsewhere (a case file), with what PDF/A-2b asks for."""
    document.Root.OutputIntents = pikepdf.Array([_output_intent(document)])
    # Left uncompressed, so that an archive's tools find it without reading the document.
    packet = document.make_stream(_xmp(properties))
    packet.Type, packet.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    document.Root.Metadata = packet
    document.trailer.Info = document.make_indirect(_info(properties))
    _drop(document.Root, "/PageMode", document.Root.get("/PageMode") == "/UseNone")
    _drop(document.Root, "/Outlines", "/First" not in document.Root.get("/Outlines", {}))
    for page in document.pages:
        _drop(page.get("/Resources", pikepdf.Dictionary()), "/ProcSet", True)
        _drop(page.obj, "/Trans", True)
        _drop(page.obj, "/Rotate", page.get("/Rotate", 1) == 0)
    out = io.BytesIO()
    document.save(
        out,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return out.getvalue()


def _drop(holder: pikepdf.Object, key: str, unneeded: bool) -> None:
    """Leave out an entry that says nothing."""
    if unneeded and key in holder:
        del holder[key]


def _output_intent(document: pikepdf.Pdf) -> pikepdf.Dictionary:
    profile = document.make_stream(srgb_profile())
    profile.N = 3
    return pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=_CONDITION,
        Info=_CONDITION,
        DestOutputProfile=profile,
    )


def _info(properties: Properties) -> pikepdf.Dictionary:
    info = pikepdf.Dictionary(Title=properties.title, Creator=PRODUCER)
    if properties.subject:
        info.Subject = properties.subject
    if properties.day is not None:
        info.CreationDate = info.ModDate = f"D:{properties.day:%Y%m%d}000000+08'00'"
    return info


def _xmp(properties: Properties) -> bytes:
    """The properties once more in the words of XMP, the same as in the information dictionary."""
    simple = {"pdfaid:part": "2", "pdfaid:conformance": "B", "xmp:CreatorTool": PRODUCER}
    if properties.day is not None:
        simple["xmp:CreateDate"] = simple["xmp:ModifyDate"] = f"{properties.day:%Y-%m-%d}T00:00:00+08:00"
    listed = {"dc:title": properties.title, "dc:description": properties.subject}
    declared = "".join(f' xmlns:{name}="{_SPACES[name]}"' for name in ("dc", "xmp", "pdfaid"))
    attributes = "".join(f' {name}="{value}"' for name, value in simple.items())
    texts = "".join(f"<{name}>{_alternative(escape(text))}</{name}>" for name, text in listed.items() if text)
    return (
        f'<?xpacket begin="\ufeff" id="{_PACKET}"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{_SPACES["rdf"]}"><rdf:Description rdf:about=""{declared}{attributes}>'
        f'{texts}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>'
