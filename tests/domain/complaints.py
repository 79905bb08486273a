"""Complaints in a given phase, made by lawful events only, for the tests of single rules."""

from __future__ import annotations

import datetime as dt
import random

from app.domain.events import Event
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Obligation
from app.domain.kinds.complaint.fold import apply, fold
from app.domain.kinds.complaint.guards import GUARDS
from app.domain.kinds.complaint.kind import KIND
from app.domain.kinds.complaint.state import Complaint
from app.domain.kinds.complaint.timing import deadlines, mediation_due
from app.domain.matter.checking import Context
from app.domain.procedure import parse_procedure
from tests.complaint_walks import moment, registration
from tests.domain.shipped_data import RESOURCES, shipped_calendar, shipped_rules

PROCEDURE = parse_procedure((RESOURCES / "rules/complaint.toml").read_text(encoding="utf-8"), GUARDS)
RECEIVED = dt.date(2026, 5, 6)


class Walker:
    """Writes events to one complaint, each admitted on its own day."""

    def __init__(self, received: dt.date = RECEIVED) -> None:
        self.today = received
        self.rules = shipped_rules().for_received(received)
        self.case: Complaint = fold("c", [])
        self.write(registration(received, random.Random(3)))

    def context(self) -> Context:
        """What the rules look at today."""
        due = None
        if self.case.origin is not None:
            rows = deadlines(self.case, self.rules, shipped_calendar(), roll="holiday_block", limit="earlier")
            due = mediation_due(rows)
        return Context(today=self.today, rule_set=self.rules, procedure=PROCEDURE, mediation_due=due)

    def write(self, *events: Event) -> None:
        """Admit and apply, or raise what the rules raise."""
        for event in events:
            KIND.admit(event, self.case, self.context())
            apply(event, self.case)

    def day(self, later: int) -> Walker:
        """Let days pass."""
        self.today += dt.timedelta(days=later)
        return self

    def tell(self, matter: str, party: str = "complainant", session_no: int = 0) -> Walker:
        """Record a notice that reached its party today."""
        self.write(
            e.PartyNotified(
                matter=matter,
                party=party,
                method="phone",
                at=moment(self.today),
                by="王敏",
                result="reached",
                session_no=session_no,
            )
        )
        return self

    def accept(self) -> Walker:
        """受理 and tell the complainant."""
        self.write(e.AcceptanceDecided(accepted=True, decided_on=self.today, by="王敏"))
        return self.tell("acceptance")

    def consent(self, *, respondent: bool = True) -> Walker:
        """Ask both parties."""
        for party, agrees in (("complainant", True), ("respondent", respondent)):
            self.write(
                e.ConsentRecorded(party=party, agrees=agrees, on=self.today, method="phone", by="王敏")
            )
        return self

    def talk(self, outcome: str, mode: str = "phone") -> Walker:
        """Hold an unarranged session."""
        number = len(self.case.sessions) + 1
        self.write(
            e.SessionHeld(
                no=number,
                started_at=moment(self.today),
                place="电话",
                mode=mode,
                mediators=("李强",),
                recorder="王敏",
                attendees="双方",
                text="各自陈述",
                outcome=outcome,
            )
        )
        return self

    def agree(self, *duties: Obligation) -> Walker:
        """Reach an agreement with these obligations."""
        self.write(
            e.AgreementReached(
                agreed_on=self.today, terms="退还维修费", obligations=duties, instrument="letter"
            )
        )
        return self

    def pay(self, amount: int, number: int = 1) -> Walker:
        """Record a payment."""
        self.write(e.ObligationPerformed(obligation_no=number, on=self.today, amount=amount))
        return self

    def reply(self, to: str = "complainant") -> Walker:
        """Answer."""
        self.write(e.Replied(to=to, on=self.today, method="phone", by="王敏", text="已办结"))
        return self


def duty(number: int, amount: int, due_on: dt.date) -> Obligation:
    """The respondent pays `amount` cents by `due_on`."""
    return Obligation(
        no=number, obligor="respondent", kind="money", amount=amount, due_on=due_on, method="银行转账"
    )
