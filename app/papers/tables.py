"""Elements of a form's table into a `Grid`: columns measured, every cell set into lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from app.papers.closing import right_aligned
from app.papers.fonts import Role
from app.papers.grid import PAD_X, Band, Cell, Grid, Row
from app.papers.inline import paragraphs_of
from app.papers.typeset import SetLine, Span, Style, Typesetter
from app.papers.vocabulary import SIZES

MM = 72 / 25.4
_SIZE = SIZES["小四"]
_LABEL = Style(_SIZE, 1.3 * _SIZE, align="center")
_VALUE = Style(_SIZE, 1.35 * _SIZE, align="center")
_LEAST = SIZES["小五"]
_ROW_HEIGHT = 9.5
_RECORD_HEIGHT = 40.0
_SIGN_HEIGHT = 24.0
_DATE = "年　　月　　日"


@dataclass(frozen=True, slots=True)
class Fit:
    """How far a paper is drawn together to stay on one page: long text by `text`, empty room by `room`."""

    text: float = 1.0
    room: float = 1.0


def build_grid(element: Element, setter: Typesetter, width: float, fit: Fit) -> Grid:
    """A `<grid>`; its vocabulary and its spans have been checked."""
    shares = [float(share) for share in element.attrib["columns"].split()]
    edges = [0.0]
    for share in shares:
        edges.append(edges[-1] + width * share / sum(shares))
    bands: list[Band] = []
    head: list[Band] = []
    for child in element:
        if child.get("head") == "yes" and not bands:
            head.append(Band((), (), 0.0, (_row(child, setter, edges, 0, fit),)))
        elif child.tag == "band":
            label_width = edges[1]
            rows = tuple(_row(row, setter, edges, 1, fit) for row in child)
            bands.append(_band(child.attrib["label"], setter, label_width, rows))
        else:
            bands.append(Band((), (), 0.0, (_row(child, setter, edges, 0, fit),)))
    return Grid(tuple(bands), width, above=5.0, head=tuple(head))


def build_box(element: Element, setter: Typesetter, width: float, size: float, fit: Fit) -> Grid:
    """A `<box>`: a frame with an optional label in its first line, growing with its text of `size` points."""
    lines: list[SetLine] = []
    style = Style(size, 1.65 * size, first_indent=2 * size)
    if element.get("label"):
        label = [Span(element.attrib["label"], Role.BODY)]
        lines += setter.paragraph(label, replace(style, first_indent=0), width - 2 * PAD_X)
    lines += setter.paragraphs(paragraphs_of(element), style, width - 2 * PAD_X)
    cell = Cell(0.0, width, tuple(lines), top=True)
    row = Row((cell,), float(element.get("height", _RECORD_HEIGHT)) * MM * fit.room)
    return Grid((Band((), (), 0.0, (row,)),), width, above=6.0)


def _long(fit: Fit) -> Style:
    """Long text: smaller where the paper is drawn together, but never below the small five."""
    size = max(_SIZE * fit.text, _LEAST)
    return Style(size, 1.65 * size, first_indent=2 * size)


def _band(label: str, setter: Typesetter, width: float, rows: tuple[Row, ...]) -> Band:
    """The vertical label stands in one column, or in two when it is much taller than the rows beside it."""
    style = Style(_SIZE, 1.2 * _SIZE)
    columns = [label]
    if len(label) * style.leading > 1.3 * sum(row.height for row in rows) and width >= 2.4 * _SIZE:
        half = (len(label) + 1) // 2
        columns = [label[:half], label[half:]]
    lines = tuple(
        tuple(setter.paragraph([Span(character, Role.BODY)], style, width)[0] for character in column)
        for column in columns
    )
    return Band(tuple(columns), lines, width, rows)


def _row(element: Element, setter: Typesetter, edges: Sequence[float], first: int, fit: Fit) -> Row:
    cells: list[Cell] = []
    least = float(element.get("height", _ROW_HEIGHT)) * MM
    column = first
    for child in element:
        span = int(child.get("span", "1"))
        x, width = edges[column], edges[column + span] - edges[column]
        column += span
        if child.tag == "record":
            least = max(least, float(child.get("height", _RECORD_HEIGHT)) * MM * fit.room)
        elif child.tag == "sign":
            least = max(least, float(child.get("height", _SIGN_HEIGHT)) * MM)
        cells.append(_cell(child, setter, x, width, fit))
    return Row(tuple(cells), least)


def _cell(element: Element, setter: Typesetter, x: float, width: float, fit: Fit) -> Cell:
    inner = width - 2 * PAD_X
    paragraphs = paragraphs_of(element)
    if element.tag == "record":
        return Cell(x, width, tuple(setter.paragraphs(paragraphs, _long(fit), inner)), top=True)
    if element.tag == "sign":
        label = setter.paragraph(
            [Span(element.attrib["label"], Role.BODY)], replace(_VALUE, align="left"), inner
        )
        remark = setter.paragraphs(paragraphs, Style(_LEAST, 1.35 * _LEAST, align="left"), inner)
        date = right_aligned(setter.paragraph([Span(_DATE, Role.BODY)], _VALUE, inner), inner, 10.0)
        return Cell(x, width, (*label, *remark), top=True, bottom=date)
    if element.tag == "label":
        lines = setter.fitted(paragraphs, _LABEL, inner, least=_LEAST, most_lines=2)
        return Cell(x, width, tuple(lines))
    style = replace(_VALUE, align=element.get("align", "center"))
    lines = setter.fitted(paragraphs, style, inner, least=_LEAST, most_lines=2)
    return Cell(x, width, tuple(lines))
