"""Volumes out of a mail, whoever wrote it: bounded in length, depth and number of parts, one pass each.

The standard parser builds the whole tree of a mail and follows it as deep as it goes; here only the
headers of each part, cut to a length, are given to it. What is looked for are attachments with our names;
everything else is passed over unread.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import collapse_rfc2231_value
from pathlib import Path

import msgspec

from app.exchange.carriers.carrier_names import is_package_name
from app.exchange.carriers.letters import LARGEST_SETTING_MB, TAG
from app.exchange.carriers.shipments import open_plain
from app.system.atomic_files import explain_os_error

LARGEST_MAIL = LARGEST_SETTING_MB * 2 * 1024 * 1024
MOST_PARTS = 64
DEEPEST = 8
_LARGEST_HEADERS = 64 * 1024
_MOST_HEADER_LINES = 400
_LONGEST_BOUNDARY = 200
_PLAIN_WAYS = ("", "7bit", "8bit", "binary")
_NO_HEADERS = re.compile(rb"\r?\n")
_HEADER_END = re.compile(rb"\r?\n\r?\n")


class _AsWritten(policy.Compat32):
    """Old programs write bytes of GBK into headers; the standard policy makes question marks of them."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """The value with its bytes kept as surrogates."""
        return value


_PARSER = BytesHeaderParser(policy=_AsWritten())


class MailProblem(msgspec.Struct, frozen=True, kw_only=True):
    """Why something of a mail was not taken: one plain sentence."""

    sentence: str


class Attached(msgspec.Struct, frozen=True, kw_only=True):
    """An attachment with one of our names; nothing about its content is known."""

    name: str
    data: bytes


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """What a mail gave. `others` counts attachments with names that are not ours."""

    attached: tuple[Attached, ...] = ()
    others: int = 0
    problems: tuple[MailProblem, ...] = ()


class _TooMuch(Exception):
    """A limit was passed; what came before it counts."""


def open_mail(raw: bytes) -> Opened:
    """The volumes in a mail. Never raises because of what stands in it."""
    if len(raw) > LARGEST_MAIL:
        return Opened(problems=(MailProblem(sentence="这封邮件太大，没有打开，请让对方分卷后重新发送。"),))
    found = _Finder()
    try:
        found.walk(memoryview(raw), 0)
    except _TooMuch:
        found.problems.append(
            MailProblem(sentence="这封邮件的结构过于复杂，只取了前面的部分，请让对方用一站通重新发送。")
        )
    return Opened(attached=tuple(found.attached), others=found.others, problems=tuple(found.problems))


def read_mail_file(path: Path) -> Opened:
    """The volumes in an `.eml` file; EnvironmentProblem when it cannot be read. Links are not followed."""
    try:
        with open_plain(path) as file:
            return open_mail(file.read(LARGEST_MAIL + 1))
    except OSError as error:
        raise explain_os_error(error, "读取邮件文件") from error


def is_ours(header_block: bytes) -> bool:
    """Whether a mail with these headers has our tag in its subject."""
    subject = _headers(header_block[:_LARGEST_HEADERS]).get("Subject", "")
    return TAG in _decoded(str(subject))


class _Finder:
    """Walks the parts of one mail."""

    def __init__(self) -> None:
        self.attached: list[Attached] = []
        self.problems: list[MailProblem] = []
        self.others = 0
        self._parts = 0

    def walk(self, data: memoryview, depth: int) -> None:
        """Look at one part with its headers; raises _TooMuch."""
        self._parts += 1
        if self._parts > MOST_PARTS or depth > DEEPEST:
            raise _TooMuch
        empty = _NO_HEADERS.match(data)
        if empty:
            block, body = b"", data[empty.end() :]
        else:
            end = _HEADER_END.search(data[: _LARGEST_HEADERS + 4])
            if end is None:
                return  # no headers, or longer ones than any honest part has: nothing of ours
            block, body = bytes(data[: end.start()]), data[end.end() :]
        if block.count(b"\n") > _MOST_HEADER_LINES:
            return
        headers = _headers(block)
        kind = headers.get_content_maintype()
        if kind == "multipart":
            for part in _split(body, _boundary_of(headers)):
                self.walk(part, depth + 1)
        elif headers.get_content_type() == "message/rfc822":
            # Copied only when it is wrapped: a letter forwarded as it is lies inside this one.
            inner = body if _way_of(headers) in _PLAIN_WAYS else memoryview(_decode(headers, body) or b"")
            self.walk(inner, depth + 1)
        else:
            self._leaf(headers, body)

    def _leaf(self, headers: Message, body: memoryview) -> None:
        name = _name_of(headers)
        if not name:
            return
        if not is_package_name(name):
            self.others += 1
            return
        data = _decode(headers, body)
        if data is None:
            self.problems.append(
                MailProblem(sentence=f"附件 {name} 在邮寄途中损坏，没有取出，请让对方重新发送这一封。")
            )
        else:
            self.attached.append(Attached(name=name, data=data))


def _headers(block: bytes) -> Message:
    return _PARSER.parsebytes(block)


def _boundary_of(headers: Message) -> bytes:
    # A parameter in a foreign character set that does not exist, or cut in the middle.
    try:
        boundary = headers.get_boundary("") or ""
        return boundary.encode("ascii", "surrogateescape")[:_LONGEST_BOUNDARY]
    except (LookupError, ValueError, TypeError):
        return b""


def _split(body: memoryview, boundary: bytes) -> Iterator[memoryview]:
    """The parts between the lines of a boundary, nothing copied."""
    if not boundary:
        return
    line = re.compile(rb"(?:^|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|$)")
    start: int | None = None
    for found in line.finditer(body):
        if start is not None:
            yield body[start : found.start()]
        if found[1]:
            return
        start = found.end()
        # The line's own end belongs to the boundary.
        start += 2 if body[start : start + 2].tobytes() == b"\r\n" else 1
    if start is not None:
        # The last line is lost, as when a mail was cut off; its attachment is judged by its content.
        yield body[start:]


def _way_of(headers: Message) -> str:
    return str(headers.get("Content-Transfer-Encoding", "")).strip().lower()


def _decode(headers: Message, body: memoryview) -> bytes | None:
    """The content of a part, None when it is damaged."""
    way = _way_of(headers)
    if way == "base64":
        letters = bytes(body).translate(None, b" \t\r\n")
        try:
            return binascii.a2b_base64(letters, strict_mode=True)
        except binascii.Error:
            return None
    if way == "quoted-printable":
        return binascii.a2b_qp(bytes(body))
    if way in _PLAIN_WAYS:
        return bytes(body)
    return None


def _name_of(headers: Message) -> str:
    """The file name of an attachment in any of the ways mail programs write Chinese; empty without one."""
    try:
        for parameter, header in (("filename", "Content-Disposition"), ("name", "Content-Type")):
            value = headers.get_param(parameter, None, header)
            if value:
                text = collapse_rfc2231_value(value)
                return _decoded(text).strip()
    except (LookupError, ValueError, TypeError):
        return ""
    return ""


def _decoded(text: str) -> str:
    """RFC 2047 words, and bytes nobody declared: UTF-8 when they are, else the Chinese of old programs."""
    try:
        words = decode_header(text)
        pieces = [
            word.decode(charset or "ascii", "surrogateescape") if isinstance(word, bytes) else word
            for word, charset in words
        ]
        joined = "".join(pieces)
    except (HeaderParseError, LookupError, ValueError):
        joined = text
    raw = joined.encode("utf-8", "surrogateescape") if _has_bytes(joined) else None
    if raw is None:
        return joined
    for charset in ("utf-8", "gb18030"):
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    return ""


def _has_bytes(text: str) -> bool:
    return any("\udc80" <= letter <= "\udcff" for letter in text)
