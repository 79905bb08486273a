"""The event log of one office: the only way anything is ever written, and how it is read back.

Each node writes its own chain per epoch: `seq` has no gaps, `prev` is the hash of the event before.
An event, its projections and its search tokens are one transaction (docs/events.md).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence

import msgspec

from app.domain.errors import UserError
from app.domain.events import GENESIS, Event, StoredEvent, encode, event_hash
from app.domain.office import STREAM
from app.store.database import Database, Row
from app.store.hybrid_clock import HybridClock, event_id
from app.store.identity import Identity
from app.store.own_chains import OwnChains
from app.store.projections import Projections
from app.system.clock import Clock

COLUMNS = "id, node, epoch, seq, prev, hash, time, stream, kind, schema, actor, payload"
_INSERT = f"INSERT INTO events ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_READ_STREAM = f"SELECT {COLUMNS} FROM events WHERE stream = ? ORDER BY time, node, seq"
_REMEMBERED_STREAMS = 64


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The end of this node's chain. `seq` 0 and `hash` of 64 zeros before the first event."""

    node: str
    epoch: int
    seq: int
    hash: str


class StaleVersion(UserError):
    """Somebody else changed the stream since the caller read it."""


class EventLog:
    """Appends to and reads from the log. One thread writes; any thread reads what is committed."""

    def __init__(self, database: Database, own: OwnChains, clock: Clock, projections: Projections) -> None:
        self._database = database
        self._own = own
        self._clock = clock
        self._projections = projections
        # What the writer remembers, valid only inside its transactions; dropped whenever one fails.
        self._head: Head | None = None
        self._time: HybridClock | None = None
        self._histories: OrderedDict[str, list[StoredEvent]] = OrderedDict()
        database.after_failure.append(self.forget)

    def append(
        self, stream: str, events: Sequence[Event], actor: str, expected_version: int | None = None
    ) -> list[StoredEvent]:
        """Write events to a stream, with their projections, durably when this returns.

        `expected_version` is the number of events of the stream the caller saw; `StaleVersion` is raised
        when there are others by now. `actor` is an operator's id. Inside `transaction()` of the store it
        becomes durable with that transaction.
        """
        if not events:
            raise ValueError("nothing to append")
        with self._database.joined():
            history = self._history(stream)
            if expected_version is not None and expected_version != len(history):
                raise StaleVersion("这份记录刚刚已被更新，您看到的不是最新内容，请刷新后再办理。")
            events = [_noting(event, history, self._own.identity) for event in events]
            new = self._sealed(stream, events, actor)
            grown = [*history, *new]
            row = self._projections.prepare(stream, grown)  # whatever refuses, refuses before any writing
            with self._database.unbroken():
                for stored in new:
                    self._database.sql(_INSERT, row_of(stored))
                self._projections.write(row, grown, events)
            last = new[-1]
            self._head = Head(node=last.node, epoch=last.epoch, seq=last.seq, hash=last.hash)
            self._histories[stream] = grown
        return new

    def write_again(self, stream: str, event: Event, actor: str) -> StoredEvent:
        """An event of a repaired clone under the new node; inside a transaction that rebuilds afterwards.

        Nothing is refused and nothing projected: what it says has happened and was admitted long ago.
        """
        history = self._history(stream)
        [stored] = self._sealed(stream, [_noting(event, history, self._own.identity)], actor)
        self._database.sql(_INSERT, row_of(stored))
        self._head = Head(node=stored.node, epoch=stored.epoch, seq=stored.seq, hash=stored.hash)
        self._histories[stream] = [*history, stored]
        return stored

    def new_id(self) -> str:
        """A fresh UUIDv7 for a new stream; it takes its place in the order of this node's times."""
        with self._database.joined():
            return event_id(self._hybrid_clock().tick())

    def read_stream(self, stream: str) -> list[StoredEvent]:
        """Every event of a stream in fold order: (hybrid time, node, seq). Empty for an unknown stream.

        The stream `office` is this office's own: what other offices wrote about themselves is left out.
        """
        if self._database.in_transaction():
            return list(self._history(stream))
        return self._read(stream)

    def iterate_all(self) -> Iterator[StoredEvent]:
        """Every event in the order in which it arrived here."""
        for row in self._database.stream(f"SELECT {COLUMNS} FROM events ORDER BY pos"):
            yield stored_event(row)

    def count(self) -> int:
        """How many events the log holds."""
        return int(self._database.value("SELECT COUNT(*) FROM events"))

    def head(self) -> Head:
        """The end of this node's own chain in its present epoch."""
        node, epoch = self._own.identity.node, self._own.identity.epoch
        found = self._database.row(
            "SELECT seq, hash FROM events WHERE node = ? AND epoch = ? ORDER BY seq DESC LIMIT 1",
            (node, epoch),
        )
        seq, last_hash = found or (0, GENESIS)
        return Head(node=node, epoch=epoch, seq=seq, hash=last_hash)

    def forget(self) -> None:
        """Drop what the writer remembers, after a failed transaction."""
        self._head = None
        self._time = None
        self._histories.clear()

    def _read(self, stream: str) -> list[StoredEvent]:
        found = [stored_event(row) for row in self._database.rows(_READ_STREAM, (stream,))]
        return [stored for stored in found if self._own.wrote(stored)] if stream == STREAM else found

    def _sealed(self, stream: str, events: Sequence[Event], actor: str) -> list[StoredEvent]:
        """The events in envelopes that go on this node's chain; nothing is written or remembered yet."""
        head = self._head or self.head()
        found = []
        for event in events:
            time = self._hybrid_clock().tick()
            stored = sealed(event, stream=stream, actor=actor, time=time, head=head)
            head = Head(node=head.node, epoch=head.epoch, seq=stored.seq, hash=stored.hash)
            found.append(stored)
        return found

    def _hybrid_clock(self) -> HybridClock:
        if self._time is None:
            self._time = HybridClock(self._clock, self._greatest_time())
        return self._time

    def _greatest_time(self) -> int:
        """The last time of every chain is its greatest, so the chains are enough."""
        greatest, node, epoch = 0, "", -1
        while True:
            # In two steps: (node, epoch) > (?, ?) would make SQLite read a whole chain to get past it.
            chain = self._database.row(
                "SELECT node, epoch FROM events WHERE node = ? AND epoch > ? ORDER BY epoch LIMIT 1",
                (node, epoch),
            ) or self._database.row(
                "SELECT node, epoch FROM events WHERE node > ? ORDER BY node, epoch LIMIT 1", (node,)
            )
            if chain is None:
                return greatest
            node, epoch = chain
            last = self._database.value(
                "SELECT time FROM events WHERE node = ? AND epoch = ? ORDER BY seq DESC LIMIT 1", chain
            )
            greatest = max(greatest, last)

    def _history(self, stream: str) -> list[StoredEvent]:
        known = self._histories.get(stream)
        if known is None:
            known = self._read(stream)
            self._histories[stream] = known
            if len(self._histories) > _REMEMBERED_STREAMS:
                self._histories.popitem(last=False)
        else:
            self._histories.move_to_end(stream)
        return known


