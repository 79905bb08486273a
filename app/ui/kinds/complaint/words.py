"""A complaint in words: its stages, what its next step needs, who complains about whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from app.domain.dates import SHANGHAI
from app.domain.kinds.complaint.stages import stage
from app.domain.kinds.complaint.state import STAGES, Complaint
from app.domain.matter.merged import lead_of
from app.domain.money import format_yuan
from app.domain.procedure import Choice
from app.services.mediation import Expired, pending_session
from app.services.timeline import MATTERS, PARTIES
from app.ui.matter.face import Shown
from app.ui.matter.words import claim_words, moment_words, short_day, stage_steps
from app.ui.widgets.cells import named
from app.ui.widgets.step_bar import Step


def steps(shown: Shown) -> Sequence[tuple[str, Step]]:
    """The six stages with a date and a person each."""
    case: Complaint = shown.case
    today = shown.today
    notes = {
        "intake": _intake_note(case, today),
        "inquiry": _inquiry_note(case, today),
        "mediation": _mediation_note(case, today),
        "execution": _execution_note(case),
        "reply": _reply_note(case, today),
        "archive": _archive_note(case, today),
    }
    return stage_steps(STAGES, stage(case), notes, finished=case.phase in ("filed", "void"))


def _intake_note(case: Complaint, today: dt.date) -> str:
    decision = case.acceptance or case.refusal
    if decision is not None:
        return f"{short_day(decision.on, today)} {decision.by}".strip()
    return f"{short_day(case.origin.received_on, today)} 收到" if case.origin else ""


def _inquiry_note(case: Complaint, today: dt.date) -> str:
    parts = []
    if case.inquiries:
        last = case.inquiries[-1]
        parts.append(f"{short_day(last.at.astimezone(SHANGHAI).date(), today)} {last.investigators[0]}")
    if case.live_evidence():
        parts.append(f"证据 {len(case.live_evidence())}")
    return " · ".join(parts)


def _mediation_note(case: Complaint, today: dt.date) -> str:
    if case.termination is not None:
        return f"{short_day(case.termination.on, today)} 终止"
    if case.agreement is not None:
        return f"{short_day(case.agreement.agreed_on, today)} 达成协议"
    pending = pending_session(case)
    last = case.sessions[-1] if case.sessions else None
    if pending is not None:
        return f"第 {pending.no} 次 {short_day(pending.at.astimezone(SHANGHAI).date(), today)}"
    if last is not None:
        return f"第 {last.no} 次 {short_day(last.started_at.astimezone(SHANGHAI).date(), today)}"
    return "征询意愿" if case.consents else ""


def _execution_note(case: Complaint) -> str:
    if case.agreement is None:
        return ""
    promises = case.agreement.promises
    settled = sum(p.settled() for p in promises)
    return f"已履行 {settled} / {len(promises)} 项"


def _reply_note(case: Complaint, today: dt.date) -> str:
    if case.current_follow_ups():
        last = case.current_follow_ups()[-1]
        return f"{short_day(last.on, today)} 回访 {last.by}"
    if case.current_replies():
        reply = case.current_replies()[-1]
        return f"{short_day(reply.on, today)} {reply.by}"
    return "已告知决定" if case.phase in ("replied", "closed", "filed") else ""


def _archive_note(case: Complaint, today: dt.date) -> str:
    if case.filed_on is not None:
        return f"{short_day(case.filed_on, today)} 归档"
    return f"{short_day(case.closed_on, today)} 结案" if case.closed_on is not None else ""


def needed(shown: Shown, step: Choice) -> str:
    """What the next step asks for, in one or two sentences."""
    case: Complaint = shown.case
    expired: Expired | None = shown.more
    if step.name == "terminate" and expired is not None:
        return (
            f"调解期限到 {expired.due_on} 已经届满，还没有达成协议："
            "应当终止调解，并告知双方可以另行起诉、仲裁等。"
        )
    sentences = {
        "amend": f"还缺{'、'.join(case.complete())}；补齐后才能受理。",
        "decide_acceptance": "收到之日起七个工作日内，决定受理或者不予受理，并告知投诉人。",
        "notify": f"待告知：{_owed(case)}。",
        "record_inquiry": "受理后先核实情况：询问、现场检查或者电话核实，收集证据。",
        "record_consent": f"调解要双方同意，还要征询：{_not_asked(case)}。",
        "schedule_session": "双方都同意调解，定下时间、地点和调解人员，并告知双方。",
        "reach_agreement": "调解已达成一致，把协议内容和每一项履行义务登记下来。",
        "follow_up": "已经回复，过几天回访投诉人是否满意；不满意的退回重新办理。",
        "close": "回复和回访都已完成，可以结案。",
        "file": "已经结案，整理卷宗后归档。",
        "terminate": "一方不同意调解或者调解不成，应当终止调解并告知双方。",
        "feed_back": "不归本局处理的，说明理由，反馈退回分送单位，不得自行移送。",
        "tell_channel": "来件渠道不是公布的投诉渠道，告诉投诉人从哪里提出。",
        "plan_members": "给每个成员定下金额、期数和期限，再征求每个人同意。",
        "ask_members": "逐个征求成员对方案的意见；没有同意的成员，协议对他不生效。",
    }
    if step.name in sentences:
        return sentences[step.name]
    return _needed_now(case, step)


def basis_of(shown: Shown, step: Choice) -> str:
    """The article behind the next step, the very item where the case says which."""
    expired: Expired | None = shown.more
    if step.name == "terminate" and expired is not None:
        return expired.basis
    return step.basis


def _needed_now(case: Complaint, step: Choice) -> str:
    if step.name == "report_appraisal":
        open_one = case.appraisal_open()
        who = open_one.started.institution if open_one else ""
        return f"{who}正在鉴定检测，调解期限停止计算；收到结论后登记。"
    if step.name == "report_entrusted":
        given = case.entrusted()
        who = given.given.to if given is not None else "受委托的组织"
        return f"已委托{who}调解，调解期限照常计算；收到结果后登记。"
    if step.name == "hold_session":
        pending = pending_session(case)
        where = f"{moment_words(pending.at)}，{pending.place}" if pending else ""
        return f"已安排第 {pending.no if pending else 1} 次调解：{where}。调解后把经过记下来。"
    if step.name == "record_performance" and case.agreement is not None:
        waiting = sorted((p for p in case.agreement.promises if p.open()), key=lambda p: p.obligation.due_on)
        first = f"最近一项 {waiting[0].obligation.due_on} 到期" if waiting else ""
        return f"还有 {len(waiting)} 项没有履行，{first}；收到款项或者确认完成后逐项登记。"
    if step.name == "settle":
        return "能当场协助双方和解的，登记和解协议；争议较大、办不成的，上交有权处理的单位。"
    if step.name == "decide_recusal":
        recusal = case.open_recusal()
        names = "、".join(recusal.requested.mediators) if recusal is not None else ""
        return f"调解已经中止，等待决定{names}是否回避；决定以后再安排、记录调解。"
    if step.name == "receive_case":
        return f"已移交{case.holder}，等待对方接收；也可以收回，或者登记对方办理的结果。"
    if step.name == "answer_proof":
        demand = case.standing.open_demand()
        return f"身份证明材料的提供期限是 {demand.due_on if demand else ''}，到期后登记核验结果。"
    if step.name == "reply":
        return f"等待回复的：{'、'.join(_named(case, who) for who in case.replies_due())}。"
    return ""


def _named(case: Complaint, party: str) -> str:
    return case.PARTIES.get(party) or PARTIES.get(party, party)


def _owed(case: Complaint) -> str:
    return "；".join(f"{MATTERS[matter]} → {_named(case, party)}" for matter, party, _ in case.notices_owed())


def _not_asked(case: Complaint) -> str:
    return "、".join(label for party, label in case.PARTIES.items() if party not in case.consents)


def idle(shown: Shown) -> tuple[str, str]:
    """Title and sentence in place of a next step."""
    case: Complaint = shown.case
    if case.phase == "filed":
        return "这件案件已经办完", f"已归档，卷号 {case.volume}。"
    if case.phase == "void":
        return "这件案件已经办完", f"已作废：{case.void_reason}。"
    lead = lead_of(case)
    if lead is not None and case.phase != "closed":
        return f"已并入{lead.number}", "以后在主办案件办理；本件的编号和期限保留，不是同一件的可以撤销并案。"
    title = "等待中" if pending_session(case) else "没有必须马上办的事项"
    return title, "目前没有必须马上办的事项，可以从右边选择。"


def parties_line(case: Complaint) -> str:
    """赵强 → 顺通二手车行 · 二手轿车 · 争议 38,000.00 元."""
    parts = [f"{named(case.complainant.name)} → {named(case.respondent.name)}"]
    if case.deal.goods:
        parts.append(case.deal.goods)
    if case.is_group():
        parts.append(claim_words(case))
    elif case.deal.amount is not None:
        parts.append(f"争议 {format_yuan(case.deal.amount)} 元")
    return " · ".join(parts)
