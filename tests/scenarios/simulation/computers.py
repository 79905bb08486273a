"""One computer of the simulation: a real encrypted store, keys that outlive a restore, packages as bytes.

`sealed` computers write and open real packages (signed, compressed, encrypted); the others carry the same
statement and the same event lines in a plain envelope with a checksum, which is all the merging sees.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from app.domain.events import StoredEvent
from app.domain.sync.event_lines import event_from_line, event_line
from app.domain.sync.statement import NodeCard, decode_statement, encode_statement
from app.exchange.cards import Card, fingerprint
from app.exchange.node_keys import new_keys
from app.exchange.package_reader import Peer, Receiver, open_package
from app.exchange.package_writer import write_package
from app.exchange.refusals import Refusal, Refused
from app.exchange.signatures import Signed, first_line
from app.store.merge import MergeReport
from app.store.peers import CHILD, PARENT
from app.store.store import Store, restore_backup
from app.system.clock import FixedClock
from tests.store.office import ACTOR, START, Projector, add_case, new_store, registered

YEAR = START.year
SERIES = "case"
_FIRST_NUMBERS = 60
_MORE_NUMBERS = 40


class PowerCutError(Exception):
    """The computer stopped in the middle of something."""


class _Envelope(msgspec.Struct):
    recipient: str
    id: str
    statement: str
    lines: list[str]


class Computer:
    """A computer of an office. Several may be one office (`node`) after its disk was copied."""

    def __init__(self, directory: Path, name: str, *, sealed: bool) -> None:
        self.name, self.directory, self.sealed = name, directory, sealed
        self.clock = FixedClock(START)
        self.store = new_store(directory, self.clock)
        self.db_key = self.store.database.key
        self.keys = new_keys(self.node, name)
        self.no = 0
        self.parent_name = ""
        self.backups: list[Path] = []

    @property
    def node(self) -> str:
        """The identity under which it writes now."""
        return self.store.identity.node

    # --- the people of the office

    def register(self) -> tuple[str, int]:
        """A complaint with the next official number; UserError when the numbers are used up."""
        with self.store.transaction():
            serial = self.store.next_serial(SERIES, YEAR)
            case = add_case(self.store, registered(serial, name=f"{self.name}{serial}"))
        return case, serial

    def cases(self) -> list[str]:
        """Every case here, in an order all computers share."""
        return [case for (case,) in self.store.database.rows("SELECT case_id FROM cases ORDER BY case_id")]

    def count(self) -> int:
        """Events in the log."""
        return self.store.log.count()

    def ids(self) -> set[str]:
        """Events this disk holds, those set aside included."""
        database = self.store.database
        aside = {event_from_line(line).id for (line,) in database.rows("SELECT line FROM quarantine")}
        return {name for (name,) in database.rows("SELECT id FROM events")} | aside

    def answered(self) -> set[str]:
        """Events of the log, and those they repeat after a repair."""
        found = set()
        for stored in self.store.log.iterate_all():
            found.add(stored.id)
            if "reissued_from" in stored.payload:
                found.add(msgspec.json.decode(stored.payload)["reissued_from"])
        return found

    # --- enrolment

    def card(self, parent: str = "") -> NodeCard:
        """The public keys."""
        mine = self.keys.card
        return NodeCard(node=self.node, name=self.name, code="", sign=mine.sign, age=mine.age, parent=parent)

    def enrol_below(self, above: Computer) -> None:
        """入网申请, 入网批复 and the first number range in it."""
        above.store.peers.keep_own(above.card())
        self.store.peers.keep_own(self.card(above.node))
        above.store.peers.enrol(self.card(), CHILD, self.keys.fingerprint)
        self.store.peers.enrol(above.card(), PARENT, above.keys.fingerprint)
        self.parent_name = above.name
        epoch = self.store.identity.epoch
        held = [g for g in above.store.numbers.granted_to(self.node) if g.epoch == epoch]
        if not held:
            above.grant(self.node, epoch, _FIRST_NUMBERS)
        with self.store.transaction():
            self.store.numbers.receive(above.store.numbers.granted_to(self.node), above.node, ACTOR)

    def grant(self, node: str, epoch: int, count: int) -> None:
        """Numbers for an office below, never so many that none are left here."""
        if self.store.peers.parent() is not None:
            count = min(count, self.store.numbers.remaining(SERIES, YEAR) // 4)
        if count > 0:
            with self.store.transaction():
                self.store.numbers.grant(node, epoch, SERIES, YEAR, count, ACTOR)

    # --- packages

    def send(self, to: str, *, cut: bool = False) -> bytes:
        """A package for an office; `cut`: power fails after it was put together, before it is noted."""
        peer = self.store.peers.get(to)
        if peer.role == CHILD and self.store.numbers.wanted_by(to):
            self.grant(to, peer.its_epoch or 1, _MORE_NUMBERS)
        with self.store.transaction():
            outgoing = self.store.export.prepare(to, self._sign)
        events = (event_line(event) for event in self.store.export.events(outgoing))
        statement = encode_statement(outgoing.statement)
        if self.sealed:
            package_id, data = self._sealed(to, outgoing.statement.number, statement, events)
        else:
            package_id, data = _plain(to, statement, events)
        if cut:
            raise PowerCutError
        with self.store.transaction():
            self.store.export.written(outgoing, package_id, len(data))
        return data

    def receive(self, data: bytes, *, stop_after: int | None = None) -> MergeReport:
        """Import; Refused when damaged, not for us or known. `stop_after`: power fails at that event."""
        if self.sealed:
            return self._receive_sealed(data, stop_after)
        envelope = _opened(data)
        if envelope.recipient != self.node:
            raise Refused(Refusal.NOT_FOR_US)
        lines = [line.encode() for line in envelope.lines]
        return self._merge(
            envelope.id, envelope.statement.encode(), lambda: iter(lines), len(data), stop_after
        )

    def _merge(
        self, package_id: str, said: bytes, lines: Callable[[], Iterator[bytes]], size: int, stop: int | None
    ) -> MergeReport:
        if self.store.packages.received(package_id):
            raise Refused(Refusal.ALREADY_RECEIVED)
        statement = decode_statement(said)
        if self.store.peers.find(statement.sender) is None:
            raise Refused(Refusal.UNKNOWN_SENDER)
        with self.store.transaction():
            report = self.store.merge.apply(statement, _read(lines(), stop), ACTOR)
            self.store.packages.note_received(package_id, statement, report, 0, size)
        return report

    def _sealed(self, to: str, number: int, said: bytes, events: Iterator[bytes]) -> tuple[str, bytes]:
        path = self.directory / "out.yzt"
        known = self.store.peers.card(to)
        assert known is not None
        header = write_package(
            path,
            self.keys,
            _card(known),
            number=number,
            made_at=self.clock.now(),
            statement=said,
            events=events,
        )
        return header.id, path.read_bytes()

    def _receive_sealed(self, data: bytes, stop: int | None) -> MergeReport:
        path = self.directory / "in.yzt"
        path.write_bytes(data)
        known = {
            fingerprint(_card(card)): card for p in self.store.peers.all() if (card := self._card_of(p.node))
        }
        receiver = Receiver(
            keys=(self.keys,),
            peer=lambda whose: Peer(_card(known[whose])) if whose in known else None,
            received=self.store.packages.received,
            spool=self.directory,
        )
        with open_package(path, receiver) as package:
            return self._merge(package.header.id, package.statement, package.events, len(data), stop)

    def _card_of(self, node: str) -> NodeCard | None:
        return self.store.peers.card(node)

    def _sign(self, text: bytes) -> bytes:
        return self.keys.sign(Signed.VOUCHER, text[len(first_line(Signed.VOUCHER)) :])

    # --- what befalls computers

    def back_up(self) -> None:
        """A backup of now; the last three are kept."""
        self.backups.append(self.store.backups.make().path)
        self.backups = [path for path in self.backups if path.exists()][-3:]

    def restore(self, backup: Path) -> None:
        """Back to a backup, in the next epoch."""
        self.store.close()
        restore_backup(self.directory, backup, self.db_key, self.clock)
        self.store = Store.open(self.directory, self.db_key, self.clock, Projector())

    def copied(self, directory: Path) -> Computer:
        """A second computer with a copy of the whole disk."""
        self.store.close()
        shutil.copytree(self.directory, directory)
        self.store = Store.open(self.directory, self.db_key, self.clock, Projector())
        other = object.__new__(Computer)
        other.__dict__.update(self.__dict__)
        other.directory, other.backups, other.clock = directory, [], FixedClock(self.clock.now())
        other.store = Store.open(directory, self.db_key, other.clock, Projector())
        return other

    def repair(self) -> bool:
        """What the wizard does when this computer is the one to move; the new enrolment is the caller's."""
        fork = self.store.clones.to_repair()
        if fork is None:
            return False
        self.store.adopt_new_node(fork, "整机复制", ACTOR)
        self.keys = new_keys(self.node, self.name)
        self.backups = []
        return True


def _card(known: NodeCard) -> Card:
    return Card(node=known.node, name=known.name, code=known.code, test=False, sign=known.sign, age=known.age)


def _plain(to: str, statement: bytes, events: Iterator[bytes]) -> tuple[str, bytes]:
    lines = [line.decode() for line in events]
    name = hashlib.sha256(statement).hexdigest()[:32]
    body = msgspec.json.encode(_Envelope(recipient=to, id=name, statement=statement.decode(), lines=lines))
    return name, hashlib.sha256(body).digest() + body


def _opened(data: bytes) -> _Envelope:
    if len(data) < 32 or hashlib.sha256(data[32:]).digest() != data[:32]:
        raise Refused(Refusal.BROKEN)
    return msgspec.json.decode(data[32:], type=_Envelope)


def _read(lines: Iterator[bytes], stop: int | None) -> Iterator[StoredEvent]:
    for number, line in enumerate(lines):
        if number == stop:
            raise PowerCutError
        yield event_from_line(line)
