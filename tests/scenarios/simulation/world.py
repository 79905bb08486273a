"""The world of one seed: a tree of offices, a careless post between them, disks that are rewound and copied.

What must hold is said by `check`: whatever any disk held when peace returned is at the top and in every log
it belongs to, nothing acknowledged is missing, both ends of every line have one state hash and no gap, and
no official number was ever given out twice.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from app.domain.errors import UserError
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Complainant
from app.domain.matter.events import CaseHanded
from app.exchange.refusals import Refusal, Refused
from tests.scenarios.simulation.computers import Computer, PowerCutError
from tests.store.office import ACTOR, START, closed

_ROUNDS = 12
_ARCHIVE = 200
_HARMLESS = (Refusal.ALREADY_RECEIVED, Refusal.UNKNOWN_SENDER, Refusal.NOT_FOR_US)


class Shape(NamedTuple):
    """How many offices stand below the county, and how many below each of those."""

    towns: int
    villages: int = 0


class Letter(NamedTuple):
    """A package on its way to an office."""

    to: str
    data: bytes


class World:
    """Offices, the post, and everything that befalls them; the same seed gives the same world."""

    def __init__(self, place: Path, seed: int, shape: Shape, *, sealed: bool = False) -> None:
        self.random = random.Random(f"{seed}/{shape}")
        self.place = place
        self.county = Computer(place / "k", "县局", sealed=sealed)
        self.computers = [self.county]
        self.under_way: list[Letter] = []
        self.archive: list[Letter] = []
        self.acknowledged: dict[tuple[int, str], set[str]] = {}
        self.numbers: dict[int, str] = {}
        self.used: set[int] = set()
        self.copied: set[str] = set()
        self.told: dict[str, int] = {}
        for town in range(shape.towns):
            below = self._founded(f"镇{town}", self.county, sealed)
            for village in range(shape.villages):
                self._founded(f"村{town}-{village}", below, sealed)

    def _founded(self, name: str, above: Computer, sealed: bool) -> Computer:
        computer = Computer(self.place / str(len(self.computers)), name, sealed=sealed)
        computer.enrol_below(above)
        computer.no = len(self.computers)
        self.computers.append(computer)
        return computer

    def close(self) -> None:
        """Every database."""
        for computer in self.computers:
            computer.store.close()

    # --- the tree

    def above(self, computer: Computer) -> Computer:
        """Who is its parent: whoever writes as the node it enrolled with."""
        parent = computer.store.peers.parent()
        assert parent is not None
        return next(other for other in self.computers if other.node == parent.node)

    def lines(self) -> list[tuple[Computer, Computer]]:
        """(above, below) for every computer but the county, those nearest the top first."""
        return [(self.above(below), below) for below in self.computers if below is not self.county]

    def leaves(self) -> list[Computer]:
        """Computers with nobody below them."""
        above = {id(one) for one, _ in self.lines()}
        return [one for one in self.computers if id(one) not in above and one is not self.county]

    # --- what happens

    def run(self, steps: int) -> None:
        """So many things, one after the other, whatever they are."""
        acts: list[tuple[Callable[[], None], int]] = [
            (self.register, 5), (self.act, 6), (self.send, 10), (self.arrive, 10), (self.cut_short, 2),
            (self.lose, 2), (self.double, 2), (self.replay, 2), (self.damage, 2), (self.power_cut, 2),
            (self.back_up, 2), (self.rewind, 1), (self.copy, 1),
        ]  # fmt: skip
        kinds, weights = zip(*acts, strict=True)
        for _ in range(steps):
            self.random.choices(kinds, weights)[0]()
            one = self._any()
            one.clock.advance(dt.timedelta(seconds=self.random.randrange(1, 90)))

    def _any(self) -> Computer:
        return self.random.choice(self.computers)

    def register(self) -> None:
        """A case with the next number of its office."""
        self.number(self._any())

    def number(self, computer: Computer) -> None:
        """Take a number; the same one out of two hands is the failure this exists for."""
        try:
            _, serial = computer.register()
        except UserError:
            self._told("numbers used up")
            return
        owner = self.numbers.setdefault(serial, computer.name)
        # Two computers copied from one disk use the same range until the copy is found; nothing can help it.
        twin = owner == computer.name and computer.name in self.copied
        fresh = owner == computer.name and serial not in self.used
        assert fresh or twin, f"number {serial} given out by {owner} and again by {computer.name}"
        self.used.add(serial)

    def act(self) -> None:
        """Something is done about any case: legal decisions and corrections on several sides included."""
        computer = self._any()
        cases = computer.cases()
        if not cases:
            return
        who = f"{computer.name}{self.random.randrange(10**6)}"
        event = self.random.choice(
            [
                closed(),
                e.CaseReturned(on=START.date(), reason=who),
                e.ComplaintAmended(reason=who, complainant=Complainant(name=who, phone="13907925561")),
                self._handed(computer, who),
            ]
        )
        computer.store.log.append(self.random.choice(cases), [event], ACTOR)

    def _handed(self, computer: Computer, who: str) -> CaseHanded:
        below = [peer.node for peer in computer.store.peers.all() if peer.role == "child"]
        to = self.random.choice(below) if below else ""
        return CaseHanded(
            direction="down", to_office=who, to_node=to, reason="属地办理", on=START.date(), by="王敏"
        )

    def _a_line(self) -> tuple[Computer, Computer] | None:
        above, below = self.random.choice(self.lines())
        sender, receiver = self.random.choice([(above, below), (below, above)])
        if sender.store.peers.find(receiver.node) is None:
            return None
        return sender, receiver

    def send(self) -> None:
        """A package on its way, up or down."""
        line = self._a_line()
        if line is not None:
            letter = Letter(line[1].node, line[0].send(line[1].node))
            self.under_way.append(letter)
            self.archive = [*self.archive, letter][-_ARCHIVE:]

    def power_cut(self) -> None:
        """The power fails while a package is written, or while one is imported: nothing half is left."""
        if self.random.random() < 0.5:
            line = self._a_line()
            if line is not None:
                try:
                    line[0].send(line[1].node, cut=True)
                except PowerCutError:
                    self._told("cut export")
            return
        if not self.under_way:
            return
        letter = self.random.choice(self.under_way)
        for computer in self._addressed(letter):
            before = (computer.count(), computer.store.state_hash())
            try:
                computer.receive(letter.data, stop_after=self.random.randrange(3))
            except PowerCutError:
                self._told("cut import")
                assert (computer.count(), computer.store.state_hash()) == before
            except Refused:
                pass
            break

    def _addressed(self, letter: Letter) -> list[Computer]:
        found = [computer for computer in self.computers if computer.node == letter.to]
        self.random.shuffle(found)
        return found

    def arrive(self) -> None:
        """Any package of those under way: the post keeps no order."""
        if self.under_way:
            self.deliver(self.under_way.pop(self.random.randrange(len(self.under_way))))

    def deliver(self, letter: Letter) -> None:
        """Into the hands of one computer of the office."""
        for computer in self._addressed(letter)[:1]:
            try:
                report = computer.receive(letter.data)
            except Refused as refused:
                self._told(refused.code.value)
                if refused.code not in _HARMLESS:
                    raise
                return
            assert report.refused == (), report.refused
            self._told("imported")
            self._told("early", report.early)
            self._told("conflicts", report.conflicts)
            self._told("restored", int(report.restored_peer))
            self._told("forked", report.forked)
            self._note_acknowledged(computer, report.peer)
            self.mend(computer)

    def _note_acknowledged(self, computer: Computer, peer: str) -> None:
        if computer.store.peers.find(peer) is None:
            return
        known = computer.store.peers.get(peer)
        if known.own_epoch != computer.store.identity.epoch:
            return
        rows = computer.store.database.rows(
            "SELECT e.id FROM deliveries d JOIN events e ON e.pos = d.pos"
            " WHERE d.peer = ? AND d.epoch = ? AND d.no <= ?",
            (peer, known.own_epoch, known.acked),
        )
        self.acknowledged.setdefault((computer.no, peer), set()).update(name for (name,) in rows)

    def mend(self, computer: Computer) -> None:
        """A computer that has been told to take an identity of its own does so and enrols anew."""
        while computer.repair():
            self._told("repaired")
            above = next(one for one in self.computers if one.name == computer.parent_name)
            computer.name = f"{computer.name}'{computer.no}"
            computer.enrol_below(above)

    def lose(self) -> None:
        """A package never comes."""
        if self.under_way:
            self.under_way.pop(self.random.randrange(len(self.under_way)))

    def double(self) -> None:
        """A package comes twice."""
        if self.under_way:
            self.under_way.append(self.random.choice(self.under_way))

    def replay(self) -> None:
        """A package of long ago is brought again."""
        if self.archive:
            self.deliver(self.random.choice(self.archive))

    def cut_short(self) -> None:
        """The stick was pulled out half way: the package ends somewhere; it is refused, nothing changes."""
        self._broken(lambda data: data[: self.random.randrange(len(data))])

    def damage(self) -> None:
        """A byte of a package is another one."""

        def changed(data: bytes) -> bytes:
            at = self.random.randrange(len(data))
            return data[:at] + bytes([data[at] ^ 1 << self.random.randrange(8)]) + data[at + 1 :]

        self._broken(changed)

    def _broken(self, spoil: Callable[[bytes], bytes]) -> None:
        if not self.under_way:
            return
        letter = self.random.choice(self.under_way)
        for computer in self._addressed(letter)[:1]:
            before = computer.count()
            try:
                computer.receive(spoil(letter.data))
            except Refused:
                self._told("broken")
            else:
                raise AssertionError("a spoilt package was taken")
            assert computer.count() == before

    def back_up(self) -> None:
        """Somebody makes a backup."""
        self._any().back_up()

    def rewind(self) -> None:
        """An office goes back to a backup."""
        computer = self._any()
        backups = [path for path in computer.backups if path.exists()]
        # Nobody restores one of two computers with one identity before that is repaired (docs).
        if backups and not self._twins(computer):
            computer.restore(self.random.choice(backups))
            self._told("rewound")

    def _twins(self, computer: Computer) -> bool:
        return sum(one.node == computer.node for one in self.computers) > 1

    def copy(self) -> None:
        """The disk of an office without offices below is copied, and both go on working."""
        computer = self.random.choice(self.leaves())
        if not self._twins(computer):
            copy = computer.copied(self.place / f"copy{len(self.computers)}")
            copy.no = len(self.computers)
            self.computers.append(copy)
            self.copied.add(computer.name)
            self._told("copied")

    def _told(self, what: str, count: int = 1) -> None:
        self.told[what] = self.told.get(what, 0) + count

    # --- peace

    def heal(self) -> int:
        """Everybody exchanges along the tree until nothing changes; after how many rounds."""
        for computer in self.computers:
            if self._twins(computer):
                self.number(computer)  # two idle copies would never be told apart, and need not be
        self.existing = set().union(*(computer.ids() for computer in self.computers))
        for rounds in range(1, _ROUNDS + 1):
            for above, below in self.lines():
                if above.store.peers.find(below.node) is None:
                    below.enrol_below(above)  # the parent was restored to before the enrolment
                self.deliver_to(above, below.send(above.node))
                self.mend(below)
                above = self.above(below)
                if above.store.peers.find(below.node) is None:
                    below.enrol_below(above)
                self.deliver_to(below, above.send(below.node))
                self.mend(below)
            if self.settled():
                return rounds
        return _ROUNDS

    def deliver_to(self, computer: Computer, data: bytes) -> None:
        """To this very computer; a statement older than one heard is harmless."""
        try:
            report = computer.receive(data)
        except Refused as refused:
            if refused.code != Refusal.ALREADY_RECEIVED:
                raise
            return
        assert report.refused == (), report.refused
        self._note_acknowledged(computer, report.peer)

    def settled(self) -> bool:
        """Whether nothing is on its way any more."""
        if any(computer.store.quarantine.forks() for computer in self.computers):
            return False
        return all(
            above.store.peers.find(below.node) is not None
            and not self._twins(below)
            and above.store.export.pending(below.node).events == 0
            and below.store.export.pending(above.node).events == 0
            and above.store.state_hash(below.node) == below.store.state_hash(above.node)
            for above, below in self.lines()
        )
