"""One mail for one volume: a draft the user's own mail program opens, or the same letter for SMTP.

To, subject and text say who, to whom and which part, for people and for finding it again; no personal
data. Readers go by the attachment and its signature, never by the words.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

import msgspec

from app.domain.errors import UserError
from app.exchange.carriers.carrier_names import is_package_name
from app.system.atomic_files import explain_os_error, write_atomically
from app.system.errors import EnvironmentProblem

TAG = "[YZT]"
"""Stands in every subject, so that our letters are found in a mailbox with many others."""

LARGEST_VOLUME_MB = 15
"""The setting's default. Base64 makes a third more of it; most mail servers end at 25 MB."""

LARGEST_SETTING_MB = 45
_HARD_LIMIT = LARGEST_SETTING_MB * 1024 * 1024
_LONGEST_ADDRESS = 254


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """What a mail is about. `sender_name` and `recipient_name` are offices; `part` counts from 1."""

    to: str
    sender_name: str
    recipient_name: str
    attachment: Path
    name: str
    part: int
    parts: int


def draft(letter: Letter) -> bytes:
    """The bytes of an `.eml` that opens as an unsent mail with the volume attached.

    Raises UserError for an address that is none, EnvironmentProblem when the volume cannot be read.
    """
    message = _message(letter)
    # Outlook, Thunderbird and Foxmail open a file with this line for writing, not for reading.
    message["X-Unsent"] = "1"
    return message.as_bytes()


def write_draft(letter: Letter, folder: Path) -> Path:
    """Write the draft beside its volume's name with `.eml` behind; its path. Raises as `draft`."""
    path = folder / f"{letter.name}.eml"
    write_atomically(path, draft(letter), "写出邮件草稿")
    return path


def for_sending(letter: Letter, address: str, now: dt.datetime) -> EmailMessage:
    """The letter for a mail server, from `address`. Raises as `draft`.

    Its Message-ID is made of the content: a letter sent twice because the line broke is known as one.
    """
    message = _message(letter)
    message["From"] = require_address(address)
    message["Date"] = format_datetime(now)
    words = "\n".join((letter.to, letter.name, _digest(letter.attachment)))
    message["Message-ID"] = f"<{hashlib.sha256(words.encode()).hexdigest()[:40]}@yizhantong.invalid>"
    return message


def require_address(text: str) -> str:
    """A mail address as it may stand in a header, or UserError. What comes after is the server's to judge."""
    name, at, place = text.partition("@")
    sound = (
        text.isascii()
        and text.isprintable()
        and len(text) <= _LONGEST_ADDRESS
        and name
        and at
        and "." in place.strip(".")
        and not set(text) & set(' <>()[],;:\\"')
        and "@" not in place
    )
    if not sound:
        raise UserError("邮箱地址的写法不对，应当像 name@example.gov.cn 这样，请改正后再试。")
    return text


def _message(letter: Letter) -> EmailMessage:
    if not is_package_name(letter.name) or not 1 <= letter.part <= letter.parts:
        raise ValueError(f"no volume for a letter: {letter.name!r}")
    data = _content(letter.attachment)
    # Lines end as mail demands, and a long Chinese name is written as RFC 2231 wants it.
    message = EmailMessage(policy=SMTP)
    message["To"] = require_address(letter.to)
    which = f"第 {letter.part} 封，共 {letter.parts} 封"
    sender, recipient = _one_line(letter.sender_name), _one_line(letter.recipient_name)
    message["Subject"] = f"{TAG} 一站通往来 {sender} 发 {recipient}（{which}）"
    message.set_content(
        f"{recipient}：\n\n"
        f"这是{sender}用一站通导出的文件，{which}。附件已加密，只有贵单位的一站通能打开，"
        "请不要改动或改名。\n\n"
        "收件办法：在一站通的“往来同步”页里收取邮件；没有联网的电脑请把附件存到 U 盘或文件夹，"
        "再在“往来同步”页里放入。各封先后不限，收齐为止。\n",
        cte="base64",
    )
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=letter.name)
    # A boundary made of the content: the same letter is the same file.
    message.set_boundary(f"=_yzt_{hashlib.sha256(data).hexdigest()[:40]}")
    return message


def _one_line(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())[:60]


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _HARD_LIMIT:
            raise EnvironmentProblem(
                f"生成邮件没有成功：{path.name} 太大，邮箱收不下，请在设置里把每卷的大小改小"
                f"（建议 {LARGEST_VOLUME_MB} MB）后重新导出。"
            )
        return path.read_bytes()
    except OSError as error:
        raise explain_os_error(error, "读取要发送的文件") from error


def _digest(path: Path) -> str:
    return hashlib.sha256(_content(path)).hexdigest()
