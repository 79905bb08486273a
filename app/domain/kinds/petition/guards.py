"""Conditions on a petition besides those it shares, by the names resources/rules/petition.toml uses.

A guard returns "" when it holds, else one Chinese sentence that a clerk reads beside the greyed action.
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.kinds.petition.state import ROUTED_WAYS, WAYS, PetitionCase
from app.domain.matter.guards import registrar
from app.domain.settlement import guards as settlement_guards

GUARDS: dict[str, Callable[[PetitionCase], str]] = {**settlement_guards.GUARDS}
_guard = registrar(GUARDS)


@_guard
def unsorted(case: PetitionCase) -> str:
    return "" if case.phase == "registered" and case.sorted is None else "已经甄别过。"


@_guard
def sorted_already(case: PetitionCase) -> str:
    return "" if case.sorted is not None else "先甄别属于哪一类、走哪条途径（信访工作条例第29至31条）。"


@_guard
def handled_here(case: PetitionCase) -> str:
    if case.sorted is None:
        return "先甄别属于哪一类、走哪条途径（信访工作条例第29至31条）。"
    if case.way() in ROUTED_WAYS or case.way() == "accusation":
        return f"这件走“{WAYS[case.way()][0]}”，不由本单位受理办理（信访工作条例{WAYS[case.way()][1]}）。"
    return ""


@_guard
def acceptance_wanted(case: PetitionCase) -> str:
    return handled_here(case) if case.phase == "registered" else "已经作出受理与否的决定。"


@_guard
def leads_elsewhere(case: PetitionCase) -> str:
    if case.way() in ROUTED_WAYS:
        return ""
    return "只有应当走诉讼、仲裁、申诉复审或者行政程序的，才导入相应程序（信访工作条例第31条第一至四项）。"


@_guard
def route_wanted(case: PetitionCase) -> str:
    return leads_elsewhere(case) if case.phase == "registered" else "已经处理。"


@_guard
def forwarding_wanted(case: PetitionCase) -> str:
    wanted = case.phase == "registered" and case.way() == "accusation"
    return "" if wanted else "不需要转送。"


@_guard
def came_from_above(case: PetitionCase) -> str:
    return "" if case.request.arrival != "direct" else "信访人直接提出的，不存在向来件单位提出异议。"


@_guard
def no_objection(case: PetitionCase) -> str:
    return "" if case.objection_open() is None else "异议还没有得到答复。"


@_guard
def objection_open(case: PetitionCase) -> str:
    return "" if case.objection_open() is not None else "没有等待答复的异议。"


@_guard
def opinion_way(case: PetitionCase) -> str:
    if case.way() == "opinion":
        return ""
    return "只有信访工作条例第31条第六项规定的事项才出具信访处理意见书。"


@_guard
def looked_into(case: PetitionCase) -> str:
    if case.inquiries or case.live_evidence():
        return ""
    return "还没有调查记录或者证据，应当先听取陈述并调查核实（信访工作条例第31条第六项）。"


@_guard
def nothing_inquired(case: PetitionCase) -> str:
    fresh = case.phase == "accepted" and not case.inquiries and not case.live_evidence() and not case.consents
    return "" if fresh else "已有调查记录或证据。"


@_guard
def opinion_wanted(case: PetitionCase) -> str:
    if case.phase != "accepted":
        return "不在办理中。"
    if case.consents and not settlement_guards.consent_refused(case):
        return "正在调解，先登记协议或者调解不成。"
    return opinion_way(case) or looked_into(case)


@_guard
def not_extended(case: PetitionCase) -> str:
    if case.extension is not None:
        return "已经延长过一次，不能再延长（信访工作条例第34条）。"
    return opinion_way(case)


@_guard
def mediation_open(case: PetitionCase) -> str:
    return "" if case.consents or case.current_sessions() else "没有进行中的调解。"


@_guard
def opinion_given(case: PetitionCase) -> str:
    return "" if case.opinion is not None else "还没有信访处理意见书。"


@_guard
def review_possible(case: PetitionCase) -> str:
    if case.told_of_opinion_on() is None:
        return "信访处理意见书还没有送达信访人。"
    review, recheck = case.review_of("review"), case.review_of("recheck")
    if recheck is not None:
        return "已经复核，不再受理（信访工作条例第36条）。"
    if review is not None and review.decided is not None and review.decided.result == "again":
        return "复查责令重新办理，先重新出具意见书。"
    return "" if case.review_open() is None else "复查或者复核还没有作出意见。"


@_guard
def review_open(case: PetitionCase) -> str:
    return "" if case.review_open() is not None else "没有进行中的复查或者复核。"


@_guard
def no_supervision(case: PetitionCase) -> str:
    return "" if case.supervision_open() is None else "上一次督办还没有得到答复。"


@_guard
def supervision_open(case: PetitionCase) -> str:
    return "" if case.supervision_open() is not None else "没有等待答复的督办。"


@_guard
def forwarding_open(case: PetitionCase) -> str:
    forwarded = case.forwarded()
    waiting = forwarded is not None and forwarded.answered_on is None
    return "" if waiting else "没有等待反馈的转送或者交办。"


@_guard
def result_awaited(case: PetitionCase) -> str:
    forwarded = case.forwarded()
    if forwarded is not None and forwarded.sent.mode == "assign" and forwarded.answered_on is None:
        return ""
    return "没有等待反馈的交办。"


@_guard
def settled_with_everybody(case: PetitionCase) -> str:
    """Nothing is owed any more: decisions told, replies given, reviews and assignments answered."""
    if case.notices_due():
        return "还有决定没有告知信访人，先告知。"
    if case.replies_due():
        return "还没有回复，先登记回复。"
    if result_awaited(case) == "":
        return "交办的结果还没有反馈。"
    if case.review_open() is not None:
        return "复查或者复核还没有作出意见。"
    return ""


@_guard
def refused_once(case: PetitionCase) -> str:
    return "" if case.refusal is not None else "没有不予受理的决定。"


@_guard
def accepted_once(case: PetitionCase) -> str:
    return "" if case.acceptance is not None else "尚未决定受理。"


@_guard
def forwarded_once(case: PetitionCase) -> str:
    return "" if case.forwardings else "没有转送或者交办。"


@_guard
def extended_once(case: PetitionCase) -> str:
    return "" if case.extension is not None else "没有延长办理期限。"


@_guard
def reviewed_once(case: PetitionCase) -> str:
    own = any(r.decided is not None and r.requested.ours for r in case.reviews)
    return "" if own else "本单位没有作出复查或者复核意见。"


@_guard
def supervised_once(case: PetitionCase) -> str:
    return "" if case.supervisions else "没有督办。"
