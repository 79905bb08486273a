"""What lists, search and statistics show of a complaint."""

from __future__ import annotations

import msgspec

from app.domain.casefile import CaseRow, DeadlineRow
from app.domain.kinds.complaint.actions import next_step, stage
from app.domain.kinds.complaint.state import Complaint
from app.domain.kinds.complaint.timing import most_urgent
from app.domain.procedure import Procedure

_STATE = msgspec.json.Encoder(order="deterministic")


def summarise(
    case: Complaint, serial: int, procedure: Procedure, deadlines: tuple[DeadlineRow, ...]
) -> CaseRow:
    """The projected row. `serial` is the case's number within its series and year."""
    origin = case.origin
    if origin is None:
        raise ValueError("a complaint without registration cannot be summarised")
    step = next_step(procedure, case)
    urgent = most_urgent(case, deadlines)
    agreement = case.agreement
    return CaseRow(
        case_id=case.id,
        kind="complaint",
        number=case.number,
        serial=serial,
        external_no=origin.external_no,
        channel=origin.channel,
        source=origin.source,
        rule_set=case.rule_set,
        phase=case.phase,
        stage=stage(case),
        is_open=case.phase not in ("closed", "filed", "void"),
        round=case.round,
        received_on=origin.received_on,
        complainant=case.complainant.name,
        complainant_phone=case.complainant.phone,
        respondent=case.respondent.name,
        category=case.deal.category,
        problem=case.deal.problem,
        amount=case.deal.amount,
        promised=agreement.total() if agreement else 0,
        recovered=case.recovered(),
        outcome=case.outcome,
        closed_on=case.closed_on,
        filed_on=case.filed_on,
        next_action=step.label if step else "",
        due_on=urgent.due_on if urgent else None,
        due_clock=urgent.clock if urgent else "",
        due_provisional=urgent.provisional if urgent else False,
        due_unit=urgent.unit if urgent else "day",
        subject=case.deal.goods,
        deadlines=deadlines,
        search_texts=_search_texts(case),
        attachments=(*(a.sha256 for a in case.attachments()), *(p.sha256 for p in case.papers)),
        state=_STATE.encode(case).decode("utf-8"),
    )


def _search_texts(case: Complaint) -> dict[str, tuple[str, ...]]:
    origin = case.origin
    external = origin.external_no if origin else ""
    names = (
        case.complainant.name,
        case.complainant.agent_name,
        case.respondent.name,
        case.respondent.contact,
        case.respondent.legal_rep,
    )
    phones = (
        case.complainant.phone,
        case.complainant.agent_phone,
        case.respondent.phone,
        case.complainant.id_no,
        case.respondent.credit_code,
    )
    texts = (
        case.deal.facts,
        case.deal.goods,
        case.deal.demand_note,
        case.complainant.address,
        case.respondent.address,
    )
    return {
        "name": tuple(n for n in names if n),
        "number": tuple(n for n in (case.number, external) if n),
        "phone": tuple(p for p in phones if p),
        "text": tuple(t for t in texts if t),
    }
