"""Lists of a group's members: in from a table with what is wrong in each row, payments in, the list out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec

from app.domain.dates import parse_date
from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.identifiers import check_phone, check_resident_id
from app.domain.instalments import Instalment, monthly
from app.domain.matter.intake import too_long
from app.domain.money import format_yuan, parse_yuan
from app.domain.settlement.member_checks import identity, plan_problems
from app.domain.settlement.member_events import MemberPlansSet
from app.domain.settlement.members import LEFT, Member, MemberLine, Plan
from app.domain.settlement.relief import RELIEFS
from app.domain.settlement.state import Settled
from app.services import casework, group
from app.services.changes import Changes
from app.services.execution import recovery_rule
from app.services.office import OpenOffice
from app.sheets.columns import ColumnBook
from app.sheets.ledger import LedgerColumn, LedgerValue, write_ledger
from app.sheets.member_rows import load_member_columns, read_members
from app.sheets.order_sheet import OrderRow, OrderSheet
from app.sheets.row_report import RowVerdict, write_row_report
from app.system import resources

NEW, PROBLEM = "new", "problem"
VERDICTS = {NEW: "可以登记", PROBLEM: "有问题"}
MOST_PARTS = 120


class MemberRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a list. `problem` says why it cannot be taken, "" when it can."""

    row_number: int
    name: str
    member: Member | None
    plan: Plan | None
    problem: str


class MemberPreview(msgspec.Struct, frozen=True, kw_only=True):
    """What a list would bring. `sheet` is kept for the report of rows to be sent back."""

    source: str
    rows: tuple[MemberRow, ...]
    notes: tuple[str, ...]
    ignored: tuple[str, ...]
    sheet: OrderSheet

    def good(self) -> list[MemberRow]:
        """The rows that can be taken."""
        return [row for row in self.rows if not row.problem]

    def bad(self) -> list[MemberRow]:
        """The rows that cannot."""
        return [row for row in self.rows if row.problem]

    def claim(self) -> int:
        """Cents claimed in the rows that can be taken."""
        return sum(row.member.claim or 0 for row in self.good() if row.member is not None)


@cache
def _columns() -> ColumnBook:
    return load_member_columns(resources.read_text("resources/texts/member_columns.toml"))


def preview(office: OpenOffice, case_id: str, path: Path) -> MemberPreview:
    """Read a list and say of every row what is wrong with it; nothing is written.

    UserError: the file cannot be understood. EnvironmentProblem: it cannot be read.
    """
    case = casework.load(office, case_id).as_a(Settled)
    sheet = read_members(path, _columns())
    known = {identity(one.member): "已经在名单上" for one in case.present_members()}
    rows = []
    for row in sheet.rows:
        made = _row(row, office.clock.today())
        if made.member is not None and not made.problem:
            who = identity(made.member)
            if who in known:
                made = msgspec.structs.replace(made, problem=known[who])
            known.setdefault(who, f"与第 {row.row_number} 行是同一个人")
        rows.append(made)
    return MemberPreview(
        source=sheet.source, rows=tuple(rows), notes=sheet.notes, ignored=sheet.ignored, sheet=sheet
    )


def take_in(office: OpenOffice, case_id: str, found: MemberPreview, *, version: int | None = None) -> Changes:
    """The rows that can be taken join the group, with their plans where the list has them; all or none."""
    good = found.good()
    if not good:
        raise UserError("名单里没有可以登记的行，请按原因改好后再导入。")
    case = casework.load(office, case_id).as_a(Settled)
    members = [row.member for row in good if row.member is not None]
    first = len(case.members) + 1
    plans = tuple(
        msgspec.structs.replace(row.plan, member=first + place)
        for place, row in enumerate(good)
        if row.plan is not None
    )
    events: list[Event] = [group.joined(office, case, members, found.source)]
    if plans and case.phase == "accepted":
        events.append(MemberPlansSet(plans=plans, on=office.clock.today(), by=office.operator.name))
    return casework.record(office, case_id, *events, version=version)


