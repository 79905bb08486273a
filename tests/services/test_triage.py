"""What a clerk is told of a matter that has just arrived, and whom an alert goes to."""

from __future__ import annotations

import datetime as dt

import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.triage import Submission
from app.services import founding, routing, triage
from app.services.office import OpenOffice
from tests.offices import PASSWORD, QUICK


def test_one_look_tells_kinds_departments_dangers(office: OpenOffice) -> None:
    text = "在农资店买的水稻种子不发芽，要求赔偿，不解决就喝农药"
    advice = triage.advise(office, Submission(text=text), channel="visit")
    assert advice.triage.first == "complaint"
    assert advice.destinations[0].department.code == "agriculture"
    assert "不得自行移送" in advice.duties[0]
    assert (advice.level, advice.level_label) == ("danger", "特别紧急")
    assert advice.channel == ""


def test_departments_have_the_offices_names(office: OpenOffice) -> None:
    routing.name_department(office, "tobacco", "江安县烟草局")
    advice = triage.advise(office, Submission(text="买到假烟"))
    assert advice.destinations[0].department.name == "江安县烟草局"


@pytest.mark.parametrize(
    ("channel", "day", "published"),
    [
        ("visit", dt.date(2026, 11, 21), True),
        ("platform_12315", dt.date(2026, 11, 21), True),
        ("fax", dt.date(2026, 4, 14), True),
        ("fax", dt.date(2026, 4, 15), False),
        ("unpublished", dt.date(2026, 11, 21), False),
        ("", dt.date(2026, 11, 21), True),
    ],
)
def test_channels_of_article_8(office: OpenOffice, channel: str, day: dt.date, published: bool) -> None:
    sentence = triage.channel_sentence(office, channel, day)
    assert triage.is_published(channel, day) == published
    assert (sentence == "") == published
    if not published:
        assert "第8条" in sentence
        assert "全国12315平台" in sentence
        assert "江安县青山镇政府一楼" in sentence


def test_an_alert_goes_to_the_named_person_else_to_the_head(office: OpenOffice) -> None:
    assert triage.person_in_charge(office).name == "王敏"
    office.office.operators[office.operator.id].role = "clerk"
    assert triage.person_in_charge(office).name == ""
    with pytest.raises(UserError, match="还没有指定负责人"):
        triage.require_person_in_charge(office)
    founding.add_operator(office, "李所长", "head", PASSWORD, QUICK)
    office.office.operators[office.operator.id].role = "clerk"
    assert triage.require_person_in_charge(office).name == "李所长"
    triage.name_person_in_charge(office, " 张镇长 ", "13900000000")
    assert triage.person_in_charge(office).name == "张镇长"
    assert triage.person_in_charge(office).phone == "13900000000"
    with pytest.raises(InvalidFields):
        triage.name_person_in_charge(office, " ")
