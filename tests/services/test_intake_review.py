"""What is told beside the form is computed, and says the article it comes from."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from app.domain.kinds.complaint.facts import Complainant, Origin, Registration
from app.services.intake_review import came_in_person, day_note, review, source_for
from app.services.office import OpenOffice
from tests.offices import TODAY, walk_in


def texts(office: OpenOffice, form: Registration) -> dict[str, str]:
    """The findings by what they say."""
    return {finding.text: finding.verdict for finding in review(office, form).findings}


def bought(day: dt.date | None, received: dt.date = TODAY) -> Registration:
    """A complete form about a deal of that day."""
    form = walk_in(received)
    return msgspec.structs.replace(form, deal=msgspec.structs.replace(form.deal, bought_on=day))


def test_a_complete_form_in_time_is_good_throughout(office: OpenOffice) -> None:
    found = review(office, walk_in())
    assert {finding.verdict for finding in found.findings} == {"good"}
    assert found.rules == "投诉举报处理办法"
    assert found.decide_by is not None
    assert found.decide_by.due_on == dt.date(2026, 12, 1)


def test_what_is_missing_is_named(office: OpenOffice) -> None:
    found = texts(office, walk_in(complainant=Complainant(name="陈䶮")))
    assert found["还缺：投诉人电话、投诉人通讯地址（办法第10条）"] == "open"


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (dt.date(2023, 11, 21), "good"),
        (dt.date(2023, 11, 20), "attention"),
        (dt.date(2024, 2, 29), "good"),
        (None, "open"),
    ],
)
def test_three_years_are_told_from_the_day_of_the_deal(
    office: OpenOffice, day: dt.date | None, verdict: str
) -> None:
    (found,) = [v for text, v in texts(office, bought(day)).items() if "三年" in text]
    assert found == verdict


def test_a_deal_of_29_february_runs_to_the_first_of_march(office: OpenOffice) -> None:
    assert texts(office, bought(dt.date(2020, 2, 29), dt.date(2023, 3, 1))).popitem()[1] == "good"
    assert texts(office, bought(dt.date(2020, 2, 29), dt.date(2023, 3, 2))).popitem()[1] == "attention"


def test_remarks_follow_the_person_the_delegate_and_the_channel(office: OpenOffice) -> None:
    person = Complainant(
        name="陈䶮", phone="13907925561", address="红旗村", traits=("minor", "elderly"), agent_name="陈明"
    )
    form = walk_in(complainant=person, origin=Origin(channel="unpublished", received_on=TODAY))
    found = texts(office, form)
    assert any("授权委托书原件" in text for text in found)
    assert "未成年人：由法定代理人参加" in found
    assert any(text.startswith("非公布渠道：") for text in found)
    assert len(found) == 5


def test_a_day_no_rule_set_covers_is_said_and_gives_no_period(office: OpenOffice) -> None:
    found = review(office, bought(dt.date(2019, 6, 1), dt.date(2019, 6, 2)))
    assert found.decide_by is None
    assert found.findings[-1].verdict == "attention"


@pytest.mark.parametrize(
    ("channel", "number", "source"),
    [
        ("visit", "", ""),
        ("platform_12315", "", "12315"),
        ("other", "1360429002026111900000123", "12315"),
        ("hotline_12345", "", "12345"),
        ("superior", "", "上级"),
        ("letter", "青信〔2026〕3号", "交办单位"),
    ],
)
def test_who_wants_an_answer_follows_from_where_it_came(channel: str, number: str, source: str) -> None:
    assert source_for(channel, number) == source


def test_only_who_came_signs() -> None:
    assert came_in_person("visit")
    assert not came_in_person("call")


def test_a_day_is_named_with_what_is_special_about_it(office: OpenOffice) -> None:
    assert day_note(office, dt.date(2026, 11, 21)) == "星期六 · 非工作日"
    assert day_note(office, dt.date(2026, 11, 20)) == "星期五"
    assert day_note(office, dt.date(2026, 10, 1)) == "星期四 · 国庆节假期"
