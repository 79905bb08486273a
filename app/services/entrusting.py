"""委托调解 of a complaint (办法第19条): to the committee of this office or to a body outside, and back."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.errors import UserError
from app.domain.kinds.complaint.state import Complaint
from app.domain.kinds.dispute.facts import Application, Delegate, Disputant, Quarrel, Side
from app.domain.kinds.dispute.state import DisputeCase
from app.domain.matter.facts import Origin
from app.domain.money import format_yuan
from app.domain.settlement.entrusting import EntrustedResult, MediationEntrusted
from app.services import casework, dispute, linking
from app.services.changes import Changes
from app.services.labels import labels
from app.services.office import OpenOffice

RELATION = "entrusted"


def entrust(
    office: OpenOffice,
    case_id: str,
    given: MediationEntrusted,
    *,
    open_dispute: bool = False,
    version: int | None = None,
) -> Changes:
    """Give the mediation of a complaint away; with `open_dispute` this office's own committee takes it.

    Then the dispute is registered and tied to the complaint in the same transaction. Raises UserError when
    the office has no committee, and what the rules of the complaint raise.
    """
    if not open_dispute:
        return casework.record(office, case_id, given, version=version)
    if not office.office.committee.name:
        raise UserError(
            "本单位还没有填写人民调解委员会，请先在“设置”里填写，或者不勾选“由本单位登记”，只记录委托。"
        )
    with office.store.transaction():
        case = casework.load(office, case_id).as_a(Complaint)
        made = dispute.register_dispute(office, application_of(office, case, given.on))
        named = msgspec.structs.replace(given, other=made.case_id, number=made.number)
        casework.record(office, case_id, named, version=version)
        linking.link(office, RELATION, case_id, made.case_id)
    return Changes.CASES


def application_of(office: OpenOffice, case: Complaint, on: dt.date) -> Application:
    """The dispute as the committee gets it: the same people, the same facts, sent by the regulator."""
    person, shop, deal = case.complainant, case.respondent, case.deal
    wanted = "；".join(filter(None, (labels("demands", deal.demands), deal.demand_note)))
    return Application(
        origin=Origin(
            channel=case.origin.channel if case.origin is not None else "visit",
            received_on=on,
            external_no=case.number,
            source=office.office.bureau or office.office.name,
        ),
        applicant=Side(
            people=(
                Disputant(
                    name=person.name,
                    phone=person.phone,
                    id_type=person.id_type,
                    id_no=person.id_no,
                    address=person.address,
                ),
            ),
            delegate=Delegate(),
        ),
        respondent=Side(
            people=(
                Disputant(
                    name=shop.name,
                    phone=shop.phone,
                    address=shop.address,
                    credit_code=shop.credit_code,
                    legal_rep=shop.legal_rep,
                ),
            )
        ),
        quarrel=Quarrel(
            came="agency",
            sort="consumer",
            facts=deal.facts or f"与{shop.name}的消费纠纷",
            wanted=(wanted,) if wanted else (),
            amount=deal.amount,
        ),
    )


def reported(office: OpenOffice, case_id: str) -> EntrustedResult | None:
    """What the committee of this office has to report by now; None while it mediates, or is outside."""
    given = casework.load(office, case_id).as_a(Complaint).entrusted()
    if given is None or not given.given.other:
        return None
    found = casework.load(office, given.given.other).as_a(DisputeCase)
    today, by = office.clock.today(), office.operator.name
    agreement = found.agreement
    if agreement is not None and found.effective_on() is not None:
        money = f"，付款合计 {format_yuan(agreement.total())} 元" if agreement.total() else ""
        text = f"{found.number}：达成调解协议{money}。{agreement.terms}"
        return EntrustedResult(outcome="agreed", on=today, text=text, by=by)
    ended = found.termination or found.refusal
    if ended is not None:
        return EntrustedResult(
            outcome="failed", on=today, text=f"{found.number}：调解不成。{ended.facts}", by=by
        )
    return None
