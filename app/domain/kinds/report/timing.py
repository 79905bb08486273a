"""The clocks of a report: 核查 with its extension and pauses, and under 令第20号 the notice of 立案."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.casefile import DeadlineRow
from app.domain.clocks import Pause
from app.domain.kinds.report.state import TESTS, Report
from app.domain.matter.timing import Timing, rule_row

CHECK = "report.check"
CLUE_CHECK = "report.clue-check"
OPENING_NOTICE = "report.opening-notice"


def clock_of(case: Report) -> str:
    """Which period the check has: of a report, or of a clue met in mediation (办法第27条)."""
    return CLUE_CHECK if case.discovered else CHECK


def pauses(case: Report) -> tuple[Pause, ...]:
    """Days of tests, first and last included (市场监督管理行政处罚程序规定第18条)."""
    return tuple(
        Pause(
            start=one.started.started_on,
            end=one.ended.ended_on if one.ended else None,
            reason=TESTS.get(one.started.sort, one.started.sort),
        )
        for one in case.tests
    )


def clocks(case: Report, timing: Timing) -> tuple[DeadlineRow, ...]:
    """Every clock of the report with its date and explanation."""
    if case.origin is None or case.counted_from is None or case.phase == "void":
        return ()
    return (_check(case, timing, case.counted_from), *_opening_notice(case, timing))


def _check(case: Report, timing: Timing, start: dt.date) -> DeadlineRow:
    rule = timing.rules.clock(clock_of(case))
    if case.extension() is not None:
        rule = msgspec.structs.replace(
            rule, length=rule.length + rule.extension, label=f"{rule.label}（已批准延长）"
        )
    if start != (case.origin.received_on if case.origin else start):
        rule = msgspec.structs.replace(rule, start="收到最后一次举报", basis=(*rule.basis, RECOUNT))
    return rule_row(
        rule,
        start,
        timing.calendar,
        pauses=pauses(case),
        done_on=case.checked_on(),
        roll=timing.setting("day_clock_roll"),
    )


RECOUNT = "投诉举报处理办法第35条（自收到最后一次举报之日起重新计算）"


def _opening_notice(case: Report, timing: Timing) -> tuple[DeadlineRow, ...]:
    """Five working days to tell a named reporter whether the case was opened; R2026 abolished it."""
    if case.opening is None or not case.reporter.named or not timing.rules.has_clock(OPENING_NOTICE):
        return ()
    told = case.notified("opening", "reporter", case.opening.decided_on)
    row = rule_row(
        timing.rules.clock(OPENING_NOTICE),
        case.opening.decided_on,
        timing.calendar,
        done_on=told.at.date() if told is not None else None,
        roll=timing.setting("day_clock_roll"),
    )
    return (row,)


def check_due(rows: tuple[DeadlineRow, ...]) -> dt.date | None:
    """The last day of the check, None while a test is under way."""
    return next((r.due_on for r in rows if r.clock in (CHECK, CLUE_CHECK)), None)
