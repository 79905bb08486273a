"""Conditions on a dispute besides those it shares, by the names resources/rules/dispute.toml uses.

A guard returns "" when it holds, else one Chinese sentence that a clerk reads beside the greyed action.
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.kinds.dispute.state import DisputeCase
from app.domain.matter.guards import registrar
from app.domain.settlement import guards as settlement_guards

GUARDS: dict[str, Callable[[DisputeCase], str]] = {**settlement_guards.GUARDS}
_guard = registrar(GUARDS)
_DONE = ("performed", "breached")


@_guard
def inquired(case: DisputeCase) -> str:
    return "" if case.inquiries else "还没有调查记录。"


@_guard
def undecided(case: DisputeCase) -> str:
    return "" if case.phase == "registered" else "已经决定是否受理。"


@_guard
def accepted_once(case: DisputeCase) -> str:
    return "" if case.acceptance is not None else "还没有受理。"


@_guard
def rights_untold(case: DisputeCase) -> str:
    if case.phase != "accepted" or settlement_guards.consent_refused(case):
        return "不在调解中。"
    return "" if len(case.rights) < len(case.PARTIES) else "双方都已签收权利义务告知书。"


@_guard
def rights_told(case: DisputeCase) -> str:
    for party, name in case.PARTIES.items():
        if party not in case.rights:
            return f"还没有把权利义务告知{name}并由其签名（人民调解法第23、24条）。"
    return ""


@_guard
def mediators_missing(case: DisputeCase) -> str:
    if case.phase != "accepted" or settlement_guards.consent_refused(case):
        return "不在调解中。"
    return "" if case.named is None else "已经确定调解员。"


@_guard
def mediators_named(case: DisputeCase) -> str:
    if case.named is None:
        return "还没有确定调解员（人民调解法第19条）。"
    missing = [name for party, name in case.PARTIES.items() if party not in case.named.accepted]
    if missing:
        return f"{'、'.join(missing)}还没有接受调解员，请另行确定调解员（人民调解法第23条第一项）。"
    return ""


@_guard
def session_wanted(case: DisputeCase) -> str:
    ready = case.phase == "accepted" and not both_ready(case) and not settlement_guards.consent_refused(case)
    open_yet = settlement_guards.last_outcome(case) in ("", "continue")
    return "" if ready and open_yet else "目前不需要调解。"


def both_ready(case: DisputeCase) -> str:
    """Why a session cannot be held yet, "" when it can."""
    return settlement_guards.both_consent(case) or rights_told(case) or mediators_named(case)


@_guard
def ready_to_mediate(case: DisputeCase) -> str:
    return both_ready(case)


@_guard
def not_effective(case: DisputeCase) -> str:
    """Mediation can still end without a result: no agreement is in force."""
    if case.effective_on() is None:
        return ""
    return "协议已经生效，不能终止调解；对协议有争议的，可以向人民法院起诉（人民调解法第32条）。"


@_guard
def written(case: DisputeCase) -> str:
    if case.agreement is None:
        return "还没有达成协议。"
    return (
        ""
        if case.agreement.instrument == "letter"
        else "口头协议自达成之日起生效，不需要签名（人民调解法第30条）。"
    )


@_guard
def oral(case: DisputeCase) -> str:
    if case.agreement is None:
        return "还没有达成协议。"
    return "" if case.agreement.instrument != "letter" else "已经制作调解协议书，不用口头协议登记表。"


@_guard
def signature_missing(case: DisputeCase) -> str:
    reason = written(case)
    if reason:
        return reason
    return "" if case.effective_on() is None else "各方已经签名、盖章，协议已经生效。"


@_guard
def effective(case: DisputeCase) -> str:
    if case.agreement is None:
        return "还没有达成协议。"
    if case.effective_on() is None:
        return "协议还没有生效：各方和调解员签名、加盖印章后生效（人民调解法第29条）。"
    return ""


@_guard
def kept_here(case: DisputeCase) -> str:
    """Money is written down once: in the complaint that entrusted the mediation, when there is one."""
    number = case.entrusted_by()
    return f"履行情况在委托的投诉案件{number}登记，不重复登记。" if number else ""


@_guard
def performance_owed(case: DisputeCase) -> str:
    """The next step is to wait for a promise, once everything before it is settled."""
    return effective(case) or settlement_guards.promise_open(case)


@_guard
def confirmable(case: DisputeCase) -> str:
    """司法确认 may be applied for; whether the thirty days are over is asked with the day."""
    reason = effective(case)
    if reason:
        return reason
    found = case.confirmation()
    if found is None or (found.decided is not None and found.decided.result == "withdrawn"):
        return ""
    if found.open():
        return "已经申请司法确认，等待法院答复。"
    return "法院已经作出答复。"


@_guard
def confirmation_unsettled(case: DisputeCase) -> str:
    """Nobody has said yet whether 司法确认 is wanted; an agreement already kept needs none."""
    if case.phase != "agreed":
        return "协议已经了结。"
    if case.confirmation_declined is not None or case.confirmation() is not None:
        return "是否申请司法确认已经登记。"
    return effective(case)


@_guard
def court_untaken(case: DisputeCase) -> str:
    found = case.confirmation()
    waiting = found is not None and found.taken is None and found.decided is None
    return "" if waiting else "没有等待法院受理的司法确认申请。"


@_guard
def court_undecided(case: DisputeCase) -> str:
    found = case.confirmation()
    return "" if found is not None and found.open() else "没有等待法院决定的司法确认申请。"


@_guard
def court_taken(case: DisputeCase) -> str:
    found = case.confirmation()
    waiting = found is not None and found.open() and found.taken is not None
    return "" if waiting else "法院还没有受理司法确认申请。"


@_guard
def enforceable(case: DisputeCase) -> str:
    if not case.confirmed():
        return "只有经人民法院确认有效的协议才能申请强制执行（人民调解法第33条第二款）。"
    kept = case.agreement is not None and all(p.settled() for p in case.agreement.promises)
    return "协议已经全部履行。" if kept else ""


@_guard
def resumable(case: DisputeCase) -> str:
    """Mediation may begin anew (第33条第三款), or go on about an agreement that is not kept."""
    found = case.confirmation()
    refused = found is not None and not found.open() and not case.confirmed()
    if refused or case.phase == "breached":
        return "" if not case.confirmed() else "法院已经确认协议有效，未履行的申请强制执行。"
    return "只有法院没有确认，或者协议没有履行的，才重新调解（人民调解法第32、33条）。"


@_guard
def visit_wanted(case: DisputeCase) -> str:
    """Nothing is planned to see whether the agreement is kept."""
    if case.agreement is None or case.phase not in ("agreed", *_DONE):
        return "还没有达成协议。"
    if effective(case) or kept_here(case):
        return effective(case) or kept_here(case)
    return "" if not case.visits_planned else "已经安排过回访。"


@_guard
def visit_planned(case: DisputeCase) -> str:
    return "" if case.visit_due() is not None else "没有待进行的回访。"


@_guard
def visit_after_performance(case: DisputeCase) -> str:
    """Everything else is done, a planned visit is not."""
    return visit_planned(case) if case.phase in _DONE else "协议还在履行，到回访日再回访。"


@_guard
def visited(case: DisputeCase) -> str:
    return "" if case.visits else "还没有回访。"


@_guard
def routes_owed(case: DisputeCase) -> str:
    return "" if case.routes_untold() else "不需要告知救济途径，或者已经告知。"


@_guard
def routes_shown(case: DisputeCase) -> str:
    return "" if case.routes else "还没有告知救济途径。"


@_guard
def between_persons(case: DisputeCase) -> str:
    """For the form of two persons."""
    if effective(case):
        return effective(case)
    bodies = any(p.is_body for p in (*case.applicant.people, *case.respondent.people))
    return "一方是单位，请用“个人与单位”的申请书。" if bodies else ""


@_guard
def with_a_body(case: DisputeCase) -> str:
    """For the form of a person and a company or shop."""
    if effective(case):
        return effective(case)
    bodies = any(p.is_body for p in (*case.applicant.people, *case.respondent.people))
    return "" if bodies else "双方都是个人，请用“个人与个人”的申请书。"


@_guard
def by_application(case: DisputeCase) -> str:
    came = case.quarrel.came
    return "" if came == "application" else "不是当事人申请的，用受理登记表。"


@_guard
def prolongable(case: DisputeCase) -> str:
    if case.phase != "accepted":
        return "不在调解中。"
    return settlement_guards.both_consent(case)


@_guard
def all_settled(case: DisputeCase) -> str:
    """Nothing is owed any more: agreement signed, court answered, routes told, sender answered."""
    if case.agreement is not None and case.effective_on() is None:
        return "调解协议书还没有签名、盖章齐全。"
    if case.phase == "agreed" and not case.entrusted_by():
        return "协议还没有履行完。"
    if court_undecided(case) == "":
        return "法院对司法确认申请还没有答复。"
    if case.routes_untold():
        return "还没有告知当事人其他救济途径（人民调解法第26条）。"
    if case.replies_due():
        source = case.origin.source if case.origin else ""
        return f"还没有把结果回复{source}。"
    if case.visit_due() is not None:
        return "还有安排好的回访没有进行。"
    return ""
