"""What lists, search and the look for duplicates know of a case, whatever its kind."""

from __future__ import annotations

import msgspec

from app.domain.casefile import CaseRow, DeadlineRow
from app.domain.matter.state import Matter

_STATE = msgspec.json.Encoder(order="deterministic")


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What a kind tells of one case. Money in cents.

    `complainant` is the one who brought it (投诉人, 举报人, 申请人, 信访人), `respondent` the other side;
    `subject` what it is about in a few words, `story` in full: likeness is judged by it. `names`, `numbers`,
    `phones` and `texts` are what the case is found by, besides its own number and that of its work order.
    `sealed`: `complainant` stands for somebody whose name is kept back, so it says nothing of who they are.
    """

    complainant: str = ""
    phone: str = ""
    id_no: str = ""
    respondent: str = ""
    category: str = ""
    problem: str = ""
    amount: int | None = None
    subject: str = ""
    story: str = ""
    promised: int = 0
    recovered: int = 0
    extra: int = 0
    relief: int = 0
    sealed: bool = False
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def case_row(
    case: Matter,
    shown: Shown,
    *,
    kind: str,
    serial: int,
    stage: str,
    is_open: bool,
    next_action: str,
    urgent: DeadlineRow | None,
    deadlines: tuple[DeadlineRow, ...],
) -> CaseRow:
    """The projected row of a registered case. `serial` is its number within its series and year."""
    origin = case.origin
    if origin is None:
        raise ValueError(f"a {kind} without registration cannot be summarised")
    return CaseRow(
        case_id=case.id,
        kind=kind,
        number=case.number,
        serial=serial,
        external_no=origin.external_no,
        channel=origin.channel,
        source=origin.source,
        rule_set=case.rule_set,
        phase=case.phase,
        stage=stage,
        is_open=is_open,
        round=case.round,
        received_on=origin.received_on,
        complainant=shown.complainant,
        complainant_phone=shown.phone,
        respondent=shown.respondent,
        category=shown.category,
        problem=shown.problem,
        amount=shown.amount,
        promised=shown.promised,
        recovered=shown.recovered,
        outcome=case.outcome,
        closed_on=case.closed_on,
        filed_on=case.filed_on,
        next_action=next_action,
        due_on=urgent.due_on if urgent else None,
        due_clock=urgent.clock if urgent else "",
        due_provisional=urgent.provisional if urgent else False,
        due_unit=urgent.unit if urgent else "day",
        deadlines=deadlines,
        search_texts=_search_texts(case, shown, origin.external_no),
        attachments=(*(a.sha256 for a in case.attachments()), *(p.sha256 for p in case.papers)),
        state=_STATE.encode(case).decode("utf-8"),
        subject=shown.subject,
        identity=case.identity,
        holder=case.holder,
        alert=case.alert_level(),
        members=case.people(),
        linked=len(case.links),
        conflicts=len(case.conflicts),
        extra=shown.extra,
        relief=shown.relief,
    )


def _search_texts(case: Matter, shown: Shown, external_no: str) -> dict[str, tuple[str, ...]]:
    return {
        "name": tuple(filter(None, shown.names)),
        "number": tuple(filter(None, (case.number, external_no, *shown.numbers))),
        "phone": tuple(filter(None, shown.phones)),
        "text": tuple(filter(None, shown.texts)),
    }
