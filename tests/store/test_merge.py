"""Merging: what arrives enters the log once, in whatever order, and only when its author signed it."""

from __future__ import annotations

from pathlib import Path

from tests.store.exchange import Station, close, enrol, exchange
from tests.store.office import ACTOR, closed


def test_a_childs_cases_reach_the_parent_and_come_back_acknowledged(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    case = town.case()
    report = county.receive(town.send(county))
    assert (report.new, report.known, report.early, report.forked) == (1, 0, 0, 0)
    assert [change.case_id for change in report.cases] == [case]
    assert town.store.deliveries.of_case(case).state == "exported"
    town.receive(county.send(town))
    assert town.store.deliveries.of_case(case).state == "received"
    assert town.store.export.pending(county.node).events == 0
    assert county.store.state_hash(town.node) == town.store.state_hash(county.node) == town.store.state_hash()
    assert county.store.verify() == town.store.verify() == []
    close(county, town)


def test_what_the_parent_does_in_a_childs_case_comes_down_and_nothing_else(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    case, other = town.case(), county.case()
    county.receive(town.send(county))
    county.store.log.append(case, [closed()], ACTOR)
    report = town.receive(county.send(town))
    assert report.new == 1
    assert len(town.store.log.read_stream(case)) == 2
    assert town.store.log.read_stream(other) == []
    assert town.store.verify() == []
    exchange([(county, town)])
    assert county.store.export.pending(town.node).events == 0
    close(county, town)
