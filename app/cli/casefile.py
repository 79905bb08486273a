"""casefile: the file of a case (卷宗) as one PDF, with its data and the transfer list."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.output import say
from app.cli.parsing import a_path, add_command
from app.cli.sign_in import opened
from app.services import casefile, casework
from app.system.atomic_files import make_directory

_UNSAFE = '<>:"/\\|?*'


def add_commands(commands: Any) -> None:
    """Add `casefile`."""
    parser = add_command(
        commands,
        "casefile",
        "把一件案件装订成一个 PDF 卷宗",
        bind_case,
        epilog="旁边另存元数据（JSON）和移交清单（PDF）。不能并入的文件列在卷宗情况说明里，原件不动。",
    )
    parser.values.add_argument("case", metavar="CASE", help="案件编号、登记编号或内部标识")
    parser.options.add_argument("--out", required=True, type=a_path, metavar="DIR", help="保存到哪个文件夹")
    parser.options.add_argument(
        "--sealed", action="store_true", help="把保密的举报人材料也装订进去（要有权限，查看会记入案件）"
    )


def bind_case(words: argparse.Namespace) -> int:
    """Make the file and save the three parts; what is missing is said first."""
    folder: Path = words.out
    with opened(words) as office:
        wanted = casefile.plan(office, casework.find(office, words.case), unsealed=words.sealed)
        made = casefile.make(office, wanted)
    make_directory(folder, f"建立文件夹“{folder}”")
    name = "".join("_" if sign in _UNSAFE else sign for sign in made.name)
    paths = casefile.save(made, folder / f"{name}.pdf")
    for line in made.missing:
        say(f"缺少：{line}")
    for one in made.apart:
        say(f"没有并入：{one.title}（{one.reason}）")
    say(f"已装订 {len(made.listed)} 件 {made.pages} 页，保存为“{'”“'.join(str(p) for p in paths)}”。")
    return 0
