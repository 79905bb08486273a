"""Work orders in: a preview that says what every row would become, then all the new ones or nothing.

A row becomes a complaint whose facts may still be incomplete; the first step of the case is then to
complete the registration. What the sheet said stays with the case word for word (`Origin.order_text`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint.facts import Registration
from app.domain.matter.merged import lead_of
from app.services import case_merging, casework
from app.services.changes import Changes
from app.services.office import OpenOffice
from app.services.order_likeness import DECISIONS, MERGE, REGISTER, SKIP, Alike, RowKey, alike_rows
from app.services.order_registration import registration_of, source_of
from app.services.registration import register_complaint
from app.sheets.columns import ColumnBook, load_column_book
from app.sheets.order_sheet import OrderRow, OrderSheet
from app.sheets.orders import read_orders
from app.sheets.row_report import RowVerdict, write_row_report
from app.system import resources

NEW, ALIKE, KNOWN, DAMAGED = "new", "alike", "known", "damaged"
VERDICTS = {NEW: "新增", ALIKE: "疑似重复", KNOWN: "已有", DAMAGED: "有问题"}
Progress = Callable[[int, int], None]


class PlannedRow(msgspec.Struct, frozen=True, kw_only=True):
    """What one row would become. `form` is set for rows that can be registered; `reason` says why others not.

    `alike`: what the row may be the same matter as; a row that very probably is has the verdict ALIKE.
    """

    row_number: int
    verdict: str
    reason: str
    external_no: str
    complainant: str
    respondent: str
    content: str
    form: Registration | None = None
    case_id: str = ""
    alike: Alike | None = None


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The preview of one file. `sheet` is kept for the result report."""

    source: str
    layout: str
    header_row: int
    notes: tuple[str, ...]
    mapping: dict[str, str]
    ignored: tuple[str, ...]
    rows: tuple[PlannedRow, ...]
    sheet: OrderSheet

    def count(self, verdict: str) -> int:
        """How many rows have this verdict (new, alike, known, damaged)."""
        return sum(row.verdict == verdict for row in self.rows)


def plan_import(office: OpenOffice, paths: Sequence[Path]) -> list[Plan]:
    """Read files and say what each row would become; nothing is written.

    Raises UserError for a file that cannot be understood, EnvironmentProblem for one that cannot be read.
    """
    book = load_column_book(resources.read_text("resources/texts/order_columns.toml"))
    seen: dict[tuple[str, str], str] = {}
    return _with_likenesses(office, [_plan(office, path, book, seen) for path in paths])


def _with_likenesses(office: OpenOffice, plans: list[Plan]) -> list[Plan]:
    """The plans with what each new row is probably a duplicate of."""
    new = (
        ((place, row.row_number), f"“{plan.source}”第 {row.row_number} 行", row.form)
        for place, plan in enumerate(plans)
        for row in plan.rows
        if row.form is not None
    )
    found = dict(alike_rows(office, new))
    return [
        msgspec.structs.replace(
            plan, rows=tuple(_marked(row, found.get((place, row.row_number))) for row in plan.rows)
        )
        for place, plan in enumerate(plans)
    ]


def _marked(row: PlannedRow, alike: Alike | None) -> PlannedRow:
    if alike is None:
        return row
    return msgspec.structs.replace(
        row,
        verdict=ALIKE if alike.likely else row.verdict,
        reason="；".join(part for part in (alike.sentence(), row.reason) if part),
        alike=alike,
        case_id=alike.case_id,
    )


def _plan(office: OpenOffice, path: Path, book: ColumnBook, seen: dict[tuple[str, str], str]) -> Plan:
    sheet = read_orders(path, book)
    numbers = [(source_of(row), row.fields.get("external_no", "")) for row in sheet.rows]
    known = _known(office, numbers)
    return Plan(
        source=sheet.source,
        layout=sheet.layout_label,
        header_row=sheet.header_row,
        notes=sheet.notes,
        mapping=dict(sheet.mapping),
        ignored=sheet.ignored,
        rows=tuple(_planned(office, row, sheet, known, seen) for row in sheet.rows),
        sheet=sheet,
    )


