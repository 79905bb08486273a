"""Events that every kind of matter shares, and the base of every registration (docs/events.md).

Dates are those of the act as the law counts them; when it was typed stands in the envelope.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from app.domain.events import Event, register
from app.domain.matter.facts import Attachment, CalculationInput, Origin


class Registered(Event, frozen=True, kw_only=True):
    """Base of every kind's registration, the first event of a case.

    `SERIES` names the numbers it takes (docs/events.md); `serial` counts from 1 within a year of 收到日期.
    `rule_set` is chosen by 收到日期 and never changes, "" for a kind that has no rule sets. `identity` is the
    办理身份 of this case, "" for the office's own.
    """

    SERIES: ClassVar[str]

    number: str
    serial: int
    rule_set: str
    origin: Origin
    identity: str = ""


@register
class PartyNotified(Event, frozen=True, kw_only=True):
    """告知. `matter`: acceptance, refusal, session, termination …; `result`: reached, unreached, returned.

    `party` is one of the kind's own parties (`Matter.PARTIES`).
    """

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
class Replied(Event, frozen=True, kw_only=True):
    """回复 to a party of the kind, or to `source`, the body that sent the matter."""

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

    LEGAL_STATUS: ClassVar[bool] = True

    on: dt.date
    reason: str


@register
class CaseClosed(Event, frozen=True, kw_only=True):
    """结案. `open_obligations` declares what of an agreement is still open, and why the case ends."""

    LEGAL_STATUS: ClassVar[bool] = True

    on: dt.date
    summary: str
    by: str
    open_obligations: str = ""


@register
class CaseFiled(Event, frozen=True, kw_only=True):
    """归档. `retention` is a code of the dictionary `retention`."""

    LEGAL_STATUS: ClassVar[bool] = True

    on: dt.date
    volume: str
    retention: str
    pages: int
    by: str


@register
class CaseVoided(Event, frozen=True, kw_only=True):
    """作废: the registration was a mistake; number and record stay, accounted for."""

    LEGAL_STATUS: ClassVar[bool] = True

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


@register
class CaseLinked(Event, frozen=True, kw_only=True):
    """This case is tied to another one. Written to both, in one transaction (`app/services/linking.py`).

    `relation`: split (办法第9条), recomplaint, merged (并案), turned_report (诉转案), continued.
    `place`: `from` for the case that gave rise to the relation (the absorbed one of `merged`), `to` for where
    it leads, "" where both are equal (split). `other` is the other case's id, `number` its number.
    """

    relation: str
    other: str
    number: str
    place: str = ""
    on: dt.date
    by: str
    note: str = ""


@register
class CaseUnlinked(Event, frozen=True, kw_only=True):
    """The tie is undone (并案 by mistake); both histories keep what happened."""

    relation: str
    other: str
    on: dt.date
    by: str
    reason: str


@register
class AlertRaised(Event, frozen=True, kw_only=True):
    """Words of danger, or anything a person in charge must know at once.

    `level`: attention, danger, or none when the danger is over. `words` are those found in the text, empty
    when a person saw it; `told` who was told, `method` how (`notice_methods`).
    """

    level: str
    words: tuple[str, ...] = ()
    told: str
    at: dt.datetime
    by: str
    note: str = ""
    method: str = ""


@register
class CalculationKept(Event, frozen=True, kw_only=True):
    """A calculation made for this case, with everything needed to check it by hand later.

    `calculator` is prepaid, compensation, seven-days, warranty, car-warranty or interest; `result` the answer
    in words, `lines` figures and steps as sentences, `basis` the articles with their text, `doubts` what is
    not certain. `amount` in cents is what can be asked for, None when the answer is a day or a choice.
    """

    calculator: str
    title: str
    inputs: tuple[CalculationInput, ...]
    result: str
    lines: tuple[str, ...]
    basis: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    amount: int | None = None
    on: dt.date
    by: str


@register
class CaseHanded(Event, frozen=True, kw_only=True):
    """The case goes to another office: `direction` up (上交) or down (下派).

    `to_node` is the node of that office when the two exchange packages, else "". `identity` is the 办理身份
    the case had before, `receipt` which receipt of the case (from 1) acknowledges this handing. `materials`
    are the papers that go with it, as the 移交单 lists them.
    """

    direction: str
    to_office: str
    to_node: str = ""
    reason: str
    on: dt.date
    by: str
    identity: str = ""
    receipt: int = 0
    materials: tuple[str, ...] = ()


@register
class CaseTakenBack(Event, frozen=True, kw_only=True):
    """The last handing is undone, or the case came back: the office that handed it has it in hand again."""

    reason: str
    on: dt.date
    by: str
