"""ledger: the case list as a workbook."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.output import say
from app.cli.parsing import add_command, workbook
from app.cli.sign_in import opened
from app.services import ledger


def add_commands(commands: Any) -> None:
    """Add `ledger`."""
    parser = add_command(commands, "ledger", "把全部案件写成 Excel 台账", write)
    parser.options.add_argument("--out", required=True, type=workbook, metavar="F.xlsx", help="存为哪个文件")


def write(words: argparse.Namespace) -> int:
    """Write the ledger of all cases."""
    with opened(words) as office:
        count = ledger.export_ledger(office, words.out)
    say(f"台账已保存到“{words.out}”，共 {count} 件。")
    return 0
