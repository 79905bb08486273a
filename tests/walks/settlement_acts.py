"""Acts of every kind that is settled between parties: consent, sessions, agreement, execution, groups."""

from __future__ import annotations

import datetime as dt

from app.domain.events import Event
from app.domain.instalments import Instalment
from app.domain.matter.standing import may_settle, shortcomings
from app.domain.settlement.facts import Obligation, Payer
from app.domain.settlement.member_events import Payment
from app.domain.settlement.members import Member, Plan, obligations_of
from tests.walks.clerk import BY, Desk, act, make
from tests.walks.shared_acts import PROOF

MEDIATORS = ("李强", "周玉梅", "孙立", "何静", "方华", "吕平")


def mediator(d: Desk) -> str:
    """Somebody who may mediate: one of those named, who has not stepped aside."""
    if d.kind.name == "dispute":
        return d.rng.choice(sorted(set(d.case.named_mediators()) - d.case.recused()))
    return next(name for name in MEDIATORS if name not in d.case.recused())


@act("ConsentRecorded")
def consent(d: Desk) -> list[Event]:
    missing = [p for p in d.case.PARTIES if p not in d.case.consents] or [list(d.case.PARTIES)[-1]]
    agrees = d.rng.random() < 0.85
    party = d.rng.choice(missing)
    return [make("ConsentRecorded", party=party, agrees=agrees, on=d.today, method="phone", by=BY)]


@act("SessionScheduled")
def schedule(d: Desk) -> list[Event]:
    if len(d.case.recused()) >= len(MEDIATORS):
        return []
    return [
        make(
            "SessionScheduled",
            no=d.case.next_session(),
            at=d.at(15),
            place="调解室",
            mode="face",
            mediators=(mediator(d),),
        )
    ]


@act("SessionHeld")
def hold(d: Desk) -> list[Event]:
    pending = d.case.pending_session()
    if d.case.accepted_on is not None and d.today < d.case.accepted_on:
        return []
    return [
        make(
            "SessionHeld",
            no=pending.no if pending is not None else d.case.next_session(),
            started_at=d.at(15),
            place="调解室",
            mode=pending.mode if pending is not None else d.rng.choice(("phone", "separate", "video")),
            mediators=(mediator(d),),
            recorder=BY,
            attendees="双方",
            text="各自陈述",
            outcome=d.rng.choice(("agreed", "agreed", "agreed", "continue", "failed")),
        )
    ]


def _duty(d: Desk, no: int) -> Obligation:
    kind = d.rng.choice(("money", "money", "goods", "act"))
    amount = d.rng.randrange(1, 10**6) if kind == "money" else 0
    relief = d.rng.choice(
        {"money": ("", "refund", "punitive"), "goods": ("", "goods"), "act": ("", "repair", "waiver")}[kind]
    )
    payers: tuple[Payer, ...] = ()
    liability = ""
    if kind == "money" and amount > 1 and d.rng.random() < 0.2:
        share = d.rng.randrange(1, amount)
        liability = d.rng.choice(("joint", "shares"))
        shares = (share, amount - share) if liability == "shares" else (0, 0)
        payers = (Payer(name="甲店", share=shares[0]), Payer(name="乙公司", share=shares[1]))
    return Obligation(
        no=no,
        obligor="respondent",
        kind=kind,
        amount=amount,
        description="" if kind == "money" else "上门维修",
        due_on=d.today + dt.timedelta(days=d.rng.randrange(0, 30)),
        method="银行转账",
        relief=relief,
        worth=d.rng.randrange(0, 5000) if relief in ("goods", "repair", "waiver") else 0,
        payers=payers,
        liability=liability,
    )


@act("AgreementReached")
def agree(d: Desk) -> list[Event]:
    if any(
        not may_settle(one) or shortcomings(one, d.today) for one in d.case.standing.representatives.values()
    ):
        return []
    if d.case.is_group():
        owed = obligations_of(d.case.members, "respondent")
        if not owed or any(o.due_on < d.today for o in owed):
            return []
        if not any(m.agrees() for m in d.case.present_members() if m.plan and m.plan.relief != "nothing"):
            return []
        duties = owed
    else:
        duties = tuple(_duty(d, n + 1) for n in range(d.rng.randrange(1, 4)))
    letter = d.rng.random() < 0.7
    return [
        make(
            "AgreementReached",
            agreed_on=d.today,
            terms="退还维修费",
            obligations=duties,
            instrument="letter" if letter else "none",
            no_letter_reason="" if letter else "both_agreed",
        )
    ]


@act("SettlementReached")
def settle_privately(d: Desk) -> list[Event]:
    if d.case.is_group() or d.case.standing.representatives:
        return []
    duties = tuple(_duty(d, n + 1) for n in range(d.rng.randrange(1, 3)))
    return [make("SettlementReached", agreed_on=d.today, terms="各让一步", obligations=duties, helper="站长")]


