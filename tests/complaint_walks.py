"""Random lawful walks through a complaint, for property tests of the domain and of the services.

For each action the procedure offers, `propose` makes one event that ought to be admitted.
"""

from __future__ import annotations

import datetime as dt
import random

from app.domain.events import Event
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Complainant, Deal, Obligation, Origin, Respondent
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.standing import may_settle, shortcomings
from app.domain.rules import RuleSet
from app.domain.settlement.members import obligations_of
from tests.group_walks import MAKERS
from tests.turn_walks import TURNS, mediator

SHANGHAI = dt.timezone(dt.timedelta(hours=8))


def moment(day: dt.date, hour: int = 10) -> dt.datetime:
    """A working hour of that day at the counter."""
    return dt.datetime(day.year, day.month, day.day, hour, 0, tzinfo=SHANGHAI)


def registration(
    received_on: dt.date, rng: random.Random, *, number: str = "消投〔2026〕1号"
) -> e.ComplaintRegistered:
    """A complete registration; sometimes one that another body wants an answer to."""
    from_platform = rng.random() < 0.5
    return e.ComplaintRegistered(
        number=number,
        serial=1,
        rule_set="R2026",
        origin=Origin(
            channel="12315" if from_platform else "visit",
            received_on=received_on,
            source="12315" if from_platform else "",
            external_no=f"13604290020260415{rng.randrange(10**7, 10**8)}" if from_platform else "",
        ),
        complainant=Complainant(
            name=rng.choice(["陈䶮", "王伟", "刘桂芳"]), phone="13907925561", address="青山镇红旗村3组21号"
        ),
        respondent=Respondent(name=rng.choice(["宏达电器商行", "悦动健身房"]), address="青山镇中山路88号"),
        deal=Deal(
            demands=("refund",), facts="保修期内收取维修费，要求退还。", amount=rng.randrange(1, 10**7)
        ),
    )


