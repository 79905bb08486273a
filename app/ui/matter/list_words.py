"""How lists say what may be true of a case of any kind: danger, a group, another office that has it."""

from __future__ import annotations

from app.domain.danger import LEVELS
from app.services.exchange.case_status import EXPORTED, LOOKED, RECEIVED, UNSENT, CaseStatus
from app.ui.widgets.cells import Urgent, Words, named

_ALERTS = {1: LEVELS["attention"], 2: "特急"}


def number_words(number: str, alert: int) -> Words:
    """The number of a case, behind the words of its alert when there is one: 特急 消投〔2026〕8号."""
    return Words((Urgent(f"{_ALERTS[alert]} "), number)) if alert in _ALERTS else Words((number,))


def person_words(name: str, members: int) -> Words:
    """钱芳 等 23 人 for a group, else the name."""
    return Words((named(name), f" 等 {members} 人")) if members > 1 else Words((named(name),))


def holder_words(holder: str) -> str:
    """在青山所 when another office has the case in hand, else ""."""
    return f"在{holder}" if holder else ""


_SYNC_ROLES = {UNSENT: "neutral", EXPORTED: "info", RECEIVED: "success", LOOKED: "success"}


def sync_chip(status: CaseStatus) -> tuple[str, str]:
    """未报, 已导出, 县局已收, 县局已阅 with its colour; no words for an office that reports to nobody."""
    return status.label, _SYNC_ROLES.get(status.state, "neutral")
