"""What lists, search and statistics show of a complaint."""

from __future__ import annotations

from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.summary import Shown


def show(case: Complaint) -> Shown:
    """The complaint as lists know it."""
    person, shop, deal = case.complainant, case.respondent, case.deal
    members = [one.member for one in case.present_members()]
    return Shown(
        complainant=person.name,
        phone=person.phone,
        id_no=person.id_no,
        respondent=shop.name,
        category=deal.category,
        problem=deal.problem,
        # What a group claims is the sum of its members' claims, never a figure beside it.
        amount=case.claimed() or deal.amount,
        subject=deal.goods,
        story=deal.facts,
        promised=case.agreement.total() if case.agreement else 0,
        recovered=case.recovered(),
        extra=case.extra(),
        relief=case.relief(),
        names=(
            person.name,
            person.agent_name,
            shop.name,
            shop.contact,
            shop.legal_rep,
            *(one.name for one in members),
        ),
        phones=(
            person.phone,
            person.agent_phone,
            shop.phone,
            person.id_no,
            shop.credit_code,
            *(one.phone for one in members),
            *(one.id_no for one in members),
        ),
        texts=(deal.facts, deal.goods, deal.demand_note, person.address, shop.address),
    )
