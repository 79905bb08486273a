"""The last step of every PDF: small, always the same bytes, and fit to be kept for ever (PDF/A-2b).

ISO 19005-2 wants a colour profile the document's colours are meant in, its properties also as XMP, embedded
fonts and no encryption. Objects are packed into compressed object streams, which saves some 3 KB a paper.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

import pikepdf

from app.papers.colour import srgb_profile

PRODUCER = "一站通"
_CONDITION = "sRGB IEC61966-2.1"
_PACKET = "W5M0MpCehiHzreSzNTczkc9d"


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
    packet = document.make_stream(_xmp(properties))
    packet.Type, packet.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    document.Root.Metadata = packet
    document.Root.MarkInfo = pikepdf.Dictionary(Marked=False)
    document.trailer.Info = document.make_indirect(_info(properties))
    for page in document.pages:
        if "/Trans" in page:
            del page["/Trans"]
        if page.get("/Rotate", 1) == 0:
            del page["/Rotate"]
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
    info = pikepdf.Dictionary(Title=properties.title, Producer=PRODUCER)
    if properties.subject:
        info.Subject = properties.subject
    if properties.day is not None:
        info.CreationDate = info.ModDate = f"D:{properties.day:%Y%m%d}000000+08'00'"
    return info


def _xmp(properties: Properties) -> bytes:
    """The properties once more in the words of XMP, the same as in the information dictionary."""
    title, subject = escape(properties.title), escape(properties.subject)
    entries = [
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>",
        f"<dc:title>{_alternative(title)}</dc:title>",
        f"<dc:description>{_alternative(subject)}</dc:description>" if subject else "",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
    ]
    if properties.day is not None:
        moment = f"{properties.day:%Y-%m-%d}T00:00:00+08:00"
        entries.append(f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>")
    return _wrapped(entries).encode("utf-8")


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>'


@cache
def _frame() -> tuple[str, str]:
    spaces = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    }
    declared = " ".join(f'xmlns:{name}="{space}"' for name, space in spaces.items())
    return (
        f'<?xpacket begin="\ufeff" id="{_PACKET}"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {declared}>',
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
    )


def _wrapped(entries: Sequence[str]) -> str:
    before, after = _frame()
    return before + "".join(entries) + after
