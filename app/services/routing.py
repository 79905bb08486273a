"""Matters of other departments: where they belong, the office's names for departments, the 告知单.

A notice given is kept in the office's log with all it prints, so it can be printed again to the same bytes.
It moves nothing: the person takes the matter there, and what was dispatched is fed back (办法第41条).
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from app.domain.errors import UserError
from app.domain.office import STREAM
from app.domain.referral import (
    DepartmentNamed,
    RoutingNoticeGiven,
    check_department,
    check_notice,
    departments_of,
)
from app.domain.routing import Destination, RoutingTable, destination, parse_routing
from app.papers import renderer
from app.services import own_forms
from app.services.changes import Changes
from app.services.office import OpenOffice
from app.system import resources
from app.system.atomic_files import write_atomically

_FILE = "resources/routing.toml"
PAPER = "routing_notice"


class NoticeForm(msgspec.Struct, frozen=True, kw_only=True):
    """What a clerk fills in for a 告知单; `of` prefills everything the table knows. `on` None: today."""

    route: str = ""
    person: str = ""
    matter: str = ""
    department: str = ""
    phone: str = ""
    address: str = ""
    why: str = ""
    basis: str = ""
    bring: tuple[str, ...] = ()
    shared: str = ""
    food: bool = False
    dispute: bool = True
    method: str = "in_person"
    on: dt.date | None = None
    case_id: str = ""


class GivenNotice(msgspec.Struct, frozen=True, kw_only=True):
    """A notice as given: its record, its PDF, how it is to be called as a file."""

    event: RoutingNoticeGiven
    pdf: bytes
    filename: str
    changes: Changes


@cache
def _shipped() -> RoutingTable:
    return parse_routing(resources.read_text(_FILE))


def table(office: OpenOffice) -> RoutingTable:
    """The routing table with the office's own names of departments."""
    return _shipped().renamed(departments_of(office.office.departments))


def chosen(office: OpenOffice, route_id: str) -> Destination:
    """A row of the table by its id. UserError for an unknown one."""
    return destination(route_id, table(office))


def name_department(office: OpenOffice, code: str, name: str, phone: str = "", address: str = "") -> Changes:
    """Call a department as the county does; blank parts keep the shipped ones."""
    event = DepartmentNamed(code=code, name=name.strip(), phone=phone.strip(), address=address.strip())
    check_department(event, tuple(one.code for one in _shipped().departments))
    office.store.log.append(STREAM, (event,), actor=office.operator.id)
    office.refresh()
    return Changes.OFFICE


def form_for(place: Destination, *, person: str = "", matter: str = "", case_id: str = "") -> NoticeForm:
    """A 告知单 prefilled from a destination. Only an article that was checked comes to stand on it."""
    return NoticeForm(
        route=place.route.id,
        person=person,
        matter=matter or place.route.subject,
        department=place.department.name,
        phone=place.department.phone,
        address=place.department.address,
        why=place.route.why,
        basis=place.printed_basis,
        bring=place.route.bring,
        shared=place.route.shared,
        food=bool(place.route.handover),
        case_id=case_id,
    )


def draft(office: OpenOffice, form: NoticeForm) -> bytes:
    """The 告知单 as it would look, marked 草稿. InvalidFields names what is missing."""
    event = _event(office, form)
    return _render(office, event, draft=True).pdf


def give(office: OpenOffice, form: NoticeForm, out: Path | None = None) -> GivenNotice:
    """Record the 告知单 and make its PDF; with `out` it is saved there as well.

    Nothing is recorded when rendering or saving fails.
    """
    with office.store.transaction():
        event = _event(office, form)
        made = _render(office, event, draft=False)
        event = msgspec.structs.replace(event, sha256=made.sha256)
        if out is not None:
            write_atomically(out, made.pdf, f"保存“{out.name}”")
        office.store.log.append(STREAM, (event,), actor=office.operator.id)
    office.refresh()
    return GivenNotice(event=event, pdf=made.pdf, filename=_filename(event), changes=Changes.OFFICE)


def given(office: OpenOffice) -> tuple[RoutingNoticeGiven, ...]:
    """Every 告知单 given, the latest first."""
    return tuple(reversed(office.office.routing_notices))


def print_again(office: OpenOffice, year: int, no: int) -> bytes:
    """A 告知单 given before, as it was then. UserError when there is none of that number."""
    for event in office.office.routing_notices:
        if (event.on.year, event.no) == (year, no):
            return _render(office, event, draft=False).pdf
    raise UserError(f"{year}年没有第{no}号告知单，请核对编号。")


def notice_fields(event: RoutingNoticeGiven) -> dict[str, Any]:
    """The fields of forms/papers/routing_notice.xml."""
    return {
        "office": {"name": event.office},
        "paper": {
            "addressee": event.person,
            "issued_on": event.on,
            "contact": event.by,
            "contact_phone": event.contact_phone,
        },
        "routing": {
            "matter": event.matter,
            "department": event.department,
            "phone": event.phone,
            "address": event.address,
            "why": event.why,
            "basis": event.basis,
            "bring": list(event.bring),
            "shared": event.shared,
            "food": event.food,
            "dispute": event.dispute,
        },
    }


def _event(office: OpenOffice, form: NoticeForm) -> RoutingNoticeGiven:
    on = form.on or office.clock.today()
    numbers = [one.no for one in office.office.routing_notices if one.on.year == on.year]
    event = RoutingNoticeGiven(
        no=max(numbers, default=0) + 1,
        on=on,
        person=form.person.strip(),
        matter=form.matter.strip(),
        route=form.route,
        department=form.department.strip(),
        phone=form.phone.strip(),
        address=form.address.strip(),
        why=form.why.strip().rstrip("。，；"),
        basis=form.basis.strip(),
        bring=tuple(part.strip() for part in form.bring if part.strip()),
        shared=form.shared.strip(),
        food=form.food,
        dispute=form.dispute,
        method=form.method,
        by=office.operator.name,
        office=office.office.name,
        contact_phone=office.office.phone,
        case_id=form.case_id,
    )
    check_notice(event, office.clock.today())
    return event


def _render(office: OpenOffice, event: RoutingNoticeGiven, *, draft: bool) -> renderer.RenderedPaper:
    return own_forms.render(office, PAPER, "any", notice_fields(event), draft=draft)


def _filename(event: RoutingNoticeGiven) -> str:
    return f"告知单{event.on.year}-{event.no}.pdf"
