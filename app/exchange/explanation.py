"""说明.txt beside a package: what it is, for whoever finds the file without our program. No personal data."""

from __future__ import annotations

from pathlib import Path

from app.exchange.cards import spoken
from app.exchange.header import PackageHeader
from app.system.atomic_files import write_atomically


def explanation(
    header: PackageHeader,
    *,
    name: str,
    sender: str,
    recipient: str,
    events: int,
    attachments: int,
    volumes: int = 1,
) -> str:
    """The text. `name` of the package file; `sender` and `recipient` are the names of the offices."""
    pieces = f"，分成 {volumes} 卷，请全部送到" if volumes > 1 else ""
    return "\n".join(
        (
            "一站通数据交换文件说明",
            "",
            f"文件：{name}{pieces}",
            f"发出单位：{sender}",
            f"接收单位：{recipient}",
            f"序号：第 {header.number} 号",
            f"制作时间：{header.made_at[:10]} {header.made_at[11:16]}",
            f"内容：记录 {events} 条，附件 {attachments} 个，共 {header.body} 字节（已加密）",
            f"发出单位指纹：{spoken(header.sender)}",
            f"接收单位指纹：{spoken(header.recipient)}",
            f"文件编号：{header.id}",
            "",
            "请把文件原样交给接收单位，在一站通的“往来同步”页导入。",
            "文件已加密并签名，只有接收单位能打开；不要改名、编辑或另存，改动一个字节就不能导入。",
            "收到回执之前请不要删除。同一个文件重复导入没有影响。",
            "",
        )
    )


def write_explanation(path: Path, text: str) -> None:
    """Write the note as Windows' editor reads it: UTF-8 with a mark, CR LF. EnvironmentProblem: disk."""
    write_atomically(path, text.replace("\n", "\r\n").encode("utf-8-sig"), "写出说明")
