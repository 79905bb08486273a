"""Fetching volumes from a mailbox: only letters with our tag, looked at without being marked.

A letter is marked as read, or moved, only when its volumes lie safely here; nothing is ever deleted.
Mailboxes may be huge: headers come in windows from the newest down to the last one seen, and of each
letter only its subject and length are asked for first.
"""

from __future__ import annotations

import base64
import imaplib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec

from app.exchange.carriers.mail_parts import LARGEST_MAIL, Attached, is_ours, open_mail
from app.exchange.carriers.mail_server import MailServer, Security, told
from app.exchange.carriers.shipments import Progress
from app.system.errors import EnvironmentProblem

INBOX = "INBOX"

_DOING = "收取邮件"
_WINDOW = 200
_SUBJECT_BYTES = 4096
_UID = re.compile(rb"\bUID (\d{1,10})\b")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,12})\b")


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """How far a mailbox was read; kept by the caller. Another `validity` means: numbers begin anew."""

    validity: int
    last_uid: int


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """`letters` of ours were read, `volumes` of them kept; `problems` are sentences, one a letter."""

    position: Position
    letters: int
    volumes: int
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Found:
    uid: int
    size: int


def check(server: MailServer, folder: str = INBOX) -> None:
    """Sign in, look for the folder, and out again (测试连接). Raises UserError, EnvironmentProblem."""
    server.require_sound()
    with told("测试收件服务器", server):
        client = _connected(server)
        try:
            _open(client, folder, readonly=True)
        finally:
            _close(client)


def fetch_letters(
    server: MailServer,
    keep: Callable[[Attached], object],
    since: Position | None = None,
    *,
    folder: str = INBOX,
    move_to: str | None = None,
    progress: Progress | None = None,
) -> Fetched:
    """Read our letters that came after `since` and hand each volume to `keep`, oldest letter first.

    `keep` must have the volume on disk when it returns; what it raises ends the fetching, and the letters
    not yet kept stay as they are. With `move_to` kept letters go into that folder where the server can move.
    `progress` counts letters and may raise to stop. Raises UserError, EnvironmentProblem.
    """
    server.require_sound()
    with told(_DOING, server):
        client = _connected(server)
        try:
            return _Mailbox(client, keep, move_to).read(folder, since, progress)
        finally:
            _close(client)


class _Mailbox:
    """One visit. What imaplib raises is told by `fetch_letters`."""

    def __init__(
        self, client: imaplib.IMAP4, keep: Callable[[Attached], object], move_to: str | None
    ) -> None:
        self._client = client
        self._keep = keep
        self._move_to = move_to if move_to is None else mailbox_name(move_to)
        self._volumes = 0
        self._problems: list[str] = []

    def read(self, folder: str, since: Position | None, progress: Progress | None) -> Fetched:
        count = _open(self._client, folder)
        validity = _number(self._client.response("UIDVALIDITY")[1])
        last = since.last_uid if since is not None and since.validity == validity else 0
        found, highest = self._scan(count, last)
        if self._move_to is not None and found and self._can_move():
            self._client.create(self._move_to)  # refused when it is there already: that is fine
        for done, letter in enumerate(found):
            if progress is not None:
                progress(done, len(found))
            if self._take(letter):
                self._settle(letter)
        if progress is not None and found:
            progress(len(found), len(found))
        return Fetched(
            position=Position(validity=validity, last_uid=max(highest, last)),
            letters=len(found),
            volumes=self._volumes,
            problems=tuple(self._problems),
        )

    def _scan(self, count: int, last: int) -> tuple[list[_Found], int]:
        """Our letters newer than `last`, the oldest first, and the highest number seen.

        From the top down: when another program removes letters meanwhile, the ones below slide down
        into a window still to come and none is passed over.
        """
        found: dict[int, _Found] = {}
        highest = 0
        top = count
        while top > 0:
            bottom = max(top - _WINDOW + 1, 1)
            wanted = f"(UID RFC822.SIZE BODY.PEEK[HEADER.FIELDS (SUBJECT)]<0.{_SUBJECT_BYTES}>)"
            status, data = self._client.fetch(f"{bottom}:{top}", wanted)
            _require(status, "FETCH")
            lowest = None
            for words, literal in _answers(data):
                uid, size = _UID.search(words), _SIZE.search(words)
                if uid is None or size is None:
                    continue
                number = int(uid[1])
                highest = max(highest, number)
                lowest = number if lowest is None else min(lowest, number)
                if number > last and is_ours(literal):
                    found[number] = _Found(number, int(size[1]))
            if lowest is not None and lowest <= last:
                break
            top = bottom - 1
        return [found[uid] for uid in sorted(found)], highest

    def _take(self, letter: _Found) -> bool:
        """Keep what a letter holds; whether all of it is safe now."""
        if letter.size > LARGEST_MAIL:
            self._problems.append("有一封邮件太大，没有收取，请让对方分卷后重新发送。")
            return False
        status, data = self._client.uid("FETCH", str(letter.uid), f"(BODY.PEEK[]<0.{LARGEST_MAIL}>)")
        _require(status, "FETCH")
        raw = next((literal for _words, literal in _answers(data)), None)
        if raw is None:
            return False  # removed by another program a moment ago
        opened = open_mail(raw)
        for attached in opened.attached:
            self._keep(attached)
            self._volumes += 1
        self._problems += [problem.sentence for problem in opened.problems]
        return bool(opened.attached) and not opened.problems

    def _settle(self, letter: _Found) -> None:
        """Mark a letter as read and put it away. A server that refuses leaves it as it is: no harm."""
        self._client.uid("STORE", str(letter.uid), "+FLAGS.SILENT", "(\\Seen)")
        # Without MOVE a letter could only be copied and deleted, and nothing is deleted here.
        if self._move_to is not None and self._can_move():
            self._client.uid("MOVE", str(letter.uid), self._move_to)

    def _can_move(self) -> bool:
        return "MOVE" in self._client.capabilities


