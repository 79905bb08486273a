"""What a registration must hold before it is written (办法第10条), and its normal form.

The identity number may stay empty, and a wrong one is refused rather than stored: it would follow the
case onto every paper.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.kinds.complaint.facts import Complainant, Deal, Registration, Respondent
from app.domain.matter.intake import (
    LONGEST,
    RESIDENT_ID,
    business_problems,
    origin_problems,
    person_problems,
    phone_problems,
    tidy,
    tidy_business,
    tidy_origin,
    tidy_person,
    tidy_phone,
    tidy_text,
    too_long,
)

__all__ = ["RESIDENT_ID", "normal_form", "registration_problems"]


def registration_problems(form: Registration, today: dt.date, *, partial: bool = False) -> dict[str, str]:
    """What is wrong, by field path, each with one Chinese sentence; empty when all is well.

    `partial`: what 办法第10条 demands may still be missing (a work order that will be completed later).
    """
    person, shop, deal = form.complainant, form.respondent, form.deal
    problems = {} if partial else _missing(person, shop, deal)
    problems |= person_problems(person, "complainant", today)
    problems |= business_problems(shop, "respondent")
    problems |= phone_problems(
        {"complainant.agent_phone": person.agent_phone, "respondent.agent_phone": shop.agent_phone}
    )
    problems |= origin_problems(form.origin, today)
    if deal.bought_on is not None and deal.bought_on > form.origin.received_on:
        problems["deal.bought_on"] = "交易日期不能晚于收到日期"
    problems |= too_long(
        {
            "deal.facts": (deal.facts, LONGEST["facts"]),
            "deal.demand_note": (deal.demand_note, LONGEST["note"]),
        }
    )
    if deal.amount is not None and deal.amount < 0:
        problems["deal.amount"] = "争议金额不能为负数"
    return problems


def normal_form(form: Registration, today: dt.date) -> Registration:
    """The form as it is stored: blanks trimmed, telephone and identity numbers in their normal form."""
    person, shop, deal = form.complainant, form.respondent, form.deal
    return Registration(
        origin=tidy_origin(form.origin),
        complainant=msgspec.structs.replace(
            tidy_person(person, today),
            agent_name=tidy(person.agent_name),
            agent_phone=tidy_phone(person.agent_phone),
        ),
        respondent=msgspec.structs.replace(
            tidy_business(shop),
            agent_name=tidy(shop.agent_name),
            agent_phone=tidy_phone(shop.agent_phone),
        ),
        deal=msgspec.structs.replace(
            deal, goods=tidy(deal.goods), demand_note=tidy(deal.demand_note), facts=tidy_text(deal.facts)
        ),
    )


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
