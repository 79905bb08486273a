"""Conditions every kind of matter knows, by the names the procedures in resources/rules use.

A guard returns "" when it holds, else one Chinese sentence that a clerk reads beside the greyed action.
A kind's guards are these, those of the settlement where there is one, and its own:
`GUARDS: dict[str, Guard[Report]] = {**matter_guards.GUARDS}`, filled by `guard = registrar(GUARDS)`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from app.domain.matter.facts import Origin
from app.domain.matter.merged import RELATION as MERGED
from app.domain.matter.merged import lead_of
from app.domain.matter.state import Matter

F = TypeVar("F", bound=Callable[..., str])


def registrar(table: dict[str, Any]) -> Callable[[F], F]:
    """A decorator that puts a guard into `table` under its own name."""

    def keep(function: F) -> F:
        table[function.__name__] = function
        return function

    return keep


GUARDS: dict[str, Callable[[Matter], str]] = {}
_guard = registrar(GUARDS)


@_guard
def evidence_listed(case: Matter) -> str:
    return "" if case.live_evidence() else "证据清单是空的。"


@_guard
def calculated(case: Matter) -> str:
    """A calculation was kept, so that there is one to print."""
    return "" if case.calculations else "还没有保存过计算结果。"


@_guard
def something_to_tell(case: Matter) -> str:
    return "" if case.notices_owed() else "目前没有待告知的决定或调解安排。"


@_guard
def notice_owed(case: Matter) -> str:
    return "" if case.notices_owed() else "没有待告知事项。"


@_guard
def reply_owed(case: Matter) -> str:
    if case.notices_due():
        return "决定还没有告知当事人，请先告知当事人。"
    return "" if case.replies_due() else "已经全部回复。"


@_guard
def closed(case: Matter) -> str:
    return "" if case.phase == "closed" else "结案后才能归档。"


@_guard
def linked(case: Matter) -> str:
    return "" if case.links else "没有关联的案件。"


@_guard
def absorbed(case: Matter) -> str:
    """The case was merged into another one."""
    return "" if lead_of(case) is not None else "本件没有并入其他案件。"


@_guard
def in_merger(case: Matter) -> str:
    """The case leads others or was merged into one."""
    return "" if case.linked(MERGED) else "本件没有并案。"


@_guard
def answer_owed(case: Matter) -> str:
    """Somebody waits for an answer."""
    return "" if case.replies_due() else "已经全部回复。"


@_guard
def source_answered(case: Matter) -> str:
    """The body that sent the case was answered."""
    if "source" in case.replies_due():
        source = case.origin.source if case.origin else ""
        return f"还没有回复{source}，先登记回复。"
    return ""


@_guard
def alerted(case: Matter) -> str:
    return "" if case.alert() is not None else "现在没有警示。"


@_guard
def not_fed_back(case: Matter) -> str:
    fed_back = case.competence.fed_back is not None
    return "案件已经退回分送单位，不在本单位重新办理。" if fed_back else ""


@_guard
def handed_on(case: Matter) -> str:
    return "" if case.handovers else "案件没有移交出去。"


@_guard
def handed_once(case: Matter) -> str:
    return "" if case.handovers else "没有移交。"


@_guard
def hand_over_awaited(case: Matter) -> str:
    """Handed on and not acknowledged yet."""
    return "" if case.holder and not case.received() else "没有待接收的移交。"


@_guard
def represented(case: Matter) -> str:
    return "" if case.standing.representatives else "双方都没有代理人。"


@_guard
def proof_demanded(case: Matter) -> str:
    return "" if case.standing.demands else "没有要求提供身份证明材料。"


@_guard
def proof_open(case: Matter) -> str:
    return "" if case.standing.open_demand() is not None else "没有等待提供的身份证明材料。"


@_guard
def no_proof_open(case: Matter) -> str:
    waits = case.standing.open_demand() is not None
    return "已经通知限期提供身份证明材料，先登记核验结果。" if waits else ""


@_guard
def correctable(case: Matter) -> str:
    """Some act whose date or amount can have been mistyped."""
    return "" if case.notices else "还没有可以更正日期、金额的记录。"


@_guard
def in_hand(case: Matter) -> str:
    return f"案件已移交{case.holder}办理，请等待办理结果或者先收回。" if case.holder else ""


@_guard
def dispatched(case: Matter) -> str:
    """The case was sent by a body that can take it back."""
    if case.origin is not None and case.origin.source:
        return ""
    return "这件不是分送、交办来的，没有可以退回的单位；不归本局管的，依法作出决定并告知途径。"


@_guard
def not_ours(case: Matter) -> str:
    """The latest word on competence is that somebody else handles the case."""
    return "" if case.competence.elsewhere() else "还没有判断为不归本局处理。"


@_guard
def feedback_owed(case: Matter) -> str:
    """Dispatched, and judged to be somebody else's."""
    return dispatched(case) or not_ours(case)


@_guard
def no_open_dispute(case: Matter) -> str:
    """No dispute of competence is running."""
    return "" if case.competence.dispute() is None else "处理权限争议还没有解决。"


@_guard
def dispute_open(case: Matter) -> str:
    """A dispute of competence is running."""
    return "" if case.competence.dispute() is not None else "没有未解决的处理权限争议。"


@_guard
def channel_untold(case: Matter) -> str:
    """The person came by a channel that was not published and has not been told the right ones."""
    if case.origin is None or not _came_unpublished(case.origin, case.rule_set):
        return "来件渠道是公布的渠道，不需要另行告知。"
    return "" if case.competence.told_channel is None else "已经告知过正确的渠道。"


@_guard
def from_hotline(case: Matter) -> str:
    """The case came from the 12345 hotline, whose limits alone can be lengthened."""
    origin = case.origin
    if origin is not None and (origin.channel == "hotline_12345" or origin.source == "12345"):
        return ""
    return "只有12345转来的案件，本地时限才能延长。"


def _came_unpublished(origin: Origin, rule_set: str) -> bool:
    """Fax was a published channel under 令第20号, not under 令第121号 (办法第8条)."""
    return origin.channel == "unpublished" or (origin.channel == "fax" and rule_set != "R2020")
