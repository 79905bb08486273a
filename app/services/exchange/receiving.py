"""导入: preview, then each package in one transaction or not at all; any order, any repetition.

Attachments are on the disk before the events that name them. After every package the ends of the chains
are compared with what the sender says it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from app.domain.errors import UserError
from app.domain.events import NewerEvent, StoredEvent
from app.domain.sync.event_lines import event_from_line
from app.domain.sync.statement import Statement, decode_statement
from app.exchange.package_reader import Package, Receiver, open_package
from app.exchange.refusals import Refusal, Refused
from app.services.changes import Changes
from app.services.exchange import arrivals, peers
from app.services.exchange.arrivals import Arrivals, Arrived, RefusedFile
from app.services.office import OpenOffice
from app.store.merge import MergeReport
from app.store.peers import CHILD
from app.store.refolding import CaseChange

Progress = Callable[[int, int], object]
"""Called with bytes done and to do; may raise to stop: the package at work then leaves no trace."""

_STEP = 200
_HARMLESS = (Refusal.ALREADY_RECEIVED.value, Refusal.INCOMPLETE.value)


class ChainCheck(msgspec.Struct, frozen=True, kw_only=True):
    """One chain after an import: the last number here without a gap, and there.

    `verdict`: equal, ahead (more is here), behind (something is missing here), different (not one history).
    """

    node: str
    name: str
    epoch: int
    here: int
    there: int
    verdict: str


class PackageResult(msgspec.Struct, frozen=True, kw_only=True):
    """What one package did, or would do. Counts are events; `problems` are sentences for a person.

    `refused_events` are those without a valid signature or unreadable, with reasons.
    """

    file: str
    package_id: str
    number: int
    peer: str
    peer_name: str
    new: int
    known: int
    conflicts: int
    early: int
    forked: int
    released: int
    attachments: int
    missing_attachments: int
    granted: int
    restored_peer: bool
    cases: tuple[CaseChange, ...]
    refused_events: tuple[tuple[str, int], ...]
    problems: tuple[str, ...]
    chains: tuple[ChainCheck, ...] = ()


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did, or would do (`preview`), over all packages. `refused` are files."""

    packages: tuple[PackageResult, ...]
    refused: tuple[RefusedFile, ...]
    preview: bool
    changes: Changes

    @property
    def new(self) -> int:
        """Events that entered the log."""
        return sum(one.new for one in self.packages)

    @property
    def known(self) -> int:
        """Events that were here already."""
        return sum(one.known for one in self.packages)

    @property
    def conflicts(self) -> int:
        """Things a person must decide, in each case counted as its last package leaves them."""
        last = {case.case_id: len(case.conflicts) for one in self.packages for case in one.cases}
        return sum(last.values())

    @property
    def quarantined(self) -> int:
        """Events that wait: too early, or of a second computer with one identity."""
        return sum(one.early + one.forked for one in self.packages)

    @property
    def harmless(self) -> bool:
        """Whether nothing was refused but what had come before or is not whole yet."""
        return all(one.code in _HARMLESS for one in self.refused)


def preview(office: OpenOffice, paths: Iterable[Path], progress: Progress | None = None) -> Result:
    """What `import_` would do with these files and folders, package after package; nothing is changed.

    EnvironmentProblem when a path cannot be read. Volumes found are kept in the spool all the same.
    """
    return preview_found(office, arrivals.gather(office, paths), progress)


def import_(office: OpenOffice, paths: Iterable[Path], progress: Progress | None = None) -> Result:
    """Take in everything in these files and folders, one transaction a package.

    A package that cannot be taken is told in `refused` and does not stop the others. EnvironmentProblem
    when a path cannot be read or the disk refuses; packages taken before that stay.
    """
    return import_found(office, arrivals.gather(office, paths), progress)


class _UndoneError(Exception):
    """Ends a preview; the transaction goes back to where it began."""


def preview_found(office: OpenOffice, found: Arrivals, progress: Progress | None = None) -> Result:
    """`preview` of what `arrivals` has found."""
    work = _Work(office, found, progress)
    try:
        with office.store.transaction():
            for arrived in found.packages:
                work.take(arrived, keep=False)
            raise _UndoneError
    except _UndoneError:
        return work.result(preview=True)


def import_found(office: OpenOffice, found: Arrivals, progress: Progress | None = None) -> Result:
    """`import_` of what `arrivals` has found."""
    work = _Work(office, found, progress)
    for arrived in found.packages:
        work.take(arrived, keep=True)
    office.refresh()
    return work.result(preview=False)


