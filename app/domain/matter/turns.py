"""Wrong turns of any case: taken up again, a mistyped fact put right, in another office's hands.

Nothing is deleted: the old value stands in the correction, the first closing in the reopening.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from app.domain.events import Event, register

PAYMENT, SESSION, NOTICE = "payment", "session", "notice"
CORRECTABLE: dict[tuple[str, str], str] = {
    (PAYMENT, "amount"): "收款金额",
    (PAYMENT, "on"): "收款日期",
    (SESSION, "at"): "调解时间",
    (NOTICE, "at"): "告知时间",
}
"""Records and the field of theirs that may be put right, with its Chinese name."""


@register
class CaseReopened(Event, frozen=True, kw_only=True):
    """A closed or filed case is taken up again: a new round begins, periods do not begin anew."""

    LEGAL_STATUS: ClassVar[bool] = True

    on: dt.date
    reason: str
    by: str


@register
class FactCorrected(Event, frozen=True, kw_only=True):
    """A date or an amount of an act was mistyped. `record` and `field` are a key of `CORRECTABLE`.

    `no` is the obligation's or session's number, or counts the notices from 1; `item` counts the payments of
    an obligation from 1. `old` and `new` are cents in digits, an ISO date or an ISO time.
    """

    record: str
    field: str
    no: int
    item: int = 0
    old: str
    new: str
    reason: str
    on: dt.date
    by: str


@register
class CaseReceived(Event, frozen=True, kw_only=True):
    """The office the case was handed to has it in hand and acts under its own 办理身份 from now on.

    The periods of the 办法 count from the day an office that it binds received the complaint (办法第15条).
    """

    office: str
    identity: str
    on: dt.date
    by: str


@register
class ResultBrought(Event, frozen=True, kw_only=True):
    """The case comes back from the office it was handed to, with what came of it there.

    `outcome` is a code of `OUTCOMES`; the office that handed it on has it in hand again.
    """

    outcome: str
    result: str
    on: dt.date
    by: str


OUTCOMES: dict[str, str] = {
    "settled": "已经解决",
    "refused": "不予受理",
    "unsettled": "没有调解成",
    "help": "派人协助，回本单位继续办",
}
"""What another office can have done."""


class Reopening(msgspec.Struct, frozen=True, kw_only=True):
    """A reopening with the closing it undid."""

    event: CaseReopened
    closed_on: dt.date | None
    closing_summary: str
    filed_on: dt.date | None
    volume: str


class Turns(msgspec.Struct, kw_only=True):
    """What turned in one case."""

    reopenings: list[Reopening] = []
    corrections: list[FactCorrected] = []
    receipts: list[CaseReceived] = []
    results: list[ResultBrought] = []


def corrected_moment(old: dt.datetime, new: str) -> dt.datetime:
    """The moment a correction says; its offset is the old one's when it names none."""
    moment = dt.datetime.fromisoformat(new)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=old.tzinfo)
