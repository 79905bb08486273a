"""Registering a complaint, and completing or correcting a registration."""

from __future__ import annotations

import msgspec

from app.domain.kinds.complaint import fold
from app.domain.kinds.complaint.events import ComplaintAmended, ComplaintRegistered
from app.domain.kinds.complaint.facts import Registration
from app.domain.kinds.complaint.intake import normal_form
from app.domain.numbering import CASE_SERIES
from app.services import casework, drafts
from app.services.changes import Changes
from app.services.office import OpenOffice


class Registered(msgspec.Struct, frozen=True, kw_only=True):
    """A new case: its id, its number (消投〔2026〕222号), and what changed."""

    case_id: str
    number: str
    changes: Changes


def register_complaint(
    office: OpenOffice, form: Registration, *, draft: tuple[str, str] | None = None
) -> Registered:
    """Write a new complaint under the next number of its year.

    `draft` (form, key) is what it was typed as; it is forgotten in the same transaction.

    Raises InvalidFields with every problem by field path. The number is taken in the same transaction,
    so a refused registration leaves no gap.
    """
    form = normal_form(form, office.clock.today())
    rules = office.rules.for_received(form.origin.received_on)
    year = form.origin.received_on.year
    with office.store.transaction():
        serial = office.store.next_serial(CASE_SERIES, year)
        event = ComplaintRegistered(
            number=f"{office.office.case_word}〔{year}〕{serial}号",
            serial=serial,
            rule_set=rules.id,
            origin=form.origin,
            complainant=form.complainant,
            respondent=form.respondent,
            deal=form.deal,
        )
        case_id = office.store.log.new_id()
        casework.check(office, fold.fold(case_id, []), event)
        office.store.log.append(
            casework.stream_of(case_id), (event,), actor=office.operator.id, expected_version=0
        )
        if draft is not None:
            drafts.discard(office, *draft)
    return Registered(case_id=case_id, number=event.number, changes=Changes.CASES)


def amend(
    office: OpenOffice, case_id: str, form: Registration, reason: str, version: int | None = None
) -> Changes:
    """Complete or correct a registration; only the parts that differ are written, with the reason."""
    form = normal_form(form, office.clock.today())
    case = casework.load(office, case_id).case
    event = ComplaintAmended(
        complainant=form.complainant if form.complainant != case.complainant else None,
        respondent=form.respondent if form.respondent != case.respondent else None,
        deal=form.deal if form.deal != case.deal else None,
        origin=form.origin if form.origin != case.origin else None,
        reason=reason.strip(),
    )
    return casework.record(office, case_id, event, version=version)
