"""The clocks of a complaint: which run, since when, what stands them still, when they were met.

Nothing here looks at today's date: a deadline is a fact of the case and the calendar.
"""

from __future__ import annotations

import datetime as dt

from app.domain.calendar import Calendar
from app.domain.casefile import DeadlineRow
from app.domain.clocks import Pause
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.timing import Timing, rule_row
from app.domain.rules import RuleSet
from app.domain.settlement.timing import promise_rows
from app.domain.settlement.turns import PRIVATE

ACCEPTANCE = "complaint.acceptance"
MEDIATION = "complaint.mediation"
MEDIATION_COMPANION = "complaint.mediation.60d"
TERMINATION_NOTICE = "complaint.termination-notice"


def pauses(case: Complaint) -> tuple[Pause, ...]:
    """鉴定、检测时间不计入调解期限 (办法第22条): every day from commission to report, both included."""
    return tuple(
        Pause(
            start=a.started.commissioned_on,
            end=a.reported.reported_on if a.reported else None,
            reason="鉴定检测",
        )
        for a in case.appraisals
    )


def _told_on(case: Complaint) -> dt.date | None:
    """The day the complainant learnt whether the complaint is accepted (办法第15条).

    A complaint fed back to its sender is decided on by whoever gets it next.
    """
    days = [
        n.at.date()
        for n in case.notices
        if n.party == "complainant"
        and n.result == "reached"
        and n.matter in ("acceptance", "refusal", "termination")
    ]
    if case.withdrawal is not None:
        days.append(case.withdrawal.on)
    days += [a.agreed_on for a in case.agreements() if a.instrument == PRIVATE]
    if case.competence.fed_back is not None:
        days.append(case.competence.fed_back.on)
    return min(days, default=None)


def _termination_told_on(case: Complaint) -> dt.date | None:
    if case.termination is None:
        return None
    notices = [case.notified("termination", p, case.termination.on) for p in case.PARTIES]
    days = [n.at.date() for n in notices if n is not None]
    return max(days) if len(days) == len(notices) else None


def authority_received_on(case: Complaint) -> dt.date:
    """自收到投诉之日起 (办法第15条): the day an office that the 办法 binds had it, which a station is not."""
    if case.origin is None:
        raise ValueError("a complaint without registration has no clocks")
    receipts = case.turns.receipts
    return receipts[-1].on if receipts else case.origin.received_on


def running(case: Complaint, rules: RuleSet) -> list[tuple[str, dt.date, tuple[Pause, ...], dt.date | None]]:
    """The legal clocks started so far, as (clock id, start day, pauses, day it was met or None)."""
    found: list[tuple[str, dt.date, tuple[Pause, ...], dt.date | None]] = []
    if case.origin is None or case.phase == "void":
        return found
    found.append((ACCEPTANCE, authority_received_on(case), (), _told_on(case)))
    if case.accepted_on is not None:
        companion = rules.companion(MEDIATION, case.origin.received_on)
        ids = [MEDIATION] if companion is None else [MEDIATION, companion.name]
        found += [(name, case.accepted_on, pauses(case), case.mediation_ended_on) for name in ids]
    if case.termination is not None:
        found.append((TERMINATION_NOTICE, case.termination.on, (), _termination_told_on(case)))
    return found


def deadlines(
    case: Complaint, rules: RuleSet, calendar: Calendar, *, roll: str, limit: str
) -> tuple[DeadlineRow, ...]:
    """Every clock of the case with its date and explanation, legal ones first, then the promises.

    `roll` and `limit` are the office settings `day_clock_roll` and `mediation_limit_before_2026`.
    """
    rows = [
        rule_row(rules.clock(name), start, calendar, pauses=paused, done_on=done_on, roll=roll)
        for name, start, paused, done_on in running(case, rules)
    ]
    return (*_choose_limit(rows, limit), *promise_rows(case))


def clocks(case: Complaint, timing: Timing) -> tuple[DeadlineRow, ...]:
    """`deadlines` under the office's settings; the law's run only for whoever it binds (办理身份)."""
    if not timing.identities.bound_by_periods(case.identity):
        return tuple(promise_rows(case))
    return deadlines(
        case,
        timing.rules,
        timing.calendar,
        roll=timing.setting("day_clock_roll"),
        limit=timing.setting("mediation_limit_before_2026"),
    )


def _choose_limit(rows: list[DeadlineRow], limit: str) -> list[DeadlineRow]:
    """Of two mediation limits put the one that counts first (docs/open-questions.md Q1)."""
    limits = [r for r in rows if r.clock in (MEDIATION, MEDIATION_COMPANION)]
    if len(limits) < 2:
        return rows
    if limit == "earlier":
        limits.sort(key=lambda r: r.due_on or dt.date.max)
    elif limit == "60_days":
        limits.reverse()
    others = [r for r in rows if r not in limits]
    return [*others[:1], *limits, *others[1:]]


def counting(rows: tuple[DeadlineRow, ...]) -> tuple[DeadlineRow, ...]:
    """The clocks that compete for the earliest: of two mediation limits only the one that counts."""
    companions = [r for r in rows if r.clock in (MEDIATION, MEDIATION_COMPANION)]
    hidden = {r.clock for r in companions[1:]}
    return tuple(r for r in rows if r.clock not in hidden)


def mediation_due(rows: tuple[DeadlineRow, ...]) -> dt.date | None:
    """The mediation limit that counts, None before acceptance or while a pause is open."""
    return next((r.due_on for r in rows if r.clock in (MEDIATION, MEDIATION_COMPANION)), None)
