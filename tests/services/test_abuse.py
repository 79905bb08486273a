"""第17条 on a real ledger: one serial complainant among ordinary people, counted through the indexes."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain.errors import InvalidFields
from app.domain.kinds.complaint.events import AcceptanceDecided, CaseVoided, EvidenceAdded
from app.domain.kinds.complaint.facts import Complainant, Deal, Origin, Registration, Respondent
from app.domain.kinds.complaint.state import Complaint
from app.services import abuse, casework
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from tests.offices import TODAY, walk_in

SERIAL = Complainant(name="何某某", phone="17007920003", address="青山镇城南新区8栋302室")


def order(number: int, days: int, shop: str, **changes: object) -> Registration:
    """One of the serial complainant's orders from the platform."""
    parts: dict[str, object] = {
        "origin": Origin(
            channel="platform_12315",
            received_on=TODAY - dt.timedelta(days=days),
            external_no=f"136042900202611200{number + 1:07d}",
            source="12315",
        ),
        "complainant": SERIAL,
        "respondent": Respondent(name=shop, address="青山镇中山路9号"),
        "deal": Deal(
            bought_on=TODAY - dt.timedelta(days=days + 1),
            amount=9_90,
            category="general_food",
            problem="false_publicity",
            demands=("compensate",),
            demand_note="赔偿1000元",
            facts=f"在{shop}购买袋装坚果一袋，付款9.90元，包装称纯天然，认为虚假宣传，要求赔偿1000元。",
        ),
    }
    return Registration(**(parts | changes))  # type: ignore[arg-type]


@pytest.fixture
def ledger(office: OpenOffice) -> OpenOffice:
    """36 complaints of one person against 32 shops, and a few ordinary ones."""
    with office.store.transaction():
        for number in range(35):
            register_complaint(office, order(number, 1 + number * 3, f"第{number % 32}超市"))
        for number in range(3):
            register_complaint(
                office,
                walk_in(
                    complainant=Complainant(
                        name=f"居民{number}", phone=f"1390792000{number}", address="红旗村"
                    )
                ),
            )
    return office


def measures(looked: abuse.Looked) -> set[str]:
    return {signal.measure for signal in looked.signals}


def test_the_serial_complainant_is_seen_at_intake(ledger: OpenOffice) -> None:
    looked = abuse.look_at_form(ledger, order(99, 0, "惠民超市"))
    assert {"person", "person_problem", "frequency", "wording_own", "claim_ratio"} <= measures(looked)
    person = next(s for s in looked.signals if s.measure == "person")
    assert "365 日 36 件（含本件）" in person.text
    assert "经营者 33 家" in person.text
    assert len(person.cases) == 35
    assert looked.label(person) == "第17条（二）"


def test_ordinary_people_show_nothing(ledger: OpenOffice) -> None:
    neighbour = Complainant(name="周海燕", phone="13807920011", address="青山镇红旗村3组21号")
    form = walk_in(
        complainant=neighbour, deal=Deal(facts="买的鞋子穿三天开胶，商家不肯退换，请求处理，有小票。")
    )
    assert abuse.look_at_form(ledger, form).signals == ()


def test_nothing_is_counted_after_the_day_of_receipt(ledger: OpenOffice) -> None:
    first = order(0, 110, "第0超市")
    assert "person" not in measures(abuse.look_at_form(ledger, first))


def test_a_case_does_not_count_itself_and_void_ones_do_not_count(office: OpenOffice) -> None:
    one = register_complaint(office, order(1, 2, "惠民超市")).case_id
    case = casework.load(office, one).as_a(Complaint)
    assert measures(abuse.look_at_case(office, case)) == {"no_proof", "claim_ratio"}
    casework.record(office, one, CaseVoided(on=TODAY, reason="误登记", by="王敏"))
    looked = abuse.look_at_form(office, order(99, 0, "惠民超市"))
    assert [s for s in looked.signals if one in s.cases] == []


def test_proof_of_purchase_silences_the_missing_proof(office: OpenOffice) -> None:
    one = register_complaint(office, order(1, 2, "惠民超市")).case_id
    casework.record(
        office,
        one,
        EvidenceAdded(no=1, title="小票", form="till_slip", provider="complainant", received_on=TODAY),
    )
    case = casework.load(office, one).as_a(Complaint)
    assert "no_proof" not in measures(abuse.look_at_case(office, case))


def test_many_names_at_one_telephone_and_one_address(office: OpenOffice) -> None:
    with office.store.transaction():
        for number in range(4):
            person = Complainant(name=f"张{number}号", phone="17007920003", address=SERIAL.address)
            register_complaint(office, order(number, number, "惠民超市", complainant=person))
    looked = abuse.look_at_form(office, order(99, 0, "好又多超市"))
    assert {"phone_names", "address_names", "wording_others"} <= measures(looked)


def test_the_same_letter_under_other_names_and_telephones_is_found_by_its_words(office: OpenOffice) -> None:
    with office.store.transaction():
        for number in range(3):
            person = Complainant(
                name=f"某人{number}", phone=f"1580000000{number}", address=f"外县{number}街道88号院"
            )
            register_complaint(office, order(number, number, f"第{number}超市", complainant=person))
    looked = abuse.look_at_form(office, order(99, 0, "好又多超市"))
    assert "wording_others" in measures(looked)


def test_an_assessment_is_recorded_and_decides_nothing(ledger: OpenOffice) -> None:
    case_id = register_complaint(ledger, order(99, 0, "惠民超市")).case_id
    looked = abuse.look_at_case(ledger, casework.load(ledger, case_id).as_a(Complaint))
    abuse.assess(
        ledger,
        case_id,
        items=("2", "5"),
        facts="台账显示一年内36件。",
        abusive=True,
        conclusion="不是为生活消费需要。",
        by="王敏",
        on=TODAY,
        shown=(signal.text for signal in looked.signals),
    )
    case = casework.load(ledger, case_id).as_a(Complaint)
    assert case.phase == "registered"
    found = case.assessed_abusive()
    assert found is not None
    assert found.shown[0] == looked.signals[0].text
    # The person may still accept it.
    casework.record(ledger, case_id, AcceptanceDecided(accepted=True, decided_on=TODAY, by="王敏"))
    assert ledger.store.verify() == []


def test_a_finding_names_an_item_of_the_article(office: OpenOffice) -> None:
    case_id = register_complaint(office, order(1, 0, "惠民超市")).case_id
    with pytest.raises(InvalidFields) as refused:
        abuse.assess(office, case_id, items=(), facts=" ", abusive=True, conclusion="", by="王敏", on=TODAY)
    assert set(refused.value.problems) == {"items", "facts", "conclusion"}
    with pytest.raises(InvalidFields, match="第17条"):
        abuse.assess(
            office, case_id, items=("9",), facts="甲", abusive=True, conclusion="乙", by="王敏", on=TODAY
        )


def test_thresholds_are_the_offices_own(office: OpenOffice) -> None:
    register_complaint(office, order(1, 2, "第1超市"))
    form = order(99, 0, "惠民超市")
    assert "person_recent" not in measures(abuse.look_at_form(office, form))
    abuse.change_thresholds(office, {"person_recent": 2})
    assert "person_recent" in measures(abuse.look_at_form(office, form))
    events = office.store.log.count()
    abuse.change_thresholds(office, {"person_recent": 2})
    assert office.store.log.count() == events
    abuse.change_thresholds(office, {"person_recent": None})
    assert "person_recent" not in measures(abuse.look_at_form(office, form))
    with pytest.raises(InvalidFields):
        abuse.change_thresholds(office, {"person": 0})
