"""print: a paper of a case as PDF."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.output import say
from app.cli.parsing import a_count, a_path, add_command
from app.cli.sign_in import opened
from app.domain.errors import UserError
from app.domain.kind import Kind
from app.domain.procedure import PaperRule
from app.services import casework, kinds, papers
from app.services.papers import PaperOrder
from app.system.atomic_files import write_atomically


def _all_papers() -> dict[str, PaperRule]:
    """Every paper of every kind by its id."""
    return {rule.id: rule for kind in kinds.KINDS for rule in kinds.procedure_of(kind).papers}


def _addressees() -> dict[str, str]:
    """Codes of parties by what they may be called: the code itself, or its Chinese name."""
    parties = [party for kind in kinds.KINDS.values() for party in kind.parties.items()]
    return {code: code for code, _ in parties} | {name: code for code, name in parties}


def add_commands(commands: Any) -> None:
    """Add `print`."""
    known = "\n".join(f"  {rule.id:<24}{rule.label}" for rule in _all_papers().values())
    parser = add_command(
        commands,
        "print",
        "制作一份文书并保存为 PDF",
        print_paper,
        epilog=f"文书：\n{known}\n第一次制作取用文号，再次制作沿用原号；--draft 只出草稿，不取号。",
    )
    parser.values.add_argument("case", metavar="编号", help="案件编号、登记编号或内部标识")
    parser.values.add_argument("paper", metavar="文书", help="文书的标识或名称")
    parser.options.add_argument("--out", required=True, type=a_path, metavar="F", help="保存为哪个文件")
    parser.options.add_argument(
        "--to", choices=tuple(_addressees()), help="受送达人（有两份时必须分清，不写时为投诉人）"
    )
    parser.options.add_argument("--session", type=a_count, metavar="N", help="第几次调解（不写时为最近一次）")
    parser.options.add_argument("--draft", action="store_true", help="草稿：印“草稿”字样，不取文号")


def print_paper(words: argparse.Namespace) -> int:
    """Issue the paper, or draft it, and save the PDF."""
    out: Path = words.out
    with opened(words) as office:
        case_id = casework.find(office, words.case)
        paper = _paper_id(words.paper, casework.load(office, case_id).kind)
        asked = PaperOrder(
            case_id=case_id,
            paper=paper,
            to=_addressees()[words.to] if words.to else "",
            session_no=words.session or 0,
        )
        order = papers.complete(office, asked)
        if words.draft:
            write_atomically(out, papers.draft(office, order), f"保存“{out.name}”")
            say(f"草稿已保存到“{out}”。")
            return 0
        issued = papers.issue(office, order, out)
    number = f"，{issued.number}" if issued.number else ""
    again = f"，第 {issued.printing} 次制作" if issued.printing > 1 else ""
    say(f"已保存到“{out}”{number}，{issued.pages} 页{again}。")
    return 0


def _paper_id(word: str, kind: Kind[Any]) -> str:
    """The id of a paper of that kind called by id or label. Raises UserError naming those there are."""
    rules = kinds.procedure_of(kind).papers
    for rule in rules:
        if word.strip() in (rule.id, rule.label, rule.form):
            return rule.id
    if not rules:
        raise UserError(f"{kind.label}没有文书。")
    known = "、".join(f"{rule.label}（{rule.id}）" for rule in rules)
    raise UserError(f"{kind.label}没有名为“{word}”的文书，可以制作的有：{known}。")
