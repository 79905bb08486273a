"""Offices that exchange packages in tests: real encrypted databases, real signatures, packages in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.events import StoredEvent
from app.domain.sync.event_lines import event_from_line, event_line
from app.domain.sync.statement import NodeCard, Statement, decode_statement, encode_statement
from app.store.merge import MergeReport
from app.store.peers import CHILD, PARENT
from app.store.store import Store, restore_backup
from app.system.clock import FixedClock
from tests.store.office import ACTOR, START, Projector, add_case, new_store, registered


class Package(msgspec.Struct, frozen=True):
    """What a package carries, as the bytes that would travel."""

    statement: bytes
    lines: tuple[bytes, ...]

    def told(self) -> Statement:
        return decode_statement(self.statement)

    def events(self) -> list[StoredEvent]:
        return [event_from_line(line) for line in self.lines]


class Station:
    """One office with its signing key, which like the real one outlives every restore."""

    def __init__(self, directory: Path, name: str, clock: FixedClock | None = None) -> None:
        self.clock = clock or FixedClock(START)
        self.name = name
        self.directory = directory
        self.store = new_store(directory, self.clock)
        self.db_key = self.store.database.key
        self.key = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(name.encode()).digest())
        self.serial = 0

    @property
    def node(self) -> str:
        return self.store.identity.node

    def card(self, parent: str = "") -> NodeCard:
        sign = self.key.public_key().public_bytes_raw().hex()
        return NodeCard(node=self.node, name=self.name, code="", sign=sign, age="age1", parent=parent)

    def case(self) -> str:
        self.serial += 1
        return add_case(self.store, registered(self.serial, name=f"{self.name}{self.serial}"))

    def send(self, to: Station) -> Package:
        with self.store.transaction():
            outgoing = self.store.export.prepare(to.node, self.key.sign)
            lines = tuple(event_line(event) for event in self.store.export.events(outgoing))
            self.store.export.written(outgoing, f"{self.node}-{outgoing.statement.number}", len(lines))
        return Package(encode_statement(outgoing.statement), lines)

    def receive(self, package: Package) -> MergeReport:
        with self.store.transaction():
            return self.store.merge.apply(package.told(), package.events(), ACTOR)

    def restore(self, backup: Path) -> None:
        """Go back to a backup, as a person would; the next epoch begins."""
        self.store.close()
        restore_backup(self.directory, backup, self.db_key, self.clock)
        self.store = Store.open(self.directory, self.db_key, self.clock, Projector())


def enrol(parent: Station, child: Station) -> None:
    """What 入网申请 and 入网批复 come to."""
    parent.store.peers.keep_own(parent.card())
    child.store.peers.keep_own(child.card(parent.node))
    parent.store.peers.enrol(child.card(), CHILD, "f" * 64)
    child.store.peers.enrol(parent.card(), PARENT, "e" * 64)


def exchange(stations: Iterable[tuple[Station, Station]], rounds: int = 3) -> None:
    """Packages to and fro along the tree until nothing is under way any more."""
    pairs = list(stations)
    for _ in range(rounds):
        for parent, child in pairs:
            parent.receive(child.send(parent))
            child.receive(parent.send(child))


def close(*stations: Station) -> None:
    for station in stations:
        station.store.close()