@act("MediationTerminated")
def terminate(d: Desk) -> list[Event]:
    grounds = [g.code for g in d.rules.termination_grounds if g.code != d.rules.expiry_ground]
    due = d.limit()
    if due is not None and d.today > due:
        grounds.append(d.rules.expiry_ground)
    return [
        make(
            "MediationTerminated",
            decided_on=d.today,
            grounds=(d.rng.choice(grounds),),
            facts="双方分歧较大",
            by=BY,
        )
    ]


@act("ObligationPerformed")
def perform(d: Desk) -> list[Event]:
    return _performed(d, d.open_promises())


@act("record_late_performance")
def perform_late(d: Desk) -> list[Event]:
    return _performed(d, d.owing_promises())


def _performed(d: Desk, promises: list) -> list[Event]:  # type: ignore[type-arg]
    promises = [p for p in promises if p.owing()]
    if not promises or d.case.agreement.agreed_on > d.today:
        return []
    promise = d.rng.choice(promises)
    duty = promise.obligation
    if duty.kind != "money":
        return [make("ObligationPerformed", obligation_no=duty.no, on=d.today, done=True, relief=duty.worth)]
    rest, payer = promise.rest(), ""
    if duty.liability == "shares":
        left = {p.name: min(rest, p.share - promise.paid_by(p.name)) for p in duty.payers}
        payer = d.rng.choice([name for name, owed in left.items() if owed > 0])
        rest = left[payer]
    part = rest if d.rng.random() < 0.6 else d.rng.randrange(1, rest + 1)
    extra = part if duty.relief == "punitive" else 0
    return [
        make("ObligationPerformed", obligation_no=duty.no, on=d.today, amount=part, extra=extra, payer=payer)
    ]


@act("PaymentsRecorded")
def pay_list(d: Desk) -> list[Event]:
    promises = [p for p in d.owing_promises() if p.obligation.liability != "shares"]
    if not promises:
        return []
    lines = []
    for promise in d.rng.sample(promises, d.rng.randrange(1, len(promises) + 1)):
        duty = promise.obligation
        money = duty.kind == "money"
        amount = promise.rest() if money else 0
        lines.append(
            Payment(
                obligation_no=duty.no,
                amount=amount,
                done=not money,
                extra=amount if duty.relief == "punitive" else 0,
                relief=0 if money else duty.worth,
            )
        )
    return [make("PaymentsRecorded", payments=tuple(lines), on=d.today, by=BY)]


@act("ObligationWaived")
def waive(d: Desk) -> list[Event]:
    promises = d.owing_promises()
    if not promises or d.rng.random() < 0.5:
        return []
    promise = d.rng.choice(promises)
    duty = promise.obligation
    one = d.case.member(duty.payee) if duty.payee else None
    return [
        make(
            "ObligationWaived",
            obligation_no=duty.no,
            on=d.today,
            amount=d.rng.randrange(1, promise.rest() + 1) if duty.kind == "money" else 0,
            waived_by=one.member.name if one is not None else "本人",
            consent_on=d.today,
            method="phone",
            reason="本人表示放弃",
            by=BY,
        )
    ]


@act("ObligationUrged")
def urge(d: Desk) -> list[Event]:
    no = d.rng.choice(d.open_promises()).obligation.no
    return [make("ObligationUrged", obligation_no=no, on=d.today, method="phone", by=BY)]


@act("ObligationBreached")
def breach(d: Desk) -> list[Event]:
    late = [p for p in d.open_promises() if p.obligation.due_on < d.today]
    if not late:
        return []
    no = d.rng.choice(late).obligation.no
    return [make("ObligationBreached", obligation_no=no, on=d.today, facts="拒不付款", advice="可以起诉")]


@act("CaseReferred")
def refer(d: Desk) -> list[Event]:
    no = max((r.referred.no for r in d.case.referrals), default=0) + 1
    purpose = d.rng.choice(("mediation", "confirmation", "lawsuit", "arbitration", "enforcement"))
    return [
        make(
            "CaseReferred",
            no=no,
            purpose=purpose,
            body="江安县人民法院",
            on=d.today,
            by=BY,
            consented=purpose == "mediation",
        )
    ]


@act("ReferralAnswered")
def answer_referral(d: Desk) -> list[Event]:
    waiting = [r for r in d.case.referrals if not r.answers or r.answers[-1].outcome == "accepted"]
    no = d.rng.choice(waiting).referred.no
    outcome = d.rng.choice(("accepted", "refused", "confirmed", "judged", "withdrawn"))
    return [make("ReferralAnswered", no=no, on=d.today, outcome=outcome, by=BY)]


