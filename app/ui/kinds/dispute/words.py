"""A dispute in words: its stages, what its next step needs, who disputes with whom."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.dates import SHANGHAI
from app.domain.kinds.dispute.stages import stage
from app.domain.kinds.dispute.state import RESULTS, STAGES, DisputeCase
from app.domain.money import format_yuan
from app.domain.procedure import Choice
from app.services.labels import label
from app.ui.matter.face import Shown
from app.ui.matter.words import claim_words, moment_words, short_day, stage_steps
from app.ui.widgets.cells import named
from app.ui.widgets.step_bar import Step


def line(case: DisputeCase) -> str:
    """陆文英 → 悦动健身有限公司 · 消费纠纷 · 16,540.00 元."""
    parts = [f"{named(case.applicant.title())} → {named(case.respondent.title())}"]
    if case.quarrel.sort:
        parts.append(label("dispute_sorts", case.quarrel.sort))
    if case.is_group():
        parts.append(claim_words(case))
    elif case.quarrel.amount is not None:
        parts.append(f"{format_yuan(case.quarrel.amount)} 元")
    return " · ".join(parts)


def steps(shown: Shown) -> Sequence[tuple[str, Step]]:
    """The stages with a date and a person each."""
    case: DisputeCase = shown.case
    today = shown.today
    decision = case.acceptance or case.refusal
    effective = case.effective_on()
    notes = {
        "intake": f"{short_day(decision.on, today)} {decision.by}" if decision else "",
        "preparation": "、".join(case.named_mediators()),
        "mediation": _mediation(shown, case),
        "agreement": f"{short_day(effective, today)} 生效" if effective else "",
        "execution": _execution(case),
        "archive": f"{short_day(case.closed_on, today)} 结案" if case.closed_on else "",
    }
    return stage_steps(STAGES, stage(case), notes, finished=case.phase in ("filed", "void"))


def _mediation(shown: Shown, case: DisputeCase) -> str:
    if case.termination is not None:
        return f"{short_day(case.termination.on, shown.today)} 终止"
    if not case.sessions:
        return ""
    last = case.sessions[-1]
    return f"第 {last.no} 次 {short_day(last.started_at.astimezone(SHANGHAI).date(), shown.today)}"


def _execution(case: DisputeCase) -> str:
    found = case.confirmation()
    if found is not None:
        return f"司法确认：{RESULTS[found.decided.result]}" if found.decided else "司法确认：等待法院"
    if case.agreement is None:
        return ""
    promises = case.agreement.promises
    return f"已履行 {sum(p.settled() for p in promises)} / {len(promises)} 项"


def needed(shown: Shown, step: Choice) -> str:
    """What the next step asks for, in one or two sentences."""
    case: DisputeCase = shown.case
    sentences = {
        "receive_case": f"已移交{case.holder}，等待对方接收；也可以收回，或者登记对方办理的结果。",
        "decide_dispute": "看是不是民间纠纷、法院或者行政机关有没有处理过，决定是否受理调解；不收任何费用。",
        "record_consent": f"一方明确拒绝的不得调解，还要征询：{_not_asked(case)}。",
        "tell_rights": "把权利义务告知书交给双方，讲清可以选择调解员、可以拒绝或者终止调解，由本人签名。",
        "name_mediators": "从名册中指定调解员，或者由当事人选择；双方都接受才能开始调解。",
        "reach_agreement": "调解已达成一致，把协议内容和每一项履行义务登记下来；也可以是口头协议。",
        "plan_members": "给每个成员定下金额、期数和期限，再征求每个人同意。",
        "ask_members": "逐个征求成员对方案的意见；没有同意的成员，协议对他不生效。",
        "sign_agreement": f"还缺签名：{_unsigned(case)}。各方和调解员签名、加盖印章后协议才生效。",
        "apply_confirmation": "告诉双方：协议生效后三十日内可以共同申请司法确认，确认后可以强制执行。"
        "要申请的登记申请，不需要的登记“不申请司法确认”。",
        "take_confirmation": "法院收到申请三日内决定是否受理，收到受理通知书后登记“调确字”案号。",
        "decide_confirmation": "法院受理后十五日内作出决定，收到后登记结果。",
        "plan_visit": "监督协议履行是委员会的责任，定一个回访的日子。",
        "make_visit": "协议已经了结，到了安排的日子回访当事人，记下履行情况和满意度。",
        "terminate": "一方拒绝调解或者调解不成，应当终止调解，并告知仲裁、行政、司法途径。",
        "tell_routes": "调解不成，告知双方可以通过仲裁、行政、司法等途径维护权利。",
        "reply": f"把调解结果回复{case.origin.source if case.origin else ''}。",
        "close": "事情都已办完，可以结案。",
        "file": "已经结案，整理卷宗后归档。",
    }
    if step.name == "hold_session":
        return _session(case)
    if step.name == "record_performance" and case.agreement is not None:
        waiting = sorted((p for p in case.agreement.promises if p.open()), key=lambda p: p.obligation.due_on)
        first = f"最近一项 {waiting[0].obligation.due_on} 到期" if waiting else ""
        return f"还有 {len(waiting)} 项没有履行，{first}；收到款项或者确认完成后逐项登记。"
    return sentences.get(step.name, "")


def _session(case: DisputeCase) -> str:
    pending = case.pending_session()
    if pending is not None:
        return (
            f"已安排第 {pending.no} 次调解：{moment_words(pending.at)}，{pending.place}。调解后把经过记下来。"
        )
    return "可以就地调解，面对面或者背对背都行；调解后把经过和结果记下来，也可以先安排时间地点。"


def _not_asked(case: DisputeCase) -> str:
    return "、".join(name for party, name in case.PARTIES.items() if party not in case.consents)


def _unsigned(case: DisputeCase) -> str:
    names = [name for _role, name in case.unsigned()]
    return "、".join(names) if names else "委员会印章"


def idle(shown: Shown) -> tuple[str, str]:
    """Title and sentence in place of a next step."""
    case: DisputeCase = shown.case
    if case.phase == "filed":
        return "这件纠纷已经办完", f"已归档，卷号 {case.volume}。"
    if case.phase == "void":
        return "这件纠纷已经作废", f"{case.void_reason}。"
    return "没有必须马上办的事项", "目前没有必须马上办的事项，可以从右边选择。"
