"""Every event of a complaint, in the order of its life. docs/events.md explains each field once.

Its own events stand here; those it shares with other kinds are known under this name as well.
Dates are those of the act as the law counts them; when it was typed stands in the envelope.
A party is `complainant` or `respondent`.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from app.domain.events import Event, register
from app.domain.kinds.complaint.facts import Complainant, Deal, Respondent
from app.domain.matter.events import (
    AlertRaised,
    CaseClosed,
    CaseFiled,
    CaseHanded,
    CaseLinked,
    CaseReturned,
    CaseTakenBack,
    CaseUnlinked,
    CaseVoided,
    EvidenceAdded,
    EvidenceVoided,
    FollowedUp,
    InquiryRecorded,
    PaperIssued,
    PartyNotified,
    Registered,
    Replied,
)
from app.domain.matter.facts import Attachment, Origin
from app.domain.settlement.events import (
    AgreementReached,
    ConsentRecorded,
    MediationTerminated,
    ObligationBreached,
    ObligationPerformed,
    ObligationUrged,
    SessionHeld,
    SessionScheduled,
)

__all__ = [
    "AbuseAssessed",
    "AcceptanceDecided",
    "AgreementReached",
    "AlertRaised",
    "AppraisalReported",
    "AppraisalStarted",
    "Attachment",
    "CaseClosed",
    "CaseFiled",
    "CaseHanded",
    "CaseLinked",
    "CaseReturned",
    "CaseTakenBack",
    "CaseUnlinked",
    "CaseVoided",
    "ComplaintAmended",
    "ComplaintRegistered",
    "ComplaintWithdrawn",
    "ConsentRecorded",
    "EvidenceAdded",
    "EvidenceVoided",
    "FollowedUp",
    "InquiryRecorded",
    "MediationTerminated",
    "ObligationBreached",
    "ObligationPerformed",
    "ObligationUrged",
    "PaperIssued",
    "PartyNotified",
    "Replied",
    "SessionHeld",
    "SessionScheduled",
]


@register
class ComplaintRegistered(Registered, frozen=True, kw_only=True):
    """受理前登记."""

    SERIES: ClassVar[str] = "case"

    complainant: Complainant
    respondent: Respondent
    deal: Deal


@register
class ComplaintAmended(Event, frozen=True, kw_only=True):
    """Facts were completed or corrected: the whole new value of each changed part, and why."""

    AMENDS: ClassVar[tuple[str, ...]] = ("complainant", "respondent", "deal", "origin")

    complainant: Complainant | None = None
    respondent: Respondent | None = None
    deal: Deal | None = None
    origin: Origin | None = None
    reason: str


@register
class AcceptanceDecided(Event, frozen=True, kw_only=True):
    """受理 or 不予受理 (办法第15、16条). `grounds` are codes of the case's rule set, empty when accepted."""

    LEGAL_STATUS: ClassVar[bool] = True

    accepted: bool
    decided_on: dt.date
    grounds: tuple[str, ...] = ()
    facts: str = ""
    by: str = ""


@register
class AbuseAssessed(Event, frozen=True, kw_only=True):
    """第17条: a person weighed whether the complaint is for daily use. It decides nothing by itself.

    `items` are codes of `resources/rules/abuse.toml`; `abusive` is the conclusion, `conclusion` its reasons;
    `shown` are the sentences the program showed at that moment.
    """

    items: tuple[str, ...]
    facts: str
    abusive: bool
    conclusion: str
    by: str
    on: dt.date
    shown: tuple[str, ...] = ()


@register
class AppraisalStarted(Event, frozen=True, kw_only=True):
    """鉴定/检测 commissioned: the 60-day clock stands from this day (办法第22条)."""

    no: int
    institution: str
    chosen_by: str
    item: str
    commissioned_on: dt.date
    fee: int | None = None
    fee_borne_by: str = ""


@register
class AppraisalReported(Event, frozen=True, kw_only=True):
    """The report came back (or the appraisal was given up): the clock runs again from the next day."""

    no: int
    reported_on: dt.date
    conclusion: str


@register
class ComplaintWithdrawn(Event, frozen=True, kw_only=True):
    """撤回投诉 or 自行和解, told by the complainant. `way`: withdrawn, settled.

    After acceptance the mediation is terminated on that ground in the same step (办法第23条第一项).
    """

    LEGAL_STATUS: ClassVar[bool] = True

    way: str
    on: dt.date
    method: str
    by: str
    note: str = ""
