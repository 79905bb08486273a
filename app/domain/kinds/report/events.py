"""Every event of a report of its own; what it shares with other kinds stands in `app/domain/matter`.

Dates are those of the act as the law counts them; when it was typed stands in the envelope.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from app.domain.events import Event, register
from app.domain.kinds.report.facts import Clue, Reporter
from app.domain.matter.events import Registered
from app.domain.matter.facts import Business, Origin


@register
class ReportRegistered(Registered, frozen=True, kw_only=True):
    """A report, or a clue met in mediation (`discovered`, 办法第27条: 收到日期 is the day of discovery)."""

    SERIES: ClassVar[str] = "report"

    reporter: Reporter
    respondent: Business
    clue: Clue
    discovered: bool = False


@register
class ReportAmended(Event, frozen=True, kw_only=True):
    """Facts completed or put right: the whole new value of each changed part, and why."""

    AMENDS: ClassVar[tuple[str, ...]] = ("reporter", "respondent", "clue", "origin")

    reporter: Reporter | None = None
    respondent: Business | None = None
    clue: Clue | None = None
    origin: Origin | None = None
    reason: str


@register
class IdentityViewed(Event, frozen=True, kw_only=True):
    """Somebody looked behind the seal (办法第37条). `means`: screen, paper; `paper` names the paper made."""

    by: str
    role: str
    reason: str
    at: dt.datetime
    means: str = "screen"
    paper: str = ""


@register
class DisclosureAllowed(Event, frozen=True, kw_only=True):
    """第37条 exception: the same material holds a complaint, and mediation needs `what` to be told."""

    what: str
    reason: str
    approved_by: str
    on: dt.date
    by: str


@register
class TestingStarted(Event, frozen=True, kw_only=True):
    """检测、检验、检疫、鉴定、权利人辨认: not counted in the period (行政处罚程序规定第18条).

    `sort` is a code of `TESTS` in `state.py`.
    """

    no: int
    sort: str
    institution: str
    item: str
    started_on: dt.date
    by: str


@register
class TestingEnded(Event, frozen=True, kw_only=True):
    """The finding came back, or the test was given up: the clock runs again from the next day."""

    no: int
    ended_on: dt.date
    conclusion: str


@register
class CheckExtended(Event, frozen=True, kw_only=True):
    """核查期限 lengthened, approved by the person in charge before it ran out."""

    reason: str
    approved_by: str
    approved_on: dt.date
    by: str


@register
class ReceiptRecorded(Event, frozen=True, kw_only=True):
    """办案机构签收 of a clue handed to it."""

    unit: str
    receiver: str
    on: dt.date
    by: str
    note: str = ""


@register
class OpeningDecided(Event, frozen=True, kw_only=True):
    """立案 (`opened`) or 不予立案. `file_no` is the number of the penalty file, if any."""

    LEGAL_STATUS: ClassVar[bool] = True

    opened: bool
    decided_on: dt.date
    facts: str
    approved_by: str
    by: str
    file_no: str = ""


@register
class ReportConcluded(Event, frozen=True, kw_only=True):
    """What came of a case that was opened. `sort` is a code of `RESULTS` in `state.py`."""

    LEGAL_STATUS: ClassVar[bool] = True

    sort: str
    text: str
    on: dt.date
    by: str
    document_no: str = ""


@register
class ResultNoticeJudged(Event, frozen=True, kw_only=True):
    """第36条: whether a law, regulation or rule demands that the result be told, or the reporter rewarded."""

    owed: bool
    law: str = ""
    article: str = ""
    reward: bool = False
    reward_note: str = ""
    on: dt.date
    by: str


@register
class RepeatConfirmed(Event, frozen=True, kw_only=True):
    """第35条: same reporter, same facts, same reported party as `number` (`first`): not handled again."""

    LEGAL_STATUS: ClassVar[bool] = True

    first: str
    number: str
    facts: str
    on: dt.date
    by: str


@register
class NewFactsAdded(Event, frozen=True, kw_only=True):
    """第35条: a later report (`other`) of the same reporter brought new facts and was merged into this one.

    The period is counted anew from `received_on`.
    """

    other: str
    number: str
    received_on: dt.date
    facts: str
    by: str


@register
class CompetenceDenied(Event, frozen=True, kw_only=True):
    """第34条: this office is not competent. `within`: another 市场监督管理部门 is, and `where` names it."""

    LEGAL_STATUS: ClassVar[bool] = True

    within: bool
    where: str
    reason: str
    on: dt.date
    by: str


@register
class ReportTransferred(Event, frozen=True, kw_only=True):
    """移送. `to` is `police` (第42条; the report goes on) or `department` (the report ends here)."""

    LEGAL_STATUS: ClassVar[bool] = True

    to: str
    receiver: str
    facts: str
    basis: str
    materials: str = ""
    approved_by: str
    on: dt.date
    by: str
