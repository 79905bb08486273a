"""咨询: a question answered at the counter or by telephone, logged with its answer."""

from __future__ import annotations

from app.domain.kinds.consultation.events import ConsultationAmended, ConsultationRegistered
from app.domain.kinds.consultation.facts import Consultation
from app.domain.kinds.consultation.intake import normal_form
from app.domain.kinds.consultation.kind import KIND
from app.domain.kinds.consultation.state import ConsultationCase
from app.services import casework, new_case
from app.services.changes import Changes
from app.services.new_case import Registered
from app.services.office import OpenOffice


def register_consultation(
    office: OpenOffice, form: Consultation, *, draft: tuple[str, str] | None = None, identity: str = ""
) -> Registered:
    """Log a consultation under the next number of its year (消询〔2026〕1号).

    `draft` (form, key) is what it was typed as; it is forgotten in the same transaction. `identity` is the
    办理身份, the office's own when not given. Raises InvalidFields with every problem by
    field path; only question, answer, method and who answered are demanded.
    """
    form = normal_form(form, office.clock.today())

    def made(given: new_case.Numbered) -> ConsultationRegistered:
        return ConsultationRegistered(
            number=given.number,
            serial=given.serial,
            rule_set=given.rule_set,
            identity=given.identity,
            origin=form.origin,
            asker=form.asker,
            answer=form.answer,
        )

    return new_case.begin(office, KIND, form.origin.received_on, made, identity=identity, draft=draft)


def amend(
    office: OpenOffice, case_id: str, form: Consultation, reason: str, version: int | None = None
) -> Changes:
    """Put a consultation right; only the parts that differ are written, with the reason."""
    form = normal_form(form, office.clock.today())
    case = casework.load(office, case_id).as_a(ConsultationCase)
    event = ConsultationAmended(
        origin=form.origin if form.origin != case.origin else None,
        asker=form.asker if form.asker != case.asker else None,
        answer=form.answer if form.answer != case.answer else None,
        reason=reason.strip(),
    )
    return casework.record(office, case_id, event, version=version)
