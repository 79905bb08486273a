"""The odd ones at the counter: the day the rules change, small sums, rare names, people who cannot write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint.events import AcceptanceDecided
from app.domain.kinds.complaint.facts import Complainant, Respondent
from app.domain.kinds.complaint.state import Complaint
from app.domain.kinds.report.facts import Clue, Reporter, ReportForm
from app.domain.kinds.report.state import Report
from app.domain.matter.facts import Business, Origin
from app.domain.matter.standing import (
    IdentityProofAnswered,
    IdentityProofDemanded,
    PartyGone,
    RepresentativeNamed,
    SigningAided,
)
from app.domain.settlement.events import MediationTerminated
from app.services import casework, competence, registration, repeats, report
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


def test_a_complainant_who_died_without_heirs_ends_the_mediation_on_ground_seven(office: OpenOffice) -> None:
    case_id = entered(office)
    casework.record(office, case_id, decided(True))
    died = PartyGone(party="complainant", how="died", facts="死亡证明，无继承人", on=TODAY, by="王敏")
    casework.record(office, case_id, died)
    ended = MediationTerminated(decided_on=TODAY, grounds=("7",), facts="投诉人死亡，无人承受权利", by="王敏")
    casework.record(office, case_id, ended)
    case = casework.load(office, case_id).as_a(Complaint)
    assert (case.phase, case.termination.grounds if case.termination else ()) == ("terminated", ("7",))


def test_heirs_take_the_place_of_a_complainant_who_died(office: OpenOffice) -> None:
    case_id = entered(office)
    casework.record(office, case_id, decided(True))
    died = PartyGone(party="complainant", how="died", facts="死亡证明", successor="陈㛃", on=TODAY, by="王敏")
    casework.record(office, case_id, died)
    case = casework.load(office, case_id).as_a(Complaint)
    assert case.standing.lost() is None
    assert case.standing.gone["complainant"].successor == "陈㛃"


@pytest.mark.parametrize(
    ("aid", "witness", "problem"),
    [
        ("fingerprint", "", "见证人"),
        ("fingerprint", "村干部刘某", ""),
        ("interpreter", "", ""),
        ("sign_language", "", ""),
    ],
)
def test_who_cannot_write_or_hear_is_helped_to_sign(
    office: OpenOffice, aid: str, witness: str, problem: str
) -> None:
    """按指印 needs a witness; an interpreter or a sign-language interpreter stands there by name."""
    case_id = entered(office)
    aided = SigningAided(party="complainant", aid=aid, helper="周某", witness=witness, on=TODAY, by="王敏")
    if problem:
        with pytest.raises(InvalidFields, match=problem):
            casework.record(office, case_id, aided)
        return
    casework.record(office, case_id, aided)
    case = casework.load(office, case_id).case
    (told,) = case.standing.aid_lines(case.party_names())
    assert "周某" in told
    assert witness in told


def reported(office: OpenOffice, reporter: Reporter, facts: str = "货架上的豆干过期两个月仍在卖。") -> str:
    form = ReportForm(
        origin=Origin(channel="visit", received_on=office.clock.today(), on_site=True),
        reporter=reporter,
        respondent=Business(name="鲜品便利店", address="青山镇中山路12号"),
        clue=Clue(subject="销售超过保质期的食品", facts=facts),
    )
    return report.register_report(office, form).case_id


def test_two_anonymous_reports_of_the_same_shop_stay_two(office: OpenOffice) -> None:
    """Nobody can say it is the same reporter, so neither is set aside as a repeat (办法第35条)."""
    first, second = (reported(office, Reporter(anonymous=True)) for _ in range(2))
    choices = {choice.name: choice for choice in casework.load(office, second).choices}
    assert "匿名" in choices["confirm_repeat"].reason
    assert "匿名" in choices["merge_new_facts"].reason
    with pytest.raises(UserError):
        repeats.merge_new_facts(office, second, first, facts="又卖过期豆干")


def test_a_repeat_with_new_facts_goes_into_the_first_and_counts_anew(office: OpenOffice) -> None:
    person = Reporter(name="欧阳修远", phone="13907925561", address=ADDRESS)
    first, second = reported(office, person), reported(office, person, "又发现三十袋过期火腿。")
    repeats.merge_new_facts(office, second, first, facts="三十袋过期火腿")
    assert [one.facts for one in casework.load(office, first).as_a(Report).added] == ["三十袋过期火腿"]
    assert casework.load(office, second).case.linked("merged")


def test_a_platform_shop_that_shows_no_address_belongs_to_the_seat_of_the_platform(
    office: OpenOffice,
) -> None:
    """办法第13条: where the shop is unknown the platform's own bureau handles it, not the township."""
    case_id = entered(office)
    view = casework.load(office, case_id)
    judged = competence.judgement(office, view, ("yes", "on_platform", "not_shown", "away"))
    casework.record(office, case_id, judged)
    kept = casework.load(office, case_id).case.competence.judgement()
    assert kept is not None
    assert "平台" in kept.reason
    assert kept.verdict == "platform_seat"
