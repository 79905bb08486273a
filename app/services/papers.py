"""Papers of a case: which can be made, a draft to look at, and issuing with a number.

A draft uses no number and is marked 草稿. Issuing takes the number, writes the event with the hash of
the bytes and keeps the PDF, all in one transaction; printing again counts up and keeps the number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.kind import Kind
from app.domain.matter.events import PaperIssued
from app.domain.matter.facts import Attachment
from app.domain.matter.state import Matter
from app.domain.procedure import PaperRule
from app.papers import raster, renderer
from app.services import attachments, casework, kinds, own_forms, reporters, rulebook
from app.services.changes import Changes
from app.services.fields.registry import fields_of
from app.services.fields.shared import PaperWanted, paper_fields
from app.services.office import OpenOffice
from app.system.atomic_files import write_atomically


class PaperOrder(msgspec.Struct, frozen=True, kw_only=True):
    """Which paper of which case. `to` is a party of the case, or "" where the paper has no addressee;
    `session_no` names the session for papers of a session, 0 otherwise."""

    case_id: str
    paper: str
    to: str = ""
    session_no: int = 0


class IssuedPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as issued: its PDF, its 文号 ("" when it carries the case number only), how often printed."""

    pdf: bytes
    number: str
    printing: int
    pages: int
    filename: str
    changes: Changes
    fonts: tuple[str, ...] = ()
    """The font families it is set in, for the screen: the office's own or the program's."""


def orders(office: OpenOffice, view: casework.CaseView) -> list[tuple[PaperOrder, str, str]]:
    """Every paper of the case as (order, label, reason why it cannot be made, "" when it can)."""
    found = []
    for rule, reason in view.papers:
        sessions = _sessions(view.case, rule) if not reason else [0]
        for session_no in sessions:
            for to in rule.to or ("",):
                order = PaperOrder(case_id=view.case.id, paper=rule.id, to=to, session_no=session_no)
                found.append((order, _label(view.case, rule, to, session_no), reason))
    return found


def missing(office: OpenOffice, view: casework.CaseView) -> list[str]:
    """Papers the case calls for and that were never made, by label, for whoever closes or files it."""
    return [name for _, name in unmade(office, view)]


def unmade(office: OpenOffice, view: casework.CaseView) -> list[tuple[PaperOrder, str]]:
    """Papers the case calls for and that were never made, each with its label."""
    made, subject_of = view.case.papers, view.kind.subject_of
    return [
        (order, name)
        for order, name, reason in orders(office, view)
        if not reason and not any(_same(p, order, subject_of(order.paper, view.case)) for p in made)
    ]


def _sessions(case: Matter, rule: PaperRule) -> list[int]:
    return case.paper_sessions(rule.id) if rule.per_session else [0]


def _label(case: Matter, rule: PaperRule, to: str, session_no: int) -> str:
    parts = []
    if session_no:
        parts.append(f"第{session_no}次")
    if to and len(rule.to) > 1:
        parts.append(case.PARTIES[to])
    return f"{rule.label}（{'，'.join(parts)}）" if parts else rule.label


def draft(office: OpenOffice, order: PaperOrder) -> bytes:
    """The paper as it would look, marked 草稿. UserError when it cannot be made or a glyph is missing."""
    rule, case = _ready(office, order)
    return _render(office, case, order, rule, "", None, draft=True, printing=1).pdf


def issue(office: OpenOffice, order: PaperOrder, out: Path | None = None) -> IssuedPaper:
    """Issue the paper, or print an issued one again; with `out` the PDF is saved there as well.

    The first time takes the next number of the paper's series for this year. Nothing is recorded when
    rendering or saving fails, so no number is lost.
    """
    rule, case = _ready(office, order)
    subject = kinds.kind_of_case(case).subject_of(rule.id, case)
    earlier = [p for p in case.papers if _same(p, order, subject)]
    today = office.clock.today()
    with office.store.transaction():
        looks = _looks(office, rule, order.case_id)
        if earlier:
            number, serial, issued_on = earlier[0].number, 0, earlier[0].issued_on
        else:
            number, serial = _next_number(office, rule, today)
            issued_on = today
        printing = len(earlier) + 1
        made = _render(office, case, order, rule, number, issued_on, draft=False, printing=printing)
        kept = attachments.keep_bytes(office, filename(case, rule, order), made.pdf)
        event = PaperIssued(
            paper=rule.id,
            number=number,
            serial=serial,
            printing=printing,
            issued_on=issued_on,
            sha256=made.sha256,
            pages=made.pages,
            addressee=order.to,
            session_no=order.session_no,
            subject=subject,
        )
        if out is not None:
            write_atomically(out, made.pdf, f"保存“{out.name}”")
        changes = casework.record(office, case.id, *looks, event)
    return IssuedPaper(
        pdf=made.pdf,
        number=number,
        printing=printing,
        pages=made.pages,
        filename=kept.filename,
        changes=changes,
        fonts=made.fonts,
    )


