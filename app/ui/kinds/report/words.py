"""A report in words: its stages, what its next step needs, whom it is about."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.kinds.report.stages import stage
from app.domain.kinds.report.state import Report
from app.domain.matter.merged import lead_of
from app.domain.procedure import Choice
from app.services.timeline import MATTERS
from app.ui.matter.face import Shown
from app.ui.matter.words import joined, short_day, stage_steps
from app.ui.widgets.cells import named
from app.ui.widgets.step_bar import Step

STAGES = {"intake": "登记", "check": "核查", "decision": "立案", "result": "结果", "archive": "归档"}


def line(case: Report) -> str:
    """举报人（已保密） → 鲜品便利店 · 销售超过保质期的食品."""
    who = f"{case.party_names()['reporter']} → {named(case.respondent.name)}"
    return joined(who, case.open_text(case.clue.subject))


def steps(shown: Shown) -> Sequence[tuple[str, Step]]:
    """The five stages with a date each."""
    case: Report = shown.case
    today = shown.today
    notes = {"intake": f"{short_day(case.origin.received_on, today)} 收到" if case.origin else ""}
    parts = []
    if case.inquiries:
        parts.append(f"核查 {len(case.inquiries)} 次")
    if case.live_evidence():
        parts.append(f"证据 {len(case.live_evidence())}")
    if case.testing() is not None:
        parts.append("检测鉴定中")
    notes["check"] = " · ".join(parts)
    ended = case.checked_on()
    if ended is not None:
        notes["decision"] = f"{short_day(ended, today)} {_decision(case)}"
    if case.result is not None:
        notes["result"] = f"{short_day(case.result.on, today)} 有结果"
    elif case.judged is not None:
        notes["result"] = f"{short_day(case.judged.on, today)} 已判断告知"
    if case.filed_on is not None:
        notes["archive"] = f"{short_day(case.filed_on, today)} 归档"
    elif case.closed_on is not None:
        notes["archive"] = f"{short_day(case.closed_on, today)} 结案"
    return stage_steps(STAGES, stage(case), notes, finished=case.phase in ("filed", "void"))


def _decision(case: Report) -> str:
    if case.opening is not None:
        return "立案" if case.opening.opened else "不予立案"
    if case.repeat is not None:
        return "重复举报"
    return "不归本局" if case.denied is not None else "移送"


def needed(shown: Shown, step: Choice) -> str:
    """What the next step asks for, in one or two sentences."""
    case: Report = shown.case
    owed = "；".join(MATTERS[matter] for matter, _ in case.notices_due())
    testing = case.testing()
    sentences = {
        "record_inquiry": "收到之日起十五个工作日内核查：现场检查、询问，收集证据，再决定是否立案。",
        "record_receipt": "把线索交给办案机构，对方签收后登记。原投诉的调解照常进行。",
        "decide_opening": "核查期限内由负责人决定立案或者不予立案；不够的，届满前批准延长一次。",
        "notify": f"待告知举报人：{owed}。身份在“查看举报人身份”里查，每次查看都有记录。",
        "conclude": "已经立案，办案有了结果后登记。",
        "judge_notice": "看有没有法律、法规、规章规定应当把结果告知举报人或者奖励；有规定的写明条文。",
        "reply": "把办理情况回复交办单位，不写举报人身份。",
        "close": "已有结果，该告知的已告知，可以结案。",
        "file": "已经结案，整理卷宗后归档；举报登记表按密件保管。",
        "receive_case": f"已移交{case.holder}，等待对方接收；也可以收回，或者登记对方办理的结果。",
        "feed_back": "不归本局处理的，反馈退回分送单位，不得自行移送。",
        "tell_channel": "来件渠道不是公布的举报渠道，告诉举报人从哪里提出。",
    }
    if step.name == "end_testing" and testing is not None:
        return f"{testing.started.institution}还没有结论，核查期限停止计算；收到结论后登记。"
    return sentences.get(step.name, "")


def idle(shown: Shown) -> tuple[str, str]:
    """Title and sentence in place of a next step."""
    case: Report = shown.case
    if case.phase == "filed":
        return "这件举报已经办完", f"已归档，卷号 {case.volume}。"
    if case.phase == "void":
        return "这件举报已经办完", f"已作废：{case.void_reason}。"
    lead = lead_of(case)
    if lead is not None and case.phase != "closed":
        return (
            f"已并入{lead.number}",
            "新的事实在那一件里办理，期限自本件收到之日起重新计算；不是同一事的可以撤销并案。",
        )
    return "没有必须马上办的事项", "目前没有必须马上办的事项，可以从右边选择。"
