"""The rule sets as data: which one applies when, exact wording, and what a damaged file does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.rules import RuleBook, RuleSet, parse_rule_set
from tests.domain.shipped_data import RESOURCES, shipped_rules

R2020 = (RESOURCES / "rules" / "R2020.toml").read_text(encoding="utf-8")
R2026 = (RESOURCES / "rules" / "R2026.toml").read_text(encoding="utf-8")
SWITCH = date(2026, 4, 15)


def rule_set(received: date) -> RuleSet:
    return shipped_rules().for_received(received)


def test_the_switch_of_15_april_2026() -> None:
    assert rule_set(date(2020, 1, 1)).id == "R2020"
    assert rule_set(date(2026, 4, 14)).id == "R2020"
    assert rule_set(SWITCH).id == "R2026"
    assert rule_set(date(2099, 1, 1)).id == "R2026"


def test_before_2020_there_is_no_rule_set() -> None:
    with pytest.raises(UserError, match="2019-12-31 早于 2020-01-01"):
        rule_set(date(2019, 12, 31))


@given(st.dates(SWITCH, date(2150, 1, 1)))
def test_nothing_received_after_the_repeal_cites_the_repealed_rule(received: date) -> None:
    rules = rule_set(received)
    assert "暂行" not in repr(rules)
    assert "45 个工作日" not in repr(rules)


def test_the_file_of_the_new_rule_never_names_the_old_one() -> None:
    assert "暂行" not in R2026


def test_old_cases_keep_the_old_name() -> None:
    others = ("暂行办法", "实施条例", "保护法", "行政处罚程序规定")
    assert all(any(law in basis for law in others) for basis in all_bases("R2020"))
    assert "暂行办法" in rule_set(date(2026, 4, 14)).title


def all_bases(rule_set_id: str) -> list[str]:
    return [basis for clock in shipped_rules().by_id(rule_set_id).clocks for basis in clock.basis]


def test_number_of_grounds_and_their_labels() -> None:
    counts = {
        rules.id: (len(rules.refusal_grounds), len(rules.termination_grounds))
        for rules in shipped_rules().rule_sets
    }
    assert counts == {"R2020": (6, 7), "R2026": (7, 8)}
    for rules in shipped_rules().rule_sets:
        for grounds in (rules.refusal_grounds, rules.termination_grounds):
            assert [g.code for g in grounds] == [str(n + 1) for n in range(len(grounds))]
            assert [g.label for g in grounds] == [f"（{c}）" for c in "一二三四五六七八"[: len(grounds)]]
            assert [g.text[-1] for g in grounds] == ["；"] * (len(grounds) - 1) + ["。"]


def test_wording_that_changed_between_the_two() -> None:
    old, new = shipped_rules().by_id("R2020"), shipped_rules().by_id("R2026")
    # A failed attempt at 人民调解 bars a complaint only under the old rule.
    assert "依法成立的其他调解组织" in old.refusal_ground("2").text
    assert "依法成立的其他调解组织" not in new.refusal_ground("2").text
    assert new.refusal_ground("6").text == "冒用他人名义或者拒不配合市场监督管理部门核验真实身份信息的；"
    assert "四十五个工作日" in old.termination_ground(old.expiry_ground).text
    assert "六十日" in new.termination_ground(new.expiry_ground).text
    assert new.termination_ground("7").text == "投诉人、被投诉人死亡或者主体资格灭失的；"
    with pytest.raises(UserError, match="第 7 项"):
        old.refusal_ground("7")
    with pytest.raises(UserError, match="第二十三条第一款没有第 9 项"):
        new.termination_ground("9")


def test_the_60_day_companion_exists_only_while_the_regulation_stood_above_the_old_rule() -> None:
    old = shipped_rules().by_id("R2020")
    assert old.companion("complaint.mediation", date(2024, 6, 30)) is None
    found = old.companion("complaint.mediation", date(2024, 7, 1))
    assert found is not None
    assert (found.name, found.length, found.unit) == ("complaint.mediation.60d", 60, "day")
    assert old.companion("complaint.mediation", date(2026, 4, 14)) == found
    assert old.companion("complaint.acceptance", date(2025, 1, 1)) is None
    assert shipped_rules().by_id("R2026").companion("complaint.mediation", SWITCH) is None


@pytest.mark.parametrize(
    ("rule_set_id", "clock", "length", "unit", "articles"),
    [
        ("R2026", "complaint.acceptance", 7, "workday", ["办法第15", "保护法第46条"]),
        ("R2026", "complaint.mediation", 60, "day", ["办法第22、23", "实施条例第46条"]),
        ("R2026", "complaint.termination-notice", 7, "workday", ["办法第23"]),
        ("R2020", "complaint.acceptance", 7, "workday", ["暂行办法第14条", "保护法第46条"]),
        ("R2020", "complaint.mediation", 45, "workday", ["暂行办法第20、21条"]),
        ("R2020", "complaint.termination-notice", 7, "workday", ["暂行办法第21条"]),
    ],
)
def test_clocks_and_their_legal_basis(
    rule_set_id: str, clock: str, length: int, unit: str, articles: list[str]
) -> None:
    rule = shipped_rules().by_id(rule_set_id).clock(clock)
    assert (rule.length, rule.unit) == (length, unit)
    for article in articles:
        assert any(article in basis for basis in rule.basis)
    assert (rule.pause == "appraisal") == (clock == "complaint.mediation")
    assert shipped_rules().by_id(rule_set_id).has_clock(clock)


def test_unknown_names_are_explained() -> None:
    with pytest.raises(UserError, match=r"没有期限“complaint.x”.*complaint.acceptance"):
        shipped_rules().by_id("R2026").clock("complaint.x")
    assert not shipped_rules().by_id("R2026").has_clock("complaint.mediation.60d")
    with pytest.raises(UserError, match="没有载入办理规则“R2031”"):
        shipped_rules().by_id("R2031")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("id = ", "读不懂"),
        (R2026.replace('id = "R2026"', ""), "读不懂"),
        (R2026.replace('unit = "day"', 'unit = "hour"'), "读不懂"),
        (R2026.replace("length = 60", "length = 0"), "读不懂"),
        (R2026 + '\nsurprise = "x"\n', "读不懂"),
        (R2026.replace('code = "2"', 'code = "1"'), "不予受理情形“1”重复"),
        (R2026.replace("complaint.mediation", "complaint.acceptance"), "期限“complaint.acceptance”重复"),
        (R2020.replace('companion_of = "complaint.mediation"', 'companion_of = "none"'), "所附的期限不存在"),
        (
            R2020.replace("effective_until = 2026-04-14", "effective_until = 2019-04-14"),
            "失效日期早于施行日期",
        ),
        (R2026.replace('expiry_ground = "5"', 'expiry_ground = "50"'), "期限届满的终止情形"),
        (R2026.replace("length = 7", 'length = 7\nroll = "weekend_too"'), "不能再顺延"),
    ],
)
def test_a_damaged_file_is_refused_with_the_reason(text: str, complaint: str) -> None:
    assert text not in (R2020, R2026)
    with pytest.raises(UserError, match=complaint):
        parse_rule_set(text)


def test_a_book_refuses_overlapping_sets_and_emptiness() -> None:
    new = parse_rule_set(R2026)
    with pytest.raises(UserError, match="重叠"):
        RuleBook([parse_rule_set(R2020.replace("effective_until = 2026-04-14\n", "")), new])
    with pytest.raises(UserError, match="重叠"):
        RuleBook([new, new])
    with pytest.raises(UserError, match="没有任何办理规则"):
        RuleBook([])


def test_a_gap_between_sets_is_named() -> None:
    old = parse_rule_set(R2020.replace("effective_until = 2026-04-14", "effective_until = 2026-03-31"))
    book = RuleBook([parse_rule_set(R2026), old])
    with pytest.raises(UserError, match="2026-04-14 没有可用的办理规则"):
        book.for_received(SWITCH - timedelta(1))
