"""Official numbers: disjoint ranges for every office, whatever is restored on either side."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.sync.numbers import LARGEST, carve, free, left, next_free, runs_low
from app.domain.sync.statement import Span
from app.store.high_water import NUMBERS_NAME
from tests.store.exchange import Station, close, enrol, exchange
from tests.store.office import ACTOR, add_case, registered
from tests.store.test_clones import cloned

YEAR = 2026
SERIES = "case"


def use(station: Station) -> int:
    """Take the next number for a case, as a registration does."""
    with station.store.transaction():
        serial = station.store.next_serial(SERIES, YEAR)
        add_case(station.store, registered(serial))
    return serial


def grant(parent: Station, child: Station, count: int) -> None:
    peer = parent.store.peers.get(child.node)
    with parent.store.transaction():
        parent.store.numbers.grant(child.node, peer.its_epoch or 1, SERIES, YEAR, count, ACTOR)


spans = st.lists(
    st.builds(lambda a, n: Span(first=a, last=a + n), st.integers(1, 60), st.integers(0, 20)), max_size=5
)


@given(spans, spans, st.integers(0, 80), st.integers(0, 40))
def test_what_is_carved_is_free_and_disjoint(
    mine: list[Span], away: list[Span], used: int, count: int
) -> None:
    own = {n for span in mine for n in range(span.first, span.last + 1)}
    gone = {n for span in away for n in range(span.first, span.last + 1)}
    expected = sorted(n for n in own - gone if n > used)
    assert [n for span in free(mine, away, used) for n in range(span.first, span.last + 1)] == expected
    assert left(mine, away, used) == len(expected)
    assert next_free(mine, away, used) == (expected[0] if expected else None)
    carved = [n for span in carve(mine, away, used, count) for n in range(span.first, span.last + 1)]
    assert carved == expected[:count]


def test_less_than_a_fifth_runs_low() -> None:
    assert [runs_low(100, n) for n in (21, 20, 19)] == [False, False, True]
    assert runs_low(0, 0)


def test_before_enrolment_numbers_begin_at_one(tmp_path: Path) -> None:
    town = Station(tmp_path, "青山")
    assert [use(town), use(town)] == [1, 2]
    assert not (tmp_path / NUMBERS_NAME).exists()
    assert town.store.numbers.remaining(SERIES, YEAR) == LARGEST - 2
    close(town)


def test_a_child_uses_what_it_was_granted_and_asks_in_time(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    assert use(county) == 1
    grant(county, town, 10)
    town.receive(county.send(town))
    assert [use(town) for _ in range(8)] == list(range(2, 10))
    assert town.store.numbers.wants() == ()
    assert use(town) == 10
    [want] = town.store.numbers.wants()
    assert (want.series, want.year, want.left) == (SERIES, YEAR, 1)
    county.receive(town.send(county))
    assert county.store.numbers.wanted_by(town.node) == (want,)
    assert use(county) == 12
    grant(county, town, 5)
    assert county.store.numbers.wanted_by(town.node) == ()
    assert use(town) == 11
    with pytest.raises(UserError, match="交换一次数据包"):
        use(town)
    exchange([(county, town)])
    assert [use(town) for _ in range(5)] == list(range(13, 18))
    assert use(county) == 18
    assert town.store.verify() == county.store.verify() == []
    close(county, town)


def test_a_restored_child_goes_on_behind_what_may_be_out(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    grant(county, town, 100)
    town.receive(county.send(town))
    before = [use(town) for _ in range(3)]
    backup = town.store.backups.make().path
    lost = [use(town) for _ in range(40)]
    town.restore(backup)
    assert not {use(town) for _ in range(10)} & {*before, *lost}
    close(county, town)


def test_a_child_restored_without_its_mark_waits_for_new_numbers(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    grant(county, town, 100)
    exchange([(county, town)])
    used = {use(town) for _ in range(3)}
    backup = town.store.backups.make().path
    (tmp_path / "t" / NUMBERS_NAME).unlink()
    town.restore(backup)
    with pytest.raises(UserError):
        use(town)
    exchange([(county, town)])
    grant(county, town, 10)
    exchange([(county, town)])
    fresh = {use(town) for _ in range(10)}
    assert not fresh & used
    assert min(fresh) > 100
    with pytest.raises(UserError):
        use(town)
    close(county, town)


def test_a_town_divides_its_numbers_among_villages(tmp_path: Path) -> None:
    county, town, village = (Station(tmp_path / n, n) for n in ("县局", "青山", "红旗"))
    enrol(county, town)
    enrol(town, village)
    grant(county, town, 20)
    exchange([(county, town)])
    assert use(town) == 1
    grant(town, village, 5)
    exchange([(town, village)])
    assert [use(village) for _ in range(5)] == [2, 3, 4, 5, 6]
    assert use(town) == 7
    with pytest.raises(UserError):
        use(village)
    close(county, town, village)


def test_ranges_in_two_hands_are_told(tmp_path: Path) -> None:
    county, town, other = (Station(tmp_path / n, n) for n in ("县局", "青山", "白水"))
    enrol(county, town)
    enrol(county, other)
    grant(county, town, 10)
    town.receive(county.send(town))
    county.store.database.sql("UPDATE granted_ranges SET to_node = ?", (other.node,))
    assert any("号段" in problem for problem in county.receive(town.send(county)).problems)
    close(county, town, other)


ACTS = st.sampled_from(["grant a", "grant b", "use a", "use b", "use k", "swap a", "swap b", "save a",
                        "save k", "back a", "back k"])  # fmt: skip


@settings(max_examples=20)
@given(st.lists(ACTS, min_size=5, max_size=40))
def test_no_number_is_ever_used_twice(tmp_path_factory: pytest.TempPathFactory, acts: list[str]) -> None:
    directory = tmp_path_factory.mktemp("numbers")
    offices = {name: Station(directory / name, name) for name in "kab"}
    county = offices["k"]
    backups: dict[str, Path] = {}
    for name in "ab":
        enrol(county, offices[name])
        grant(county, offices[name], 5)
        offices[name].receive(county.send(offices[name]))
    used: list[int] = []
    for what, name in (act.split() for act in acts):
        office = offices[name]
        if what == "grant":
            grant(county, office, 3)
        elif what == "use":
            try:
                used.append(use(office))
            except UserError:
                continue
        elif what == "swap":
            exchange([(county, office)], rounds=1)
        elif what == "save":
            backups[name] = office.store.backups.make().path
        elif name in backups and backups[name].exists():
            office.restore(backups[name])
    assert len(used) == len(set(used))
    close(*offices.values())


def test_a_repaired_clone_numbers_nothing_before_it_is_enrolled_again(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    grant(county, town, 20)
    exchange([(county, town)])
    clone = cloned(town, tmp_path / "copy")
    use(town)
    use(clone)
    county.receive(town.send(county))
    county.receive(clone.send(county))
    clone.receive(county.send(town))
    fork = clone.store.clones.to_repair()
    assert fork is not None
    clone.store.adopt_new_node(fork, "整机复制", ACTOR)
    with pytest.raises(UserError, match="重新办理入网"):
        use(clone)
    enrol(county, clone)
    grant(county, clone, 20)
    exchange([(county, town), (county, clone)])
    assert len({use(town), use(clone), use(town), use(clone)}) == 4
    close(county, town, clone)
