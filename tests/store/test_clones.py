"""A copied disk: found at the next import, set aside whole, repaired without losing or doubling anything."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.events import decode
from app.domain.kinds.complaint import events as e
from app.domain.office import STREAM, OfficeSettingChanged
from app.store.identity import load_identity, save_identity
from app.store.store import Store
from tests.store.exchange import Station, close, enrol, exchange
from tests.store.office import ACTOR, START, Projector


def cloned(station: Station, directory: Path) -> Station:
    """A second computer with a copy of the whole data directory, keys included."""
    station.store.close()
    shutil.copytree(station.directory, directory)
    station.store = Store.open(station.directory, station.db_key, station.clock, Projector())
    clone = object.__new__(Station)
    clone.__dict__.update(station.__dict__)
    clone.directory = directory
    clone.serial = 500
    clone.store = Store.open(directory, station.db_key, station.clock, Projector())
    return clone


def returned(reason: str) -> e.CaseReturned:
    return e.CaseReturned(on=START.date(), reason=reason)


def reasons(store: Store, case: str) -> list[str]:
    return sorted(
        event.reason for stored in store.log.read_stream(case)
        if isinstance(event := decode(stored), e.CaseReturned)
    )  # fmt: skip


def repair(clone: Station, county: Station) -> None:
    """What the guided wizard does: a new node, new keys, enrolment anew."""
    fork = clone.store.clones.to_repair()
    assert fork is not None
    clone.store.adopt_new_node(fork, "电脑是复制来的", ACTOR)
    enrol(county, clone)


def pair_with_clone(tmp_path: Path) -> tuple[Station, Station, Station, str]:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    shared = town.case()
    exchange([(county, town)])
    clone = cloned(town, tmp_path / "t2")
    return county, town, clone, shared


def test_a_clone_is_found_and_its_branch_waits_whole(tmp_path: Path) -> None:
    county, town, clone, shared = pair_with_clone(tmp_path)
    town.store.log.append(shared, [returned("原机")], ACTOR)
    clone.store.log.append(shared, [returned("副本"), returned("副本二")], ACTOR)
    county.receive(town.send(county))
    report = county.receive(clone.send(county))
    assert (report.new, report.forked) == (0, 2)
    [fork] = report.forks
    assert (fork.node, fork.epoch, fork.seq) == (town.node, 1, 2)
    assert reasons(county.store, shared) == ["原机"]
    assert county.store.quarantine.forks() == (fork,)
    assert county.store.verify() == []
    # A branch that goes on is of the same fork.
    clone.store.log.append(shared, [returned("副本三")], ACTOR)
    report = county.receive(clone.send(county))
    assert (report.new, report.forked) == (0, 1)
    assert county.store.quarantine.forks() == (fork,)
    close(county, town, clone)


def test_both_computers_are_told_and_only_the_later_one_moves(tmp_path: Path) -> None:
    county, town, clone, shared = pair_with_clone(tmp_path)
    town.store.log.append(shared, [returned("原机")], ACTOR)
    clone.store.log.append(shared, [returned("副本")], ACTOR)
    county.receive(town.send(county))
    county.receive(clone.send(county))
    answer = county.send(town)
    report = clone.receive(answer)
    assert report.problems
    town.receive(answer)
    assert clone.store.clones.to_repair() is not None
    assert town.store.clones.own_forks()
    assert town.store.clones.to_repair() is None
    close(county, town, clone)


def test_an_acknowledgement_for_the_other_computer_is_not_believed(tmp_path: Path) -> None:
    county, town, clone, shared = pair_with_clone(tmp_path)
    clone.store.log.append(shared, [returned("副本")], ACTOR)
    clone.send(county)
    town.store.log.append(shared, [returned("原机")], ACTOR)
    county.receive(town.send(county))
    clone.receive(county.send(town))
    assert clone.store.export.pending(county.node).events == 1
    close(county, town, clone)


def test_a_repair_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    county, town, clone, shared = pair_with_clone(tmp_path)
    town.store.log.append(shared, [returned("原机")], ACTOR)
    clone.store.log.append(shared, [returned("副本"), returned("副本二")], ACTOR)
    own = clone.case()
    clone.store.log.append(STREAM, [OfficeSettingChanged(name="day_clock_roll", value="weekend_too")], ACTOR)
    before = county.store.state_hash()
    county.receive(town.send(county))
    county.receive(clone.send(county))
    clone.receive(county.send(town))
    serial = clone.store.database.value("SELECT MAX(last) FROM series")
    repair(clone, county)
    assert clone.store.verify() == []
    with clone.store.transaction():
        assert clone.store.next_serial("case", 2026) == serial + 1
    assert reasons(clone.store, shared) == ["副本", "副本二"]
    exchange([(county, town), (county, clone)])
    for station in (county, clone, town):
        assert reasons(station.store, shared) == ["副本", "副本二", "原机"]
        assert station.store.verify() == []
    assert [decode(s).kind() for s in county.store.log.read_stream(own)] == ["ComplaintRegistered"]
    settings = [decode(s) for s in clone.store.log.read_stream(STREAM)]
    assert sum(isinstance(event, OfficeSettingChanged) for event in settings) == 1
    assert county.store.quarantine.forks() == ()
    assert {w.reason for w in county.store.quarantine.waiting()} == {"superseded"}
    assert county.store.state_hash() != before
    assert county.store.state_hash(clone.node) == clone.store.state_hash(county.node)
    assert county.store.state_hash(town.node) == town.store.state_hash(county.node)
    close(county, town, clone)


def test_a_repair_stopped_before_the_identity_file_is_mended_at_the_next_opening(tmp_path: Path) -> None:
    county, town, clone, shared = pair_with_clone(tmp_path)
    town.store.log.append(shared, [returned("原机")], ACTOR)
    clone.store.log.append(shared, [returned("副本")], ACTOR)
    county.receive(town.send(county))
    county.receive(clone.send(county))
    clone.receive(county.send(town))
    before = load_identity(clone.directory)
    assert before is not None
    repair(clone, county)
    node = clone.node
    clone.store.close()
    save_identity(clone.directory, before)
    clone.store = Store.open(clone.directory, clone.db_key, clone.clock, Projector())
    assert clone.node == node
    assert clone.store.verify() == []
    exchange([(county, town), (county, clone)])
    assert reasons(county.store, shared) == ["副本", "原机"]
    close(county, town, clone)


def test_who_did_not_write_the_later_branch_cannot_move(tmp_path: Path) -> None:
    county, town, clone, shared = pair_with_clone(tmp_path)
    town.store.log.append(shared, [returned("原机")], ACTOR)
    clone.store.log.append(shared, [returned("副本")], ACTOR)
    county.receive(town.send(county))
    [fork] = county.receive(clone.send(county)).forks
    with pytest.raises(UserError):
        county.store.adopt_new_node(fork, "不是本机", ACTOR)
    assert county.store.verify() == []
    close(county, town, clone)


@pytest.mark.parametrize("seed", range(5))
def test_clones_at_random_end_with_every_event_once(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    county, town, clone, shared = pair_with_clone(tmp_path)
    written: list[str] = []
    for step in range(20):
        station = chance.choice([town, clone])
        reason = f"{step}"
        station.store.log.append(shared, [returned(reason)], ACTOR)
        written.append(reason)
        if chance.random() < 0.4:
            county.receive(station.send(county))
        if chance.random() < 0.3:
            answer = county.send(town)
            chance.choice([town, clone]).receive(answer)
    for station in (town, clone):
        county.receive(station.send(county))
    for station in (town, clone):
        station.receive(county.send(town))
    [mover] = [station for station in (town, clone) if station.store.clones.to_repair() is not None]
    repair(mover, county)
    exchange([(county, town), (county, clone)], rounds=4)
    assert reasons(county.store, shared) == sorted(written)
    for station in (town, clone):
        assert reasons(station.store, shared) == sorted(written)
        assert station.store.verify() == []
        assert county.store.state_hash(station.node) == station.store.state_hash(county.node)
    assert county.store.verify() == []
    close(county, town, clone)
