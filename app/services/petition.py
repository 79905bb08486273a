"""信访: registering a petition and completing or correcting it. Every other act is `casework.record`."""

from __future__ import annotations

from app.domain.kinds.petition.events import PetitionAmended, PetitionRegistered
from app.domain.kinds.petition.facts import Petition
from app.domain.kinds.petition.intake import normal_form
from app.domain.kinds.petition.kind import KIND
from app.domain.kinds.petition.state import PetitionCase
from app.services import casework, new_case
from app.services.changes import Changes
from app.services.new_case import Registered
from app.services.office import OpenOffice


def register_petition(
    office: OpenOffice, form: Petition, *, draft: tuple[str, str] | None = None, identity: str = ""
) -> Registered:
    """Write a petition under the next number of its year (信访〔2026〕1号).

    `draft` (form, key) is what it was typed as; it is forgotten in the same transaction. `identity` is the
    办理身份, the office's own when not given. Raises InvalidFields with every problem by field path.
    """
    form = normal_form(form, office.clock.today())

    def made(given: new_case.Numbered) -> PetitionRegistered:
        return PetitionRegistered(
            number=given.number,
            serial=given.serial,
            rule_set=given.rule_set,
            identity=given.identity,
            origin=form.origin,
            petitioner=form.petitioner,
            request=form.request,
        )

    return new_case.begin(office, KIND, form.origin.received_on, made, identity=identity, draft=draft)


def amend(
    office: OpenOffice, case_id: str, form: Petition, reason: str, version: int | None = None
) -> Changes:
    """Complete or correct a petition; only the parts that differ are written, with the reason."""
    form = normal_form(form, office.clock.today())
    case = casework.load(office, case_id).as_a(PetitionCase)
    event = PetitionAmended(
        origin=form.origin if form.origin != case.origin else None,
        petitioner=form.petitioner if form.petitioner != case.petitioner else None,
        request=form.request if form.request != case.request else None,
        reason=reason.strip(),
    )
    return casework.record(office, case_id, event, version=version)