class _Work:
    """One import: takes packages, counts, tells how far it is."""

    def __init__(self, office: OpenOffice, found: Arrivals, progress: Progress | None) -> None:
        self._office = office
        self._receiver: Receiver = peers.receiver_of(office)
        self._refused = list(found.refused)
        self._done: list[PackageResult] = []
        self._progress = progress
        self._before = 0
        self._total = sum(one.header.body for one in found.packages)

    def take(self, arrived: Arrived, *, keep: bool) -> None:
        """One package, in a transaction of its own or in that of the preview."""
        try:
            with open_package(arrived.path, self._receiver) as package:
                self._done.append(self._taken(arrived, package, keep=keep))
        except Refused as problem:
            self._refuse(arrived, problem.code.value, problem.message)
        except UserError as problem:
            # What the sync layer inside does not take: a newer program's events, another statement.
            newer = isinstance(problem, NewerEvent)
            code = Refusal.NEWER_PROGRAM if newer else Refusal.BROKEN
            self._refuse(arrived, code.value, problem.message)
        else:
            if keep:
                self._clear(arrived)
        self._before += arrived.header.body
        self._tell(self._before)

    def result(self, *, preview: bool) -> Result:
        """Everything that was done."""
        changed = Changes.EXCHANGE | Changes.CASES | Changes.OFFICE
        return Result(
            packages=tuple(self._done),
            refused=tuple(self._refused),
            preview=preview,
            changes=changed if self._done and not preview else Changes.NONE,
        )

    def _taken(self, arrived: Arrived, package: Package, *, keep: bool) -> PackageResult:
        office = self._office
        statement = decode_statement(package.statement)
        if not self._is_from(statement, arrived):
            raise Refused(Refusal.BROKEN, "statement of another sender")
        names = self._keep_attachments(package, keep=keep)
        with office.store.transaction():
            report = office.store.merge.apply(
                statement, self._events(package, arrived.header.body), office.operator.id
            )
            if keep:
                office.store.packages.note_received(
                    package.header.id,
                    statement,
                    report,
                    package.attachment_count,
                    arrived.path.stat().st_size,
                )
        chains = _compared(office, statement)
        return _told(office, arrived, package, report, names, chains)

    def _keep_attachments(self, package: Package, *, keep: bool) -> set[str]:
        """Files before the rows that name them, those here already passed over; the names of all."""
        blobs = self._office.store.blobs
        names = set()
        for attachment in package.attachments():
            if keep and attachment.size and not blobs.present(attachment.sha256):
                blobs.put(cast("BinaryIO", attachment), attachment.sha256[:8])
            names.add(attachment.sha256)
        return names

    def _events(self, package: Package, size: int) -> Iterator[StoredEvent]:
        total = max(package.event_count, 1)
        for done, line in enumerate(package.events(), start=1):
            if done % _STEP == 0:
                self._tell(self._before + size * done // total)
            yield event_from_line(line)

    def _is_from(self, statement: Statement, arrived: Arrived) -> bool:
        """The keys that signed the package are those of the node that speaks in it."""
        peer = self._office.store.peers.find(statement.sender)
        return peer is not None and peer.fingerprint == arrived.header.sender

    def _clear(self, arrived: Arrived) -> None:
        if not arrived.spooled:
            return
        arrivals.spool_of(self._office).remove(arrived.spooled)
        if arrived.path.parent.name == arrivals.JOINED:
            arrived.path.unlink(missing_ok=True)

    def _refuse(self, arrived: Arrived, code: str, reason: str) -> None:
        self._refused.append(RefusedFile(file=arrived.name, code=code, reason=reason))

    def _tell(self, done: int) -> None:
        if self._progress is not None:
            self._progress(min(done, self._total), max(self._total, 1))


def _compared(office: OpenOffice, statement: Statement) -> tuple[ChainCheck, ...]:
    """The chains both hold whole, as the sender says it holds them and as they are here.

    Of a child those of its part of the tree, of the parent those of ours: of its own only pieces come down.
    """
    here = {(held.node, held.epoch): held for held in office.store.holdings()}
    peers_here = office.store.peers
    if peers_here.get(statement.sender).role == CHILD:
        below = peers_here.subtree(statement.sender)
    else:
        below = peers_here.below() | {office.store.identity.node}
    found = []
    for there in statement.holdings:
        if there.node not in below:
            continue
        mine = here.get((there.node, there.epoch))
        seq = mine.seq if mine is not None else 0
        if mine is not None and seq == there.seq:
            verdict = "equal" if mine.hash == there.hash else "different"
        else:
            verdict = "ahead" if seq > there.seq else "behind"
        card = office.store.peers.card(there.node)
        found.append(
            ChainCheck(
                node=there.node,
                name=card.name if card is not None else "",
                epoch=there.epoch,
                here=seq,
                there=there.seq,
                verdict=verdict,
            )
        )
    return tuple(found)


def _told(
    office: OpenOffice,
    arrived: Arrived,
    package: Package,
    report: MergeReport,
    names: set[str],
    chains: tuple[ChainCheck, ...],
) -> PackageResult:
    reasons: dict[str, int] = {}
    for event in report.refused:
        reasons[event.reason] = reasons.get(event.reason, 0) + 1
    return PackageResult(
        file=arrived.name,
        package_id=package.header.id,
        number=package.header.number,
        peer=report.peer,
        peer_name=office.store.peers.get(report.peer).name,
        new=report.new,
        known=report.known,
        conflicts=report.conflicts,
        early=report.early,
        forked=report.forked,
        released=report.released,
        attachments=package.attachment_count,
        missing_attachments=len(set(report.missing_attachments) - names),
        granted=report.granted,
        restored_peer=report.restored_peer,
        cases=report.cases,
        refused_events=tuple(sorted(reasons.items())),
        problems=report.problems,
        chains=chains,
    )
