"""Which packages came and went: for refusing one already received, and for the page 同步体检."""

from __future__ import annotations

import msgspec

from app.domain.sync.statement import Statement
from app.store.database import Database
from app.store.merge import MergeReport
from app.system.clock import Clock

_COLUMNS = "id, direction, peer, epoch, number, first, last, at_ms, events, fresh, attachments, bytes, note"


class PackageRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One package. `direction` in or out; `first` to `last` are delivery numbers; `fresh` new events."""

    id: str
    direction: str
    peer: str
    epoch: int
    number: int
    first: int
    last: int
    at_ms: int
    events: int
    fresh: int
    attachments: int
    bytes: int
    note: str


class Packages:
    """The table `packages`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def received(self, package_id: str) -> bool:
        """Whether a package with this id was taken in before."""
        return bool(
            self._database.value("SELECT 1 FROM packages WHERE id = ? AND direction = 'in'", (package_id,))
        )

    def note_received(
        self, package_id: str, statement: Statement, report: MergeReport, attachments: int, size: int
    ) -> None:
        """A package was taken in; in the transaction of the import, so that both or neither are true."""
        events = report.new - report.released + report.known + report.early + report.forked
        self._database.sql(
            f"INSERT OR REPLACE INTO packages ({_COLUMNS})"
            " VALUES (?, 'in', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
            (
                package_id,
                statement.sender,
                statement.epoch,
                statement.number,
                statement.delivery.first,
                statement.delivery.last,
                int(self._clock.now().timestamp() * 1000),
                events + len(report.refused),
                report.new,
                attachments,
                size,
            ),
        )

    def recent(self, peer: str | None = None, limit: int = 200) -> tuple[PackageRecord, ...]:
        """What came and went, the newest first; of one peer or of all."""
        where, values = ("WHERE peer = ?", (peer,)) if peer is not None else ("", ())
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM packages {where} ORDER BY at_ms DESC, number DESC LIMIT ?",
            (*values, limit),
        )
        return tuple(
            PackageRecord(**dict(zip(PackageRecord.__struct_fields__, row, strict=True))) for row in rows
        )
