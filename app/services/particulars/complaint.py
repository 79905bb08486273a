"""A complaint in lines."""

from __future__ import annotations

from app.domain.kinds.complaint.state import Complaint
from app.domain.money import format_yuan
from app.services.labels import label, labels
from app.services.particulars.lines import Lines, joined


def lines(case: Complaint) -> Lines:
    """Who complains about whom, what they want, what came of it."""
    person, shop, deal = case.complainant, case.respondent, case.deal
    return [
        ("投诉人", joined("，", person.name, person.phone, person.address)),
        ("被投诉人", joined("，", shop.name, shop.phone, shop.address)),
        ("商品服务", joined("，", deal.goods, label("goods_services", deal.category))),
        ("投诉请求", joined("；", labels("demands", deal.demands), deal.demand_note)),
        ("争议金额", f"{format_yuan(deal.amount)} 元" if deal.amount is not None else ""),
        ("协议金额", f"{format_yuan(case.agreement.total())} 元" if case.agreement else ""),
        ("挽回损失", f"{format_yuan(case.recovered())} 元" if case.recovered() else ""),
        ("事实依据", deal.facts),
    ]
