"""调解: acts that write more than one event, or whose numbers within the case are given here.

Everything else of mediation is one event and goes straight to `casework.record`.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.dates import format_cn
from app.domain.events import Event
from app.domain.matter.events import PartyNotified
from app.domain.settlement.events import SessionHeld, SessionScheduled
from app.domain.settlement.state import Settled
from app.services import casework, rulebook
from app.services.changes import Changes
from app.services.office import OpenOffice


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Both parties were told of the session as it was arranged."""

    method: str
    at: dt.datetime
    by: str


class Expired(msgspec.Struct, frozen=True, kw_only=True):
    """The period for mediation is over without an agreement: mediation has to be ended on this ground.

    `ground` is its code, `basis` names article and item of the 办法, `facts` says it of this case.
    """

    due_on: dt.date
    ground: str
    basis: str
    facts: str


def expired(office: OpenOffice, view: casework.CaseView) -> Expired | None:
    """Told when the period for mediation is over, None while it runs or stands still, or after mediation."""
    case, due = view.case, view.kind.limit(view.deadlines)
    if not isinstance(case, Settled) or case.phase != "accepted" or case.accepted_on is None:
        return None
    if due is None or due >= office.clock.today():
        return None
    rules = rulebook.rule_book(view.kind.rules).by_id(case.rule_set)
    ground = rules.termination_ground(rules.expiry_ground)
    return Expired(
        due_on=due,
        ground=ground.code,
        basis=f"{rules.short_title}{rules.termination_article}第{ground.label}项",
        facts=f"{view.kind.label}于{format_cn(case.accepted_on)}受理，调解期限于{format_cn(due)}届满，双方未能达成调解协议。",
    )


def next_session_no(case: Settled) -> int:
    """The number the next session will carry."""
    return case.next_session()


def pending_session(case: Settled) -> SessionScheduled | None:
    """The arranged session that has not been held yet."""
    return case.pending_session()


def schedule_session(
    office: OpenOffice,
    case_id: str,
    *,
    at: dt.datetime,
    place: str,
    mode: str,
    mediators: tuple[str, ...],
    bring: str = "",
    recusal_days: int = 3,
    told: Told | None = None,
    version: int | None = None,
) -> Changes:
    """Arrange a session; with `told` the notice to every party is recorded in the same step (办法第20条)."""
    case = casework.load(office, case_id).as_a(Settled)
    number = next_session_no(case)
    events: list[Event] = [
        SessionScheduled(
            no=number,
            at=at,
            place=place,
            mode=mode,
            mediators=mediators,
            bring=bring,
            recusal_days=recusal_days,
        )
    ]
    if told is not None:
        events += [
            PartyNotified(
                matter="session",
                party=party,
                method=told.method,
                at=told.at,
                by=told.by,
                result="reached",
                session_no=number,
            )
            for party in case.PARTIES
        ]
    return casework.record(office, case_id, *events, version=version)


def hold_session(
    office: OpenOffice,
    case_id: str,
    *,
    started_at: dt.datetime,
    ended_at: dt.datetime | None,
    place: str,
    mode: str,
    mediators: tuple[str, ...],
    recorder: str,
    attendees: str,
    text: str,
    outcome: str,
    version: int | None = None,
) -> Changes:
    """Write down a session: the arranged one, or, by telephone, video or back to back, an unarranged one."""
    case = casework.load(office, case_id).as_a(Settled)
    pending = pending_session(case)
    event = SessionHeld(
        no=pending.no if pending else next_session_no(case),
        started_at=started_at,
        ended_at=ended_at,
        place=place,
        mode=mode,
        mediators=mediators,
        recorder=recorder,
        attendees=attendees,
        text=text,
        outcome=outcome,
    )
    return casework.record(office, case_id, event, version=version)
