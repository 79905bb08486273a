"""委托调解 (办法第19条): both sides agree, nobody passes it on, the result comes back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint.events import AcceptanceDecided, PartyNotified
from app.domain.kinds.complaint.state import Complaint
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.settlement.entrusting import EntrustedResult, MediationEntrusted
from app.domain.settlement.events import ConsentRecorded
from app.services import casework, committee, dispute, entrusting, integrity, registration, timeline
from app.services.office import OpenOffice
from tests.disputes import BY, accepted, agreement, consent, mediators, rights, session, signed
from tests.offices import NOON, TODAY, found, walk_in

GIVEN = MediationEntrusted(to="青山镇人民调解委员会", agreed=("complainant", "respondent"), on=TODAY, by=BY)


def consenting(office: OpenOffice) -> str:
    """An accepted complaint whose sides both want mediation."""
    case_id = registration.register_complaint(office, walk_in()).case_id
    told = PartyNotified(
        matter="acceptance", party="complainant", method="phone", at=NOON, by=BY, result="reached"
    )
    consents = [
        ConsentRecorded(party=party, agrees=True, on=TODAY, method="phone", by=BY)
        for party in ("complainant", "respondent")
    ]
    decided = AcceptanceDecided(accepted=True, decided_on=TODAY, by=BY)
    casework.record(office, case_id, decided, told, *consents)
    return case_id


@pytest.fixture
def bureau(tmp_path: Path) -> OpenOffice:
    """An office of the regulator: only it may entrust."""
    return found(tmp_path / "bureau", identity="bureau_office")


def step(office: OpenOffice, case_id: str) -> str:
    found_step = casework.load(office, case_id).next_step
    return found_step.name if found_step is not None else ""


def test_both_sides_have_to_agree(bureau: OpenOffice) -> None:
    case_id = consenting(bureau)
    with pytest.raises(InvalidFields) as caught:
        entrusting.entrust(bureau, case_id, msgspec.structs.replace(GIVEN, agreed=("complainant",)))
    assert "第19条" in caught.value.problems["agreed"]


def test_there_is_no_second_hop(tmp_path: Path, bureau: OpenOffice) -> None:
    entrusted = found(tmp_path / "entrusted", identity="entrusted")
    case_id = consenting(entrusted)
    with pytest.raises(UserError) as caught:
        entrusting.entrust(entrusted, case_id, GIVEN)
    assert "不得再委托" in caught.value.message
    entrusted.close()
    case_id = consenting(bureau)
    entrusting.entrust(bureau, case_id, GIVEN)
    with pytest.raises(UserError) as caught:
        entrusting.entrust(bureau, case_id, GIVEN)
    assert "不得再委托" in caught.value.message


def test_the_own_committee_takes_it_and_the_result_comes_back(bureau: OpenOffice) -> None:
    committee.name_committee(bureau, "青山镇人民调解委员会")
    case_id = consenting(bureau)
    entrusting.entrust(bureau, case_id, GIVEN, open_dispute=True)
    complaint = casework.load(bureau, case_id).as_a(Complaint)
    (tie,) = complaint.links
    assert tie.relation == "entrusted"
    assert step(bureau, case_id) == "report_entrusted"
    assert entrusting.reported(bureau, case_id) is None
    opened = casework.load(bureau, tie.other).as_a(DisputeCase)
    assert opened.applicant.first().name == complaint.complainant.name
    dispute.decide(bureau, tie.other, accepted(TODAY))
    sides = ("applicant", "respondent")
    casework.record(
        bureau,
        tie.other,
        *(consent(party, TODAY) for party in sides),
        *(rights(party, TODAY) for party in sides),
        mediators(TODAY),
        session(1, TODAY, "agreed"),
        agreement(TODAY, TODAY + dt.timedelta(days=5), amount=30_000),
    )
    case = casework.load(bureau, tie.other).as_a(DisputeCase)
    casework.record(bureau, tie.other, signed(case, TODAY))
    result = entrusting.reported(bureau, case_id)
    assert result is not None
    assert "300.00" in result.text
    casework.record(bureau, case_id, result)
    assert step(bureau, case_id) == "reach_agreement"
    view = casework.load(bureau, case_id)
    assert len(timeline.entries(bureau, view)) == len(view.events)
    assert integrity.verify(bureau) == []


def test_a_body_outside_reports_failure(bureau: OpenOffice) -> None:
    case_id = consenting(bureau)
    entrusting.entrust(bureau, case_id, GIVEN)
    casework.record(bureau, case_id, EntrustedResult(outcome="failed", on=TODAY, text="双方分歧大", by=BY))
    assert step(bureau, case_id) == "terminate"
