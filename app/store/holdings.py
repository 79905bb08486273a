"""How much of every chain is here without a gap: what an office tells its peers it holds."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.sync.statement import Holding
from app.store.database import Database


def chains(database: Database) -> Iterator[tuple[str, int]]:
    """Every (node, epoch) in the log, without reading the chains."""
    node, epoch = "", -1
    while True:
        # In two steps: (node, epoch) > (?, ?) would make SQLite read a whole chain to get past it.
        chain = database.row(
            "SELECT node, epoch FROM events WHERE node = ? AND epoch > ? ORDER BY epoch LIMIT 1",
            (node, epoch),
        ) or database.row(
            "SELECT node, epoch FROM events WHERE node > ? ORDER BY node, epoch LIMIT 1", (node,)
        )
        if chain is None:
            return
        node, epoch = chain
        yield node, epoch


def holdings(database: Database) -> tuple[Holding, ...]:
    """For every chain whose first event is here: the last number before the first gap, and its hash."""
    sparse = set(database.rows("SELECT node, epoch FROM sparse_chains"))
    found = []
    for node, epoch in chains(database):
        if (node, epoch) in sparse:
            last = _before_gap(database, node, epoch)
        else:
            last = database.row(
                "SELECT seq, hash FROM events WHERE node = ? AND epoch = ? ORDER BY seq DESC LIMIT 1",
                (node, epoch),
            )
        if last is not None:
            found.append(Holding(node=node, epoch=epoch, seq=last[0], hash=last[1]))
    return tuple(found)


def _before_gap(database: Database, node: str, epoch: int) -> tuple[int, str] | None:
    found: tuple[int, str] | None = database.row(
        "SELECT a.seq, a.hash FROM events a WHERE a.node = ? AND a.epoch = ?"
        " AND EXISTS (SELECT 1 FROM events f WHERE f.node = a.node AND f.epoch = a.epoch AND f.seq = 1)"
        " AND NOT EXISTS (SELECT 1 FROM events b WHERE b.node = a.node AND b.epoch = a.epoch"
        " AND b.seq = a.seq + 1) ORDER BY a.seq LIMIT 1",
        (node, epoch),
    )
    return found
