"""Sending and fetching packages by a mailbox, for counters that sometimes have a line.

Account and password lie sealed beside the database, never in the log, which goes to other offices. All
calls here that speak to a server block: run them in a worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.domain.errors import UserError
from app.exchange.carriers import imap, letters, smtp
from app.exchange.carriers.imap import Position
from app.exchange.carriers.letters import Letter
from app.exchange.carriers.mail_parts import Attached
from app.exchange.carriers.mail_server import MailServer, Security
from app.exchange.carriers.proven_writing import Delivered, Outgoing
from app.exchange.sealed_settings import read_sealed, write_sealed
from app.services.exchange import arrivals, peers, sending
from app.services.exchange.arrivals import Arrivals
from app.services.exchange.sending import Progress, Sent
from app.services.office import OpenOffice
from app.system.atomic_files import write_atomically

_ACCOUNT, _POSITION, _SENT = "mail.sealed", "mail-position.json", "sent.json"
_PURPOSE, _READING, _WRITING = "mail account", "读取邮箱设置", "保存邮箱设置"
_SUFFIXES = (".yzt", ".yzv")


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A mailbox of this office. `security` is tls or starttls; `addresses`: peers' mailboxes by node.

    `authority`: a file of certificates to trust instead of the system's, "" for those. `volume_mb` 1 to 45.
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


def save(office: OpenOffice, wanted: Account) -> None:
    """Keep the account sealed. UserError for an address, host or password that cannot be one."""
    letters.require_address(wanted.address)
    for address in wanted.addresses.values():
        letters.require_address(address)
    if not 1 <= wanted.volume_mb <= letters.LARGEST_SETTING_MB:
        raise UserError(f"每卷的大小应在 1 到 {letters.LARGEST_SETTING_MB} MB 之间，一般用 15。")
    _smtp(wanted).require_sound()
    _imap(wanted).require_sound()
    write_sealed(_path(office), msgspec.json.encode(wanted), office.key, _PURPOSE, _WRITING)


def forget(office: OpenOffice) -> None:
    """Remove the account and its password from this computer."""
    _path(office).unlink(missing_ok=True)


def check(wanted: Account) -> None:
    """Sign in to both servers and out again (测试连接). UserError, EnvironmentProblem with the reason."""
    smtp.check(_smtp(wanted))
    imap.check(_imap(wanted))


def send(office: OpenOffice, node: str, progress: Progress | None = None) -> Sent:
    """Export to a peer as letters through the server; stopped half way, doing it again sends the rest.

    UserError without an account or without the peer's address.
    """
    used = _required(office)
    address = used.addresses.get(node, "")
    if not address:
        raise UserError("还没有填写对方的邮箱地址，请先在邮箱设置里填写。")
    peer = office.store.peers.get(node)
    mark = _Mark(sending.folder_of(office, node) / _SENT)

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
    got = imap.fetch_letters(_imap(used), keep, _position(place), progress=progress)
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
        raise UserError("还没有设置邮箱，请先填写邮箱的服务器、账号和授权码。")
    return found


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
    if security not in {one.value for one in Security}:
        raise UserError("请选择 TLS 或者 STARTTLS，不加密的连接不能用。")
    authority = Path(used.authority) if used.authority else None
    return MailServer(host, port, Security(security), used.user, used.password, authority=authority)
