"""Events that came but are not in the log: too early, of a second computer with one identity, or repeated.

They are kept whole. Early ones are taken up when what they follow has come; a fork waits for a repair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from app.domain.events import StoredEvent
from app.domain.sync.event_lines import event_from_line, event_line
from app.domain.sync.statement import ForkFound
from app.store.database import Database
from app.system.clock import Clock

EARLY, FORK, SUPERSEDED = "early", "fork", "superseded"
_ASIDE = (
    "EXISTS (SELECT 1 FROM quarantine q WHERE q.node = forks.node AND q.epoch = forks.epoch"
    " AND q.seq >= forks.seq AND q.reason = '{}')"
)


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """Events of one chain that wait: how many, from which number on, why."""

    node: str
    epoch: int
    first: int
    last: int
    events: int
    reason: str


class Quarantine:
    """The tables `quarantine` and `forks`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def put(self, events: Iterable[StoredEvent], reason: str, peer: str) -> None:
        """Keep events aside. One kept already stays as it is, but what is found to be a fork becomes one."""
        now = self.now_ms()
        self._database.many(
            "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET reason = excluded.reason WHERE reason = 'early'",
            [(e.node, e.epoch, e.seq, e.hash, reason, peer, now, e.stream, event_line(e).decode())
             for e in events],
        )  # fmt: skip

    def early_at(self, node: str, epoch: int, seq: int, limit: int) -> list[StoredEvent]:
        """Early events of a chain from `seq` on, ascending."""
        rows = self._database.rows(
            "SELECT line FROM quarantine WHERE node = ? AND epoch = ? AND seq >= ? AND reason = 'early'"
            " ORDER BY seq LIMIT ?",
            (node, epoch, seq, limit),
        )
        return [event_from_line(line) for (line,) in rows]

    def held(self, node: str, epoch: int, seqs: Sequence[int], reason: str) -> dict[int, set[str]]:
        """Hashes kept aside under these numbers for one reason."""
        found: dict[int, set[str]] = {}
        for seq, digest in self._database.rows(
            "SELECT q.seq, q.hash FROM json_each(?) CROSS JOIN quarantine q"
            " ON q.node = ? AND q.epoch = ? AND q.seq = json_each.value WHERE q.reason = ?",
            (msgspec.json.encode(seqs).decode(), node, epoch, reason),
        ):
            found.setdefault(seq, set()).add(digest)
        return found

    def remove(self, events: Iterable[StoredEvent]) -> None:
        """Events that found their place in the log."""
        self._database.many(
            "DELETE FROM quarantine WHERE node = ? AND epoch = ? AND seq = ? AND hash = ?",
            [(e.node, e.epoch, e.seq, e.hash) for e in events],
        )

    def chains_with_early(self) -> list[tuple[str, int, int]]:
        """node, epoch and first number of each chain whose events wait for others."""
        return [
            (node, epoch, seq)
            for node, epoch, seq in self._database.rows(
                "SELECT node, epoch, MIN(seq) FROM quarantine WHERE reason = 'early' GROUP BY node, epoch"
            )
        ]

    def waiting(self) -> tuple[Waiting, ...]:
        """Everything aside, by chain and reason."""
        rows = self._database.rows(
            "SELECT node, epoch, MIN(seq), MAX(seq), COUNT(*), reason FROM quarantine"
            " GROUP BY node, epoch, reason ORDER BY node, epoch, reason"
        )
        return tuple(
            Waiting(node=node, epoch=epoch, first=first, last=last, events=count, reason=reason)
            for node, epoch, first, last, count, reason in rows
        )

    def events(self, node: str, epoch: int, reason: str) -> Iterator[StoredEvent]:
        """Every event aside of a chain, ascending; for a person who looks, and for a repair."""
        for (line,) in self._database.stream(
            "SELECT line FROM quarantine WHERE node = ? AND epoch = ? AND reason = ? ORDER BY seq, hash",
            (node, epoch, reason),
        ):
            yield event_from_line(line)

    def note_fork(self, fork: ForkFound, told_by: str) -> None:
        """Two computers write as one office; noted once."""
        self._database.sql(
            "INSERT INTO forks (node, epoch, seq, kept, other, told_by, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            (fork.node, fork.epoch, fork.seq, fork.kept, fork.other, told_by, self.now_ms()),
        )

    def forks(self, *, settled: bool = False) -> tuple[ForkFound, ...]:
        """Forks that nobody has repaired yet, or the repaired ones."""
        rows = self._database.rows(
            "SELECT node, epoch, seq, kept, other FROM forks WHERE settled = ? ORDER BY node, epoch, seq",
            (int(settled),),
        )
        return tuple(
            ForkFound(node=node, epoch=epoch, seq=seq, kept=kept, other=other)
            for node, epoch, seq, kept, other in rows
        )

    def settle_superseded(self) -> None:
        """Mark forked events a repaired clone has written again; a fork left without any is settled.

        Whichever comes first: an original that was long under way may arrive after its repetition.
        """
        self._database.sql(
            "UPDATE quarantine SET reason = 'superseded' WHERE reason = 'fork'"
            " AND EXISTS (SELECT 1 FROM events e WHERE e.stream = quarantine.stream"
            " AND instr(e.payload, '\"reissued_from\"')"
            " AND json_extract(e.payload, '$.reissued_from') = json_extract(quarantine.line, '$[0]'))"
        )
        self._database.sql(
            f"UPDATE forks SET settled = 1 WHERE settled = 0 AND {_ASIDE.format('superseded')}"
            f" AND NOT {_ASIDE.format('fork')}"
        )

    def hear_forks(self, told: Iterable[ForkFound], peer: str) -> None:
        """What a peer says now of forks replaces what it said before: one it no longer tells is repaired.

        Unless the branch lies aside here too; then it is settled when its repetition comes.
        """
        told = tuple(told)
        for fork in told:
            self.note_fork(fork, peer)
            self._database.sql(
                "UPDATE forks SET settled = 0 WHERE told_by = ? AND node = ? AND epoch = ? AND seq = ?",
                (peer, fork.node, fork.epoch, fork.seq),
            )
        names = msgspec.json.encode([f"{f.node}/{f.epoch}/{f.seq}" for f in told]).decode()
        self._database.sql(
            "UPDATE forks SET settled = 1 WHERE settled = 0 AND told_by = ?"
            " AND node || '/' || epoch || '/' || seq NOT IN (SELECT value FROM json_each(?))"
            f" AND NOT {_ASIDE.format('fork')}",
            (peer, names),
        )

    def now_ms(self) -> int:
        """The clock in milliseconds, as every table of the exchange keeps it."""
        return int(self._clock.now().timestamp() * 1000)
