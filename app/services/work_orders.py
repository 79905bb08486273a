"""Work orders in: a preview that says what every row would become, then all the new ones or nothing.

A row becomes a complaint whose facts may still be incomplete; the first step of the case is then to
complete the registration. What the sheet said stays with the case word for word (`Origin.order_text`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from app.domain.dates import parse_date
from app.domain.errors import InvalidFields, UserError
from app.domain.identifiers import (
    Checked,
    check_order_number,
    check_phone,
    check_resident_id,
    order_number_date,
)
from app.domain.kinds.complaint.facts import Complainant, Deal, Origin, Registration, Respondent
from app.domain.kinds.complaint.intake import RESIDENT_ID, normal_form, registration_problems
from app.domain.money import parse_yuan
from app.services import casework
from app.services.changes import Changes
from app.services.labels import dictionary
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.sheets.columns import ColumnBook, load_column_book
from app.sheets.order_sheet import OrderRow, OrderSheet
from app.sheets.orders import read_orders
from app.sheets.row_report import RowVerdict, write_row_report
from app.system import resources

NEW, KNOWN, DAMAGED = "new", "known", "damaged"
VERDICTS = {NEW: "新增", KNOWN: "已有", DAMAGED: "有问题"}
Progress = Callable[[int, int], None]


class PlannedRow(msgspec.Struct, frozen=True, kw_only=True):
    """What one row would become. `form` is set for new rows only; `reason` says why the others are not."""

    row_number: int
    verdict: str
    reason: str
    external_no: str
    complainant: str
    respondent: str
    content: str
    form: Registration | None = None
    case_id: str = ""


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
        """How many rows have this verdict (new, known, damaged)."""
        return sum(row.verdict == verdict for row in self.rows)


def plan_import(office: OpenOffice, paths: Sequence[Path]) -> list[Plan]:
    """Read files and say what each row would become; nothing is written.

    Raises UserError for a file that cannot be understood, EnvironmentProblem for one that cannot be read.
    """
    book = load_column_book(resources.read_text("resources/texts/order_columns.toml"))
    seen: dict[tuple[str, str], str] = {}
    return [_plan(office, path, book, seen) for path in paths]


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


def source_of(row: OrderRow) -> str:
    """The body that sent the order and wants the answer: 12315 for 25-digit numbers, else by channel."""
    number = row.fields.get("external_no", "")
    if number and check_order_number(number).ok:
        return "12315"
    channel = _code("channels", row.fields.get("channel", ""))
    return {"hotline_12345": "12345", "superior": "上级", "hotline_12315": "12315"}.get(channel, "交办单位")


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
        form, problems = _form(office, row, key[0])
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


def _form(office: OpenOffice, row: OrderRow, source: str) -> tuple[Registration | None, list[str]]:
    """The registration a row would become, or why it cannot."""
    text = row.fields.get
    problems: list[str] = []
    kind = text("kind", "")
    if kind and "投诉" not in kind:
        problems.append(f"类型是“{kind}”，不是投诉，请按该类事项的规定另行办理")
    if not text("external_no"):
        problems.append("没有登记编号，无法识别是否重复，请补上编号后再导入")
    received, problem = _received(office, row)
    amount, amount_problem = _amount(text("amount", ""))
    problems += [p for p in (problem, amount_problem) if p]
    if problems or received is None:
        return None, problems
    demands, rest = _demands(text("demand", ""))
    form = Registration(
        origin=Origin(
            channel=_code("channels", text("channel", "")) or "platform_12315",
            received_on=received,
            external_no=text("external_no", ""),
            source=source,
            order_text={header: cell for header, cell in row.raw.items() if cell},
        ),
        complainant=_complainant(office, row),
        respondent=Respondent(
            name=text("respondent_name", ""),
            address=text("respondent_address", "") or text("place", ""),
            phone=_checked(check_phone(text("respondent_phone", ""))),
        ),
        deal=Deal(
            amount=amount,
            category=_code("goods_services", text("category", "")),
            problem=_code("problem_kinds", text("problem", "")),
            goods="",
            demands=demands,
            demand_note=rest,
            facts=text("content", ""),
        ),
    )
    wrong = registration_problems(normal_form(form, office.clock.today()), office.clock.today(), partial=True)
    return form, list(wrong.values())


def _complainant(office: OpenOffice, row: OrderRow) -> Complainant:
    """A number that does not check is left to the clerk: the order's text keeps what was sent."""
    id_no = row.fields.get("complainant_id_no", "")
    checked = check_resident_id(id_no, office.clock.today()) if id_no else None
    good = checked is not None and checked.ok
    return Complainant(
        name=row.fields.get("complainant_name", ""),
        phone=_checked(check_phone(row.fields.get("complainant_phone", ""))),
        address=row.fields.get("complainant_address", ""),
        id_type=RESIDENT_ID if good else "",
        id_no=checked.value if checked is not None and good else "",
    )