def propose(action: str, case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    """Events that carry out `action` today; empty when this walk does not take it."""
    maker = _MAKERS.get(action)
    return maker(case, today, rules, rng) if maker else []


def _amend(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    return [
        e.ComplaintAmended(
            respondent=Respondent(name=f"更名商行{rng.randrange(99)}", address="中山路"),
            reason="核对营业执照",
        )
    ]


def _decide(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    if rng.random() < 0.75 and not case.unproven(today):
        return [e.AcceptanceDecided(accepted=True, decided_on=today, by="王敏")]
    ground = rng.choice(rules.refusal_grounds).code
    return [
        e.AcceptanceDecided(
            accepted=False, decided_on=today, grounds=(ground,), facts="同一争议法院已受理", by="王敏"
        )
    ]


def _notify(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    matter, party, session_no = rng.choice(case.notices_owed())
    result = rng.choice(["reached", "reached", "unreached", "returned"])
    return [
        e.PartyNotified(
            matter=matter,
            party=party,
            method="phone",
            at=moment(today),
            by="王敏",
            result=result,
            session_no=session_no,
        )
    ]


def _inquire(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    return [
        e.InquiryRecorded(
            no=len(case.inquiries) + 1,
            form=rng.choice(["inquiry", "visit", "phone"]),
            at=moment(today),
            place="店内",
            persons="周某",
            text="承认收费",
            investigators=("李强", "王敏"),
        )
    ]


def _evidence(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    return [
        e.EvidenceAdded(
            no=len(case.evidence) + 1,
            title="维修单",
            form="receipt",
            provider="complainant",
            received_on=today,
        )
    ]


def _void_evidence(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    return [e.EvidenceVoided(no=rng.choice(case.live_evidence()).no, reason="重复")]


def _appraise(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    if case.appraisals and case.appraisals[-1].reported and case.appraisals[-1].reported.reported_on >= today:
        return []
    return [
        e.AppraisalStarted(
            no=len(case.appraisals) + 1,
            institution="市质检所",
            chosen_by="agreed",
            item="压缩机",
            commissioned_on=today,
        )
    ]


def _report(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    pending = case.appraisal_open()
    assert pending is not None
    return [e.AppraisalReported(no=pending.started.no, reported_on=today, conclusion="存在质量问题")]


def _consent(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    missing = [p for p in case.PARTIES if p not in case.consents] or ["respondent"]
    agrees = rng.random() < 0.85
    return [e.ConsentRecorded(party=rng.choice(missing), agrees=agrees, on=today, method="phone", by="王敏")]


def _schedule(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    number = max([s.no for s in case.sessions] + [s.no for s in case.schedules], default=0) + 1
    return [
        e.SessionScheduled(
            no=number, at=moment(today, 15), place="调解室", mode="face", mediators=(mediator(case),)
        )
    ]


def _hold(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    held = {s.no for s in case.sessions}
    pending = [s for s in case.schedules if s.no not in held]
    number = pending[-1].no if pending else max([0, *held, *(s.no for s in case.schedules)]) + 1
    return [
        e.SessionHeld(
            no=number,
            started_at=moment(today, 15),
            place="调解室",
            mode=pending[-1].mode if pending else rng.choice(["phone", "separate", "video"]),
            mediators=(mediator(case),),
            recorder="王敏",
            attendees="双方",
            text="各自陈述",
            outcome=rng.choice(["agreed", "agreed", "continue", "failed"]),
        )
    ]


def _agree(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    acting = case.standing.acting("complainant")
    if acting is not None and (shortcomings(acting, today) or not may_settle(acting)):
        return TURNS["end_representative"](case, today, rules, rng)
    count = rng.randrange(1, 4)
    duties = tuple(
        Obligation(
            no=n + 1,
            obligor="respondent",
            kind="act" if rng.random() < 0.3 else "money",
            amount=0,
            description="上门维修",
            due_on=today + dt.timedelta(days=rng.randrange(0, 30)),
            method="银行转账",
        )
        for n in range(count)
    )
    duties = tuple(
        Obligation(**{f: getattr(d, f) for f in d.__struct_fields__} | {"amount": rng.randrange(1, 10**6)})
        if d.kind == "money"
        else d
        for d in duties
    )
    owed = obligations_of(case.members, "respondent", first=count + 1)
    if any(duty.due_on < today for duty in owed):
        return MAKERS["plan_members"](case, today, rules, rng)
    letter = rng.random() < 0.7
    return [
        e.AgreementReached(
            agreed_on=today,
            terms="退还维修费",
            obligations=(*duties, *owed),
            instrument="letter" if letter else "none",
            no_letter_reason="" if letter else "both_agreed",
        )
    ]


def _terminate(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    ground = rng.choice([g.code for g in rules.termination_grounds if g.code != rules.expiry_ground])
    return [e.MediationTerminated(decided_on=today, grounds=(ground,), facts="双方分歧较大", by="王敏")]


def _perform(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    assert case.agreement is not None
    if rng.random() < 0.4 and (broken := _breach(case, today, rules, rng)):
        return broken
    promise = rng.choice([p for p in case.agreement.promises if p.open()])
    duty = promise.obligation
    if duty.kind != "money":
        return [e.ObligationPerformed(obligation_no=duty.no, on=today, done=True, relief=duty.worth)]
    rest = promise.rest()
    part = rest if rng.random() < 0.6 else rng.randrange(1, rest + 1)
    return [e.ObligationPerformed(obligation_no=duty.no, on=today, amount=part)]


def _urge(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    assert case.agreement is not None
    promise = rng.choice([p for p in case.agreement.promises if p.open()])
    return [e.ObligationUrged(obligation_no=promise.obligation.no, on=today, method="phone", by="王敏")]


def _breach(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    assert case.agreement is not None
    late = [p for p in case.agreement.promises if p.open() and p.obligation.due_on < today]
    if not late:
        return []
    return [
        e.ObligationBreached(
            obligation_no=rng.choice(late).obligation.no,
            on=today,
            facts="拒不付款",
            advice="可以提起民事诉讼",
        )
    ]


def _reply(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    who = rng.choice(case.replies_due())
    result = rng.choice(["reached", "reached", "unreached"])
    return [e.Replied(to=who, on=today, method="phone", by="王敏", text="已办结", result=result)]


def _follow_up(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    if rng.random() < 0.3:
        return [e.FollowedUp(on=today, method="phone", by="王敏", reached=False)]
    if rng.random() < 0.7:
        return [e.FollowedUp(on=today, method="phone", by="王敏", reached=True, satisfaction="satisfied")]
    unhappy = e.FollowedUp(on=today, method="phone", by="王敏", reached=True, satisfaction="unsatisfied")
    return [unhappy, e.CaseReturned(on=today, reason="回访不满意")]


def _close(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    return [e.CaseClosed(on=today, summary="办结", by="王敏")]


def _file(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    return [e.CaseFiled(on=today, volume="2026-001", retention="D10", pages=12, by="王敏")]


_MAKERS = {
    "amend": _amend,
    "decide_acceptance": _decide,
    "notify": _notify,
    "record_inquiry": _inquire,
    "add_evidence": _evidence,
    "void_evidence": _void_evidence,
    "start_appraisal": _appraise,
    "report_appraisal": _report,
    "record_consent": _consent,
    "schedule_session": _schedule,
    "hold_session": _hold,
    "reach_agreement": _agree,
    "terminate": _terminate,
    "record_performance": _perform,
    "urge": _urge,
    "declare_breach": _breach,
    "reply": _reply,
    "follow_up": _follow_up,
    "close": _close,
    "file": _file,
    **MAKERS,
    **TURNS,
}
TAKEN = frozenset(_MAKERS)
"""The actions a walk can take."""
