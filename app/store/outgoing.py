"""What the next package to a peer says and carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from app.domain.events import StoredEvent
from app.domain.sync.statement import FORMAT, Delivery, ForkFound, Holding, Statement, Voucher
from app.store.blobs import Blobs
from app.store.database import Database
from app.store.deliveries import Deliveries, Pending
from app.store.holdings import holdings
from app.store.number_ranges import NumberRanges
from app.store.own_chains import OwnChains
from app.store.peers import CHILD, PARENT, Peer, Peers
from app.store.quarantine import Quarantine
from app.store.vouchers import Sign, Vouchers

_ASKED = 10_000
_LOOKED = 10_000


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """One package's content: the statement, how much there is, and which attachments go along.

    `attachments` are SHA-256 names of files that are here; `lacking` of pending ones that are not.
    """

    peer: Peer
    statement: Statement
    pending: Pending
    attachments: tuple[str, ...]
    lacking: tuple[str, ...]


class Export:
    """Puts packages together. Writing the file, signing and encrypting it is not the store's work."""

    def __init__(
        self,
        database: Database,
        own: OwnChains,
        peers: Peers,
        vouchers: Vouchers,
        quarantine: Quarantine,
        deliveries: Deliveries,
        numbers: NumberRanges,
        blobs: Blobs,
    ) -> None:
        self._database = database
        self._own = own
        self._peers = peers
        self._vouchers = vouchers
        self._quarantine = quarantine
        self._deliveries = deliveries
        self._numbers = numbers
        self._blobs = blobs

    def pending(self, node: str) -> Pending:
        """What a package to the peer would carry now."""
        with self._database.joined():
            self._deliveries.list_for(node)
            return self._deliveries.pending(node)

    def prepare(self, node: str, sign: Sign) -> Outgoing:
        """Everything the next package to a peer needs; vouchers are made with `sign`, numbers taken.

        The events themselves come from `events`, one by one. Call `written` when the file is safe.
        """
        with self._database.joined():
            self._vouchers.make_own(sign)
            self._deliveries.list_for(node)
            pending = self._deliveries.pending(node)
            self._database.sql("UPDATE peers SET sent_number = sent_number + 1 WHERE node = ?", (node,))
            peer = self._peers.get(node)
            there = [name for name in pending.attachments if self._blobs.present(name)]
            return Outgoing(
                peer=peer,
                statement=self._statement(peer, pending.delivery, sign),
                pending=pending,
                attachments=tuple(there),
                lacking=tuple(sorted(set(pending.attachments) - set(there))),
            )

    def events(self, outgoing: Outgoing) -> Iterator[StoredEvent]:
        """The events of a package in the order of their delivery numbers."""
        return self._deliveries.events(outgoing.peer.node, outgoing.pending.delivery)

    def written(self, outgoing: Outgoing, package_id: str, size: int, note: str = "") -> None:
        """The package is where it was to go: 已导出. `size` in bytes; `note` says where."""
        with self._database.joined():
            now = self._quarantine.now_ms()
            delivery = outgoing.pending.delivery
            self._deliveries.exported(outgoing.peer.node, delivery, now)
            self._database.sql(
                "INSERT OR REPLACE INTO packages VALUES (?, 'out', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    package_id,
                    outgoing.peer.node,
                    delivery.epoch,
                    outgoing.statement.number,
                    delivery.first,
                    delivery.last,
                    now,
                    outgoing.pending.events,
                    outgoing.pending.events,
                    len(outgoing.attachments),
                    size,
                    note,
                ),
            )

    def _statement(self, peer: Peer, delivery: Delivery, sign: Sign) -> Statement:
        up = peer.role == PARENT
        return Statement(
            format=FORMAT,
            sender=self._own.identity.node,
            recipient=peer.node,
            epoch=self._own.identity.epoch,
            number=peer.sent_number,
            delivery=delivery,
            ack=self._deliveries.ack_for(peer.node),
            holdings=self._holdings(peer),
            vouchers=tuple(self._vouchers_for(peer, delivery, sign)),
            cards=self._peers.cards_for(peer),
            grants=() if up else self._numbers.granted_to(peer.node),
            ranges_held=self._numbers.held() if up else (),
            wants_numbers=self._numbers.wants() if up else (),
            wants_attachments=self._lacking(peer),
            forks=self._forks(peer),
            seen_cases=() if up else self._looked_at(peer),
        )

    def _holdings(self, peer: Peer) -> tuple[Holding, ...]:
        """Everything to the parent; to a child its own part of the tree and what is above and here."""
        told = holdings(self._database)
        if peer.role == PARENT:
            return told
        beside = self._peers.below() - self._peers.subtree(peer.node)
        return tuple(held for held in told if held.node not in beside)

    def _vouchers_for(self, peer: Peer, delivery: Delivery, sign: Sign) -> Iterator[Voucher]:
        """What proves each pending event. Whoever gets only some events of a chain gets the hashes too."""
        chains = self._deliveries.chains(peer.node, delivery)
        if peer.role == CHILD:
            own = {chain for chain in chains if chain[0] == self._own.identity.node}
            rows = [(*chain, seq, digest) for chain in own for seq, digest in chains[chain]]
            yield from self._vouchers.sparse(rows, sign)
            passed_on = {c: [seq for seq, _ in pairs] for c, pairs in chains.items() if c not in own}
            yield from self._vouchers.covering(passed_on, opened=True)
            return
        mine = self._peers.below() | frozenset(self._own.nodes())
        numbers = {chain: [seq for seq, _ in pairs] for chain, pairs in chains.items()}
        whole = {chain: seqs for chain, seqs in numbers.items() if chain[0] in mine}
        yield from self._vouchers.covering(whole, opened=False)
        rest = {chain: seqs for chain, seqs in numbers.items() if chain not in whole}
        yield from self._vouchers.covering(rest, opened=True)

    def _lacking(self, peer: Peer) -> tuple[str, ...]:
        rows = self._database.rows(
            "SELECT sha256 FROM missing_attachments WHERE peer = ? ORDER BY sha256 LIMIT ?",
            (peer.node, _ASKED),
        )
        return _absent(self._blobs, [name for (name,) in rows])

    def _forks(self, peer: Peer) -> tuple[ForkFound, ...]:
        theirs = self._peers.subtree(peer.node)
        return tuple(fork for fork in self._quarantine.forks() if peer.role == PARENT or fork.node in theirs)

    def _looked_at(self, peer: Peer) -> tuple[str, ...]:
        """Cases of the peer somebody here has looked at, the latest first when there are too many."""
        rows = self._database.rows(
            "SELECT case_id FROM looked_at WHERE peer = '' AND case_id IN"
            " (SELECT stream FROM entitled WHERE peer = ?) ORDER BY at_ms DESC LIMIT ?",
            (peer.node, _LOOKED),
        )
        return tuple(sorted(case_id for (case_id,) in rows))


def _absent(blobs: Blobs, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in names if not blobs.present(name))
