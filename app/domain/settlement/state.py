"""The state of a case that is mediated: consents, sessions, agreement, and what became of each promise.

Phases that mean the same in every kind that is settled: `accepted` (mediation is under way), `agreed`
(promises are being kept), `performed`, `breached`, `terminated`.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from app.domain.matter.facts import Attachment
from app.domain.matter.state import Decision, Matter
from app.domain.settlement.entrusting import Entrustment
from app.domain.settlement.events import (
    CaseReferred,
    ConsentRecorded,
    ObligationPerformed,
    ObligationUrged,
    ObligationWaived,
    ReferralAnswered,
    SessionHeld,
    SessionScheduled,
)
from app.domain.settlement.facts import Obligation
from app.domain.settlement.members import Election, GroupMember, MemberLine, Totals
from app.domain.settlement.turns import Recusal


class Promise(msgspec.Struct, kw_only=True):
    """An obligation with what has happened to it. Money in cents; `breach` holds the declared facts.

    `dormant`: owed to a member of a group who has not consented, so it binds nobody and counts nowhere.
    """

    obligation: Obligation
    performances: list[ObligationPerformed] = []
    urgings: list[ObligationUrged] = []
    breach: str = ""
    breached_on: dt.date | None = None
    waivers: list[ObligationWaived] = []
    dormant: bool = False

    def paid(self) -> int:
        """Cents received so far."""
        return sum(p.amount for p in self.performances)

    def paid_by(self, payer: str) -> int:
        """Cents one of several payers has brought."""
        return sum(p.amount for p in self.performances if p.payer == payer)

    def waived(self) -> int:
        """Cents the entitled gave up."""
        return sum(w.amount for w in self.waivers)

    def rest(self) -> int:
        """Cents still owed, broken or not; 0 for goods and acts."""
        if self.dormant or self.obligation.kind != "money":
            return 0
        return max(0, self.obligation.amount - self.paid() - self.waived())

    def settled(self) -> bool:
        """Over: all the money has come or was given up, or the act was confirmed done or given up."""
        if self.obligation.kind == "money":
            return self.paid() + self.waived() >= self.obligation.amount
        return bool(self.waivers) or any(p.done for p in self.performances)

    def settled_on(self) -> dt.date | None:
        """The day of what completed it, for telling late from on time."""
        days = [p.on for p in self.performances] + [w.on for w in self.waivers]
        return max(days) if self.settled() and days else None

    def owing(self) -> bool:
        """Something can still come of it, in time or after it was broken."""
        return not self.dormant and not self.settled()

    def open(self) -> bool:
        """Neither settled nor declared broken."""
        return self.owing() and not self.breach


class Agreement(msgspec.Struct, kw_only=True):
    agreed_on: dt.date
    terms: str
    instrument: str
    no_letter_reason: str
    promises: list[Promise]

    def binding(self) -> list[Promise]:
        """The promises that bind somebody."""
        return [p for p in self.promises if not p.dormant]

    def promise(self, number: int) -> Promise | None:
        """The promise of that number."""
        at = number - 1
        if 0 <= at < len(self.promises) and self.promises[at].obligation.no == number:
            return self.promises[at]
        return next((p for p in self.promises if p.obligation.no == number), None)

    def total(self) -> int:
        """Cents promised."""
        return sum(p.obligation.amount for p in self.binding())

    def paid(self) -> int:
        """Cents that have come, 加倍赔偿 included."""
        return sum(p.paid() for p in self.promises)

    def extra(self) -> int:
        """Cents of 加倍赔偿 that have come."""
        return sum(one.extra for p in self.promises for one in p.performances)

    def recovered(self) -> int:
        """Cents that have really come, without 加倍赔偿, which is told apart."""
        return self.paid() - self.extra()

    def relief(self) -> int:
        """Cents that goods and acts count for, once done, by the declared rule."""
        return sum(one.relief for p in self.promises for one in p.performances)

    def waived(self) -> int:
        """Cents given up by those entitled."""
        return sum(p.waived() for p in self.promises)

    def rest(self) -> int:
        """Cents still owed."""
        return sum(p.rest() for p in self.promises)


class Referral(msgspec.Struct, kw_only=True):
    """诉调对接: where the parties went on to, and what came of it, the latest answer last."""

    referred: CaseReferred
    answers: list[ReferralAnswered] = []


class Settled(Matter, kw_only=True):
    """A case that can end in an agreement between its parties."""

    ARTICLES: ClassVar[dict[str, str]] = {}
    """The law of the shared rules: consent, refusal, arranging, letter, breach; missing: no article."""

    ARRANGED_FIRST: ClassVar[bool] = True
    """Whether a session face to face has to be arranged and told beforehand (办法第20条)."""

    accepted_on: dt.date | None = None
    consents: dict[str, ConsentRecorded] = {}
    schedules: list[SessionScheduled] = []
    sessions: list[SessionHeld] = []
    agreement: Agreement | None = None
    past_agreements: list[Agreement] = []
    termination: Decision | None = None
    mediation_ended_on: dt.date | None = None
    members: list[GroupMember] = []
    election: Election | None = None
    member_proofs: list[Attachment] = []
    referrals: list[Referral] = []
    recusals: list[Recusal] = []
    entrustments: list[Entrustment] = []

    def cite(self, rule: str) -> str:
        """（办法第18条） for a rule of `ARTICLES`, "" when the kind's law has no article for it."""
        article = self.ARTICLES.get(rule, "")
        return f"（{article}）" if article else ""

    def named_mediators(self) -> tuple[str, ...]:
        """Who was named to mediate, empty where nobody is named beforehand."""
        return ()

    def current_sessions(self) -> list[SessionHeld]:
        """Sessions of the current round."""
        return self.sessions[self.round_marks.get("sessions", 0) :]

    def next_session(self) -> int:
        """The number the next session will carry."""
        return max([s.no for s in self.sessions] + [s.no for s in self.schedules], default=0) + 1

    def mediators(self) -> set[str]:
        """Everybody named as a mediator so far."""
        arranged = {name for one in self.schedules for name in one.mediators}
        return arranged | {name for one in self.sessions for name in one.mediators}

    def entrusted(self) -> Entrustment | None:
        """The mediation given to another body in this round."""
        found = [one for one in self.entrustments if one.round == self.round]
        return found[-1] if found else None

    def open_recusal(self) -> Recusal | None:
        """The 回避申请 that awaits its decision."""
        return next((r for r in self.recusals if r.decided is None), None)

    def recused(self) -> set[str]:
        """Mediators who stepped aside and may not come back."""
        granted = [r for r in self.recusals if r.decided is not None and r.decided.granted]
        return {name for one in granted for name in one.requested.mediators}

    def pending_session(self) -> SessionScheduled | None:
        """The arranged session that has not been held yet."""
        held = {s.no for s in self.sessions}
        return next((s for s in reversed(self.schedules) if s.no not in held), None)

    def untold_of_session(self) -> list[str]:
        """The parties who have not been told of the arranged session, while mediation is under way."""
        pending = self.pending_session()
        if pending is None or self.phase != "accepted":
            return []
        told = {n.party for n in self.notices if n.session_no == pending.no and n.result == "reached"}
        return [party for party in self.PARTIES if party not in told]

    def notices_owed(self) -> list[tuple[str, str, int]]:
        """Decisions first, then the arranged session."""
        pending = self.pending_session()
        number = pending.no if pending is not None else 0
        return super().notices_owed() + [("session", party, number) for party in self.untold_of_session()]

    def agreements(self) -> list[Agreement]:
        """Every agreement of the case, the one in force last."""
        return [*self.past_agreements, *([self.agreement] if self.agreement else [])]

    def attachments(self) -> list[Attachment]:
        """Every file this case refers to, proofs of performance included."""
        proofs = [
            performance.proof
            for agreement in self.agreements()
            for promise in agreement.promises
            for performance in promise.performances
        ]
        waived = [w.proof for a in self.agreements() for p in a.promises for w in p.waivers]
        found = [*proofs, *waived, *self.member_proofs]
        return [*super().attachments(), *dict.fromkeys(proof for proof in found if proof is not None)]

    def paper_sessions(self, paper: str) -> list[int]:
        """Sessions held for their record, sessions arranged for the notices; the latest first."""
        numbers = [s.no for s in (self.sessions if paper.endswith("record") else self.schedules)]
        return sorted(numbers, reverse=True)

    def recovered(self) -> int:
        """挽回经济损失 in cents: money that has come under every agreement, 加倍赔偿 apart (`extra`)."""
        return sum(a.recovered() for a in self.agreements())

    def extra(self) -> int:
        """加倍赔偿 in cents that has come."""
        return sum(a.extra() for a in self.agreements())

    def relief(self) -> int:
        """Declared worth in cents of goods and acts that were really given."""
        return sum(a.relief() for a in self.agreements())

    # ---- the group

    def is_group(self) -> bool:
        """Several people act together (共同投诉)."""
        return bool(self.members)

    def present_members(self) -> list[GroupMember]:
        """Those who have not left."""
        return [one for one in self.members if one.present()]

    def member(self, number: int) -> GroupMember | None:
        """The member of that number, left or not."""
        at = number - 1
        found = self.members[at] if 0 <= at < len(self.members) else None
        return found if found is not None and found.member.no == number else None

    def people(self) -> int:
        """Members of the group who have not left."""
        return len(self.present_members())

    def claimed(self) -> int:
        """Cents the present members claim together."""
        return sum(one.member.claim or 0 for one in self.present_members())

    def member_lines(self) -> list[MemberLine]:
        """Every member with their sums under the agreement in force; those who left stay on the list."""
        by_payee: dict[int, list[Promise]] = {}
        for promise in self.agreement.promises if self.agreement is not None else ():
            by_payee.setdefault(promise.obligation.payee, []).append(promise)
        return [
            _line(one, by_payee.get(one.member.no, []), self.agreement is not None) for one in self.members
        ]

    def member_totals(self) -> Totals:
        """The sums over `member_lines`."""
        lines = list(self.member_lines())
        here = [line for line in lines if line.standing.present()]
        asked = [line.standing.consent for line in here if line.standing.consent is not None]
        agreeing = sum(consent.agrees for consent in asked)
        return Totals(
            people=len(here),
            left=len(lines) - len(here),
            claim=self.claimed(),
            agreeing=agreeing,
            refusing=len(asked) - agreeing,
            unasked=len(here) - len(asked),
            proposed=sum(line.standing.plan.amount() for line in here if line.standing.plan is not None),
            agreed=sum(line.agreed for line in lines),
            worth=sum(line.worth for line in lines),
            paid=sum(line.paid for line in lines),
            waived=sum(line.waived for line in lines),
            rest=sum(line.rest for line in lines),
        )


def _line(one: GroupMember, promises: list[Promise], agreed: bool) -> MemberLine:
    """A member's sums: of the promises that bind, or of the plan while there is no agreement."""
    binding = [p for p in promises if not p.dormant]
    if not agreed:
        amount = one.plan.amount() if one.plan is not None and one.agrees() else 0
        worth = one.plan.worth if one.plan is not None and one.agrees() else 0
        return MemberLine(
            standing=one, bound=False, agreed=amount, worth=worth, paid=0, waived=0, rest=amount,
            next_due=None, broken=False,
        )  # fmt: skip
    return MemberLine(
        standing=one,
        bound=one.agrees(),
        agreed=sum(p.obligation.amount for p in binding),
        worth=sum(p.obligation.worth for p in binding),
        paid=sum(p.paid() for p in binding),
        waived=sum(p.waived() for p in binding),
        rest=sum(p.rest() for p in binding),
        next_due=min((p.obligation.due_on for p in binding if p.owing()), default=None),
        broken=any(p.breach and p.owing() for p in binding),
    )
