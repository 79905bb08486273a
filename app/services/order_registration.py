"""From the row of a work order to the registration it would become, or why it cannot become one.

A number that does not check is left to the clerk: the order's own words stay with the case.
"""

from __future__ import annotations

import datetime as dt
import re

from app.domain.dates import parse_date
from app.domain.errors import UserError
from app.domain.identifiers import (
    Checked,
    check_order_number,
    check_phone,
    check_resident_id,
    order_number_date,
)
from app.domain.kinds.complaint.facts import Complainant, Deal, Origin, Registration, Respondent
from app.domain.kinds.complaint.intake import RESIDENT_ID, normal_form, registration_problems
from app.domain.money import parse_yuan
from app.services.labels import dictionary
from app.services.office import OpenOffice
from app.sheets.order_sheet import OrderRow


def source_of(row: OrderRow) -> str:
    """The body that sent the order and wants the answer: 12315 for 25-digit numbers, else by channel."""
    number = row.fields.get("external_no", "")
    if number and check_order_number(number).ok:
        return "12315"
    channel = _code("channels", row.fields.get("channel", ""))
    return {"hotline_12345": "12345", "superior": "上级", "hotline_12315": "12315"}.get(channel, "交办单位")


def registration_of(office: OpenOffice, row: OrderRow, source: str) -> tuple[Registration | None, list[str]]:
    """The registration a row would become, or None and why it cannot."""
    text = row.fields.get
    problems: list[str] = []
    kind = text("kind", "")
    if kind and "投诉" not in kind:
        problems.append(f"类型是“{kind}”，不是投诉，请按该类事项的规定另行办理")
    if not text("external_no"):
        problems.append("没有登记编号，无法识别是否重复，请补上编号后再导入")
    received, problem = _received(office, row)
    amount, amount_problem = _amount(text("amount", ""))
    problems += [p for p in (problem, amount_problem) if p]
    if problems or received is None:
        return None, problems
    demands, rest = _demands(text("demand", ""))
    form = Registration(
        origin=Origin(
            channel=_code("channels", text("channel", "")) or "platform_12315",
            received_on=received,
            external_no=text("external_no", ""),
            source=source,
            order_text={header: cell for header, cell in row.raw.items() if cell},
        ),
        complainant=_complainant(office, row),
        respondent=Respondent(
            name=text("respondent_name", ""),
            address=text("respondent_address", "") or text("place", ""),
            phone=_checked(check_phone(text("respondent_phone", ""))),
        ),
        deal=Deal(
            amount=amount,
            category=_code("goods_services", text("category", "")),
            problem=_code("problem_kinds", text("problem", "")),
            goods="",
            demands=demands,
            demand_note=rest,
            facts=text("content", ""),
        ),
    )
    wrong = registration_problems(normal_form(form, office.clock.today()), office.clock.today(), partial=True)
    return form, list(wrong.values())


def _complainant(office: OpenOffice, row: OrderRow) -> Complainant:
    """A number that does not check is left to the clerk: the order's text keeps what was sent."""
    id_no = row.fields.get("complainant_id_no", "")
    checked = check_resident_id(id_no, office.clock.today()) if id_no else None
    good = checked is not None and checked.ok
    return Complainant(
        name=row.fields.get("complainant_name", ""),
        phone=_checked(check_phone(row.fields.get("complainant_phone", ""))),
        address=row.fields.get("complainant_address", ""),
        id_type=RESIDENT_ID if good else "",
        id_no=checked.value if checked is not None and good else "",
    )


def _checked(checked: Checked) -> str:
    return checked.value if checked.ok else ""


def _received(office: OpenOffice, row: OrderRow) -> tuple[dt.date | None, str]:
    """收到日期: the sheet's column, else the day inside the 12315 number (a person confirms it)."""
    text = row.fields.get("received", "")
    try:
        day = parse_date(text) if text else order_number_date(row.fields.get("external_no", ""))
    except UserError as error:
        return None, error.message
    if day is None:
        return None, "没有收到日期，编号里也看不出日期，请在表中补上登记时间"
    if day > office.clock.today():
        return None, f"收到日期 {day} 在今天之后，请核对"
    try:
        office.rules.for_received(day)
    except UserError as error:
        return None, error.message
    return day, ""


def _amount(text: str) -> tuple[int | None, str]:
    if not text:
        return None, ""
    try:
        return parse_yuan(text), ""
    except UserError as error:
        return None, f"涉案金额：{error.message}"


def _demands(text: str) -> tuple[tuple[str, ...], str]:
    """Known demands as codes in their order; what is not known stays as a note."""
    codes: list[str] = []
    rest: list[str] = []
    for word in re.split(r"[,，、;；/\s]+", text):
        code = _code("demands", word)
        if code and code not in codes:
            codes.append(code)
        elif word and not code:
            rest.append(word)
    return tuple(codes), "、".join(rest)


def _code(name: str, text: str) -> str:
    entry = dictionary(name).by_label(text) if text else None
    return entry.code if entry is not None else ""
