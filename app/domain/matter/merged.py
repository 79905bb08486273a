"""并案: one case is absorbed by a lead case, keeps its number and its clocks, and can be set free again.

The tie is a link in both streams, so undoing it is a later event and nothing is deleted. One level only: a
lead is not absorbed, and what is absorbed leads nothing, so that it is always plain where to go on.
"""

from __future__ import annotations

from app.domain.matter.state import Link, Matter

RELATION = "merged"
UNENDED = ("registered", "accepted")
"""Phases of a case that can be absorbed: nothing has been agreed, refused or ended in it yet."""
ENDED = ("closed", "filed", "void")


def lead_of(case: Matter) -> Link | None:
    """The case that absorbed this one, None when it stands by itself."""
    return next((link for link in case.linked(RELATION) if link.place == "from"), None)


def absorbed_by(case: Matter) -> list[Link]:
    """The cases this one leads, in the order they came."""
    return [link for link in case.linked(RELATION) if link.place == "to"]


def why_not_merge(absorbed: Matter, lead: Matter) -> str:
    """One sentence why `absorbed` cannot go into `lead`, "" when it can."""
    if absorbed.id == lead.id:
        return "不能把案件并入它自己，请选择另一件。"
    if absorbed.kind != lead.kind:
        return "只有同一类事项才能并案，不同类的请作为关联案件分别办理。"
    own = lead_of(absorbed)
    if own is not None:
        return f"{absorbed.number}已经并入{own.number}，要改并其他案件请先撤销并案。"
    led = absorbed_by(absorbed)
    if led:
        return f"{absorbed.number}是{led[0].number}的主办案件，请反过来并入本件，或者先撤销那一件的并案。"
    above = lead_of(lead)
    if above is not None:
        return f"{lead.number}自己已经并入{above.number}，请直接并入{above.number}。"
    if absorbed.phase not in UNENDED:
        return f"{absorbed.number}已经有了决定、协议或者结果，不能再并入其他案件。"
    if lead.phase in ENDED:
        return f"{lead.number}已经结案或者作废，不能作为主办案件。"
    return ""


def why_not_part(absorbed: Matter) -> str:
    """One sentence why the merger cannot be undone, "" when it can."""
    if lead_of(absorbed) is None:
        return f"{absorbed.number}没有并入其他案件，不需要撤销。"
    if absorbed.phase in ENDED:
        return f"{absorbed.number}已经随主办案件结案，不能再撤销并案。"
    return ""
