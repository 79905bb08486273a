"""Amounts: parsing of typed text, display, and the capital form of papers."""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import pairwise

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.money import AMOUNT_RANGES, LARGEST, capital, cents_of, format_yuan, parse_yuan, range_of


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0", 0),
        ("38000", 3_800_000),
        ("38,000.00", 3_800_000),
        ("１２３．４５", 12_345),
        ("１，２００元", 120_000),
        ("￥1,200.50", 120_050),
        ("¥ 0.5", 50),
        ("人民币300元整", 30_000),
        ("1.5万元", 1_500_000),
        ("1.234567万", 1_234_567),
        ("19.990", 1_999),
        (".5", 50),
        ("12.", 1_200),
        ("007", 700),
        ("99,999,999,999.99", LARGEST),
    ],
)
def test_amounts_as_typed(text: str, cents: int) -> None:
    assert parse_yuan(text) == cents


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "没有填写金额"),
        ("　", "没有填写金额"),
        ("1.234", "最多到分"),
        ("1.2345678万", "最多到分"),
        ("1.0000000000000000000000000000000000001", "最多到分"),
        ("-5", "不能为负数"),
        ("￥-5", "不能为负数"),
        ("100,000,000,000", "超过 99,999,999,999.99"),
        ("9" * 400, "超过"),
        ("1000万万", "看不懂"),
        ("12,34", "看不懂"),
        ("1,2345", "看不懂"),
        ("一百", "看不懂"),
        ("1e5", "看不懂"),
        ("٣٤", "看不懂"),
        ("=1+1", "看不懂"),
        (".", "看不懂"),
        ("$100", "不是人民币"),
    ],
)
def test_wrong_amounts_say_what_is_wrong(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        parse_yuan(text)


def test_amounts_from_cells() -> None:
    assert cents_of(19.99) == 1_999
    assert cents_of(38000.0) == 3_800_000
    assert cents_of(300) == 30_000
    assert cents_of(Decimal("1E+3")) == 100_000
    for wrong in (math.nan, math.inf, -1.0, 0.001, 1e300):
        with pytest.raises(UserError):
            cents_of(wrong)


@given(st.integers(0, LARGEST))
def test_display_reads_back(cents: int) -> None:
    assert parse_yuan(format_yuan(cents)) == cents
    assert parse_yuan(f"￥{format_yuan(cents)}元") == cents


def test_display() -> None:
    assert [format_yuan(c) for c in (0, 5, 3_800_000, -150)] == ["0.00", "0.05", "38,000.00", "-1.50"]


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (140_950, "壹仟肆佰零玖元伍角"),
        (600_714, "陆仟零柒元壹角肆分"),
        (168_032, "壹仟陆佰捌拾元零叁角贰分"),
        (10_700_053, "壹拾万柒仟元零伍角叁分"),
        (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
        (32_504, "叁佰贰拾伍元零肆分"),
        (740_000, "柒仟肆佰元整"),
        (50, "伍角"),
        (5, "伍分"),
        (0, "零元整"),
        (1_000, "壹拾元整"),
        (10_001_000, "壹拾万零壹拾元整"),
        (10_000_500_000, "壹亿零伍仟元整"),
        (10_000_000_000, "壹亿元整"),
        (LARGEST, "玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_capital_amounts(cents: int, words: str) -> None:
    assert capital(cents) == f"人民币{words}"
    assert capital(cents, prefix="") == words


@given(st.one_of(st.integers(1, 10_000_000), st.integers(1, LARGEST // 100)))
def test_capital_agrees_with_the_oracle_on_whole_yuan(yuan: int) -> None:
    assert capital(yuan * 100, prefix="") == cn2an.an2cn(yuan, "rmb")


@given(st.integers(0, 99_999_999), st.integers(1, 9), st.integers(0, 9), st.integers(0, 9))
def test_capital_agrees_with_the_oracle_when_the_yuan_place_is_not_zero(
    tens: int, ones: int, jiao: int, fen: int
) -> None:
    # With a zero 元 place before 角 the conventions differ: we write 元零叁角, the oracle 元叁角.
    text = f"{tens * 10 + ones}.{jiao}{fen}"
    assert capital(parse_yuan(text), prefix="") == cn2an.an2cn(text, "rmb")


def test_capital_out_of_range() -> None:
    for cents in (-1, LARGEST + 1):
        with pytest.raises(UserError, match="不能写成大写"):
            capital(cents)


def test_amount_ranges_leave_no_gap() -> None:
    assert AMOUNT_RANGES[0].low == 0
    assert all(a.high == b.low for a, b in pairwise(AMOUNT_RANGES))
    assert AMOUNT_RANGES[-1].high is None
    assert [range_of(c).label for c in (0, 1, 49_999, 50_000, 10_000_000)] == [
        "不涉及金额",
        "不满500元",
        "不满500元",
        "500元至不满1000元",
        "10万元以上",
    ]
    with pytest.raises(UserError):
        range_of(-1)
