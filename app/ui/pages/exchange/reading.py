"""What the page 往来同步 shows, read at one time in the database's thread."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from app.services.exchange import (
    arrivals,
    attention,
    enrolment,
    mail,
    own_keys,
    peers,
    sending,
    sync_report,
)
from app.services.exchange.attention import Attention
from app.services.exchange.mail import Account
from app.services.exchange.peers import PeerLine
from app.services.exchange.sending import Pending
from app.services.exchange.sync_report import SyncReport
from app.services.office import OpenOffice
from app.system.errors import EnvironmentProblem

PARENT, CHILD = "parent", "child"


class ExchangeReading(NamedTuple):
    """`chosen`: the peer the left column is about, None without any.

    `volumes`: a sentence for each set of volumes that is not whole. `asked`: 入网申请 was written.
    `keys_lost`: the file with the keys is gone; then nothing can be read of peers' packages.
    `mailbox`: the account letters go by, None without one; `mailbox_problem`: why it cannot be read.
    `documents`: 入网申请 and 更换密钥 that came by mail and wait to be opened.
    """

    county: bool
    asked: bool
    keys_lost: bool
    own_fingerprint: str
    peers: tuple[PeerLine, ...]
    chosen: PeerLine | None
    pending: Pending | None
    report: SyncReport | None
    attention: Attention
    volumes: tuple[str, ...]
    mailbox: Account | None = None
    mailbox_problem: str = ""
    documents: tuple[Path, ...] = ()

    @property
    def parent(self) -> PeerLine | None:
        """The office above, None before enrolment."""
        return next((one for one in self.peers if one.role == PARENT and one.active), None)

    @property
    def children(self) -> tuple[PeerLine, ...]:
        """The offices below, those struck off included."""
        return tuple(one for one in self.peers if one.role == CHILD)


def read_exchange(office: OpenOffice, wanted: str = "") -> ExchangeReading:
    """Read everything; `wanted` is the node of the peer to stand on, "" the first."""
    lost, asked = own_keys.are_lost(office), enrolment.has_asked(office)
    listed = peers.lines(office)
    chosen = next((one for one in listed if one.node == wanted), listed[0] if listed else None)
    known = chosen is not None and not lost
    mailbox, problem = _mailbox(office)
    return ExchangeReading(
        county=enrolment.is_county(office),
        asked=asked,
        keys_lost=lost,
        own_fingerprint="" if lost or not (listed or asked) else peers.own_fingerprint(office),
        peers=listed,
        chosen=chosen,
        pending=sending.pending(office, chosen.node) if chosen is not None and chosen.active else None,
        report=sync_report.report(office, chosen.node) if chosen is not None and known else None,
        attention=attention.read(office),
        volumes=arrivals.waiting(office) if listed and not lost else (),
        mailbox=mailbox,
        mailbox_problem=problem,
        documents=arrivals.documents(office),
    )


def _mailbox(office: OpenOffice) -> tuple[Account | None, str]:
    """A damaged file of the account must not close the whole page: sticks go on working."""
    try:
        return mail.account(office), ""
    except EnvironmentProblem as problem:
        return None, problem.message
