"""Papers as PDF: `catalogue` says which there are, `render` makes one.

reportlab and the fonts are loaded by the first `render`, so that starting the program stays quick.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.papers.templates import PaperInfo, PaperTemplate, all_templates, find


@dataclass(frozen=True, slots=True)
class RenderedPaper:
    """A finished paper. `sha256` is the hex digest of `pdf`; `fonts` are the font families used."""

    pdf: bytes
    sha256: str
    pages: int
    fonts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A paper wanted: its template, the nested fields, a draft or not, which printing."""

    template: PaperTemplate
    fields: Mapping[str, Any]
    draft: bool
    printing: int = 1


@dataclass(frozen=True, slots=True)
class RenderedJob:
    """Several papers in one PDF: `pages` of each in the order asked for; `fonts` are the families used."""

    pdf: bytes
    pages: tuple[int, ...]
    fonts: tuple[str, ...]


def catalogue() -> tuple[PaperInfo, ...]:
    """Every paper there is a template for, one entry for each version of its wording.

    Raises UserError when a template is wrong.
    """
    return tuple(template.info for template in all_templates())


def render(
    paper_id: str,
    rule_set: str,
    fields: Mapping[str, Any],
    *,
    draft: bool,
    printing: int = 1,
    extra_font_dir: Path | None = None,
) -> RenderedPaper:
    """The paper of a case under `rule_set` with the nested `fields` filled in.

    `draft` puts 草稿 across every page; `printing` above 1 prints which printing it is. The same arguments
    give the same bytes. Raises KeyError for an unknown paper, and MissingField, MissingGlyph or
    TemplateProblem (all UserError) when it cannot be printed as it should be.
    """
    return render_template(
        find(paper_id, rule_set), fields, draft=draft, printing=printing, extra_font_dir=extra_font_dir
    )


def render_template(
    template: PaperTemplate,
    fields: Mapping[str, Any],
    *,
    draft: bool,
    printing: int = 1,
    extra_font_dir: Path | None = None,
) -> RenderedPaper:
    """Like `render`, for a template already loaded (for example one the county wants to try)."""
    order = Order(template, fields, draft=draft, printing=printing)
    many = render_many([order], extra_font_dir=extra_font_dir)
    return RenderedPaper(many.pdf, hashlib.sha256(many.pdf).hexdigest(), many.pages[0], many.fonts)


def render_many(orders: Sequence[Order], *, extra_font_dir: Path | None = None) -> RenderedJob:
    """Papers behind each other in one PDF, for one job of a printer. Each counts its own pages.

    Raises what `render` raises, for the first paper that cannot be printed; ValueError without an order.
    """
    if not orders:
        raise ValueError("a job of no papers")
    if any(order.printing < 1 for order in orders):
        raise ValueError("printings are counted from 1")
    from app.papers.fonts import font_book
    from app.papers.pages import Sheet, draw_papers

    fonts = font_book(extra_font_dir)
    sheets = [
        Sheet(order.template.fill(order.fields, fonts), order.draft, order.printing) for order in orders
    ]
    drawn = draw_papers(sheets, fonts, _issued_on(orders[0].fields))
    return RenderedJob(drawn.pdf, drawn.pages, drawn.fonts)


def _issued_on(fields: Mapping[str, Any]) -> dt.date | None:
    paper = fields.get("paper")
    day = paper.get("issued_on") if isinstance(paper, Mapping) else None
    return day if isinstance(day, dt.date) else None
