"""Acts every kind shares: telling, inquiring, evidence, answers, handing on, wrong turns, endings."""

from __future__ import annotations

import datetime as dt
import hashlib

from app.domain.calculators.prepaid import PrepaidCase
from app.domain.events import Event
from app.domain.matter.facts import Attachment
from app.domain.money import format_yuan
from app.services import calculation, competence
from app.services.kept_calculations import kept
from tests.walks.clerk import BY, HEAD, Desk, act, make

PROOF_BYTES = b"a proof nobody opens"
PROOF = Attachment(
    sha256=hashlib.sha256(PROOF_BYTES).hexdigest(),
    filename="证明.png",
    size=len(PROOF_BYTES),
    media_type="image/png",
)


@act("PartyNotified")
def tell(d: Desk) -> list[Event]:
    matter, party, session_no = d.rng.choice(d.case.notices_owed())
    result = d.rng.choice(("reached", "reached", "unreached", "returned"))
    return [
        make(
            "PartyNotified",
            matter=matter,
            party=party,
            method="phone",
            at=d.noon,
            by=BY,
            result=result,
            session_no=session_no,
        )
    ]


@act("InquiryRecorded")
def inquire(d: Desk) -> list[Event]:
    return [
        make(
            "InquiryRecorded",
            no=len(d.case.inquiries) + 1,
            form=d.rng.choice(("inquiry", "visit", "phone")),
            at=d.noon,
            place="店内",
            persons="周某",
            text="承认收费",
            investigators=("李强", BY),
        )
    ]


@act("EvidenceAdded")
def evidence(d: Desk) -> list[Event]:
    no = len(d.case.evidence) + 1
    provider = d.party()
    return [
        make("EvidenceAdded", no=no, title="单据", form="receipt", provider=provider, received_on=d.today)
    ]


@act("EvidenceVoided")
def void_evidence(d: Desk) -> list[Event]:
    return [make("EvidenceVoided", no=d.rng.choice(d.case.live_evidence()).no, reason="重复")]


@act("Replied")
def reply(d: Desk) -> list[Event]:
    who = d.rng.choice(d.case.replies_due())
    result = d.rng.choice(("reached", "reached", "unreached"))
    return [make("Replied", to=who, on=d.today, method="phone", by=BY, text="已办结", result=result)]


@act("FollowedUp")
def follow_up(d: Desk) -> list[Event]:
    chance = d.rng.random()
    if chance < 0.2:
        return [make("FollowedUp", on=d.today, method="phone", by=BY, reached=False)]
    satisfied = chance < 0.7
    answer = make(
        "FollowedUp",
        on=d.today,
        method="phone",
        by=BY,
        reached=True,
        satisfaction="satisfied" if satisfied else "unsatisfied",
    )
    return [answer] if satisfied else [answer, make("CaseReturned", on=d.today, reason="回访不满意")]


@act("CaseClosed")
def close(d: Desk) -> list[Event]:
    still = "转诉讼解决" if d.open_promises() else ""
    return [make("CaseClosed", on=d.today, summary="办结", by=BY, open_obligations=still)]


@act("CaseFiled")
def file(d: Desk) -> list[Event]:
    return [make("CaseFiled", on=d.today, volume="2026-001", retention="D10", pages=12, by=BY)]


@act("CaseVoided")
def void(d: Desk) -> list[Event]:
    return [make("CaseVoided", on=d.today, reason="登记有误", by=BY)] if d.rng.random() < 0.1 else []


@act("JurisdictionJudged")
def judge_jurisdiction(d: Desk) -> list[Event]:
    tree = competence.tree(d.case.rule_set)
    path = d.rng.choice(list(tree.paths(d.kind.name)))
    assert path.finding is not None
    return [
        make(
            "JurisdictionJudged",
            matter=d.kind.name,
            rule_set=d.case.rule_set,
            answers=tuple(answer.code for _, answer in path.answered),
            asked=tuple((question.ask, answer.label) for question, answer in path.answered),
            finding=path.finding.id,
            verdict=path.finding.verdict,
            reason=path.finding.reason,
            basis=path.finding.basis,
            advice=path.finding.now,
            on=d.today,
            by=BY,
        )
    ]


