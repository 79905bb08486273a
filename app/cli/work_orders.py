"""import-orders: work orders from files, with the verdict of every row."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from app.cli.output import print_json, say, table
from app.cli.parsing import a_path, add_command, add_json_option
from app.cli.sign_in import opened
from app.services import casework, work_orders
from app.services.office import OpenOffice
from app.services.work_orders import DAMAGED, KNOWN, NEW, VERDICTS, Plan


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
    add_json_option(parser.options)


def import_orders(words: argparse.Namespace) -> int:
    """Plan, then register every new row in one transaction unless only a preview is wanted."""
    with opened(words) as office:
        plans = work_orders.plan_import(office, words.files)
        case_ids: Sequence[str] = ()
        if not words.preview:
            case_ids = work_orders.import_orders(office, plans).case_ids
        rows = _rows(office, plans, case_ids)
        if words.json:
            print_json(_report(plans, rows, imported=not words.preview))
        else:
            _tell(plans, rows, preview=words.preview)
    return 0


def _rows(office: OpenOffice, plans: Sequence[Plan], case_ids: Sequence[str]) -> list[dict[str, object]]:
    """Every row of every file; new ones with the case they became."""
    made = iter(case_ids)
    rows: list[dict[str, object]] = []
    for plan in plans:
        for row in plan.rows:
            case_id = next(made, "") if row.form is not None else row.case_id
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
    counts = {verdict: sum(plan.count(verdict) for plan in plans) for verdict in (NEW, KNOWN, DAMAGED)}
    files = [
        {
            "file": plan.source,
            "layout": plan.layout,
            "header_row": plan.header_row,
            "columns": plan.mapping,
            "ignored": plan.ignored,
            "notes": plan.notes,
            **{verdict: plan.count(verdict) for verdict in (NEW, KNOWN, DAMAGED)},
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
    new, known, damaged = (sum(plan.count(v) for plan in plans) for v in (NEW, KNOWN, DAMAGED))
    done = "只是预览，没有写入" if preview else f"已登记 {new} 件"
    say(f"新增 {new}，已有 {known}，有问题 {damaged}；{done}。")
