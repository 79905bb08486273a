"""After a restore on either side the other one gives back what was lost, without anybody thinking of it."""

from __future__ import annotations

from pathlib import Path

from app.domain.office import STREAM, OfficeSettingChanged
from tests.store.exchange import Station, close, enrol, exchange
from tests.store.office import ACTOR, closed


def test_a_restored_child_gets_its_own_events_back(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    case = town.case()
    exchange([(county, town)])
    backup = town.store.backups.make().path
    town.store.log.append(case, [closed()], ACTOR)
    town.store.log.append(STREAM, [OfficeSettingChanged(name="day_clock_roll", value="weekend_too")], ACTOR)
    exchange([(county, town)])
    town.restore(backup)
    assert town.store.identity.epoch == 2
    assert (len(town.store.log.read_stream(case)), len(town.store.log.read_stream(STREAM))) == (1, 0)
    exchange([(county, town)])
    assert (len(town.store.log.read_stream(case)), len(town.store.log.read_stream(STREAM))) == (2, 1)
    assert town.store.state_hash() == county.store.state_hash()
    assert town.store.verify() == []
    close(county, town)


def test_a_restored_child_gets_the_parents_events_back(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    case = town.case()
    exchange([(county, town)])
    backup = town.store.backups.make().path
    county.store.log.append(case, [closed()], ACTOR)
    exchange([(county, town)])
    town.restore(backup)
    exchange([(county, town)])
    assert len(town.store.log.read_stream(case)) == 2
    close(county, town)


def test_a_restored_county_is_sent_everything_again(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    first = town.case()
    exchange([(county, town)])
    backup = county.store.backups.make().path
    second = town.case()
    exchange([(county, town)])
    county.store.log.append(first, [closed()], ACTOR)
    county.store.log.append(second, [closed()], ACTOR)
    exchange([(county, town)])
    assert town.store.export.pending(county.node).events == 0
    county.restore(backup)
    exchange([(county, town)])
    assert [len(county.store.log.read_stream(case)) for case in (first, second)] == [2, 2]
    assert county.store.state_hash() == town.store.state_hash()
    assert county.store.verify() == town.store.verify() == []
    close(county, town)


def test_events_lost_on_both_sides_do_not_stop_the_exchange(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    town.case()
    exchange([(county, town)])
    backups = [office.store.backups.make().path for office in (county, town)]
    town.case()
    exchange([(county, town)])
    for office, backup in zip((county, town), backups, strict=True):
        office.restore(backup)
    kept = town.case()
    exchange([(county, town)])
    assert len(county.store.log.read_stream(kept)) == 1
    assert county.store.state_hash() == town.store.state_hash()
    assert county.store.verify() == town.store.verify() == []
    close(county, town)


def test_a_county_restored_with_only_some_of_its_own_events_given_back_stays_sound(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    case = town.case()
    exchange([(county, town)])
    backup = county.store.backups.make().path
    county.case()  # known to nobody else
    county.store.log.append(case, [closed()], ACTOR)
    exchange([(county, town)])
    county.restore(backup)
    exchange([(county, town)])
    assert len(county.store.log.read_stream(case)) == 2
    assert county.store.verify() == []
    county.case()
    exchange([(county, town)], rounds=2)
    assert county.store.export.pending(town.node).events == 0
    assert county.store.vouchers.uncovered() == town.store.vouchers.uncovered() == 0
    close(county, town)
