"""calc deadline against the vectors of the domain notes (8.4)."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run

MEDIATION = ("--rule", "complaint.mediation", "--from", "2026-05-06")


@pytest.mark.parametrize(
    ("rule", "start", "due"),
    [
        ("complaint.acceptance", "2026-04-28", "2026-05-11"),
        ("complaint.acceptance", "2026-09-30", "2026-10-15"),
        ("complaint.termination-notice", "2026-09-16", "2026-09-24"),
        ("complaint.mediation", "2026-04-30", "2026-06-29"),
        ("complaint.mediation", "2026-08-05", "2026-10-08"),
    ],
)
def test_dates(yzt: Run, rule: str, start: str, due: str) -> None:
    told = yzt("calc", "deadline", "--rule", rule, "--from", start, "--json")
    assert told.code == 0
    assert told.json()["due"] == due
    assert told.json()["provisional"] is False
    assert told.json()["explanation"]
    assert "第" in told.json()["basis"]


def test_an_appraisal_does_not_count(yzt: Run) -> None:
    words = ("calc", "deadline", "--rule", "complaint.mediation", "--from", "2026-05-06")
    told = yzt(*words, "--pause", "2026-05-20..2026-06-10", "--json").json()
    assert (told["due"], told["excluded_days"]) == ("2026-07-27", 22)
    twice = yzt(*words, "--pause", "2026-05-20..2026-06-10", "--pause", "2026-06-12..2026-06-12", "--json")
    assert twice.json()["due"] == "2026-07-28"


def test_a_year_without_notice_is_provisional(yzt: Run) -> None:
    words = ("calc", "deadline", "--rule", "complaint.acceptance", "--from", "2026-12-30")
    told = yzt(*words, "--json").json()
    assert told["provisional"] is True
    assert told["unknown_years"] == [2027]
    assert "（暂定）" in yzt(*words).out


def test_the_rule_set_follows_the_day_of_receipt(yzt: Run) -> None:
    words = ("calc", "deadline", "--rule", "complaint.mediation", "--from", "2026-04-20", "--json")
    new, old = yzt(*words).json(), yzt(*words, "--received", "2026-04-14").json()
    assert (new["rule_set"], new["unit"], new["companions"]) == ("R2026", "day", [])
    assert (old["rule_set"], old["unit"]) == ("R2020", "workday")
    # 实施条例 stands above the old 暂行办法: both dates are told.
    assert [c["rule"] for c in old["companions"]] == ["complaint.mediation.60d"]
    assert old["companions"][0]["due"] == new["due"]


def test_weekends_roll_only_when_asked(yzt: Run) -> None:
    words = ("calc", "deadline", "--rule", "complaint.mediation", "--from", "2026-04-15", "--json")
    assert yzt(*words).json()["due"] == "2026-06-14"
    assert yzt(*words, "--roll", "weekend_too").json()["due"] == "2026-06-15"


def test_text_says_the_same(yzt: Run) -> None:
    told = yzt("calc", "deadline", "--rule", "complaint.acceptance", "--from", "2026年4月28日").out
    assert "2026-05-11" in told
    assert "依据：" in told


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--rule", "complaint.nothing", "--from", "2026-05-06"), "complaint.acceptance"),
        (("--rule", "complaint.mediation", "--from", "2026-02-30"), "不存在"),
        (("--rule", "complaint.mediation", "--from", "gestern"), "看不懂"),
        (("--rule", "complaint.mediation"), "还缺少 --from"),
        (("--from", "2026-05-06"), "还缺少 --rule"),
        (("--rule", "complaint.mediation", "--from"), "--from 后面还要写内容"),
        (("--rule", "complaint.mediation", "--from", "2019-01-01"), "2020-01-01"),
        (
            ("--rule", "complaint.acceptance", "--from", "2026-05-06", "--pause", "2026-06-10..2026-05-20"),
            "早于开始日期",
        ),
        (
            ("--rule", "complaint.mediation", "--from", "2026-05-06", "--pause", "2026-06-10"),
            "起始日..结束日",
        ),
        (
            ("--rule", "complaint.mediation", "--from", "2026-05-06", "--pause", "..2026-06-10"),
            "没有填写日期",
        ),
        ((*MEDIATION, "--roll", "x"), "holiday_block"),
        ((*MEDIATION, "extra"), "不认识“extra”"),
    ],
)
def test_bad_input_is_one_sentence(yzt: Run, words: tuple[str, ...], part: str) -> None:
    assert part in yzt("calc", "deadline", *words).refused()


def test_help_lists_the_rules(yzt: Run) -> None:
    told = yzt("calc", "deadline", "--help")
    assert told.code == 0
    for rule in ("complaint.acceptance", "complaint.mediation", "complaint.termination-notice"):
        assert rule in told.out


@pytest.mark.parametrize(
    ("rule", "basis"), [("petition.handling", "信访工作条例第34条"), ("dispute.confirmation", "第33条")]
)
def test_periods_of_petitions_and_disputes_are_known_too(yzt: Run, rule: str, basis: str) -> None:
    told = yzt("calc", "deadline", "--rule", rule, "--from", "2026-05-06").out
    assert basis in told
    assert rule in yzt("calc", "deadline", "--help").out
