"""kill -9 at any moment of a save: what was acknowledged is there, and the office opens and is whole."""

from __future__ import annotations

import json
import random
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.store import Store
from app.system.clock import FixedClock
from tests.store.office import START, Projector, new_store

CHILD = Path(__file__).with_name("saving_child.py")


def save_until_killed(directory: Path, key: bytes, acknowledgements: int, extra: int) -> list[dict[str, str]]:
    """Start a child that saves, kill it after some acknowledgements, and return every one it gave."""
    words = [sys.executable, str(CHILD), str(directory), key.hex()]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        lines = [child.stdout.readline() for _ in range(acknowledgements)]
        # A pause that is no time: the child is somewhere inside the next save when the signal comes.
        for _ in range(extra):
            secrets.token_bytes(64)
        child.kill()
        lines += child.stdout.readlines()
        errors = child.stderr.read()
    assert errors == b""
    said = [json.loads(line) for line in lines if line.endswith(b"\n")]
    assert [line["problem"] for line in said if "problem" in line] == []
    assert len(said) >= acknowledgements
    return said


def kill_again_and_again(directory: Path, rounds: int, seed: int) -> None:
    store = new_store(directory)
    key = store.database.key
    store.close()
    rng = random.Random(seed)
    numbers: set[str] = set()
    events: set[str] = set()
    for _ in range(rounds):
        for line in save_until_killed(directory, key, rng.randrange(1, 8), rng.randrange(3000)):
            numbers.update([line["number"]] if "number" in line else [])
            events.update([line["event"]] if "event" in line else [])
    with Store.open(directory, key, FixedClock(START), Projector()) as again:
        kept = {stored.id for stored in again.log.iterate_all()}
        assert events <= kept
        assert all(again.cases.by_number(number) for number in numbers)
        assert len(numbers) >= rounds
        assert again.verify() == []


@pytest.mark.timeout(120)
def test_thirty_kills_lose_nothing_acknowledged(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path, rounds=30, seed=1)


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(12))
def test_many_kills_lose_nothing_acknowledged(tmp_path: Path, seed: int) -> None:
    kill_again_and_again(tmp_path, rounds=40, seed=100 + seed)
