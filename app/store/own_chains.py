"""Which chains of the log this office wrote itself, those from before a clone was repaired included."""

from __future__ import annotations

from app.domain.events import StoredEvent
from app.store.database import Database
from app.store.identity import Identity


class OwnChains:
    """Knows the present node and the former ones; a former one is ours up to where the clone began."""

    def __init__(self, database: Database, identity: Identity) -> None:
        self._database = database
        self.identity = identity
        self._former: dict[str, tuple[int, int]] = {}
        self.reload()

    def reload(self) -> None:
        """Read the former nodes again, after a repair or a transaction that failed."""
        rows = self._database.rows("SELECT node, epoch, seq FROM former_nodes")
        self._former = {node: (epoch, seq) for node, epoch, seq in rows}

    def nodes(self) -> tuple[str, ...]:
        """The present node first, then the former ones."""
        return (self.identity.node, *sorted(self._former))

    def wrote(self, event: StoredEvent) -> bool:
        """Whether this office wrote an event itself."""
        if event.node == self.identity.node:
            return True
        end = self._former.get(event.node)
        return end is not None and (event.epoch, event.seq) < end

    def own(self, node: str, epoch: int) -> bool:
        """Whether a chain is this office's, at least in its beginning."""
        return node == self.identity.node or (node in self._former and epoch <= self._former[node][0])
