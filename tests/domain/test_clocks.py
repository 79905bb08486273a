"""Deadlines: the published vectors, an independent second implementation, and the sentences shown."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.calendar import Calendar, parse_year
from app.domain.clocks import Deadline, Pause, days_left, deadline
from app.domain.errors import UserError
from app.domain.rules import ClockRule, Roll, Unit
from tests.domain.shipped_data import shipped_calendar, shipped_rules
from tests.domain.test_calendar import text_2027

D = date


def period(length: int, unit: Unit, roll: Roll = "none") -> ClockRule:
    return ClockRule(
        name="test",
        label="试",
        duty="",
        start="收到",
        length=length,
        unit=unit,
        basis=(),
        pause="appraisal",
        roll=roll,
    )


def law(rule_set_id: str, name: str) -> ClockRule:
    return shipped_rules().by_id(rule_set_id).clock(name)


def due(rule: ClockRule, start: date, *pauses: Pause, roll: str | None = None) -> date | None:
    return deadline(rule, start, shipped_calendar(), pauses, roll=roll).due_on


# start: 5, 7, 15, 30 working days; 60 calendar days literally; the same rolled over weekends too.
VECTORS = [
    ("2026-02-10", "02-24", "02-26", "03-09", "03-30", "04-11", "04-13"),
    ("2026-04-15", "04-22", "04-24", "05-09", "05-29", "06-14", "06-15"),
    ("2026-04-28", "05-08", "05-11", "05-21", "06-11", "06-27", "06-29"),
    ("2026-04-30", "05-11", "05-13", "05-25", None, "06-29", "06-29"),
    ("2026-09-16", "09-22", "09-24", "10-13", None, "11-15", "11-16"),
    ("2026-09-18", "09-24", "09-29", "10-15", "11-05", "11-17", "11-17"),
    ("2026-09-30", "10-13", "10-15", "10-27", "11-17", "11-29", "11-30"),
    ("2026-10-12", "10-19", "10-21", "11-02", "11-23", "12-11", "12-11"),
    ("2026-11-20", "11-27", "12-01", "12-11", None, "2027-01-19", None),
]
RULES = [
    *(period(length, "workday") for length in (5, 7, 15, 30)),
    period(60, "day"),
    period(60, "day", "weekend_too"),
]
CASES = [
    (rule, date.fromisoformat(row[0]), date.fromisoformat(value if len(value) > 5 else f"2026-{value}"))
    for row in VECTORS
    for rule, value in zip(RULES, row[1:], strict=True)
    if value is not None
]


@pytest.mark.parametrize(("rule", "start", "expected"), CASES)
def test_published_vectors(rule: ClockRule, start: date, expected: date) -> None:
    assert due(rule, start) == expected


@pytest.mark.parametrize(
    ("start", "literal", "statutory", "block"),
    [
        (D(2026, 8, 3), D(2026, 10, 2), D(2026, 10, 4), D(2026, 10, 8)),
        (D(2026, 8, 5), D(2026, 10, 4), D(2026, 10, 4), D(2026, 10, 8)),
        (D(2026, 8, 8), D(2026, 10, 7), D(2026, 10, 7), D(2026, 10, 8)),
        (D(2026, 4, 15), D(2026, 6, 14), D(2026, 6, 14), D(2026, 6, 14)),
    ],
)
def test_roll_over_the_statutory_holiday(start: date, literal: date, statutory: date, block: date) -> None:
    rule = law("R2026", "complaint.mediation")
    assert due(rule, start, roll="none") == literal
    assert due(rule, start, roll="statutory_days") == statutory
    assert due(rule, start) == due(rule, start, roll="holiday_block") == block
    assert deadline(rule, start, shipped_calendar()).remind_on == literal


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (D(2025, 8, 4), D(2025, 10, 11)),
        (D(2025, 12, 1), D(2026, 2, 3)),
        (D(2026, 1, 12), D(2026, 3, 20)),
        (D(2026, 4, 14), D(2026, 6, 18)),
    ],
)
def test_45_working_days_of_the_old_rule(start: date, expected: date) -> None:
    assert due(law("R2020", "complaint.mediation"), start) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [(D(2026, 4, 15), D(2026, 5, 29)), (D(2026, 4, 30), D(2026, 6, 15)), (D(2026, 9, 16), D(2026, 11, 3))],
)
def test_15_working_days_extended_by_15(start: date, expected: date) -> None:
    half = due(period(15, "workday"), start)
    assert half is not None
    assert due(period(15, "workday"), half) == due(period(30, "workday"), start) == expected


APPRAISAL = Pause(D(2026, 5, 20), D(2026, 6, 10), "鉴定")


def test_pause_of_22_days_counts_both_ends() -> None:
    found = deadline(law("R2026", "complaint.mediation"), D(2026, 5, 6), shipped_calendar(), [APPRAISAL])
    assert (found.due_on, found.excluded_days, found.running) == (D(2026, 7, 27), 22, True)


def test_overlapping_pauses_count_once() -> None:
    rule = law("R2026", "complaint.mediation")
    parts = [Pause(D(2026, 5, 25), D(2026, 6, 10), "检测"), Pause(D(2026, 5, 20), D(2026, 5, 30), "鉴定")]
    found = deadline(rule, D(2026, 5, 6), shipped_calendar(), parts)
    assert (found.due_on, found.excluded_days) == (D(2026, 7, 27), 22)
    assert "鉴定、检测 05-20 至 06-10 不计入（22 日）" in found.explanation


def test_pause_outside_the_period_changes_nothing() -> None:
    rule = law("R2026", "complaint.mediation")
    plain = deadline(rule, D(2026, 5, 6), shipped_calendar())
    assert plain.due_on == D(2026, 7, 5)
    for pause in (
        Pause(D(2026, 7, 6), D(2026, 7, 20)),
        Pause(D(2026, 7, 6), None),
        Pause(D(2026, 4, 1), D(2026, 5, 6)),
    ):
        assert deadline(rule, D(2026, 5, 6), shipped_calendar(), [pause]) == plain
    assert due(rule, D(2026, 5, 6), Pause(D(2026, 7, 5), D(2026, 7, 5))) == D(2026, 7, 6)


def test_a_pause_does_not_move_a_clock_without_pauses() -> None:
    rule = law("R2026", "complaint.acceptance")
    found = deadline(rule, D(2026, 5, 19), shipped_calendar(), [APPRAISAL])
    assert found.due_on == due(rule, D(2026, 5, 19))
    assert "没有停止计算的规定" in found.explanation


def test_open_pause_gives_no_date_until_asked_as_of_a_day() -> None:
    rule, calendar = law("R2026", "complaint.mediation"), shipped_calendar()
    open_pause = Pause(D(2026, 5, 20), None, "检测")
    found = deadline(rule, D(2026, 5, 6), calendar, [open_pause])
    assert (found.due_on, found.remind_on, found.running) == (None, None, False)
    assert days_left(found, D(2026, 5, 25), calendar) is None
    assert "检测 05-20 起尚未结束" in found.explanation
    as_of = deadline(rule, D(2026, 5, 6), calendar, [open_pause], as_of=D(2026, 6, 10))
    assert (as_of.due_on, as_of.running, as_of.excluded_days) == (D(2026, 7, 27), False, 22)
    assert "暂按 06-10 结束推算（22 日）" in as_of.explanation
    earlier = deadline(rule, D(2026, 5, 6), calendar, [open_pause], as_of=D(2026, 5, 19))
    assert (earlier.due_on, earlier.running) == (D(2026, 7, 5), True)


def test_words_of_a_natural_day_clock() -> None:
    rule = law("R2026", "complaint.mediation")
    calendar = shipped_calendar().with_year(parse_year(text_2027()))
    found = deadline(rule, D(2026, 11, 9), calendar, [Pause(D(2026, 11, 12), D(2026, 11, 18), "检测")])
    assert (
        found.explanation
        == "自受理 2026-11-09 次日起算；检测 11-12 至 11-18 不计入（7 日）；届满 2027-01-15。"
    )
    assert found.basis == "投诉举报处理办法第22、23、45条；消费者权益保护法实施条例第46条"
    rolled = deadline(rule, D(2026, 8, 3), calendar)
    assert "第 60 日 2026-10-02 在国庆节假期内，顺延至 2026-10-08 届满" in rolled.explanation
    assert "届满 2026-06-14（星期日，不顺延）" in deadline(rule, D(2026, 4, 15), calendar).explanation
    weekend = deadline(rule, D(2026, 4, 15), calendar, roll="weekend_too")
    assert "第 60 日 2026-06-14 是星期日，顺延至 2026-06-15 届满" in weekend.explanation
    literal = deadline(rule, D(2026, 8, 3), calendar, roll="none")
    assert "届满 2026-10-02（国庆节假期，不顺延）" in literal.explanation


def test_words_of_a_working_day_clock() -> None:
    found = deadline(law("R2026", "complaint.acceptance"), D(2026, 9, 30), shipped_calendar())
    assert found.explanation == (
        "自收到投诉 2026-09-30 次日起算；其间休息日 1 天、国庆节假期 7 天不计，"
        "调休上班 10-10 计入；届满 2026-10-15。"
    )


def test_dates_that_reach_an_unknown_year_are_provisional() -> None:
    calendar, rules = shipped_calendar(), shipped_rules().by_id("R2026")
    sixty = deadline(rules.clock("complaint.mediation"), D(2026, 11, 20), calendar)
    assert (sixty.due_on, sixty.provisional, sixty.unknown_years) == (D(2027, 1, 19), True, (2027,))
    assert "2027 年放假安排尚未载入" in sixty.explanation
    assert not deadline(rules.clock("complaint.mediation"), D(2026, 11, 1), calendar).provisional
    assert not deadline(
        rules.clock("complaint.mediation"), D(2026, 11, 20), calendar, roll="none"
    ).provisional
    seven = deadline(rules.clock("complaint.acceptance"), D(2026, 12, 28), calendar)
    assert (seven.due_on, seven.provisional) == (D(2027, 1, 7), True)
    assert not deadline(rules.clock("complaint.acceptance"), D(2026, 12, 21), calendar).provisional
    known = calendar.with_year(parse_year(text_2027()))
    assert not deadline(rules.clock("complaint.mediation"), D(2026, 11, 20), known).provisional


def test_a_notice_that_arrives_later_can_move_a_provisional_date() -> None:
    rule = law("R2026", "complaint.acceptance")
    before = deadline(rule, D(2026, 12, 28), shipped_calendar())
    worked = shipped_calendar().with_year(parse_year(text_2027(last="2027-01-05")))
    after = deadline(rule, D(2026, 12, 28), worked)
    assert (before.due_on, after.due_on, after.provisional) == (D(2027, 1, 7), D(2027, 1, 11), False)


def test_days_left_in_the_clocks_own_unit() -> None:
    calendar = shipped_calendar()
    seven = deadline(law("R2026", "complaint.acceptance"), D(2026, 11, 20), calendar)  # due Tuesday 12-01
    left = {D(2026, 11, 20): 7, D(2026, 11, 22): 7, D(2026, 11, 23): 6, D(2026, 11, 30): 1, D(2026, 12, 1): 0}
    left |= {D(2026, 12, 2): -1, D(2026, 12, 7): -4}
    assert {day: days_left(seven, day, calendar) for day in left} == left
    friday = deadline(law("R2026", "complaint.acceptance"), D(2026, 11, 18), calendar)
    assert friday.due_on == D(2026, 11, 27)
    assert days_left(friday, D(2026, 11, 28), calendar) == -1  # overdue although no working day has passed
    sixty = deadline(law("R2026", "complaint.mediation"), D(2026, 5, 6), calendar)
    assert [days_left(sixty, D(2026, 7, day), calendar) for day in (1, 5, 6)] == [4, 0, -1]


def test_impossible_input_is_explained() -> None:
    rule = law("R2026", "complaint.mediation")
    with pytest.raises(UserError, match="早于开始日期"):
        due(rule, D(2026, 5, 6), Pause(D(2026, 6, 10), D(2026, 5, 20)))
    with pytest.raises(UserError, match="顺延方式“sunday”不存在"):
        due(rule, D(2026, 5, 6), roll="sunday")
    for day in (date.max, date.min):
        with pytest.raises(UserError, match="请核对"):
            due(rule, day)
    with pytest.raises(UserError, match="请核对"):
        due(rule, D(2026, 5, 6), Pause(D(2026, 5, 20), date.max))


# ------------------------------------------------------------------ the same, written a second time


def naive_workday(day: date) -> bool:
    """Chinesecalendar where it knows the year, else the documented fallback."""
    if 2016 <= day.year <= 2026:
        return bool(chinese_calendar.is_workday(day))
    fixed = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"]
    return day.isoweekday() <= 5 and day.strftime("%m-%d") not in fixed


def naive_holiday(day: date) -> bool:
    if 2016 <= day.year <= 2026:
        return chinese_calendar.get_holiday_detail(day)[1] is not None and not naive_workday(day)
    return day.strftime("%m-%d") in ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"]


WORKDAYS = [d for d in (D(2019, 1, 1) + timedelta(n) for n in range(4500)) if naive_workday(d)]


def naive_due(rule: ClockRule, start: date, pauses: list[Pause]) -> date:
    """List the days that count, take the n-th; then widen to the run of rest days it lies in."""
    paused = {p.start + timedelta(n) for p in pauses if p.end for n in range((p.end - p.start).days + 1)}
    if rule.pause == "none":
        paused = set()
    window = [start + timedelta(n) for n in range(1, 800)]
    if rule.unit == "workday":
        allowed = set(WORKDAYS)
        return [d for d in window if d in allowed and d not in paused][rule.length - 1]
    last = [d for d in window if d not in paused][rule.length - 1]
    run = {last} if not naive_workday(last) else set()
    for step in (1, -1):
        near = last
        while run and not naive_workday(near):
            run.add(near)
            near += timedelta(step)
    return max(run) + timedelta(1) if any(naive_holiday(d) for d in run) else last


EVERY_CLOCK = [clock for rules in shipped_rules().rule_sets for clock in rules.clocks]


@pytest.mark.parametrize(
    "rule", EVERY_CLOCK, ids=lambda rule: f"{rule.length}-{rule.name}-{rule.basis[0][-8:]}"
)
def test_second_implementation_agrees_on_every_start_day(rule: ClockRule) -> None:
    later = dict(zip(WORKDAYS, range(len(WORKDAYS)), strict=True))
    start = D(2020, 1, 1)
    while start < D(2027, 1, 1):
        if rule.unit == "day":
            expected = naive_due(rule, start, [])
        else:
            first = start + timedelta(1)
            while first not in later:
                first += timedelta(1)
            expected = WORKDAYS[later[first] + rule.length - 1]
        assert due(rule, start) == expected, start
        start += timedelta(1)


@st.composite
def near_pauses(draw: st.DrawFn) -> tuple[date, list[Pause]]:
    """A start day and pauses that fall near its running period."""
    start = draw(st.dates(D(2020, 1, 1), D(2026, 12, 31)))
    found = []
    for _ in range(draw(st.integers(0, 4))):
        first = start + timedelta(draw(st.integers(-20, 90)))
        found.append(Pause(first, first + timedelta(draw(st.integers(0, 40)))))
    return start, found


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(EVERY_CLOCK), near_pauses())
def test_second_implementation_agrees_with_random_pauses(
    rule: ClockRule, case: tuple[date, list[Pause]]
) -> None:
    start, pauses = case
    assert due(rule, start, *pauses) == naive_due(rule, start, pauses)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(EVERY_CLOCK), near_pauses())
def test_laws_every_deadline_obeys(rule: ClockRule, case: tuple[date, list[Pause]]) -> None:
    start, pauses = case
    calendar = shipped_calendar()

    def at(start: date, pauses: list[Pause]) -> Deadline:
        return deadline(rule, start, calendar, pauses)

    found, plain, next_day = at(start, pauses), at(start, []), at(start + timedelta(1), pauses)
    assert found.due_on is not None
    assert plain.due_on is not None
    assert next_day.due_on is not None
    assert found.remind_on is not None
    assert start < found.remind_on <= found.due_on
    assert plain.due_on <= found.due_on  # a pause never shortens
    assert found.due_on <= next_day.due_on  # a later start never ends earlier
    assert at(start, pauses[::-1]) == found  # the order of the pauses is without meaning
    assert (found.excluded_days == 0) == (found.remind_on == plain.remind_on)
    assert found.provisional == bool(found.unknown_years)
    if rule.unit == "workday":
        assert calendar.is_workday(found.due_on)
        assert days_left(found, start, calendar) == calendar.count_workdays(
            start + timedelta(1), found.due_on
        )


def test_a_bare_calendar_makes_everything_provisional() -> None:
    found = deadline(law("R2026", "complaint.acceptance"), D(2026, 2, 10), Calendar())
    assert (found.due_on, found.unknown_years) == (D(2026, 2, 19), (2026,))