def _looks(office: OpenOffice, rule: PaperRule, case_id: str) -> tuple[Event, ...]:
    """A paper that shows a sealed party is a look behind the seal, by who may, written with the paper."""
    if not rule.sealed:
        return ()
    return reporters.look_by_paper(office, casework.load(office, case_id), rule.id, rule.label)


def reopen(office: OpenOffice, issued: PaperIssued, name: str, case_id: str = "") -> bytes:
    """The bytes of a paper as it was issued. `case_id` is needed for one that shows a sealed party.

    Opening such a paper is a look, written into the case; UserError when this operator may not.
    """
    rule = next((r for r in map(_rule_of(issued.paper), kinds.KINDS.values()) if r is not None), None)
    if rule is not None and rule.sealed:
        if not case_id:
            raise ValueError(f"{issued.paper} shows a sealed party: its case must be named")
        reporters.look_again(office, case_id, rule.label)
    kept = Attachment(sha256=issued.sha256, filename=name, size=0, media_type="application/pdf")
    return attachments.content(office, kept)


def _rule_of(paper: str) -> Callable[[Kind[Any]], PaperRule | None]:
    return lambda kind: kinds.procedure_of(kind).paper(paper)


def _same(issued: PaperIssued, order: PaperOrder, subject: str) -> bool:
    printed = (issued.paper, issued.addressee, issued.session_no, issued.subject)
    return printed == (order.paper, order.to, order.session_no, subject)


def _ready(office: OpenOffice, order: PaperOrder) -> tuple[PaperRule, Matter]:
    view = casework.load(office, order.case_id)
    for rule, reason in view.papers:
        if rule.id != order.paper:
            continue
        if reason:
            raise UserError(f"现在还不能制作{rule.label}：{reason}")
        if order.to not in (rule.to or ("",)):
            raise UserError(f"请选择{rule.label}的受送达人：{'或者'.join(view.case.PARTIES.values())}。")
        if rule.per_session and order.session_no not in _sessions(view.case, rule):
            raise UserError(f"请选择{rule.label}是第几次调解的。")
        return rule, view.case
    known = "、".join(rule.id for rule, _ in view.papers)
    raise UserError(f"没有名为“{order.paper}”的文书，可以制作的有：{known}。")


def complete(office: OpenOffice, order: PaperOrder) -> PaperOrder:
    """Fill in what the order leaves open: the first addressee, the latest session."""
    view = casework.load(office, order.case_id)
    rule = next((rule for rule, reason in view.papers if rule.id == order.paper and not reason), None)
    if rule is None:
        return order
    to = order.to or (rule.to[0] if rule.to else "")
    sessions = _sessions(view.case, rule)
    return msgspec.structs.replace(order, to=to, session_no=order.session_no or sessions[0])


def _next_number(office: OpenOffice, rule: PaperRule, today: dt.date) -> tuple[str, int]:
    if not rule.word:
        return "", 0
    serial = office.store.next_serial(rule.id, today.year)
    return f"{office.office.document_word}{rule.word}〔{today.year}〕第{serial}号", serial


def _render(
    office: OpenOffice,
    case: Matter,
    order: PaperOrder,
    rule: PaperRule,
    number: str,
    issued_on: dt.date | None,
    *,
    draft: bool,
    printing: int,
) -> renderer.RenderedPaper:
    # A draft is looked at by whoever works on the case: it names no sealed party.
    names = case.party_names() if draft else case.true_names()
    addressee = names.get(order.to, "")
    rules = rulebook.rule_book(kinds.kind_of_case(case).rules).by_id(case.rule_set)
    wanted = PaperWanted(
        office=office.office,
        case=case,
        rules=rules,
        paper=rule.id,
        to=order.to,
        session_no=order.session_no,
        unsealed=rule.sealed and not draft,
    )
    fields = fields_of(wanted) | paper_fields(
        number=number,
        issued_on=issued_on,
        addressee=addressee,
        contact=office.operator.name,
        contact_phone=office.office.phone,
    )
    return own_forms.render(office, rule.id, case.rule_set, fields, draft=draft, printing=printing)


def filename(case: Matter, rule: PaperRule, order: PaperOrder) -> str:
    """A file name a clerk recognises: number, paper, addressee. No character a file system refuses."""
    to = f"-{case.PARTIES[order.to]}" if order.to and len(rule.to) > 1 else ""
    session = f"-第{order.session_no}次" if order.session_no else ""
    return f"{case.number}-{rule.label}{session}{to}.pdf"


def recovery_sheet(office: OpenOffice, code: str) -> bytes:
    """The sheet 恢复密钥单 to print and lock away; the code itself is kept nowhere."""
    fields = {
        "office": {"name": office.office.name, "code": office.office.code},
        "recovery": {"groups": code.split("-"), "created_on": office.clock.today()},
    }
    return own_forms.render(office, "recovery_sheet", "any", fields, draft=False).pdf


def page_count(pdf: bytes) -> int:
    """Pages of a PDF."""
    return raster.page_count(pdf)


def page_image(pdf: bytes, page: int, scale: float) -> tuple[int, int, bytes]:
    """One page as (width, height, RGBA bytes); `scale` 1.0 is 72 dots an inch."""
    return raster.rasterise(pdf, page, scale)
