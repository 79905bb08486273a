"""The offices this one exchanges with: who they are, when they were last heard of, how to read them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec

from app.domain.dates import SHANGHAI
from app.domain.errors import UserError
from app.domain.events import decode
from app.domain.office import STREAM
from app.domain.sync.events import PeerEnrolled, PeerKeysChanged, PeerRevoked
from app.exchange.cards import Card, spoken
from app.exchange.package_reader import Peer as KnownPeer
from app.exchange.package_reader import Receiver
from app.services.changes import Changes
from app.services.exchange import own_keys
from app.services.office import OpenOffice
from app.store.peers import PARENT, Peer
from app.system.atomic_files import make_directory

SPOOL = "spool"
"""Where encrypted bodies are kept for a moment while they are read, below `exchange/`."""
_SHORTEST = 4
_QUIET_DAYS = 7
_EVENTS = ("PeerEnrolled", "PeerKeysChanged")


class PeerLine(msgspec.Struct, frozen=True, kw_only=True):
    """One office of the list. `role`: parent 上级, child 下级. `quiet_weeks`: since it was last heard of.

    `unacknowledged` counts events it has not confirmed; `fingerprint` is spoken groups.
    """

    node: str
    role: str
    active: bool
    name: str
    code: str
    fingerprint: str
    enrolled_on: dt.date
    last_in: dt.datetime | None
    last_out: dt.datetime | None
    quiet_weeks: int
    unacknowledged: int

    @property
    def state(self) -> str:
        """正常, N 周未报, 还没有往来 or 已停止往来."""
        if not self.active:
            return "已停止往来"
        if self.last_in is None and self.quiet_weeks == 0:
            return "还没有往来"
        return f"{self.quiet_weeks} 周未报" if self.quiet_weeks else "正常"


def lines(office: OpenOffice) -> tuple[PeerLine, ...]:
    """Every peer, the parent first, those struck off last."""
    return tuple(_line(office, peer) for peer in office.store.peers.all())


def own_fingerprint(office: OpenOffice) -> str:
    """What to read out by phone of this office: six groups of four."""
    return spoken(own_keys.ring_of(office).present.fingerprint)


def find(office: OpenOffice, word: str) -> Peer:
    """The peer called `word`: name, code, 上级, or the beginning of its node or fingerprint (4 letters on).

    Raises UserError when none or more than one is called so.
    """
    word = word.strip()
    everybody = office.store.peers.all()
    exact = [p for p in everybody if word in (p.name, p.code, p.node) and word]
    if not exact and word in ("上级", PARENT):
        exact = [p for p in everybody if p.role == PARENT and p.active]
    if not exact and len(word) >= _SHORTEST:
        letters = word.replace(" ", "").lower()
        exact = [p for p in everybody if p.node.startswith(letters) or p.fingerprint.startswith(letters)]
    if not exact:
        raise UserError(f"没有名为“{word}”的往来单位，请用 peers 命令查看名单，或先办理入网。")
    if len(exact) > 1:
        raise UserError(f"“{word}”对应 {len(exact)} 个往来单位，请写代码或指纹的开头几位。")
    return exact[0]


def only_one(office: OpenOffice) -> Peer:
    """The one active peer. UserError when there is none or when one must be named."""
    active = [peer for peer in office.store.peers.all() if peer.active]
    if not active:
        raise UserError("还没有往来单位，请先办理入网。")
    if len(active) > 1:
        raise UserError(f"有 {len(active)} 个往来单位，请写明是哪一个。")
    return active[0]


def revoke(office: OpenOffice, node: str, reason: str) -> Changes:
    """Stop exchanging with a peer; what it sent before stays. UserError without a reason."""
    if not reason.strip():
        raise UserError("请写明停止往来的原因，它会留在记录里。")
    store = office.store
    peer = store.peers.get(node)
    with store.transaction():
        store.peers.revoke(peer.node)
        store.log.append(STREAM, [PeerRevoked(node=node, reason=reason.strip())], actor=office.operator.id)
    office.refresh()
    return Changes.OFFICE | Changes.EXCHANGE


def receiver_of(office: OpenOffice) -> Receiver:
    """What reading packages needs to know: our keys, every peer by every fingerprint it had, known ids."""
    known = _by_fingerprint(office)
    spool = folder(office, SPOOL)
    return Receiver(
        keys=own_keys.ring_of(office).all(),
        peer=known.get,
        received=office.store.packages.received,
        spool=spool,
    )


def folder(office: OpenOffice, *names: str) -> Path:
    """A folder of the exchange beside the database; made when it is not there."""
    path = office.store.directory.joinpath("exchange", *names)
    make_directory(path, "准备往来文件夹")
    return path


def card_of(peer: Peer) -> Card:
    """The keys of a peer, as the files need them."""
    return Card(node=peer.node, name=peer.name, code=peer.code, test=False, sign=peer.sign, age=peer.age)


def moment(at_ms: int | None) -> dt.datetime | None:
    """Milliseconds of the store as a time in Shanghai."""
    return None if at_ms is None else dt.datetime.fromtimestamp(at_ms / 1000, SHANGHAI)


def _by_fingerprint(office: OpenOffice) -> dict[str, KnownPeer]:
    """Former keys of a peer are known too, as replaced: their packages get the sentence that helps."""
    found: dict[str, KnownPeer] = {}
    for stored in office.store.log.read_stream(STREAM):
        if stored.kind not in _EVENTS:
            continue
        event = decode(stored)
        if isinstance(event, PeerEnrolled | PeerKeysChanged):
            named = office.store.peers.find(event.node)
            name = named.name if named is not None else ""
            card = Card(
                node=event.node, name=name or "往来单位", code="", test=False, sign=event.sign, age=event.age
            )
            found[event.fingerprint] = KnownPeer(card, revoked=True)
    for peer in office.store.peers.all():
        card = Card(node=peer.node, name=peer.name, code=peer.code, test=False, sign=peer.sign, age=peer.age)
        found[peer.fingerprint] = KnownPeer(card, revoked=not peer.active)
    return found


def _line(office: OpenOffice, peer: Peer) -> PeerLine:
    heard = moment(peer.last_in_ms)
    enrolled = dt.datetime.fromtimestamp(peer.enrolled_ms / 1000, SHANGHAI)
    quiet = (office.clock.now() - (heard or enrolled)).days // _QUIET_DAYS if peer.active else 0
    pending = office.store.export.pending(peer.node) if peer.active else None
    return PeerLine(
        node=peer.node,
        role=peer.role,
        active=peer.active,
        name=peer.name,
        code=peer.code,
        fingerprint=spoken(peer.fingerprint),
        enrolled_on=enrolled.date(),
        last_in=heard,
        last_out=moment(peer.last_out_ms),
        quiet_weeks=quiet,
        unacknowledged=pending.events if pending is not None else 0,
    )
