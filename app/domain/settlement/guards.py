"""Conditions of mediation, agreement and execution, by the names the procedures use.

The sentences name the kind's own parties (`Matter.PARTIES`) and articles (`Settled.ARTICLES`).
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.dates import SHANGHAI
from app.domain.matter import guards as matter_guards
from app.domain.settlement.state import Settled
from app.domain.settlement.turns import PRIVATE

GUARDS: dict[str, Callable[[Settled], str]] = {**matter_guards.GUARDS}
_guard = matter_guards.registrar(GUARDS)


def consent_refused(case: Settled) -> bool:
    """Whether a party has refused mediation: everybody has to agree."""
    return any(not c.agrees for c in case.consents.values())


def last_outcome(case: Settled) -> str:
    """How the last session of the round ended, "" before the first."""
    sessions = case.current_sessions()
    given = case.entrusted()
    if given is not None and given.result is not None:
        # What the other body reported stands for a session, until one is held here after it.
        if not sessions or sessions[-1].started_at.astimezone(SHANGHAI).date() <= given.result.on:
            return given.result.outcome
    return sessions[-1].outcome if sessions else ""


@_guard
def not_entrusted(case: Settled) -> str:
    """Mediation is not in other hands (办法第19条)."""
    given = case.entrusted()
    if given is None or given.result is not None:
        return ""
    return f"已经委托{given.given.to}调解，等它的结果；受委托的不得再委托（办法第19条）。"


@_guard
def entrusted_out(case: Settled) -> str:
    """Mediation is in other hands, and the result is awaited."""
    given = case.entrusted()
    return "" if given is not None and given.result is None else "没有委托出去的调解。"


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


# ---- the group


@_guard
def group(case: Settled) -> str:
    return "" if case.is_group() else "不是共同投诉，还没有登记成员。"


@_guard
def plan_missing(case: Settled) -> str:
    """Agreed in the session, and some member has no proposal yet."""
    open_plan = any(one.plan is None for one in case.present_members())
    wanted = open_plan and last_outcome(case) == "agreed"
    return "" if case.phase == "accepted" and wanted else "每名成员都有了方案。"


@_guard
def plan_set(case: Settled) -> str:
    return "" if any(one.plan for one in case.present_members()) else "还没有拟定成员方案。"


@_guard
def member_unasked(case: Settled) -> str:
    """Agreed in the session, and some member was not asked about their plan."""
    unasked = any(one.plan is not None and one.consent is None for one in case.present_members())
    wanted = case.phase == "accepted" and last_outcome(case) == "agreed" and unasked
    return "" if wanted else "每名成员都征求过意见。"


@_guard
def members_agree(case: Settled) -> str:
    """An agreement binds a member of a group only with their own consent (办法第12条)."""
    if not case.is_group() or any(one.agrees() for one in case.members):
        return ""
    return f"还没有成员同意方案，代表人不能代为达成协议{case.cite('group')}。"


@_guard
def elected(case: Settled) -> str:
    return "" if case.election is not None else "还没有推选代表人。"


@_guard
def group_agreed(case: Settled) -> str:
    if not case.is_group():
        return "不是共同投诉，没有成员名单。"
    return "" if case.agreement is not None else "还没有达成调解协议。"


# ---- after the agreement


@_guard
def broken_promise(case: Settled) -> str:
    """Something that was declared broken can still be made good."""
    promises = case.agreement.promises if case.agreement is not None else []
    return "" if any(p.breach and p.owing() for p in promises) else "没有登记为未履行的义务。"


@_guard
def money_owed(case: Settled) -> str:
    promises = case.agreement.promises if case.agreement is not None else []
    return "" if any(p.owing() for p in promises) else "协议约定的义务都已了结。"


@_guard
def something_paid(case: Settled) -> str:
    promises = case.agreement.promises if case.agreement is not None else []
    return "" if any(p.performances for p in promises) else "还没有履行的记录。"


@_guard
def referral_open(case: Settled) -> str:
    waiting = any(not r.answers or r.answers[-1].outcome == "accepted" for r in case.referrals)
    return "" if waiting else "没有等待结果的诉调对接。"


@_guard
def recusal_open(case: Settled) -> str:
    return "" if case.open_recusal() is not None else "没有等待决定的回避申请。"


@_guard
def no_open_recusal(case: Settled) -> str:
    waits = case.open_recusal() is not None
    return "回避申请还没有决定，调解中止，先作出是否回避的决定。" if waits else ""


@_guard
def mediators_named(case: Settled) -> str:
    return "" if case.mediators() - case.recused() else "还没有确定调解人员。"


@_guard
def recusal_decided(case: Settled) -> str:
    decided = any(r.decided is not None for r in case.recusals)
    return "" if decided else "没有是否回避的决定。"


@_guard
def privately_settled(case: Settled) -> str:
    private = any(a.instrument == PRIVATE for a in case.agreements())
    return "" if private else "没有和解协议。"


@_guard
def correctable(case: Settled) -> str:
    """Some act whose date or amount can have been mistyped."""
    paid = any(p.performances for p in case.agreement.promises) if case.agreement is not None else False
    found = case.notices or case.sessions or paid
    return "" if found else "还没有可以更正日期、金额的记录。"
