"""The state every case has: what the fold of its shared events adds up to.

Plain data, encoded to canonical JSON for the projection, so it must not hold anything that depends
on today's date, on a calendar or on the machine. A kind inherits and adds its own fields.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import ClassVar, Self

import msgspec

from app.domain.matter.competence import Competence, LocalPromiseExtended
from app.domain.matter.events import (
    AlertRaised,
    CalculationKept,
    CaseHanded,
    EvidenceAdded,
    FollowedUp,
    InquiryRecorded,
    PaperIssued,
    PartyNotified,
    Replied,
)
from app.domain.matter.facts import Attachment, Origin
from app.domain.matter.standing import Standing
from app.domain.matter.turns import Turns
from app.domain.merging import Conflict

ALERT_LEVELS: dict[str, int] = {"none": 0, "attention": 1, "danger": 2}
"""Levels of `AlertRaised`, as lists sort them."""


class EvidenceItem(msgspec.Struct, kw_only=True):
    item: EvidenceAdded
    voided: str = ""


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision with grounds: acceptance, refusal, termination. `no` counts those of the case from 1."""

    on: dt.date
    grounds: tuple[str, ...] = ()
    facts: str = ""
    by: str = ""
    no: int = 0


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Another case this one is tied to; the fields are those of `CaseLinked`."""

    relation: str
    other: str
    number: str
    place: str = ""
    on: dt.date
    note: str = ""


class Matter(msgspec.Struct, kw_only=True):
    """Everything known of one case. Created empty (`state_type(id=…)`), filled by the fold.

    `phase` is one of the kind's phases; `closed`, `filed` and `void` mean the same in every kind.
    `identity` is the 办理身份, "" for the office's own. `holder` and `holder_node` name the office that has
    the case in hand when it was handed on, "" for the one that registered it. `round_marks` say how many
    records of each sort earlier rounds left behind. `decisions` counts decisions with grounds.
    """

    PARTIES: ClassVar[dict[str, str]] = {}
    """Codes of the kind's parties with their Chinese names, the one who brought the matter first."""

    SEALED: ClassVar[frozenset[str]] = frozenset()
    """Codes of parties whose identity is shown only to few, with a reason (办法第37条)."""

    kind: str = ""
    id: str = ""
    number: str = ""
    rule_set: str = ""
    phase: str = ""
    round: int = 1
    outcome: str = ""
    origin: Origin | None = None
    identity: str = ""
    notices: list[PartyNotified] = []
    inquiries: list[InquiryRecorded] = []
    evidence: list[EvidenceItem] = []
    replies: list[Replied] = []
    follow_ups: list[FollowedUp] = []
    returns: list[str] = []
    links: list[Link] = []
    alerts: list[AlertRaised] = []
    calculations: list[CalculationKept] = []
    handovers: list[CaseHanded] = []
    holder: str = ""
    holder_node: str = ""
    conflicts: list[Conflict] = []
    competence: Competence = msgspec.field(default_factory=Competence)
    promise_extensions: list[LocalPromiseExtended] = []
    standing: Standing = msgspec.field(default_factory=Standing)
    turns: Turns = msgspec.field(default_factory=Turns)
    papers: list[PaperIssued] = []
    decisions: int = 0
    closed_on: dt.date | None = None
    closing_summary: str = ""
    filed_on: dt.date | None = None
    volume: str = ""
    void_reason: str = ""
    round_marks: dict[str, int] = {}

    def party_names(self) -> dict[str, str]:
        """The name of each party of `PARTIES` in this case, "" when it is not known."""
        return dict.fromkeys(self.PARTIES, "")

    def true_names(self) -> dict[str, str]:
        """`party_names` with those of sealed parties, for papers that are addressed to them."""
        return self.party_names()

    def without_secrets(self) -> Self:
        """The case as anybody may read it: what is known of sealed parties left out."""
        return self

    def notified(self, matter: str, party: str, since: dt.date | None = None) -> PartyNotified | None:
        """The first successful notice of `matter` to `party` on or after `since`."""
        for notice in self.notices:
            if notice.matter == matter and notice.party == party and notice.result == "reached":
                if since is None or notice.at.date() >= since:
                    return notice
        return None

    def party_contact(self, party: str) -> tuple[str, str]:
        """Telephone number and address of a party, each "" when it is not known."""
        return "", ""

    def decided_on(self, matter: str) -> dt.date | None:
        """The day of the decision a notice of `matter` tells of, None when it tells of none."""
        return None

    def notices_due(self) -> list[tuple[str, str]]:
        """Decisions not yet made known, as (matter, party), in the order they are owed; a kind says which."""
        return []

    def notices_owed(self) -> list[tuple[str, str, int]]:
        """All that is to be told now, as (matter, party, session number or 0): decisions first."""
        return [(matter, party, 0) for matter, party in self.notices_due()]

    def replies_due(self) -> list[str]:
        """Who still waits for an answer: a party, or `source`; a kind says who."""
        return []

    def current_replies(self) -> list[Replied]:
        """Replies of the current round."""
        return self.replies[self.round_marks.get("replies", 0) :]

    def current_follow_ups(self) -> list[FollowedUp]:
        """Follow-ups of the current round."""
        return self.follow_ups[self.round_marks.get("follow_ups", 0) :]

    def live_evidence(self) -> list[EvidenceAdded]:
        """The evidence list without what was taken off."""
        return [e.item for e in self.evidence if not e.voided]

    def attachments(self) -> list[Attachment]:
        """Every file this case refers to, voided evidence included (nothing is deleted)."""
        return [e.item.attachment for e in self.evidence if e.item.attachment is not None]

    def paper_sessions(self, paper: str) -> list[int]:
        """Numbers of the sessions a paper of sessions can be made for; none where there is no mediation."""
        return []

    def alert(self) -> AlertRaised | None:
        """The alert in force: the latest one, None when there is none or it was lifted."""
        last = self.alerts[-1] if self.alerts else None
        return last if last is not None and last.level != "none" else None

    def alert_level(self) -> int:
        """0 none, 1 attention, 2 danger."""
        alert = self.alert()
        return ALERT_LEVELS[alert.level] if alert is not None else 0

    def received(self) -> bool:
        """Whether the office that has the case in hand has acknowledged the last handing."""
        return bool(self.handovers) and len(self.turns.receipts) >= max(1, self.handovers[-1].receipt)

    def handed_times(self) -> int:
        """How often it was handed on so far, handings that came back included."""
        return len(self.handovers) + len(self.turns.results)

    def linked(self, *relations: str) -> list[Link]:
        """Ties to other cases, of these relations or of all."""
        return [link for link in self.links if not relations or link.relation in relations]

    def people(self) -> int:
        """Members of a group, 0 when the matter concerns nobody but its parties."""
        return 0


def received_on(case: Matter) -> dt.date | None:
    """收到日期, None before registration."""
    return case.origin.received_on if case.origin else None


def next_no(numbers: Iterable[int]) -> int:
    """The number of the next record of its sort, from 1."""
    return max(numbers, default=0) + 1
