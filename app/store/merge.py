"""Taking in what other offices wrote: the union of two logs, and every table made to follow it.

One transaction or nothing. Order and repetition of packages do not matter: what is known is passed over,
what is early waits, a stream is folded anew from all its events. `preview` does the very same and undoes
it, so what it tells is what will happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from app.domain.errors import UserError
from app.domain.events import StoredEvent
from app.domain.office import STREAM
from app.domain.sync.spans import joined
from app.domain.sync.statement import ForkFound, Span, Statement
from app.store.blobs import Blobs
from app.store.database import Database
from app.store.deliveries import Deliveries
from app.store.event_log import EventLog
from app.store.incoming import Arrivals, Incoming, Refused
from app.store.number_ranges import NumberRanges
from app.store.own_chains import OwnChains
from app.store.peers import CHILD, PARENT, Peer, Peers
from app.store.projections import Projections
from app.store.quarantine import Quarantine
from app.store.refolding import CaseChange, fold_again
from app.store.vouchers import CoverCheck, Vouchers

CHUNK = 2000


class MergeReport(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did, or would do.

    Counts are events: `new` entered the log (`released` of them had waited here), `known` were there,
    `early` wait for their predecessors, `forked` are of a second computer with one identity. `waiting` are
    cases whose registration has not come: their events are in the log and show when it comes.
    """

    peer: str
    new: int
    known: int
    early: int
    forked: int
    released: int
    refused: tuple[Refused, ...]
    cases: tuple[CaseChange, ...]
    waiting: tuple[str, ...]
    forks: tuple[ForkFound, ...]
    problems: tuple[str, ...]
    missing_attachments: tuple[str, ...]
    granted: int
    restored_peer: bool

    @property
    def conflicts(self) -> int:
        """How many things a person must decide in the cases touched."""
        return sum(len(case.conflicts) for case in self.cases)


class _UndoneError(Exception):
    """Ends a preview; the transaction goes back to where it began."""


