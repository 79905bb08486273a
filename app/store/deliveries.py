"""What goes to whom: a numbered list for each peer, so that nothing is lost and gaps are seen on both sides.

Numbers are without gaps in (this office's epoch, peer). A package carries everything after the last
acknowledgement. What a peer's own statement proves it holds gets no number. A restore here begins a new
list; a restore there lowers the acknowledgement, and what it lacks is listed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from app.domain.events import StoredEvent, decode
from app.domain.matter.events import CaseHanded
from app.domain.office import STREAM
from app.domain.sync.attachment_names import attachment_names
from app.domain.sync.spans import gap_free, joined, missing
from app.domain.sync.statement import Ack, Delivery, Holding, Span
from app.store.database import Database
from app.store.event_log import COLUMNS, stored_event
from app.store.own_chains import OwnChains
from app.store.peers import PARENT, Peer, Peers
from app.store.vouchers import Chain

_LIST = """
INSERT INTO deliveries (peer, epoch, no, pos)
SELECT ?1, ?2, ?3 + ROW_NUMBER() OVER (ORDER BY e.pos), e.pos FROM {source}
LEFT JOIN peer_holdings h ON h.peer = ?1 AND h.node = e.node AND h.epoch = e.epoch
WHERE e.seq > IFNULL(h.seq, 0)
AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.pos = e.pos AND d.peer = ?1 AND d.epoch = ?2)
AND {entitled}
"""
# The last two parameters: the row up to which was looked at before, and a list in JSON.
_ALL_NEW = _LIST.format(source="events e", entitled="e.pos > ?4 AND ?5 = ?5")
_NEW_OF_CASES = _LIST.format(
    source="events e",
    entitled="e.pos > ?4 AND"
    " ((e.stream <> 'office' AND EXISTS (SELECT 1 FROM entitled t WHERE t.peer = ?1 AND t.stream = e.stream))"
    " OR (e.stream = 'office' AND e.node IN (SELECT value FROM json_each(?5))))",
)
_OLD_OF_CASES = _LIST.format(
    source="json_each(?5) CROSS JOIN events e ON e.stream = json_each.value", entitled="e.pos <= ?4"
)
_PENDING = "FROM deliveries d JOIN events ON events.pos = d.pos WHERE d.peer = ? AND d.epoch = ? AND d.no > ?"


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """What the next package to a peer would carry. `bytes` counts payloads before compression."""

    events: int
    cases: int
    attachments: tuple[str, ...]
    bytes: int
    delivery: Delivery


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """Deliveries of a peer's epoch that have not come, though later ones have."""

    peer: str
    epoch: int
    spans: tuple[Span, ...]


class CaseSync(msgspec.Struct, frozen=True, kw_only=True):
    """How far a case has come at the parent. Times in ms, None before.

    `state`: unsent 未报, exported 已导出, received 已收, looked 已阅.
    """

    state: str
    exported_ms: int | None = None
    received_ms: int | None = None
    looked_ms: int | None = None


