"""The state of a complaint: what every settled matter has, and what only a complaint has.

Plain data, encoded to canonical JSON for the projection, so it must not hold anything that depends
on today's date, on a calendar or on the machine.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from app.domain.kinds.complaint.events import AbuseAssessed, AppraisalReported, AppraisalStarted
from app.domain.kinds.complaint.facts import Complainant, Deal, Respondent
from app.domain.matter.state import Decision, EvidenceItem
from app.domain.settlement.state import Agreement, Promise, Settled

__all__ = [
    "PHASES",
    "STAGES",
    "Agreement",
    "Appraisal",
    "Complaint",
    "Decision",
    "EvidenceItem",
    "Promise",
]

PHASES: dict[str, str] = {
    "registered": "待受理审查",
    "refused": "不予受理",
    "accepted": "办理中",
    "agreed": "履行中",
    "performed": "已履行",
    "breached": "未履行",
    "terminated": "终止调解",
    "replied": "待回访",
    "followed_up": "待结案",
    "closed": "已结案",
    "filed": "已归档",
    "void": "已作废",
}

STAGES: dict[str, str] = {
    "intake": "受理",
    "inquiry": "调查",
    "mediation": "调解",
    "execution": "执行",
    "reply": "回复",
    "archive": "归档",
}


class Appraisal(msgspec.Struct, kw_only=True):
    started: AppraisalStarted
    reported: AppraisalReported | None = None


class Complaint(Settled, kw_only=True):
    """Everything known of one complaint."""

    PARTIES: ClassVar[dict[str, str]] = {"complainant": "投诉人", "respondent": "被投诉人"}
    ARTICLES: ClassVar[dict[str, str]] = {
        "consent": "办法第18条",
        "refusal": "办法第23条第二项",
        "arranging": "办法第20条",
        "letter": "办法第24条",
        "breach": "消费者权益保护法第39条",
    }

    kind: str = "complaint"
    complainant: Complainant = Complainant()
    respondent: Respondent = Respondent()
    deal: Deal = Deal()
    acceptance: Decision | None = None
    refusal: Decision | None = None
    appraisals: list[Appraisal] = []
    assessments: list[AbuseAssessed] = []

    def party_names(self) -> dict[str, str]:
        """投诉人 and 被投诉人 by name."""
        return {"complainant": self.complainant.name, "respondent": self.respondent.name}

    def notices_due(self) -> list[tuple[str, str]]:
        """Decisions not yet made known, as (matter, party), in the order they are owed."""
        owed: list[tuple[str, str]] = []
        if self.phase == "accepted" and self.acceptance is not None:
            if not self.notified("acceptance", "complainant", self.acceptance.on):
                owed.append(("acceptance", "complainant"))
        if self.phase == "refused" and self.refusal is not None:
            if not self.notified("refusal", "complainant", self.refusal.on):
                owed.append(("refusal", "complainant"))
        if self.phase == "terminated" and self.termination is not None:
            owed.extend(
                ("termination", party)
                for party in ("complainant", "respondent")
                if not self.notified("termination", party, self.termination.on)
            )
        return owed

    def replies_due(self) -> list[str]:
        """Who still waits for an answer: `complainant`, `source`.

        A refusal or termination notice that reached the complainant is the answer to them
        (the forms 六 and 八 say everything a reply would); any other outcome needs a reply of its own.
        """
        answered = {r.to for r in self.current_replies() if r.result == "reached"}
        if self.refusal is not None and self.phase in ("refused", "replied"):
            if self.notified("refusal", "complainant", self.refusal.on):
                answered.add("complainant")
        if self.termination is not None and self.phase in ("terminated", "replied"):
            if self.notified("termination", "complainant", self.termination.on):
                answered.add("complainant")
        wanted = ["complainant"]
        if self.origin is not None and self.origin.source:
            wanted.append("source")
        return [who for who in wanted if who not in answered]

    def party_contact(self, party: str) -> tuple[str, str]:
        """Telephone number and address of 投诉人 or 被投诉人."""
        side = self.complainant if party == "complainant" else self.respondent
        return side.phone, side.address

    def decided_on(self, matter: str) -> dt.date | None:
        """The day of acceptance, refusal or termination."""
        decisions = {"acceptance": self.acceptance, "refusal": self.refusal, "termination": self.termination}
        decision = decisions.get(matter)
        return decision.on if decision is not None else None

    def complete(self) -> list[str]:
        """What 办法第10条 demands and is still missing, by name in form order; empty when all is there."""
        missing: list[str] = []
        if not self.complainant.name:
            missing.append("投诉人姓名")
        if not self.complainant.phone:
            missing.append("投诉人电话")
        if not self.complainant.address:
            missing.append("投诉人通讯地址")
        if not self.respondent.name:
            missing.append("被投诉人名称")
        if not self.respondent.address:
            missing.append("被投诉人地址")
        if not self.deal.demands:
            missing.append("投诉请求")
        if not self.deal.facts:
            missing.append("事实依据")
        return missing

    def assessed_abusive(self) -> AbuseAssessed | None:
        """The last assessment under 第17条 when it found the complaint not to be for daily use."""
        last = self.assessments[-1] if self.assessments else None
        return last if last is not None and last.abusive else None

    def appraisal_open(self) -> Appraisal | None:
        """The appraisal whose report is still awaited."""
        return next((a for a in self.appraisals if a.reported is None), None)
