"""Sending and fetching packages by a mailbox, for counters that sometimes have a line.

Account and password lie sealed beside the database, never in the log, which goes to other offices. All
calls here that speak to a server block: run them in a worker.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from app.domain.errors import InvalidFields, UserError
from app.exchange.carriers import imap, letters, smtp
from app.exchange.carriers.imap import Position
from app.exchange.carriers.letters import Letter
from app.exchange.carriers.mail_parts import Attached
from app.exchange.carriers.mail_server import MailServer, Security
from app.exchange.carriers.proven_writing import Delivered, Outgoing
from app.exchange.sealed_settings import read_sealed, write_sealed
from app.services.changes import Changes
from app.services.exchange import arrivals, peers, sending
from app.services.exchange.arrivals import Arrivals
from app.services.exchange.sending import Progress, Sent
from app.services.office import OpenOffice
from app.system.atomic_files import write_atomically
from app.system.errors import EnvironmentProblem

TLS, STARTTLS = Security.TLS.value, Security.STARTTLS.value
INBOX = imap.INBOX
LARGEST_SETTING_MB = letters.LARGEST_SETTING_MB
_ACCOUNT, _POSITION = "mail.sealed", "mail-position.json"
_PURPOSE, _READING, _WRITING = "mail account", "读取邮箱设置", "保存邮箱设置"
_SUFFIXES = (".yzt", ".yzv")


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A mailbox of this office. `security` is tls or starttls; `addresses`: peers' mailboxes by node.

    `authority`: a file of certificates to trust instead of the system's, "" for those. `volume_mb` 1 to 45.
    `imap_folder`: where the letters of peers arrive.
    """

    address: str
    user: str
    password: str
    smtp_host: str
    smtp_port: int
    smtp_security: str
    imap_host: str
    imap_port: int
    imap_security: str
    addresses: dict[str, str] = {}
    authority: str = ""
    volume_mb: int = letters.LARGEST_VOLUME_MB
    imap_folder: str = INBOX

    def __repr__(self) -> str:
        """Without the password: this may stand in a log."""
        return f"Account({self.address})"


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What a mailbox gave: letters of ours, sentences about bad ones, and what may be imported now."""

    letters: int
    problems: tuple[str, ...]
    found: Arrivals


def account(office: OpenOffice) -> Account | None:
    """The mailbox set up here, None when none is. EnvironmentProblem when the file is damaged."""
    raw = read_sealed(_path(office), office.key, _PURPOSE, _READING)
    return None if raw is None else msgspec.json.decode(raw, type=Account)


def completed(office: OpenOffice, wanted: Account) -> Account:
    """`wanted`, sound; without a password it gets the one saved here for the same user and servers.

    InvalidFields by the names of the fields; `addresses` is a peer's.
    """
    if not wanted.password:
        old = _readable(office)
        if old is not None and _doors(old) == _doors(wanted):
            wanted = msgspec.structs.replace(wanted, password=old.password)
    problems = _problems(wanted)
    if problems:
        raise InvalidFields(problems)
    return wanted


def save(office: OpenOffice, wanted: Account) -> Changes:
    """Keep the account sealed. InvalidFields as `completed`."""
    wanted = completed(office, wanted)
    old = _readable(office)
    if old is not None and _box(old) != _box(wanted):
        # Letters are numbered by mailbox: in another one the count says nothing.
        (peers.folder(office) / _POSITION).unlink(missing_ok=True)
    write_sealed(_path(office), msgspec.json.encode(wanted), office.key, _PURPOSE, _WRITING)
    return Changes.EXCHANGE


def forget(office: OpenOffice) -> Changes:
    """Remove the account and its password from this computer."""
    for path in (_path(office), peers.folder(office) / _POSITION):
        path.unlink(missing_ok=True)
    return Changes.EXCHANGE


def check(wanted: Account) -> None:
    """Sign in to both servers and out again (测试连接). UserError, EnvironmentProblem with the reason."""
    smtp.check(_smtp(wanted))
    imap.check(_imap(wanted), wanted.imap_folder)


def send(office: OpenOffice, node: str, progress: Progress | None = None) -> Sent:
    """Export to a peer as letters through the server; stopped half way, doing it again sends the rest.

    UserError without an account or without the peer's address.
    """
    used = _required(office)
    address = used.addresses.get(node, "")
    if not address:
        raise UserError("还没有填写对方的邮箱地址，请先在“邮箱账号”里填写。")
    peer = office.store.peers.get(node)
    mark = _Mark(sending.folder_of(office, node) / _sent_name(used, address))

    def carry(shipment: str, files: Sequence[Outgoing], step: Progress | None) -> Delivered:
        volumes = [file for file in files if Path(file.name).suffix in _SUFFIXES]
        posted = [
            Letter(
                to=address,
                sender_name=office.office.name,
                recipient_name=peer.name,
                attachment=Path(str(file.content)),
                name=file.name,
                part=at,
                parts=len(volumes),
            )
            for at, file in enumerate(volumes, start=1)
        ]
        smtp.send_letters(
            _smtp(used), used.address, posted, sent=mark.names(), mark=mark.add, clock=office.clock,
            progress=step,
        )  # fmt: skip
        return Delivered(
            folder=mark.path.parent,
            shipment=shipment,
            files=len(posted),
            kept=0,
            size=sum(file.size for file in volumes),
            past_cache=True,
            sentence=f"已发出 {len(posted)} 封邮件，对方收取导入后会带回回执。",
        )

    sent = sending.carried_by(office, node, carry, "邮件", used.volume_mb, progress)
    return msgspec.structs.replace(sent, files=())


def fetch(office: OpenOffice, progress: Progress | None = None) -> Fetched:
    """Take our letters out of the mailbox into the spool; `found` goes to preview and import.

    Nothing in the mailbox is deleted. UserError without an account.
    """
    used = _required(office)
    spool = arrivals.spool_of(office)

    def keep(attached: Attached) -> None:
        spool.keep(attached.data, attached.name.rsplit(".", 1)[-1])

    place = peers.folder(office) / _POSITION
    got = imap.fetch_letters(_imap(used), keep, _position(place), folder=used.imap_folder, progress=progress)
    write_atomically(place, msgspec.json.encode(got.position), "保存收件进度")
    return Fetched(letters=got.letters, problems=got.problems, found=arrivals.from_spool(office))


class _Mark:
    """Which letters of the export at work the server has taken; gone with the export."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def names(self) -> frozenset[str]:
        """What was sent before the line broke."""
        try:
            return frozenset(msgspec.json.decode(self.path.read_bytes(), type=list[str]))
        except (FileNotFoundError, msgspec.DecodeError):
            return frozenset()  # then a letter goes twice, which the receiver counts once

    def add(self, letter: Letter) -> None:
        """On the disk when this returns."""
        names = sorted({*self.names(), letter.name})
        write_atomically(self.path, msgspec.json.encode(names), "记下发出的邮件")


