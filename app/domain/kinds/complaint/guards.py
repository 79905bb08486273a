"""Conditions on a complaint besides those it shares, by the names resources/rules/complaint.toml uses.

A guard returns "" when it holds, else one Chinese sentence that a clerk reads beside the greyed action.
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.guards import registrar
from app.domain.matter.standing import GUARDIAN
from app.domain.settlement import guards as settlement_guards

GUARDS: dict[str, Callable[[Complaint], str]] = {**settlement_guards.GUARDS}
_guard = registrar(GUARDS)


UNANSWERED = ("refused", "withdrawn")
"""Outcomes that call for no follow-up."""


@_guard
def facts_missing(case: Complaint) -> str:
    open_phase = case.phase == "registered"
    return "" if open_phase and case.complete() else "登记事项已齐全。"


@_guard
def undecided(case: Complaint) -> str:
    return "" if case.phase == "registered" else "已经作出受理与否的决定。"


@_guard
def nothing_inquired(case: Complaint) -> str:
    started = case.inquiries or case.live_evidence() or case.appraisals or case.consents
    fresh = case.phase == "accepted" and case.round == 1 and not started
    return "" if fresh else "已有调查记录或证据。"


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
def follow_up_owed(case: Complaint) -> str:
    return "" if case.phase == "replied" and case.outcome not in UNANSWERED else "不需要回访。"


@_guard
def followed_up_or_refused(case: Complaint) -> str:
    if case.phase == "followed_up" or case.outcome in UNANSWERED:
        return ""
    return "还没有回访投诉人，先登记回访（办法第26条）。"


@_guard
def closable(case: Complaint) -> str:
    done = case.phase == "followed_up" or (case.phase == "replied" and case.outcome in UNANSWERED)
    return "" if done else "回复和回访完成后才能结案。"


@_guard
def accepted_once(case: Complaint) -> str:
    return "" if case.acceptance is not None else "尚未决定受理。"


@_guard
def refused_once(case: Complaint) -> str:
    return "" if case.refusal is not None else "没有不予受理的决定。"


@_guard
def several_respondents(case: Complaint) -> str:
    several = any(c.withdrawn is None for c in case.co_respondents)
    return "" if several else "本件只有一个被投诉人。"


@_guard
def untouched(case: Complaint) -> str:
    """Nobody outside has heard of the case, so that voiding it undoes nothing."""
    if any(n.result == "reached" for n in case.notices):
        return "已经告知过当事人，不能作废；请撤回、终止调解或者结案。"
    if any(p.number for p in case.papers):
        return "已经出具过有文号的文书，不能作废；请撤回、终止调解或者结案。"
    return ""


@_guard
def withdrawal_awaits_ending(case: Complaint) -> str:
    waits = case.withdrawal is not None and case.phase == "accepted"
    return "" if waits else "没有撤回或者自行和解。"


@_guard
def party_lost(case: Complaint) -> str:
    return "" if case.phase == "accepted" and case.standing.lost() else "当事人没有死亡或者灭失。"


@_guard
def mediation_hopeless(case: Complaint) -> str:
    """Also when the complaint was withdrawn or a party died or ceased to exist (办法第23条第一、七项)."""
    ends = withdrawal_awaits_ending(case) == "" or party_lost(case) == ""
    return "" if ends else settlement_guards.mediation_hopeless(case)


@_guard
def new_measures(case: Complaint) -> str:
    """The form 四 is new with 总局令第121号."""
    return "" if case.rule_set != "R2020" else "令第20号没有这一式样，可以用口头或者信函通知。"


@_guard
def withdrawn_once(case: Complaint) -> str:
    return "" if case.withdrawal is not None else "投诉人没有撤回。"


@_guard
def delegate_named(case: Complaint) -> str:
    acting = case.standing.acting("complainant")
    named = acting is not None and acting.role != GUARDIAN
    return "" if named else "还没有登记投诉人的委托代理人。"
