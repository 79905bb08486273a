"""What the counter keeps of matters it sends elsewhere, and whom it tells of danger: the office's own data.

These events stand in the stream `office`, because a matter that is not taken has no case of its own.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.errors import InvalidFields, UserError
from app.domain.events import Event, register
from app.domain.routing import Department

LONGEST_NAME = 60
LONGEST_MATTER = 200


@register
class DepartmentNamed(Event, frozen=True, kw_only=True):
    """The office calls a department of the routing table by its county's name, number and place.

    A blank part keeps what the table says.
    """

    code: str
    name: str = ""
    phone: str = ""
    address: str = ""


@register
class PersonInChargeNamed(Event, frozen=True, kw_only=True):
    """Whom alerts go to first: 负责人, perhaps nobody who signs in."""

    name: str
    phone: str = ""


@register
class RoutingNoticeGiven(Event, frozen=True, kw_only=True):
    """告知单: a person was told where a matter belongs. Holds all that is printed, to print it again.

    `no` counts within the year. `case_id` is the consultation it was given in, "" for a matter not taken.
    `sha256` is the hash of the paper's bytes. `method` is a code of `notice_methods`.
    """

    no: int
    on: dt.date
    person: str
    matter: str
    route: str
    department: str
    phone: str
    address: str
    why: str
    basis: str
    bring: tuple[str, ...]
    shared: str
    food: bool
    dispute: bool
    method: str
    by: str
    office: str
    contact_phone: str
    case_id: str = ""
    sha256: str = ""


class PersonInCharge(msgspec.Struct, frozen=True, kw_only=True):
    """Name and telephone number of the person alerts go to."""

    name: str = ""
    phone: str = ""


def check_department(event: DepartmentNamed, codes: tuple[str, ...]) -> None:
    """Raise UserError for a department the table does not have, InvalidFields for names too long."""
    if event.code not in codes:
        raise UserError("去处表里没有这个部门，请重新选择。")
    problems = {
        field: f"最多 {LONGEST_NAME} 个字"
        for field, value in (("name", event.name), ("phone", event.phone), ("address", event.address))
        if len(value) > LONGEST_NAME
    }
    if problems:
        raise InvalidFields(problems)


def check_person(event: PersonInChargeNamed) -> None:
    """Raise InvalidFields when there is no name."""
    if not event.name.strip():
        raise InvalidFields({"name": "请填写负责人姓名"})
    if len(event.name) > LONGEST_NAME or len(event.phone) > LONGEST_NAME:
        raise InvalidFields({"name": f"姓名、电话最多 {LONGEST_NAME} 个字"})


def check_notice(event: RoutingNoticeGiven, today: dt.date) -> None:
    """Raise InvalidFields for what a 告知单 must not lack."""
    problems: dict[str, str] = {}
    if not event.matter.strip():
        problems["matter"] = "请填写所反映的事"
    elif len(event.matter) > LONGEST_MATTER:
        problems["matter"] = f"最多 {LONGEST_MATTER} 个字"
    if not event.department.strip():
        problems["department"] = "请选择有权办理的部门"
    if not event.why.strip():
        problems["why"] = "请写明理由"
    if not event.bring:
        problems["bring"] = "请写明带什么材料"
    if not event.method:
        problems["method"] = "请选择告知方式"
    if not event.by.strip():
        problems["by"] = "请填写告知人"
    if event.on > today:
        problems["on"] = "告知日期不能晚于今天"
    if problems:
        raise InvalidFields(problems)


def departments_of(named: dict[str, DepartmentNamed]) -> dict[str, Department]:
    """The office's own names, as the routing table takes them."""
    return {
        code: Department(code=code, name=one.name, phone=one.phone, address=one.address)
        for code, one in named.items()
    }