@act("CompetenceDisputed")
def dispute_competence(d: Desk) -> list[Event]:
    return [make("CompetenceDisputed", other="邻县市场监管局", reason="经营地不明", on=d.today, by=BY)]


@act("CompetenceSettled")
def settle_competence(d: Desk) -> list[Event]:
    ours = d.rng.random() < 0.7
    return [make("CompetenceSettled", ours=ours, how="agreed", on=d.today, by=BY)]


@act("DispatchFedBack")
def feed_back(d: Desk) -> list[Event]:
    last = [d.case.origin.received_on, *(j.on for j in d.case.competence.judged)]
    last += [one.raised.on for one in d.case.competence.disputes]
    if max(last) > d.today or d.rng.random() < 0.5:
        return []
    return [make("DispatchFedBack", to="12345", reason="不归本局", method="phone", on=d.today, by=BY)]


@act("RightChannelTold")
def tell_channel(d: Desk) -> list[Event]:
    return [
        make("RightChannelTold", channel="fax", text="请通过12315平台提交", method="phone", at=d.noon, by=BY)
    ]


@act("LocalPromiseExtended")
def extend_promise(d: Desk) -> list[Event]:
    return [
        make(
            "LocalPromiseExtended",
            promise="local.12345.reply",
            units=d.rng.randrange(1, 20),
            reason="需要外地协查",
            approved_by=HEAD,
            on=d.today,
            by=BY,
        )
    ]


@act("raise_alert")
def raise_alert(d: Desk) -> list[Event]:
    level = d.rng.choice(("attention", "danger"))
    return [make("AlertRaised", level=level, told=HEAD, at=d.noon, by=BY, note="情绪激动")]


@act("lift_alert")
def lift_alert(d: Desk) -> list[Event]:
    return [make("AlertRaised", level="none", told=HEAD, at=d.noon, by=BY, note="已经平复")]


@act("CalculationKept")
def calculate(d: Desk) -> list[Event]:
    """By the calculator itself, kept as the screen keeps it."""
    paid = d.rng.randrange(100, 100_000_00)
    used = d.rng.randrange(0, paid + 1)
    case = PrepaidCase(mode="balance", paid=paid, cause="operator", used=used)
    given = (("实付金额（元）", format_yuan(paid)), ("已消费金额（元）", format_yuan(used)))
    return [kept(calculation.prepaid_refund(case), given, d.today, BY)]


# ---- wrong turns


@act("CaseHanded")
def hand_on(d: Desk) -> list[Event]:
    to = d.rng.choice(("青山市场监督管理所", "江安县市场监督管理局"))
    if to == d.case.holder or d.rng.random() < 0.4:
        return []
    return [
        make(
            "CaseHanded",
            direction="up",
            to_office=to,
            reason="争议较大",
            on=d.today,
            by=BY,
            identity=d.case.identity,
            receipt=len(d.case.turns.receipts) + 1,
        )
    ]


@act("CaseTakenBack")
def take_back(d: Desk) -> list[Event]:
    return [make("CaseTakenBack", reason="送错单位", on=d.today, by=BY)]


@act("CaseReceived")
def receive(d: Desk) -> list[Event]:
    acting = d.procedure.identities
    identity = d.rng.choice([code for code in acting.known if acting.takes(code, d.kind.name)])
    return [make("CaseReceived", office=d.case.holder, identity=identity, on=d.today, by=BY)]


@act("ResultBrought")
def bring_result(d: Desk) -> list[Event]:
    outcome = d.rng.choice(("settled", "refused", "unsettled", "help"))
    return [make("ResultBrought", outcome=outcome, result="已经联系双方", on=d.today, by=BY)]


@act("CaseReopened")
def reopen(d: Desk) -> list[Event]:
    return [make("CaseReopened", on=d.today, reason="有新的证据", by=BY)] if d.rng.random() < 0.5 else []


