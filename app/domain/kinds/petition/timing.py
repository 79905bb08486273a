"""The clocks of a petition: which run, since when, what stands them still, when they were met.

The periods and their articles stand in resources/rules/petition_law.toml. Days are natural days; what a last
day on a holiday means is the office setting `day_clock_roll`, as for complaints (docs/open-questions.md Q18).
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.casefile import DeadlineRow
from app.domain.clocks import Pause
from app.domain.kinds.petition.state import PetitionCase, Review
from app.domain.matter.state import received_on
from app.domain.matter.timing import Timing, rule_row
from app.domain.settlement.timing import promise_rows

NOTICE = "petition.notice"
FORWARDING = "petition.forwarding"
OBJECTION = "petition.objection"
HANDLING = "petition.handling"
EXTENSION = "petition.extension"
REVIEW_RIGHT = "petition.review-right"
RECHECK_RIGHT = "petition.recheck-right"
DECIDING = {"review": "petition.review", "recheck": "petition.recheck"}
RIGHTS = (REVIEW_RIGHT, RECHECK_RIGHT, OBJECTION)
"""Periods within which somebody may do something: shown, but never what the case waits for."""


def clocks(case: PetitionCase, timing: Timing) -> tuple[DeadlineRow, ...]:
    """Every clock of the petition with its date and explanation, then the promises of an agreement."""
    if case.phase == "void":
        return ()
    rows = [*_arrival_rows(case, timing), *_handling_rows(case, timing), *_review_rows(case, timing)]
    return (*rows, *promise_rows(case))


def counting(rows: tuple[DeadlineRow, ...]) -> tuple[DeadlineRow, ...]:
    """Clocks that compete for the earliest: duties, not rights; an extension takes its clock's place."""
    extended = any(r.clock == EXTENSION for r in rows)
    return tuple(r for r in rows if r.clock not in RIGHTS and not (extended and r.clock == HANDLING))


def handling_due(rows: tuple[DeadlineRow, ...]) -> dt.date | None:
    """The end of the sixty days, None when they do not run: an extension is approved before it."""
    return next((r.due_on for r in rows if r.clock == HANDLING), None)


def _row(
    timing: Timing,
    name: str,
    start: dt.date,
    done_on: dt.date | None,
    pauses: tuple[Pause, ...] = (),
) -> DeadlineRow:
    rule = timing.rules.clock(name)
    roll = timing.setting("day_clock_roll") if rule.unit == "day" else "none"
    return rule_row(rule, start, timing.calendar, pauses=pauses, done_on=done_on, roll=roll)


def _first_told(case: PetitionCase) -> dt.date | None:
    """The day the petitioner was first told what became of the petition, else the day it was closed."""
    matters = ("acceptance", "refusal", "route", "forwarding")
    days = [
        n.at.date()
        for n in case.notices
        if n.party == "petitioner" and n.result == "reached" and n.matter in matters
    ]
    return min(days, default=case.closed_on)


def _arrival_rows(case: PetitionCase, timing: Timing) -> list[DeadlineRow]:
    received = received_on(case)
    if received is None:
        return []
    rows = []
    forwarded = case.forwarded()
    if timing.setting("petition_role") == "petition_office":
        settled = [d.on for d in (case.acceptance, case.refusal, case.routed) if d is not None]
        settled += [forwarded.sent.on] if forwarded is not None else []
        rows.append(_row(timing, FORWARDING, received, min(settled, default=case.closed_on)))
    if case.request.arrival == "direct":
        if not case.nameless():
            rows.append(_row(timing, NOTICE, received, _first_told(case)))
    else:
        rows.append(_row(timing, NOTICE, received, _first_told(case)))
        raised = case.objections[0].raised.on if case.objections else None
        taken = case.acceptance.on if case.acceptance is not None else None
        rows.append(_row(timing, OBJECTION, received, raised or taken or case.closed_on))
    return rows


def _handling_rows(case: PetitionCase, timing: Timing) -> list[DeadlineRow]:
    """六十日 for matters of 第31条第六项 only (第34条), thirty more when extended."""
    if case.accepted_on is None or case.way() != "opinion":
        return []
    first = [*case.past_opinions, *([case.opinion] if case.opinion is not None else [])]
    ended = first[0].on if first else case.mediation_ended_on or case.closed_on
    rows = [_row(timing, HANDLING, case.accepted_on, ended)]
    if case.extension is not None and rows[0].remind_on is not None:
        # The extension follows on the last day before any rolling: it lengthens the period, not the holiday.
        rule = timing.rules.clock(EXTENSION)
        lengthened = msgspec.structs.replace(rule, length=case.extension.days)
        rows.append(
            rule_row(
                lengthened,
                rows[0].remind_on,
                timing.calendar,
                done_on=ended,
                roll=timing.setting("day_clock_roll"),
            )
        )
    return rows


def _review_rows(case: PetitionCase, timing: Timing) -> list[DeadlineRow]:
    rows = []
    told = case.told_of_opinion_on()
    review, recheck = case.review_of("review"), case.review_of("recheck")
    if told is not None:
        rows.append(_row(timing, REVIEW_RIGHT, told, _asked(review) or case.closed_on))
    for asked in case.reviews:
        level = asked.requested.level
        decided = asked.decided.on if asked.decided is not None else None
        if asked.requested.ours:
            pauses = _hearings(case) if level == "recheck" else ()
            rows.append(_row(timing, DECIDING[level], asked.requested.received_on, decided, pauses))
        if level == "review" and asked.decided is not None and asked.decided.result != "again":
            rows.append(_row(timing, RECHECK_RIGHT, asked.decided.on, _asked(recheck) or case.closed_on))
    return rows


def _asked(review: Review | None) -> dt.date | None:
    return review.requested.received_on if review is not None else None


def _hearings(case: PetitionCase) -> tuple[Pause, ...]:
    """听证所需时间不计算在复核期限内 (第36条)."""
    return tuple(Pause(h.starts_on, h.ends_on, "听证") for h in case.hearings)
