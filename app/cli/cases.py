"""list and show: which cases there are, and everything about one."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli import case_report
from app.cli.output import plain, print_json, say, table, yuan
from app.cli.parsing import add_command, add_json_option
from app.cli.sign_in import opened
from app.services import case_list, casework, kinds
from app.services.case_list import CaseFilter, CaseLine

_BLOCK = 500
_KIND_LABELS = {name: kind.label for name, kind in kinds.KINDS.items()}


def add_commands(commands: Any) -> None:
    """Add `list` and `show`."""
    listing = add_command(commands, "list", "案件列表，新收到的在前", list_cases)
    listing.options.add_argument(
        "--query", default="", metavar="T", help="编号、姓名、电话、商家、内容或拼音首字母"
    )
    listing.options.add_argument(
        "--kind", type=_a_kind, metavar="种类", help=f"只看一种：{'、'.join(_KIND_LABELS.values())}"
    )
    group = listing.options.add_mutually_exclusive_group()
    group.add_argument("--open", action="store_true", help="只看没有结案的")
    group.add_argument("--closed", action="store_true", help="只看已经结案、归档或作废的")
    add_json_option(listing.options)
    showing = add_command(commands, "show", "一件案件的全部情况：期限、下一步、经过", show)
    showing.values.add_argument("case", metavar="编号", help="案件编号、登记编号或内部标识")
    add_json_option(showing.options)


def _a_kind(text: str) -> str:
    """The name of a kind, which may be written as such or in Chinese."""
    found = next((name for name, label in _KIND_LABELS.items() if text in (name, label)), "")
    if not found:
        raise argparse.ArgumentTypeError(
            f"没有“{text}”这一种，请从{'、'.join(_KIND_LABELS.values())}中选一种"
        )
    return found


def list_cases(words: argparse.Namespace) -> int:
    """Every matching case, one line or one JSON object each."""
    state = "open" if words.open else "closed" if words.closed else "all"
    chosen = CaseFilter(text=words.query, group=state, kinds=(words.kind,) if words.kind else ())
    with opened(words) as office:
        ids = case_list.ids(office, chosen)
        lines: list[CaseLine] = []
        for start in range(0, len(ids), _BLOCK):
            block = case_list.block(office, ids[start : start + _BLOCK])
            lines += [line for line in block if line is not None]
    if words.json:
        print_json([_as_object(line) for line in lines])
        return 0
    if not lines:
        say("没有符合条件的案件。")
        return 0
    head = ("编号", "收到日期", "提出人", "对方、事项", "争议金额（元）", "状态", "下一步", "最近期限")
    say(table(head, [_as_row(line) for line in lines]))
    say(f"共 {len(lines)} 件。")
    return 0


def _as_object(line: CaseLine) -> dict[str, Any]:
    fields: dict[str, Any] = plain(line)
    fields["id"] = fields.pop("case_id")
    fields["due"] = fields.pop("due_on")
    return fields


def _as_row(line: CaseLine) -> tuple[str, ...]:
    due = ""
    if line.due_on is not None:
        due = f"{line.due_on}{'（暂定）' if line.provisional else ''}"
        if line.days_left is not None and line.days_left < 0:
            due += " 已超期"
    return (
        line.number,
        str(line.received_on),
        line.complainant,
        line.respondent,
        yuan(line.amount),
        line.phase_label,
        line.next_action,
        due,
    )


def show(words: argparse.Namespace) -> int:
    """Everything about one case."""
    with opened(words) as office:
        view = casework.load(office, casework.find(office, words.case))
        report = case_report.as_object(office, view)
        if words.json:
            print_json(report)
        else:
            say(case_report.as_text(office, view))
    return 0
