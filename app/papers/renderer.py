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

from app.papers.own_templates import find_own, own_templates
from app.papers.templates import PaperInfo, PaperTemplate, all_templates


@dataclass(frozen=True, slots=True)
class OwnFolders:
    """Where an office keeps its own fonts and templates. Neither folder needs to exist."""

    fonts: Path | None = None
    papers: Path | None = None


NOTHING_OWN = OwnFolders()


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


def catalogue(own: OwnFolders = NOTHING_OWN) -> tuple[PaperInfo, ...]:
    """Every paper there is a template for, one entry for each version of its wording, the office's own first.

    Raises UserError when a template is wrong.
    """
    mine = own_templates(own.papers)
    taken = {(template.info.id, rules) for template in mine for rules in template.info.rules}
    others = [
        template
        for template in all_templates()
        if not all((template.info.id, rules) in taken for rules in template.info.rules)
    ]
    return tuple(template.info for template in (*mine, *others))


def template_of(paper_id: str, rule_set: str, own: OwnFolders = NOTHING_OWN) -> PaperTemplate:
    """The template a paper is made from, the office's own if it has one. KeyError for an unknown paper."""
    return find_own(paper_id, rule_set, own.papers)


def render(
    paper_id: str,
    rule_set: str,
    fields: Mapping[str, Any],
    *,
    draft: bool,
    printing: int = 1,
    own: OwnFolders = NOTHING_OWN,
) -> RenderedPaper:
    """The paper of a case under `rule_set` with the nested `fields` filled in.

    `draft` puts 草稿 across every page; `printing` above 1 prints which printing it is. The same arguments
    give the same bytes. Raises KeyError for an unknown paper, and MissingField, MissingGlyph or
    TemplateProblem (all UserError) when it cannot be printed as it should be.
    """
    return render_template(
        template_of(paper_id, rule_set, own), fields, draft=draft, printing=printing, own=own
    )


def render_template(
    template: PaperTemplate,
    fields: Mapping[str, Any],
    *,
    draft: bool,
    printing: int = 1,
    own: OwnFolders = NOTHING_OWN,
) -> RenderedPaper:
    """Like `render`, for a template already loaded (for example one the county wants to try)."""
    order = Order(template, fields, draft=draft, printing=printing)
    many = render_many([order], own)
    return RenderedPaper(many.pdf, hashlib.sha256(many.pdf).hexdigest(), many.pages[0], many.fonts)


def render_many(orders: Sequence[Order], own: OwnFolders = NOTHING_OWN) -> RenderedJob:
    """Papers behind each other in one PDF, for one job of a printer. Each counts its own pages.

    Raises what `render` raises, for the first paper that cannot be printed; ValueError without an order.
    """
    if not orders:
        raise ValueError("a job of no papers")
    if any(order.printing < 1 for order in orders):
        raise ValueError("printings are counted from 1")
    from app.papers.fonts import font_book
    from app.papers.pages import Sheet, draw_papers

    fonts = font_book(own.fonts)
    sheets = [
        Sheet(order.template.fill(order.fields, fonts), order.draft, order.printing) for order in orders
    ]
    drawn = draw_papers(sheets, fonts, _issued_on(orders[0].fields))
    return RenderedJob(drawn.pdf, drawn.pages, drawn.fonts)


def _issued_on(fields: Mapping[str, Any]) -> dt.date | None:
    paper = fields.get("paper")
    day = paper.get("issued_on") if isinstance(paper, Mapping) else None
    return day if isinstance(day, dt.date) else None
