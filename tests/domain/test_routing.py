"""Where matters of other departments go: every row of the table works, and ours stay ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.routing import (
    NO_TRANSFER,
    Department,
    RouteRule,
    destination,
    destinations,
    duties,
    parse_routing,
)
from app.domain.wording import WordList, words_found
from tests.domain.shipped_data import RESOURCES

TEXT = (RESOURCES / "routing.toml").read_text(encoding="utf-8")
TABLE = parse_routing(TEXT)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("水稻种子空壳率高", "agriculture"),
        ("除草剂打死了油菜", "agriculture"),
        ("小区物业乱收费", "housing"),
        ("新房墙体开裂，开发商不管", "housing"),
        ("买到假烟", "tobacco"),
        ("老板拖欠工资三个月", "labour"),
        ("医保异地报销不了", "insurance"),
        ("卫生院误诊", "health"),
        ("培训机构没有办学许可", "education"),
        ("手机在店里被偷", "police"),
        ("银行卖理财产品亏了", "finance"),
        ("宽带一直扣费，中国移动不给退", "telecom"),
        ("这件事法院立案了", "court"),
    ],
)
def test_the_subjects_of_the_real_table(text: str, code: str) -> None:
    assert destinations(text, TABLE)[0].department.code == code


@pytest.mark.parametrize(
    "text", ["用银行卡付款买的空调", "油烟机坏了", "我去医院检查花了钱，是吃坏肚子", "保险丝烧了", "喝农药"]
)
def test_everyday_words_send_nobody_away(text: str) -> None:
    assert destinations(text, TABLE) == ()


@pytest.mark.parametrize("rule", TABLE.routes, ids=lambda rule: rule.id)
def test_every_word_of_the_table_can_be_found(rule: RouteRule) -> None:
    listed = WordList(words=rule.words, not_in=rule.not_in)
    assert [word for word in rule.words if words_found(word, listed) != (word,)] == []


def test_food_carries_the_written_handover_of_article_115_and_nobody_transfers() -> None:
    found = destinations("市场外屠宰点卖病死猪肉", TABLE)
    told = duties(found)
    assert told[0] == NO_TRANSFER
    assert "食品安全法第115条" in told[1]
    assert "不自行移送" in told[1]
    assert duties(()) == ()
    assert duties(destinations("买到假烟", TABLE)) == (NO_TRANSFER,)


def test_an_article_nobody_checked_is_marked_on_screen_and_not_printed() -> None:
    seed = destination("seed", TABLE)
    assert "未核对原文" in seed.sentence
    assert seed.printed_basis == ""
    court = destination("in_court", TABLE)
    assert "未核对" not in court.sentence
    assert court.printed_basis == "投诉举报处理办法第16条第2项"


def test_an_office_calls_departments_by_its_own_names() -> None:
    own = TABLE.renamed({"agriculture": Department(code="agriculture", name="县农业农村水利局", phone=" ")})
    assert destination("seed", own).department.name == "县农业农村水利局"
    assert destination("tobacco", own).department == destination("tobacco", TABLE).department
    kept = TABLE.renamed({"labour": Department(code="labour", name="", phone="0792-1234567")})
    assert destination("wages", kept).department.name == destination("wages", TABLE).department.name
    assert destination("wages", kept).department.phone == "0792-1234567"


def test_a_row_that_is_not_there_is_refused() -> None:
    with pytest.raises(UserError, match="没有这一项"):
        destination("moon", TABLE)


@given(st.text(max_size=120))
def test_any_text_gets_an_ordered_answer(text: str) -> None:
    found = destinations(text, TABLE)
    assert [len(one.words) for one in found] == sorted((len(one.words) for one in found), reverse=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('department = "tobacco"', 'department = "smoke"'),
        ('handover = "food_safety_115"', 'handover = "food"'),
        ('id = "seed"', 'id = "pesticide"'),
        ('code = "housing"', 'code = "urban"'),
        ('bring = ["照片、地点"]', "bring = []"),
    ],
)
def test_a_damaged_table_is_refused(old: str, new: str) -> None:
    with pytest.raises(UserError, match="去处表"):
        parse_routing(TEXT.replace(old, new, 1))
