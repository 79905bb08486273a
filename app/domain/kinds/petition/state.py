"""The state of a petition.

Plain data, encoded to canonical JSON for the projection, so it must not hold anything that depends
on today's date, on a calendar or on the machine.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from app.domain.kinds.petition.events import (
    HandlingExtended,
    HearingHeld,
    MediationGivenUp,
    ObjectionAnswered,
    ObjectionRaised,
    OpinionIssued,
    PetitionForwarded,
    PetitionRouted,
    PetitionSorted,
    ReviewDecided,
    ReviewRequested,
    SupervisionAnswered,
    SupervisionIssued,
    UrgentReported,
)
from app.domain.kinds.petition.facts import Request
from app.domain.matter.facts import Person
from app.domain.matter.state import Decision
from app.domain.settlement.state import Settled

PHASES: dict[str, str] = {
    "registered": "待甄别",
    "refused": "不予受理",
    "forwarded": "已转送交办",
    "routed": "已导入程序",
    "accepted": "办理中",
    "agreed": "履行中",
    "performed": "已履行",
    "breached": "未履行",
    "opined": "待送达意见书",
    "answered": "已答复",
    "reviewing": "复查中",
    "rechecking": "复核中",
    "closed": "已结案",
    "filed": "已归档",
    "void": "已作废",
}

STAGES: dict[str, str] = {
    "intake": "登记",
    "decision": "受理",
    "inquiry": "办理",
    "mediation": "调解",
    "answer": "答复",
    "review": "复查复核",
    "archive": "归档",
}

WAYS: dict[str, tuple[str, str]] = {
    "court": ("法院、检察院、公安机关的法律程序", "第31条第一项"),
    "arbitration": ("仲裁", "第31条第二项"),
    "party": ("党员申诉、申请复审", "第31条第三项"),
    "administrative": ("行政复议、投诉举报等行政程序", "第31条第四项"),
    "duty": ("查处违法行为、履行法定职责", "第31条第五项"),
    "opinion": ("调查核实，出具信访处理意见书", "第31条第六项"),
    "suggestion": ("研究论证建议意见并回复", "第29条"),
    "accusation": ("按管理权限转送纪检监察等机关", "第30条"),
}
"""How a petition is handled, with the article; a code is what `PetitionSorted.way` holds."""

ROUTED_WAYS = ("court", "arbitration", "party", "administrative")
"""Ways that lead into another procedure; no opinion is written for them (条例第31条)."""

FINDINGS: dict[str, str] = {"support": "予以支持", "explain": "作出解释说明", "reject": "不予支持"}
LEVELS: dict[str, str] = {"review": "复查", "recheck": "复核"}
RESULTS: dict[str, str] = {"upheld": "维持", "changed": "变更", "again": "责令重新办理"}


class Forwarding(msgspec.Struct, kw_only=True):
    sent: PetitionForwarded
    answered_on: dt.date | None = None
    answer: str = ""


class Objection(msgspec.Struct, kw_only=True):
    raised: ObjectionRaised
    answered: ObjectionAnswered | None = None


class Review(msgspec.Struct, kw_only=True):
    requested: ReviewRequested
    decided: ReviewDecided | None = None


class Supervision(msgspec.Struct, kw_only=True):
    issued: SupervisionIssued
    answered: SupervisionAnswered | None = None


class PetitionCase(Settled, kw_only=True):
    """Everything known of one petition."""

    PARTIES: ClassVar[dict[str, str]] = {"petitioner": "信访人", "respondent": "被反映方"}
    ARTICLES: ClassVar[dict[str, str]] = {"consent": "信访工作条例第33条", "refusal": "信访工作条例第33条"}

    kind: str = "petition"
    petitioner: Person = Person()
    request: Request = Request()
    sorted: PetitionSorted | None = None
    acceptance: Decision | None = None
    refusal: Decision | None = None
    routed: PetitionRouted | None = None
    forwardings: list[Forwarding] = []
    objections: list[Objection] = []
    extension: HandlingExtended | None = None
    given_up: list[MediationGivenUp] = []
    opinion: OpinionIssued | None = None
    past_opinions: list[OpinionIssued] = []
    reviews: list[Review] = []
    hearings: list[HearingHeld] = []
    urgent: list[UrgentReported] = []
    supervisions: list[Supervision] = []

    def party_names(self) -> dict[str, str]:
        """信访人 and 被反映方 by name."""
        return {"petitioner": self.petitioner.name, "respondent": self.request.about}

    def party_contact(self, party: str) -> tuple[str, str]:
        """Telephone number and address of 信访人; those of the other side are not asked."""
        return (self.petitioner.phone, self.petitioner.address) if party == "petitioner" else ("", "")

    def way(self) -> str:
        """The way it is handled by, "" before it was sorted."""
        return self.sorted.way if self.sorted is not None else ""

    def nameless(self) -> bool:
        """姓名（名称）、住址不清: then nobody can be told (条例第23条)."""
        return not self.petitioner.name or not self.petitioner.address

    def forwarded(self) -> Forwarding | None:
        """The forwarding in force, None when it was not given away."""
        return self.forwardings[-1] if self.forwardings else None

    def objection_open(self) -> Objection | None:
        """The objection the sender has not answered."""
        return next((o for o in self.objections if o.answered is None), None)

    def review_open(self) -> Review | None:
        """The 复查 or 复核 that is not decided."""
        return next((r for r in self.reviews if r.decided is None), None)

    def review_of(self, level: str) -> Review | None:
        """The 复查 or 复核 of the opinion in force."""
        return next((r for r in reversed(self.reviews) if r.requested.level == level), None)

    def supervision_open(self) -> Supervision | None:
        """The 督办 that has not been answered."""
        return next((s for s in self.supervisions if s.answered is None), None)

    def decisions_to_tell(self) -> list[tuple[str, dt.date]]:
        """Everything decided so far that the petitioner is to be told, as (matter, day)."""
        found: list[tuple[str, dt.date]] = []
        if self.acceptance is not None:
            found.append(("acceptance", self.acceptance.on))
        if self.refusal is not None:
            found.append(("refusal", self.refusal.on))
        if self.routed is not None:
            found.append(("route", self.routed.on))
        forwarded = self.forwarded()
        if forwarded is not None:
            found.append(("forwarding", forwarded.sent.on))
        if self.extension is not None:
            found.append(("extension", self.extension.on))
        if self.opinion is not None:
            found.append(("opinion", self.opinion.on))
        decided = [r.decided for r in self.reviews if r.decided is not None and r.requested.ours]
        found += [(d.level, d.on) for d in decided]
        return found

    def notices_due(self) -> list[tuple[str, str]]:
        """What the petitioner has not been told yet (条例第23、34、35、36条)."""
        if self.nameless() or self.phase in ("closed", "filed", "void"):
            return []
        return [
            (matter, "petitioner")
            for matter, on in self.decisions_to_tell()
            if not self.notified(matter, "petitioner", on)
        ]

    def decided_on(self, matter: str) -> dt.date | None:
        """The day of the decision a notice tells of."""
        return dict(self.decisions_to_tell()).get(matter)

    def replies_due(self) -> list[str]:
        """Suggestions, duties and agreements are answered by a reply; whoever assigned it gets one too."""
        if self.phase not in ("accepted", "performed", "breached", "answered", "forwarded", "routed"):
            return []
        answered = {r.to for r in self.current_replies() if r.result == "reached"}
        wanted = []
        if self.way() in ("suggestion", "duty") or self.phase in ("performed", "breached"):
            wanted.append("petitioner")
        if self.origin is not None and self.origin.source and self.request.arrival == "assigned":
            wanted.append("source")
        return [who for who in wanted if who not in answered]

    def told_of_opinion_on(self) -> dt.date | None:
        """The day the written answer reached the petitioner: from it runs the right to ask for 复查."""
        if self.opinion is None:
            return None
        notice = self.notified("opinion", "petitioner", self.opinion.on)
        return notice.at.date() if notice is not None else None

    def people(self) -> int:
        """How many came, 0 when one person did."""
        return self.request.people if self.request.people > 1 else 0
