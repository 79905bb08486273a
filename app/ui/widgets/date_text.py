"""Reading dates and times the way they are typed in haste at a counter; no Qt, no clock.

`app.domain.dates` reads whole dates, for workbooks too; here come the short ways of a person who knows
what day it is: 11-21, 1121, 今天, 昨天, 930.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Literal

from app.domain.dates import parse_date, parse_time
from app.domain.errors import UserError
from app.system.clock import SHANGHAI

Lean = Literal["past", "future"]
_WORDS = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "今天": 0,
    "今日": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "大后天": 3,
}
_SHORT = re.compile(r"(?:(\d{1,2})[-/.](\d{1,2})|(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))")
_DATE_TIME = re.compile(r"(.*\S)[\sT]+((?:上午|早上|下午)?\S+)")
_DIGIT_TIME = re.compile(r"(\d{1,2})(\d{2})")
_NO_DATE = "日期“{}”看不懂，请写成 2026-11-21、11-21 或 今天。"
_NO_TIME = "请把时间也写上，例如 2026-11-21 09:30、今天 930 或 现在。"


def read_date(text: str, today: dt.date, lean: Lean = "past") -> dt.date:
    """The date `text` means: 20261121, 2026-11-21, 2026年11月21日, 11-21, 1121, 今天, 昨天 …

    A date without a year is the last such day up to `today`, or with `lean="future"` the next one from
    `today` on. Raises UserError when it is no date.
    """
    tidy = unicodedata.normalize("NFKC", text).replace(" ", "")
    if tidy in _WORDS:
        return today + dt.timedelta(days=_WORDS[tidy])
    found = _SHORT.fullmatch(tidy)
    if found:
        month, day = (int(part) for part in found.groups() if part is not None)
        return _nearest(month, day, today, lean, text)
    # Numbers of other lengths would be taken for a workbook's serial numbers there.
    if tidy.isdigit() and len(tidy) != 8:
        raise UserError(_NO_DATE.format(text.strip()[:20]))
    return parse_date(tidy)


def read_moment(text: str, now: dt.datetime, lean: Lean = "past") -> dt.datetime:
    """The moment `text` means: a date as in `read_date`, a blank, and a time: 09:30, 930, 9点半; or 现在.

    A time alone (9:30) is today's. Aware, Asia/Shanghai, to the minute. Raises UserError when the date
    or the time is missing or none.
    """
    tidy = unicodedata.normalize("NFKC", text).strip()
    if tidy in ("现在", "此刻"):
        return now.astimezone(SHANGHAI).replace(second=0, microsecond=0)
    found = _DATE_TIME.fullmatch(tidy)
    if found:
        day, time = read_date(found.group(1), now.date(), lean), found.group(2)
    elif re.search(r"[:点时]", tidy):
        day, time = now.date(), tidy
    else:
        raise UserError(_NO_TIME)
    digits = _DIGIT_TIME.fullmatch(time)
    at = parse_time(f"{digits.group(1)}:{digits.group(2)}" if digits else time)
    return dt.datetime.combine(day, at.replace(second=0, microsecond=0), SHANGHAI)


def _nearest(month: int, day: int, today: dt.date, lean: Lean, text: str) -> dt.date:
    step = -1 if lean == "past" else 1
    # Up to eight years lie between two 29 February.
    for year in range(today.year, today.year + 9 * step, step):
        try:
            candidate = dt.date(year, month, day)
        except ValueError as error:
            if (month, day) == (2, 29):
                continue
            raise UserError(f"日期“{text.strip()[:20]}”不存在，请核对。") from error
        if candidate == today or (candidate < today) == (lean == "past"):
            return candidate
    raise UserError(_NO_DATE.format(text.strip()[:20]))
