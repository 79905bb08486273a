"""Splitting a sum into monthly instalments that add up to the cent."""

from __future__ import annotations

import calendar
import datetime as dt

import msgspec

from app.domain.errors import UserError

MOST = 120
"""Instalments of one sum: ten years of months."""


class Instalment(msgspec.Struct, frozen=True, kw_only=True):
    """One part: cents, and the day it falls due."""

    amount: int
    due_on: dt.date


def monthly(total: int, count: int, first_due: dt.date) -> tuple[Instalment, ...]:
    """`total` cents in `count` parts, the first on `first_due`, the others each a month later.

    All parts are equal but the last, which takes the odd cents. A day that a month does not have
    becomes its last day, without moving the months after it. Raises UserError when it cannot be split.
    """
    if not 1 <= count <= MOST:
        raise UserError(f"期数应为 1 至 {MOST}，请核对。")
    if total < count:
        raise UserError("总额太小，分不成这么多期，请核对。")
    each = total // count
    return tuple(
        Instalment(
            amount=each if place + 1 < count else total - each * (count - 1),
            due_on=_months_later(first_due, place),
        )
        for place in range(count)
    )


def _months_later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
