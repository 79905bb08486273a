"""The state of a complaint: what the fold of its events adds up to.

Plain data, encoded to canonical JSON for the projection, so it must not hold anything that depends
on today's date, on a calendar or on the machine.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.kinds.complaint.events import (
    AppraisalReported,
    AppraisalStarted,
    Attachment,
    ConsentRecorded,
    EvidenceAdded,
    FollowedUp,
    InquiryRecorded,
    ObligationPerformed,
    ObligationUrged,
    PaperIssued,
    PartyNotified,
    Replied,
    SessionHeld,
    SessionScheduled,
)
from app.domain.kinds.complaint.facts import Complainant, Deal, Obligation, Origin, Respondent

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


class EvidenceItem(msgspec.Struct, kw_only=True):
    item: EvidenceAdded
    voided: str = ""


class Promise(msgspec.Struct, kw_only=True):
    """An obligation with what has happened to it. Money in cents; `breach` holds the declared facts."""

    obligation: Obligation
    performances: list[ObligationPerformed] = []
    urgings: list[ObligationUrged] = []
    breach: str = ""
    breached_on: dt.date | None = None

    def paid(self) -> int:
        """Cents received so far."""
        return sum(p.amount for p in self.performances)

    def settled(self) -> bool:
        """Performed in full: all the money has come, or the act was confirmed done."""
        if self.obligation.kind == "money":
            return self.paid() >= self.obligation.amount
        return any(p.done for p in self.performances)

    def settled_on(self) -> dt.date | None:
        """The day of the performance that completed it, for telling late from on time."""
        return self.performances[-1].on if self.settled() and self.performances else None

    def open(self) -> bool:
        """Neither settled nor declared broken."""
        return not self.settled() and not self.breach


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision with grounds: acceptance, refusal, or termination. `no` counts those of the case from 1."""

    on: dt.date
    grounds: tuple[str, ...] = ()
    facts: str = ""
    by: str = ""
    no: int = 0


class Agreement(msgspec.Struct, kw_only=True):
    agreed_on: dt.date
    terms: str
    instrument: str
    no_letter_reason: str
    promises: list[Promise]

    def total(self) -> int:
        """Cents promised."""
        return sum(p.obligation.amount for p in self.promises)

    def recovered(self) -> int:
        """Cents that have really come."""
        return sum(p.paid() for p in self.promises)


class Complaint(msgspec.Struct, kw_only=True):
    """Everything known of one complaint. Created empty, filled by `fold`."""

    id: str = ""
    number: str = ""
    rule_set: str = ""
    phase: str = ""
    round: int = 1
    outcome: str = ""
    origin: Origin | None = None
    complainant: Complainant = Complainant()
    respondent: Respondent = Respondent()
    deal: Deal = Deal()
    acceptance: Decision | None = None
    refusal: Decision | None = None
    accepted_on: dt.date | None = None
    notices: list[PartyNotified] = []
    inquiries: list[InquiryRecorded] = []
    evidence: list[EvidenceItem] = []
    appraisals: list[Appraisal] = []
    consents: dict[str, ConsentRecorded] = {}
    schedules: list[SessionScheduled] = []
    sessions: list[SessionHeld] = []
    agreement: Agreement | None = None
    past_agreements: list[Agreement] = []
    termination: Decision | None = None
    replies: list[Replied] = []
    follow_ups: list[FollowedUp] = []
    returns: list[str] = []
    mediation_ended_on: dt.date | None = None
    closed_on: dt.date | None = None
    closing_summary: str = ""
    filed_on: dt.date | None = None
    volume: str = ""
    void_reason: str = ""
    decisions: int = 0
    papers: list[PaperIssued] = []
    round_marks: dict[str, int] = {}

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

    def notified(self, matter: str, party: str, since: dt.date | None = None) -> PartyNotified | None:
        """The first successful notice of `matter` to `party` on or after `since`."""
        for notice in self.notices:
            if notice.matter == matter and notice.party == party and notice.result == "reached":
                if since is None or notice.at.date() >= since:
                    return notice
        return None

    def current_sessions(self) -> list[SessionHeld]:
        """Sessions of the current round."""
        return self.sessions[self.round_marks.get("sessions", 0) :]

    def current_replies(self) -> list[Replied]:
        """Replies of the current round."""
        return self.replies[self.round_marks.get("replies", 0) :]

    def current_follow_ups(self) -> list[FollowedUp]:
        """Follow-ups of the current round."""
        return self.follow_ups[self.round_marks.get("follow_ups", 0) :]

    def appraisal_open(self) -> Appraisal | None:
        """The appraisal whose report is still awaited."""
        return next((a for a in self.appraisals if a.reported is None), None)

    def live_evidence(self) -> list[EvidenceAdded]:
        """The evidence list without what was taken off."""
        return [e.item for e in self.evidence if not e.voided]

    def attachments(self) -> list[Attachment]:
        """Every file this case refers to, voided evidence included (nothing is deleted)."""
        found = [e.item.attachment for e in self.evidence if e.item.attachment is not None]
        for agreement in [*self.past_agreements, *([self.agreement] if self.agreement else [])]:
            for promise in agreement.promises:
                found.extend(p.proof for p in promise.performances if p.proof is not None)
        return found

    def recovered(self) -> int:
        """挽回经济损失 in cents: money that has come under every agreement of the case."""
        agreements = [*self.past_agreements, *([self.agreement] if self.agreement else [])]
        return sum(a.recovered() for a in agreements)
