"""Numbers of persons, operators, phones, orders and offices: vectors, oracles, and the sentences shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import stdnum.cn.ric
import stdnum.cn.uscc
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.identifiers import (
    check_credit_code,
    check_office_code,
    check_order_number,
    check_phone,
    check_resident_id,
    credit_code_check_character,
    office_level,
    order_number_date,
    resident_birth_date,
    resident_id_check_character,
)
from app.domain.masking import mask_id_number, mask_name, mask_phone

TODAY = date(2026, 11, 21)


# ------------------------------------------------------------------ resident identity number


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014", "999999199001010016"])
def test_valid_resident_ids(number: str) -> None:
    checked = check_resident_id(number, TODAY)
    assert (checked.ok, checked.value) == (True, number)


@pytest.mark.parametrize(
    "typed",
    [
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        " 110105 19491231 002X\u200b",
        "110105-19491231-002x",
    ],
)
def test_typing_habits_are_normalised(typed: str) -> None:
    checked = check_resident_id(typed, TODAY)
    assert (checked.problem, checked.value, checked.raw) == (None, "11010519491231002X", typed)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("110105194912310021", "身份证号校验位不符，应为 X"),
        ("440524188001010015", "身份证号校验位不符，应为 4"),
        ("110105491231002", "15 位的旧身份证号已经停用"),
        ("1101051949123100", "应为 18 位，现有 16 位"),
        ("11010519490230002X", "出生日期 19490230 不存在"),
        ("110105177612310029", "出生日期 17761231 不存在"),
        ("110105202611220029", "出生日期 2026-11-22 晚于今天"),
        ("1101O519491231002X", "第 5 位是“O”"),
        ("11010519491231002Y", "最后一位应为数字或 X"),
        ("１１0105194912三1002X", "第 13 位是“三”"),
        ("", "没有填写身份证号"),
    ],
)
def test_wrong_resident_ids_say_what_is_wrong(typed: str, sentence: str) -> None:
    assert sentence in str(check_resident_id(typed, TODAY).problem)


@given(st.integers(10**16, 10**17 - 1))
def test_resident_check_character_agrees_with_the_oracle(digits: int) -> None:
    assert resident_id_check_character(str(digits)) == stdnum.cn.ric.calc_check_digit(f"{digits}0")


@given(st.dates(date(1900, 1, 1), TODAY), st.integers(0, 999), st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(born: date, serial: int, place: int, shift: int) -> None:
    stem = f"360429{born:%Y%m%d}{serial:03d}"
    number = stem + resident_id_check_character(stem)
    assert check_resident_id(number, TODAY).ok
    assert resident_birth_date(number) == born
    assume(number[place] != "X")
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert not check_resident_id(wrong, TODAY).ok


# ------------------------------------------------------------------ unified social credit code


@pytest.mark.parametrize("code", ["91350100M000100Y43", "91110000600037341L", "92999999MA0000001K"])
def test_valid_credit_codes(code: str) -> None:
    checked = check_credit_code(f" {code.lower()} ")
    assert (checked.problem, checked.value) == (None, code)
    assert stdnum.cn.uscc.is_valid(code)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("91350100M000100Y44", "校验位不符，应为 3"),
        ("9135O100M000100Y43", "不使用字母 O（第 5 位），可能是数字 0"),
        ("9I350100M000100Y43", "不使用字母 I（第 2 位），可能是数字 1"),
        ("91350100Z000100Y43", "不使用字母 Z（第 9 位），可能是数字 2"),
        ("91350100S000100Y43", "不使用字母 S（第 9 位），可能是数字 5"),
        ("91350100V000100Y43", "不使用字母 V（第 9 位），请对照"),
        ("91350100M000100Y4", "应为 18 位，现有 17 位"),
        ("360429600012345", "15 位数字是旧的注册号"),
        ("91A50100M000100Y43", "第 3 至 8 位应为数字"),
        ("91350100中000100Y43", "第 9 位是“中”"),
        ("", "没有填写"),
    ],
)
def test_wrong_credit_codes_say_what_is_wrong(typed: str, sentence: str) -> None:
    assert sentence in str(check_credit_code(typed).problem)


ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@given(st.text(ALPHABET, min_size=9, max_size=9), st.integers(100000, 999999), st.sampled_from(ALPHABET))
def test_credit_codes_agree_with_the_oracle(body: str, area: int, check: str) -> None:
    stem = f"92{area}{body}"
    assert credit_code_check_character(stem) == stdnum.cn.uscc.calc_check_digit(stem)
    assert check_credit_code(stem + check).ok == stdnum.cn.uscc.is_valid(stem + check)


# ------------------------------------------------------------------ telephone numbers


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("13800000000", "13800000000"),
        ("138 0000 0000", "13800000000"),
        ("１３８－００００－００００", "13800000000"),
        ("+86 138-0000-0000", "13800000000"),
        ("8613800000000", "13800000000"),
        ("008613800000000", "13800000000"),
        ("0792-4228123", "0792-4228123"),
        ("07924228123", "0792-4228123"),
        ("（0792）4228123", "0792-4228123"),
        ("0792—4228123转801", "0792-4228123-801"),
        ("010 6508 1234", "010-65081234"),
        ("021-6508123", "021-6508123"),
        ("400-800-1234", "4008001234"),
        ("800 820 1234", "8008201234"),
        ("95588", "95588"),
        ("12315", "12315"),
        ("12345", "12345"),
        ("10086", "10086"),
    ],
)
def test_phones_are_normalised(typed: str, value: str) -> None:
    checked = check_phone(typed)
    assert (checked.problem, checked.value, checked.raw) == (None, value, typed)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1380000000", "手机号码应为 11 位并以 13 至 19 开头，现有 10 位"),
        ("138000000000", "现有 12 位"),
        ("12800000000", "13 至 19 开头"),
        ("4228123", "请加区号"),
        ("65081234", "请加区号"),
        ("13800000000/13900000000", "一栏只填一个"),
        ("13800000000、0792-4228123", "一栏只填一个"),
        ("张三 13800000000", "不是数字的字符"),
        ("٠١٣٨", "不是数字的字符"),
        ("0792-42", "不是手机、带区号的座机"),
        ("", "没有填写电话号码"),
        ("无", "不是数字的字符"),
    ],
)
def test_wrong_phones_say_what_is_wrong(typed: str, sentence: str) -> None:
    assert sentence in str(check_phone(typed).problem)


@given(st.text(max_size=30))
def test_no_text_breaks_a_check(text: str) -> None:
    for checked in (
        check_phone(text),
        check_credit_code(text),
        check_resident_id(text, TODAY),
        check_order_number(text),
        check_office_code(text),
    ):
        assert checked.raw == text
        assert checked.ok == (checked.problem is None)
    again = check_phone(check_phone(text).value)
    assert not check_phone(text).ok or again.value == check_phone(text).value


# ------------------------------------------------------------------ 12315 登记编号


@pytest.mark.parametrize(
    ("number", "day"),
    [
        ("1440114002024060880118005", date(2024, 6, 8)),
        ("1371324002025042850447517", date(2025, 4, 28)),
        ("1360429002026111600070000", date(2026, 11, 16)),
    ],
)
def test_published_order_numbers(number: str, day: date) -> None:
    for typed in (number, f"'{number}", f"\ufeff {number}\n", f"１{number[1:]}"):
        checked = check_order_number(typed)
        assert (checked.problem, checked.value) == (None, number)
    assert order_number_date(number) == day


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        (1.360429002026112e24, "当作数字"),
        (1360429002026111600070000, "当作数字"),
        (Decimal("1.360429002026112E+24"), "当作数字"),
        ("1.36E+24", "科学记数“1.36E+24”"),
        ("1.360429002026112e24", "科学记数"),
        ("1360429002026111600070000.0", "带有小数点"),
        ("1360429002026110000000000", "15 位以后全是 0"),
        ("136042900202611160007000", "现有 24 位"),
        ("136042900202611160007", "现有 21 位"),
        ("13604290020261116000700001", "现有 26 位"),
        ("2360429002026111600070000", "应以 1 开头"),
        ("1360429002026023000070000", "日期 20260230 不存在"),
        ("136042900２０２６11160007000X", "应全部是数字"),
        ("", "没有登记编号"),
        (None, "没有登记编号"),
    ],
)
def test_ruined_order_numbers_each_have_their_own_reason(
    cell: str | float | Decimal | None, sentence: str
) -> None:
    assert sentence in str(check_order_number(cell).problem)


@given(st.dates(date(2017, 1, 1), date(2030, 1, 1)), st.integers(0, 99_999_999), st.integers(110101, 659001))
def test_a_number_that_went_through_a_spreadsheet_is_never_accepted(
    day: date, serial: int, area: int
) -> None:
    number = f"1{area}00{day:%Y%m%d}{serial:08d}"
    assert check_order_number(number).ok
    assert not check_order_number(float(number)).ok
    assert not check_order_number(f"{float(number):.5E}").ok
    assert not check_order_number(number[:15] + "0" * 10).ok


# ------------------------------------------------------------------ office codes, masking


@pytest.mark.parametrize(
    ("code", "level"), [("360429000000", "county"), ("360429100000", "town"), ("360429100201", "village")]
)
def test_office_codes(code: str, level: str) -> None:
    assert check_office_code(f" {code} ").value == code
    assert check_office_code(code).ok
    assert office_level(code) == level


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("360429", "现有 6 位，县、乡镇的代码后面补 0"),
        ("3604291002011", "现有 13 位，请核对"),
        ("36042910020X", "含有其他字符"),
        ("360000000000", "县级区划"),
        ("060429100000", "县级区划"),
        ("360429000201", "没有乡镇"),
        ("", "没有填写"),
    ],
)
def test_wrong_office_codes(typed: str, sentence: str) -> None:
    assert sentence in str(check_office_code(typed).problem)


def test_masking() -> None:
    assert [mask_name(n) for n in ("张三", "欧阳修", "𠮷田", "王", "")] == ["张*", "欧**", "𠮷*", "*", ""]
    assert mask_phone("13800000000") == "138****0000"
    assert mask_phone("0792-4228123") == "0792-4228***"
    assert mask_phone("010-65081234-801") == "010-6508****"
    assert mask_phone("12315") == "12315"
    assert mask_phone("138000") == "******"
    assert mask_id_number("11010519491231002X") == "110105********002X"
    assert mask_id_number("E12345678") == "E1*****78"


@given(st.text(min_size=1, max_size=24))
def test_masking_never_shows_everything_of_a_person(text: str) -> None:
    assume(text.strip() and "*" not in text)
    assert mask_name(text) != text.strip()
    assert mask_id_number(text) != text.strip()
