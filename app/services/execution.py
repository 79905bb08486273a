"""执行: performance counted by the declared rule, giving up, going on to a court, complaining again.

Who writes a performance need not know how it counts: `perform` looks it up, so that window, command line and
lists cannot differ.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

import msgspec

from app.domain.kinds.complaint.facts import Registration
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.facts import Attachment, Origin
from app.domain.matter.state import next_no
from app.domain.settlement.events import CaseReferred, ObligationPerformed
from app.domain.settlement.facts import Obligation
from app.domain.settlement.relief import RecoveryRule, parse_recovery_rule
from app.domain.settlement.state import Settled
from app.services import casework, linking
from app.services.changes import Changes
from app.services.new_case import Registered
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.system import resources

RECOMPLAINT = "recomplaint"


@cache
def recovery_rule() -> RecoveryRule:
    """The declared rule of 挽回经济损失 (resources/rules/recovery.toml)."""
    return parse_recovery_rule(resources.read_text("resources/rules/recovery.toml"))


def counted(duty: Obligation, amount: int) -> tuple[int, int]:
    """How much of a performance is 加倍赔偿, and what it counts for without money, in cents."""
    if duty.kind == "money":
        return (amount if duty.relief == "punitive" else 0), 0
    return 0, recovery_rule().counted(duty.relief, duty.worth)


def perform(
    office: OpenOffice,
    case_id: str,
    *,
    obligation_no: int,
    on: dt.date,
    amount: int = 0,
    done: bool = False,
    payer: str = "",
    note: str = "",
    proof: Attachment | None = None,
    version: int | None = None,
) -> Changes:
    """Record that money came (cents) or goods or an act were given, also after it was declared broken."""
    agreement = casework.load(office, case_id).as_a(Settled).agreement
    promise = agreement.promise(obligation_no) if agreement is not None else None
    extra, relief = counted(promise.obligation, amount) if promise is not None else (0, 0)
    event = ObligationPerformed(
        obligation_no=obligation_no,
        on=on,
        amount=amount,
        done=done,
        note=note,
        proof=proof,
        extra=extra,
        relief=relief,
        payer=payer,
    )
    return casework.record(office, case_id, event, version=version)


def refer(
    office: OpenOffice,
    case_id: str,
    *,
    purpose: str,
    body: str,
    on: dt.date,
    by: str,
    consented: bool = False,
    number: str = "",
    note: str = "",
    version: int | None = None,
) -> Changes:
    """诉调对接: write down where the parties went on to."""
    case = casework.load(office, case_id).as_a(Settled)
    event = CaseReferred(
        no=next_no(referral.referred.no for referral in case.referrals),
        purpose=purpose,
        body=body.strip(),
        on=on,
        by=by,
        consented=consented,
        number=number.strip(),
        note=note.strip(),
    )
    return casework.record(office, case_id, event, version=version)


def complain_again(
    office: OpenOffice, case_id: str, *, received_on: dt.date, channel: str, facts: str
) -> Registered:
    """A new complaint about an agreement that was broken, by the same person, tied to the earlier case.

    Both or neither is written. The sum in dispute is what is still owed under the broken agreement.
    """
    earlier = casework.load(office, case_id).as_a(Complaint)
    rest = earlier.agreement.rest() if earlier.agreement is not None else 0
    deal = msgspec.structs.replace(
        earlier.deal, facts=facts, amount=rest or earlier.deal.amount, demand_note="履行此前达成的调解协议"
    )
    form = Registration(
        origin=Origin(channel=channel, received_on=received_on, on_site=channel == "visit"),
        complainant=earlier.complainant,
        respondent=earlier.respondent,
        deal=deal,
    )
    with office.store.transaction():
        made = register_complaint(office, form)
        linking.link(office, RECOMPLAINT, case_id, made.case_id, note="此前的调解协议未履行")
    return made
