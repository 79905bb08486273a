"""A second, naive reading of every period, typed from the law and counted day by day.

Nothing here comes from `app`: working days are those of the package chinesecalendar, days off are read
from the yearly notices themselves, lengths are typed by hand. A clock without a twin fails a test.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path

import chinese_calendar

NOTICES = Path(__file__).resolve().parents[2] / "resources" / "calendar"
DAY = dt.timedelta(days=1)
LAST_KNOWN = dt.date(2026, 12, 31)

LAW: dict[tuple[str, str], tuple[int, str]] = {
    # 令第20号 第14、20、21、23、30、31条; 实施条例第46条
    ("R2020", "complaint.acceptance"): (7, "workday"),
    ("R2020", "complaint.mediation"): (45, "workday"),
    ("R2020", "complaint.mediation.60d"): (60, "day"),
    ("R2020", "complaint.termination-notice"): (7, "workday"),
    ("R2020", "competence.dispute"): (7, "workday"),
    ("R2020", "report.check"): (15, "workday"),
    ("R2020", "report.clue-check"): (15, "workday"),
    ("R2020", "report.opening-notice"): (5, "workday"),
    # 令第121号 第15、22、23、27、33、35条
    ("R2026", "complaint.acceptance"): (7, "workday"),
    ("R2026", "complaint.mediation"): (60, "day"),
    ("R2026", "complaint.termination-notice"): (7, "workday"),
    ("R2026", "competence.dispute"): (7, "workday"),
    ("R2026", "report.check"): (15, "workday"),
    ("R2026", "report.clue-check"): (15, "workday"),
    # 信访工作条例 第22、23、34、35、36条
    ("P2022", "petition.forwarding"): (15, "day"),
    ("P2022", "petition.notice"): (15, "day"),
    ("P2022", "petition.objection"): (5, "workday"),
    ("P2022", "petition.handling"): (60, "day"),
    ("P2022", "petition.extension"): (30, "day"),
    ("P2022", "petition.review-right"): (30, "day"),
    ("P2022", "petition.review"): (30, "day"),
    ("P2022", "petition.recheck-right"): (30, "day"),
    ("P2022", "petition.recheck"): (30, "day"),
    # 人民调解法第33条, 司法确认规定第4、5条, 人民调解工作若干规定
    ("PM2011", "dispute.mediation"): (30, "day"),
    ("PM2011", "dispute.mediation-workdays"): (30, "workday"),
    ("PM2011", "dispute.confirmation"): (30, "day"),
    ("PM2011", "dispute.court-acceptance"): (3, "day"),
    ("PM2011", "dispute.court-decision"): (15, "day"),
}
"""Rule set and clock: how long, in which unit."""

LOCAL: dict[str, tuple[int, str]] = {
    "local.transfer": (24, "hour"),
    "local.feedback": (24, "hour"),
    "local.contact": (1, "workday"),
    "local.finish": (15, "day"),
    "local.12345.return": (2, "workday"),
    "local.12345.reply": (5, "workday"),
}


@cache
def days_off() -> frozenset[dt.date]:
    """Every day the notices give off."""
    found: set[dt.date] = set()
    for path in sorted(NOTICES.glob("*.toml")):
        for holiday in tomllib.loads(path.read_text(encoding="utf-8")).get("holiday", []):
            day = holiday["first"]
            while day <= holiday["last"]:
                found.add(day)
                day += DAY
    return frozenset(found)


def after_holiday(day: dt.date) -> dt.date:
    """The first working day after an unbroken run of rest days that holds a day given off; else the day."""
    run = []
    before = day
    while not works(before):
        run.append(before)
        before -= DAY
    after = day
    while not works(after):
        run.append(after)
        after += DAY
    return after if set(run) & days_off() else day


@cache
def statutory() -> frozenset[dt.date]:
    """法定节假日 proper."""
    return frozenset(
        day
        for path in sorted(NOTICES.glob("*.toml"))
        for holiday in tomllib.loads(path.read_text(encoding="utf-8")).get("holiday", [])
        for day in holiday["statutory"]
    )


@cache
def works(day: dt.date) -> bool:
    """Whether offices are open; NotImplementedError beyond what is known."""
    if day > LAST_KNOWN:
        raise NotImplementedError(day)
    return bool(chinese_calendar.is_workday(day))


def last_day(start: dt.date, length: int, unit: str, paused: frozenset[dt.date] = frozenset()) -> dt.date:
    """The last day before any rolling: the start is not counted, nor are days in a pause."""
    day, left = start, length
    while left:
        day += DAY
        if day not in paused and (unit == "day" or works(day)):
            left -= 1
    return day


def rolled(day: dt.date, unit: str, roll: str) -> dt.date:
    """The last day after rolling over days off, as the office has chosen (办法第45条)."""
    if unit == "workday":
        return day
    if day > LAST_KNOWN:
        raise NotImplementedError(day)
    if roll == "holiday_block":
        return after_holiday(day)
    while (roll == "statutory_days" and day in statutory()) or (roll == "weekend_too" and not works(day)):
        day += DAY
    return day


def due(
    start: dt.date, length: int, unit: str, roll: str, paused: frozenset[dt.date] = frozenset()
) -> dt.date | None:
    """The day a period ends, None when it reaches into a year without a notice."""
    try:
        found = rolled(last_day(start, length, unit, paused), unit, roll)
    except NotImplementedError:
        return None
    return found if found <= LAST_KNOWN else None
