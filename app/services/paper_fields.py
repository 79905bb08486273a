"""What a case says to a paper: the values behind every field name of forms/papers.

The template decides what is printed; this module only gives names to facts. A value that is not known is
"" or None, and the template decides whether it may stay blank.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from app.domain.dates import SHANGHAI
from app.domain.kinds.complaint.facts import Obligation
from app.domain.kinds.complaint.state import Complaint, Decision
from app.domain.money import capital, format_yuan
from app.domain.office import Office
from app.domain.rules import Ground, RuleSet
from app.services.labels import label, labels

Fields = dict[str, Any]
OUTCOME_TEXT = {
    "agreed": "双方达成一致，协议内容见调解协议。",
    "continue": "双方未达成一致，同意择日继续调解。",
    "failed": "双方未能达成一致。",
}
PARTY_NAMES = {"complainant": "投诉人", "respondent": "被投诉人"}


def case_fields(office: Office, case: Complaint) -> Fields:
    """Everything of the case that does not depend on which paper is made."""
    if case.origin is None:
        raise ValueError("a complaint without registration has no papers")
    deal, person, shop = case.deal, case.complainant, case.respondent
    return {
        "office": {
            "name": office.name,
            "bureau": office.bureau,
            "code": office.code,
            "phone": office.phone,
            "address": office.address,
        },
        "case": {
            "number": case.number,
            "subject": subject(case),
            "facts": deal.facts,
            "demands": demands(case),
            "amount": format_yuan(deal.amount) if deal.amount is not None else "",
            "received_on": case.origin.received_on,
            "received_on_site": case.origin.on_site,
            "category": label("goods_services", deal.category),
        },
        "complainant": {
            "name": person.name,
            "phone": person.phone,
            "id_type": label("id_types", person.id_type),
            "id_no": person.id_no,
            "address": person.address,
            "publish_consent": person.publish_consent,
            "delegation_consent": person.delegation_consent,
            "agent_name": person.agent_name,
            "agent_phone": person.agent_phone,
        },
        "respondent": {
            "name": shop.name,
            "contact": shop.contact,
            "phone": shop.phone,
            "address": shop.address,
            "legal_rep": shop.legal_rep,
            "agent_name": shop.agent_name,
            "agent_phone": shop.agent_phone,
        },
    }


def subject(case: Complaint) -> str:
    """事由: whom and what about, short enough to stand in a sentence."""
    what = case.deal.goods or label("goods_services", case.deal.category)
    problem = label("problem_kinds", case.deal.problem)
    return (
        f"{case.respondent.name}{what}{problem}问题"
        if what or problem
        else f"与{case.respondent.name}消费争议"
    )


def demands(case: Complaint) -> str:
    """投诉请求 as one sentence."""
    chosen = labels("demands", case.deal.demands)
    return "；".join(part for part in (chosen, case.deal.demand_note) if part)


def ground_fields(grounds: tuple[Ground, ...], decision: Decision | None) -> Fields:
    """The printed list of grounds with the chosen ones marked, and their numerals for 第〔　〕项."""
    chosen = decision.grounds if decision is not None else ()
    return {
        "grounds": [{"label": g.label, "text": g.text, "chosen": g.code in chosen} for g in grounds],
        "chosen_labels": "、".join(g.label.strip("（）") for g in grounds if g.code in chosen),
    }


def session_fields(case: Complaint, number: int) -> Fields:
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


def agreement_fields(case: Complaint) -> Fields:
    """The agreement: its text, and one sentence per obligation with the amount in figures and in words."""
    agreement = case.agreement
    if agreement is None:
        return {"agreement": {"text": "", "terms": [], "on": None}}
    return {
        "agreement": {
            "text": agreement.terms,
            "terms": [obligation_sentence(p.obligation) for p in agreement.promises],
            "on": agreement.agreed_on,
        }
    }


def obligation_sentence(duty: Obligation) -> str:
    """One obligation as an agreement says it: who, by when, what, how."""
    who = PARTY_NAMES[duty.obligor]
    by = f"{duty.due_on.year}年{duty.due_on.month}月{duty.due_on.day}日前"
    if duty.kind == "money":
        other = "投诉人" if duty.obligor == "respondent" else "被投诉人"
        reason = f"（{duty.description}）" if duty.description else ""
        money = f"人民币{format_yuan(duty.amount)}元（大写：{capital(duty.amount)}）"
        return f"{who}于{by}以{duty.method}方式向{other}支付{money}{reason}。"
    return f"{who}于{by}以{duty.method}方式履行：{duty.description}。"


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


def all_fields(office: Office, case: Complaint, rules: RuleSet, paper_id: str, session_no: int) -> Fields:
    """Every field the papers of a complaint may name, for one paper."""
    fields = case_fields(office, case)
    if paper_id == "refusal_decision":
        fields |= ground_fields(rules.refusal_grounds, case.refusal)
    if paper_id == "termination_decision":
        fields |= ground_fields(rules.termination_grounds, case.termination)
    if session_no:
        fields |= session_fields(case, session_no)
    if paper_id == "mediation_letter":
        fields |= agreement_fields(case)
    return fields
