"""Registering and amending, with numbers that neither repeat nor skip."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint.facts import Complainant, Deal, Origin
from app.services import casework, duplicates, registration
from app.services.office import OpenOffice
from tests.offices import walk_in


def test_a_refused_registration_uses_no_number(office: OpenOffice) -> None:
    with pytest.raises(InvalidFields) as caught:
        registration.register_complaint(office, walk_in(complainant=Complainant(name="陈䶮"), deal=Deal()))
    assert set(caught.value.problems) == {
        "complainant.phone",
        "complainant.address",
        "deal.demands",
        "deal.facts",
    }
    assert registration.register_complaint(office, walk_in()).number == "消投〔2026〕1号"
    assert registration.register_complaint(office, walk_in()).number == "消投〔2026〕2号"


def test_numbers_start_again_with_the_year_and_the_law_follows_the_day(office: OpenOffice) -> None:
    old = registration.register_complaint(office, walk_in(dt.date(2026, 4, 14)))
    new = registration.register_complaint(office, walk_in(dt.date(2026, 4, 15)))
    earlier = registration.register_complaint(
        office, walk_in(dt.date(2025, 12, 1), deal=msgspec.structs.replace(walk_in().deal, bought_on=None))
    )
    assert casework.load(office, old.case_id).case.rule_set == "R2020"
    assert casework.load(office, new.case_id).case.rule_set == "R2026"
    assert earlier.number == "消投〔2025〕1号"


@pytest.mark.parametrize(
    ("part", "field", "value", "path", "sentence"),
    [
        ("complainant", "phone", "1390792556", "complainant.phone", "11 位"),
        ("complainant", "id_no", "360122197803120034", "complainant.id_no", "应为"),
        ("respondent", "credit_code", "92999999MA000000OK", "respondent.credit_code", "O"),
        ("deal", "bought_on", dt.date(2026, 11, 22), "deal.bought_on", "不能晚于收到日期"),
        ("deal", "facts", "长" * 20_001, "deal.facts", "最多 20000 字"),
    ],
)
def test_numbers_and_dates_are_checked(
    office: OpenOffice, part: str, field: str, value: object, path: str, sentence: str
) -> None:
    form = walk_in()
    old = getattr(form, part)
    extra = {"id_type": "resident_id"} if field == "id_no" else {}
    form = msgspec.structs.replace(form, **{part: msgspec.structs.replace(old, **{field: value}, **extra)})
    with pytest.raises(InvalidFields, match=sentence) as caught:
        registration.register_complaint(office, form)
    assert list(caught.value.problems) == [path]


def test_what_is_stored_is_tidy_and_names_keep_every_character(office: OpenOffice) -> None:
    person = Complainant(
        name=" 㛃𬭎\u3000",
        phone="１３９ 0792-5561",
        address="红旗村\t3组",
        id_type="resident_id",
        id_no="44052418800101001４",
    )
    made = registration.register_complaint(office, walk_in(complainant=person))
    kept = casework.load(office, made.case_id).case.complainant
    assert (kept.name, kept.phone, kept.address) == ("㛃𬭎", "13907925561", "红旗村 3组")
    assert kept.id_no == "440524188001010014"


def test_amending_writes_only_what_changed_and_why(office: OpenOffice) -> None:
    made = registration.register_complaint(office, walk_in())
    with pytest.raises(InvalidFields, match="没有改动"):
        registration.amend(office, made.case_id, walk_in(), "核对")
    form = msgspec.structs.replace(
        walk_in(), complainant=Complainant(name="陈龑", phone="13907925561", address="青山镇")
    )
    with pytest.raises(InvalidFields, match="理由"):
        registration.amend(office, made.case_id, form, " ")
    registration.amend(office, made.case_id, form, "姓名写错")
    view = casework.load(office, made.case_id)
    assert view.case.complainant.name == "陈龑"
    assert '"respondent":null' in view.events[-1].payload


def test_two_people_cannot_overwrite_each_other_unseen(office: OpenOffice) -> None:
    made = registration.register_complaint(office, walk_in())
    seen = casework.load(office, made.case_id).version
    form = msgspec.structs.replace(
        walk_in(), complainant=Complainant(name="甲甲", phone="13907925561", address="青山镇")
    )
    registration.amend(office, made.case_id, form, "一改", version=seen)
    with pytest.raises(UserError, match="已被更新"):
        registration.amend(office, made.case_id, walk_in(), "二改", version=seen)


def test_a_case_is_found_by_what_people_call_it(office: OpenOffice) -> None:
    origin = Origin(
        channel="platform_12315",
        received_on=dt.date(2026, 11, 20),
        source="12315",
        external_no="1360429002026112012345678",
    )
    made = registration.register_complaint(office, walk_in(origin=origin))
    for word in (made.number, made.case_id, "1360429002026112012345678"):
        assert casework.find(office, word) == made.case_id
    with pytest.raises(UserError, match="没有编号为"):
        casework.find(office, "消投〔2026〕9号")


def test_likely_duplicates_are_named_with_their_reasons(office: OpenOffice) -> None:
    first = registration.register_complaint(office, walk_in())
    other = walk_in(
        complainant=Complainant(name="刘桂芳", phone="13800000000", address="青山镇"),
        deal=msgspec.structs.replace(walk_in().deal, facts="买的鞋子开胶，商家不肯退换，请求处理。"),
    )
    registration.register_complaint(office, other)
    found = duplicates.similar(office, walk_in())
    assert [like.case_id for like in found] == [first.case_id]
    assert found[0].reasons[:3] == ("同一电话", "同名投诉人", "同一被投诉人")
    assert found[0].likely
    assert duplicates.similar(office, walk_in(), but_not=first.case_id) == []
