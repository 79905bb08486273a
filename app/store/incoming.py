"""Sorting the events of other offices as they arrive: new, known, early, of a fork, refused.

Nothing is believed: hashes are computed, kinds must be known, the author must have signed, each chain
must go on where it ended. Sets of events are looked up at once, so that a replay costs little more than
hashing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from app.domain.events import GENESIS, Event, NewerEvent, StoredEvent, as_read, decode
from app.domain.sync.attachment_names import attachment_names
from app.domain.sync.statement import ForkFound
from app.store.database import Database, Row
from app.store.event_log import COLUMNS, row_of
from app.store.quarantine import EARLY, FORK, SUPERSEDED, Quarantine
from app.store.vouchers import Chain, CoverCheck

_INSERT = f"INSERT INTO events ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_NOT_SIGNED = "没有它的来源单位的有效签名"
_DAMAGED = "内容读不懂"
_CLOCK = "时间早于它前面的一条"
_REMEMBERED = 20_000


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """An event that was not taken, and why, in Chinese."""

    node: str
    epoch: int
    seq: int
    stream: str
    reason: str


class Held(NamedTuple):
    """What the log has under a number of a chain."""

    hash: str
    prev: str
    time: int


_START = Held(GENESIS, "", -1)


class Arrivals(msgspec.Struct, kw_only=True):
    """What became of the events of one import."""

    new: int = 0
    known: int = 0
    early: int = 0
    forked: int = 0
    released: int = 0
    refused: list[Refused] = []
    streams: dict[str, int] = {}
    """Streams with new events, and how many."""
    forks: list[ForkFound] = []
    reissued: list[str] = []
    """Ids of events a repaired clone has written again."""
    attachments: set[str] = set()
    """SHA-256 of what new events name."""


class Incoming:
    """Takes the events of one import, a chunk at a time, inside one transaction."""

    def __init__(
        self,
        database: Database,
        quarantine: Quarantine,
        cover: CoverCheck,
        dense_nodes: frozenset[str],
        peer: str,
    ) -> None:
        self._database = database
        self._quarantine = quarantine
        self._cover = cover
        self._dense = dense_nodes
        self._peer = peer
        self._carried: dict[Chain, list[StoredEvent]] = {}
        self._sparse: set[Chain] = set()
        self.arrivals = Arrivals(refused=[], streams={}, forks=[], reissued=[], attachments=set())
        self.taken: list[tuple[StoredEvent, Event]] = []
        """New events of the chunk just taken, in order, for the projections."""
        self.read: dict[str, list[StoredEvent]] = {}
        """New events by stream, so that a stream nothing of was here need not be read back to be folded.

        No more than some thousands: a case whose events came later than those is read from the log.
        """
        self._remembered = 0

    def take(self, events: Iterable[StoredEvent]) -> None:
        """Sort and keep one chunk; `taken` then holds what entered the log."""
        self.taken = []
        for chain, group in _by_chain(events).items():
            carried = self._carried.pop(chain, [])
            self._take_chain(chain, [*carried, *group])

    def finish(self) -> None:
        """After the last chunk: what was never covered is refused, what waited for others is taken up."""
        self.taken = []
        for group in self._carried.values():
            self._refuse(group, _NOT_SIGNED)
        self._carried = {}
        self._release()

    def _take_chain(self, chain: Chain, group: list[StoredEvent]) -> None:
        fresh = list({event.hash: event for event in group}.values())
        self.arrivals.known += len(group) - len(fresh)
        held = self._held(chain, fresh)
        repeats = [event for event in fresh if _is(held, event)]
        self.arrivals.known += len(repeats)
        fresh = [event for event in fresh if not _is(held, event)]
        if not fresh:
            return
        signed, undecided, refused = self._cover.split(chain, fresh, repeats)
        if undecided:
            self._carried[chain] = undecided
        self._refuse(refused, _NOT_SIGNED)
        self._place(chain, signed, held)

    def _held(self, chain: Chain, events: Sequence[StoredEvent]) -> dict[int, Held]:
        """What the log has under the numbers of these events and of their neighbours."""
        seqs = {event.seq + step for event in events for step in (-1, 0, 1)}
        rows = self._database.rows(
            "SELECT e.seq, e.hash, e.prev, e.time FROM json_each(?) CROSS JOIN events e"
            " ON e.node = ? AND e.epoch = ? AND e.seq = json_each.value",
            (msgspec.json.encode(sorted(seqs)).decode(), *chain),
        )
        return {seq: Held(digest, prev, time) for seq, digest, prev, time in rows}

    def _waits(self, chain: Chain) -> bool:
        """Whether an event of this chain waits for the one before it.

        Of chains not below this office only pieces come. And once an office writes in a later epoch, it was
        restored: what nobody else held of the earlier one never comes; what came back must not wait for it.
        """
        if chain[0] not in self._dense:
            return False
        later = self._database.value("SELECT 1 FROM events WHERE node = ? AND epoch > ? LIMIT 1", chain)
        return later is None

    def _place(self, chain: Chain, events: list[StoredEvent], held: dict[int, Held]) -> None:
        """Give each signed event that is not in the log its place: log, waiting, fork or refusal."""
        if not events:
            return
        events.sort(key=lambda event: event.seq)
        near = [event.seq + step for event in events for step in (-1, 0)]
        forked = _all_of(self._quarantine.held(*chain, near, FORK))
        forked |= _all_of(self._quarantine.held(*chain, near, SUPERSEDED))
        early = _all_of(self._quarantine.held(*chain, near, EARLY))
        waits = self._waits(chain)
        rows: list[Row] = []
        for event in events:
            before = _START if event.seq == 1 else held.get(event.seq - 1)
            if event.hash in forked or (event.hash in early and before is None):
                self.arrivals.known += 1
            elif _leaves(event, before, held) or event.prev in forked:
                self._quarantine.put([event], FORK, self._peer)
                self.arrivals.forked += 1
                if event.prev not in forked:
                    self._tell_fork(event, before, held)
                forked.add(event.hash)
            elif before is None and waits:
                self._quarantine.put([event], EARLY, self._peer)
                self.arrivals.early += 1
            elif before is not None and event.time <= before.time:
                self._refuse([event], _CLOCK)
            elif self._enter(event, gap=before is None):
                rows.append(row_of(event))
                held[event.seq] = Held(event.hash, event.prev, event.time)
        if rows:
            self._database.many(_INSERT, rows)

    def _tell_fork(self, event: StoredEvent, before: Held | None, held: dict[int, Held]) -> None:
        """Where a branch leaves the one in the log is told once; what goes on from there is not."""
        if event.seq in held:
            at, kept, other = event.seq, held[event.seq].hash, event.hash
        elif before is not None and event.prev != before.hash:
            at, kept, other = max(event.seq - 1, 1), before.hash, event.prev
        else:
            at, kept, other = event.seq, held[event.seq + 1].prev, event.hash
        if any((f.node, f.epoch) == (event.node, event.epoch) for f in self.arrivals.forks):
            return
        fork = ForkFound(node=event.node, epoch=event.epoch, seq=at, kept=kept, other=other)
        self._quarantine.note_fork(fork, self._peer)
        self.arrivals.forks.append(fork)

    def _enter(self, event: StoredEvent, *, gap: bool) -> bool:
        typed = self._typed(event)
        if typed is None:
            return False
        chain = (event.node, event.epoch)
        if gap and chain not in self._sparse:
            self._sparse.add(chain)
            self._database.sql("INSERT OR IGNORE INTO sparse_chains VALUES (?, ?)", chain)
        self.taken.append((event, typed))
        if self._remembered < _REMEMBERED:
            self.read.setdefault(event.stream, []).append(as_read(event, typed))
            self._remembered += 1
        found = self.arrivals
        found.new += 1
        found.streams[event.stream] = found.streams.get(event.stream, 0) + 1
        found.attachments.update(attachment_names(event.payload))
        if isinstance(typed.reissued_from, str):
            found.reissued.append(typed.reissued_from)
        return True

    def _typed(self, event: StoredEvent) -> Event | None:
        """The payload; a newer program's stops the import, a damaged one is refused."""
        try:
            return decode(event)
        except NewerEvent as error:
            raise NewerEvent("这个包里有新版程序写入的记录，请先升级到最新版再导入。") from error
        except (msgspec.ValidationError, msgspec.DecodeError):
            self._refuse([event], _DAMAGED)
            return None

    def _release(self) -> None:
        """Take up early events whose predecessors are in the log by now."""
        for node, epoch, first in self._quarantine.chains_with_early():
            chain = (node, epoch)
            while True:
                batch = self._quarantine.early_at(node, epoch, first, 500)
                if not batch:
                    break
                entered = self._release_batch(chain, batch)
                if entered < len(batch):
                    break
                first = batch[-1].seq + 1

    def _release_batch(self, chain: Chain, batch: list[StoredEvent]) -> int:
        held = self._held(chain, batch)
        ready = []
        there = set(held)
        waits = self._waits(chain)
        for event in batch:
            if event.seq > 1 and event.seq - 1 not in there and waits:
                break
            ready.append(event)
            there.add(event.seq)
        if not ready:
            return 0
        self._quarantine.remove(ready)
        before = self.arrivals.new
        self._place(chain, [event for event in ready if not _is(held, event)], held)
        self.arrivals.released += self.arrivals.new - before
        return len(ready)

    def _refuse(self, events: Iterable[StoredEvent], reason: str) -> None:
        self.arrivals.refused.extend(
            Refused(node=e.node, epoch=e.epoch, seq=e.seq, stream=e.stream, reason=reason) for e in events
        )


def _by_chain(events: Iterable[StoredEvent]) -> dict[Chain, list[StoredEvent]]:
    found: dict[Chain, list[StoredEvent]] = {}
    for event in events:
        found.setdefault((event.node, event.epoch), []).append(event)
    return found


def _is(held: dict[int, Held], event: StoredEvent) -> bool:
    """Whether this very event is in the log."""
    found = held.get(event.seq)
    return found is not None and found.hash == event.hash


def _leaves(event: StoredEvent, before: Held | None, held: dict[int, Held]) -> bool:
    """Whether an event contradicts what the log has of its chain: two were written under one number."""
    if event.seq in held or (before is not None and event.prev != before.hash):
        return True
    after = held.get(event.seq + 1)
    return after is not None and after.prev != event.hash


def _all_of(found: dict[int, set[str]]) -> set[str]:
    return {digest for digests in found.values() for digest in digests}
