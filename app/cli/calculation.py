"""The group `calc`, and calc deadline: the date a legal period ends and why. Needs no office, no password."""

from __future__ import annotations

import argparse
from typing import Any, get_args

from app.cli.calculation_sums import add_sums
from app.cli.output import plain, print_json, say
from app.cli.parsing import Parser, a_day, a_span, add_command, add_json_option
from app.domain.clocks import Deadline
from app.domain.rules import Roll
from app.services import calculation


def add_commands(commands: Any) -> None:
    """Add `calc deadline` and the sums."""
    group: Parser = commands.add_parser(
        "calc", help="计算期限和金额", description="计算期限和金额，附依据，不需要数据目录和密码。"
    )
    kinds = group.add_subparsers(
        title="命令", metavar="命令", required=True, dest="calculation", parser_class=Parser
    )
    _add_deadline(kinds)
    add_sums(kinds)


def _add_deadline(kinds: Any) -> None:
    parser = add_command(
        kinds,
        "deadline",
        "某项法定期限到哪一天，怎样算出来，依据哪一条",
        show_deadline,
        epilog=f"期限：\n{_known_rules()}\n适用的规则按 --received（收到的日期）确定，不写时按 --from。",
        needs_office=False,
    )
    options = parser.options
    options.add_argument("--rule", required=True, metavar="期限", help="期限的标识，见下")
    options.add_argument(
        "--from",
        required=True,
        type=a_day,
        dest="start",
        metavar="日期",
        help="起算的日期（当日不计）",
    )
    options.add_argument("--received", type=a_day, metavar="日期", help="收到的日期")
    options.add_argument(
        "--pause",
        type=a_span,
        action="append",
        default=[],
        metavar="A..B",
        help="鉴定检测期间，首尾都不计入；可以写几次",
    )
    options.add_argument(
        "--roll",
        choices=get_args(Roll),
        help="按日计算的期限届满遇假日怎样顺延（不写时按规则：顺延到整个放假安排之后）",
    )
    add_json_option(options)


def _known_rules() -> str:
    """Every clock of every rule set, once."""
    return "\n".join(f"  {name:<32}{duty}" for name, duty in calculation.deadline_rules())


def show_deadline(words: argparse.Namespace) -> int:
    """Compute and explain; beside it the second limit that older cases have."""
    found = _compute(words, words.rule)
    rules = calculation.rules_for(words.rule, words.received or words.start)
    companion = rules.companion(words.rule, words.received or words.start)
    beside = [_compute(words, companion.name)] if companion is not None else []
    if words.json:
        print_json(
            {
                **_as_object(found),
                "rule_set": rules.id,
                "received": plain(words.received),
                "companions": [_as_object(deadline) for deadline in beside],
            }
        )
        return 0
    for deadline in (found, *beside):
        say(_as_text(deadline))
    return 0


def _compute(words: argparse.Namespace, rule: str) -> Deadline:
    return calculation.deadline_of(
        rule, words.start, received=words.received, pauses=words.pause, roll=words.roll
    )


def _as_object(found: Deadline) -> dict[str, Any]:
    return {
        "rule": found.clock,
        "label": found.label,
        "from": plain(found.starts_on),
        "due": plain(found.due_on),
        "remind": plain(found.remind_on),
        "provisional": found.provisional,
        "unknown_years": plain(found.unknown_years),
        "length": found.length,
        "unit": found.unit,
        "excluded_days": found.excluded_days,
        "explanation": found.explanation,
        "basis": found.basis,
    }


def _as_text(found: Deadline) -> str:
    note = "（暂定）" if found.provisional else ""
    return f"{found.label}　{found.due_on}{note}\n{found.explanation}\n依据：{found.basis}"
