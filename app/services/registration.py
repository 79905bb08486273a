"""Registering a complaint, and completing or correcting a registration."""

from __future__ import annotations

from app.domain.kinds.complaint.events import ComplaintAmended, ComplaintRegistered
from app.domain.kinds.complaint.facts import Registration
from app.domain.kinds.complaint.intake import normal_form
from app.domain.kinds.complaint.kind import KIND
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.fold import amended_origin
from app.services import casework, new_case
from app.services.changes import Changes
from app.services.new_case import Registered as Registered
from app.services.office import OpenOffice


def register_complaint(
    office: OpenOffice, form: Registration, *, draft: tuple[str, str] | None = None, identity: str = ""
) -> Registered:
    """Write a new complaint under the next number of its year.

    `draft` (form, key) is what it was typed as; it is forgotten in the same transaction. `identity` is the
    办理身份 of the case, the office's own when not given.

    Raises InvalidFields with every problem by field path. The number is taken in the same transaction,
    so a refused registration leaves no gap.
    """
    form = normal_form(form, office.clock.today())

    def made(number: new_case.Numbered) -> ComplaintRegistered:
        return ComplaintRegistered(
            number=number.number,
            serial=number.serial,
            rule_set=number.rule_set,
            identity=number.identity,
            origin=form.origin,
            complainant=form.complainant,
            respondent=form.respondent,
            deal=form.deal,
        )

    return new_case.begin(office, KIND, form.origin.received_on, made, identity=identity, draft=draft)


def amend(
    office: OpenOffice, case_id: str, form: Registration, reason: str, version: int | None = None
) -> Changes:
    """Complete or correct a registration; only the parts that differ are written, with the reason."""
    form = normal_form(form, office.clock.today())
    case = casework.load(office, case_id).as_a(Complaint)
    origin = amended_origin(form.origin, case.origin)
    event = ComplaintAmended(
        complainant=form.complainant if form.complainant != case.complainant else None,
        respondent=form.respondent if form.respondent != case.respondent else None,
        deal=form.deal if form.deal != case.deal else None,
        origin=origin if origin != case.origin else None,
        reason=reason.strip(),
    )
    return casework.record(office, case_id, event, version=version)
