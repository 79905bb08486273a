"""What lists and search show of a report: never who reported."""

from __future__ import annotations

from app.domain.kinds.report.state import Report
from app.domain.matter.summary import Shown

_SHORT = 40


def show(case: Report) -> Shown:
    """The report as lists know it. Name, numbers and address of the reporter are not among its words."""
    shop, clue = case.respondent, case.clue
    facts = case.open_text(clue.facts)
    subject = case.open_text(clue.subject) or facts.partition("\n")[0]
    return Shown(
        complainant=case.party_names()["reporter"],
        respondent=shop.name,
        category=clue.category,
        subject=subject if len(subject) <= _SHORT else f"{subject[: _SHORT - 1]}…",
        story=facts,
        names=(shop.name, shop.contact, shop.legal_rep),
        phones=(shop.phone, shop.credit_code),
        texts=(facts, case.open_text(clue.subject), case.open_text(clue.place), shop.address),
        sealed=True,
    )
