"""Conditions on a complaint, by the names resources/rules/complaint.toml uses.

A guard returns "" when it holds, else one Chinese sentence that a clerk reads beside the greyed action.
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.kinds.complaint.fold import notices_due, replies_due
from app.domain.kinds.complaint.state import Complaint

Guard = Callable[[Complaint], str]
GUARDS: dict[str, Guard] = {}


def _guard(function: Guard) -> Guard:
    GUARDS[function.__name__] = function
    return function


def holds(name: str, case: Complaint) -> bool:
    """Whether the named guard holds."""
    return GUARDS[name](case) == ""


@_guard
def facts_missing(case: Complaint) -> str:
    open_phase = case.phase == "registered"
    return "" if open_phase and case.complete() else "登记事项已齐全。"


@_guard
def undecided(case: Complaint) -> str:
    return "" if case.phase == "registered" else "已经作出受理与否的决定。"


@_guard
def something_to_tell(case: Complaint) -> str:
    if notices_due(case) or _untold_schedule(case):
        return ""
    return "目前没有待告知的决定或调解安排。"


@_guard
def notice_owed(case: Complaint) -> str:
    return "" if notices_due(case) or _untold_schedule(case) else "没有待告知事项。"


@_guard
def nothing_inquired(case: Complaint) -> str:
    started = case.inquiries or case.live_evidence() or case.appraisals or case.consents
    fresh = case.phase == "accepted" and case.round == 1 and not started
    return "" if fresh else "已有调查记录或证据。"


@_guard
def evidence_listed(case: Complaint) -> str:
    return "" if case.live_evidence() else "证据清单是空的。"


@_guard
def no_open_appraisal(case: Complaint) -> str:
    return "" if case.appraisal_open() is None else "鉴定检测尚未出结论，先登记鉴定结论。"


@_guard
def appraisal_open(case: Complaint) -> str:
    return "" if case.appraisal_open() is not None else "没有进行中的鉴定检测。"


@_guard
def acceptance_told(case: Complaint) -> str:
    if case.acceptance is None:
        return "尚未作出受理决定。"
    told = case.notified("acceptance", "complainant", case.acceptance.on)
    return "" if told else "受理决定还没有告知投诉人，请先告知投诉人（办法第15条）。"


@_guard
def consent_missing(case: Complaint) -> str:
    missing = case.phase == "accepted" and not consent_refused(case) and len(case.consents) < 2
    return "" if missing else "双方的调解意愿都已征询。"


def consent_refused(case: Complaint) -> bool:
    """Whether a party has refused mediation (办法第18条: both must agree)."""
    return any(not c.agrees for c in case.consents.values())


@_guard
def both_consent(case: Complaint) -> str:
    names = {"complainant": "投诉人", "respondent": "被投诉人"}
    for party, name in names.items():
        consent = case.consents.get(party)
        if consent is None:
            return f"还没有征询{name}是否同意调解（办法第18条）。"
        if not consent.agrees:
            return f"{name}不同意调解，应当终止调解（办法第23条第二项）。"
    return ""


def _pending_schedule(case: Complaint) -> int:
    """Number of the scheduled session that has not been held, 0 when there is none."""
    held = {s.no for s in case.sessions}
    return next((s.no for s in reversed(case.schedules) if s.no not in held), 0)


def _untold_schedule(case: Complaint) -> list[str]:
    number = _pending_schedule(case)
    if number == 0 or case.phase != "accepted":
        return []
    told = {n.party for n in case.notices if n.session_no == number and n.result == "reached"}
    return [p for p in ("complainant", "respondent") if p not in told]


def notices_owed(case: Complaint) -> list[tuple[str, str, int]]:
    """All that is to be told now, as (matter, party, session number or 0): decisions first."""
    owed = [(matter, party, 0) for matter, party in notices_due(case)]
    return owed + [("session", party, _pending_schedule(case)) for party in _untold_schedule(case)]


@_guard
def session_unscheduled(case: Complaint) -> str:
    ready = case.phase == "accepted" and both_consent(case) == "" and not _pending_schedule(case)
    return "" if ready else "已有待进行的调解安排。"


@_guard
def session_waiting(case: Complaint) -> str:
    return "" if case.phase == "accepted" and _pending_schedule(case) else "没有待进行的调解安排。"


def _last_outcome(case: Complaint) -> str:
    sessions = case.current_sessions()
    return sessions[-1].outcome if sessions else ""


@_guard
def session_agreed(case: Complaint) -> str:
    agreed = case.phase == "accepted" and _last_outcome(case) == "agreed"
    return "" if agreed else "还没有达成一致的调解记录，先记录调解。"


@_guard
def mediation_hopeless(case: Complaint) -> str:
    hopeless = consent_refused(case) or _last_outcome(case) == "failed"
    return "" if case.phase == "accepted" and hopeless else "调解仍可继续。"


@_guard
def promise_open(case: Complaint) -> str:
    pending = case.agreement is not None and any(p.open() for p in case.agreement.promises)
    return "" if pending else "协议约定的义务都已了结。"


@_guard
def reply_owed(case: Complaint) -> str:
    if notices_due(case):
        return "决定还没有告知当事人，请先告知当事人。"
    return "" if replies_due(case) else "已经全部回复。"


@_guard
def follow_up_owed(case: Complaint) -> str:
    return "" if case.phase == "replied" and case.outcome != "refused" else "不需要回访。"


@_guard
def followed_up_or_refused(case: Complaint) -> str:
    if case.phase == "followed_up" or case.outcome == "refused":
        return ""
    return "还没有回访投诉人，先登记回访（办法第26条）。"


@_guard
def closable(case: Complaint) -> str:
    done = case.phase == "followed_up" or (case.phase == "replied" and case.outcome == "refused")
    return "" if done else "回复和回访完成后才能结案。"


@_guard
def closed(case: Complaint) -> str:
    return "" if case.phase == "closed" else "结案后才能归档。"


@_guard
def accepted_once(case: Complaint) -> str:
    return "" if case.acceptance is not None else "尚未决定受理。"


@_guard
def refused_once(case: Complaint) -> str:
    return "" if case.refusal is not None else "没有不予受理的决定。"


@_guard
def session_scheduled(case: Complaint) -> str:
    return "" if case.schedules else "还没有安排调解。"


@_guard
def session_recorded(case: Complaint) -> str:
    return "" if case.sessions else "还没有调解记录。"


@_guard
def letter_due(case: Complaint) -> str:
    if case.agreement is None:
        return "还没有达成调解协议。"
    return "" if case.agreement.instrument == "letter" else "双方同意不制作调解书（办法第24条）。"


@_guard
def terminated_once(case: Complaint) -> str:
    return "" if case.termination is not None else "没有终止调解的决定。"
