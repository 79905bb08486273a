"""Clocks of a case that belong to no kind: the dispute of competence, and what the office promises itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from app.domain.casefile import DeadlineRow
from app.domain.jurisdiction import DISPUTE
from app.domain.local_promises import Course, LocalPromises, Mark, promise_rows
from app.domain.matter.state import Matter
from app.domain.matter.timing import Timing, rule_row


def dispute_rows(case: Matter, timing: Timing) -> tuple[DeadlineRow, ...]:
    """Seven working days for each dispute of competence (办法第33条), where the rule set knows the clock."""
    if case.phase == "void" or not timing.rules.has_clock(DISPUTE):
        return ()
    rule = timing.rules.clock(DISPUTE)
    return tuple(
        rule_row(
            rule,
            one.raised.on,
            timing.calendar,
            done_on=one.settled.on if one.settled is not None else None,
            roll=timing.setting("day_clock_roll"),
        )
        for one in case.competence.disputes
    )


def local_rows(
    case: Matter, timing: Timing, promises: LocalPromises, switched_on: Collection[str]
) -> tuple[DeadlineRow, ...]:
    """The local promises in force for the case; none for a voided one."""
    if case.origin is None or case.phase == "void" or not switched_on:
        return ()
    return promise_rows(course_of(case), promises, switched_on, timing.calendar)


def course_of(case: Matter) -> Course:
    """What local promises look at: how the case came and the marks of its life."""
    origin = case.origin
    if origin is None:
        return Course(channel="", source="", marks=())
    extended: dict[str, int] = {}
    for one in case.promise_extensions:
        extended[one.promise] = extended.get(one.promise, 0) + one.units
    marks = [Mark(name="registered", on=origin.received_on, at=origin.received_at)]
    marks += [Mark(name="handed", on=one.on) for one in case.handovers]
    marks += [_at("notified", one.at) for one in case.notices if one.result == "reached"]
    first = next(iter(case.PARTIES), "")
    marks += [_at("contacted", n.at) for n in case.notices if n.party == first and n.result == "reached"]
    marks += [_at("contacted", one.at) for one in case.inquiries if one.form == "phone"]
    marks += [_at("inquired", one.at) for one in case.inquiries]
    marks += [Mark(name="replied", on=one.on) for one in case.replies if one.result == "reached"]
    marks += [Mark(name="followed_up", on=one.on) for one in case.follow_ups if one.reached]
    if case.competence.fed_back is not None:
        marks.append(Mark(name="fed_back", on=case.competence.fed_back.on))
    if case.closed_on is not None:
        marks.append(Mark(name="closed", on=case.closed_on))
    return Course(channel=origin.channel, source=origin.source, marks=tuple(marks), extended=extended)


def _at(name: str, moment: dt.datetime) -> Mark:
    return Mark(name=name, on=moment.date(), at=moment)
