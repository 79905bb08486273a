"""Numbers that identify persons, operators, phones, orders and offices: checked, never refused silently.

Every check returns `Checked`: the value in its normal form and, when something is wrong, one Chinese
sentence that says what. A wrong number does not stop the counter: the caller decides whether the field
may stay empty (an identity number is no condition of acceptance, 办法第10条).
Blank input has a problem too; callers skip the check for optional fields left empty.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import msgspec

from app.domain.typed_text import compact, plain_dashes


class Checked(msgspec.Struct, frozen=True):
    """A number as typed (`raw`), its normal form, and what is wrong with it (None: nothing)."""

    raw: str
    value: str
    problem: str | None = None

    @property
    def ok(self) -> bool:
        """True when nothing is wrong."""
        return self.problem is None


# ------------------------------------------------------------------ 公民身份号码 GB 11643-1999

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_EARLIEST_BIRTH = 1880


def check_resident_id(text: str, today: date) -> Checked:
    """Check an 18-digit resident identity number; the area is not checked (999999 is used for practice)."""
    value = compact(text).replace("-", "").upper()
    return Checked(text, value, _resident_id_problem(value, today))


def _resident_id_problem(value: str, today: date) -> str | None:
    if not value:
        return "没有填写身份证号"
    if re.fullmatch(r"[0-9]{15}", value):
        return "15 位的旧身份证号已经停用，请按现在的身份证填写 18 位号码"
    if len(value) != 18:
        return f"身份证号应为 18 位，现有 {len(value)} 位，请对照证件核对"
    for place, char in enumerate(value[:17], start=1):
        if char not in "0123456789":
            return f"身份证号前 17 位应为数字，第 {place} 位是“{char}”，请对照证件核对"
    if value[17] not in "0123456789X":
        return f"身份证号最后一位应为数字或 X，现为“{value[17]}”，请对照证件核对"
    born = resident_birth_date(value)
    if born is None or born.year < _EARLIEST_BIRTH:
        return f"身份证号中的出生日期 {value[6:14]} 不存在，请对照证件核对"
    if born > today:
        return f"身份证号中的出生日期 {born} 晚于今天，请对照证件核对"
    expected = resident_id_check_character(value)
    if value[17] != expected:
        return f"身份证号校验位不符，应为 {expected}"
    return None


def resident_id_check_character(value: str) -> str:
    """The 18th character that belongs to the first 17 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(value[:17], _ID_WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def resident_birth_date(value: str) -> date | None:
    """The birth date inside an 18-digit number, None when it is no date."""
    return _day(value[6:14])


def _day(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{8}", text):
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


# ------------------------------------------------------------------ 统一社会信用代码 GB 32100-2015

_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
# The standard leaves out five letters; four of them are usually a misread digit.
_CREDIT_MISREAD = {"I": "1", "O": "0", "Z": "2", "S": "5", "V": ""}


def check_credit_code(text: str) -> Checked:
    """Check a unified social credit code: alphabet, area digits, check character."""
    value = compact(text).replace("-", "").upper()
    return Checked(text, value, _credit_code_problem(value))


def _credit_code_problem(value: str) -> str | None:
    if not value:
        return "没有填写统一社会信用代码"
    if re.fullmatch(r"[0-9]{15}", value):
        return "15 位数字是旧的注册号，请按现在的营业执照填写 18 位统一社会信用代码"
    for place, char in enumerate(value, start=1):
        if char in _CREDIT_MISREAD:
            digit = _CREDIT_MISREAD[char]
            hint = f"，可能是数字 {digit}" if digit else ""
            return f"统一社会信用代码不使用字母 {char}（第 {place} 位）{hint}，请对照营业执照核对"
        if char not in _CREDIT_ALPHABET:
            return f"统一社会信用代码只有数字和大写字母，第 {place} 位是“{char}”，请对照营业执照核对"
    if len(value) != 18:
        return f"统一社会信用代码应为 18 位，现有 {len(value)} 位，请对照营业执照核对"
    if not value[2:8].isdigit():
        return f"统一社会信用代码第 3 至 8 位应为数字，现为“{value[2:8]}”，请对照营业执照核对"
    expected = credit_code_check_character(value)
    if value[17] != expected:
        return f"统一社会信用代码校验位不符，应为 {expected}，请对照营业执照核对"
    return None


def credit_code_check_character(value: str) -> str:
    """The 18th character that belongs to the first 17."""
    total = sum(_CREDIT_ALPHABET.index(c) * w for c, w in zip(value[:17], _CREDIT_WEIGHTS, strict=True))
    return _CREDIT_ALPHABET[(31 - total % 31) % 31]


# ------------------------------------------------------------------ telephone numbers

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"(010|02[0-9]|0[3-9][0-9]{2})-?([0-9]{7,8})(?:-([0-9]{1,6}))?")
_SERVICE = re.compile(r"[48]00[0-9]{7}|95[0-9]{3,6}|96[0-9]{3,6}|12[0-9]{3}|100[0-9]{2}|11[0-9]")


def check_phone(text: str) -> Checked:
    """Check a mobile, landline or service number. Normal form: 13800000000, 0792-4228123-801, 4008001234."""
    if _MOBILE.fullmatch(text):
        return Checked(text, text)
    bare = (
        plain_dashes(compact(text)).replace("转", "-").replace("(", "").replace(")", "-").replace("--", "-")
    )
    bare = re.sub(r"^(?:\+|00)86-?", "", bare)
    digits = bare.replace("-", "")
    if len(digits) == 13 and _MOBILE.fullmatch(digits.removeprefix("86")):
        digits = digits.removeprefix("86")
    if _MOBILE.fullmatch(digits) or _SERVICE.fullmatch(digits):
        return Checked(text, digits)
    landline = _LANDLINE.fullmatch(bare)
    if landline is not None:
        return Checked(text, "-".join(part for part in landline.groups() if part))
    return Checked(text, bare, _phone_problem(bare, digits))


def _phone_problem(bare: str, digits: str) -> str:
    if not bare:
        return "没有填写电话号码"
    if re.search(r"[、,，/;；]|\|", bare):
        return "一栏只填一个电话号码，其余的请写在备注中"
    if not re.fullmatch(r"[0-9]+", digits):
        return "电话号码中有不是数字的字符，请核对"
    if re.fullmatch(r"[2-9][0-9]{6,7}", digits):
        return "座机号码前请加区号，例如 0792-4228123"
    if digits.startswith("1"):
        return f"手机号码应为 11 位并以 13 至 19 开头，现有 {len(digits)} 位，请核对"
    return "电话号码不是手机、带区号的座机或服务号码，请核对"


# ------------------------------------------------------------------ 全国12315平台登记编号

ORDER_NUMBER_LENGTH = 25
_KEPT_BY_SPREADSHEETS = 15


def check_order_number(cell: str | float | Decimal | None) -> Checked:
    """Check a 12315 登记编号 as it came from a cell: 1 + area 6 + 00 + yyyymmdd + serial 8.

    A spreadsheet keeps 15 digits of a number, so any cell that is a number, and any text that was one,
    is damaged beyond repair and says so. The two digits 00 are known from samples only and not enforced.
    """
    if cell is None:
        return Checked("", "", "没有登记编号")
    if not isinstance(cell, str):
        return Checked(
            str(cell), str(cell), "登记编号被表格当作数字，15 位以后已经丢失，请重新导出并把该列设为文本"
        )
    value = compact(cell).lstrip("'`\u2019").removesuffix("\u2019")
    return Checked(cell, value, _order_number_problem(value))


def _order_number_problem(value: str) -> str | None:
    if not value:
        return "没有登记编号"
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?[eE]\+?[0-9]+", value):
        return f"登记编号被表格改成了科学记数“{value}”，后面的数字已经丢失，请重新导出并把该列设为文本"
    if re.fullmatch(r"[0-9]+\.0*", value):
        return f"登记编号“{value}”带有小数点，被表格当作数字，请重新导出并把该列设为文本"
    if not re.fullmatch(r"[0-9]+", value):
        return f"登记编号应全部是数字，现为“{value[:40]}”，请核对"
    if len(value) == ORDER_NUMBER_LENGTH - 1:
        return "登记编号应为 25 位，现有 24 位，少了一位，请对照平台核对"
    if len(value) != ORDER_NUMBER_LENGTH:
        return f"登记编号应为 25 位，现有 {len(value)} 位，请对照平台核对"
    if not value[_KEPT_BY_SPREADSHEETS:].strip("0"):
        return "登记编号 15 位以后全是 0，已被表格改坏，请重新导出并把该列设为文本"
    if value[0] != "1":
        return f"登记编号应以 1 开头，现以 {value[0]} 开头，请对照平台核对"
    if order_number_date(value) is None:
        return f"登记编号中的日期 {value[9:17]} 不存在，编号可能已被改坏，请对照平台核对"
    return None


def order_number_date(value: str) -> date | None:
    """The registration date inside a 登记编号, None when there is none."""
    return _day(value[9:17]) if len(value) == ORDER_NUMBER_LENGTH else None


# ------------------------------------------------------------------ 区划代码 as the code of an office


def check_office_code(text: str) -> Checked:
    """Check a 12-digit division code: county 6, town 3, village 3. Names are a table, not looked up here."""
    value = compact(text)
    if not value:
        return Checked(text, value, "没有填写 12 位单位代码")
    if not re.fullmatch(r"[0-9]+", value):
        return Checked(text, value, "单位代码应为 12 位数字，含有其他字符，请核对")
    if len(value) != 12:
        advice = "，县、乡镇的代码后面补 0" if len(value) in (6, 9) else ""
        return Checked(text, value, f"单位代码应为 12 位数字，现有 {len(value)} 位{advice}，请核对")
    if value[0] == "0" or value[:6].endswith("0000"):
        return Checked(text, value, "单位代码的前 6 位应为县级区划，请核对")
    if value[6:9] == "000" and value[9:] != "000":
        return Checked(text, value, "单位代码有村居而没有乡镇，请核对中间 3 位")
    return Checked(text, value)


def office_level(code: str) -> str:
    """county, town or village, of a checked 12-digit code."""
    if code[6:] == "000000":
        return "county"
    return "town" if code[9:] == "000" else "village"
