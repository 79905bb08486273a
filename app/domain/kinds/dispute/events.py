"""Every event of a dispute besides those it shares, in the order of its life (docs/events.md).

Articles are those of 《人民调解法》.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from app.domain.events import Event, register
from app.domain.kinds.dispute.facts import Quarrel, Side
from app.domain.matter.events import Registered
from app.domain.matter.facts import Origin


@register
class DisputeRegistered(Registered, frozen=True, kw_only=True):
    """登记: an application, or a dispute taken up on the committee's own initiative (第17条)."""

    SERIES: ClassVar[str] = "dispute"

    applicant: Side
    respondent: Side
    quarrel: Quarrel


@register
class DisputeAmended(Event, frozen=True, kw_only=True):
    """Facts were completed or corrected: the whole new value of each changed part, and why."""

    AMENDS: ClassVar[tuple[str, ...]] = ("origin", "applicant", "respondent", "quarrel")

    origin: Origin | None = None
    applicant: Side | None = None
    respondent: Side | None = None
    quarrel: Quarrel | None = None
    reason: str


@register
class DisputeDecided(Event, frozen=True, kw_only=True):
    """受理调解, or 不受理 with grounds of the rule set."""

    LEGAL_STATUS: ClassVar[bool] = True

    accepted: bool
    decided_on: dt.date
    grounds: tuple[str, ...] = ()
    facts: str = ""
    by: str = ""


@register
class RightsTold(Event, frozen=True, kw_only=True):
    """权利义务告知书 was given to a side and signed (第23、24条). `openly`: they want it in public."""

    party: str
    on: dt.date
    by: str
    signed_by: str
    how: str
    openly: bool = False


@register
class MediatorsNamed(Event, frozen=True, kw_only=True):
    """Who mediates, and how they came to (第19条); helpers were invited with the parties' consent (第20条).

    `chosen`: committee (named by it) or parties (chosen by them). `accepted` are the sides who agreed to
    them; `helpers` with what they are: 刘洋（邻居）.
    """

    mediators: tuple[str, ...]
    chosen: str
    accepted: tuple[str, ...]
    helpers: tuple[str, ...] = ()
    helpers_agreed: bool = False
    on: dt.date
    by: str


@register
class RiskReported(Event, frozen=True, kw_only=True):
    """民转刑: the quarrel may grow worse; what was done, and to whom it was reported (第25条).

    `level`: worsening (可能激化), public_order (可能引起治安案件), crime (可能引起刑事案件).
    """

    level: str
    facts: str
    measures: str
    told: str = ""
    at: dt.datetime
    by: str


@register
class MediationProlonged(Event, frozen=True, kw_only=True):
    """Both sides want mediation to go on beyond its usual period."""

    until: dt.date
    reason: str
    on: dt.date
    by: str


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """One signature under the agreement (第29条). `role`: a party's code, or mediator.

    `name` is whose signature it is, `by` the delegate who gave it, "" when given in person; `how`: signature,
    seal, fingerprint; `witness` of a fingerprint.
    """

    role: str
    name: str
    by: str = ""
    how: str
    on: dt.date
    witness: str = ""


@register
class AgreementSigned(Event, frozen=True, kw_only=True):
    """Signatures under 调解协议书, some or all; `sealed_on` when the committee's seal was put to it."""

    LEGAL_STATUS: ClassVar[bool] = True

    signatures: tuple[Signature, ...]
    sealed_on: dt.date | None = None


@register
class VisitPlanned(Event, frozen=True, kw_only=True):
    """A visit to see whether the agreement is kept was put on a day (第31条)."""

    on: dt.date
    purpose: str
    by: str


@register
class VisitMade(Event, frozen=True, kw_only=True):
    """人民调解回访记录. `kept`: all, part, none; `hazard` a danger that was seen, "" for none."""

    on: dt.date
    method: str
    by: str
    whom: str
    purpose: str
    kept: str
    text: str
    satisfied: bool | None = None
    hazard: str = ""


@register
class ConfirmationApplied(Event, frozen=True, kw_only=True):
    """司法确认 was applied for by both sides together, within thirty days (第33条)."""

    LEGAL_STATUS: ClassVar[bool] = True

    on: dt.date
    court: str
    by: str
    papers: str = ""


@register
class ConfirmationDeclined(Event, frozen=True, kw_only=True):
    """The sides see no need for 司法确认, after they were told of it."""

    on: dt.date
    by: str
    note: str = ""


@register
class ConfirmationTaken(Event, frozen=True, kw_only=True):
    """The court took the application under a 调确字 number, or did not (司法确认规定第4条)."""

    taken: bool
    on: dt.date
    number: str = ""
    reason: str = ""


@register
class ConfirmationDecided(Event, frozen=True, kw_only=True):
    """The court's word. `result`: confirmed, rejected, withdrawn (司法确认规定第5、7、8条)."""

    LEGAL_STATUS: ClassVar[bool] = True

    result: str
    on: dt.date
    number: str = ""
    reason: str = ""


@register
class EnforcementNoted(Event, frozen=True, kw_only=True):
    """A side applied to the court to enforce a confirmed agreement (第33条第二款)."""

    on: dt.date
    court: str
    text: str
    by: str


@register
class RoutesTold(Event, frozen=True, kw_only=True):
    """仲裁、行政、司法 were shown to a side after it failed (第26条). `routes`: codes of `ROUTES`."""

    party: str
    routes: tuple[str, ...]
    on: dt.date
    method: str
    by: str
    note: str = ""


@register
class MediationResumed(Event, frozen=True, kw_only=True):
    """Mediation begins anew: the court did not confirm, or the agreement was not kept (第32、33条)."""

    LEGAL_STATUS: ClassVar[bool] = True

    on: dt.date
    reason: str
    by: str
