"""第17条: sentences with figures from a ledger, for ordinary people nothing, and never a decision."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.abuse import Extract, Facts, Past, Told, asks_punitive, claimed, signals
from app.domain.abuse_rules import AbuseRules, parse_rules, setting_of
from tests.domain.shipped_data import read_shipped

TODAY = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def rules() -> AbuseRules:
    return parse_rules(read_shipped("resources/rules/abuse.toml"))


def facts(**changes: object) -> Facts:
    parts: dict[str, object] = {
        "complainant": "何某某",
        "phone": "17007920003",
        "respondent": "惠民超市",
        "categories": ("general_food", "food", "goods"),
        "problem": "false_publicity",
        "paid": 9_90,
        "bought_on": dt.date(2026, 11, 20),
        "received_on": TODAY,
        "story": "购买袋装坚果一袋，付款9.90元，包装称纯天然。",
    }
    return Facts(**(parts | changes))  # type: ignore[arg-type]


def past(number: int, days: int = 5, **changes: object) -> Past:
    parts: dict[str, object] = {
        "case_id": f"case{number}",
        "number": f"消投〔2026〕{number}号",
        "received_on": TODAY - dt.timedelta(days=days),
        "complainant": "何某某",
        "respondent": f"第{number}超市",
        "category": "general_food",
        "problem": "false_publicity",
    }
    return Past(**(parts | changes))  # type: ignore[arg-type]


def measures(found: list[object]) -> set[str]:
    return {one.measure for one in found}  # type: ignore[attr-defined]


def test_the_article_stands_word_for_word_with_five_items(rules: AbuseRules) -> None:
    law = read_shipped("tests/papers/data/投诉举报处理办法-总局令第121号.txt").replace(" ", "")
    assert [one.code for one in rules.item] == ["1", "2", "3", "4", "5"]
    for item in rules.item:
        assert item.text in law


def test_an_ordinary_complaint_shows_nothing(rules: AbuseRules) -> None:
    ordinary = facts(paid=300_00, story="空调不制冷，要求退还电容费120元、充氟费180元。", proof=True)
    assert signals(ordinary, Extract(person=(past(1, days=200),)), rules) == []


def test_the_serial_complainant_of_nanjing(rules: AbuseRules) -> None:
    """C21: 4,432 in the system, 36 of them against 32 shops here, one thing bought in each."""
    person = tuple(
        past(n, days=n * 9 % 300 if n > 12 else n, respondent=f"第{n % 32}超市") for n in range(1, 36)
    )
    told = tuple(
        Told(past=one, likeness=97, same_person=True, penal=True, bought_on=dt.date(2026, 11, 20))
        for one in person[:10]
    )
    found = signals(
        facts(demands=("compensate",), wishes="赔偿1000元", proof=False),
        Extract(person=person, phone=person, told=told),
        rules,
    )
    assert measures(found) == {
        "same_day", "frequency", "person", "person_problem", "wording_own", "no_proof",
        "claim_ratio", "claims_share",
    }  # fmt: skip
    assert [one.item for one in found] == sorted(one.item for one in found)
    sentence = next(one for one in found if one.measure == "person")
    assert "365 日 36 件（含本件）" in sentence.text
    assert "经营者 33 家" in sentence.text
    assert len(sentence.cases) == 35
    ratio = next(one for one in found if one.measure == "claim_ratio")
    assert "101 倍" in ratio.text
    assert "1000 元、500 元" in ratio.advice


def test_missing_proof_alone_says_nothing(rules: AbuseRules) -> None:
    assert signals(facts(proof=False), Extract(), rules) == []


def test_many_names_at_one_telephone(rules: AbuseRules) -> None:
    phone = tuple(past(n, complainant=name) for n, name in enumerate(("张三", "李四", "何某某"), 1))
    found = signals(facts(), Extract(phone=phone), rules)
    assert [one.text for one in found if one.measure == "phone_names"] == [
        "近 365 日有 3 个不同姓名使用同一电话投诉，共 4 件（含本件）。"
    ]
    assert signals(facts(paid=None), Extract(phone=(past(1),)), rules) == []


def test_a_family_at_one_address_is_no_signal_a_crowd_is(rules: AbuseRules) -> None:
    family = tuple(past(n, complainant=f"家人{n}") for n in range(2))
    assert signals(facts(), Extract(address=family), rules) == []
    crowd = tuple(past(n, complainant=f"租客{n}") for n in range(3))
    assert measures(signals(facts(), Extract(address=crowd), rules)) == {"address_names"}


def test_several_people_against_one_shop_may_be_a_real_group(rules: AbuseRules) -> None:
    shop = tuple(
        past(n, complainant=f"会员{n}", respondent="悦动健身房", problem="contract") for n in range(6)
    )
    mine = facts(respondent="悦动健身房", problem="contract", categories=("fitness",))
    found = signals(mine, Extract(shop=shop), rules)
    assert measures(found) == {"crowd"}
    assert "群体性消费纠纷" in found[0].advice
    old = tuple(past(n, days=40, complainant=f"会员{n}", problem="contract") for n in range(6))
    assert signals(mine, Extract(shop=old), rules) == []


def test_a_story_told_by_others_in_the_same_words(rules: AbuseRules) -> None:
    told = tuple(
        Told(past=past(n, complainant=f"别人{n}"), likeness=95, same_person=False, penal=False)
        for n in (1, 2)
    )
    assert measures(signals(facts(), Extract(told=told), rules)) == {"wording_others"}
    unlike = tuple(Told(past=t.past, likeness=89, same_person=False, penal=False) for t in told)
    assert signals(facts(), Extract(told=unlike), rules) == []


@pytest.mark.parametrize(
    ("story", "shown"), [("一次购买36瓶", True), ("购买29瓶", False), ("买了2瓶", False)]
)
def test_quantities_against_what_is_usual(rules: AbuseRules, story: str, shown: bool) -> None:
    assert ("quantity" in measures(signals(facts(story=story), Extract(), rules))) is shown


def test_seed_is_bought_by_the_bag(rules: AbuseRules) -> None:
    farmer = facts(story="购买复合肥120袋", categories=("fertiliser", "farm_supplies"), paid=16_800_00)
    assert signals(farmer, Extract(), rules) == []


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("要求赔偿1000元", 1_000_00),
        ("索赔人民币1.5万元", 15_000_00),
        ("赔偿损失共计２，０００元", 2_000_00),
        ("退还300元", 0),
        ("赔三倍", 0),
        ("赔偿100元，另补偿500.50元", 500_50),
        ("", 0),
    ],
)
def test_what_is_claimed_in_words(text: str, cents: int) -> None:
    assert claimed(text) == cents


def test_threats_are_named_and_called_a_right(rules: AbuseRules) -> None:
    found = signals(facts(story="不处理就申请行政复议，并向纪委反映"), Extract(), rules)
    assert measures(found) == {"threat"}
    assert "“行政复议”“纪委”" in found[0].text
    assert "是权利" in found[0].advice
    assert signals(facts(story="我不会起诉你们"), Extract(), rules) == []


def test_an_office_sets_its_own_thresholds(rules: AbuseRules) -> None:
    strict = rules.within({setting_of("person_recent"): "2"})
    one_more = Extract(person=(past(1),))
    assert signals(facts(), one_more, rules) == []
    assert measures(signals(facts(), one_more, strict)) == {"person_recent"}
    for nonsense in ("0", "-1", "很多", "99999999"):
        assert rules.within({setting_of("person"): nonsense}) == rules


def test_punitive_demands_by_code_and_by_words(rules: AbuseRules) -> None:
    assert asks_punitive(("tenfold",), "", rules)
    assert asks_punitive((), "要求退一赔三", rules)
    assert not asks_punitive(("refund",), "要求退款", rules)


@given(st.integers(0, 60), st.integers(0, 400))
def test_more_cases_never_show_less(count: int, days: int) -> None:
    rules = parse_rules(read_shipped("resources/rules/abuse.toml"))
    fewer = signals(facts(), Extract(person=tuple(past(n, days=days) for n in range(count))), rules)
    more = signals(facts(), Extract(person=tuple(past(n, days=days) for n in range(count + 1))), rules)
    shown = {one.item for one in fewer}
    assert shown <= {one.item for one in more}


@given(st.text(max_size=200), st.text(max_size=50), st.integers(0, 10**12) | st.none())
def test_whatever_is_written_no_signal_breaks(story: str, wishes: str, paid: int | None) -> None:
    rules = parse_rules(read_shipped("resources/rules/abuse.toml"))
    for one in signals(facts(story=story, wishes=wishes, paid=paid), Extract(), rules):
        assert one.text
        assert rules.item_of(one.item)
