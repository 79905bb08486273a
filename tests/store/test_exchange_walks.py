"""Any order, any repetition, restores at random: all offices come to one state and nothing is lost."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kinds.complaint import events as e
from app.store.merge import MergeReport
from tests.store.exchange import Package, Station, close, enrol, exchange
from tests.store.office import ACTOR, START, closed

SEVEN = 7


def seven_packages(town: Station, county: Station) -> list[Package]:
    """Packages that each carry everything not acknowledged, cut down to what is new in each."""
    found = []
    case = town.case()
    before = 0
    for step in range(SEVEN):
        town.store.log.append(case, [e.CaseReturned(on=START.date(), reason=str(step))], ACTOR)
        town.case()
        package = town.send(county)
        fresh = Package(package.statement, package.lines[before:])
        before = len(package.lines)
        found.append(fresh)
    return found


def outcome(county: Station, packages: list[Package]) -> str:
    """The state hash after these packages, from nothing, undone afterwards."""

    class _UndoneError(Exception):
        pass

    found = ""
    try:
        with county.store.transaction():
            for package in packages:
                told = package.told()
                county.store.merge.apply(told, package.events(), ACTOR)
            assert county.store.merge.waiting_streams() == ()
            assert county.store.quarantine.waiting() == ()
            found = county.store.state_hash()
            raise _UndoneError
    except _UndoneError:
        return found


def test_all_orders_of_seven_packages_give_one_state(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    packages = seven_packages(town, county)
    expected = town.store.state_hash()
    orders = list(itertools.permutations(packages))
    assert len(orders) == 5040
    chosen = random.Random(7).sample(orders, 60)
    assert {outcome(county, list(order)) for order in chosen} == {expected}
    close(county, town)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_every_order_of_seven_packages_gives_one_state(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    packages = seven_packages(town, county)
    assert {outcome(county, list(order)) for order in itertools.permutations(packages)} == {
        town.store.state_hash()
    }
    close(county, town)


@settings(max_examples=25)
@given(st.lists(st.integers(0, SEVEN - 1), max_size=20))
def test_repetition_changes_nothing(tmp_path_factory: pytest.TempPathFactory, picks: list[int]) -> None:
    directory = tmp_path_factory.mktemp("walk")
    county, town = Station(directory / "k", "县局"), Station(directory / "t", "青山")
    enrol(county, town)
    packages = seven_packages(town, county)
    assert outcome(county, [packages[at] for at in picks] + packages) == town.store.state_hash()
    close(county, town)


class Walk:
    """A county, two towns and a village; acts, lost and late packages, restores, at random."""

    def __init__(self, directory: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.county = Station(directory / "k", "县局")
        self.towns = [Station(directory / f"t{no}", f"镇{no}") for no in (1, 2)]
        self.village = Station(directory / "v", "村")
        self.pairs = [(self.county, town) for town in self.towns] + [(self.towns[0], self.village)]
        for parent, child in self.pairs:
            enrol(parent, child)
        self.under_way: list[tuple[Station, Package]] = []
        self.backups: list[tuple[Station, Path]] = []
        self.acknowledged: set[tuple[str, str]] = set()
        self.restored: set[str] = set()

    @property
    def stations(self) -> list[Station]:
        return [self.county, *self.towns, self.village]

    def run(self, steps: int) -> None:
        acts = [self.register, self.act, self.act, self.send, self.send, self.send, self.arrive, self.arrive,
                self.arrive, self.lose, self.repeat, self.back_up, self.restore]  # fmt: skip
        for _ in range(steps):
            self.random.choice(acts)()
        exchange(self.pairs, rounds=6)

    def register(self) -> None:
        self.random.choice(self.stations).case()

    def act(self) -> None:
        station = self.random.choice(self.stations)
        cases = station.store.database.rows("SELECT case_id FROM cases ORDER BY case_id")
        if cases:
            [case] = self.random.choice(cases)
            event = self.random.choice([closed(), e.CaseReturned(on=START.date(), reason=station.name)])
            station.store.log.append(case, [event], ACTOR)

    def send(self) -> None:
        parent, child = self.random.choice(self.pairs)
        sender, receiver = self.random.choice([(parent, child), (child, parent)])
        self.under_way.append((receiver, sender.send(receiver)))

    def arrive(self) -> None:
        if self.under_way:
            at = self.random.randrange(len(self.under_way))
            receiver, package = self.under_way.pop(at)
            report = receiver.receive(package)
            assert report.refused == ()
            assert report.forks == ()

    def repeat(self) -> None:
        if self.under_way:
            receiver, package = self.random.choice(self.under_way)
            first = receiver.receive(package)
            again = receiver.receive(package)
            assert (again.new, again.early + again.known) == (0, first.new + first.known + first.early)

    def lose(self) -> None:
        if self.under_way:
            self.under_way.pop(self.random.randrange(len(self.under_way)))

    def back_up(self) -> None:
        station = self.random.choice(self.stations)
        self.backups.append((station, station.store.backups.make().path))

    def restore(self) -> None:
        if self.backups and self.random.random() < 0.5:
            station, backup = self.random.choice(self.backups)
            if backup.exists():
                station.restore(backup)


@pytest.mark.parametrize("seed", range(6))
def test_a_walk_ends_with_one_state_everywhere(tmp_path: Path, seed: int) -> None:
    walk = Walk(tmp_path, seed)
    walk.run(60)
    for parent, child in walk.pairs:
        assert parent.store.state_hash(child.node) == child.store.state_hash(parent.node)
        assert parent.store.export.pending(child.node).events == 0
        assert child.store.export.pending(parent.node).events == 0
    for station in walk.stations:
        assert station.store.verify() == []
        assert station.store.vouchers.uncovered() == 0
        before = station.store.state_hash()
        station.store.rebuild()
        assert station.store.state_hash() == before
    close(*walk.stations)


def test_what_a_report_counts_is_every_event(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    for package in seven_packages(town, county)[1:]:
        report: MergeReport = county.receive(package)
        assert report.early == len(package.lines)
    assert sum(w.events for w in county.store.quarantine.waiting()) == 2 * (SEVEN - 1)
    close(county, town)
