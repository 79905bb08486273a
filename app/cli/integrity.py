"""verify and rebuild: is the record whole, and the lists made again from it."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.output import print_json, say
from app.cli.parsing import add_command, add_json_option
from app.cli.sign_in import opened
from app.services import integrity

FOUND_WRONG = 1


def add_commands(commands: Any) -> None:
    """Add `verify` and `rebuild`."""
    checking = add_command(
        commands,
        "verify",
        "核对数据库、记录链、列表和附件是否完整",
        verify,
        epilog="一切正常时退出码为 0；有问题时逐条列出，退出码为 1。\n"
        "--json 里的 state_hash：往来全部交换完的两个单位，用 --peer 写对方，两边的值相同。",
    )
    checking.options.add_argument(
        "--peer", metavar="PEER", help="state_hash 只算与这个往来单位共有的案件（不写时算全部案件）"
    )
    add_json_option(checking.options)
    add_command(commands, "rebuild", "从记录重新生成列表、检索和期限", rebuild)


def verify(words: argparse.Namespace) -> int:
    """List what is wrong; exit code 1 when anything is."""
    with opened(words) as office:
        findings = integrity.verify(office)
        state_hash = integrity.state_hash(office, words.peer)
    if words.json:
        print_json({"ok": not findings, "findings": findings, "state_hash": state_hash})
    elif findings:
        for finding in findings:
            say(finding)
        say(f"共发现 {len(findings)} 个问题。")
    else:
        say("数据库、记录链、列表和附件都完整。")
    return FOUND_WRONG if findings else 0


def rebuild(words: argparse.Namespace) -> int:
    """Make every projection again."""
    with opened(words) as office:
        integrity.rebuild(office)
    say("列表、检索和期限已经重新生成。")
    return 0
