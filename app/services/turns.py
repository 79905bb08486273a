"""Wrong turns that write more than one event, or that first have to find what can be put right."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.dates import SHANGHAI
from app.domain.events import Event
from app.domain.kinds.complaint.checks import WAYS_OF_WITHDRAWING
from app.domain.kinds.complaint.events import ComplaintWithdrawn
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter import turns as t
from app.domain.matter.state import Matter
from app.domain.money import format_yuan
from app.domain.settlement.events import MediationTerminated
from app.domain.settlement.state import Settled
from app.services import casework, kinds, rulebook
from app.services.changes import Changes
from app.services.history.words import MATTERS, moment, party
from app.services.office import OpenOffice


def withdraw(
    office: OpenOffice,
    case_id: str,
    *,
    way: str,
    on: dt.date,
    method: str,
    by: str,
    note: str = "",
    version: int | None = None,
) -> Changes:
    """撤回 or 自行和解; an accepted complaint's mediation is terminated on that ground in the same step."""
    case = casework.load(office, case_id).as_a(Complaint)
    events: list[Event] = [ComplaintWithdrawn(way=way, on=on, method=method, by=by, note=note)]
    if case.phase == "accepted":
        rules = rulebook.rule_book("measures").by_id(case.rule_set)
        facts = f"{WAYS_OF_WITHDRAWING.get(way, '')}，{on.year}年{on.month}月{on.day}日提出。{note}".strip()
        ended = MediationTerminated(decided_on=on, grounds=(rules.withdrawal_ground,), facts=facts, by=by)
        events.append(ended)
    return casework.record(office, case_id, *events, version=version)


class Correctable(msgspec.Struct, frozen=True, kw_only=True):
    """One value of the record that can be put right. `key` tells it from the others; `shown` says it."""

    record: str
    field: str
    no: int
    item: int
    old: str
    shown: str

    @property
    def key(self) -> str:
        """record/field/no/item."""
        return f"{self.record}/{self.field}/{self.no}/{self.item}"


def correctable(case: Matter) -> list[Correctable]:
    """Amounts and days of payments, days of sessions and notices, the latest of each sort first."""
    found: list[Correctable] = []
    if isinstance(case, Settled):
        found += _payments(case)
        for session in reversed(case.sessions):
            shown = f"第 {session.no} 次调解的时间：{moment(session.started_at)}"
            old = session.started_at.isoformat()
            number = session.no
            found.append(Correctable(record=t.SESSION, field="at", no=number, item=0, old=old, shown=shown))
    kind = kinds.kind_of_case(case)
    for number, notice in reversed(list(enumerate(case.notices, 1))):
        told = f"告知{party(kind, notice.party)}{MATTERS.get(notice.matter, notice.matter)}"
        shown = f"{told}的时间：{moment(notice.at)}"
        old = notice.at.isoformat()
        found.append(Correctable(record=t.NOTICE, field="at", no=number, item=0, old=old, shown=shown))
    return found


def _payments(case: Settled) -> list[Correctable]:
    found = []
    for promise in case.agreement.promises if case.agreement is not None else []:
        for item, payment in reversed(list(enumerate(promise.performances, 1))):
            number = promise.obligation.no
            which = f"第 {number} 项第 {item} 笔"
            if promise.obligation.kind == "money":
                amount = f"{which}收款金额：{format_yuan(payment.amount)} 元（{payment.on}）"
                found.append(
                    Correctable(
                        record=t.PAYMENT,
                        field="amount",
                        no=number,
                        item=item,
                        old=str(payment.amount),
                        shown=amount,
                    )
                )
            found.append(
                Correctable(
                    record=t.PAYMENT,
                    field="on",
                    no=number,
                    item=item,
                    old=payment.on.isoformat(),
                    shown=f"{which}收款日期：{payment.on}",
                )
            )
    return found


def correct(
    office: OpenOffice,
    case_id: str,
    wrong: Correctable,
    new: int | dt.date | dt.datetime,
    *,
    reason: str,
    by: str,
    version: int | None = None,
) -> Changes:
    """Put one value right; the old one stays in the record. `new` in cents, or a date, or a moment."""
    if isinstance(new, dt.datetime):
        text = new.astimezone(SHANGHAI).isoformat()
    else:
        text = new.isoformat() if isinstance(new, dt.date) else str(new)
    event = t.FactCorrected(
        record=wrong.record,
        field=wrong.field,
        no=wrong.no,
        item=wrong.item,
        old=wrong.old,
        new=text,
        reason=reason,
        on=office.clock.today(),
        by=by,
    )
    return casework.record(office, case_id, event, version=version)