class Deliveries:
    """The tables `deliveries`, `entitled`, `peer_holdings`, `receipts`, `acknowledgements`."""

    def __init__(self, database: Database, own: OwnChains, peers: Peers) -> None:
        self._database = database
        self._own = own
        self._peers = peers

    def list_for(self, node: str) -> None:
        """Give a number to every event the peer is entitled to and not known to hold; in a transaction."""
        peer = self._peers.get(node)
        epoch = self._own.identity.epoch
        if peer.own_epoch != epoch:
            # A restore here, or the first time: numbers begin anew, holdings say what may be left out.
            self._database.sql(
                "UPDATE peers SET own_epoch = ?, listed = 0, exported = 0, acked = 0, sent_number = 0"
                " WHERE node = ?",
                (epoch, node),
            )
            peer = self._peers.get(node)
        newest = int(self._database.value("SELECT MAX(pos) FROM events") or 0)
        if peer.role == PARENT:
            self._number(peer, _ALL_NEW, ())
        else:
            below = self._peers.subtree(node)
            # A case that concerns the peer only now goes to it with its whole past.
            self._number(peer, _OLD_OF_CASES, self._entitle(peer, below))
            self._number(peer, _NEW_OF_CASES, below)
        self._database.sql("UPDATE peers SET listed = ? WHERE node = ?", (newest, node))

    def pending(self, node: str) -> Pending:
        """What the next package would carry; call `list_for` before."""
        peer = self._peers.get(node)
        key = (node, peer.own_epoch, peer.acked)
        events, cases, size, last = self._database.row(
            f"SELECT COUNT(*), COUNT(DISTINCT NULLIF(events.stream, 'office')),"
            f" IFNULL(SUM(LENGTH(events.payload)), 0), IFNULL(MAX(d.no), 0) {_PENDING}",
            key,
        ) or (0, 0, 0, 0)
        return Pending(
            events=events,
            cases=cases,
            attachments=self._attachments(key, node),
            bytes=size,
            delivery=Delivery(
                epoch=self._own.identity.epoch, first=peer.acked + 1, last=max(last, peer.acked)
            ),
        )

    def events(self, node: str, delivery: Delivery) -> Iterator[StoredEvent]:
        """The events of these deliveries in the order of their numbers."""
        for row in self._database.stream(
            f"SELECT {', '.join('events.' + name for name in COLUMNS.split(', '))} {_PENDING}"
            " AND d.no <= ? ORDER BY d.no",
            (node, delivery.epoch, delivery.first - 1, delivery.last),
        ):
            yield stored_event(row)

    def chains(self, node: str, delivery: Delivery) -> dict[Chain, list[tuple[int, str]]]:
        """Numbers and hashes of these deliveries by chain, ascending."""
        found: dict[Chain, list[tuple[int, str]]] = {}
        for origin, epoch, seq, digest in self._database.rows(
            f"SELECT events.node, events.epoch, events.seq, events.hash {_PENDING} AND d.no <= ?"
            " ORDER BY events.node, events.epoch, events.seq",
            (node, delivery.epoch, delivery.first - 1, delivery.last),
        ):
            found.setdefault((origin, epoch), []).append((seq, digest))
        return found

    def exported(self, node: str, delivery: Delivery, now_ms: int) -> None:
        """A package with these deliveries was written."""
        self._database.sql(
            "UPDATE peers SET exported = MAX(exported, ?), last_out_ms = ? WHERE node = ? AND own_epoch = ?",
            (delivery.last, now_ms, node, delivery.epoch),
        )

    def acknowledge(self, node: str, ack: Ack, now_ms: int) -> bool:
        """Believe what a peer says has arrived, less than before included (it was restored).

        False when the acknowledgement is for another life of this office and says nothing about the list.
        """
        peer = self._peers.get(node)
        if ack.epoch != self._own.identity.epoch or peer.own_epoch != ack.epoch:
            return False
        top = int(
            self._database.value(
                "SELECT MAX(no) FROM deliveries WHERE peer = ? AND epoch = ?", (node, ack.epoch)
            )
            or 0
        )
        upto = self._proven(peer, min(ack.upto, top))
        self._database.sql("UPDATE peers SET acked = ? WHERE node = ?", (upto, node))
        if upto != peer.acked:
            self._database.sql(
                "INSERT OR REPLACE INTO acknowledgements VALUES (?, ?, ?, ?)",
                (node, ack.epoch, now_ms, upto),
            )
        return True

    def _proven(self, peer: Peer, upto: int) -> int:
        """How far the parent's holdings bear out its acknowledgement; call `keep_holdings` before.

        It holds this office's chain of this epoch without gaps. A number it acknowledges without holding the
        event was another event: that of a second computer with this identity. Ours must still be sent.
        """
        if peer.role != PARENT:
            return upto
        first = self._database.value(
            "SELECT MIN(d.no) FROM deliveries d JOIN events e ON e.pos = d.pos"
            " LEFT JOIN peer_holdings h ON h.peer = d.peer AND h.node = e.node AND h.epoch = e.epoch"
            " WHERE d.peer = ? AND d.epoch = ? AND d.no > ? AND d.no <= ?"
            " AND e.node = ? AND e.epoch = d.epoch AND e.seq > IFNULL(h.seq, 0)",
            (peer.node, peer.own_epoch, min(peer.acked, upto), upto, self._own.identity.node),
        )
        return upto if first is None else int(first) - 1

    def keep_holdings(self, node: str, told: Iterable[Holding]) -> bool:
        """What a peer says it holds replaces what was known; True when it holds less than before.

        Then the caller has everything looked at again that it may lack, its own lost events included.
        """
        before = self.holdings_of(node)
        now = {(h.node, h.epoch): h for h in told}
        self._database.sql("DELETE FROM peer_holdings WHERE peer = ?", (node,))
        self._database.many(
            "INSERT INTO peer_holdings VALUES (?, ?, ?, ?, ?)",
            [(node, h.node, h.epoch, h.seq, h.hash) for h in now.values()],
        )
        return any(chain not in now or now[chain].seq < held.seq for chain, held in before.items())

    def holdings_of(self, node: str) -> dict[Chain, Holding]:
        """What a peer last said it holds."""
        rows = self._database.rows("SELECT node, epoch, seq, hash FROM peer_holdings WHERE peer = ?", (node,))
        return {
            (origin, epoch): Holding(node=origin, epoch=epoch, seq=seq, hash=digest)
            for origin, epoch, seq, digest in rows
        }

    def receive(self, node: str, epoch: int, spans: Iterable[Span]) -> None:
        """Deliveries of a peer that arrived, whether their events were new or known."""
        rows = self._database.rows(
            "SELECT first, last FROM receipts WHERE peer = ? AND epoch = ?", (node, epoch)
        )
        known = [Span(first=first, last=last) for first, last in rows]
        merged = joined([*known, *spans])
        if merged == tuple(known):
            return
        self._database.sql("DELETE FROM receipts WHERE peer = ? AND epoch = ?", (node, epoch))
        self._database.many(
            "INSERT INTO receipts VALUES (?, ?, ?, ?)", [(node, epoch, s.first, s.last) for s in merged]
        )

    def ack_for(self, node: str) -> Ack | None:
        """What to acknowledge to a peer, of its latest epoch; None before anything came."""
        epoch = self._database.value("SELECT its_epoch FROM peers WHERE node = ?", (node,))
        if not epoch:
            return None
        spans = self._received(node, epoch)
        return Ack(epoch=epoch, upto=gap_free(spans), missing=missing(spans)[:1000])

    def gaps(self) -> tuple[Gap, ...]:
        """What is missing from each peer's present list."""
        found = []
        for peer in self._peers.all():
            spans = missing(self._received(peer.node, peer.its_epoch))
            if spans:
                found.append(Gap(peer=peer.node, epoch=peer.its_epoch, spans=spans))
        return tuple(found)

    def streams_of(self, node: str) -> frozenset[str]:
        """The cases both a peer and this office should hold alike, for comparing state hashes.

        With a child: what concerns it. With the parent: what concerns this office.
        """
        peer = self._peers.get(node)
        if peer.role != PARENT:
            below = self._peers.subtree(node)
        else:
            below = self._peers.below() | {self._own.identity.node}
        rows = self._database.rows(
            "SELECT DISTINCT stream FROM events WHERE stream <> ?"
            " AND node IN (SELECT value FROM json_each(?))",
            (STREAM, _json(below)),
        )
        return frozenset(stream for (stream,) in rows) | self._handed_to(below, 0)

    def of_case(self, case_id: str) -> CaseSync:
        """How far a case has come at the parent."""
        parent = self._peers.parent()
        if parent is None:
            return CaseSync(state="unsent")
        key = (parent.node, parent.own_epoch)
        total, last = self._database.row(
            "SELECT COUNT(*), MAX(d.no) FROM events e LEFT JOIN deliveries d"
            " ON d.pos = e.pos AND d.peer = ? AND d.epoch = ? WHERE e.stream = ? AND (d.no IS NOT NULL OR"
            " e.seq > IFNULL((SELECT h.seq FROM peer_holdings h WHERE h.peer = ? AND h.node = e.node"
            " AND h.epoch = e.epoch), 0))",
            (*key, case_id, parent.node),
        ) or (0, None)
        looked = self._database.value(
            "SELECT at_ms FROM looked_at WHERE peer = ? AND case_id = ?", (parent.node, case_id)
        )
        if total and (last is None or last > parent.exported or self._unlisted(case_id, parent)):
            return CaseSync(state="unsent", looked_ms=looked)
        exported = self._database.value(
            "SELECT MIN(at_ms) FROM packages"
            " WHERE direction = 'out' AND peer = ? AND epoch = ? AND last >= ?",
            (*key, last or 0),
        )
        received = self._database.value(
            "SELECT MIN(at_ms) FROM acknowledgements WHERE peer = ? AND epoch = ? AND upto >= ?",
            (*key, last or 0),
        )
        if total and (last or 0) > parent.acked:
            return CaseSync(state="exported", exported_ms=exported, looked_ms=looked)
        state = "looked" if looked is not None else "received"
        return CaseSync(state=state, exported_ms=exported, received_ms=received, looked_ms=looked)

    def _unlisted(self, case_id: str, parent: Peer) -> bool:
        """Whether the case has events nobody has looked at for the parent yet."""
        newest = self._database.value("SELECT MAX(pos) FROM events WHERE stream = ?", (case_id,))
        return int(newest or 0) > parent.listed

    def _received(self, node: str, epoch: int) -> list[Span]:
        rows = self._database.rows(
            "SELECT first, last FROM receipts WHERE peer = ? AND epoch = ? ORDER BY first", (node, epoch)
        )
        return [Span(first=first, last=last) for first, last in rows]

    def _number(self, peer: Peer, statement: str, names: Iterable[str]) -> None:
        after = self._database.value(
            "SELECT MAX(no) FROM deliveries WHERE peer = ? AND epoch = ?", (peer.node, peer.own_epoch)
        )
        self._database.sql(statement, (peer.node, peer.own_epoch, int(after or 0), peer.listed, _json(names)))

    def _entitle(self, peer: Peer, below: frozenset[str]) -> list[str]:
        """Cases that concern a child only now: those somebody below wrote to, and those handed to them."""
        written = self._database.rows(
            "INSERT OR IGNORE INTO entitled SELECT DISTINCT ?, stream FROM events WHERE pos > ?"
            " AND stream <> ? AND node IN (SELECT value FROM json_each(?)) RETURNING stream",
            (peer.node, peer.listed, STREAM, _json(below)),
        )
        handed = self._database.rows(
            "INSERT OR IGNORE INTO entitled SELECT ?, value FROM json_each(?) RETURNING stream",
            (peer.node, _json(self._handed_to(below, peer.listed))),
        )
        return [stream for (stream,) in (*written, *handed)]

    def _handed_to(self, nodes: frozenset[str], listed: int) -> frozenset[str]:
        rows = self._database.stream(
            f"SELECT {COLUMNS} FROM events WHERE pos > ? AND kind = 'CaseHanded'", (listed,)
        )
        found = set()
        for stored in map(stored_event, rows):
            event = decode(stored)
            if isinstance(event, CaseHanded) and event.to_node in nodes:
                found.add(stored.stream)
        return frozenset(found)

    def _attachments(self, key: tuple[str, int, int], node: str) -> tuple[str, ...]:
        """What pending events name, and what the peer asked for."""
        found: set[str] = set()
        for (payload,) in self._database.stream(
            f"SELECT events.payload {_PENDING} AND events.payload LIKE '%\"sha256\"%'", key
        ):
            found.update(attachment_names(payload))
        asked = self._database.rows("SELECT sha256 FROM asked_attachments WHERE peer = ?", (node,))
        return tuple(sorted(found | {name for (name,) in asked}))


def _json(names: Iterable[str]) -> str:
    return msgspec.json.encode(sorted(names)).decode()
