"""Wrong turns a random walk of a complaint can take: see `complaint_walks`."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from app.domain.events import Event
from app.domain.kinds.complaint.events import ComplaintWithdrawn
from app.domain.kinds.complaint.facts import Respondent
from app.domain.kinds.complaint.respondents import RespondentAdded, RespondentWithdrawn
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter import standing as s
from app.domain.matter import turns as t
from app.domain.matter.events import AlertRaised, CaseHanded, CaseTakenBack
from app.domain.matter.state import next_no
from app.domain.rules import RuleSet
from app.domain.settlement import turns
from app.domain.settlement.events import MediationTerminated
from app.domain.settlement.facts import Obligation

Maker = Callable[[Complaint, dt.date, RuleSet, random.Random], list[Event]]
ZONE = dt.timezone(dt.timedelta(hours=8))
MEDIATORS = ("李强", "何涛", "陶静", "周玉梅")


def mediator(case: Complaint) -> str:
    """Somebody who may mediate; the last one steps in when all others stepped aside."""
    return next((name for name in MEDIATORS if name not in case.recused()), f"第{len(case.recusals)}位")


def _reopen(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    return [t.CaseReopened(on=today, reason="出现新的证据", by="王敏")]


def _recuse(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    number = next_no(r.requested.no for r in case.recusals)
    names = (rng.choice(sorted(case.mediators() - case.recused())),)
    party = rng.choice(list(case.PARTIES))
    return [
        turns.RecusalRequested(no=number, party=party, mediators=names, reason="亲属", on=today, by="王敏")
    ]


def _decide_recusal(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    pending = case.open_recusal()
    assert pending is not None
    granted = rng.random() < 0.5
    asked = pending.requested.mediators
    free = [n for n in MEDIATORS if n not in asked and n not in case.recused()] or [f"新{len(case.recusals)}"]
    return [
        turns.RecusalDecided(
            no=pending.requested.no,
            granted=granted,
            reason="经核实",
            replacement=(free[0],) if granted else (),
            decided_on=today,
            by="周所长",
        )
    ]


def _withdraw(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    way = rng.choice(["withdrawn", "settled"])
    acting = case.standing.acting("complainant")
    if acting is not None and acting.role != s.GUARDIAN and set(acting.powers) != set(s.POWERS):
        return []
    told = ComplaintWithdrawn(way=way, on=today, method="phone", by="王敏")
    if case.phase == "registered":
        return [told]
    ended = MediationTerminated(decided_on=today, grounds=(rules.withdrawal_ground,), facts="撤回", by="王敏")
    return [told, ended]


def _settle(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    if case.is_group():
        return []
    duty = Obligation(
        no=1,
        obligor=rng.choice([p for p in case.PARTIES if p != "complainant"]),
        kind="money",
        amount=rng.randrange(1, 10**6),
        due_on=today + dt.timedelta(days=rng.randrange(0, 20)),
        method="现金",
    )
    return [turns.SettlementReached(agreed_on=today, terms="退款", obligations=(duty,), helper="王敏")]


def _represent(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    seen = rng.random() < 0.8
    return [
        s.RepresentativeNamed(
            party="complainant",
            role=s.DELEGATE,
            name="陈㛃",
            papers_seen=seen,
            identity_seen=True,
            powers=tuple(s.POWERS) if rng.random() < 0.7 else (s.SPEAK,),
            since=today,
            on=today,
            by="王敏",
        )
    ]


def _unrepresent(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    return [s.RepresentativeEnded(party="complainant", on=today, reason="本人到场", by="王敏")]


def _demand(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    due = today + dt.timedelta(days=3)
    return [
        s.IdentityProofDemanded(
            party="complainant", materials=("居民身份证",), due_on=due, on=today, by="王敏"
        )
    ]


def _prove(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    result = rng.choice(["provided", "provided", "refused"])
    return [s.IdentityProofAnswered(party="complainant", result=result, on=today, by="王敏", note="经过")]


def _add(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    number = next_no([1, *(c.added.no for c in case.co_respondents)])
    if number > 3:
        return []
    shop = Respondent(name=f"厂家{number}", address="工业路")
    return [RespondentAdded(no=number, respondent=shop, reason="共同责任", on=today, by="王敏")]


def _strike(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    live = [c.added.no for c in case.co_respondents if c.withdrawn is None]
    owing = case.agreement.promises if case.agreement is not None else []
    free = [n for n in live if not any(p.open() and p.obligation.obligor == f"respondent{n}" for p in owing)]
    return [RespondentWithdrawn(no=rng.choice(free), reason="无关", on=today, by="王敏")] if free else []


def _rename(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    party = rng.choice(list(case.PARTIES))
    former = case.party_names()[party]
    name = f"新名{rng.randrange(10**6)}"
    return [s.PartyRenamed(party=party, former=former, name=name, basis="变更登记", on=today, by="王敏")]


def _gone(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    how = rng.choice(list(s.DEPARTURES))
    heir = rng.choice(["", "承受人"])
    return [s.PartyGone(party="respondent", how=how, facts="查询", successor=heir, on=today, by="王敏")]


def _hand(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    name = rng.choice([n for n in ("窗口", "青山所", "县局") if n != case.holder])
    number = len(case.turns.receipts) + 1
    return [CaseHanded(direction="up", to_office=name, reason="争议大", on=today, by="王敏", receipt=number)]


def _take_back(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    return [CaseTakenBack(reason="退回", on=today, by="王敏")]


def _bring(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    return [t.ResultBrought(outcome=rng.choice(list(t.OUTCOMES)), result="已协助", on=today, by="王敏")]


def _correct(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    """A payment's amount, while the execution is open to change."""
    if case.agreement is None or case.phase not in ("agreed", "performed", "breached"):
        return []
    for promise in case.agreement.promises:
        money = promise.obligation.kind == "money" and promise.performances
        if not money or promise.performances[0].extra:
            continue
        old = promise.performances[0].amount
        most = promise.obligation.amount - promise.waived() - (promise.paid() - old)
        new = rng.randrange(1, most + 1)
        if new != old:
            return [
                t.FactCorrected(
                    record=t.PAYMENT,
                    field="amount",
                    no=promise.obligation.no,
                    item=1,
                    old=str(old),
                    new=str(new),
                    reason="录错",
                    on=today,
                    by="王敏",
                )
            ]
    return []


def _alert(case: Complaint, today: dt.date, rules: RuleSet, rng: random.Random) -> list[Event]:
    at = dt.datetime(today.year, today.month, today.day, 10, tzinfo=ZONE)
    return [AlertRaised(level="danger", told="周所长", at=at, by="王敏", note="情绪激动")]


TURNS: dict[str, Maker] = {
    "reopen": _reopen,
    "request_recusal": _recuse,
    "decide_recusal": _decide_recusal,
    "withdraw": _withdraw,
    "settle": _settle,
    "name_representative": _represent,
    "end_representative": _unrepresent,
    "demand_proof": _demand,
    "answer_proof": _prove,
    "add_respondent": _add,
    "strike_respondent": _strike,
    "rename_party": _rename,
    "party_gone": _gone,
    "hand_up": _hand,
    "take_back": _take_back,
    "bring_result": _bring,
    "correct": _correct,
    "raise_alert": _alert,
}
"""By the act they carry out."""
