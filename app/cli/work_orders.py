"""import-orders: work orders from files, with the verdict of every row."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from app.cli.output import print_json, say, table
from app.cli.parsing import a_path, add_command, add_json_option
from app.cli.sign_in import opened
from app.services import casework, work_orders
from app.services.office import OpenOffice
from app.services.order_likeness import DECISIONS, MERGE, REGISTER, RowKey
from app.services.work_orders import ALIKE, DAMAGED, KNOWN, NEW, VERDICTS, Plan


def add_commands(commands: Any) -> None:
    """Add `import-orders`."""
    parser = add_command(
        commands,
        "import-orders",
        "导入 12315 等平台导出的工单（.xlsx、.xls、.csv）",
        import_orders,
        epilog="几个文件一起导入：要么全部新工单都登记，要么一件也不登记。",
    )
    parser.values.add_argument("files", nargs="+", type=a_path, metavar="FILE", help="工单文件")
    parser.options.add_argument("--preview", action="store_true", help="只看每一行会怎样，不写入")
    parser.options.add_argument(
        "--duplicates",
        choices=tuple(DECISIONS),
        default=REGISTER,
        help="很可能重复的行怎么办：register 仍登记（默认）、merge 登记并并案、skip 跳过",
    )
    add_json_option(parser.options)


def import_orders(words: argparse.Namespace) -> int:
    """Plan, then register every new row in one transaction unless only a preview is wanted."""
    with opened(words) as office:
        plans = work_orders.plan_import(office, words.files)
        made: Mapping[RowKey, str] = {}
        if not words.preview:
            made = work_orders.import_orders(
                office, plans, decisions=_decisions(plans, words.duplicates)
            ).made
        rows = _rows(office, plans, made)
        if words.json:
            print_json(_report(plans, rows, imported=not words.preview))
        else:
            _tell(plans, rows, preview=words.preview)
    return 0


def _decisions(plans: Sequence[Plan], wanted: str) -> dict[RowKey, str]:
    """The same choice for every row that is very probably there already; where merging cannot be, none."""
    return {
        (place, row.row_number): wanted
        for place, plan in enumerate(plans)
        for row in plan.rows
        if row.verdict == ALIKE and row.alike is not None and (wanted != MERGE or row.alike.mergeable)
    }


def _rows(office: OpenOffice, plans: Sequence[Plan], made: Mapping[RowKey, str]) -> list[dict[str, object]]:
    """Every row of every file; new ones with the case they became."""
    rows: list[dict[str, object]] = []
    for place, plan in enumerate(plans):
        for row in plan.rows:
            own = made.get((place, row.row_number), "")
            case_id = own if row.form is not None else row.case_id
            rows.append(
                {
                    "file": plan.source,
                    "row": row.row_number,
                    "verdict": row.verdict,
                    "reason": row.reason,
                    "external_no": row.external_no,
                    "complainant": row.complainant,
                    "respondent": row.respondent,
                    "case_id": case_id,
                    "number": casework.load(office, case_id).case.number if case_id else "",
                }
            )
    return rows


def _report(plans: Sequence[Plan], rows: list[dict[str, object]], *, imported: bool) -> dict[str, object]:
    counts = {verdict: sum(plan.count(verdict) for plan in plans) for verdict in VERDICTS}
    files = [
        {
            "file": plan.source,
            "layout": plan.layout,
            "header_row": plan.header_row,
            "columns": plan.mapping,
            "ignored": plan.ignored,
            "notes": plan.notes,
            **{verdict: plan.count(verdict) for verdict in VERDICTS},
        }
        for plan in plans
    ]
    return {**counts, "imported": imported, "rows": rows, "files": files}


def _tell(plans: Sequence[Plan], rows: list[dict[str, object]], *, preview: bool) -> None:
    for plan in plans:
        say(f"“{plan.source}”：{plan.layout}，表头在第 {plan.header_row} 行")
        for note in plan.notes:
            say(f"  {note}")
    lines = [
        (
            str(row["file"]),
            str(row["row"]),
            VERDICTS[str(row["verdict"])],
            str(row["number"]),
            str(row["external_no"]),
            str(row["reason"]),
        )
        for row in rows
    ]
    say(table(("文件", "行", "判断", "编号", "登记编号", "说明"), lines))
    new, alike, known, damaged = (sum(plan.count(v) for plan in plans) for v in (NEW, ALIKE, KNOWN, DAMAGED))
    made = sum(1 for row in rows if row["number"] and row["verdict"] in (NEW, ALIKE))
    done = "只是预览，没有写入" if preview else f"已登记 {made} 件"
    again = f"，疑似重复 {alike}" if alike else ""
    say(f"新增 {new}{again}，已有 {known}，有问题 {damaged}；{done}。")
