"""人民调解: acts that write more than one event. Everything else is one event and `casework.record`."""

from __future__ import annotations

import datetime as dt

from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.kinds.dispute.events import (
    DisputeAmended,
    DisputeDecided,
    DisputeRegistered,
    RiskReported,
    RoutesTold,
)
from app.domain.kinds.dispute.facts import Application
from app.domain.kinds.dispute.intake import normal_form
from app.domain.kinds.dispute.kind import KIND
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.matter.events import AlertRaised
from app.domain.settlement.events import ConsentRecorded
from app.services import casework, new_case
from app.services.changes import Changes
from app.services.new_case import Registered
from app.services.office import OpenOffice

IDENTITY = "people_mediation"
"""办理身份 of every dispute: the committee acts, whoever keeps its books (人民调解法第7、34条)."""


def register_dispute(
    office: OpenOffice, form: Application, *, draft: tuple[str, str] | None = None
) -> Registered:
    """Write a dispute under the next number of its year (人调字〔2026〕1号).

    `draft` (form, key) is what it was typed as; it is forgotten in the same transaction. Raises InvalidFields
    with every problem by field path.
    """
    form = normal_form(form, office.clock.today())

    def made(given: new_case.Numbered) -> DisputeRegistered:
        return DisputeRegistered(
            number=given.number,
            serial=given.serial,
            rule_set=given.rule_set,
            identity=given.identity,
            origin=form.origin,
            applicant=form.applicant,
            respondent=form.respondent,
            quarrel=form.quarrel,
        )

    return new_case.begin(office, KIND, form.origin.received_on, made, identity=IDENTITY, draft=draft)


def amend(
    office: OpenOffice, case_id: str, form: Application, reason: str, version: int | None = None
) -> Changes:
    """Complete or correct a dispute; only the parts that differ are written, with the reason."""
    form = normal_form(form, office.clock.today())
    case = casework.load(office, case_id).as_a(DisputeCase)
    event = DisputeAmended(
        origin=form.origin if form.origin != case.origin else None,
        applicant=form.applicant if form.applicant != case.applicant else None,
        respondent=form.respondent if form.respondent != case.respondent else None,
        quarrel=form.quarrel if form.quarrel != case.quarrel else None,
        reason=reason.strip(),
    )
    return casework.record(office, case_id, event, version=version)


def decide(office: OpenOffice, case_id: str, decided: DisputeDecided, version: int | None = None) -> Changes:
    """受理 or not. Whoever applied has agreed to be mediated by applying (第17条), so it is not asked again.

    Raises UserError when a dispute is accepted in an office that has named no committee.
    """
    case = casework.load(office, case_id).as_a(DisputeCase)
    events: list[Event] = [decided]
    if decided.accepted:
        if not office.office.committee.name:
            raise UserError(
                "还没有填写人民调解委员会，不能以它的名义受理；请先在“设置”的“人民调解委员会”里填写。"
            )
        if case.quarrel.came == "application":
            events.append(
                ConsentRecorded(
                    party="applicant",
                    agrees=True,
                    on=decided.decided_on,
                    method="in_person",
                    by=decided.by,
                    note="当事人书面或者口头申请调解",
                )
            )
    return casework.record(office, case_id, *events, version=version)


def report_risk(office: OpenOffice, case_id: str, risk: RiskReported, version: int | None = None) -> Changes:
    """民转刑 risk (第25条); the case carries an alert from then on."""
    level = "attention" if risk.level == "worsening" else "danger"
    told = risk.told or office.office.person_in_charge.name or office.operator.name
    alert = AlertRaised(level=level, told=told, at=risk.at, by=risk.by, note=risk.facts)
    return casework.record(office, case_id, risk, alert, version=version)


def tell_routes(
    office: OpenOffice,
    case_id: str,
    *,
    parties: tuple[str, ...],
    routes: tuple[str, ...],
    on: dt.date,
    method: str,
    by: str,
    note: str = "",
    version: int | None = None,
) -> Changes:
    """仲裁、行政、司法 were shown to these sides (第26条)."""
    events = [
        RoutesTold(party=party, routes=routes, on=on, method=method, by=by, note=note) for party in parties
    ]
    return casework.record(office, case_id, *events, version=version)
