"""办理身份 on real offices: what a village station, a petition window and a bureau's office may do."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.kinds.complaint.events import AcceptanceDecided
from app.services import casework, identities, petition, registration
from tests.offices import TODAY, found, walk_in
from tests.services.test_petition import handed_in


def test_a_station_registers_but_never_decides(tmp_path: Path) -> None:
    office = found(tmp_path, identity="station")
    case_id = registration.register_complaint(office, walk_in()).case_id
    view = casework.load(office, case_id)
    assert view.case.identity == "station"
    reasons = {choice.name: choice.reason for choice in view.choices}
    assert "消费维权服务站" in reasons["decide_acceptance"]
    papers = {rule.id: reason for rule, reason in view.papers}
    assert papers["complaint_registration"] == ""
    assert "不能作出" in papers["acceptance_decision"]
    with pytest.raises(UserError, match="移交"):
        casework.record(office, case_id, AcceptanceDecided(accepted=True, decided_on=TODAY, by="王敏"))
    office.close()


def test_a_mediation_committee_takes_no_petitions(tmp_path: Path) -> None:

    office = found(tmp_path, identity="people_mediation")
    assert "petition" not in identities.kinds_taken(office)
    with pytest.raises(UserError, match="不登记信访"):
        petition.register_petition(office, handed_in())
    office.close()


def test_a_bureau_office_decides(tmp_path: Path) -> None:
    office = found(tmp_path, identity="bureau_office")
    case_id = registration.register_complaint(office, walk_in()).case_id
    casework.record(office, case_id, AcceptanceDecided(accepted=True, decided_on=TODAY, by="王敏"))
    assert casework.load(office, case_id).case.phase == "accepted"
    office.close()


def test_an_office_with_two_identities_registers_a_petition_under_the_other(tmp_path: Path) -> None:
    """One office can be the people's mediation committee and the petition window besides."""
    office = found(tmp_path, identity="people_mediation")
    case_id = petition.register_petition(office, handed_in(), identity="petition_window").case_id
    assert casework.load(office, case_id).case.identity == "petition_window"
    office.close()
