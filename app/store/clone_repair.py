"""修复身份重复: a copied computer takes an identity of its own, and what it wrote stands again under it.

Two computers that write as one node contradict each other from some number on. The one whose branch came
later to the county is repaired: its own events after that point leave the log for the quarantine, where
they stay as superseded, and are written once more under a new node, each naming its original. The other
computer's branch can then enter. No content is lost on either side and none counts twice.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.domain.errors import UserError
from app.domain.events import StoredEvent, decode
from app.domain.office import STREAM
from app.domain.sync.events import NodeAdopted
from app.domain.sync.statement import ForkFound
from app.store import rebuild
from app.store.database import Database
from app.store.event_log import COLUMNS, EventLog, stored_event
from app.store.identity import Identity, new_identity
from app.store.own_chains import OwnChains
from app.store.projections import Projections
from app.store.quarantine import EARLY, FORK, SUPERSEDED, Quarantine

_BRANCH = f"SELECT {COLUMNS} FROM events WHERE node = ? AND (epoch, seq) >= (?, ?) ORDER BY epoch, seq"
# What was agreed with peers as the old node; the new one enrols anew and begins its lists at 1.
_EMPTIED = (
    "peers", "peer_holdings", "entitled", "deliveries", "acknowledgements", "receipts", "number_ranges",
    "wanted_numbers", "asked_attachments",
)  # fmt: skip


class CloneRepair:
    """Finds where this computer left the common past, and gives it a node of its own."""

    def __init__(
        self,
        database: Database,
        own: OwnChains,
        log: EventLog,
        projections: Projections,
        quarantine: Quarantine,
    ) -> None:
        self._database = database
        self._own = own
        self._log = log
        self._projections = projections
        self._quarantine = quarantine

    def own_forks(self) -> tuple[ForkFound, ...]:
        """Forks in this office's own present node: another computer writes as this one."""
        return tuple(f for f in self._quarantine.forks() if f.node == self._own.identity.node)

    def to_repair(self) -> ForkFound | None:
        """The first point from which on this computer's events must be written again; None when none must."""
        movers = [fork for fork in self.own_forks() if self.must_move(fork)]
        return min(movers, key=lambda fork: (fork.epoch, fork.seq), default=None)

    def must_move(self, fork: ForkFound) -> bool:
        """Whether this computer's branch is the one in quarantine, so that it must take the new identity.

        False when the branch here is the one kept: then the other computer has to be repaired.
        """
        mine = self._database.value(
            "SELECT hash FROM events WHERE node = ? AND epoch = ? AND seq = ?",
            (fork.node, fork.epoch, fork.seq),
        )
        return mine is not None and mine != fork.kept

    def branch(self, fork: ForkFound) -> list[StoredEvent]:
        """What would be written again: this computer's events from the fork on."""
        return list(self._branch(fork))

    def adopt(self, fork: ForkFound, reason: str, actor: str) -> Identity:
        """Take a new node and write the own branch again; inside a transaction.

        Returns the identity to be saved beside the database once the transaction is committed. Raises
        UserError when this computer's branch is not the one to move.
        """
        if fork.node != self._own.identity.node:
            raise UserError("这个身份重复不是本机的，请在出现重复的那台电脑上修复。")
        if not self.must_move(fork):
            raise UserError("本机的记录先到上级，不需要修复；请在另一台电脑上修复。")
        branch = self.branch(fork)
        fresh = new_identity()
        self._move_aside(fork, branch)
        self._database.sql("UPDATE meta SET value = ? WHERE name = 'node'", (fresh.node,))
        self._database.sql("INSERT INTO former_nodes VALUES (?, ?, ?)", (fork.node, fork.epoch, fork.seq))
        for table in _EMPTIED:
            self._database.sql(f"DELETE FROM {table}")
        self._own.identity = fresh
        self._own.reload()
        self._log.forget()
        adopted = NodeAdopted(former=fork.node, epoch=fork.epoch, seq=fork.seq, reason=reason)
        self._log.append(STREAM, [adopted], actor)
        self._write_again(branch)
        return fresh

    def _branch(self, fork: ForkFound) -> Iterator[StoredEvent]:
        for row in self._database.rows(_BRANCH, (fork.node, fork.epoch, fork.seq)):
            yield stored_event(row)

    def _move_aside(self, fork: ForkFound, branch: list[StoredEvent]) -> None:
        self._quarantine.put(branch, FORK, "")
        self._database.sql(
            "DELETE FROM events WHERE node = ? AND (epoch, seq) >= (?, ?)", (fork.node, fork.epoch, fork.seq)
        )
        self._database.sql(
            "DELETE FROM vouchers WHERE node = ? AND (epoch, last) >= (?, ?)",
            (fork.node, fork.epoch, fork.seq),
        )
        self._database.many(
            "UPDATE quarantine SET reason = ? WHERE node = ? AND epoch = ? AND seq = ? AND hash = ?",
            [(SUPERSEDED, e.node, e.epoch, e.seq, e.hash) for e in branch],
        )
        # The other computer's branch has its place free now; the next import takes it up.
        self._database.sql(
            "UPDATE quarantine SET reason = ? WHERE node = ? AND reason = ?", (EARLY, fork.node, FORK)
        )
        self._database.sql(
            "UPDATE forks SET settled = 1 WHERE node = ? AND (epoch, seq) >= (?, ?)",
            (fork.node, fork.epoch, fork.seq),
        )

    def _write_again(self, branch: list[StoredEvent]) -> None:
        """The same contents, actors and order under the new node, then every table made anew."""
        for original in branch:
            event = msgspec.structs.replace(decode(original), seen=msgspec.UNSET, reissued_from=original.id)
            self._log.write_again(original.stream, event, original.actor)
        rebuild.rebuild(self._database, self._projections)