def mailbox_name(name: str) -> str:
    """The name of a folder as IMAP writes it: quoted, Chinese in its own UTF-7. ValueError: line breaks."""
    if not name or not name.isprintable():
        raise ValueError("no name for a folder")
    pieces = []
    for run in re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", name):
        if run.isascii():
            pieces.append(run.replace("&", "&-"))
        else:
            coded = base64.b64encode(run.encode("utf-16-be")).rstrip(b"=").replace(b"/", b",")
            pieces.append(f"&{coded.decode('ascii')}-")
    inner = "".join(pieces).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def _open(client: imaplib.IMAP4, folder: str, *, readonly: bool = False) -> int:
    """Go into a folder; how many letters it holds."""
    status, data = client.select(mailbox_name(folder), readonly=readonly)
    if status != "OK":
        raise EnvironmentProblem(
            f"{_DOING}没有成功：邮箱里没有“{folder}”这个文件夹，请在“邮箱账号”里改正，一般填 {INBOX}。"
        )
    return int(data[0] or b"0")


def _connected(server: MailServer) -> imaplib.IMAP4:
    context = server.context()
    if server.security is Security.TLS:
        client: imaplib.IMAP4 = imaplib.IMAP4_SSL(
            server.host, server.port, ssl_context=context, timeout=server.timeout
        )
    else:
        client = imaplib.IMAP4(server.host, server.port, timeout=server.timeout)
    try:
        if server.security is Security.STARTTLS:
            client.starttls(context)
        client.login(server.user, server.password)
        # What a server can do is often told only after signing in.
        status, data = client.capability()
        if status == "OK" and data and isinstance(data[-1], bytes):
            client.capabilities = tuple(data[-1].decode("ascii", "replace").upper().split())
        if "ID" in client.capabilities:
            # 163 and 126 shut out programs that do not say who they are.
            client.xatom("ID", '("name" "yizhantong" "vendor" "yizhantong")')
    except BaseException:
        _close(client)
        raise
    return client


def _close(client: imaplib.IMAP4) -> None:
    """Sign out where the line still stands. Never CLOSE: that would delete what others marked."""
    try:
        client.logout()
    except (imaplib.IMAP4.error, OSError):
        client.shutdown()


def _answers(data: Sequence[object]) -> list[tuple[bytes, bytes]]:
    """The answers of a FETCH that hold a literal: the words around it, and the literal."""
    found: list[tuple[bytes, bytes]] = []
    for item in data:
        match item:
            case (bytes(words), bytes(literal)):
                found.append((words, literal))
            case bytes(rest) if found:
                # A server may tell numbers after the literal.
                found[-1] = (found[-1][0] + b" " + rest, found[-1][1])
    return found


def _number(data: Sequence[object]) -> int:
    first = data[0] if data else None
    return int(first) if isinstance(first, bytes) and first.isdigit() else 0


def _require(status: str, command: str) -> None:
    if status != "OK":
        raise imaplib.IMAP4.error(f"{command} refused")
