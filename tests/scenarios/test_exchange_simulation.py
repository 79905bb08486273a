"""The exchange simulated: hundreds of worlds in which everything goes wrong and nothing is lost.

Packages are dropped, doubled, reordered, cut, damaged and replayed; the power fails in exports and imports;
disks are restored and copied. At the end nothing any disk held is missing, both ends of every line have one
state hash, and no number was given out twice. A world that fails is written to `kept_seeds.txt` (conftest.py)
and comes first from then on.
"""

from __future__ import annotations

import random
import secrets
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.simulation.kept import kept
from tests.scenarios.simulation.peace import check
from tests.scenarios.simulation.world import Shape, World

SHAPES = {"TREE": Shape(2, 1), "STAR": Shape(6), "WIDE": Shape(3, 2), "COUNTY": Shape(300)}
STEPS = {"TREE": 120, "STAR": 160, "WIDE": 200, "COUNTY": 900}
_MEMORY = Path("/dev/shm")  # a disk in memory where there is one: syncs cost nothing there

QUICK = [("TREE", 1000, "plain"), ("TREE", 1001, "plain"), ("STAR", 1002, "plain"),
         ("WIDE", 1003, "plain"), ("TREE", 1004, "sealed"), ("STAR", 1005, "sealed")]  # fmt: skip
MANY = [("TREE", seed, "plain") for seed in range(120)]
MANY += [("STAR", seed, "plain") for seed in range(45)]
MANY += [("WIDE", seed, "plain") for seed in range(20)]
MANY += [(shape, seed, "sealed") for shape in ("TREE", "STAR") for seed in range(2000, 2008)]
COUNTIES = [("COUNTY", seed, "plain") for seed in range(3)]


@pytest.fixture
def place() -> Iterator[Path]:
    """The disks of one world."""
    found = Path(tempfile.mkdtemp(prefix="yzt-world-", dir=_MEMORY if _MEMORY.is_dir() else None))
    yield found
    shutil.rmtree(found)


def live_through(place: Path, shape: str, seed: int, wire: str, monkeypatch: pytest.MonkeyPatch) -> World:
    """One world from beginning to peace."""
    chance = random.Random(f"{seed}/{shape}/ids")
    # Identities and case ids too come from the seed, so that a failing world fails again.
    monkeypatch.setattr(secrets, "randbits", chance.getrandbits)
    monkeypatch.setattr(uuid, "uuid4", lambda: uuid.UUID(int=chance.getrandbits(128), version=4))
    world = World(place, seed, SHAPES[shape], sealed=wire == "sealed")
    try:
        world.run(STEPS[shape])
        world.heal()
        check(world, thoroughly=shape != "COUNTY")
    finally:
        world.close()
    return world


@pytest.mark.parametrize(("shape", "seed", "wire"), kept())
def test_a_world_that_failed_once(
    place: Path, shape: str, seed: int, wire: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_through(place, shape, seed, wire, monkeypatch)


@pytest.mark.parametrize(("shape", "seed", "wire"), QUICK)
def test_a_world_comes_to_peace(
    place: Path, shape: str, seed: int, wire: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = live_through(place, shape, seed, wire, monkeypatch)
    # A world in which nothing happened proves nothing.
    assert min(world.told.get(what, 0) for what in ("imported", "broken")) > 0


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize(("shape", "seed", "wire"), MANY)
def test_many_worlds_come_to_peace(
    place: Path, shape: str, seed: int, wire: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_through(place, shape, seed, wire, monkeypatch)


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize(("shape", "seed", "wire"), COUNTIES)
def test_a_county_with_three_hundred_stations_comes_to_peace(
    place: Path, shape: str, seed: int, wire: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = live_through(place, shape, seed, wire, monkeypatch)
    assert len(world.computers) > 300
    assert len(world.copied) > 5


def test_the_same_seed_is_the_same_world(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for name in ("one", "two"):
        world = live_through(place / name, "TREE", 7, "plain", monkeypatch)
        found.append((sorted(world.existing), sorted(world.told.items()), sorted(world.numbers)))
    assert found[0][2]
    assert found[0] == found[1]
