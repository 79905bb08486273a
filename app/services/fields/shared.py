"""Values for papers that are the same in every kind: office, sheet, grounds, session, agreement.

The template decides what is printed; this only gives names to facts. A value that is not known is
"" or None, and the template decides whether it may stay blank.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from app.domain.dates import SHANGHAI, format_cn
from app.domain.matter.state import Decision, Matter
from app.domain.money import capital, format_yuan
from app.domain.office import Office
from app.domain.rules import Ground, RuleSet
from app.domain.settlement.facts import LIABILITIES, SHARES, Obligation
from app.domain.settlement.state import Agreement, Settled
from app.services import rulebook
from app.services.labels import label

C = TypeVar("C", bound=Matter)
Fields = dict[str, Any]
OUTCOME_TEXT = {
    "agreed": "双方达成一致，协议内容见调解协议。",
    "continue": "双方未达成一致，同意择日继续调解。",
    "failed": "双方未能达成一致。",
}


@dataclass(frozen=True, kw_only=True)
class PaperWanted(Generic[C]):
    """One paper to be filled. `to` is its addressee among the parties, `session_no` 0 when it has none.

    `unsealed`: it may show a party whose identity is sealed.
    """

    office: Office
    case: C
    rules: RuleSet
    paper: str
    to: str = ""
    session_no: int = 0
    unsealed: bool = False


def office_fields(office: Office, identity: str = "") -> Fields:
    """The office that makes the paper; `bureau` is whose name and seal it carries (办法第19、30条)."""
    own_name = rulebook.identities().in_name_of_office(identity)
    return {
        "office": {
            "name": office.name,
            "bureau": office.name if own_name else office.bureau,
            "code": office.code,
            "phone": office.phone,
            "address": office.address,
        }
    }


def ground_fields(grounds: tuple[Ground, ...], decision: Decision | None) -> Fields:
    """The printed list of grounds with the chosen ones marked, and their numerals for 第〔　〕项."""
    chosen = decision.grounds if decision is not None else ()
    return {
        "grounds": [{"label": g.label, "text": g.text, "chosen": g.code in chosen} for g in grounds],
        "chosen_labels": "、".join(g.label.strip("（）") for g in grounds if g.code in chosen),
    }


def session_fields(case: Settled, number: int) -> Fields:
    """One session as arranged and as held; what was held wins over what was arranged."""
    schedule = next((s for s in case.schedules if s.no == number), None)
    held = next((s for s in case.sessions if s.no == number), None)
    source = held or schedule
    if source is None:
        raise ValueError(f"session {number} is not in the case")
    at = held.started_at if held else (schedule.at if schedule else None)
    return {
        "session": {
            "no": number,
            "at": at.astimezone(SHANGHAI) if at else None,
            "ended_at": held.ended_at.astimezone(SHANGHAI) if held and held.ended_at else None,
            "place": source.place,
            "mode": label("session_modes", source.mode),
            "mediators": list(source.mediators),
            "recorder": held.recorder if held else "",
            "attendees": held.attendees if held else "",
            "text": held.text if held else "",
            "outcome": OUTCOME_TEXT[held.outcome] if held else "",
            "bring": schedule.bring if schedule else "",
            "recusal_days": schedule.recusal_days if schedule else None,
        }
    }


def agreement_fields(case: Settled) -> Fields:
    """The agreement: its text, and one sentence per obligation with the amount in figures and in words."""
    agreement = case.agreement
    if agreement is None:
        return {"agreement": {"text": "", "terms": [], "on": None}}
    return {
        "agreement": {
            "text": agreement.terms,
            "terms": [
                *(
                    obligation_sentence(p.obligation, case.PARTIES)
                    for p in agreement.promises
                    if not p.obligation.payee
                ),
                *filter(None, (members_sentence(case, agreement),)),
            ],
            "on": agreement.agreed_on,
        }
    }


def members_sentence(case: Settled, agreement: Agreement) -> str:
    """What an agreement says of a group's members in one sentence; each of them stands in the list."""
    owed = [promise for promise in agreement.binding() if promise.obligation.payee]
    if not owed:
        return ""
    people = len({promise.obligation.payee for promise in owed})
    total = sum(promise.obligation.amount for promise in owed)
    last = max(promise.obligation.due_on for promise in owed)
    payer = case.PARTIES[owed[0].obligation.obligor]
    money = f"，付款合计人民币{format_yuan(total)}元（大写：{capital(total)}）" if total else ""
    return (
        f"{payer}于{format_cn(last)}前向附表所列经本人同意的{people}名投诉人履行{money}；"
        "各人的金额、方式和期限见所附成员名单和退费时间表。未在附表的成员不受本协议约束。"
    )


def obligation_sentence(duty: Obligation, parties: Mapping[str, str]) -> str:
    """One obligation as an agreement says it: who, by when, what, how. `parties` are codes with names."""
    who = parties[duty.obligor]
    if duty.payers:
        shares = duty.liability == SHARES
        named = [p.name + (f"（{format_yuan(p.share)}元）" if shares else "") for p in duty.payers]
        who = f"{'、'.join(named)}{LIABILITIES.get(duty.liability, '')}"
    by = f"{duty.due_on.year}年{duty.due_on.month}月{duty.due_on.day}日前"
    if duty.kind == "money":
        other = "、".join(name for party, name in parties.items() if party != duty.obligor)
        reason = f"（{duty.description}）" if duty.description else ""
        reason = f"（加倍赔偿）{reason}" if duty.relief == "punitive" else reason
        money = f"人民币{format_yuan(duty.amount)}元（大写：{capital(duty.amount)}）"
        return f"{who}于{by}以{duty.method}方式向{other}支付{money}{reason}。"
    worth = f"（折价人民币{format_yuan(duty.worth)}元）" if duty.worth else ""
    return f"{who}于{by}以{duty.method}方式履行：{duty.description}{worth}。"


def paper_fields(
    *, number: str, issued_on: dt.date | None, addressee: str, contact: str, contact_phone: str
) -> Fields:
    """What belongs to the sheet of paper itself."""
    return {
        "paper": {
            "number": number or None,
            "issued_on": issued_on,
            "addressee": addressee,
            "contact": contact,
            "contact_phone": contact_phone,
        }
    }
