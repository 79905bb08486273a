"""Every event of a complaint, in the order of its life. docs/events.md explains each field once.

Dates are those of the act as the law counts them; when it was typed stands in the envelope.
A party is `complainant` or `respondent`.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.events import Event, register
from app.domain.kinds.complaint.facts import Complainant, Deal, Obligation, Origin, Respondent


@register
class ComplaintRegistered(Event, frozen=True, kw_only=True):
    """受理前登记. `rule_set` is chosen by 收到日期 and never changes."""

    number: str
    serial: int
    rule_set: str
    origin: Origin
    complainant: Complainant
    respondent: Respondent
    deal: Deal


@register
class ComplaintAmended(Event, frozen=True, kw_only=True):
    """Facts were completed or corrected: the whole new value of each changed part, and why."""

    complainant: Complainant | None = None
    respondent: Respondent | None = None
    deal: Deal | None = None
    origin: Origin | None = None
    reason: str


@register
class AcceptanceDecided(Event, frozen=True, kw_only=True):
    """受理 or 不予受理 (办法第15、16条). `grounds` are codes of the case's rule set, empty when accepted."""

    accepted: bool
    decided_on: dt.date
    grounds: tuple[str, ...] = ()
    facts: str = ""
    by: str = ""


@register
class PartyNotified(Event, frozen=True, kw_only=True):
    """告知. `matter`: acceptance, refusal, session, termination; `result`: reached, unreached, returned."""

    matter: str
    party: str
    method: str
    address: str = ""
    at: dt.datetime
    by: str
    result: str
    note: str = ""
    session_no: int = 0


@register
class InquiryRecorded(Event, frozen=True, kw_only=True):
    """调查: an inquiry (inquiry), a visit (visit), a telephone check (phone)."""

    no: int
    form: str
    at: dt.datetime
    place: str
    persons: str
    text: str
    investigators: tuple[str, ...]
    recorder: str = ""


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file kept in the encrypted blob store under its SHA-256. `size` in bytes."""

    sha256: str
    filename: str
    size: int
    media_type: str


@register
class EvidenceAdded(Event, frozen=True, kw_only=True):
    """One item of the evidence list, with or without a file."""

    no: int
    title: str
    form: str
    provider: str
    received_on: dt.date
    note: str = ""
    attachment: Attachment | None = None


@register
class EvidenceVoided(Event, frozen=True, kw_only=True):
    """An item taken off the list with a reason; the file and the entry stay readable."""

    no: int
    reason: str


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

    agreed_on: dt.date
    terms: str
    obligations: tuple[Obligation, ...]
    instrument: str
    no_letter_reason: str = ""


@register
class MediationTerminated(Event, frozen=True, kw_only=True):
    """终止调解 with one ground of the case's rule set (办法第23条)."""

    decided_on: dt.date
    grounds: tuple[str, ...]
    facts: str
    by: str = ""


@register
class ObligationPerformed(Event, frozen=True, kw_only=True):
    """Something was paid or done under an obligation. `amount` in cents; `done`: settled in full."""

    obligation_no: int
    on: dt.date
    amount: int = 0
    done: bool = False
    note: str = ""
    proof: Attachment | None = None


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


@register
class Replied(Event, frozen=True, kw_only=True):
    """回复 to `complainant` or `source`."""

    to: str
    on: dt.date
    method: str
    by: str
    text: str
    result: str = "reached"


@register
class FollowedUp(Event, frozen=True, kw_only=True):
    """回访 (办法第26条). `satisfaction` is empty when nobody was reached."""

    on: dt.date
    method: str
    by: str
    reached: bool
    satisfaction: str = ""
    text: str = ""
    no_return_reason: str = ""


@register
class CaseReturned(Event, frozen=True, kw_only=True):
    """Sent back for another round because the follow-up was unsatisfied (回头看)."""

    on: dt.date
    reason: str


@register
class CaseClosed(Event, frozen=True, kw_only=True):
    """结案."""

    on: dt.date
    summary: str
    by: str


@register
class CaseFiled(Event, frozen=True, kw_only=True):
    """归档. `retention` is a code of the dictionary `retention`."""

    on: dt.date
    volume: str
    retention: str
    pages: int
    by: str


@register
class CaseVoided(Event, frozen=True, kw_only=True):
    """作废: the registration was a mistake; number and record stay, accounted for."""

    on: dt.date
    reason: str
    by: str


@register
class PaperIssued(Event, frozen=True, kw_only=True):
    """A paper was issued: its 文号, the hash of its bytes, and which printing it was (1 = original).

    `subject` tells the paper of one decision or agreement from that of a later round (see `papers`).
    """

    paper: str
    number: str
    serial: int
    printing: int
    issued_on: dt.date
    sha256: str
    pages: int
    addressee: str = ""
    session_no: int = 0
    subject: str = ""