@act("RecusalRequested")
def ask_recusal(d: Desk) -> list[Event]:
    named = sorted(set(d.case.mediators()) - d.case.recused())
    if not named:
        return []
    no = len(d.case.recusals) + 1
    party, who = d.party(), (d.rng.choice(named),)
    return [make("RecusalRequested", no=no, party=party, mediators=who, reason="是亲戚", on=d.today, by=BY)]


@act("RecusalDecided")
def decide_recusal(d: Desk) -> list[Event]:
    pending = d.case.open_recusal()
    free = [m for m in MEDIATORS if m not in d.case.recused() and m not in pending.requested.mediators]
    granted = bool(free) and d.rng.random() < 0.5
    return [
        make(
            "RecusalDecided",
            no=pending.requested.no,
            granted=granted,
            reason="核实",
            replacement=(free[0],) if granted else (),
            decided_on=d.today,
            by="周所长",
        )
    ]


@act("MediationEntrusted")
def entrust(d: Desk) -> list[Event]:
    """委托调解 needs both sides (办法第19条)."""
    if d.rng.random() < 0.5:
        return []
    agreed = tuple(d.case.PARTIES)
    return [make("MediationEntrusted", to="青山镇人民调解委员会", agreed=agreed, on=d.today, by=BY)]


@act("EntrustedResult")
def entrusted_result(d: Desk) -> list[Event]:
    outcome = d.rng.choice(("agreed", "failed"))
    return [make("EntrustedResult", outcome=outcome, on=d.today, text="双方同意退款", by=BY)]


# ---- the group


@act("MembersJoined")
def join(d: Desk) -> list[Event]:
    if d.rng.random() < 0.3 or len(d.case.members) > 8:
        return []
    first = len(d.case.members) + 1
    people = tuple(
        Member(no=no, name=f"成员{no}", phone="13907925561", claim=d.rng.randrange(1, 10**6))
        for no in range(first, first + d.rng.randrange(2, 5))
    )
    return [make("MembersJoined", members=people, on=d.today, by=BY)]


@act("MemberAmended")
def amend_member(d: Desk) -> list[Event]:
    present = d.case.present_members()
    if not present:
        return []
    old = d.rng.choice(present).member
    new = Member(no=old.no, name=old.name, phone=old.phone, claim=d.rng.randrange(1, 10**6))
    return [] if new == old else [make("MemberAmended", member=new, on=d.today, by=BY, reason="核对单据")]


@act("MembersLeft")
def leave(d: Desk) -> list[Event]:
    free = [m for m in d.case.present_members() if not (d.case.phase == "agreed" and m.agrees())]
    if not free or d.rng.random() < 0.6:
        return []
    one = d.rng.choice(free)
    return [make("MembersLeft", nos=(one.member.no,), on=d.today, reason="withdrew", by=BY)]


@act("RepresentativesElected")
def elect(d: Desk) -> list[Event]:
    present = [m.member.no for m in d.case.present_members()]
    if not present:
        return []
    nos = tuple(d.rng.sample(present, min(2, len(present))))
    return [make("RepresentativesElected", nos=nos, on=d.today, by=BY, proof=PROOF)]


@act("MemberPlansSet")
def plan(d: Desk) -> list[Event]:
    plans = []
    for one in d.case.present_members():
        relief = d.rng.choice(("refund", "refund", "punitive", "goods", "transfer", "nothing"))
        until = d.today + dt.timedelta(days=d.rng.randrange(15, 60))
        if relief in ("refund", "punitive"):
            parts = tuple(
                Instalment(amount=d.rng.randrange(1, 10**5), due_on=until + dt.timedelta(days=30 * n))
                for n in range(d.rng.randrange(1, 3))
            )
        else:
            parts = () if relief == "nothing" else (Instalment(amount=0, due_on=until),)
        other = relief in ("goods", "transfer")
        plans.append(
            Plan(
                member=one.member.no,
                relief=relief,
                parts=parts,
                worth=d.rng.randrange(0, 9999) if other else 0,
                description="转到另一家门店" if other else "",
            )
        )
    return [make("MemberPlansSet", plans=tuple(plans), on=d.today, by=BY)] if plans else []


@act("MembersConsented")
def ask_members(d: Desk) -> list[Event]:
    asked = [
        m
        for m in d.case.present_members()
        if m.plan is not None and not (d.case.phase == "agreed" and m.agrees())
    ]
    if not asked:
        return []
    some = d.rng.sample(asked, d.rng.randrange(1, len(asked) + 1))
    agrees = d.rng.random() < 0.8
    nos = tuple(m.member.no for m in some)
    return [make("MembersConsented", nos=nos, agrees=agrees, on=d.today, method="phone", by=BY)]
