"""The shipped dictionaries, and what a damaged one does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.dictionaries import Dictionary, parse_dictionary
from app.domain.errors import UserError
from tests.domain.shipped_data import RESOURCES

FILES = sorted((RESOURCES / "dictionaries").glob("*.toml"))
BEFORE, AFTER = date(2026, 4, 14), date(2026, 4, 15)


def shipped(name: str) -> Dictionary:
    return parse_dictionary((RESOURCES / "dictionaries" / f"{name}.toml").read_text(encoding="utf-8"))


def labels(name: str, day: date = AFTER, parent: str | None = None) -> list[str]:
    return [entry.label for entry in shipped(name).choices(day, parent)]


def test_every_file_is_named_after_its_dictionary_and_says_where_it_comes_from() -> None:
    assert len(FILES) >= 14
    for file in FILES:
        words = shipped(file.stem)
        assert words.name == file.stem
        assert words.title
        assert words.source
        assert words.effective_from <= BEFORE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_labels_and_aliases_lead_to_one_word(file: Path) -> None:
    words = shipped(file.stem)
    owners: dict[str, set[str]] = {}
    for entry in words:
        for word in {entry.label, *entry.aliases}:
            owners.setdefault(word, set()).add(entry.code)
        assert words.by_code(entry.code) == entry
        assert words.by_label(f" {entry.label} ") == entry
        assert words.label(entry.code) == entry.label
    assert {word: codes for word, codes in owners.items() if len(codes) > 1} == {}


def test_problem_kinds_are_the_ten_of_the_consumers_association() -> None:
    assert labels("problem_kinds") == [
        *("质量", "安全", "价格", "计量", "假冒"),
        *("合同", "虚假宣传", "人格权益", "售后服务", "其他"),
    ]
    assert shipped("problem_kinds").by_label("人格尊严") == shipped("problem_kinds").by_code(
        "personal_dignity"
    )


def test_demands_begin_with_the_seven_of_the_official_form() -> None:
    official = ["修理", "重作", "更换", "退货", "补足商品数量", "退还货款和服务费用", "赔偿损失"]
    assert labels("demands")[:7] == official


def test_goods_tree() -> None:
    tree = shipped("goods_services")
    assert labels("goods_services") == ["商品", "服务", "其他商品和服务"]
    assert len(labels("goods_services", parent="goods")) == 10
    assert len(labels("goods_services", parent="services")) == 13
    assert [entry.label for entry in tree.path("air_conditioner")] == ["商品", "家用电子电器类", "空调类产品"]
    assert tree.path("no_such") == ()
    assert max(len(tree.path(entry.code)) for entry in tree) == 3


def test_words_of_real_order_exports_are_found() -> None:
    channels, tree, demands = shipped("channels"), shipped("goods_services"), shipped("demands")
    for word, code in {"微信小程序": "platform_12315", "电话": "call", "１２３４５": "hotline_12345"}.items():
        found = channels.by_label(word)
        assert found is not None
        assert found.code == code
    for word in ("鞋包", "通讯产品", "美容美发", "一般食品"):
        assert tree.by_label(word) is not None
    for word in ("退赔费用", "退货", "更换", "赔偿损失"):
        assert demands.by_label(word) is not None


def test_a_word_out_of_use_stays_readable() -> None:
    channels = shipped("channels")
    assert "传真" in labels("channels", BEFORE)
    assert "传真" not in labels("channels", AFTER)
    assert channels.label("fax") == "传真"
    assert "非公布渠道" not in labels("channels", BEFORE)
    assert "fax" in channels
    assert channels.label("from_a_newer_list") == "from_a_newer_list"
    assert channels.by_code("from_a_newer_list") is None
    assert channels.by_label("飞鸽传书") is None


def test_codes_the_events_use() -> None:
    assert [entry.code for entry in shipped("session_modes")] == ["face", "separate", "phone", "video"]
    assert [entry.code for entry in shipped("notice_results")] == ["reached", "unreached", "returned"]
    assert "unsatisfied" in shipped("satisfaction")


HEAD = 'name = "x"\ntitle = "试"\nsource = "试"\neffective_from = 2026-01-01\n'
WORD = '[[entry]]\ncode = "{}"\nlabel = "{}"\n'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name", "读不懂"),
        (HEAD, "读不懂"),
        (HEAD + "entry = []\n", "是空的"),
        (HEAD + WORD.format("a", "甲") + WORD.format("a", "乙"), "“乙”代码“a”不合规或重复"),
        (HEAD + WORD.format("A b", "甲"), "不合规"),
        (HEAD + WORD.format("a", " "), "没有名称"),
        (HEAD + WORD.format("a", "甲") + 'parent = "b"\n' + WORD.format("b", "乙"), "上级“b”不在它之前"),
        (HEAD + WORD.format("a", "甲") + 'parent = "a"\n', "上级“a”不在它之前"),
        (HEAD + WORD.format("a", "甲") + 'colour = "red"\n', "读不懂"),
    ],
)
def test_a_damaged_file_is_refused_with_the_reason(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        parse_dictionary(text)