def _noting(event: Event, history: Sequence[StoredEvent], identity: Identity) -> Event:
    """The event with what its author had of other chains in this stream (docs/events.md, `seen`)."""
    seen: dict[str, int] = {}
    for stored in history:
        if stored.stream != STREAM and (stored.node, stored.epoch) != (identity.node, identity.epoch):
            seen[stored.chain()] = max(stored.seq, seen.get(stored.chain(), 0))
    return msgspec.structs.replace(event, seen=dict(sorted(seen.items()))) if seen else event


def sealed(event: Event, *, stream: str, actor: str, time: int, head: Head) -> StoredEvent:
    """An event in its envelope, following `head` in the chain."""
    fields = {
        "id": event_id(time),
        "node": head.node,
        "epoch": head.epoch,
        "seq": head.seq + 1,
        "prev": head.hash,
        "time": time,
        "stream": stream,
        "kind": event.kind(),
        "schema": event.SCHEMA,
        "actor": actor,
        "payload": encode(event),
    }
    return StoredEvent(hash=event_hash(**fields), **fields)  # type: ignore[arg-type]


def stored_event(row: Row) -> StoredEvent:
    """A row of `COLUMNS` as an envelope."""
    return StoredEvent(
        id=row[0],
        node=row[1],
        epoch=row[2],
        seq=row[3],
        prev=row[4],
        hash=row[5],
        time=row[6],
        stream=row[7],
        kind=row[8],
        schema=row[9],
        actor=row[10],
        payload=row[11],
    )


def row_of(stored: StoredEvent) -> tuple[str | int, ...]:
    """The columns of an envelope in the order of `COLUMNS`."""
    return (
        stored.id,
        stored.node,
        stored.epoch,
        stored.seq,
        stored.prev,
        stored.hash,
        stored.time,
        stored.stream,
        stored.kind,
        stored.schema,
        stored.actor,
        stored.payload,
    )
