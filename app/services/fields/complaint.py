"""What a complaint says to its papers."""

from __future__ import annotations

from app.domain.kinds.complaint.state import Complaint
from app.domain.money import format_yuan
from app.domain.office import Office
from app.services.fields.calculations import calculation_fields
from app.services.fields.members import member_fields
from app.services.fields.shared import (
    Fields,
    PaperWanted,
    agreement_fields,
    ground_fields,
    office_fields,
    session_fields,
)
from app.services.fields.turns import turn_fields
from app.services.labels import label, labels


def all_fields(wanted: PaperWanted[Complaint]) -> Fields:
    """Every field the papers of a complaint may name, for one paper."""
    case, rules = wanted.case, wanted.rules
    fields = case_fields(wanted.office, case, wanted.to) | turn_fields(wanted)
    if wanted.paper == "refusal_decision":
        fields |= ground_fields(rules.refusal_grounds, case.refusal)
    if wanted.paper == "termination_decision":
        fields |= ground_fields(rules.termination_grounds, case.termination)
    fields |= member_fields(wanted) | calculation_fields(case)
    if wanted.session_no:
        fields |= session_fields(case, wanted.session_no)
    if wanted.paper in ("mediation_letter", "private_settlement"):
        fields |= agreement_fields(case)
    return fields


def case_fields(office: Office, case: Complaint, to: str = "") -> Fields:
    """Everything of the case that does not depend on which paper is made."""
    if case.origin is None:
        raise ValueError("a complaint without registration has no papers")
    deal, person, shop = case.deal, case.complainant, case.shop(to)
    acting = case.standing.acting("complainant")
    several = "、".join(one.name for one in case.shops())
    return office_fields(office, case.identity) | {
        "case": {
            "number": case.number,
            "subject": subject(case),
            "facts": deal.facts,
            "demands": demands(case),
            "amount": format_yuan(deal.amount) if deal.amount is not None else "",
            "received_on": case.origin.received_on,
            "received_on_site": case.origin.on_site,
            "category": label("goods_services", deal.category),
        },
        "complainant": {
            "name": person.name,
            "phone": person.phone,
            "id_type": label("id_types", person.id_type),
            "id_no": person.id_no,
            "address": person.address,
            "publish_consent": person.publish_consent,
            "delegation_consent": person.delegation_consent,
            "agent_name": acting.name if acting is not None else person.agent_name,
            "agent_phone": acting.phone if acting is not None else person.agent_phone,
        },
        "respondent": {
            "name": shop.name if to.startswith("respondent") else several,
            "contact": shop.contact,
            "phone": shop.phone,
            "address": shop.address,
            "legal_rep": shop.legal_rep,
            "agent_name": shop.agent_name,
            "agent_phone": shop.agent_phone,
        },
    }


def subject(case: Complaint) -> str:
    """事由: whom and what about, short enough to stand in a sentence."""
    what = case.deal.goods or label("goods_services", case.deal.category)
    problem = label("problem_kinds", case.deal.problem)
    return (
        f"{case.respondent.name}{what}{problem}问题"
        if what or problem
        else f"与{case.respondent.name}消费争议"
    )


def demands(case: Complaint) -> str:
    """投诉请求 as one sentence."""
    chosen = labels("demands", case.deal.demands)
    return "；".join(part for part in (chosen, case.deal.demand_note) if part)
