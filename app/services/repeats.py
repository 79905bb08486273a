"""Reports made again (办法第35条): found by who reported whom, told to a person, who decides what they are.

Same facts: not handled again. New facts: merged into the earlier report, whose period is counted anew.
The reporter is compared behind the seal; only a document number or a name together with its telephone
counts, so that trying names tells nobody anything.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.errors import UserError
from app.domain.kinds.report.events import NewFactsAdded, RepeatConfirmed
from app.domain.kinds.report.facts import Reporter, ReportForm
from app.domain.kinds.report.identity import same_reporter
from app.domain.kinds.report.kind import KIND
from app.domain.kinds.report.state import Report
from app.domain.matter.facts import Business
from app.domain.matter.merged import RELATION as MERGED
from app.domain.matter.merged import why_not_merge
from app.domain.shop_names import core_of
from app.services import casework, linking
from app.services.changes import Changes
from app.services.likeness import same_shop
from app.services.office import OpenOffice

REPEATED = "repeated"
_READ = 60


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier report of the same reporter about the same business."""

    case_id: str
    number: str
    received_on: dt.date
    subject: str
    phase: str
    phase_label: str


def earlier_than(office: OpenOffice, form: ReportForm) -> list[Earlier]:
    """Earlier reports of whoever reports now about the same business, the newest first."""
    return _earlier(office, form.reporter, form.respondent, "")


def earlier_than_case(office: OpenOffice, case: Report) -> list[Earlier]:
    """The same for a report that is registered; later ones are left out."""
    received = case.origin.received_on if case.origin else None
    found = _earlier(office, case.reporter, case.respondent, case.id)
    return [one for one in found if received is None or one.received_on <= received]


def _earlier(office: OpenOffice, reporter: Reporter, shop: Business, but_not: str) -> list[Earlier]:
    if not reporter.named or not shop.name:
        return []
    near = office.store.neighbours
    by_row = {one.row: one for one in near.sharing("shop", shop.name, limit=_READ)}
    by_row |= {one.row: one for one in near.holding(core_of(shop.name), ("name",), limit=_READ)}
    by_row = {row: one for row, one in by_row.items() if one.kind == KIND.name and one.case_id != but_not}
    states = near.states(list(by_row))
    found = []
    for row, one in by_row.items():
        case = msgspec.json.decode(states.get(row, "{}"), type=Report)
        if same_reporter(reporter, case.reporter) and _same_business(shop, case.respondent):
            found.append(
                Earlier(
                    case_id=one.case_id,
                    number=one.number,
                    received_on=one.received_on,
                    subject=KIND.show(case).subject,
                    phase=one.phase,
                    phase_label=KIND.phases[one.phase],
                )
            )
    return sorted(found, key=lambda one: (one.received_on, one.number), reverse=True)


def _same_business(one: Business, other: Business) -> bool:
    if one.credit_code and other.credit_code:
        return one.credit_code == other.credit_code
    return one.name == other.name or bool(same_shop(one.name, other.name))


def confirm_repeat(
    office: OpenOffice, case_id: str, first_id: str, *, facts: str, on: dt.date, version: int | None = None
) -> Changes:
    """A person says: same reporter, same facts, same business as an earlier report; the two are linked.

    Raises UserError when reporter or business are not the same, or the other was received later.
    """
    with office.store.transaction():
        case, first = _pair(office, case_id, first_id)
        event = RepeatConfirmed(
            first=first.id, number=first.number, facts=facts.strip(), on=on, by=office.operator.name
        )
        changes = casework.record(office, case_id, event, version=version)
        linking.link(office, REPEATED, case.id, first.id, note=facts)
    return changes


def merge_new_facts(
    office: OpenOffice, case_id: str, first_id: str, *, facts: str, version: int | None = None
) -> Changes:
    """The later report goes into the earlier one, whose period is counted anew from the later one's receipt.

    Raises UserError when they are not of the same reporter and business, or cannot be merged.
    """
    with office.store.transaction():
        case, first = _pair(office, case_id, first_id)
        problem = why_not_merge(case, first) or _why_not_lead(first)
        if problem:
            raise UserError(problem)
        assert case.origin is not None
        added = NewFactsAdded(
            other=case.id,
            number=case.number,
            received_on=case.origin.received_on,
            facts=facts.strip(),
            by=office.operator.name,
        )
        casework.record(office, first.id, added)
        return linking.link(office, MERGED, case.id, first.id, note=facts, source_version=version)


def _why_not_lead(first: Report) -> str:
    if first.phase in ("registered", "opened", "not_opened"):
        return ""
    label = KIND.phases[first.phase]
    return f"{first.number}{label}，不能再并入新的事实，请把本件单独办理。"


def _pair(office: OpenOffice, case_id: str, first_id: str) -> tuple[Report, Report]:
    case = casework.load(office, case_id).as_a(Report)
    other = casework.load(office, first_id)
    if not isinstance(other.case, Report):
        raise UserError(f"{other.case.number}不是举报，请选择先前的举报。")
    first = other.case
    if case.id == first.id:
        raise UserError("不能选择本件自己，请选择先前的那一件举报。")
    if not same_reporter(case.reporter, first.reporter):
        raise UserError(
            f"{first.number}的举报人与本件不能认定为同一人，请作为关联案件分别办理（办法第35条）。"
        )
    if not _same_business(case.respondent, first.respondent):
        raise UserError(f"{first.number}的被举报人与本件不同，请分别办理（办法第35条）。")
    if case.origin and first.origin and case.origin.received_on < first.origin.received_on:
        raise UserError(f"{first.number}收到在本件之后，请在那一件里确认。")
    return case, first
