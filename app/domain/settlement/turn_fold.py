"""What 回避, 自行和解 and corrections change in a case that is settled between its parties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec

from app.domain.matter import turn_fold as shared
from app.domain.matter import turns as t
from app.domain.settlement import turns
from app.domain.settlement.state import Promise, Settled


def payment_of(case: Settled, event: t.FactCorrected) -> Promise | None:
    """The promise whose payment number `event.item` is corrected, None when there is none such."""
    promise = case.agreement.promise(event.no) if case.agreement is not None else None
    found = promise is not None and 1 <= event.item <= len(promise.performances)
    return promise if found else None


def _corrected(event: t.FactCorrected, case: Settled) -> None:
    shared.corrected(event, case)
    if event.record == t.PAYMENT:
        promise = payment_of(case, event)
        if promise is not None:
            put_right(promise, event)
            _stand_anew(case)
    if event.record == t.SESSION:
        for at, session in enumerate(case.sessions):
            if session.no == event.no:
                start = t.corrected_moment(session.started_at, event.new)
                end = session.ended_at + (start - session.started_at) if session.ended_at else None
                case.sessions[at] = msgspec.structs.replace(session, started_at=start, ended_at=end)


def put_right(promise: Promise, event: t.FactCorrected) -> None:
    """One payment of the promise with its corrected amount or day."""
    at = event.item - 1
    payment = promise.performances[at]
    if event.field == "amount":
        promise.performances[at] = msgspec.structs.replace(payment, amount=int(event.new))
    else:
        promise.performances[at] = msgspec.structs.replace(payment, on=dt.date.fromisoformat(event.new))


def _stand_anew(case: Settled) -> None:
    """A corrected amount can end the execution, or show that it has not ended."""
    if case.agreement is None or case.phase not in ("agreed", "performed", "breached"):
        return
    promises = case.agreement.promises
    if any(p.open() for p in promises):
        case.phase = case.outcome = "agreed"
    else:
        case.phase = case.outcome = (
            "breached" if any(p.breach and p.owing() for p in promises) else "performed"
        )


def _requested(event: turns.RecusalRequested, case: Settled) -> None:
    case.recusals.append(turns.Recusal(requested=event))


def _decided(event: turns.RecusalDecided, case: Settled) -> None:
    recusal = next((r for r in case.recusals if r.requested.no == event.no), None)
    if recusal is None:
        return
    recusal.decided = event
    pending = case.pending_session()
    if not event.granted or pending is None:
        return
    # Those who stepped aside are replaced in the session that waits; the parties are told with the decision.
    kept = tuple(name for name in pending.mediators if name not in recusal.requested.mediators)
    mediators = tuple(dict.fromkeys((*kept, *event.replacement)))
    at = case.schedules.index(pending)
    case.schedules[at] = msgspec.structs.replace(pending, mediators=mediators)


def begin_mediation_anew(case: Settled) -> None:
    """A new round asks for consent again; the limit of the mediation never starts anew."""
    case.round_marks |= {"sessions": len(case.sessions)}
    case.consents = {}
    for one in case.members:
        one.plan = one.consent = None
    case.termination = None


def _reopened(event: t.CaseReopened, case: Settled) -> None:
    shared.reopened(event, case)
    begin_mediation_anew(case)


CHANGES: dict[type, Callable[[Any, Settled], None]] = {
    t.FactCorrected: _corrected,
    t.CaseReopened: _reopened,
    turns.RecusalRequested: _requested,
    turns.RecusalDecided: _decided,
}
"""What each event changes, for `apply_settled`."""
