"""案情 of a complaint: who complains about whom, what they want and why."""

from __future__ import annotations

from app.domain.kinds.complaint.state import Complaint
from app.domain.masking import mask_id_number, mask_phone
from app.domain.money import format_yuan
from app.services.fields.complaint import demands
from app.services.labels import label as word
from app.services.labels import labels
from app.ui.matter.face import Fact
from app.ui.matter.words import claim_words, joined, lines


def has_numbers(case: Complaint) -> bool:
    """Whether there is a number to uncover."""
    return bool(case.complainant.phone or case.complainant.id_no)


def facts(case: Complaint, uncovered: bool) -> list[Fact]:
    """In the order of the form; the complainant's numbers masked unless `uncovered`."""
    person, shop, deal = case.complainant, case.respondent, case.deal
    phone = person.phone if uncovered else mask_phone(person.phone)
    number = person.id_no if uncovered else mask_id_number(person.id_no)
    bought = f"{deal.bought_on} 交易" if deal.bought_on else ""
    amount = f"争议 {format_yuan(deal.amount)} 元" if deal.amount is not None else ""
    if case.is_group():
        amount = claim_words(case)
    goods = deal.goods or word("goods_services", deal.category)
    live = len(case.live_evidence())
    more = lines(
        joined(word("id_types", person.id_type) if person.id_no else "", number),
        person.address,
        f"委托 {person.agent_name}" if person.agent_name else "",
    )
    return [
        Fact("person", "投诉人", joined(person.name, phone, labels("traits", person.traits)), more),
        Fact(
            "shop",
            "被投诉人",
            joined(shop.name, shop.phone),
            lines(shop.credit_code, shop.address, f"联系人 {shop.contact}" if shop.contact else ""),
        ),
        Fact("demands", "诉求", demands(case)),
        Fact("deal", "交易", joined(goods, word("problem_kinds", deal.problem), bought, amount)),
        Fact("facts", "事实和依据", deal.facts),
        Fact("evidence", "证据", f"{live} 项" if live else "还没有"),
        Fact("origin", "来源", _origin(case)),
    ]


def _origin(case: Complaint) -> str:
    origin = case.origin
    if origin is None:
        return ""
    came = joined(
        word("channels", origin.channel),
        f"{origin.received_on} 收到",
        origin.source and f"办完回复 {origin.source}",
    )
    return lines(came, origin.external_no)
