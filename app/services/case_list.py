"""The case list: every matching case in order, then the rows that are looked at, in words."""

from __future__ import annotations

import datetime as dt
import re
from array import array
from collections.abc import Sequence

import msgspec

from app.domain.clocks import days_left
from app.domain.rules import Unit
from app.services import kinds
from app.services.labels import label
from app.services.next_step import next_step_label
from app.services.office import OpenOffice
from app.store.queries.cases import LIST_COLUMNS, SORTS, CaseFilter

__all__ = ["SORTS", "CaseFilter", "CaseLine", "block", "case_id_of", "ids", "row_of"]


_CALLED = re.compile(r"([0-9]{1,7})号")


class CaseLine(msgspec.Struct, frozen=True, kw_only=True):
    """One row. `days_left` counts in `unit`, None when no clock runs; money in cents.

    `alert`: 0 none, 1 attention, 2 danger; `holder` is the office that has it in hand when it is another.
    """

    case_id: str
    kind: str
    kind_label: str
    number: str
    external_no: str
    channel: str
    received_on: dt.date
    complainant: str
    respondent: str
    category: str
    amount: int | None
    phase: str
    phase_label: str
    next_action: str
    due_on: dt.date | None
    days_left: int | None
    unit: Unit
    provisional: bool
    subject: str
    alert: int
    holder: str
    members: int
    linked: int


class _Due(msgspec.Struct, frozen=True):
    due_on: dt.date | None
    unit: Unit


def ids(office: OpenOffice, chosen: CaseFilter) -> array[int]:
    """Row numbers of all matching cases in order; one called by its number (8号) comes first."""
    found = office.store.cases.case_ids(chosen, office.clock.today())
    called = _CALLED.fullmatch(chosen.text.strip())
    if called is None:
        return found
    named = set(office.store.cases.rows_numbered(int(called[1]))).intersection(found)
    return array("q", sorted(found, key=lambda row: row not in named))


def block(office: OpenOffice, rows: Sequence[int]) -> list[CaseLine | None]:
    """These rows in the order asked, None for one that is gone."""
    found = {row[0]: row for row in office.store.cases.case_block(rows)}
    return [_line(office, found[number]) if number in found else None for number in rows]


def case_id_of(office: OpenOffice, row: int) -> str:
    """The case of a row number, "" when it is gone."""
    found = office.store.cases.case_block([row])
    return str(found[0][LIST_COLUMNS.index("case_id")]) if found else ""


def row_of(office: OpenOffice, case_id: str) -> int | None:
    """The row number of a case, None when there is none."""
    found = office.store.cases.row_of(case_id)
    return None if found is None else int(found[LIST_COLUMNS.index("id")])


def _line(office: OpenOffice, row: Sequence[object]) -> CaseLine:
    case = dict(zip(LIST_COLUMNS, row, strict=True))
    due = _Due(
        due_on=_day(case["due_on"]),
        unit=msgspec.convert(case["due_unit"], Unit),
    )
    amount = case["amount"]
    received = _day(case["received_on"])
    assert received is not None
    return CaseLine(
        case_id=str(case["case_id"]),
        kind=str(case["kind"]),
        kind_label=kinds.kind_named(str(case["kind"])).label,
        number=str(case["number"]),
        external_no=str(case["external_no"]),
        channel=label("channels", str(case["channel"])),
        received_on=received,
        complainant=str(case["complainant"]),
        respondent=str(case["respondent"]),
        category=label("goods_services", str(case["category"])),
        amount=amount if isinstance(amount, int) else None,
        phase=str(case["phase"]),
        phase_label=kinds.phase_label(str(case["kind"]), str(case["phase"])),
        next_action=next_step_label(office, case),
        due_on=due.due_on,
        days_left=days_left(due, office.clock.today(), office.calendar),
        unit=due.unit,
        provisional=bool(case["due_provisional"]),
        subject=str(case["subject"]),
        alert=_count(case["alert"]),
        holder=str(case["holder"]),
        members=_count(case["members"]),
        linked=_count(case["linked"]),
    )


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0


def _day(value: object) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) and value else None
