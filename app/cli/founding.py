"""new: an office without the wizard."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.cli.output import print_json, say
from app.cli.parsing import a_path, add_command, add_json_option
from app.cli.sign_in import data_dir, new_password
from app.domain.errors import UserError
from app.domain.office import COUNTY
from app.services import founding, identities, papers
from app.system.atomic_files import write_atomically
from app.system.clock import SystemClock


def add_commands(commands: Any) -> None:
    """Add `new`."""
    offered = "；".join(f"{code}＝{label}" for code, label in identities.labels().items())
    parser = add_command(
        commands,
        "new",
        "建立一个单位和第一位经办人",
        new,
        epilog="恢复密钥只显示这一次，请抄下，或用 --recovery-out 存成恢复密钥单，打印后锁好并删除文件。",
        needs_office=False,
    )
    options = parser.options
    options.add_argument("--data", type=a_path, metavar="目录", default=argparse.SUPPRESS, help="数据目录")
    options.add_argument("--node", required=True, metavar="名称", help="单位名称")
    options.add_argument("--code", required=True, metavar="代码", help="单位的 12 位区划代码")
    options.add_argument("--operator", required=True, metavar="姓名", help="第一位经办人")
    options.add_argument(
        "--identity",
        choices=tuple(identities.labels()),
        help=f"办理身份：{offered}（默认 bureau_office，县局为 bureau）",
    )
    options.add_argument(
        "--mode",
        choices=("station", "county"),
        default="station",
        help="station＝办理单位；county＝县局，批复下级入网、接收下级数据（默认 station）",
    )
    options.add_argument("--bureau", metavar="名称", help="以其名义作出决定的县局（默认与单位名称相同）")
    options.add_argument("--case-word", default="消投", metavar="字头", help="案件编号的字头（默认 消投）")
    options.add_argument("--document-word", default="", metavar="字头", help="文号的字头（默认同案件字头）")
    options.add_argument("--phone", default="", metavar="电话", help="单位电话")
    options.add_argument("--address", default="", metavar="地址", help="单位地址")
    options.add_argument("--recovery-out", type=a_path, metavar="F.pdf", help="把恢复密钥单保存为 PDF")
    add_json_option(options)


def new(words: argparse.Namespace) -> int:
    """Found the office; the recovery code is printed once and kept nowhere."""
    directory = data_dir(words)
    out: Path | None = words.recovery_out
    if founding.is_founded(directory):
        raise UserError(f"“{directory}”里已经有一个单位的数据，请换一个数据目录。")
    if out is not None and not out.absolute().parent.is_dir():
        raise UserError(f"“{out.parent}”不是文件夹，恢复密钥单存不进去，没有建立单位，请换一个位置。")
    wanted = founding.Founding(
        name=words.node,
        code=words.code,
        identity=words.identity or (COUNTY if words.mode == "county" else "bureau_office"),
        bureau=words.bureau if words.bureau is not None else words.node,
        operator=words.operator,
        password=new_password(),
        case_word=words.case_word,
        document_word=words.document_word,
        phone=words.phone,
        address=words.address,
    )
    founded = founding.found_office(directory, wanted, SystemClock())
    try:
        if words.json:
            print_json(
                {
                    "data": str(directory),
                    "node": wanted.name,
                    "code": wanted.code,
                    "recovery_code": founded.recovery_code,
                }
            )
        else:
            say(f"已在“{directory}”建立“{wanted.name}”，经办人 {wanted.operator}。")
            say(f"恢复密钥：{founded.recovery_code}")
            say("恢复密钥只显示这一次，忘记密码时靠它打开数据，请抄下锁好。")
        if out is not None:
            sheet = papers.recovery_sheet(founded.office, founded.recovery_code)
            write_atomically(out, sheet, f"保存“{out.name}”", owner_only=True)
    finally:
        founded.office.close()
    return 0
