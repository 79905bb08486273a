"""One case told in full: as an object for programs, as text for people."""

from __future__ import annotations

from typing import Any

from app.cli.output import plain
from app.domain.casefile import DeadlineRow
from app.domain.clocks import days_left
from app.domain.hour_clocks import minutes_left
from app.domain.matter.state import Decision, Matter
from app.domain.procedure import Choice
from app.domain.settlement.state import Agreement, Settled
from app.services import papers, particulars, timeline
from app.services.casework import CaseView
from app.services.kinds import procedure_of
from app.services.ledger import OUTCOMES
from app.services.office import OpenOffice


def as_object(office: OpenOffice, view: CaseView) -> dict[str, Any]:
    """The case as plain data with stable keys; money in cents under `…_cents`."""
    case, kind = view.case, view.kind
    origin, shown, stage = case.origin, kind.show(case), kind.stage(case)
    return {
        "kind": kind.name,
        "kind_label": kind.label,
        "id": case.id,
        "number": case.number,
        "external_no": origin.external_no if origin else "",
        "rule_set": case.rule_set,
        "phase": case.phase,
        "phase_label": kind.phases[case.phase],
        "stage": stage,
        "stage_label": procedure_of(kind).stage_label(stage),
        "round": case.round,
        "outcome": case.outcome,
        "outcome_label": OUTCOMES.get(case.outcome, ""),
        "received_on": plain(origin.received_on) if origin else None,
        "closed_on": plain(case.closed_on),
        "filed_on": plain(case.filed_on),
        "version": view.version,
        "amount_cents": shown.amount,
        "promised_cents": shown.promised,
        "recovered_cents": shown.recovered,
        "alert": case.alert_level(),
        "holder": case.holder,
        "links": plain(case.links),
        "origin": plain(origin),
        **_own(case.without_secrets()),
        **_settlement(case),
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


def _own(case: Matter) -> dict[str, Any]:
    """What only this kind knows: its facts by their names, its decisions with grounds together."""
    shared = set((Settled if isinstance(case, Settled) else Matter).__struct_fields__)
    own = {name: getattr(case, name) for name in case.__struct_fields__ if name not in shared}
    decisions = {name: own.pop(name) for name in _DECISIONS if name in own}
    termination = {"termination": case.termination} if isinstance(case, Settled) else {}
    facts = {name: plain(value) for name, value in own.items() if not isinstance(value, Decision)}
    return {**facts, "decisions": plain({**decisions, **termination})}


_DECISIONS = ("acceptance", "refusal")


def _settlement(case: Matter) -> dict[str, Any]:
    if not isinstance(case, Settled):
        return {}
    return {
        "accepted_on": plain(case.accepted_on),
        "agreement": _agreement(case.agreement),
        "past_agreements": [_agreement(agreement) for agreement in case.past_agreements],
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
    timed = row.due_at if row.done_on is None else None
    minutes = minutes_left(timed, office.clock.now()) if timed is not None else None
    return {
        "rule": row.clock,
        "label": row.label,
        "unit": row.unit,
        "from": plain(row.starts_on),
        "due": plain(row.due_on),
        "remind": plain(row.remind_on),
        "done_on": plain(row.done_on),
        "days_left": left,
        "due_at": plain(row.due_at),
        "minutes_left": minutes,
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
    case, kind = view.case, view.kind
    stage = procedure_of(kind).stage_label(kind.stage(case))
    lines = [
        f"{case.number}　{kind.phases[case.phase]}　{stage}阶段　第 {case.round} 轮",
        *[f"{name}　{value}" for name, value in particulars.of(case) if value],
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


def _deadline_line(row: DeadlineRow) -> str:
    due = f"{row.due_on}{'（暂定）' if row.provisional else ''}" if row.due_on else "暂停计算"
    done = f"，{row.done_on} 已办" if row.done_on else ""
    return f"{row.label}　{due}{done}　{row.explanation}依据：{row.basis}"
