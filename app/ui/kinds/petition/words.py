"""A petition in words: its stages, and what its next step needs."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.dates import SHANGHAI
from app.domain.kinds.petition.stages import stage
from app.domain.kinds.petition.state import STAGES, WAYS, PetitionCase
from app.domain.procedure import Choice
from app.services.history.words import MATTERS
from app.ui.matter.face import Shown
from app.ui.matter.words import joined, short_day, stage_steps
from app.ui.widgets.step_bar import Step

_NEEDED = {
    "sort_petition": "先甄别属于哪一类、走哪条途径：途径决定由谁办、要不要出具处理意见书。",
    "decide_petition": "决定受理或者不予受理；收到之日起十五日内书面告知信访人。",
    "route_petition": "应当走其他法定程序的，导入该程序并告知信访人，不出具处理意见书。",
    "forward_petition": "按管理权限转送，不得把材料转给被检举、控告的人。",
    "record_inquiry": "听取信访人陈述事实和理由，调查核实，把经过记下来。",
    "issue_opinion": "已经调查核实，出具处理意见书：请求、事实和理由、处理意见、法律法规依据。",
    "answer_objection": "已经提出异议，等对方核实；收到答复后登记。",
    "answer_supervision": "已经督办，收到答复后登记。",
    "answer_forwarding": "已经交办，收到反馈的结果后登记。",
    "decide_review": "正在复查或者复核，作出意见后登记。",
    "give_up_mediation": "一方不同意调解或者调解不成，登记后继续办理。",
    "schedule_session": "双方都同意调解，定下时间、地点和调解人员。",
    "hold_session": "调解后把经过记下来。",
    "reach_agreement": "调解已达成一致，登记协议内容和每一项履行义务。",
    "record_performance": "还有义务没有履行，收到款项或者确认完成后登记。",
    "close": "该告知的都已告知，可以结案；信访人仍可以在期限内请求复查、复核。",
    "file": "已经结案，整理卷宗后归档。",
}


def steps(shown: Shown) -> Sequence[tuple[str, Step]]:
    """The stages with a date each."""
    case: PetitionCase = shown.case
    today = shown.today
    decided = case.acceptance or case.refusal
    notes = {
        "intake": f"{short_day(case.origin.received_on, today)} 收到" if case.origin else "",
        "decision": f"{short_day(decided.on, today)} {decided.by}".strip() if decided else "",
        "inquiry": _inquiry_note(case, shown),
        "mediation": f"第 {len(case.sessions)} 次" if case.sessions else "",
        "answer": short_day(case.opinion.on, today) if case.opinion else "",
        "review": f"{len(case.reviews)} 次" if case.reviews else "",
        "archive": f"{short_day(case.filed_on, today)} 归档" if case.filed_on else "",
    }
    return stage_steps(STAGES, stage(case), notes, finished=case.phase in ("filed", "void"))


def _inquiry_note(case: PetitionCase, shown: Shown) -> str:
    last = case.inquiries[-1] if case.inquiries else None
    day = short_day(last.at.astimezone(SHANGHAI).date(), shown.today) if last else ""
    return joined(day, f"材料 {len(case.live_evidence())}" if case.live_evidence() else "")


def needed(shown: Shown, step: Choice) -> str:
    """What the next step asks for, in one or two sentences."""
    case: PetitionCase = shown.case
    if step.name == "notify":
        owed = "、".join(MATTERS.get(matter, matter) for matter, _, _ in case.notices_owed())
        return f"待告知信访人：{owed}。"
    if step.name == "receive_case":
        return f"已移交{case.holder}，等待对方接收；也可以收回，或者登记对方办理的结果。"
    if step.name == "reply":
        return (
            "办理结果要回复："
            + "、".join("来件单位" if who == "source" else case.PARTIES[who] for who in case.replies_due())
            + "。"
        )
    return _NEEDED.get(step.name, "")


def basis(_shown: Shown, step: Choice) -> str:
    """The article behind the next step."""
    return step.basis


def idle(shown: Shown) -> tuple[str, str]:
    """Title and sentence in place of a next step."""
    case: PetitionCase = shown.case
    if case.phase == "filed":
        return "这件信访事项已经办完", f"已归档，卷号 {case.volume}。"
    if case.phase == "void":
        return "已经作废", f"{case.void_reason}。"
    way = f"正在按“{WAYS[case.way()][0]}”办理。" if case.way() else ""
    return "没有必须马上办的事项", f"{way}可以从右边选择。"