def save_report(office: OpenOffice, found: MemberPreview, out: Path) -> int:
    """Every row with its verdict and reason beside the original cells; returns how many."""
    verdicts = [
        RowVerdict(row.row_number, VERDICTS[PROBLEM if row.problem else NEW], row.problem)
        for row in found.rows
    ]
    return write_row_report(out, found.sheet, verdicts, office=office.office.name, made_at=office.clock.now())


def _row(row: OrderRow, today: dt.date) -> MemberRow:
    text = row.fields.get
    problems = list(row.problems)
    name = text("complainant_name", "")
    phone, id_no = text("complainant_phone", ""), text("complainant_id_no", "")
    if not name:
        problems.append("没有姓名")
    if phone and (wrong := check_phone(phone).problem):
        problems.append(wrong)
    if id_no and (wrong := check_resident_id(id_no, today).problem):
        problems.append(wrong)
    problems += too_long({"name": (name, 100), "address": (text("complainant_address", ""), 200)}).values()
    claim = _money(text("amount", ""), "诉求金额", problems)
    member = Member(
        no=1,
        name=name,
        phone=phone,
        id_no=id_no,
        address=text("complainant_address", ""),
        claim=claim,
        note=text("note", "")[:500],
    )
    plan = _plan_of(row, problems)
    good = not problems
    return MemberRow(
        row_number=row.row_number,
        name=name,
        member=group.normal_form(member, today) if good else None,
        plan=plan if good else None,
        problem="；".join(problems),
    )


def _money(text: str, what: str, problems: list[str]) -> int | None:
    if not text:
        return None
    try:
        return parse_yuan(text)
    except UserError as error:
        problems.append(f"{what}：{error.message}")
        return None


def _plan_of(row: OrderRow, problems: list[str]) -> Plan | None:
    """The proposal a row holds: an amount and a day, or a way without money and a day."""
    text = row.fields.get
    amount = _money(text("plan_amount", ""), "方案金额", problems)
    words = text("relief", "")
    if amount is None and not words:
        return None
    relief = next((one.code for one in recovery_rule().reliefs if words and words in one.label), "refund")
    kind = RELIEFS[relief]
    if not kind:
        return Plan(member=1, relief=relief, method="")
    due = text("due_on", "")
    if not due:
        problems += ["有方案金额，但没有退费日期"] if amount is not None else []
        return None
    try:
        first = parse_date(due)
        count = text("parts", "") or "1"
        if not count.isdigit() or not 1 <= int(count) <= MOST_PARTS:
            problems.append(f"期数“{count[:10]}”看不懂，请填写 1 至 {MOST_PARTS} 的数字")
            return None
        if kind == "money":
            return Plan(member=1, relief=relief, parts=monthly(amount or 0, int(count), first))
    except UserError as error:
        problems.append(error.message)
        return None
    plan = Plan(
        member=1,
        relief=relief,
        parts=(Instalment(amount=0, due_on=first),),
        worth=amount or 0,
        description=words,
        method="当面办理",
    )
    problems += plan_problems(plan)
    return plan


class PaidRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a list of payments. `no` is the member, 0 when nobody fits; `problem` says why not."""

    row_number: int
    name: str
    no: int
    amount: int
    problem: str


def preview_payments(office: OpenOffice, case_id: str, path: Path) -> list[PaidRow]:
    """Read a list of who received what; members are found by document, telephone, or a name of its own."""
    case = casework.load(office, case_id).as_a(Settled)
    sheet = read_members(path, _columns())
    if "paid" not in sheet.mapping:
        raise UserError("名单里没有“本次付款”一列，请加上这一列后再导入。")
    lines = {line.standing.member.no: line for line in case.member_lines() if line.bound}
    rest = {no: line.rest for no, line in lines.items()}
    found = []
    for row in sheet.rows:
        problems = list(row.problems)
        amount = _money(row.fields.get("paid", ""), "本次付款", problems) or 0
        no = _member_of(row.fields, lines, problems)
        if no and not problems and amount > rest[no]:
            problems.append(f"超过了尚欠的 {format_yuan(rest[no])} 元")
        if no and not problems:
            rest[no] -= amount
        found.append(
            PaidRow(
                row_number=row.row_number,
                name=row.fields.get("complainant_name", ""),
                no=no,
                amount=amount,
                problem="；".join(problems) if amount or problems else "没有付款金额",
            )
        )
    return found


def _member_of(fields: Mapping[str, str], lines: Mapping[int, MemberLine], problems: list[str]) -> int:
    name = fields.get("complainant_name", "")
    keys = (
        ("id_no", fields.get("complainant_id_no", "")),
        ("phone", fields.get("complainant_phone", "")),
        ("name", name),
    )
    for key, value in keys:
        fits = [no for no, line in lines.items() if value and getattr(line.standing.member, key) == value]
        if len(fits) == 1 and (not name or lines[fits[0]].standing.member.name == name):
            return fits[0]
        if len(fits) > 1 and key == "name":
            problems.append(f"名单上有 {len(fits)} 个“{name[:20]}”，请补上电话或者身份证号码")
            return 0
    problems.append(f"受协议约束的成员里没有“{name[:20]}”")
    return 0


def received_of(rows: list[PaidRow]) -> dict[int, int]:
    """Cents each member received, by number, from the rows that are right."""
    total: dict[int, int] = {}
    for row in rows:
        if not row.problem:
            total[row.no] = total.get(row.no, 0) + row.amount
    return total


_OUT = (
    LedgerColumn("序号", 6, "number"),
    LedgerColumn("姓名", 14, "text"),
    LedgerColumn("联系电话", 16, "id"),
    LedgerColumn("身份证号码", 22, "id"),
    LedgerColumn("地址", 28, "text"),
    LedgerColumn("诉求金额", 14, "money"),
    LedgerColumn("是否同意", 10, "text"),
    LedgerColumn("处理方式", 18, "text"),
    LedgerColumn("协议金额", 14, "money"),
    LedgerColumn("折价", 12, "money"),
    LedgerColumn("已付", 14, "money"),
    LedgerColumn("放弃", 12, "money"),
    LedgerColumn("尚欠", 14, "money"),
    LedgerColumn("下一期限", 12, "date"),
    LedgerColumn("本次付款", 14, "money"),
    LedgerColumn("备注", 24, "text"),
)


def export_members(office: OpenOffice, case_id: str, out: Path) -> int:
    """The list with what everybody was promised, received and is owed, and a row of sums; returns how many.

    The column 本次付款 is empty: filled in, the same file is a list of payments to be read back.
    """
    case = casework.load(office, case_id).as_a(Settled)
    lines = case.member_lines()
    title = f"{case.number}成员名单"
    write_ledger(
        out,
        _OUT,
        _out_rows(case, lines),
        title=title,
        office=office.office.name,
        made_at=office.clock.now(),
    )
    return len(lines)


def _out_rows(case: Settled, lines: list[MemberLine]) -> Iterator[list[LedgerValue]]:
    for line in lines:
        one, plan = line.standing.member, line.standing.plan
        yield [
            one.no,
            one.name,
            one.phone,
            one.id_no,
            one.address,
            one.claim,
            consent_word(line),
            relief_word(plan.relief) if plan is not None else "",
            line.agreed,
            line.worth or None,
            line.paid,
            line.waived or None,
            line.rest,
            line.next_due,
            None,
            one.note,
        ]
    sums = case.member_totals()
    yield [
        None, "合计", "", "", f"{sums.people} 人，退出 {sums.left} 人", sums.claim, "", "", sums.agreed,
        sums.worth or None, sums.paid, sums.waived or None, sums.rest, None, None, "",
    ]  # fmt: skip


def consent_word(line: MemberLine) -> str:
    """同意, 不同意, 未征求, or how somebody left."""
    one = line.standing
    if not one.present():
        return LEFT.get(one.left, "已退出")
    if one.consent is None:
        return "未征求"
    return "同意" if one.consent.agrees else "不同意"


def relief_word(code: str) -> str:
    """退款, 加倍赔偿 …"""
    return recovery_rule().relief(code).label