@act("FactCorrected")
def correct(d: Desk) -> list[Event]:
    """The time of a notice, or the amount of a payment: never more than was owed, never nothing."""
    if d.case.notices and d.rng.random() < 0.5:
        no = d.rng.randrange(len(d.case.notices)) + 1
        old = d.case.notices[no - 1].at
        new = dt.datetime.combine(old.date(), dt.time(d.rng.choice((8, 9, 16)), 30), old.tzinfo)
        if new == old:
            return []
        return [_correction(d, "notice", "at", no, 0, old.isoformat(), new.isoformat())]
    agreement = getattr(d.case, "agreement", None)
    promises = [] if agreement is None else agreement.promises
    paid = [p for p in promises if p.performances and p.obligation.kind == "money"]
    if not paid or d.case.phase not in ("agreed", "performed", "breached", "accepted"):
        return []
    promise = d.rng.choice(paid)
    item = d.rng.randrange(len(promise.performances)) + 1
    payment = promise.performances[item - 1]
    most = promise.obligation.amount - promise.waived() - (promise.paid() - payment.amount)
    share = next((p.share for p in promise.obligation.payers if p.name == payment.payer), 0)
    if share:
        most = min(most, share - promise.paid_by(payment.payer) + payment.amount)
    new_amount = d.rng.randrange(max(1, payment.extra), most + 1)
    if new_amount == payment.amount:
        return []
    return [
        _correction(d, "payment", "amount", promise.obligation.no, item, str(payment.amount), str(new_amount))
    ]


def _correction(d: Desk, record: str, field: str, no: int, item: int, old: str, new: str) -> Event:
    return make(
        "FactCorrected",
        record=record,
        field=field,
        no=no,
        item=item,
        old=old,
        new=new,
        reason="录错",
        on=d.today,
        by=BY,
    )


@act("RepresentativeNamed")
def represent(d: Desk) -> list[Event]:
    role = d.rng.choice(("delegate", "guardian"))
    return [
        make(
            "RepresentativeNamed",
            party=d.party(),
            role=role,
            name="赵律师",
            relation="父亲" if role == "guardian" else "",
            papers_seen=d.rng.random() < 0.8,
            identity_seen=True,
            powers=d.rng.choice((("speak", "settle"), ("speak",), ())) if role == "delegate" else (),
            since=d.today,
            until=d.today + dt.timedelta(days=d.rng.randrange(5, 90)) if d.rng.random() < 0.4 else None,
            on=d.today,
            by=BY,
        )
    ]


@act("RepresentativeEnded")
def unrepresent(d: Desk) -> list[Event]:
    party = d.rng.choice(list(d.case.standing.representatives))
    return [make("RepresentativeEnded", party=party, on=d.today, reason="本人参加", by=BY)]


@act("IdentityProofDemanded")
def demand_proof(d: Desk) -> list[Event]:
    party, until = next(iter(d.case.PARTIES)), d.today + dt.timedelta(days=5)
    return [
        make("IdentityProofDemanded", party=party, materials=("身份证",), due_on=until, on=d.today, by=BY)
    ]


@act("IdentityProofAnswered")
def answer_proof(d: Desk) -> list[Event]:
    demand = d.case.standing.open_demand()
    result = d.rng.choice(("provided", "provided", "refused", "false"))
    return [
        make(
            "IdentityProofAnswered",
            party=demand.party,
            result=result,
            on=d.today,
            by=BY,
            note="" if result == "provided" else "到期没有提供",
        )
    ]


@act("PartyRenamed")
def rename(d: Desk) -> list[Event]:
    party = list(d.case.PARTIES)[-1]
    former = d.case.party_names()[party]
    name = f"更名商行{d.rng.randrange(999)}"
    if not former or former == name:
        return []
    return [make("PartyRenamed", party=party, former=former, name=name, basis="变更登记", on=d.today, by=BY)]


@act("PartyGone")
def gone(d: Desk) -> list[Event]:
    if d.rng.random() < 0.5:
        return []
    how = d.rng.choice(("died", "deregistered", "unreachable"))
    successor = d.rng.choice(("", "承受权利的人"))
    return [
        make("PartyGone", party=d.party(), how=how, facts="已核实", successor=successor, on=d.today, by=BY)
    ]


@act("SigningAided")
def aid(d: Desk) -> list[Event]:
    return [
        make(
            "SigningAided",
            party=d.party(),
            aid="fingerprint",
            helper="周某",
            witness="村干部刘某",
            on=d.today,
            by=BY,
        )
    ]
