"""The text of an element of a filled-in template: its paragraphs and their emphasised parts.

Line breaks and indents of the template file mean nothing on paper; line ends of a value arrive as <br/>.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from app.papers.fonts import Role
from app.papers.typeset import Span

_FILE_LINES = re.compile(r"[ \t]*\r?\n[ \t\r\n]*")
_SPACES = re.compile(r"[ \t]+")
_EDGE = " \u3000"


def paragraphs_of(element: Element, role: Role = Role.BODY) -> list[tuple[Span, ...]]:
    """The paragraphs of an element, empty ones left out; none for an element without text."""
    paragraphs: list[list[Span]] = [[]]
    _append(paragraphs[-1], element.text, role)
    for child in element:
        if child.tag == "br":
            paragraphs.append([])
        elif child.tag == "strong":
            inner = paragraphs_of(child, Role.TITLE)
            for number, spans in enumerate(inner):
                if number:
                    paragraphs.append([])
                paragraphs[-1].extend(spans)
        _append(paragraphs[-1], child.tail, role)
    return [trimmed for spans in paragraphs if (trimmed := _trimmed(spans))]


def plain_text(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join("".join(span.text for span in spans) for spans in paragraphs_of(element))


def _append(spans: list[Span], text: str | None, role: Role) -> None:
    if text:
        clean = _SPACES.sub(" ", _FILE_LINES.sub("", text))
        if clean:
            spans.append(Span(clean, role))


def _trimmed(spans: list[Span]) -> tuple[Span, ...]:
    """Without blanks at both ends: indents are the layout's, not the typist's."""
    result = [span for span in spans if span.text]
    while result and not result[0].text.lstrip(_EDGE):
        result.pop(0)
    while result and not result[-1].text.rstrip(_EDGE):
        result.pop()
    if result:
        result[0] = Span(result[0].text.lstrip(_EDGE), result[0].role)
        result[-1] = Span(result[-1].text.rstrip(_EDGE), result[-1].role)
    return tuple(result)
