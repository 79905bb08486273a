"""Competence: every path of both trees ends, cites its article, and the points of the law come out."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clocks import deadline
from app.domain.errors import UserError
from app.domain.jurisdiction import DISPUTE, MATTERS, VERDICTS, DecisionTree, parse_tree
from tests.domain.shipped_data import RESOURCES, shipped_calendar, shipped_rules

TEXTS = {
    name: (RESOURCES / "rules" / "jurisdiction" / f"{name}.toml").read_text(encoding="utf-8")
    for name in ("R2020", "R2026")
}
TREES = {name: parse_tree(text) for name, text in TEXTS.items()}
NEW, OLD = TREES["R2026"], TREES["R2020"]


def verdict(tree: DecisionTree, matter: str, *answers: str) -> str:
    finding = tree.follow(matter, answers).finding
    assert finding is not None
    return finding.verdict


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_every_path_ends_in_a_finding_that_cites_an_article(tree: DecisionTree) -> None:
    reached = set()
    for matter in MATTERS:
        for path in tree.paths(matter):
            assert path.finding is not None
            assert all(re.search("办法第[0-9]", basis) for basis in path.finding.basis)
            assert path.finding.verdict in VERDICTS
            assert path.finding.advice(by_dispatch=True)
            assert path.finding.advice(by_dispatch=False)
            reached.add(path.finding.id)
    assert reached == {finding.id for finding in tree.findings}


@given(st.sampled_from(sorted(TREES)), st.sampled_from(sorted(MATTERS)), st.data())
def test_any_answers_lead_to_an_end_within_six_questions(name: str, matter: str, data: st.DataObject) -> None:
    codes: list[str] = []
    path = TREES[name].follow(matter, codes)
    while path.question is not None:
        codes.append(data.draw(st.sampled_from([answer.code for answer in path.question.answers])))
        path = TREES[name].follow(matter, codes)
        assert len(codes) <= 6
    assert path.finding is not None
    assert [answer.code for _question, answer in path.answered] == codes


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (("yes", "shop", "both"), "ours"),
        (("yes", "shop", "one", "ours"), "ours"),
        (("yes", "shop", "one", "other"), "elsewhere"),
        (("yes", "shop", "one", "dispute"), "either"),
        (("yes", "shop", "none"), "elsewhere"),
        (("yes", "platform", "here"), "ours"),
        (("yes", "own_site", "away"), "elsewhere"),
        (("yes", "on_platform", "reachable", "shown", "ours"), "ours"),
        (("yes", "on_platform", "reachable", "none"), "elsewhere"),
        (("yes", "on_platform", "not_shown", "away"), "platform_seat"),
        (("yes", "on_platform", "unreachable", "away"), "platform_seat"),
        (("yes", "on_platform", "unreachable", "here"), "ours"),
        (("yes", "superior"), "superior"),
        (("no",), "outside"),
    ],
)
def test_complaints_under_article_13_and_14(answers: tuple[str, ...], expected: str) -> None:
    assert verdict(NEW, "complaint", *answers) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (("yes", "general", "here"), "ours"),
        (("yes", "general", "several", "dispute"), "either"),
        (("yes", "general", "away"), "elsewhere"),
        (("yes", "platform", "here"), "ours"),
        (("yes", "on_platform", "here"), "ours"),
        (("yes", "on_platform", "platform_here", "ours"), "either"),
        (("yes", "on_platform", "platform_here", "other"), "elsewhere"),
        (("yes", "ad", "media", "here"), "ours"),
        (("yes", "ad", "web", "advertiser", "ours"), "either"),
        (("yes", "ad", "web", "none"), "elsewhere"),
        (("yes", "ad", "self", "here"), "ours"),
        (("yes", "ad", "self", "away"), "elsewhere"),
        (("no",), "outside"),
        (("special",), "outside"),
    ],
)
def test_reports_under_articles_29_31_32_and_34(answers: tuple[str, ...], expected: str) -> None:
    assert verdict(NEW, "report", *answers) == expected


def test_a_shop_on_a_platform_was_judged_by_its_place_of_business_before_2026() -> None:
    old = OLD.follow("complaint", ("yes", "on_platform"))
    assert old.question is not None
    assert "实际经营地" in old.question.ask
    new = NEW.follow("complaint", ("yes", "on_platform"))
    assert new.question is not None
    assert "公示" in new.question.ask


def test_the_new_tree_never_cites_the_repealed_rule_nor_the_old_one_the_new() -> None:
    assert "暂行" not in TEXTS["R2026"]
    assert all(basis.startswith("暂行办法") for finding in OLD.findings for basis in finding.basis)


def test_what_was_dispatched_is_fed_back_and_never_passed_on() -> None:
    for tree in TREES.values():
        for finding in tree.findings:
            if finding.verdict in ("elsewhere", "platform_seat", "outside"):
                assert "反馈分送单位" in finding.advice(by_dispatch=True)
                assert "不得自行移送" in finding.advice(by_dispatch=True)


def test_a_refusal_names_the_other_ways_of_article_39() -> None:
    finding = NEW.follow("complaint", ("yes", "shop", "none")).finding
    assert finding is not None
    assert "消费者权益保护法第39条" in finding.now
    assert finding.sentence == ("外县：被投诉人的实际经营地、住所地都不在本县。（办法第13条第1款）")


def test_only_disputes_start_the_clock_of_seven_working_days() -> None:
    for tree in TREES.values():
        assert {f.verdict for f in tree.findings if f.dispute} == {"either"}
    rules = shipped_rules()
    found = deadline(rules.by_id("R2026").clock(DISPUTE), date(2026, 11, 20), shipped_calendar())
    assert found.due_on == date(2026, 12, 1)
    assert "第33" in found.basis
    assert rules.by_id("R2020").clock(DISPUTE).basis == ("投诉举报处理暂行办法第30条",)


def test_wrong_and_superfluous_answers_are_refused() -> None:
    with pytest.raises(UserError, match="没有这个答案"):
        NEW.follow("complaint", ("perhaps",))
    with pytest.raises(UserError, match="已经有结论"):
        NEW.follow("complaint", ("no", "yes"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('to = "c_who"', 'to = "nowhere"'),
        ('to = "c_who"', 'to = "c_duty"'),
        ('to = "f_c_up"', 'to = "f_c_here"'),
        ('verdict = "superior"', 'verdict = "above"'),
        ('code = "no"', 'code = "yes"'),
        ('complaint = "c_duty"', 'complaints = "c_duty"'),
        ('basis = ["办法第13条第4款"]', "basis = []"),
    ],
)
def test_a_damaged_tree_is_refused(old: str, new: str) -> None:
    with pytest.raises(UserError, match="管辖规则文件"):
        parse_tree(TEXTS["R2026"].replace(old, new, 1))
