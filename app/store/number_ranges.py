"""Official numbers: which this office may use, which it has given to the offices below.

Before enrolment a series begins at 1 as it always did. What a parent granted binds the series: then only
granted numbers are used, and never one that a life before a restore may have used already.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.domain.errors import UserError
from app.domain.office import STREAM
from app.domain.sync.events import RangeGranted, RangeReceived
from app.domain.sync.numbers import LARGEST, carve, left, next_free, runs_low
from app.domain.sync.spans import joined
from app.domain.sync.statement import Grant, Span, Want
from app.store.database import Database
from app.store.event_log import EventLog
from app.store.high_water import HighWater
from app.store.own_chains import OwnChains
from app.store.projections import Projections
from app.system.clock import Clock

_JUMP = 10_000
_DECEMBER = 12


class NumberRanges:
    """The tables `number_ranges`, `granted_ranges`, `wanted_numbers`, and the marks beside the database."""

    def __init__(
        self,
        database: Database,
        own: OwnChains,
        log: EventLog,
        projections: Projections,
        marks: HighWater,
        clock: Clock,
    ) -> None:
        self._database = database
        self._own = own
        self._log = log
        self._projections = projections
        self._marks = marks
        self._clock = clock

    def next_serial(self, series: str, year: int) -> int:
        """The next number to use. UserError when what the parent granted is used up, or nothing is yet."""
        if self._ranges_left_behind():
            raise UserError("本机修复身份以后还没有自己的号段，请先重新办理入网，再登记案件或者出具文书。")
        used = self._used(series, year)
        serial = next_free(self._mine(series, year), self._granted(series, year), used)
        if serial is None:
            raise UserError(f"{year} 年的编号已经用完，请马上与上级单位交换一次数据包，新的号段会随包带回。")
        if self._shared():
            self._marks.reserve_use(self._own.identity, series, year, serial)
        return serial

    def wants(self) -> tuple[Want, ...]:
        """Series of which fewer than 20 % are left, for the next package to the parent."""
        today = self._clock.today()
        years = [today.year, *([today.year + 1] if today.month == _DECEMBER else [])]
        found = []
        for series in self._ranged():
            for year in years:
                total = sum(span.last - span.first + 1 for span in self._mine(series, year))
                remaining = self.remaining(series, year)
                if runs_low(total, remaining):
                    found.append(Want(series=series, year=year, left=remaining))
        return tuple(found)

    def remaining(self, series: str, year: int) -> int:
        """How many numbers this office may still use."""
        return left(self._mine(series, year), self._granted(series, year), self._used(series, year))

    def held(self) -> tuple[Grant, ...]:
        """Every range this office was granted, to be told to the parent."""
        rows = self._database.rows(
            "SELECT series, year, first, last, epoch FROM number_ranges ORDER BY series, year, first"
        )
        node = self._own.identity.node
        return tuple(
            Grant(to=node, epoch=epoch, series=series, year=year, first=first, last=last)
            for series, year, first, last, epoch in rows
        )

    def receive(self, grants: Sequence[Grant], granted_by: str, actor: str) -> int:
        """Keep what the parent granted to this office; how many ranges were new."""
        new = 0
        if grants:
            self._marks.begin(self._own.identity)
        for grant in grants:
            if grant.to != self._own.identity.node or self._overlaps("number_ranges", grant):
                continue
            self._database.sql(
                "INSERT INTO number_ranges VALUES (?, ?, ?, ?, ?, ?)",
                (grant.series, grant.year, grant.first, grant.last, granted_by, grant.epoch),
            )
            event = RangeReceived(
                granted_by=granted_by,
                epoch=grant.epoch,
                series=grant.series,
                year=grant.year,
                first=grant.first,
                last=grant.last,
            )
            self._log.append(STREAM, [event], actor)
            new += 1
        return new

    def grant(self, to: str, epoch: int, series: str, year: int, count: int, actor: str) -> tuple[Grant, ...]:
        """Give `count` numbers to a child in its `epoch`, inside a transaction; fewer when fewer are left.

        Nothing of it is ever used here or granted to anybody else, whatever is restored.
        """
        self._marks.begin(self._own.identity)
        mine, away = self._mine(series, year), self._granted(series, year)
        floor = max((self._used(series, year), self._granted_upto(series, year)))
        grants = []
        for span in carve(mine, away, floor, count):
            self._marks.reserve_grant(self._own.identity, series, year, span.last)
            grant = Grant(to=to, epoch=epoch, series=series, year=year, first=span.first, last=span.last)
            self._note_granted(grant)
            self._log.append(
                STREAM,
                [
                    RangeGranted(
                        to=to, epoch=epoch, series=series, year=year, first=span.first, last=span.last
                    )
                ],
                actor,
            )
            grants.append(grant)
        self._database.sql(
            "DELETE FROM wanted_numbers WHERE peer = ? AND series = ? AND year = ?", (to, series, year)
        )
        return tuple(grants)

    def granted_to(self, node: str) -> tuple[Grant, ...]:
        """Every range given to a node."""
        rows = self._database.rows(
            "SELECT to_node, epoch, series, year, first, last FROM granted_ranges WHERE to_node = ?"
            " ORDER BY series, year, first",
            (node,),
        )
        return tuple(
            Grant(to=to, epoch=epoch, series=series, year=year, first=first, last=last)
            for to, epoch, series, year, first, last in rows
        )

    def learn_held(self, grants: Iterable[Grant], child: str) -> list[str]:
        """What a child says it was granted: known again after a restore here. Sentences on what collides."""
        problems = []
        for grant in grants:
            if grant.to != child:
                continue
            others = self._overlaps("granted_ranges", grant)
            if not others:
                self._note_granted(grant)
            elif any(node != child for node in others):
                problems.append(
                    f"{grant.year} 年“{grant.series}”号段 {grant.first}–{grant.last} 同时在两个单位手里，"
                    "请联系两个单位停用。"
                )
        return problems

    def note_wants(self, wants: Iterable[Want], peer: str, epoch: int) -> None:
        """Remember which numbers a child asks for, until they are granted."""
        self._database.sql("DELETE FROM wanted_numbers WHERE peer = ?", (peer,))
        self._database.many(
            "INSERT OR REPLACE INTO wanted_numbers VALUES (?, ?, ?, ?, ?)",
            [(peer, want.series, want.year, want.left, epoch) for want in wants],
        )

    def wanted_by(self, peer: str) -> tuple[Want, ...]:
        """What a child asks for and has not been granted."""
        rows = self._database.rows(
            "SELECT series, year, left_over FROM wanted_numbers WHERE peer = ? ORDER BY series, year", (peer,)
        )
        return tuple(Want(series=series, year=year, left=remaining) for series, year, remaining in rows)

    def _ranges_left_behind(self) -> bool:
        """After the repair of a clone: its ranges stayed with the other computer, those anew have not come.

        Going on without any would meet somebody's numbers.
        """
        if len(self._own.nodes()) == 1 or self._ranged():
            return False
        return bool(
            self._database.value(
                "SELECT 1 FROM events WHERE stream = ? AND kind = ? LIMIT 1", (STREAM, RangeReceived.kind())
            )
        )

    def _ranged(self) -> list[str]:
        return [
            s for (s,) in self._database.rows("SELECT DISTINCT series FROM number_ranges ORDER BY series")
        ]

    def _shared(self) -> bool:
        """Whether other offices take numbers from the same series, so that none may ever come twice."""
        return bool(self._database.value("SELECT EXISTS (SELECT 1 FROM peers)"))

    def _mine(self, series: str, year: int) -> tuple[Span, ...]:
        if series not in self._ranged():
            return (Span(first=1, last=LARGEST),)
        since = self._marks.since(self._own.identity)
        rows = self._database.rows(
            "SELECT first, last, epoch FROM number_ranges WHERE series = ? AND year = ? ORDER BY first",
            (series, year),
        )
        # Without the marks nobody knows what a life before the restore used of an older range.
        return tuple(Span(first=first, last=last) for first, last, epoch in rows if epoch >= since)

    def _granted(self, series: str, year: int) -> tuple[Span, ...]:
        rows = self._database.rows(
            "SELECT first, last FROM granted_ranges WHERE series = ? AND year = ? ORDER BY first",
            (series, year),
        )
        return joined(Span(first=first, last=last) for first, last in rows)

    def _used(self, series: str, year: int) -> int:
        """What is out for certain or may be out from before a restore."""
        identity = self._own.identity
        used = self._projections.last_serial(self._own.nodes(), series, year)
        for mark in (
            self._marks.used(identity, series, year),
            self._marks.granted(identity, series, year),
        ):
            if mark is not None and mark.epoch < identity.epoch:
                used = max(used, mark.upto)
        return used

    def _granted_upto(self, series: str, year: int) -> int:
        identity = self._own.identity
        mark = self._marks.granted(identity, series, year)
        known = max((span.last for span in self._granted(series, year)), default=0)
        if mark is not None:
            return max(mark.upto, known)
        if self._marks.since(identity) > 1:
            # Restored on a new computer: how much was granted since that backup nobody here knows.
            return (max(known, self._used(series, year)) // _JUMP + 1) * _JUMP
        return known

    def _note_granted(self, grant: Grant) -> None:
        self._database.sql(
            "INSERT INTO granted_ranges VALUES (?, ?, ?, ?, ?, ?)",
            (grant.series, grant.year, grant.first, grant.last, grant.to, grant.epoch),
        )

    def _overlaps(self, table: str, grant: Grant) -> list[str]:
        whose = "to_node" if table == "granted_ranges" else "granted_by"
        rows = self._database.rows(
            f"SELECT {whose} FROM {table} WHERE series = ? AND year = ? AND first <= ? AND last >= ?",
            (grant.series, grant.year, grant.last, grant.first),
        )
        return [node for (node,) in rows]