class Merge:
    """`preview` and `apply` one package's statement and events."""

    def __init__(
        self,
        database: Database,
        own: OwnChains,
        log: EventLog,
        projections: Projections,
        peers: Peers,
        vouchers: Vouchers,
        quarantine: Quarantine,
        deliveries: Deliveries,
        numbers: NumberRanges,
        blobs: Blobs,
    ) -> None:
        self._database = database
        self._own = own
        self._log = log
        self._projections = projections
        self._peers = peers
        self._vouchers = vouchers
        self._quarantine = quarantine
        self._deliveries = deliveries
        self._numbers = numbers
        self._blobs = blobs

    def preview(self, statement: Statement, events: Iterable[StoredEvent], actor: str) -> MergeReport:
        """What `apply` would do; nothing is changed. Not inside a transaction."""
        report: MergeReport | None = None
        try:
            with self._database.transaction():
                report = self.apply(statement, events, actor)
                raise _UndoneError
        except _UndoneError:
            assert report is not None
            return report

    def apply(self, statement: Statement, events: Iterable[StoredEvent], actor: str) -> MergeReport:
        """Take in one package, inside a transaction of the caller or one of its own.

        `events` come in the order of their delivery numbers. Raises UserError when the package is not for
        this office or from no active peer, and NewerEvent (a UserError) when a newer program wrote it.
        """
        with self._database.joined():
            peer = self._sender(statement)
            problems = self._peers.learn(statement.cards, peer)
            cover = CoverCheck(self._database, self._quarantine, self._peers.keys_of, statement.vouchers)
            incoming = Incoming(self._database, self._quarantine, cover, self._peers.below(), peer.node)
            order = self._take(events, incoming)
            arrivals = incoming.arrivals
            for voucher in cover.good:
                self._vouchers.keep(voucher)
            self._log.forget()
            cases, waiting = fold_again(self._database, self._projections, arrivals.streams, incoming.read)
            if arrivals.forked or arrivals.reissued:
                self._quarantine.settle_superseded()
            self._note_delivery(statement, order, arrivals)
            missing = self._note_attachments(arrivals, peer)
            restored, granted, more = self._hear(statement, peer, actor)
            return MergeReport(
                peer=peer.node,
                new=arrivals.new,
                known=arrivals.known,
                early=arrivals.early,
                forked=arrivals.forked,
                released=arrivals.released,
                refused=tuple(arrivals.refused),
                cases=tuple(cases),
                waiting=tuple(waiting),
                forks=tuple(arrivals.forks),
                problems=(*problems, *more),
                missing_attachments=missing,
                granted=granted,
                restored_peer=restored,
            )

    def note_looked_at(self, case_id: str) -> None:
        """Somebody here has looked at a case; whoever sent it is told with the next package (县局已阅)."""
        self._database.sql(
            "INSERT OR IGNORE INTO looked_at VALUES ('', ?, ?)", (case_id, self._quarantine.now_ms())
        )

    def waiting_streams(self) -> tuple[str, ...]:
        """Cases of which events are here but no registration."""
        rows = self._database.rows(
            "SELECT DISTINCT stream FROM events WHERE stream <> ?"
            " AND stream NOT IN (SELECT case_id FROM cases) ORDER BY stream",
            (STREAM,),
        )
        return tuple(stream for (stream,) in rows)

    def _sender(self, statement: Statement) -> Peer:
        if statement.recipient not in self._own.nodes():
            raise UserError("这个包不是发给本单位的，没有导入任何内容，请交给收件单位。")
        peer = self._peers.find(statement.sender)
        if peer is None:
            raise UserError("这个包来自没有办理入网的单位，没有导入任何内容，请先办理入网。")
        if not peer.active:
            raise UserError(f"已经停止与“{peer.name}”往来，没有导入任何内容。")
        return peer

    def _take(self, events: Iterable[StoredEvent], incoming: Incoming) -> list[tuple[str, int, int]]:
        """Every event, a chunk at a time; which events the delivery numbers stand for, in order."""
        order: list[tuple[str, int, int]] = []
        for chunk in _chunks(events):
            order.extend((event.node, event.epoch, event.seq) for event in chunk)
            incoming.take(chunk)
            self._count(incoming)
        incoming.finish()
        self._count(incoming)
        return order

    def _count(self, incoming: Incoming) -> None:
        if incoming.taken:
            stored, typed = zip(*incoming.taken, strict=True)
            self._projections.count_events(stored, typed)

    def _note_delivery(
        self, statement: Statement, order: list[tuple[str, int, int]], arrivals: Arrivals
    ) -> None:
        """Acknowledge later what arrived; a refused event stays unacknowledged and comes again."""
        refused = {(r.node, r.epoch, r.seq) for r in arrivals.refused}
        first = statement.delivery.first
        last = min(statement.delivery.last, first + len(order) - 1)
        if not refused:
            spans: tuple[Span, ...] = (Span(first=first, last=last),) if last >= first else ()
        else:
            spans = joined(
                Span(first=first + at, last=first + at)
                for at, key in enumerate(order[: last - first + 1])
                if key not in refused
            )
        self._deliveries.receive(statement.sender, statement.delivery.epoch, spans)

    def _note_attachments(self, arrivals: Arrivals, peer: Peer) -> tuple[str, ...]:
        missing = sorted(name for name in arrivals.attachments if not self._blobs.present(name))
        self._database.many(
            "INSERT OR IGNORE INTO missing_attachments VALUES (?, ?)", [(name, peer.node) for name in missing]
        )
        return tuple(missing)

    def _hear(self, statement: Statement, peer: Peer, actor: str) -> tuple[bool, int, list[str]]:
        """What the peer says of itself: (it was restored, ranges granted, sentences for a person).

        A package older than the last one heard says nothing new: it was overtaken on its way.
        """
        problems: list[str] = []
        granted = 0
        if peer.role == PARENT:
            granted = self._numbers.receive(statement.grants, peer.node, actor)
        else:
            problems += self._numbers.learn_held(statement.ranges_held, peer.node)
        now = self._quarantine.now_ms()
        self._keep_told(statement, peer, now)
        if (statement.epoch, statement.number) <= (peer.its_epoch, peer.its_number):
            return False, granted, problems
        theirs = self._peers.subtree(peer.node) - {peer.node}
        # Which branch counts is said from above: what a child keeps says nothing about its own chain.
        told = [fork for fork in statement.forks if peer.role == PARENT or fork.node in theirs]
        self._quarantine.hear_forks(told, peer.node)
        restored = 0 < peer.its_epoch < statement.epoch
        less = False
        if self._clone_suspected(statement):
            problems.append(
                f"“{peer.name}”收到过用本单位标识写的、本机没有的记录：可能有另一台电脑在用本单位的数据，"
                "请在“往来同步”页修复身份。"
            )
        else:
            less = self._deliveries.keep_holdings(peer.node, statement.holdings)
            if statement.ack is not None:
                self._deliveries.acknowledge(peer.node, statement.ack, now)
        self._database.sql(
            "UPDATE peers SET its_epoch = ?, its_number = ?, last_in_ms = ?,"
            " listed = CASE WHEN ? THEN 0 ELSE listed END WHERE node = ?",
            (statement.epoch, statement.number, now, restored or less, peer.node),
        )
        if peer.role == CHILD:
            self._numbers.note_wants(statement.wants_numbers, peer.node, statement.epoch)
        return restored or less, granted, problems

    def _keep_told(self, statement: Statement, peer: Peer, now: int) -> None:
        self._database.sql("DELETE FROM asked_attachments WHERE peer = ?", (peer.node,))
        self._database.many(
            "INSERT OR IGNORE INTO asked_attachments VALUES (?, ?)",
            [(peer.node, name) for name in statement.wants_attachments],
        )
        self._database.many(
            "INSERT OR IGNORE INTO looked_at VALUES (?, ?, ?)",
            [(peer.node, case_id, now) for case_id in statement.seen_cases],
        )

    def _clone_suspected(self, statement: Statement) -> bool:
        """Whether the peer holds another history of this office than this computer wrote.

        Then what it acknowledges may be what the other computer sent, and nothing of it is believed. Where
        the two histories part, the peer says as soon as it has seen both.
        """
        identity = self._own.identity
        for held in statement.holdings:
            if held.node != identity.node or held.epoch > identity.epoch:
                continue
            mine = self._database.value(
                "SELECT hash FROM events WHERE node = ? AND epoch = ? AND seq = ?",
                (held.node, held.epoch, held.seq),
            )
            if (mine is not None and mine != held.hash) or (mine is None and held.epoch == identity.epoch):
                return True
        return False


def _chunks(events: Iterable[StoredEvent]) -> Iterator[list[StoredEvent]]:
    rest = iter(events)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
