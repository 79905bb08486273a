"""Days and times as people and spreadsheets write them, and as papers print them.

The program lives in one zone: China has used UTC+8 without daylight saving for every date it handles.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

from app.domain.errors import UserError
from app.domain.typed_text import compact, half_width

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
# Day 0 of a spreadsheet. 1900-02-29, which spreadsheets believe in, lies before every serial accepted here.
_SERIAL_ZERO = datetime(1899, 12, 30, tzinfo=SHANGHAI)
_SERIALS = range(10_000, 110_000)
_PATTERNS = (
    re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])"),
    re.compile(r"([0-9]{4})(年)([0-9]{1,2})月([0-9]{1,2})(?:[日号]|(?![0-9]))"),
    re.compile(r"([0-9]{4})()([0-9]{2})([0-9]{2})(?![0-9])"),
)
_TIME = re.compile(r"([0-9]{1,2})(?:[:点时]([0-9]{1,2})?分?(?::?([0-9]{1,2})(?:\.[0-9]+)?秒?)?)?")
_HALVES = {"上午": 0, "早上": 0, "下午": 12}


def parse_date(value: str | float | date) -> date:
    """A day from text (2026-11-21, 2026/11/21, 2026年11月21日, 20261121, full-width digits) or a cell.

    Numbers, and text of five or six digits, are spreadsheet serials; a time of day is left out.
    Raises UserError when it is no day.
    """
    if isinstance(value, datetime):
        return _within(value.date(), value)
    if isinstance(value, date):
        return _within(value, value)
    if isinstance(value, int | float):
        return _serial(value).date()
    day, _ = _split(value)
    return day


def parse_moment(value: str | float | datetime) -> datetime:
    """A day with a time of day, in Shanghai time; a missing time is 00:00. Raises UserError."""
    if isinstance(value, datetime):
        _within(value.date(), value)
        return value.replace(tzinfo=SHANGHAI) if value.tzinfo is None else value.astimezone(SHANGHAI)
    if isinstance(value, int | float):
        return _serial(value)
    day, rest = _split(value)
    return datetime.combine(day, parse_time(rest) if rest else time(), SHANGHAI)


def parse_time(text: str) -> time:
    """A time of day: 9:12, 09：12：30, 9时12分, 9点, 0912, 下午3:30. Raises UserError."""
    bare = compact(text)
    half = next((word for word in _HALVES if bare.startswith(word)), "")
    number = bare.removeprefix(half).replace("点半", "点30").replace("时半", "时30")
    if re.fullmatch(r"[0-9]{4}", number):
        number = f"{number[:2]}:{number[2:]}"
    found = _TIME.fullmatch(number)
    wrong = f"时间“{text.strip()[:20]}”看不懂，请按 09:30 的样子填写。"
    if found is None or (number.isdigit() and not half):
        raise UserError(wrong if bare else "没有填写时间。")
    hour, minute, second = (int(part or 0) for part in found.groups())
    if _HALVES.get(half) == 12 and hour < 12:
        hour += 12
    try:
        return time(hour, minute, second)
    except ValueError as error:
        raise UserError(wrong) from error


def format_cn(day: date) -> str:
    """2026年1月5日, unpadded as papers print it."""
    return f"{day.year}年{day.month}月{day.day}日"


def format_cn_moment(moment: datetime) -> str:
    """2026年1月5日9时05分, in Shanghai time."""
    local = moment.astimezone(SHANGHAI) if moment.tzinfo is not None else moment
    return f"{format_cn(local.date())}{local.hour}时{local.minute:02d}分"


def _serial(number: float) -> datetime:
    if not (number == number and int(_SERIALS.start) <= number < _SERIALS.stop):
        raise UserError(f"数字 {number:g} 不是日期，请按 2026-11-21 的样子填写。")
    seconds = round((number % 1) * 86_400)
    return _SERIAL_ZERO + timedelta(days=int(number), seconds=seconds)


def _split(text: str) -> tuple[date, str]:
    """The day at the front of a text, and what follows it."""
    bare = half_width(text)
    if not bare:
        raise UserError("没有填写日期。")
    if re.fullmatch(r"[0-9]{5,6}(\.[0-9]+)?", bare):
        moment = _serial(float(bare))
        return moment.date(), moment.strftime("%H:%M:%S") if "." in bare else ""
    bare = re.sub(r"\s*([-/.年月日号])\s*", r"\1", bare)
    for pattern in _PATTERNS:
        found = re.match(rf"{pattern.pattern}[\sT,]*(.*)", bare, re.DOTALL)
        rest = re.sub(r"\+08:?00$", "", found[5]) if found else ""
        if found is None or (rest and not _is_time(rest)):
            continue
        try:
            day = date(int(found[1]), int(found[3]), int(found[4]))
        except ValueError as error:
            raise UserError(f"日期“{text.strip()[:20]}”不存在，请核对。") from error
        return _within(day, text), rest
    raise UserError(f"日期“{text.strip()[:20]}”看不懂，请按 2026-11-21 的样子填写。")


def _is_time(text: str) -> bool:
    try:
        parse_time(text)
    except UserError:
        return False
    return True


def _within(day: date, shown: object) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise UserError(f"日期“{str(shown).strip()[:20]}”的年份不对，请核对。")
    return day
