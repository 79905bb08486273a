"""同步体检: what went to a peer and came from it, what is missing on either side, on one page to print.

The office makes it with one key when something looks wrong; the two offices can compare their pages by phone.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.dates import SHANGHAI
from app.domain.sync.statement import Span
from app.exchange.cards import spoken
from app.services import own_forms
from app.services.exchange import arrivals, number_grants, own_keys, repair
from app.services.exchange.peers import moment
from app.services.office import OpenOffice
from app.store.package_history import PackageRecord
from app.store.peers import PARENT, Peer

_SHOWN_PACKAGES, _SHOWN_CHAINS, _SHOWN_LINES = 6, 8, 8
_HASH_LETTERS = 16
_IN = "in"


class PackageLine(msgspec.Struct, frozen=True, kw_only=True):
    """One package of the history. `direction` in or out; `fresh` of its events were new here."""

    direction: str
    number: int
    at: dt.datetime
    first: int
    last: int
    events: int
    fresh: int
    attachments: int
    size: int
    note: str


class ChainLine(msgspec.Struct, frozen=True, kw_only=True):
    """One chain of records: how far it is held here and, as the peer last said, there."""

    node: str
    name: str
    epoch: int
    here: int
    there: int


class SyncReport(msgspec.Struct, frozen=True, kw_only=True):
    """One peer. Numbers of `exported` and `confirmed` are deliveries of this office's present life.

    `unconfirmed` events go again with the next package; `missing_here` are deliveries of the peer that did
    not come though later ones did; `lines` say in sentences what else there is. `same_hash` is to be compared
    by phone: equal on both sides when nothing is under way.
    """

    office: str
    peer: str
    node: str
    role: str
    active: bool
    made_at: dt.datetime
    own_fingerprint: str
    peer_fingerprint: str
    epoch: int
    peer_epoch: int
    last_out: dt.datetime | None
    last_in: dt.datetime | None
    exported: int
    confirmed: int
    unconfirmed: int
    unconfirmed_cases: int
    received_upto: int
    missing_here: tuple[Span, ...]
    packages: tuple[PackageLine, ...]
    chains: tuple[ChainLine, ...]
    lines: tuple[str, ...]
    same_hash: str

    @property
    def healthy(self) -> bool:
        """Whether nothing is missing here or waits for a person."""
        return not self.missing_here and not self.lines


def report(office: OpenOffice, node: str) -> SyncReport:
    """How the exchange with a peer stands. UserError when there is no such peer."""
    store = office.store
    peer = store.peers.get(node)
    pending = store.export.pending(node)
    peer = store.peers.get(node)  # `pending` has brought its list up to this life of the office
    ack = store.deliveries.ack_for(node)
    gaps = next((gap.spans for gap in store.deliveries.gaps() if gap.peer == node), ())
    return SyncReport(
        office=office.office.name,
        peer=peer.name,
        node=node,
        role=peer.role,
        active=peer.active,
        made_at=office.clock.now(),
        own_fingerprint=spoken(own_keys.ring_of(office).present.fingerprint),
        peer_fingerprint=spoken(peer.fingerprint),
        epoch=store.identity.epoch,
        peer_epoch=peer.its_epoch,
        last_out=moment(peer.last_out_ms),
        last_in=moment(peer.last_in_ms),
        exported=max(peer.exported, peer.acked),
        confirmed=peer.acked,
        unconfirmed=pending.events,
        unconfirmed_cases=pending.cases,
        received_upto=ack.upto if ack is not None else 0,
        missing_here=gaps,
        packages=history(office, node),
        chains=_chains(office, peer),
        lines=_lines(office, peer),
        same_hash=store.state_hash(node)[:_HASH_LETTERS],
    )


def history(office: OpenOffice, node: str | None = None, limit: int = 200) -> tuple[PackageLine, ...]:
    """What came and went, the newest first; of one peer or of all."""
    return tuple(_package(one) for one in office.store.packages.recent(node, limit))


def paper(office: OpenOffice, node: str) -> bytes:
    """The report as a PDF of one page."""
    return own_forms.render(office, "sync_report", "any", _fields(report(office, node)), draft=False).pdf


def _chains(office: OpenOffice, peer: Peer) -> tuple[ChainLine, ...]:
    """The chains both sides should hold alike: with a child its part of the tree, with the parent ours."""
    store = office.store
    here = {(held.node, held.epoch): held.seq for held in store.holdings()}
    there = {key: held.seq for key, held in store.deliveries.holdings_of(peer.node).items()}
    inside = (
        store.peers.below() | {store.identity.node} if peer.role == PARENT else store.peers.subtree(peer.node)
    )
    found = []
    for node, epoch in sorted(set(here) | set(there)):
        if node not in inside:
            continue
        card = store.peers.card(node)
        found.append(
            ChainLine(
                node=node,
                name=card.name if card is not None else node[:8],
                epoch=epoch,
                here=here.get((node, epoch), 0),
                there=there.get((node, epoch), 0),
            )
        )
    return tuple(sorted(found, key=lambda line: (line.name, line.node, line.epoch)))


def _lines(office: OpenOffice, peer: Peer) -> tuple[str, ...]:
    """What waits for a person or for the next package, in sentences."""
    concerning = [one for one in repair.findings(office) if one.node in ("", peer.node)]
    found = [f"{one.title}：{one.sentence}" for one in concerning]
    found += arrivals.waiting(office)
    unregistered = len(office.store.merge.waiting_streams())
    if unregistered:
        found.append(f"有 {unregistered} 件案件的登记还没有来，后续记录先收着，登记一到就显示。")
    if peer.role == PARENT and not number_grants.held(office):
        found.append("上级还没有给号段，编号仍按本单位自己的顺序，请下次往来后再看。")
    return tuple(found)


def _package(one: PackageRecord) -> PackageLine:
    return PackageLine(
        direction=one.direction,
        number=one.number,
        at=dt.datetime.fromtimestamp(one.at_ms / 1000, SHANGHAI),
        first=one.first,
        last=one.last,
        events=one.events,
        fresh=one.fresh,
        attachments=one.attachments,
        size=one.bytes,
        note=one.note,
    )


def _fields(made: SyncReport) -> dict[str, object]:
    """The report as the paper asks for it; what does not fit on one page is counted."""
    packages = [
        {
            "way": "收到" if line.direction == _IN else "导出",
            "number": str(line.number),
            "at": f"{line.at:%Y-%m-%d %H:%M}",
            "events": f"{line.events}（新 {line.fresh}）" if line.direction == _IN else str(line.events),
            "attachments": str(line.attachments),
        }
        for line in made.packages[:_SHOWN_PACKAGES]
    ] or [{"way": "无", "number": "—", "at": "—", "events": "—", "attachments": "—"}]
    chains = [
        {
            "name": line.name if line.epoch == 1 else f"{line.name}（第 {line.epoch} 段）",
            "here": str(line.here),
            "there": str(line.there) if line.there else "—",
            "verdict": _verdict(line),
        }
        for line in made.chains[:_SHOWN_CHAINS]
    ] or [{"name": "无", "here": "—", "there": "—", "verdict": "—"}]
    lines = list(made.lines[:_SHOWN_LINES])
    if len(made.lines) > _SHOWN_LINES:
        lines.append(f"还有 {len(made.lines) - _SHOWN_LINES} 条，见“往来同步”页。")
    missing = "、".join(
        f"{s.first}–{s.last}" if s.last > s.first else f"{s.first}" for s in made.missing_here
    )
    return {
        "office": {"name": made.office},
        "sync": {
            "peer": made.peer,
            "made_at": made.made_at,
            "own_fingerprint": made.own_fingerprint,
            "peer_fingerprint": made.peer_fingerprint,
            "exported": made.exported,
            "confirmed": made.confirmed,
            "unconfirmed": f"{made.unconfirmed} 条（案件 {made.unconfirmed_cases} 件）",
            "received_upto": made.received_upto,
            "missing": f"第 {missing} 条" if missing else "没有",
            "last_out": f"{made.last_out:%Y-%m-%d %H:%M}" if made.last_out else "还没有",
            "last_in": f"{made.last_in:%Y-%m-%d %H:%M}" if made.last_in else "还没有",
            "hash": " ".join(made.same_hash[at : at + 4].upper() for at in range(0, _HASH_LETTERS, 4)),
        },
        "packages": packages,
        "chains": chains,
        "lines": [{"text": line} for line in lines] or [{"text": "没有需要处理的事项。"}],
    }


def _verdict(line: ChainLine) -> str:
    if not line.there:
        return "对方还没有说"
    if line.here == line.there:
        return "一致"
    return "对方还缺" if line.here > line.there else "本机还缺"
