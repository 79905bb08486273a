"""What a group and the keeping of an agreement say to their papers: election, schedule, receipt."""

from __future__ import annotations

from typing import TypeVar

from app.domain.money import capital, format_yuan
from app.domain.settlement.state import Agreement, Promise, Settled
from app.services.execution import recovery_rule
from app.services.fields.shared import Fields, PaperWanted
from app.services.member_list import relief_word

S = TypeVar("S", bound=Settled)
PAPERS = ("member_election", "member_schedule", "performance_receipt")


def member_fields(wanted: PaperWanted[S]) -> Fields:
    """The fields of the three papers; nothing for others."""
    case = wanted.case
    if wanted.paper == "member_election":
        return _election(case)
    if case.agreement is None:
        return {}
    if wanted.paper == "member_schedule":
        return _schedule(case, case.agreement)
    return _receipt(case, case.agreement) if wanted.paper == "performance_receipt" else {}


def _election(case: Settled) -> Fields:
    elected = case.election
    names = [
        one.member.name for no in (elected.nos if elected else ()) if (one := case.member(no)) is not None
    ]
    return {
        "group": {
            "people": len(case.present_members()),
            "representatives": "、".join(names),
            "elected_on": elected.on if elected is not None else None,
        },
        "members": [
            {"no": one.member.no, "name": one.member.name, "phone": one.member.phone}
            for one in case.present_members()
        ],
    }


def _schedule(case: Settled, agreement: Agreement) -> Fields:
    lines = case.member_lines()
    sums = case.member_totals()
    outside = [line.standing.member.name for line in lines if line.standing.present() and not line.bound]
    rule = recovery_rule()
    return {
        "group": {
            "agreed_on": agreement.agreed_on,
            "bound": sum(line.bound for line in lines),
            "total": format_yuan(sums.agreed),
            "total_capital": capital(sums.agreed),
            "paid": format_yuan(sums.paid),
            "waived": format_yuan(sums.waived),
            "rest": format_yuan(sums.rest),
            "worth": format_yuan(sums.worth),
            "rule": f"{rule.statement}{rule.worth_statement}",
            "outside": "、".join(outside),
        },
        "schedule": [
            {
                "no": promise.obligation.payee,
                "name": _name(case, promise),
                "what": _what(promise),
                "due": promise.obligation.due_on.isoformat(),
                "paid": _paid(promise),
                "rest": format_yuan(promise.rest()) if promise.obligation.kind == "money" else "",
            }
            for promise in agreement.binding()
            if promise.obligation.payee
        ],
    }


def _receipt(case: Settled, agreement: Agreement) -> Fields:
    rule = recovery_rule()
    done = [(one, promise) for promise in agreement.promises for one in promise.performances]
    done.sort(key=lambda pair: (pair[0].on, pair[1].obligation.no))
    return {
        "performance": {
            "agreed_on": agreement.agreed_on,
            "total": format_yuan(agreement.paid()),
            "total_capital": capital(agreement.paid()),
            "extra": format_yuan(agreement.extra()),
            "worth": format_yuan(agreement.relief()),
            "rest": format_yuan(agreement.rest()),
            "rule": f"{rule.statement}{rule.extra_statement}{rule.worth_statement}",
        },
        "performances": [
            {
                "on": one.on.isoformat(),
                "who": _name(case, promise),
                "what": f"付款 {format_yuan(one.amount)} 元"
                if one.amount
                else promise.obligation.description,
            }
            for one, promise in done
        ],
    }


def _name(case: Settled, promise: Promise) -> str:
    duty = promise.obligation
    one = case.member(duty.payee) if duty.payee else None
    if one is not None:
        return one.member.name
    return "、".join(name for party, name in case.party_names().items() if party != duty.obligor)


def _what(promise: Promise) -> str:
    duty = promise.obligation
    if duty.kind == "money":
        words = f"{relief_word(duty.relief)}{format_yuan(duty.amount)}元" if duty.relief else "付款"
        return f"{words}（{duty.description}）" if duty.description else words
    worth = f"（折价{format_yuan(duty.worth)}元）" if duty.worth else ""
    return f"{duty.description}{worth}"


def _paid(promise: Promise) -> str:
    if promise.obligation.kind == "money":
        return format_yuan(promise.paid())
    settled = promise.settled_on()
    return "已履行" if settled is not None else "未履行"
