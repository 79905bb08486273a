"""The state of a complaint: what every settled matter has, and what only a complaint has.

Plain data, encoded to canonical JSON for the projection, so it must not hold anything that depends
on today's date, on a calendar or on the machine.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from app.domain.identifiers import resident_birth_date
from app.domain.kinds.complaint.events import (
    AbuseAssessed,
    AppraisalReported,
    AppraisalStarted,
    ComplaintWithdrawn,
)
from app.domain.kinds.complaint.facts import Complainant, Deal, Respondent
from app.domain.kinds.complaint.respondents import CoRespondent, Parties
from app.domain.matter.standing import GUARDIAN, PROOF_RESULTS, ROLES, shortcomings
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
    "withdrawn": "已撤回",
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


SIXTEEN = 16
"""Years from which somebody may be treated as an adult (民法典第18条第2款)."""


class Appraisal(msgspec.Struct, kw_only=True):
    started: AppraisalStarted
    reported: AppraisalReported | None = None


class Complaint(Settled, kw_only=True):
    """Everything known of one complaint."""

    PARTIES = Parties()
    ARTICLES: ClassVar[dict[str, str]] = {
        "consent": "办法第18条",
        "refusal": "办法第23条第二项",
        "arranging": "办法第20条",
        "letter": "办法第24条",
        "breach": "消费者权益保护法第39条",
        "group": "办法第12条",
    }

    kind: str = "complaint"
    complainant: Complainant = Complainant()
    respondent: Respondent = Respondent()
    deal: Deal = Deal()
    acceptance: Decision | None = None
    refusal: Decision | None = None
    appraisals: list[Appraisal] = []
    assessments: list[AbuseAssessed] = []
    co_respondents: list[CoRespondent] = []
    withdrawal: ComplaintWithdrawn | None = None

    def party_names(self) -> dict[str, str]:
        """投诉人 and 被投诉人 by name."""
        names = {"complainant": self.complainant.name, "respondent": self.respondent.name}
        further = (c for c in self.co_respondents if c.withdrawn is None)
        return names | {c.party: c.respondent.name for c in further}

    def shops(self) -> list[Respondent]:
        """Every respondent the complaint is upheld against, the first one first."""
        return [self.respondent, *(c.respondent for c in self.co_respondents if c.withdrawn is None)]

    def shop(self, party: str) -> Respondent:
        """The respondent of that code; the first one for any other party."""
        found = (c.respondent for c in self.co_respondents if c.party == party)
        return next(found, self.respondent)

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
                for party in self.PARTIES
                if not self.notified("termination", party, self.termination.on)
            )
        owed += [("recusal", party) for party in self._untold_of_recusal()]
        return owed

    def _untold_of_recusal(self) -> list[str]:
        """Both sides hear whether mediators step aside, and who mediates instead (办法第20、21条)."""
        last = self.recusals[-1].decided if self.recusals else None
        if last is None or self.phase != "accepted":
            return []
        return [p for p in self.PARTIES if not self.notified("recusal", p, last.decided_on)]

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
        if self.phase == "withdrawn" or self.outcome == "withdrawn":
            answered.add("complainant")  # they said so themselves
        wanted = ["complainant"]
        if self.origin is not None and self.origin.source:
            wanted.append("source")
        return [who for who in wanted if who not in answered]

    def party_contact(self, party: str) -> tuple[str, str]:
        """Telephone number and address of 投诉人 or 被投诉人."""
        side = self.complainant if party == "complainant" else self.shop(party)
        return side.phone, side.address

    def decided_on(self, matter: str) -> dt.date | None:
        """The day of acceptance, refusal or termination."""
        if matter == "recusal":
            last = self.recusals[-1].decided if self.recusals else None
            return last.decided_on if last is not None else None
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

    def minor(self, today: dt.date) -> bool:
        """Whether the complainant needs a guardian: marked as 未成年人, or under sixteen by the number.

        From sixteen on a person may live on wages of their own (民法典第18条第2款): then the mark decides.
        """
        person = self.complainant
        if "minor" in person.traits:
            return True
        born = resident_birth_date(person.id_no) if person.id_type == "resident_id" else None
        if born is None:
            return False
        before_birthday = (today.month, today.day) < (born.month, born.day)
        return today.year - born.year - before_birthday < SIXTEEN

    def unproven(self, today: dt.date) -> list[str]:
        """Why nobody may be heard as complainant yet (办法第10、11条); empty when all is shown."""
        found: list[str] = []
        acting = self.standing.acting("complainant")
        if self.minor(today) and self.standing.guardian("complainant") is None:
            found.append("投诉人未成年，应当由法定代理人代为投诉，请登记法定代理人（民法典第19、23条）")
        if acting is None and self.complainant.agent_name:
            found.append(
                f"填写了委托代理人{self.complainant.agent_name}，"
                "请登记代理人，核对授权委托书原件和受托人身份证明（办法第11条）"
            )
        if acting is not None:
            parts = "，".join(shortcomings(acting, today))
            if parts:
                article = "民法典第23条" if acting.role == GUARDIAN else "办法第11条"
                found.append(f"{ROLES[acting.role]}{acting.name}{parts}（{article}）")
        proof = self.standing.proof()
        if self.standing.open_demand() is not None:
            found.append("已通知限期提供身份证明材料，还没有登记核验结果（办法第10条）")
        elif proof is not None and proof.result != "provided":
            found.append(f"身份证明材料{PROOF_RESULTS[proof.result]}，应当不予受理（办法第16条）")
        return found

    def assessed_abusive(self) -> AbuseAssessed | None:
        """The last assessment under 第17条 when it found the complaint not to be for daily use."""
        last = self.assessments[-1] if self.assessments else None
        return last if last is not None and last.abusive else None

    def appraisal_open(self) -> Appraisal | None:
        """The appraisal whose report is still awaited."""
        return next((a for a in self.appraisals if a.reported is None), None)
