"""The odd ones at the counter: the day the rules change, small sums, rare names, people who cannot write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.domain.errors import InvalidFields
from app.domain.kinds.complaint.events import AcceptanceDecided
from app.domain.kinds.complaint.facts import Complainant, Respondent
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.standing import (
    IdentityProofAnswered,
    IdentityProofDemanded,
    PartyGone,
    RepresentativeNamed,
)
from app.services import casework, registration
from app.services.case_list import CaseFilter, ids
from app.services.office import OpenOffice
from tests.offices import TODAY, found, walk_in


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    opened = found(tmp_path / "office")
    yield opened
    opened.close()


ADDRESS = "青山镇红旗村3组21号"


def entered(office: OpenOffice, received: dt.date = TODAY, **changes: object) -> str:
    return registration.register_complaint(office, walk_in(received, **changes)).case_id


def decided(accepted: bool, *grounds: str) -> AcceptanceDecided:
    facts = "" if accepted else "不予受理"
    return AcceptanceDecided(accepted=accepted, decided_on=TODAY, grounds=grounds, facts=facts, by="王敏")


@pytest.mark.parametrize(
    ("received", "rules", "due"),
    [(dt.date(2026, 4, 14), "R2020", "2026-04-23"), (dt.date(2026, 4, 15), "R2026", "2026-04-24")],
)
def test_the_day_the_rules_change(office: OpenOffice, received: dt.date, rules: str, due: str) -> None:
    view = casework.load(office, entered(office, received))
    assert view.case.rule_set == rules
    assert view.deadlines[0].due_on == dt.date.fromisoformat(due)


def test_a_name_beyond_the_first_plane_is_stored_and_found(office: OpenOffice) -> None:
    case_id = entered(office, complainant=Complainant(name="李𬱖", phone="13907925561", address=ADDRESS))
    assert casework.load(office, case_id).as_a(Complaint).complainant.name == "李𬱖"
    assert len(ids(office, CaseFilter(text="𬱖"))) == 1


def test_an_identity_number_ending_in_a_small_x(office: OpenOffice) -> None:
    person = Complainant(
        name="王伟", phone="13907925561", address=ADDRESS, id_type="resident_id", id_no="11010519491231002x"
    )
    case_id = entered(office, complainant=person)
    assert casework.load(office, case_id).as_a(Complaint).complainant.id_no == "11010519491231002X"


def test_a_credit_code_holding_the_letter_o_is_refused(office: OpenOffice) -> None:
    shop = Respondent(name="宏达电器商行", address="中山路88号", credit_code="92999999MAO000001K")
    with pytest.raises(InvalidFields) as refused:
        entered(office, respondent=shop)
    assert "respondent.credit_code" in refused.value.problems


def test_no_acceptance_for_a_delegate_whose_original_nobody_saw(office: OpenOffice) -> None:
    """办法第11条: 授权委托书原件."""
    case_id = entered(office)
    delegate = RepresentativeNamed(
        party="complainant",
        role="delegate",
        name="赵律师",
        papers_seen=False,
        identity_seen=True,
        powers=("speak",),
        since=TODAY,
        on=TODAY,
        by="王敏",
    )
    casework.record(office, case_id, delegate)
    with pytest.raises(InvalidFields, match="原件"):
        casework.record(office, case_id, decided(True))
    casework.record(office, case_id, msgspec.structs.replace(delegate, papers_seen=True))
    casework.record(office, case_id, decided(True))


def test_who_refuses_to_show_who_they_are_is_not_accepted(office: OpenOffice) -> None:
    """办法第10、16条: ground six."""
    case_id = entered(office)
    casework.record(
        office,
        case_id,
        IdentityProofDemanded(
            party="complainant",
            materials=("居民身份证",),
            due_on=TODAY + dt.timedelta(days=3),
            on=TODAY,
            by="王敏",
        ),
    )
    with pytest.raises(InvalidFields, match="还没有登记核验结果"):
        casework.record(office, case_id, decided(True))
    answer = IdentityProofAnswered(party="complainant", result="refused", on=TODAY, by="王敏", note="拒绝")
    casework.record(office, case_id, answer)
    with pytest.raises(InvalidFields, match="应当不予受理"):
        casework.record(office, case_id, decided(True))
    casework.record(office, case_id, decided(False, "6"))
    assert casework.load(office, case_id).case.outcome == "refused"


def test_a_respondent_struck_off_the_register_ends_the_mediation(office: OpenOffice) -> None:
    """办法第23条第七项."""
    case_id = entered(office)
    casework.record(office, case_id, decided(True))
    gone = PartyGone(party="respondent", how="deregistered", facts="已注销", on=TODAY, by="王敏")
    casework.record(office, case_id, gone)
    terminate = next(c for c in casework.load(office, case_id).choices if c.name == "terminate")
    assert terminate.allowed
    assert casework.load(office, case_id).as_a(Complaint).standing.lost() == gone
