"""The clocks of a dispute: the period of mediation, 司法确认, the court's own periods, visits, promises.

The periods and their articles stand in resources/rules/people_mediation.toml. How long mediation usually
takes is the office's to set (`dispute_mediation_period`): the law itself names no number.
"""

from __future__ import annotations

import datetime as dt

from app.domain.casefile import DeadlineRow
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.matter.timing import Timing, rule_row
from app.domain.settlement.timing import promise_rows

MEDIATION = "dispute.mediation"
MEDIATION_WORKDAYS = "dispute.mediation-workdays"
CONFIRMATION = "dispute.confirmation"
COURT_TAKING = "dispute.court-acceptance"
COURT_DECIDING = "dispute.court-decision"
VISIT = "dispute.visit"
COURTS = (COURT_TAKING, COURT_DECIDING)
"""Periods of the court: shown, but never what the committee must do."""
_PERIODS = {"30_days": MEDIATION, "30_workdays": MEDIATION_WORKDAYS}


def clocks(case: DisputeCase, timing: Timing) -> tuple[DeadlineRow, ...]:
    """Every clock of the dispute, then visits and the promises of an agreement."""
    if case.phase == "void":
        return ()
    rows = [*_mediation(case, timing), *_confirmation(case, timing), *_visits(case)]
    return (*rows, *promise_rows(case, "调解协议"))


def counting(rows: tuple[DeadlineRow, ...]) -> tuple[DeadlineRow, ...]:
    """What competes for the earliest: everything but the court's own periods."""
    return tuple(r for r in rows if r.clock not in COURTS)


def limit(rows: tuple[DeadlineRow, ...]) -> dt.date | None:
    """The last day the checks ask for: of 司法确认 when it runs, else of mediation."""
    found = {r.clock: r.due_on for r in rows}
    return found.get(CONFIRMATION) or found.get(MEDIATION) or found.get(MEDIATION_WORKDAYS)


def _row(timing: Timing, name: str, start: dt.date, done_on: dt.date | None) -> DeadlineRow:
    rule = timing.rules.clock(name)
    roll = timing.setting("day_clock_roll") if rule.unit == "day" and rule.roll != "none" else "none"
    return rule_row(rule, start, timing.calendar, done_on=done_on, roll=roll)


def _mediation(case: DisputeCase, timing: Timing) -> list[DeadlineRow]:
    start = case.resumed_on or case.accepted_on
    name = _PERIODS.get(timing.setting("dispute_mediation_period"))
    if start is None:
        return []
    if case.prolonged is not None:
        return [
            DeadlineRow(
                clock=MEDIATION,
                label="双方约定的调解期限",
                unit="day",
                starts_on=start,
                due_on=case.prolonged.until,
                remind_on=case.prolonged.until,
                done_on=case.mediation_ended_on,
                provisional=False,
                explanation=f"双方同意调解到 {case.prolonged.until.isoformat()}：{case.prolonged.reason}。",
                basis="双方约定",
            )
        ]
    return [_row(timing, name, start, case.mediation_ended_on)] if name else []


def _confirmation(case: DisputeCase, timing: Timing) -> list[DeadlineRow]:
    """三十日 from effect (第33条), met by applying, by declining, or by keeping the agreement in full."""
    start = case.effective_on()
    if start is None or case.agreement is None:
        return []
    found = case.confirmation()
    declined = case.confirmation_declined
    met = found.applied.on if found is not None else declined.on if declined is not None else None
    promises = case.agreement.promises
    if met is None and all(p.settled() for p in promises):
        met = max((day for p in promises if (day := p.settled_on()) is not None), default=None)
    rows = [_row(timing, CONFIRMATION, start, met or case.closed_on)]
    if found is not None:
        taken, decided = found.taken, found.decided
        ended = taken.on if taken is not None else decided.on if decided is not None else None
        rows.append(_row(timing, COURT_TAKING, found.applied.on, ended))
        if taken is not None and taken.taken:
            rows.append(_row(timing, COURT_DECIDING, taken.on, decided.on if decided is not None else None))
    return rows


def _visits(case: DisputeCase) -> list[DeadlineRow]:
    planned = case.visit_due()
    if planned is None:
        return []
    return [
        DeadlineRow(
            clock=VISIT,
            label="回访",
            unit="day",
            starts_on=planned.on,
            due_on=planned.on,
            remind_on=planned.on,
            done_on=case.closed_on,
            provisional=False,
            explanation=f"安排在 {planned.on.isoformat()} 回访：{planned.purpose}。",
            basis="人民调解法第31条",
        )
    ]
