"""Who is competent for a case, and by which way it came: judged, disputed, settled, fed back.

Events every kind under the 办法 shares. A receiver without competence feeds a dispatched case back to its
sender and never transfers it itself (办法第41条); a dispute of competence has seven working days (第33条);
who came by a channel nobody published is told the right one (第8条). Promises an office makes itself may be
lengthened with approval.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.events import Event, register


@register
class JurisdictionJudged(Event, frozen=True, kw_only=True):
    """A person walked the questions of `app.domain.jurisdiction` to their end and stands by the finding.

    `answers` are the codes; `asked` the questions with their answers as they were read, because the tree may
    be worded anew. `verdict` is a code of `jurisdiction.VERDICTS`.
    """

    matter: str
    rule_set: str
    answers: tuple[str, ...]
    asked: tuple[tuple[str, str], ...]
    finding: str
    verdict: str
    reason: str
    basis: tuple[str, ...]
    advice: str
    on: dt.date
    by: str


@register
class CompetenceDisputed(Event, frozen=True, kw_only=True):
    """Another bureau and this one disagree who handles the case; the clock of 办法第33条 starts on `on`."""

    other: str
    reason: str
    on: dt.date
    by: str


@register
class CompetenceSettled(Event, frozen=True, kw_only=True):
    """The dispute is over. `how` is a code of `WAYS_OF_SETTLING`; `ours`: this bureau handles the case."""

    ours: bool
    how: str
    on: dt.date
    by: str
    note: str = ""


@register
class DispatchFedBack(Event, frozen=True, kw_only=True):
    """反馈（退回）分送单位 (办法第41条): the case ends here, its sender decides where it goes."""

    to: str
    reason: str
    method: str
    on: dt.date
    by: str


@register
class RightChannelTold(Event, frozen=True, kw_only=True):
    """Who came by a channel nobody published was told the published ones (办法第8条)."""

    channel: str
    text: str
    method: str
    at: dt.datetime
    by: str


@register
class LocalPromiseExtended(Event, frozen=True, kw_only=True):
    """A local promise was lengthened by `units` of its own unit, with somebody's approval."""

    promise: str
    units: int
    reason: str
    approved_by: str
    on: dt.date
    by: str


class Dispute(msgspec.Struct, kw_only=True):
    """A dispute of competence and how it ended."""

    raised: CompetenceDisputed
    settled: CompetenceSettled | None = None


class Competence(msgspec.Struct, kw_only=True):
    """All that a case knows of competence and channel, the latest last."""

    judged: list[JurisdictionJudged] = []
    disputes: list[Dispute] = []
    fed_back: DispatchFedBack | None = None
    told_channel: RightChannelTold | None = None

    def judgement(self) -> JurisdictionJudged | None:
        """The judgement that holds."""
        return self.judged[-1] if self.judged else None

    def dispute(self) -> Dispute | None:
        """The dispute that is not settled."""
        return next((one for one in self.disputes if one.settled is None), None)

    def elsewhere(self) -> bool:
        """Whether the latest word is that this bureau does not handle the case."""
        settled = self.disputes[-1].settled if self.disputes else None
        last = self.judgement()
        if settled is not None and (last is None or settled.on >= last.on):
            return not settled.ours
        return last is not None and last.verdict in ELSEWHERE


ELSEWHERE = frozenset({"elsewhere", "platform_seat", "outside"})
"""Verdicts that say somebody else is competent."""

WAYS_OF_SETTLING: dict[str, str] = {"agreed": "双方协商", "assigned": "共同的上一级指定"}
"""How a dispute of competence ends (办法第33条)."""