def _checked(checked: Checked) -> str:
    return checked.value if checked.ok else ""


def _received(office: OpenOffice, row: OrderRow) -> tuple[dt.date | None, str]:
    """收到日期: the sheet's column, else the day inside the 12315 number (a person confirms it)."""
    text = row.fields.get("received", "")
    try:
        day = parse_date(text) if text else order_number_date(row.fields.get("external_no", ""))
    except UserError as error:
        return None, error.message
    if day is None:
        return None, "没有收到日期，编号里也看不出日期，请在表中补上登记时间"
    if day > office.clock.today():
        return None, f"收到日期 {day} 在今天之后，请核对"
    try:
        office.rules.for_received(day)
    except UserError as error:
        return None, error.message
    return day, ""


def _amount(text: str) -> tuple[int | None, str]:
    if not text:
        return None, ""
    try:
        return parse_yuan(text), ""
    except UserError as error:
        return None, f"涉案金额：{error.message}"


def _demands(text: str) -> tuple[tuple[str, ...], str]:
    """Known demands as codes in their order; what is not known stays as a note."""
    codes: list[str] = []
    rest: list[str] = []
    for word in re.split(r"[,，、;；/\s]+", text):
        code = _code("demands", word)
        if code and code not in codes:
            codes.append(code)
        elif word and not code:
            rest.append(word)
    return tuple(codes), "、".join(rest)


def _code(name: str, text: str) -> str:
    entry = dictionary(name).by_label(text) if text else None
    return entry.code if entry is not None else ""


class ImportResult(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did: counts, the new cases' ids in row order, and what changed."""

    new: int
    known: int
    damaged: int
    case_ids: tuple[str, ...]
    changes: Changes


def import_orders(
    office: OpenOffice, plans: Sequence[Plan], progress: Progress | None = None
) -> ImportResult:
    """Register every new row of the plans in one transaction. Raising from `progress` cancels the whole.

    Rows that became known since the preview make the import stop with UserError and nothing written.
    """
    rows = [row for plan in plans for row in plan.rows if row.form is not None]
    case_ids: list[str] = []
    with office.store.transaction():
        for done, row in enumerate(rows, start=1):
            if row.form is None:
                continue
            if office.store.cases.known_external_nos([row.external_no], row.form.origin.source):
                raise UserError(f"登记编号 {row.external_no} 在预览之后已经登记，请重新预览后再导入。")
            try:
                case_ids.append(register_complaint(office, row.form).case_id)
            except InvalidFields as error:
                raise UserError(
                    f"第 {row.row_number} 行不能登记（{error.message}），没有导入任何一件，请重新预览。"
                ) from error
            if progress is not None:
                progress(done, len(rows))
    return ImportResult(
        new=len(case_ids),
        known=sum(plan.count(KNOWN) for plan in plans),
        damaged=sum(plan.count(DAMAGED) for plan in plans),
        case_ids=tuple(case_ids),
        changes=Changes.CASES if case_ids else Changes.NONE,
    )


def save_report(office: OpenOffice, plan: Plan, out: Path) -> int:
    """Write the verdict and reason of every row beside its cells, to be sent back. Returns the row count."""
    verdicts = [RowVerdict(row.row_number, VERDICTS[row.verdict], row.reason) for row in plan.rows]
    return write_row_report(out, plan.sheet, verdicts, office=office.office.name, made_at=office.clock.now())
