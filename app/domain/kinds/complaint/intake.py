"""What a registration must hold before it is written (办法第10条), and its normal form.

The identity number may stay empty, and a wrong one is refused rather than stored: it would follow the
case onto every paper.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from app.domain.identifiers import check_credit_code, check_order_number, check_phone, check_resident_id
from app.domain.kinds.complaint.facts import Complainant, Deal, Origin, Registration, Respondent

RESIDENT_ID = "resident_id"
LONGEST = {"name": 100, "address": 200, "facts": 20_000, "demand_note": 2_000}
"""Code points a field may hold; longer text is a paste by mistake."""
_BREAK = re.compile(r"[\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_CONTROL_BUT_BREAK = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def registration_problems(form: Registration, today: dt.date, *, partial: bool = False) -> dict[str, str]:
    """What is wrong, by field path, each with one Chinese sentence; empty when all is well.

    `partial`: what 办法第10条 demands may still be missing (a work order that will be completed later).
    """
    problems: dict[str, str] = {}
    if not partial:
        problems.update(_missing(form.complainant, form.respondent, form.deal))
    problems.update(_wrong_numbers(form.complainant, form.respondent, form.origin, today))
    problems.update(_wrong_dates(form.deal, form.origin, today))
    problems.update(_too_long(form.complainant, form.respondent, form.deal))
    if form.deal.amount is not None and form.deal.amount < 0:
        problems["deal.amount"] = "争议金额不能为负数"
    if not form.origin.channel:
        problems["origin.channel"] = "请选择来源"
    return problems


def normal_form(form: Registration, today: dt.date) -> Registration:
    """The form as it is stored: blanks trimmed, telephone and identity numbers in their normal form."""
    complainant, respondent, deal = form.complainant, form.respondent, form.deal
    id_no = tidy(complainant.id_no)
    if id_no and complainant.id_type == RESIDENT_ID:
        id_no = check_resident_id(id_no, today).value
    code = tidy(respondent.credit_code)
    return Registration(
        origin=msgspec.structs.replace(form.origin, external_no=tidy(form.origin.external_no)),
        complainant=msgspec.structs.replace(
            complainant,
            name=tidy(complainant.name),
            phone=_phone(complainant.phone),
            address=tidy(complainant.address),
            id_no=id_no,
            agent_name=tidy(complainant.agent_name),
            agent_phone=_phone(complainant.agent_phone),
        ),
        respondent=msgspec.structs.replace(
            respondent,
            name=tidy(respondent.name),
            credit_code=check_credit_code(code).value if code else "",
            contact=tidy(respondent.contact),
            phone=_phone(respondent.phone),
            address=tidy(respondent.address),
            legal_rep=tidy(respondent.legal_rep),
            agent_name=tidy(respondent.agent_name),
            agent_phone=_phone(respondent.agent_phone),
        ),
        deal=msgspec.structs.replace(
            deal, goods=tidy(deal.goods), demand_note=tidy(deal.demand_note), facts=tidy_text(deal.facts)
        ),
    )


def _phone(text: str) -> str:
    return check_phone(text).value if text.strip() else ""


def _missing(complainant: Complainant, respondent: Respondent, deal: Deal) -> dict[str, str]:
    """办法第10条第一款 lists three things; the demand is a choice because callers often leave it out."""
    needed = {
        "complainant.name": (complainant.name, "请填写投诉人姓名（办法第10条）"),
        "complainant.phone": (complainant.phone, "请填写投诉人电话（办法第10条）"),
        "complainant.address": (complainant.address, "请填写投诉人通讯地址（办法第10条）"),
        "respondent.name": (respondent.name, "请填写被投诉人名称（办法第10条）"),
        "respondent.address": (respondent.address, "请填写被投诉人地址（办法第10条）"),
        "deal.demands": ("、".join(deal.demands), "请至少选择一项投诉请求（办法第10条）"),
        "deal.facts": (deal.facts, "请填写争议事实和依据（办法第10条）"),
    }
    return {path: sentence for path, (value, sentence) in needed.items() if not value.strip()}


def _wrong_numbers(
    complainant: Complainant, respondent: Respondent, origin: Origin, today: dt.date
) -> dict[str, str]:
    problems: dict[str, str] = {}
    phones = {
        "complainant.phone": complainant.phone,
        "complainant.agent_phone": complainant.agent_phone,
        "respondent.phone": respondent.phone,
        "respondent.agent_phone": respondent.agent_phone,
    }
    for path, phone in phones.items():
        if phone and (problem := check_phone(phone).problem):
            problems[path] = problem
    if complainant.id_no and complainant.id_type == RESIDENT_ID:
        if problem := check_resident_id(complainant.id_no, today).problem:
            problems["complainant.id_no"] = problem
    if complainant.id_no and not complainant.id_type:
        problems["complainant.id_type"] = "请选择证件类型"
    if respondent.credit_code and (problem := check_credit_code(respondent.credit_code).problem):
        problems["respondent.credit_code"] = problem
    if origin.source == "12315" and origin.external_no:
        if problem := check_order_number(origin.external_no).problem:
            problems["origin.external_no"] = problem
    return problems


def _wrong_dates(deal: Deal, origin: Origin, today: dt.date) -> dict[str, str]:
    problems: dict[str, str] = {}
    if origin.received_on > today:
        problems["origin.received_on"] = "收到日期不能晚于今天"
    if deal.bought_on is not None and deal.bought_on > origin.received_on:
        problems["deal.bought_on"] = "交易日期不能晚于收到日期"
    return problems


def _too_long(complainant: Complainant, respondent: Respondent, deal: Deal) -> dict[str, str]:
    texts = {
        "complainant.name": (complainant.name, LONGEST["name"]),
        "respondent.name": (respondent.name, LONGEST["name"]),
        "complainant.address": (complainant.address, LONGEST["address"]),
        "respondent.address": (respondent.address, LONGEST["address"]),
        "deal.facts": (deal.facts, LONGEST["facts"]),
        "deal.demand_note": (deal.demand_note, LONGEST["demand_note"]),
    }
    return {
        path: f"最多 {limit} 字，现在有 {len(text)} 字，请检查是否误粘贴"
        for path, (text, limit) in texts.items()
        if len(text) > limit
    }


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
