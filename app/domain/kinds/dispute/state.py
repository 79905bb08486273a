"""The state of a dispute before a people's mediation committee.

Plain data, encoded to canonical JSON for the projection, so it must not hold anything that depends
on today's date, on a calendar or on the machine.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from app.domain.kinds.dispute.events import (
    ConfirmationApplied,
    ConfirmationDecided,
    ConfirmationDeclined,
    ConfirmationTaken,
    EnforcementNoted,
    MediationProlonged,
    MediatorsNamed,
    RightsTold,
    RiskReported,
    RoutesTold,
    Signature,
    VisitMade,
    VisitPlanned,
)
from app.domain.kinds.dispute.facts import FROM_BODY, Quarrel, Side
from app.domain.matter.state import Decision
from app.domain.settlement.state import Settled

PHASES: dict[str, str] = {
    "registered": "待受理",
    "declined": "不受理",
    "accepted": "调解中",
    "agreed": "履行中",
    "performed": "已履行",
    "breached": "未履行",
    "terminated": "已终止",
    "closed": "已结案",
    "filed": "已归档",
    "void": "已作废",
}

STAGES: dict[str, str] = {
    "intake": "受理",
    "preparation": "准备",
    "mediation": "调解",
    "agreement": "协议",
    "execution": "履行",
    "archive": "归档",
}

ROUTES: dict[str, str] = {"arbitration": "仲裁", "administrative": "行政途径", "judicial": "向人民法院起诉"}
"""人民调解法第26条."""

RESULTS: dict[str, str] = {"confirmed": "确认有效", "rejected": "不予确认（驳回）", "withdrawn": "撤回申请"}
MEDIATOR = "mediator"


class Confirmation(msgspec.Struct, kw_only=True):
    """One application for 司法确认 with what the court did."""

    applied: ConfirmationApplied
    taken: ConfirmationTaken | None = None
    decided: ConfirmationDecided | None = None

    def open(self) -> bool:
        """The court still has a word to say."""
        refused = self.taken is not None and not self.taken.taken
        return self.decided is None and not refused


class DisputeCase(Settled, kw_only=True):
    """Everything known of one dispute."""

    PARTIES: ClassVar[dict[str, str]] = {"applicant": "申请人", "respondent": "被申请人"}
    ARTICLES: ClassVar[dict[str, str]] = {
        "consent": "人民调解法第17条",
        "refusal": "人民调解法第17条",
        "letter": "人民调解法第28条",
        "breach": "人民调解法第32、33条",
    }
    ARRANGED_FIRST: ClassVar[bool] = False
    """调解应当及时、就地进行 (第21条): a session need not be arranged beforehand."""

    kind: str = "dispute"
    applicant: Side = Side()
    respondent: Side = Side()
    quarrel: Quarrel = Quarrel()
    refusal: Decision | None = None
    acceptance: Decision | None = None
    rights: dict[str, RightsTold] = {}
    named: MediatorsNamed | None = None
    risks: list[RiskReported] = []
    prolonged: MediationProlonged | None = None
    signatures: list[Signature] = []
    sealed_on: dt.date | None = None
    visits_planned: list[VisitPlanned] = []
    visits: list[VisitMade] = []
    confirmations: list[Confirmation] = []
    confirmation_declined: ConfirmationDeclined | None = None
    enforcements: list[EnforcementNoted] = []
    routes: list[RoutesTold] = []
    resumed_on: dt.date | None = None

    def side(self, party: str) -> Side:
        """The people of one side."""
        return self.applicant if party == "applicant" else self.respondent

    def party_names(self) -> dict[str, str]:
        """Both sides: 张三, or 张三等3人."""
        return {"applicant": self.applicant.title(), "respondent": self.respondent.title()}

    def party_contact(self, party: str) -> tuple[str, str]:
        """Telephone number and address of the first of a side."""
        first = self.side(party).first()
        return first.phone, first.address

    def people(self) -> int:
        """How many stand on both sides, 0 for one against one; the applicants are among the members."""
        count = (super().people() or len(self.applicant.people)) + len(self.respondent.people)
        return count if count > 2 else 0

    def named_mediators(self) -> tuple[str, ...]:
        """Who mediates, empty before they are named."""
        return self.named.mediators if self.named is not None else ()

    def mediators(self) -> set[str]:
        """Everybody named as a mediator so far."""
        return super().mediators() | set(self.named_mediators())

    def entrusted_by(self) -> str:
        """The number of the complaint whose mediation this is (委托调解), "" for a dispute of its own."""
        return next((link.number for link in self.linked("entrusted") if link.place == "to"), "")

    def replies_due(self) -> list[str]:
        """The court, police, government or agency that sent it waits for the result."""
        if self.quarrel.came not in FROM_BODY or self.origin is None or not self.origin.source:
            return []
        if self.phase not in ("performed", "breached", "terminated", "declined", "agreed"):
            return []
        if self.phase == "agreed" and self.effective_on() is None:
            return []
        return [] if any(r.to == "source" and r.result == "reached" for r in self.replies) else ["source"]

    # ---- signatures

    def signers(self) -> list[tuple[str, str]]:
        """Whose signatures 调解协议书 needs, as (role, name): everybody on both sides, then the mediators."""
        sides = [(party, name) for party in self.PARTIES for name in self.side(party).names()]
        return [*sides, *((MEDIATOR, name) for name in self.named_mediators())]

    def unsigned(self) -> list[tuple[str, str]]:
        """Signatures still missing; none under an oral agreement."""
        if self.agreement is None or self.agreement.instrument != "letter":
            return []
        done = {(s.role, s.name) for s in self.signatures}
        missing = [one for one in self.signers() if one not in done]
        if any(s.role == MEDIATOR for s in self.signatures):
            # 人民调解员签名: one of several is enough (第29条).
            missing = [one for one in missing if one[0] != MEDIATOR]
        return missing

    def effective_on(self) -> dt.date | None:
        """生效日: the day of the last signature or seal (第29条); the day agreed when oral (第30条)."""
        if self.agreement is None:
            return None
        if self.agreement.instrument != "letter":
            return self.agreement.agreed_on
        if self.unsigned() or self.sealed_on is None or not self.signatures:
            return None
        return max([self.sealed_on, *(s.on for s in self.signatures)])

    # ---- 司法确认

    def confirmation(self) -> Confirmation | None:
        """The latest application under the agreement in force."""
        found = self.confirmations[self.round_marks.get("confirmations", 0) :]
        return found[-1] if found else None

    def confirmed(self) -> bool:
        """The court confirmed the agreement in force."""
        found = self.confirmation()
        return found is not None and found.decided is not None and found.decided.result == "confirmed"

    # ---- visits, routes

    def visit_due(self) -> VisitPlanned | None:
        """The earliest planned visit that was not made."""
        left = sorted(self.visits_planned, key=lambda v: v.on)[len(self.visits) :]
        return left[0] if left else None

    def routes_untold(self) -> list[str]:
        """The sides who were not shown the other routes after failure or refusal."""
        if self.phase not in ("terminated", "declined"):
            return []
        told = {r.party for r in self.routes[self.round_marks.get("routes", 0) :]}
        owed = self.PARTIES if self.phase == "terminated" else {"applicant": ""}
        return [party for party in owed if party not in told]
