"""What the words of all events share: `describe` itself, names of parties, codes in Chinese."""

from __future__ import annotations

import datetime as dt
from functools import singledispatch
from typing import Any

from app.domain.dates import SHANGHAI
from app.domain.events import Event
from app.domain.identifiers import check_phone
from app.domain.kind import Kind
from app.domain.masking import mask_phone

SOURCE = "交办单位"
MATTERS = {
    "acceptance": "受理决定",
    "refusal": "不予受理决定",
    "termination": "终止调解决定",
    "session": "调解安排",
    "recusal": "是否回避的决定",
    "opening": "是否立案",
    "competence": "处理权限",
    "result": "处理结果",
    "route": "办理途径",
    "forwarding": "转送交办去向",
    "extension": "延期理由",
    "opinion": "信访处理意见",
    "review": "复查意见",
    "recheck": "复核意见",
}
"""What a party can be told of (`PartyNotified.matter`); a kind adds its own."""
RESULTS = {"reached": "已告知", "unreached": "未联系上", "returned": "被退回"}
OUTCOMES = {"agreed": "达成一致", "continue": "择日再调", "failed": "未达成一致"}
INQUIRY_FORMS = {"inquiry": "询问", "visit": "现场检查", "phone": "电话核实"}


@singledispatch
def describe(event: Event, kind: Kind[Any]) -> tuple[str, str]:
    """Title and particulars of one event of a case of `kind`. TypeError for an event that has no words."""
    raise TypeError(f"no words for {event.kind()}")


def party(kind: Kind[Any], code: str) -> str:
    """What the kind calls a party, or the body that sent the matter."""
    if code == "source":
        return SOURCE
    first = code.rstrip("0123456789")  # respondent2: one of several on the same side
    number = code[len(first) :]
    name = kind.parties.get(first, first)
    return name + (ordinal(number) if number else "")


def joined(*parts: str) -> str:
    """The parts that say something, with a comma between."""
    return "，".join(p for p in parts if p)


def moment(at: dt.datetime) -> str:
    """2026-11-21 09:30 at the counter."""
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")


def ordinal(code: str) -> str:
    """第（一）项 says 一 for the code 1; other codes stay as they are."""
    return "一二三四五六七八九十"[int(code) - 1] if code.isdigit() and 1 <= int(code) <= 10 else code


def contact(kind: Kind[Any], party: str, address: str) -> str:
    """A telephone number in the history is masked like everywhere on screen; a postal address is not one.

    How a sealed party was reached is not told at all.
    """
    if party in kind.state_type.SEALED:
        return ""
    checked = check_phone(address)
    return mask_phone(checked.value) if checked.ok else address
