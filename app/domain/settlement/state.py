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
from app.domain.settlement.events import (
    ConsentRecorded,
    ObligationPerformed,
    ObligationUrged,
    SessionHeld,
    SessionScheduled,
)
from app.domain.settlement.facts import Obligation


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


class Settled(Matter, kw_only=True):
    """A case that can end in an agreement between its parties."""

    ARTICLES: ClassVar[dict[str, str]] = {}
    """The law of the shared rules: consent, refusal, arranging, letter, breach; missing: no article."""

    accepted_on: dt.date | None = None
    consents: dict[str, ConsentRecorded] = {}
    schedules: list[SessionScheduled] = []
    sessions: list[SessionHeld] = []
    agreement: Agreement | None = None
    past_agreements: list[Agreement] = []
    termination: Decision | None = None
    mediation_ended_on: dt.date | None = None

    def cite(self, rule: str) -> str:
        """（办法第18条） for a rule of `ARTICLES`, "" when the kind's law has no article for it."""
        article = self.ARTICLES.get(rule, "")
        return f"（{article}）" if article else ""

    def current_sessions(self) -> list[SessionHeld]:
        """Sessions of the current round."""
        return self.sessions[self.round_marks.get("sessions", 0) :]

    def next_session(self) -> int:
        """The number the next session will carry."""
        return max([s.no for s in self.sessions] + [s.no for s in self.schedules], default=0) + 1

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
        return [*super().attachments(), *(proof for proof in proofs if proof is not None)]

    def paper_sessions(self, paper: str) -> list[int]:
        """Sessions held for their record, sessions arranged for the notices; the latest first."""
        numbers = [s.no for s in (self.sessions if paper.endswith("record") else self.schedules)]
        return sorted(numbers, reverse=True)

    def recovered(self) -> int:
        """挽回经济损失 in cents: money that has come under every agreement of the case."""
        return sum(a.recovered() for a in self.agreements())
