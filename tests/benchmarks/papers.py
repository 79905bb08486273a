"""Papers against the same content set by bare reportlab: one page, and a hundred agreements as one job.

Bare reportlab means what its handbook shows: a registered TrueType font, `Paragraph` with Chinese wrapping
for text, `Table` for forms, `SimpleDocTemplate` for pages. It breaks lines at forbidden places, knows no
second font for a rare name and no PDF/A; `ours` does all of that, and fills in and checks its template within
its time. Both are warm: fonts loaded, templates compiled, nothing of the document itself kept.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import Any
from xml.etree.ElementTree import Element

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from app.papers.fonts import FontBook, font_book
from app.papers.inline import paragraphs_of
from app.papers.renderer import Order, render_many
from app.papers.templates import PaperTemplate, find
from app.system.resources import path_of
from tests.benchmarks import measuring

_Wanted = tuple[PaperTemplate, dict[str, Any]]
_Act = Callable[[], bytes]
_FONT = "Bare"
_COPIES = 100
_BODY = ParagraphStyle("body", fontName=_FONT, fontSize=14, leading=24, wordWrap="CJK", firstLineIndent=28)
_CELL = ParagraphStyle("cell", fontName=_FONT, fontSize=12, leading=16, wordWrap="CJK")
_TITLE = ParagraphStyle("title", fontName=_FONT, fontSize=22, leading=33, alignment=1)
_BLOCKS = frozenset({"p", "heading", "addressee", "number", "form-mark", "note", "place", "office", "date"})


def run(runs: int) -> str:
    """Set one page and a job of a hundred in turns with the floor; the line to print."""
    pdfmetrics.registerFont(TTFont(_FONT, str(path_of("resources/fonts/NotoSansSC-Regular.ttf"))))
    page = find("acceptance_decision", "R2026")
    letter = find("mediation_letter", "R2026")
    acts: dict[str, tuple[Callable[[list[_Wanted]], _Act], PaperTemplate, int]] = {
        "page": (_ours, page, 1),
        "page_bare": (_bare, page, 1),
        "job": (_ours, letter, _COPIES),
        "job_bare": (_bare, letter, _COPIES),
    }
    times: dict[str, list[float]] = {name: [] for name in acts}
    sizes: dict[str, int] = {}
    for number in range(runs + 1):
        for name, (prepare, template, copies) in acts.items():
            if copies > 1 and number > max(1, runs // 5):
                continue
            act = prepare([(template, _fields(number + copy)) for copy in range(copies)])
            start = perf_counter()
            sizes[name] = len(act())
            if number:
                times[name].append(perf_counter() - start)
    return _figures(times, sizes)


def _figures(times: Mapping[str, list[float]], sizes: Mapping[str, int]) -> str:
    middle = {name: measuring.median(taken) for name, taken in times.items()}
    return measuring.line(
        benchmark="papers",
        unit=measuring.MILLISECONDS,
        runs=len(times["page"]),
        ours=measuring.in_milliseconds(middle["page"]),
        floor=measuring.in_milliseconds(middle["page_bare"]),
        ratio=round(middle["page"] / middle["page_bare"], 2),
        target=2.0,
        job=measuring.in_milliseconds(middle["job"]),
        job_floor=measuring.in_milliseconds(middle["job_bare"]),
        job_ratio=round(middle["job"] / middle["job_bare"], 2),
        job_target=1.3,
        bytes=dict(sizes),
    )


def _ours(papers: list[_Wanted]) -> _Act:
    orders = [Order(template, fields, draft=False) for template, fields in papers]
    return lambda: render_many(orders).pdf


def _bare(papers: list[_Wanted]) -> _Act:
    """The text of the papers set by reportlab alone; checking and filling in costs it nothing."""
    fonts = font_book(None)
    bodies = [_filled(template, fields, fonts) for template, fields in papers]
    return lambda: _built(bodies)


def _built(bodies: list[Element]) -> bytes:
    story: list[Flowable] = []
    for body in bodies:
        story += [*_flowables(body), PageBreak()]
    out = io.BytesIO()
    margins = {"topMargin": 20 * mm, "leftMargin": 26 * mm, "rightMargin": 24 * mm, "bottomMargin": 20 * mm}
    SimpleDocTemplate(out, pagesize=A4, invariant=1, **margins).build(story)
    return out.getvalue()


def _filled(template: PaperTemplate, fields: dict[str, Any], fonts: FontBook) -> Element:
    return template.fill(fields, fonts).findall("body")[0]


def _flowables(body: Element) -> list[Flowable]:
    found: list[Flowable] = []
    for element in body:
        if element.tag == "title":
            found += [Paragraph("".join(_texts(element)), _TITLE), Spacer(1, 6)]
        elif element.tag in _BLOCKS:
            found += [Paragraph(text, _BODY) for text in _texts(element)]
        elif element.tag == "box":
            cell = [Paragraph(text, _BODY) for text in _texts(element)]
            found.append(Table([[cell]], style=[("BOX", (0, 0), (-1, -1), 1, "black")], splitInRow=1))
        elif element.tag == "grid":
            found.append(_table(element))
        else:
            found += _flowables(element)
    return found


def _table(grid: Element) -> Table:
    rows = [[Paragraph("".join(_texts(cell)), _CELL) for cell in row] for row in grid]
    widest = max(len(row) for row in rows)
    shares = [float(share) for share in grid.attrib["columns"].split()]
    widths = [160 * mm * share / sum(shares) for share in shares][:widest]
    spans = [("SPAN", (len(row) - 1, n), (-1, n)) for n, row in enumerate(rows) if len(row) < widest]
    filled = [row + [""] * (widest - len(row)) for row in rows]
    return Table(filled, colWidths=widths, style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), *spans])


def _texts(element: Element) -> list[str]:
    texts = ["".join(span.text for span in spans) for spans in paragraphs_of(element)]
    return [text.replace("&", "&amp;").replace("<", "&lt;") for text in texts]


def _fields(number: int) -> dict[str, Any]:
    """A case of its own for every number, so that nothing can be kept from one to the next."""
    from tests.papers import samples

    fields = samples.short_case()
    fields["complainant"]["name"] = fields["paper"]["addressee"] = f"陈某{number}"
    fields["paper"]["number"] = f"江市监青受〔2026〕第{number + 1}号"
    fields["paper"]["issued_on"] = dt.date(2026, 11, 1 + number % 28)
    fields["case"]["facts"] += f"另查明，第{number}次维修的收费单据已经附卷。"
    fields["agreement"]["terms"][0] += f"逾期按日加付{number % 90 + 10}.00元。"
    return fields
