"""Why a file from outside is not taken: one class, one code and one sentence each.

A front end prints the sentence, a test and `--json` look at the code.
"""

from __future__ import annotations

from enum import StrEnum

from app.domain.errors import UserError


class Refusal(StrEnum):
    """The reasons. docs/exchange-format.md §1 says which attack each one answers."""

    BROKEN = "broken"
    NOT_OURS = "not_ours"
    NEWER_PROGRAM = "newer_program"
    NOT_FOR_US = "not_for_us"
    UNKNOWN_SENDER = "unknown_sender"
    REVOKED_SENDER = "revoked_sender"
    ALREADY_RECEIVED = "already_received"
    TEST_KEY = "test_key"
    TOO_LARGE = "too_large"
    WRONG_PURPOSE = "wrong_purpose"
    WRONG_REPLY = "wrong_reply"
    HOSTILE_NAME = "hostile_name"
    INCOMPLETE = "incomplete"


_SENTENCES: dict[Refusal, str] = {
    Refusal.BROKEN: "这个文件已损坏或被改动过，一个字也没有导入，请让对方重新导出后再送来。",
    Refusal.NOT_OURS: "这不是一站通的交换文件，请选择扩展名为 .yzt 或 .yzv 的文件。",
    Refusal.NEWER_PROGRAM: "这个文件由更新版本的程序写成，请先把本机的程序升级到最新版再导入。",
    Refusal.NOT_FOR_US: "这个文件是发给别的单位的，本单位打不开，请把它交给收件单位。",
    Refusal.UNKNOWN_SENDER: "发来这个文件的单位没有在本单位入网，请先核对并办理入网，再导入它的文件。",
    Refusal.REVOKED_SENDER: "发来这个文件的单位已停用或换过密钥，请电话联系对方，用现在的密钥重新导出。",
    Refusal.ALREADY_RECEIVED: "这个文件已经收过，不用再导入。",
    Refusal.TEST_KEY: "这个文件用的是测试密钥，不能进入正式数据，请向对方索取正式文件。",
    Refusal.TOO_LARGE: "这个文件里的内容超过允许的大小，没有导入，请让对方检查后重新导出。",
    Refusal.WRONG_PURPOSE: "这个文件不是这一步要用的那一种，请核对文件名后重新选择。",
    Refusal.WRONG_REPLY: "这份入网批复答复的不是本单位现在的申请，请让上级对最近一次申请重新批复。",
    Refusal.HOSTILE_NAME: "文件名不符合要求，为安全起见没有打开，请让对方重新导出并保持原来的文件名。",
    Refusal.INCOMPLETE: "分卷还没有收齐，请把缺少的分卷也放进来后再导入。",
}


class Refused(UserError):
    """A file is not taken, and nothing of it was kept. `detail` is for the log: English, no personal data."""

    def __init__(self, code: Refusal, detail: str = "", sentence: str | None = None) -> None:
        super().__init__(sentence or _SENTENCES[code])
        self.code = code
        self.detail = detail
