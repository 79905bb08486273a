"""Sentences a clerk begins a reply or a closing with; written from the facts, meant to be changed."""

from __future__ import annotations

from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.state import Matter
from app.domain.money import format_yuan
from app.services.fields.complaint import subject


def reply_text(case: Matter) -> str:
    """How the complaint ended, as one would say it on the telephone; "" for other kinds of matter."""
    if not isinstance(case, Complaint):
        return ""
    received = f"于 {case.origin.received_on} 收到的" if case.origin else ""
    return f"我单位{received}关于{subject(case)}的投诉已经办结。{_ending(case)}"


def closing_text(case: Matter) -> str:
    """The summary of the closing of a complaint, "" for other kinds of matter."""
    return _ending(case) if isinstance(case, Complaint) else ""


def _ending(case: Complaint) -> str:
    if case.outcome == "refused":
        return "经审查决定不予受理，已告知投诉人理由和其他解决途径。"
    if case.termination is not None:
        return "双方未能达成调解协议，已终止调解，并告知投诉人可以通过诉讼、仲裁等途径解决。"
    if case.agreement is None:
        return ""
    came = format_yuan(case.agreement.recovered())
    money = f"，已到位 {came} 元" if case.agreement.recovered() else ""
    if any(p.breach for p in case.agreement.promises):
        return f"双方达成调解协议{money}，其余未履行，已告知可以通过诉讼、仲裁等途径解决。"
    return f"双方达成调解协议并已全部履行{money}。"
