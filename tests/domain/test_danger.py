"""Dangers: real sentences ring, everyday ones do not, and the shipped levels exist."""

from __future__ import annotations

import pytest

from app.domain.danger import DangerRule, dangers, highest, parse_dangers
from app.domain.errors import UserError
from tests.domain.shipped_data import RESOURCES

TEXT = (RESOURCES / "rules" / "danger.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rules() -> tuple[DangerRule, ...]:
    return parse_dangers(TEXT)


@pytest.mark.parametrize(
    ("text", "label", "level"),
    [
        ("再不退钱我就喝农药", "自伤自杀", "danger"),
        ("信不信我一把火放火烧了店", "爆炸、纵火、伤人", "danger"),
        ("饭店吃完集体中毒送医院", "投毒、食物中毒", "danger"),
        ("热水器一氧化碳泄漏两人身亡", "死亡、重伤", "danger"),
        ("家长们要拉横幅堵门", "群体性", "attention"),
        ("不解决就上访", "上访", "attention"),
        ("附件是涉密文件", "涉密", "attention"),
    ],
)
def test_each_word_of_the_real_list_rings(
    rules: tuple[DangerRule, ...], text: str, label: str, level: str
) -> None:
    found = dangers(text, rules)
    assert label in {danger.label for danger in found}
    assert next(danger for danger in found if danger.label == label).level == level


@pytest.mark.parametrize(
    "text",
    [
        "跳楼价大甩卖是假的",
        "手机爆炸头发型",
        "网上访问太慢",
        "加油站汽油质量差",
        "买的玩具枪坏了",
        "鱼死亡",
        "",
    ],
)
def test_everyday_words_do_not_ring(rules: tuple[DangerRule, ...], text: str) -> None:
    assert dangers(text, rules) == ()


def test_a_negation_does_not_silence_it(rules: tuple[DangerRule, ...]) -> None:
    assert dangers("我没有想自杀", rules)


def test_the_highest_comes_first_and_the_sentence_says_what_to_do(rules: tuple[DangerRule, ...]) -> None:
    found = dangers("要集体上访，还有人要跳楼", rules)
    assert [danger.level for danger in found] == ["danger", "attention", "attention"]
    assert highest(found) == "danger"
    assert highest(()) == "none"
    assert found[0].sentence.startswith("特别紧急：出现“跳楼”（自伤自杀）。")


def test_levels_are_words_of_the_urgency_dictionary(rules: tuple[DangerRule, ...]) -> None:
    from app.domain.danger import LEVELS
    from app.services.labels import dictionary

    assert [entry.label for entry in dictionary("urgency")] == list(LEVELS.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('level = "attention"', 'level = "high"'),
        ('level = "attention"', 'level = "none"'),
        ("words = [", "wrods = ["),
    ],
)
def test_a_damaged_file_is_refused(old: str, new: str) -> None:
    with pytest.raises(UserError, match="危险字词文件"):
        parse_dangers(TEXT.replace(old, new, 1))