def _known(office: OpenOffice, numbers: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    known: set[tuple[str, str]] = set()
    for source in {source for source, _ in numbers}:
        asked = [number for where, number in numbers if where == source and number]
        known |= {(source, n) for n in office.store.cases.known_external_nos(asked, source)}
    return known


def _planned(
    office: OpenOffice,
    row: OrderRow,
    sheet: OrderSheet,
    known: set[tuple[str, str]],
    seen: dict[tuple[str, str], str],
) -> PlannedRow:
    number = row.fields.get("external_no", "")
    key = (source_of(row), number)
    problems = list(row.problems)
    form: Registration | None = None
    verdict, reason, case_id = NEW, "", ""
    if not problems and key in known:
        case_id = _living(office, office.store.cases.by_external_no(number, key[0]))
        verdict, reason = KNOWN, f"已经导入过，见 {casework.load(office, case_id).case.number}"
    elif not problems and key in seen:
        verdict, reason = KNOWN, f"与{seen[key]}是同一件"
    elif not problems:
        form, problems = registration_of(office, row, key[0])
    if problems:
        verdict, reason, form = DAMAGED, "；".join(problems), None
    if verdict == NEW:
        seen[key] = f"“{sheet.source}”第 {row.row_number} 行"
    return PlannedRow(
        row_number=row.row_number,
        verdict=verdict,
        reason=reason or "；".join(row.notes),
        external_no=number,
        complainant=row.fields.get("complainant_name", ""),
        respondent=row.fields.get("respondent_name", ""),
        content=row.fields.get("content", ""),
        form=form,
        case_id=case_id,
    )


def _living(office: OpenOffice, case_ids: list[str]) -> str:
    """The case that stands for an order: the first that was not voided."""
    return next((c for c in case_ids if casework.load(office, c).case.phase != "void"), case_ids[0])


class ImportResult(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did: counts, the new cases' ids in row order and by row, and what changed.

    `merged` of the new ones were merged into another case; `skipped` rows were left out on purpose.
    """

    new: int
    known: int
    damaged: int
    merged: int
    skipped: int
    case_ids: tuple[str, ...]
    made: dict[RowKey, str]
    changes: Changes


def import_orders(
    office: OpenOffice,
    plans: Sequence[Plan],
    progress: Progress | None = None,
    decisions: Mapping[RowKey, str] | None = None,
) -> ImportResult:
    """Register every new row of the plans in one transaction. Raising from `progress` cancels the whole.

    `decisions` says for rows that are like something whether they are registered (the default), registered
    and merged into it, or skipped. Rows that became known since the preview make the import stop with
    UserError and nothing written.
    """
    chosen = decisions or {}
    rows = [
        ((place, row.row_number), row)
        for place, plan in enumerate(plans)
        for row in plan.rows
        if row.form is not None
    ]
    made: dict[RowKey, str] = {}
    merged = 0
    with office.store.transaction():
        for done, (key, row) in enumerate(rows, start=1):
            decision = chosen.get(key, REGISTER) if row.alike is not None else REGISTER
            if decision != SKIP:
                made[key] = _registered(office, row)
            if decision == MERGE and row.alike is not None:
                merged += _merged(office, made, key, row.alike)
            if progress is not None:
                progress(done, len(rows))
    return ImportResult(
        new=len(made),
        known=sum(plan.count(KNOWN) for plan in plans),
        damaged=sum(plan.count(DAMAGED) for plan in plans),
        merged=merged,
        skipped=len(rows) - len(made),
        case_ids=tuple(made.values()),
        made=made,
        changes=Changes.CASES if made else Changes.NONE,
    )


def _registered(office: OpenOffice, row: PlannedRow) -> str:
    assert row.form is not None
    if office.store.cases.known_external_nos([row.external_no], row.form.origin.source):
        raise UserError(f"登记编号 {row.external_no} 在预览之后已经登记，请重新预览后再导入。")
    try:
        return register_complaint(office, row.form).case_id
    except InvalidFields as error:
        raise UserError(
            f"第 {row.row_number} 行不能登记（{error.message}），没有导入任何一件，请重新预览。"
        ) from error


def _merged(office: OpenOffice, made: Mapping[RowKey, str], key: RowKey, alike: Alike) -> int:
    """Put the new case into what it is like; into that one's lead when it was merged itself. How many."""
    lead_id = alike.case_id or (made.get(alike.row, "") if alike.row is not None else "")
    if not lead_id:
        return 0  # the earlier row was skipped: nothing to merge with
    lead = lead_of(casework.load(office, lead_id).case)
    try:
        case_merging.merge(
            office,
            made[key],
            lead.other if lead is not None else lead_id,
            f"导入工单时并案：{alike.sentence()}",
        )
    except UserError as error:
        raise UserError(
            f"第 {key[1]} 行不能并案（{error.message}），没有导入任何一件，请改选后再导入。"
        ) from error
    return 1


def save_report(office: OpenOffice, plan: Plan, out: Path, decisions: Mapping[int, str] | None = None) -> int:
    """Write the verdict and reason of every row beside its cells, to be sent back. Returns the row count.

    `decisions` by row number: what was chosen for rows that are like something.
    """
    chosen = decisions or {}
    verdicts = [
        RowVerdict(row.row_number, VERDICTS[row.verdict], _reported(row, chosen.get(row.row_number, "")))
        for row in plan.rows
    ]
    return write_row_report(out, plan.sheet, verdicts, office=office.office.name, made_at=office.clock.now())


def _reported(row: PlannedRow, decision: str) -> str:
    if row.alike is None:
        return row.reason
    return f"{DECISIONS[decision or REGISTER]}：{row.reason}"
