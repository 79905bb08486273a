"""Conditions of mediation, agreement and execution, by the names the procedures use.

The sentences name the kind's own parties (`Matter.PARTIES`) and articles (`Settled.ARTICLES`).
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.matter import guards as matter_guards
from app.domain.settlement.state import Settled

GUARDS: dict[str, Callable[[Settled], str]] = {**matter_guards.GUARDS}
_guard = matter_guards.registrar(GUARDS)


def consent_refused(case: Settled) -> bool:
    """Whether a party has refused mediation: everybody has to agree."""
    return any(not c.agrees for c in case.consents.values())


def last_outcome(case: Settled) -> str:
    """How the last session of the round ended, "" before the first."""
    sessions = case.current_sessions()
    return sessions[-1].outcome if sessions else ""


@_guard
def consent_missing(case: Settled) -> str:
    asked = len(case.consents) >= len(case.PARTIES)
    missing = case.phase == "accepted" and not consent_refused(case) and not asked
    return "" if missing else "双方的调解意愿都已征询。"


@_guard
def both_consent(case: Settled) -> str:
    for party, name in case.PARTIES.items():
        consent = case.consents.get(party)
        if consent is None:
            return f"还没有征询{name}是否同意调解{case.cite('consent')}。"
        if not consent.agrees:
            return f"{name}不同意调解，应当终止调解{case.cite('refusal')}。"
    return ""


@_guard
def session_unscheduled(case: Settled) -> str:
    ready = case.phase == "accepted" and both_consent(case) == "" and case.pending_session() is None
    return "" if ready else "已有待进行的调解安排。"


@_guard
def session_waiting(case: Settled) -> str:
    waiting = case.phase == "accepted" and case.pending_session() is not None
    return "" if waiting else "没有待进行的调解安排。"


@_guard
def session_agreed(case: Settled) -> str:
    agreed = case.phase == "accepted" and last_outcome(case) == "agreed"
    return "" if agreed else "还没有达成一致的调解记录，先记录调解。"


@_guard
def mediation_hopeless(case: Settled) -> str:
    hopeless = consent_refused(case) or last_outcome(case) == "failed"
    return "" if case.phase == "accepted" and hopeless else "调解仍可继续。"


@_guard
def promise_open(case: Settled) -> str:
    pending = case.agreement is not None and any(p.open() for p in case.agreement.promises)
    return "" if pending else "协议约定的义务都已了结。"


@_guard
def session_scheduled(case: Settled) -> str:
    return "" if case.schedules else "还没有安排调解。"


@_guard
def session_recorded(case: Settled) -> str:
    return "" if case.sessions else "还没有调解记录。"


@_guard
def letter_due(case: Settled) -> str:
    if case.agreement is None:
        return "还没有达成调解协议。"
    return "" if case.agreement.instrument == "letter" else f"双方同意不制作调解书{case.cite('letter')}。"


@_guard
def terminated_once(case: Settled) -> str:
    return "" if case.termination is not None else "没有终止调解的决定。"
