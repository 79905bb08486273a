"""Events of mediation, agreement and execution, shared by every kind that is settled between parties.

A party is one of the kind's own (`Matter.PARTIES`), money is integer cents.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from app.domain.events import Event, register
from app.domain.matter.facts import Attachment
from app.domain.settlement.facts import Obligation


@register
class ConsentRecorded(Event, frozen=True, kw_only=True):
    """Whether a party agrees to be mediated (办法第18条)."""

    party: str
    agrees: bool
    on: dt.date
    method: str
    by: str
    note: str = ""


@register
class SessionScheduled(Event, frozen=True, kw_only=True):
    """调解通知: when, where, who mediates, what to bring (办法第20条; form 七)."""

    no: int
    at: dt.datetime
    place: str
    mode: str
    mediators: tuple[str, ...]
    bring: str = ""
    recusal_days: int = 3


@register
class SessionHeld(Event, frozen=True, kw_only=True):
    """调解记录 of one session. `outcome`: agreed, continue, failed."""

    no: int
    started_at: dt.datetime
    ended_at: dt.datetime | None = None
    place: str
    mode: str
    mediators: tuple[str, ...]
    recorder: str
    attendees: str
    text: str
    outcome: str


@register
class AgreementReached(Event, frozen=True, kw_only=True):
    """达成协议. `instrument`: letter, or none because of `no_letter_reason` (办法第24条)."""

    LEGAL_STATUS: ClassVar[bool] = True

    agreed_on: dt.date
    terms: str
    obligations: tuple[Obligation, ...]
    instrument: str
    no_letter_reason: str = ""


@register
class MediationTerminated(Event, frozen=True, kw_only=True):
    """终止调解 with one ground of the case's rule set (办法第23条)."""

    LEGAL_STATUS: ClassVar[bool] = True

    decided_on: dt.date
    grounds: tuple[str, ...]
    facts: str
    by: str = ""


@register
class ObligationPerformed(Event, frozen=True, kw_only=True):
    """Something was paid or done under an obligation. `amount` in cents; `done`: settled in full.

    `extra` is how much of the amount is 加倍赔偿, `relief` the cents that goods or an act count for by the
    declared rule; `payer` names which of several paid.
    """

    obligation_no: int
    on: dt.date
    amount: int = 0
    done: bool = False
    note: str = ""
    proof: Attachment | None = None
    extra: int = 0
    relief: int = 0
    payer: str = ""


@register
class ObligationWaived(Event, frozen=True, kw_only=True):
    """The entitled gives up the whole or a part. `amount` in cents, 0 for goods or acts, which go as a whole.

    `consent_on` and `method`: when and how the entitled themselves said so, whoever told the office
    (办法第12条: 放弃投诉请求应当经被代表的投诉人同意).
    """

    obligation_no: int
    on: dt.date
    amount: int = 0
    waived_by: str
    consent_on: dt.date
    method: str
    reason: str
    by: str
    proof: Attachment | None = None


@register
class CaseReferred(Event, frozen=True, kw_only=True):
    """诉调对接: the parties were taken on to a court, an arbitration body or a committee.

    `purpose`: mediation, confirmation, lawsuit, arbitration, enforcement.
    """

    no: int
    purpose: str
    body: str
    on: dt.date
    by: str
    consented: bool = False
    number: str = ""
    note: str = ""


@register
class ReferralAnswered(Event, frozen=True, kw_only=True):
    """What the body did. `outcome`: accepted, refused, mediated, confirmed, judged, withdrawn, failed."""

    no: int
    on: dt.date
    outcome: str
    number: str = ""
    text: str = ""
    by: str


@register
class ObligationUrged(Event, frozen=True, kw_only=True):
    """督促履行."""

    obligation_no: int
    on: dt.date
    method: str
    by: str
    note: str = ""


@register
class ObligationBreached(Event, frozen=True, kw_only=True):
    """Declared not to be performed; the other party was told the routes of 消法第39条."""

    obligation_no: int
    on: dt.date
    facts: str
    advice: str
