"""What is wrong with a 登记编号, as far as the text of the cell shows it."""

from __future__ import annotations

import re

from app.sheets.columns import OrderNumberRule

ORDER_NUMBER_DIGITS = 25
MAX_FREE_LENGTH = 40
# A table program keeps 15 digits of a number and fills up with zeros; a real number would need day "00".
_LOST_DIGITS = re.compile(r"[1-9]\d{14}0{10}")
# Digits this many are a 12315 number even in a sheet whose numbers are free.
_LIKE_12315 = 20

RUINED = "登记编号被表格软件改成了数字，末尾数位已丢失：请在原平台重新导出，或把该列设为文本"


def order_number_problem(number: str, rule: OrderNumberRule) -> str | None:
    """The reason why `number` (cleaned) is no order number, or None. An empty number is a problem too."""
    if not number:
        return "没有登记编号：请在原平台重新导出"
    like_12315 = number.isascii() and number.isdigit() and len(number) >= _LIKE_12315
    if rule == "free" and not like_12315:
        return f"登记编号超过 {MAX_FREE_LENGTH} 个字：请核对" if len(number) > MAX_FREE_LENGTH else None
    if not (number.isascii() and number.isdigit()):
        return f"登记编号“{number[:30]}”应为 {ORDER_NUMBER_DIGITS} 位数字：请与原平台核对"
    if len(number) != ORDER_NUMBER_DIGITS:
        return f"登记编号是 {len(number)} 位，应为 {ORDER_NUMBER_DIGITS} 位数字：请与原平台核对"
    return RUINED if _LOST_DIGITS.fullmatch(number) else None
