"""What is typed of people, businesses and origins: its normal form, and what is wrong with it.

The same for every kind's registration. Problems are Chinese sentences by field path. A wrong number is
refused rather than stored: it would follow the case onto every paper.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from app.domain.identifiers import check_credit_code, check_order_number, check_phone, check_resident_id
from app.domain.matter.facts import Business, Origin, Person

RESIDENT_ID = "resident_id"
LONGEST = {"name": 100, "address": 200, "facts": 20_000, "note": 2_000}
"""Code points a field may hold; longer text is a paste by mistake."""
_BREAK = re.compile(r"[\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_CONTROL_BUT_BREAK = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
P = TypeVar("P", bound=Person)
B = TypeVar("B", bound=Business)


def tidy(text: str) -> str:
    """A one-line field as stored: outer blanks and control characters gone, every other character as typed.

    Names keep their characters: no Unicode folding, because 䶮 or a compatibility ideograph is the name.
    """
    if text.isprintable():  # nearly always, and then no character can be one of those
        return text.strip()
    return _CONTROL.sub("", _BREAK.sub(" ", text)).strip()


def tidy_text(text: str) -> str:
    """A multi-line field as stored: line ends as \\n, control characters gone."""
    if text.isprintable():
        return text.strip()
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL_BUT_BREAK.sub("", lines).strip()


def tidy_phone(text: str) -> str:
    """A telephone number in its normal form, "" when there is none."""
    return check_phone(text).value if text.strip() else ""


def tidy_person(person: P, today: dt.date) -> P:
    """The person as stored; fields a kind adds are the kind's to tidy."""
    id_no = tidy(person.id_no)
    if id_no and person.id_type == RESIDENT_ID:
        id_no = check_resident_id(id_no, today).value
    return msgspec.structs.replace(
        person,
        name=tidy(person.name),
        phone=tidy_phone(person.phone),
        address=tidy(person.address),
        id_no=id_no,
    )


def tidy_business(business: B) -> B:
    """The business as stored; fields a kind adds are the kind's to tidy."""
    code = tidy(business.credit_code)
    return msgspec.structs.replace(
        business,
        name=tidy(business.name),
        credit_code=check_credit_code(code).value if code else "",
        contact=tidy(business.contact),
        phone=tidy_phone(business.phone),
        address=tidy(business.address),
        legal_rep=tidy(business.legal_rep),
    )


def tidy_origin(origin: Origin) -> Origin:
    """The origin as stored."""
    return msgspec.structs.replace(origin, external_no=tidy(origin.external_no))


def phone_problems(phones: Mapping[str, str]) -> dict[str, str]:
    """Wrong telephone numbers by field path; an empty one is none."""
    return {
        path: problem for path, phone in phones.items() if phone and (problem := check_phone(phone).problem)
    }


def person_problems(person: Person, path: str, today: dt.date) -> dict[str, str]:
    """Wrong numbers and overlong texts of a person whose fields are `path`.name …; nothing is demanded."""
    problems = phone_problems({f"{path}.phone": person.phone})
    if person.id_no and person.id_type == RESIDENT_ID:
        if problem := check_resident_id(person.id_no, today).problem:
            problems[f"{path}.id_no"] = problem
    if person.id_no and not person.id_type:
        problems[f"{path}.id_type"] = "请选择证件类型"
    return problems | too_long(
        {
            f"{path}.name": (person.name, LONGEST["name"]),
            f"{path}.address": (person.address, LONGEST["address"]),
        }
    )


def business_problems(business: Business, path: str) -> dict[str, str]:
    """Wrong numbers and overlong texts of a business whose fields are `path`.name …; nothing is demanded."""
    problems = phone_problems({f"{path}.phone": business.phone})
    if business.credit_code and (problem := check_credit_code(business.credit_code).problem):
        problems[f"{path}.credit_code"] = problem
    return problems | too_long(
        {
            f"{path}.name": (business.name, LONGEST["name"]),
            f"{path}.address": (business.address, LONGEST["address"]),
        }
    )


def origin_problems(origin: Origin, today: dt.date) -> dict[str, str]:
    """What is wrong with channel, 收到日期 and the number of the work order."""
    problems: dict[str, str] = {}
    if origin.source == "12315" and origin.external_no:
        if problem := check_order_number(origin.external_no).problem:
            problems["origin.external_no"] = problem
    if origin.received_on > today:
        problems["origin.received_on"] = "收到日期不能晚于今天"
    if not origin.channel:
        problems["origin.channel"] = "请选择来源"
    return problems


def too_long(texts: Mapping[str, tuple[str, int]]) -> dict[str, str]:
    """Texts longer than their limit, by field path."""
    return {
        path: f"最多 {limit} 字，现在有 {len(text)} 字，请检查是否误粘贴"
        for path, (text, limit) in texts.items()
        if len(text) > limit
    }
