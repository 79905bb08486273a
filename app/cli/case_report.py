"""One case told in full: as an object for programs, as text for people."""

from __future__ import annotations

from typing import Any

from app.cli.output import plain, yuan
from app.domain.casefile import DeadlineRow
from app.domain.clocks import days_left
from app.domain.kinds.complaint.actions import stage
from app.domain.kinds.complaint.state import PHASES, STAGES, Agreement, Complaint
from app.domain.procedure import Choice
from app.services import papers, timeline
from app.services.casework import CaseView
from app.services.labels import label, labels
from app.services.ledger import OUTCOMES
from app.services.office import OpenOffice


def as_object(office: OpenOffice, view: CaseView) -> dict[str, Any]:
    """The case as plain data with stable keys; money in cents under `…_cents`."""
    case = view.case
    origin = case.origin
    return {
        "id": case.id,
        "number": case.number,
        "external_no": origin.external_no if origin else "",
        "rule_set": case.rule_set,
        "phase": case.phase,
        "phase_label": PHASES[case.phase],
        "stage": stage(case),
        "stage_label": STAGES[stage(case)],
        "round": case.round,
        "outcome": case.outcome,
        "outcome_label": OUTCOMES.get(case.outcome, ""),
        "received_on": plain(origin.received_on) if origin else None,
        "accepted_on": plain(case.accepted_on),
        "closed_on": plain(case.closed_on),
        "filed_on": plain(case.filed_on),
        "version": view.version,
        "amount_cents": case.deal.amount,
        "promised_cents": case.agreement.total() if case.agreement else 0,
        "recovered_cents": case.recovered(),
        "origin": plain(origin),
        "complainant": plain(case.complainant),
        "respondent": plain(case.respondent),
        "deal": plain(case.deal),
        "decisions": plain(
            {
                "acceptance": case.acceptance,
                "refusal": case.refusal,
                "termination": case.termination,
            }
        ),
        "agreement": _agreement(case.agreement),
        "past_agreements": [_agreement(agreement) for agreement in case.past_agreements],
        "deadlines": [deadline_object(office, row) for row in view.deadlines],
        "next_step": _choice(view.next_step),
        "choices": [_choice(choice) for choice in view.choices],
        "papers": plain(case.papers),
        "printable": [
            {"paper": order.paper, "to": order.to, "session": order.session_no, "label": name, "reason": why}
            for order, name, why in papers.orders(office, view)
        ],
        "history": [
            {"at": plain(entry.recorded_at), "by": entry.by, "title": entry.title, "detail": entry.detail}
            for entry in timeline.entries(office, view)
        ],
    }


def _agreement(agreement: Agreement | None) -> dict[str, Any] | None:
    if agreement is None:
        return None
    return {
        "agreed_on": plain(agreement.agreed_on),
        "terms": agreement.terms,
        "instrument": agreement.instrument,
        "total_cents": agreement.total(),
        "recovered_cents": agreement.recovered(),
        "obligations": [
            {
                **plain(promise.obligation),
                "paid_cents": promise.paid(),
                "settled": promise.settled(),
                "settled_on": plain(promise.settled_on()),
                "breach": promise.breach,
                "performances": plain(promise.performances),
                "urgings": plain(promise.urgings),
            }
            for promise in agreement.promises
        ],
    }


def deadline_object(office: OpenOffice, row: DeadlineRow) -> dict[str, Any]:
    """One clock of a case with its date, reasons and basis; `days_left` None when met or standing."""
    left = None if row.done_on else days_left(row, office.clock.today(), office.calendar)
    return {
        "rule": row.clock,
        "label": row.label,
        "unit": row.unit,
        "from": plain(row.starts_on),
        "due": plain(row.due_on),
        "remind": plain(row.remind_on),
        "done_on": plain(row.done_on),
        "days_left": left,
        "provisional": row.provisional,
        "explanation": row.explanation,
        "basis": row.basis,
    }


def _choice(choice: Choice | None) -> dict[str, Any] | None:
    if choice is None:
        return None
    return {
        "name": choice.name,
        "label": choice.label,
        "stage": choice.stage,
        "basis": choice.basis,
        "allowed": choice.allowed,
        "reason": choice.reason,
    }


def as_text(office: OpenOffice, view: CaseView) -> str:
    """The case for a person at a terminal."""
    case = view.case
    lines = [
        f"{case.number}　{PHASES[case.phase]}　{STAGES[stage(case)]}阶段　第 {case.round} 轮",
        *_facts(case),
        "",
        "期限",
        *[f"  {_deadline_line(row)}" for row in view.deadlines],
        "",
        f"下一步　{view.next_step.label if view.next_step else '没有'}",
        "",
        "文书",
        *[f"  {name}{f'（{why}）' if why else ''}" for _, name, why in papers.orders(office, view)],
        "",
        "经过",
    ]
    lines += [
        f"  {entry.recorded_at:%Y-%m-%d %H:%M}  {entry.by}  {entry.title}  {entry.detail}"
        for entry in timeline.entries(office, view)
    ]
    return "\n".join(lines)


def _facts(case: Complaint) -> list[str]:
    origin, person, shop, deal = case.origin, case.complainant, case.respondent, case.deal
    pairs = [
        ("登记编号", origin.external_no if origin else ""),
        ("来源", label("channels", origin.channel) if origin else ""),
        ("收到日期", str(origin.received_on) if origin else ""),
        ("投诉人", "，".join(t for t in (person.name, person.phone, person.address) if t)),
        ("被投诉人", "，".join(t for t in (shop.name, shop.phone, shop.address) if t)),
        ("商品服务", "，".join(t for t in (deal.goods, label("goods_services", deal.category)) if t)),
        ("投诉请求", "；".join(t for t in (labels("demands", deal.demands), deal.demand_note) if t)),
        ("争议金额", f"{yuan(deal.amount)} 元" if deal.amount is not None else ""),
        ("协议金额", f"{yuan(case.agreement.total())} 元" if case.agreement else ""),
        ("挽回损失", f"{yuan(case.recovered())} 元" if case.recovered() else ""),
        ("事实依据", deal.facts),
    ]
    return [f"{name}　{value}" for name, value in pairs if value]


def _deadline_line(row: DeadlineRow) -> str:
    due = f"{row.due_on}{'（暂定）' if row.provisional else ''}" if row.due_on else "暂停计算"
    done = f"，{row.done_on} 已办" if row.done_on else ""
    return f"{row.label}　{due}{done}　{row.explanation}依据：{row.basis}"
