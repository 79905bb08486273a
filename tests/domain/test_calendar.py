"""The calendar data against two independent packages, and the calendar's own rules."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import chinese_calendar
import holidays
import pytest

from app.domain.calendar import Calendar, YearPlan, parse_year, weekday_name
from app.domain.errors import UserError
from tests.domain.shipped_data import RESOURCES, shipped_calendar

YEARS = range(2016, 2027)


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", YEARS)
def test_every_day_agrees_with_both_oracles(year: int) -> None:
    # The two packages agree with each other on every day of these years, so there is no known difference.
    calendar = shipped_calendar()
    other = holidays.country_holidays("CN", years=year)
    for day in days_of(year):
        assert calendar.is_workday(day) == chinese_calendar.is_workday(day), day
        assert calendar.is_workday(day) == other.is_working_day(day), day


@pytest.mark.parametrize("year", YEARS)
def test_statutory_days_are_those_of_the_holidays_package(year: int) -> None:
    named = holidays.country_holidays("CN", years=year, language="zh_CN")
    moved = ("补假", "调休", "延长")
    expected = [day for day in days_of(year) if day in named and not any(w in named[day] for w in moved)]
    assert [day for day in days_of(year) if shipped_calendar().is_statutory(day)] == expected
    # Eleven statutory days until 2024, thirteen from 2025; in 2020 the two autumn holidays fell on one day.
    assert len(expected) == (13 if year >= 2025 else 10 if year == 2020 else 11)


MONTHS = {
    2016: [20, 18, 23, 20, 21, 21, 21, 23, 21],
    2024: [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22],
    2025: [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23],
    2026: [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23],
}


@pytest.mark.parametrize("year", MONTHS)
def test_working_days_of_each_month(year: int) -> None:
    counts = [
        sum(shipped_calendar().is_workday(day) for day in days_of(year) if day.month == month)
        for month in range(1, len(MONTHS[year]) + 1)
    ]
    assert counts == MONTHS[year]


def test_working_days_of_a_year_and_of_nine_months() -> None:
    calendar = shipped_calendar()
    assert [calendar.count_workdays(date(y, 1, 1), date(y, 12, 31)) for y in (2024, 2025, 2026)] == [
        251,
        248,
        248,
    ]
    assert calendar.count_workdays(date(2016, 1, 1), date(2016, 9, 30)) == 188
    assert calendar.count_workdays(date(2026, 3, 2), date(2026, 3, 1)) == 0


# (holiday, first day off, last day off, make-up days), as printed in the notices.
ARRANGEMENTS = {
    2024: [
        ("春节", (2, 10), (2, 17), [(2, 4), (2, 18)]),
        ("清明节", (4, 4), (4, 6), [(4, 7)]),
        ("劳动节", (5, 1), (5, 5), [(4, 28), (5, 11)]),
        ("端午节", (6, 10), (6, 10), []),
        ("中秋节", (9, 15), (9, 17), [(9, 14)]),
        ("国庆节", (10, 1), (10, 7), [(9, 29), (10, 12)]),
    ],
    2025: [
        ("元旦", (1, 1), (1, 1), []),
        ("春节", (1, 28), (2, 4), [(1, 26), (2, 8)]),
        ("清明节", (4, 4), (4, 6), []),
        ("劳动节", (5, 1), (5, 5), [(4, 27)]),
        ("端午节", (5, 31), (6, 2), []),
        ("国庆节、中秋节", (10, 1), (10, 8), [(9, 28), (10, 11)]),
    ],
    2026: [
        ("元旦", (1, 1), (1, 3), [(1, 4)]),
        ("春节", (2, 15), (2, 23), [(2, 14), (2, 28)]),
        ("清明节", (4, 4), (4, 6), []),
        ("劳动节", (5, 1), (5, 5), [(5, 9)]),
        ("端午节", (6, 19), (6, 21), []),
        ("中秋节", (9, 25), (9, 27), []),
        ("国庆节", (10, 1), (10, 7), [(9, 20), (10, 10)]),
    ],
}


@pytest.mark.parametrize("year", ARRANGEMENTS)
def test_arrangements_of_the_notices(year: int) -> None:
    plan = shipped_calendar().plan(year)
    assert plan is not None
    by_name = {holiday.name: holiday for holiday in plan.holiday}
    for name, first, last, workdays in ARRANGEMENTS[year]:
        holiday = by_name[name]
        assert (holiday.first, holiday.last) == (date(year, *first), date(year, *last))
        assert list(holiday.workdays) == [date(year, *day) for day in workdays]


def test_every_file_names_its_notice() -> None:
    for year in YEARS:
        plan = shipped_calendar().plan(year)
        assert plan is not None
        assert plan.source[0].title == f"国务院办公厅关于{year}年部分节假日安排的通知"
        assert plan.source[0].issued.year == year - 1
    assert shipped_calendar().years == tuple(YEARS)


@pytest.mark.parametrize(
    ("day", "note"),
    [
        (date(2026, 10, 2), "国庆节假期"),
        (date(2026, 10, 10), "调休上班"),
        (date(2026, 11, 21), "周末"),
        (date(2026, 11, 20), None),
        (date(2025, 10, 6), "国庆节、中秋节假期"),
        (date(2018, 12, 31), "元旦假期"),
        (date(2018, 12, 29), "调休上班"),
        (date(2027, 5, 2), "劳动节假期"),
        (date(2027, 2, 6), "周末"),
    ],
)
def test_day_notes(day: date, note: str | None) -> None:
    assert shipped_calendar().day_note(day) == note


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2026, 10, 1), date(2026, 10, 8)),
        (date(2026, 10, 7), date(2026, 10, 8)),
        (date(2026, 10, 8), date(2026, 10, 8)),
        (date(2026, 11, 21), date(2026, 11, 21)),  # a weekend on its own is no holiday
        (date(2019, 4, 5), date(2019, 4, 8)),  # 清明 joined with the weekend
        (date(2024, 6, 8), date(2024, 6, 11)),  # the weekend before 端午 on Monday
        (date(2018, 12, 30), date(2019, 1, 2)),  # across the new year
        (date(2026, 9, 19), date(2026, 9, 19)),  # Saturday before a worked Sunday
        (date(2027, 1, 1), date(2027, 1, 4)),  # unknown year: provisional
    ],
)
def test_first_day_after_a_holiday(day: date, after: date) -> None:
    assert shipped_calendar().first_day_after_holiday(day) == after


def test_unknown_year_knows_only_weekdays_and_fixed_days() -> None:
    calendar = shipped_calendar()
    assert not calendar.is_known(2027)
    fixed = {(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)}
    for day in days_of(2027):
        assert calendar.is_workday(day) == (day.weekday() < 5 and (day.month, day.day) not in fixed)
        assert calendar.is_statutory(day) == ((day.month, day.day) in fixed)


def test_loading_a_year_makes_it_known_and_leaves_the_old_calendar_alone() -> None:
    before = shipped_calendar()
    after = before.with_year(parse_year(text_2027()))
    assert after.is_known(2027)
    assert not before.is_known(2027)
    assert after.holiday_name(date(2027, 1, 2)) == "元旦"
    assert after.is_workday(date(2027, 5, 3))
    assert after.with_year(parse_year(text_2027())).years == after.years


def text_2027(**changes: str) -> str:
    values = {"first": "2027-01-01", "last": "2027-01-03", "statutory": "2027-01-01", "work": ""} | changes
    return (
        'year = 2027\n[[source]]\ntitle = "通知"\nissued = 2026-11-05\n[[holiday]]\nname = "元旦"\n'
        f"first = {values['first']}\nlast = {values['last']}\n"
        f"statutory = [{values['statutory']}]\nworkdays = [{values['work']}]\n"
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("year = ", "读不懂"),
        ("year = 2027", "读不懂"),
        (text_2027() + "extra = 1\n", "读不懂"),
        (text_2027(last="2026-12-30"), "起止日期"),
        (text_2027(last="2027-06-03"), "起止日期"),
        (text_2027(statutory="2027-01-04"), "法定日"),
        (text_2027(work="2027-01-04"), "不是周末"),
        (text_2027(work="2027-01-02"), "既列为放假又列为上班"),
        (text_2027(work="2027-01-09, 2028-01-08"), "不属于该年"),
        (text_2027() + text_2027().split("[[source]]")[1].split("\n", 3)[3], "重复"),
    ],
)
def test_a_damaged_file_is_refused_with_the_reason(text: str, complaint: str) -> None:
    with pytest.raises(UserError, match=complaint):
        parse_year(text)


def test_shipped_files_are_one_a_year() -> None:
    for file in (RESOURCES / "calendar").glob("*.toml"):
        assert parse_year(file.read_text(encoding="utf-8")).year == int(file.stem)


def test_weekday_names() -> None:
    assert weekday_name(date(2026, 11, 21)) == "星期六"
    assert weekday_name(date(2026, 11, 22)) == "星期日"


def test_an_empty_calendar_is_wholly_provisional() -> None:
    assert not Calendar().is_known(2026)
    assert Calendar().is_workday(date(2026, 2, 17))


def test_files_are_read_when_a_day_they_speak_about_is_asked_for() -> None:
    whole, asked = shipped_calendar(), []

    def reading(year: int) -> YearPlan:
        asked.append(year)
        plan = whole.plan(year)
        assert plan is not None
        return plan

    lazy = Calendar(unread={year: partial(reading, year) for year in whole.years})
    assert lazy.years == whole.years
    assert lazy.is_known(2026)
    assert not lazy.is_known(2027)
    assert asked == []
    assert not lazy.is_workday(date(2026, 10, 1))
    assert asked == [2026]
    # 2024 begins on the last days of 2023, which the notice of 2024 gives off.
    assert lazy.day_note(date(2023, 12, 30)) == whole.day_note(date(2023, 12, 30))
    assert asked == [2026, 2023, 2024]
    changed = lazy.with_year(parse_year(text_2027()))
    assert changed.is_known(2027)
    for year in (2016, 2020, 2025):
        for day in days_of(year):
            assert changed.day_note(day) == whole.day_note(day)
            assert changed.is_statutory(day) == whole.is_statutory(day)
    # Each file once: 2016, 2020 and 2025, and for two Decembers 2017 and 2021.
    assert sorted(asked) == [2016, 2017, 2020, 2021, 2023, 2024, 2025, 2026]
