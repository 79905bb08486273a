"""The offices this one exchanges with, and every node of the tree it has heard of, with their keys.

A node's keys are believed because the package that tells them was signed by a peer whose fingerprint a
person compared: of its own part of the tree a child may tell, of everything else the parent.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from app.domain.errors import UserError
from app.domain.sync.statement import NodeCard
from app.store.database import Database, Row
from app.store.own_chains import OwnChains
from app.system.clock import Clock

PARENT, CHILD = "parent", "child"
_DEEPEST = 16

_COLUMNS = (
    "peers.node, role, active, fingerprint, name, code, sign, age, enrolled_ms, own_epoch, listed, exported,"
    " acked, sent_number, its_epoch, its_number, last_in_ms, last_out_ms"
)
_FROM = "FROM peers JOIN nodes ON nodes.node = peers.node"


class Peer(msgspec.Struct, frozen=True, kw_only=True):
    """An office to exchange with. Times are milliseconds since 1970, None before the first.

    `listed` is the row of the log up to which was looked at for it; `exported` and `acked` are delivery
    numbers of `own_epoch`; `its_epoch`, `its_number` the latest statement that came from it.
    """

    node: str
    role: str
    active: bool
    fingerprint: str
    name: str
    code: str
    sign: str
    age: str
    enrolled_ms: int
    own_epoch: int
    listed: int
    exported: int
    acked: int
    sent_number: int
    its_epoch: int
    its_number: int
    last_in_ms: int | None
    last_out_ms: int | None


class Peers:
    """The tables `peers`, `nodes` and `node_keys`."""

    def __init__(self, database: Database, own: OwnChains, clock: Clock) -> None:
        self._database = database
        self._own = own
        self._clock = clock

    def all(self) -> tuple[Peer, ...]:
        """Every peer, the parent first, revoked ones last."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} {_FROM} ORDER BY active DESC, role = 'child', code, name, peers.node"
        )
        return tuple(_peer(row) for row in rows)

    def get(self, node: str) -> Peer:
        """One peer; UserError when there is none of this node."""
        found = self.find(node)
        if found is None:
            raise UserError("没有这个往来单位，请先办理入网。")
        return found

    def find(self, node: str) -> Peer | None:
        """One peer or None."""
        row = self._database.row(f"SELECT {_COLUMNS} {_FROM} WHERE peers.node = ?", (node,))
        return None if row is None else _peer(row)

    def parent(self) -> Peer | None:
        """The office above, None at the top and before enrolment."""
        row = self._database.row(f"SELECT {_COLUMNS} {_FROM} WHERE role = 'parent' AND active = 1")
        return None if row is None else _peer(row)

    def enrol(self, card: NodeCard, role: str, fingerprint: str) -> None:
        """Begin to exchange with an office, or with one that lost its keys; inside a transaction.

        Raises UserError for this office itself and for a second parent.
        """
        if card.node in self._own.nodes():
            raise UserError("这是本单位自己的标识，不能把自己登记为往来单位。")
        parent = self.parent()
        if role == PARENT and parent is not None and parent.node != card.node:
            raise UserError(f"已经有上级单位“{parent.name}”，请先停止与它往来再更换。")
        above = self._own.identity.node if role == CHILD else card.parent
        self._keep(msgspec.structs.replace(card, parent=above))
        self._database.sql(
            "INSERT INTO peers (node, role, active, fingerprint, enrolled_ms) VALUES (?, ?, 1, ?, ?)"
            " ON CONFLICT (node) DO UPDATE SET role = excluded.role, active = 1,"
            " fingerprint = excluded.fingerprint",
            (card.node, role, fingerprint, int(self._clock.now().timestamp() * 1000)),
        )

    def keep_own(self, card: NodeCard) -> None:
        """Note this office's own public key, by which its vouchers are checked when they come back."""
        if card.node != self._own.identity.node:
            raise ValueError("the card of another node")
        self._keep(card)

    def change_keys(self, node: str, sign: str, age: str, fingerprint: str) -> None:
        """A peer has new keys; what it signed with the old ones stays valid."""
        card = self.card(node)
        if card is None:
            raise UserError("没有这个往来单位，请先办理入网。")
        self._keep(msgspec.structs.replace(card, sign=sign, age=age))
        self._database.sql("UPDATE peers SET fingerprint = ? WHERE node = ?", (fingerprint, node))

    def revoke(self, node: str) -> None:
        """Stop exchanging with a peer; its events stay."""
        self._database.sql("UPDATE peers SET active = 0 WHERE node = ?", (node,))

    def card(self, node: str) -> NodeCard | None:
        """What is known of a node of the tree."""
        row = self._database.row(
            "SELECT node, name, code, sign, age, parent FROM nodes WHERE node = ?", (node,)
        )
        return None if row is None else _card(row)

    def keys_of(self, node: str) -> tuple[str, ...]:
        """Every public key a node ever had, in hex; empty for a stranger."""
        rows = self._database.rows("SELECT sign FROM node_keys WHERE node = ? ORDER BY sign", (node,))
        return tuple(sign for (sign,) in rows)

    def subtree(self, node: str) -> frozenset[str]:
        """A node and everything below it."""
        rows = self._database.rows(
            "WITH RECURSIVE below (node, depth) AS (SELECT ?, 0 UNION"
            " SELECT nodes.node, depth + 1 FROM nodes JOIN below ON nodes.parent = below.node"
            f" WHERE depth < {_DEEPEST}) SELECT DISTINCT node FROM below",
            (node,),
        )
        return frozenset(name for (name,) in rows)

    def below(self) -> frozenset[str]:
        """Every node below this office, this office excluded."""
        own = self._own.nodes()
        return frozenset().union(*(self.subtree(node) for node in own)) - frozenset(own)

    def cards_for(self, peer: Peer) -> tuple[NodeCard, ...]:
        """What a peer needs to check what this office sends: everything below to the parent, all above and
        beside to a child."""
        rows = self._database.rows("SELECT node, name, code, sign, age, parent FROM nodes ORDER BY node")
        cards = [_card(row) for row in rows]
        inside = self.below() | {self._own.identity.node}
        if peer.role == PARENT:
            wanted = [card for card in cards if card.node in inside]
        else:
            theirs = self.subtree(peer.node)
            needed = self._authors_for(peer.node)
            wanted = [c for c in cards if c.node not in theirs and (c.node not in inside or c.node in needed)]
        return tuple(msgspec.structs.replace(card, age="") for card in wanted)

    def learn(self, cards: Iterable[NodeCard], peer: Peer) -> list[str]:
        """Believe what a peer may tell of the tree; sentences about what was not believed."""
        refused: list[str] = []
        own = frozenset(self._own.nodes())
        theirs = self.subtree(peer.node)
        for card in _parents_first(cards):
            if card.node in own or card.node == peer.node:
                continue
            if peer.role == CHILD and card.parent not in theirs:
                refused.append(f"{peer.name}提到的单位“{card.name}”不在它的下面，没有采用。")
                continue
            known = self.card(card.node)
            if known is not None and self._told_elsewhere(known, peer, theirs):
                if known.sign != card.sign:
                    refused.append(f"{peer.name}给出的“{card.name}”的密钥与已知的不同，没有采用。")
                continue
            if known is not None and (known.sign, known.parent, known.name) == (
                card.sign, card.parent, card.name
            ):  # fmt: skip
                continue
            self._keep(card if known is None else msgspec.structs.replace(card, age=known.age))
            if peer.role == CHILD:
                theirs |= {card.node}
                self._database.sql("UPDATE peers SET listed = 0 WHERE node = ?", (peer.node,))
        return refused

    def _told_elsewhere(self, known: NodeCard, peer: Peer, theirs: frozenset[str]) -> bool:
        """Whether a node is a peer itself, or in a part of the tree this peer does not speak for."""
        if self.find(known.node) is not None:
            return True
        return known.node not in theirs if peer.role == CHILD else known.node in self.below()

    def _authors_for(self, peer: str) -> frozenset[str]:
        rows = self._database.rows(
            "SELECT DISTINCT events.node FROM deliveries JOIN events ON events.pos = deliveries.pos"
            " WHERE deliveries.peer = ?",
            (peer,),
        )
        return frozenset(node for (node,) in rows) | frozenset(self._own.nodes())

    def _keep(self, card: NodeCard) -> None:
        self._database.sql(
            "INSERT INTO nodes (node, name, code, sign, age, parent) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (node) DO UPDATE SET name = excluded.name, code = excluded.code,"
            " sign = excluded.sign, age = excluded.age, parent = excluded.parent",
            (card.node, card.name, card.code, card.sign, card.age, card.parent),
        )
        self._database.sql("INSERT OR IGNORE INTO node_keys VALUES (?, ?)", (card.node, card.sign))


def _peer(row: Row) -> Peer:
    values = dict(zip(Peer.__struct_fields__, row, strict=True))
    return Peer(**{**values, "active": bool(values["active"])})


def _card(row: Row) -> NodeCard:
    return NodeCard(node=row[0], name=row[1], code=row[2], sign=row[3], age=row[4], parent=row[5])


def _parents_first(cards: Iterable[NodeCard]) -> list[NodeCard]:
    """Each card after its parent's, so that a village is known to stand below a town told of beside it."""
    rest = {card.node: card for card in cards}
    found: list[NodeCard] = []
    while rest:
        ready = [card for card in rest.values() if card.parent not in rest]
        if not ready:  # a ring of parents: not a tree, and not believed
            break
        found.extend(rest.pop(card.node) for card in ready)
    return found
