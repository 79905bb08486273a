"""Money is integer cents (分). Text in, text out, and the capital form papers need."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from app.domain.errors import UserError
from app.domain.typed_text import compact

LARGEST = 9_999_999_999_999
"""99,999,999,999.99 yuan in cents: the largest amount the program handles."""

_AMOUNT = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]*)?|\.[0-9]+")
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")


def parse_yuan(text: str) -> int:
    """Cents from typed text: 38,000 · ￥1,200.50 · １２元 · 1.5万元. Raises UserError with the reason."""
    bare = compact(text)
    number = bare.removeprefix("人民币").lstrip("¥$").removeprefix("RMB")
    number = re.sub(r"(元整|元正|元|圆|块)$", "", number)
    scale = 10_000 if number.endswith("万") else 1
    number = number.removesuffix("万")
    shown = text.strip()[:40]
    if not bare:
        raise UserError("没有填写金额。")
    if "$" in bare:
        raise UserError(f"金额“{shown}”不是人民币，请折算成元填写。")
    if number.startswith("-"):
        raise UserError(f"金额“{shown}”不能为负数，请核对。")
    if not _AMOUNT.fullmatch(number):
        raise UserError(f"金额“{shown}”看不懂，请填写数字，例如 1200.50。")
    whole, _, fraction = number.replace(",", "").partition(".")
    whole, fraction = whole.lstrip("0"), fraction.rstrip("0")
    if len(fraction) > (2 if scale == 1 else 6):
        raise UserError(f"金额“{shown}”最多到分（两位小数），请核对。")
    cents = int(Decimal(f"{whole[:20] or 0}.{fraction or 0}") * scale * 100)
    if len(whole) > 20 or cents > LARGEST:
        raise UserError(f"金额“{shown}”超过 99,999,999,999.99 元，请核对。")
    return cents


def cents_of(number: float | Decimal) -> int:
    """Cents of a number from a spreadsheet cell; 19.99 counts as it is shown. Raises UserError as above."""
    exact = Decimal(repr(number)) if isinstance(number, float) else Decimal(number)
    return parse_yuan(format(exact, "f"))


def format_yuan(cents: int) -> str:
    """38,000.00, without a unit; negative amounts (differences in reports) with a minus sign."""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def capital(cents: int, *, prefix: str = "人民币") -> str:
    """大写金额 after the writing rules of 支付结算: 人民币 directly before it, 整 after a full 元 only.

    A zero 元 place before 角 is written 零 (the rules leave it open). Raises UserError out of range.
    """
    if not 0 <= cents <= LARGEST:
        raise UserError(f"金额 {format_yuan(cents)} 元不能写成大写，请核对。")
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    whole = f"{_capital_integer(yuan)}元" if yuan else ""
    if not jiao and not fen:
        return f"{prefix}{whole or '零元'}整"
    zero = "零" if yuan and (not jiao or yuan % 10 == 0) else ""
    tail = (f"{_DIGITS[jiao]}角" if jiao else "") + (f"{_DIGITS[fen]}分" if fen else "")
    return f"{prefix}{whole}{zero}{tail}"


def _capital_integer(number: int) -> str:
    """Groups of four digits; several zeros in the middle are written once."""
    groups = []
    while number:
        groups.append(number % 10_000)
        number //= 10_000
    words = ""
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if not group:
            continue
        below_thousand = group < 1000 or groups[place + 1 : place + 2] == [0]
        words += ("零" if words and below_thousand else "") + _capital_group(group) + _GROUPS[place]
    return words


def _capital_group(group: int) -> str:
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + _PLACES[place]
        gap = digit == 0
    return words


class AmountRange(msgspec.Struct, frozen=True):
    """A band of amounts for lists and reports: `low` included, `high` excluded (None: no end), in cents."""

    label: str
    low: int
    high: int | None


AMOUNT_RANGES = (
    AmountRange("不涉及金额", 0, 1),
    AmountRange("不满500元", 1, 500_00),
    AmountRange("500元至不满1000元", 500_00, 1_000_00),
    AmountRange("1000元至不满5000元", 1_000_00, 5_000_00),
    AmountRange("5000元至不满1万元", 5_000_00, 10_000_00),
    AmountRange("1万元至不满5万元", 10_000_00, 50_000_00),
    AmountRange("5万元至不满10万元", 50_000_00, 100_000_00),
    AmountRange("10万元以上", 100_000_00, None),
)
"""500 and 1000 yuan are the floors of 消费者权益保护法第55条 and 食品安全法第148条."""


def range_of(cents: int) -> AmountRange:
    """The band an amount falls in. Raises UserError for a negative amount."""
    for band in AMOUNT_RANGES:
        if band.low <= cents and (band.high is None or cents < band.high):
            return band
    raise UserError(f"金额 {format_yuan(cents)} 元不能为负数，请核对。")
