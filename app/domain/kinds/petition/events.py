"""Every event of a petition besides those it shares, in the order of its life (docs/events.md).

Articles are those of 《信访工作条例》.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from app.domain.events import Event, register
from app.domain.kinds.petition.facts import Request
from app.domain.matter.events import Registered
from app.domain.matter.facts import Origin, Person


@register
class PetitionRegistered(Registered, frozen=True, kw_only=True):
    """登记 (第19、22、23条)."""

    SERIES: ClassVar[str] = "petition"

    petitioner: Person
    request: Request


@register
class PetitionAmended(Event, frozen=True, kw_only=True):
    """Facts were completed or corrected: the whole new value of each changed part, and why."""

    AMENDS: ClassVar[tuple[str, ...]] = ("origin", "petitioner", "request")

    origin: Origin | None = None
    petitioner: Person | None = None
    request: Request | None = None
    reason: str


@register
class PetitionSorted(Event, frozen=True, kw_only=True):
    """甄别: by which way it will be handled (第29、30、31条); `way` is a code of `state.WAYS`."""

    way: str
    reason: str
    on: dt.date
    by: str


@register
class PetitionDecided(Event, frozen=True, kw_only=True):
    """受理, or 不予受理 with grounds of the rule set (第19条第三款、第23、36条)."""

    LEGAL_STATUS: ClassVar[bool] = True

    accepted: bool
    decided_on: dt.date
    grounds: tuple[str, ...] = ()
    facts: str = ""
    by: str = ""


@register
class PetitionForwarded(Event, frozen=True, kw_only=True):
    """转送 or 交办 to another body (第22、23条). `reply_by` is the day a result was asked for, 交办 only."""

    LEGAL_STATUS: ClassVar[bool] = True

    mode: str
    to: str
    on: dt.date
    reason: str
    reply_by: dt.date | None = None
    by: str


@register
class ForwardingAnswered(Event, frozen=True, kw_only=True):
    """The body it was given to reported the result."""

    on: dt.date
    text: str


@register
class PetitionRouted(Event, frozen=True, kw_only=True):
    """导入相应程序 (第31条第一至四项): led into the procedure the law provides."""

    LEGAL_STATUS: ClassVar[bool] = True

    procedure: str
    to: str
    on: dt.date
    by: str


@register
class ObjectionRaised(Event, frozen=True, kw_only=True):
    """提出异议: a forwarded matter is not ours, with full reasons (第23条第三款)."""

    to: str
    reason: str
    on: dt.date
    by: str


@register
class ObjectionAnswered(Event, frozen=True, kw_only=True):
    """Whether the sender agreed and took the papers back."""

    agreed: bool
    on: dt.date
    text: str = ""


@register
class HandlingExtended(Event, frozen=True, kw_only=True):
    """延长办理期限 by `days`, at most 30, approved by the head of the body (第34条)."""

    days: int
    reason: str
    approved_by: str
    on: dt.date


@register
class MediationGivenUp(Event, frozen=True, kw_only=True):
    """调解 under 第33条 came to nothing; the petition is handled on."""

    on: dt.date
    facts: str
    by: str


@register
class OpinionIssued(Event, frozen=True, kw_only=True):
    """信访处理意见书 (第32条). `finding`: support, explain, reject."""

    LEGAL_STATUS: ClassVar[bool] = True

    on: dt.date
    finding: str
    facts: str
    opinion: str
    basis: str
    by: str


@register
class ReviewRequested(Event, frozen=True, kw_only=True):
    """请求复查 (review, 第35条) or 复核 (recheck, 第36条). `ours`: this body is the one that decides it."""

    level: str
    received_on: dt.date
    body: str
    ours: bool
    reason: str = ""


@register
class ReviewDecided(Event, frozen=True, kw_only=True):
    """复查 or 复核意见. `result`: upheld, changed, again (责令重新办理)."""

    LEGAL_STATUS: ClassVar[bool] = True

    level: str
    on: dt.date
    result: str
    opinion: str


@register
class HearingHeld(Event, frozen=True, kw_only=True):
    """听证 (第31条第六项、第36条); its days do not count towards the recheck. Both ends included."""

    starts_on: dt.date
    ends_on: dt.date
    place: str
    text: str


@register
class UrgentReported(Event, frozen=True, kw_only=True):
    """重大、紧急信访事项 reported to the Party committee and government of the level (第25条)."""

    to: str
    at: dt.datetime
    summary: str
    by: str


@register
class SupervisionIssued(Event, frozen=True, kw_only=True):
    """督办: a body was urged to handle or answer by a day (第39、40条)."""

    to: str
    on: dt.date
    answer_by: dt.date
    reason: str
    by: str


@register
class SupervisionAnswered(Event, frozen=True, kw_only=True):
    """What the urged body answered."""

    on: dt.date
    text: str
