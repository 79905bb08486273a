"""What a clerk does at one case of the demonstration, in the words of the stories.

Every act goes through the services, dated by the office's clock, so the demonstration can do nothing
that a clerk could not.
"""

from __future__ import annotations

import datetime as dt

from app.domain.calculators.outcome import Outcome
from app.domain.kinds.complaint.events import (
    AcceptanceDecided,
    AgreementReached,
    Attachment,
    CaseClosed,
    CaseFiled,
    ComplaintAmended,
    ConsentRecorded,
    MediationTerminated,
    ObligationBreached,
    ObligationUrged,
    PartyNotified,
    Replied,
)
from app.domain.kinds.complaint.facts import Obligation, Registration
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.standing import POWERS, RepresentativeNamed
from app.domain.settlement.turns import SettlementReached
from app.services import (
    abuse,
    attachments,
    casework,
    execution,
    investigation,
    kept_calculations,
    mediation,
    papers,
    registration,
    reply,
)
from app.services.demo.premises import MEDIATOR, OPERATOR
from app.services.office import OpenOffice
from app.system import resources

ROOM = "青山市场监督管理所调解室"
ADVICE = "已告知投诉人可以依据消费者权益保护法第三十九条申请仲裁或者向人民法院提起诉讼。"


class Scene:
    """One case on its way. `register` comes first, unless the case is there already (`case_id`)."""

    def __init__(self, office: OpenOffice, case_id: str = "") -> None:
        self.office = office
        self.case_id = case_id

    @property
    def case(self) -> Complaint:
        """The case as it stands."""
        return casework.load(self.office, self.case_id).as_a(Complaint)

    @property
    def today(self) -> dt.date:
        """The day the story has reached."""
        return self.office.clock.today()

    # ---- 受理

    def register(self, form: Registration, identity: str = "") -> None:
        """Register the complaint and print 投诉登记表."""
        self.case_id = registration.register_complaint(self.office, form, identity=identity).case_id
        self.paper("complaint_registration")

    def complete(self, changed: ComplaintAmended) -> None:
        """Complete the registration of a work order."""
        casework.record(self.office, self.case_id, changed)

    def accept(self, method: str = "phone") -> None:
        """受理, print the decision and tell the complainant."""
        decided = AcceptanceDecided(accepted=True, decided_on=self.today, by=OPERATOR)
        casework.record(self.office, self.case_id, decided)
        self.paper("acceptance_decision", to="complainant")
        self.tell("acceptance", "complainant", method)

    def represented(self, role: str, name: str, phone: str, relation: str, *powers: str) -> None:
        """Somebody acts for the complainant from today on; the originals were seen."""
        named = RepresentativeNamed(
            party="complainant",
            role=role,
            name=name,
            phone=phone,
            relation=relation,
            papers_seen=True,
            identity_seen=True,
            powers=powers or tuple(POWERS),
            since=self.today,
            on=self.today,
            by=OPERATOR,
        )
        casework.record(self.office, self.case_id, named)

    def assess_abuse(self, items: tuple[str, ...], facts: str, conclusion: str) -> None:
        """第17条评估 with the signals of the ledger as they stand; it finds abuse."""
        shown = abuse.look_at_case(self.office, self.case).signals
        abuse.assess(
            self.office,
            self.case_id,
            items=items,
            facts=facts,
            abusive=True,
            conclusion=conclusion,
            by=OPERATOR,
            on=self.today,
            shown=(signal.text for signal in shown),
        )

    def refuse(self, ground: str, facts: str, method: str) -> None:
        """不予受理 with its reason, print the decision and tell the complainant."""
        decided = AcceptanceDecided(
            accepted=False, decided_on=self.today, grounds=(ground,), facts=facts, by=OPERATOR
        )
        casework.record(self.office, self.case_id, decided)
        self.paper("refusal_decision", to="complainant")
        self.tell("refusal", "complainant", method)

    def tell(self, matter: str, party: str, method: str, result: str = "reached", note: str = "") -> None:
        """告知 a party now; the number is the one in the registration."""
        case = self.case
        address = (case.complainant if party == "complainant" else case.respondent).phone
        notice = PartyNotified(
            matter=matter,
            party=party,
            method=method,
            address=address if method in ("phone", "sms") else "",
            at=self.office.clock.now(),
            by=OPERATOR,
            result=result,
            note=note,
        )
        casework.record(self.office, self.case_id, notice)

    # ---- 调查

    def inquire(self, form: str, place: str, persons: str, text: str) -> None:
        """Write down an inquiry (inquiry, visit, phone) made now."""
        investigation.record_inquiry(
            self.office,
            self.case_id,
            form=form,
            at=self.office.clock.now(),
            place=place,
            persons=persons,
            text=text,
            investigators=(OPERATOR, MEDIATOR),
            recorder=OPERATOR,
        )

    def evidence(self, title: str, form: str, provider: str = "complainant", picture: str = "") -> None:
        """Add to the evidence list; `picture` names a file of resources/demo, kept under the title."""
        kept: Attachment | None = None
        if picture:
            content = resources.read_bytes(f"resources/demo/{picture}")
            kept = attachments.keep_bytes(self.office, f"{title}.png", content)
        investigation.add_evidence(
            self.office,
            self.case_id,
            title=title,
            form=form,
            provider=provider,
            received_on=self.today,
            attachment=kept,
        )

    # ---- 调解

    def calculate(self, outcome: Outcome, *given: tuple[str, str]) -> None:
        """Keep a calculation with its basis, and print it for both sides."""
        event = kept_calculations.kept(outcome, given, self.today, OPERATOR)
        casework.record(self.office, self.case_id, event)
        self.paper("calculation_note")

    def consents(self, method: str = "phone") -> None:
        """Both sides agree to be mediated."""
        for party in ("complainant", "respondent"):
            consent = ConsentRecorded(party=party, agrees=True, on=self.today, method=method, by=OPERATOR)
            casework.record(self.office, self.case_id, consent)

    def arrange(self, when: dt.datetime, bring: str = "身份证明和交易凭证") -> None:
        """Arrange a session, tell both sides by telephone and print both notices."""
        told = mediation.Told(method="phone", at=self.office.clock.now(), by=OPERATOR)
        mediation.schedule_session(
            self.office,
            self.case_id,
            at=when,
            place=ROOM,
            mode="face",
            mediators=(MEDIATOR,),
            bring=bring,
            told=told,
        )
        number = self.case.schedules[-1].no
        for party in ("complainant", "respondent"):
            self.paper("mediation_notice", to=party, session=number)

    def mediate(
        self,
        text: str,
        outcome: str,
        attendees: str,
        mode: str = "face",
        hours: int = 1,
        mediator: str = MEDIATOR,
    ) -> None:
        """Write down the session that starts now, and print 调解记录."""
        now = self.office.clock.now()
        mediation.hold_session(
            self.office,
            self.case_id,
            started_at=now,
            ended_at=now + dt.timedelta(hours=hours),
            place=ROOM if mode == "face" else "电话三方通话",
            mode=mode,
            mediators=(mediator,),
            recorder=OPERATOR,
            attendees=attendees,
            text=text,
            outcome=outcome,
        )
        self.paper("mediation_record", session=self.case.sessions[-1].no)

    def agree(self, terms: str, *obligations: Obligation, without_letter: str = "") -> None:
        """达成协议 with 调解书, or `without_letter`: performed_at_once, both_agreed."""
        agreement = AgreementReached(
            agreed_on=self.today,
            terms=terms,
            obligations=obligations,
            instrument="none" if without_letter else "letter",
            no_letter_reason=without_letter,
        )
        casework.record(self.office, self.case_id, agreement)
        if not without_letter:
            self.paper("mediation_letter")

    def settle(self, terms: str, *obligations: Obligation) -> None:
        """和解 with the help of whoever received the parties."""
        reached = SettlementReached(
            agreed_on=self.today, terms=terms, obligations=obligations, helper=OPERATOR
        )
        casework.record(self.office, self.case_id, reached)

    def terminate(self, ground: str, facts: str) -> None:
        """终止调解 and print the decision for both sides."""
        decision = MediationTerminated(decided_on=self.today, grounds=(ground,), facts=facts, by=OPERATOR)
        casework.record(self.office, self.case_id, decision)
        for party in ("complainant", "respondent"):
            self.paper("termination_decision", to=party)

    # ---- 执行

    def paid(self, obligation: int, cents: int, note: str = "") -> None:
        """Money came today."""
        execution.perform(
            self.office, self.case_id, obligation_no=obligation, on=self.today, amount=cents, note=note
        )

    def done(self, obligation: int, note: str) -> None:
        """Goods were handed over or an act was done today."""
        execution.perform(
            self.office, self.case_id, obligation_no=obligation, on=self.today, done=True, note=note
        )

    def urge(self, obligation: int, method: str, note: str) -> None:
        """督促履行."""
        urged = ObligationUrged(
            obligation_no=obligation, on=self.today, method=method, by=OPERATOR, note=note
        )
        casework.record(self.office, self.case_id, urged)

    def breached(self, obligation: int, facts: str) -> None:
        """登记未履行; the complainant is told the other routes."""
        breach = ObligationBreached(obligation_no=obligation, on=self.today, facts=facts, advice=ADVICE)
        casework.record(self.office, self.case_id, breach)

    # ---- 回复、归档

    def answer(self, text: str, to: str = "complainant", method: str = "phone") -> None:
        """回复 the complainant or the source."""
        replied = Replied(to=to, on=self.today, method=method, by=OPERATOR, text=text)
        casework.record(self.office, self.case_id, replied)

    def call_back(self, satisfaction: str, text: str) -> None:
        """回访; an unsatisfied one sends the case back."""
        reply.follow_up(
            self.office,
            self.case_id,
            on=self.today,
            method="phone",
            by=OPERATOR,
            reached=True,
            satisfaction=satisfaction,
            text=text,
        )

    def close(self, summary: str) -> None:
        """结案."""
        casework.record(self.office, self.case_id, CaseClosed(on=self.today, summary=summary, by=OPERATOR))

    def file(self) -> None:
        """归档: every sheet printed so far is in the volume."""
        case = self.case
        filed = CaseFiled(
            on=self.today,
            volume=f"{self.today.year}-{case.number.partition('〕')[2].removesuffix('号')}",
            retention="d10",
            pages=sum(paper.pages for paper in case.papers),
            by=OPERATOR,
        )
        casework.record(self.office, self.case_id, filed)

    def paper(self, name: str, to: str = "", session: int = 0) -> None:
        """Issue a paper of the case."""
        order = papers.PaperOrder(case_id=self.case_id, paper=name, to=to, session_no=session)
        papers.issue(self.office, order)


def pay(no: int, cents: int, due: dt.datetime, description: str = "", method: str = "银行转账") -> Obligation:
    """The respondent pays `cents` by that day."""
    return Obligation(
        no=no,
        obligor="respondent",
        kind="money",
        amount=cents,
        description=description,
        due_on=due.date(),
        method=method,
    )


def hand_over(
    no: int, obligor: str, description: str, due: dt.datetime, method: str = "当面交付"
) -> Obligation:
    """A party hands goods over by that day."""
    return Obligation(
        no=no, obligor=obligor, kind="goods", description=description, due_on=due.date(), method=method
    )