def _required(office: OpenOffice) -> Account:
    found = account(office)
    if found is None:
        raise UserError("还没有设置邮箱，请先在“邮箱账号”里填写邮箱的服务器、账号和授权码。")
    return found


def _readable(office: OpenOffice) -> Account | None:
    """The account saved before; a damaged one is about to be replaced and counts as none."""
    try:
        return account(office)
    except EnvironmentProblem:
        return None


def _doors(one: Account) -> tuple[str, ...]:
    """Where a password goes: it is never handed to another server without being typed again."""
    return (one.user, one.smtp_host, one.imap_host)


def _box(one: Account) -> tuple[str, ...]:
    return (one.user, one.imap_host, one.imap_folder)


def _problems(wanted: Account) -> dict[str, str]:
    """A sentence for each field that cannot be right."""
    fine = MailServer("localhost", 1, Security.TLS, "a", "a")
    checks: dict[str, Callable[[], object]] = {
        "address": lambda: letters.require_address(wanted.address),
        "user": lambda: replace(fine, user=wanted.user).require_sound(),
        "password": lambda: replace(fine, password=wanted.password).require_sound(),
        "smtp_host": lambda: replace(fine, host=wanted.smtp_host).require_sound(),
        "smtp_port": lambda: replace(fine, port=wanted.smtp_port).require_sound(),
        "smtp_security": lambda: _security(wanted.smtp_security),
        "imap_host": lambda: replace(fine, host=wanted.imap_host).require_sound(),
        "imap_port": lambda: replace(fine, port=wanted.imap_port).require_sound(),
        "imap_security": lambda: _security(wanted.imap_security),
        "imap_folder": lambda: _require_folder(wanted.imap_folder),
        "addresses": lambda: [letters.require_address(one) for one in wanted.addresses.values()],
        "volume_mb": lambda: _require_volume(wanted.volume_mb),
    }
    found = {}
    for name, sound in checks.items():
        try:
            sound()
        except UserError as problem:
            found[name] = problem.message
    return found


def _require_folder(name: str) -> None:
    if not name or not name.isprintable():
        raise UserError(f"请填写收件的文件夹，一般是 {INBOX}。")


def _require_volume(megabytes: int) -> None:
    if not 1 <= megabytes <= LARGEST_SETTING_MB:
        raise UserError(f"每卷的大小应在 1 到 {LARGEST_SETTING_MB} MB 之间，一般用 15。")


def _sent_name(used: Account, address: str) -> str:
    """Marks count only for the same cut and the same mailbox: to a corrected address everything goes."""
    goes_to = hashlib.sha256(address.encode()).hexdigest()[:16]
    return f"sent-{used.volume_mb}-{goes_to}.json"


def _position(place: Path) -> Position | None:
    try:
        return msgspec.json.decode(place.read_bytes(), type=Position)
    except (FileNotFoundError, msgspec.DecodeError):
        return None  # looked through from the beginning: known volumes are harmless


def _path(office: OpenOffice) -> Path:
    return peers.folder(office) / _ACCOUNT


def _smtp(used: Account) -> MailServer:
    return _server(used, used.smtp_host, used.smtp_port, used.smtp_security)


def _imap(used: Account) -> MailServer:
    return _server(used, used.imap_host, used.imap_port, used.imap_security)


def _server(used: Account, host: str, port: int, security: str) -> MailServer:
    authority = Path(used.authority) if used.authority else None
    return MailServer(host, port, _security(security), used.user, used.password, authority=authority)


def _security(word: str) -> Security:
    if word not in {one.value for one in Security}:
        raise UserError("请选择 TLS 或者 STARTTLS，不加密的连接不能用。")
    return Security(word)
