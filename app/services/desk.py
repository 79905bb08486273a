"""The 工作台: figures of today, the work in the order the law wants it done, this week's sessions."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.casefile import DeadlineRow
from app.domain.clocks import days_left
from app.domain.hour_clocks import minutes_left
from app.domain.matter.state import Matter
from app.domain.settlement.state import Settled
from app.services import kinds
from app.services.labels import label
from app.services.next_step import next_step_label
from app.services.office import OpenOffice
from app.store.queries.cases import LIST_COLUMNS, CaseFilter

_SESSION_CASES = 500


class DeskFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What the cards show. Money in cents; a due date in the past counts as overdue."""

    open: int
    due_today: int
    overdue: int
    awaiting_performance: int
    received_this_month: int
    recovered_this_year: int


class WorkItem(msgspec.Struct, frozen=True, kw_only=True):
    """One open case in the worklist. `days_left` is in `unit` (workday or day), negative when overdue,
    `minutes_left` the same for a period in hours,
    None when no clock runs; `what` names the clock. `alert`: 0 none, 1 attention, 2 danger."""

    case_id: str
    kind: str
    number: str
    complainant: str
    respondent: str
    subject: str
    phase: str
    alert: int
    holder: str
    what: str
    due_on: dt.date | None
    days_left: int | None
    minutes_left: int | None
    unit: str
    provisional: bool
    next_action: str


class SessionItem(msgspec.Struct, frozen=True, kw_only=True):
    """An arranged session that has not been held."""

    case_id: str
    number: str
    at: dt.datetime
    parties: str
    mode: str
    place: str


def figures(office: OpenOffice) -> DeskFigures:
    """Figures of today."""
    counts = office.store.desk.counts(office.clock.today())
    return msgspec.convert(msgspec.to_builtins(counts), DeskFigures)


def worklist(office: OpenOffice, limit: int = 200) -> list[WorkItem]:
    """Open cases, the earliest due date first, then the oldest."""
    today = office.clock.today()
    items = []
    for row in office.store.desk.worklist(limit):
        case = dict(zip(LIST_COLUMNS, row, strict=True))
        due = urgent_deadline(office, case["case_id"], case["due_clock"])
        items.append(
            WorkItem(
                case_id=case["case_id"],
                kind=case["kind"],
                number=case["number"],
                complainant=case["complainant"],
                respondent=case["respondent"],
                subject=case["subject"],
                phase=kinds.phase_label(case["kind"], case["phase"]),
                alert=case["alert"],
                holder=case["holder"],
                what=due.label if due else "",
                due_on=due.due_on if due else None,
                days_left=days_left(due, today, office.calendar) if due else None,
                minutes_left=minutes_left(due.due_at, office.clock.now()) if due and due.due_at else None,
                unit=due.unit if due else "day",
                provisional=bool(case["due_provisional"]),
                next_action=next_step_label(office, case),
            )
        )
    return items


def urgent_deadline(office: OpenOffice, case_id: str, clock: str) -> DeadlineRow | None:
    """The clock of a case by name, None when there is none."""
    if not clock:
        return None
    return next((d for d in office.store.cases.deadlines(case_id) if d.clock == clock), None)


def sessions_this_week(office: OpenOffice) -> list[SessionItem]:
    """Sessions arranged from today to the end of next Sunday and not held yet, by time."""
    today = office.clock.today()
    last = today + dt.timedelta(days=13 - today.weekday())
    chosen = CaseFilter(group="open", stages=("mediation",), sort="changed")
    ids = office.store.cases.case_ids(chosen, today)[:_SESSION_CASES]
    found = []
    for row in office.store.cases.case_block(ids):
        case = state(office, row[LIST_COLUMNS.index("case_id")], row[LIST_COLUMNS.index("kind")])
        if not isinstance(case, Settled):
            continue
        held = {s.no for s in case.sessions}
        found += [
            SessionItem(
                case_id=case.id,
                number=case.number,
                at=s.at,
                parties=" / ".join(filter(None, case.party_names().values())),
                mode=label("session_modes", s.mode),
                place=s.place,
            )
            for s in case.schedules
            if s.no not in held and today <= s.at.date() <= last
        ]
    return sorted(found, key=lambda s: s.at)


def state(office: OpenOffice, case_id: str, kind: str = "") -> Matter:
    """The projected state of a case, without reading its events. `kind` saves a look into its row."""
    if not kind:
        row = dict(zip(LIST_COLUMNS, office.store.cases.row_of(case_id) or (), strict=True))
        kind = str(row["kind"])
    state_type: type[Matter] = kinds.kind_named(kind).state_type
    return msgspec.json.decode(office.store.cases.state(case_id) or "{}", type=state_type)
