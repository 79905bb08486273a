"""A package of events written and read, against bare zstd and age of the same bytes in memory.

The floor is what nobody can do without: join the lines, one zstd at the same level, one age encryption and
a synced file; the other way round read, decrypt, decompress and split. `ours` adds blocks, hashes, two
signatures, and reading adds the second pass after everything was verified. A replay is a package known
already, refused; its floor is SHA-256 of the file.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pyrage
import zstandard

from app.exchange.frames import LEVEL
from app.exchange.node_keys import new_keys
from app.exchange.package_reader import Peer, Receiver, open_package
from app.exchange.package_writer import write_package
from app.exchange.refusals import Refused
from tests.benchmarks import measuring, stories

STATION = new_keys("a" * 32, "测速消保站")
COUNTY = new_keys("c" * 32, "测速县局")
MADE_AT = stories.moment(stories.LAST_DAY)
_TARGET = 3.0


def run(events: int, runs: int) -> str:
    """Write and read packages of that many events, in turns with the floor; the line to print."""
    lines = _event_lines(events)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        acts = {name: act(place, lines) for name, act in _ACTS.items()}
        times: dict[str, list[float]] = {name: [] for name in acts}
        for number in range(runs + 1):
            for name, act in acts.items():
                start = perf_counter()
                act()
                if number:
                    times[name].append(perf_counter() - start)
        sizes = {name: (place / name).stat().st_size for name in ("ours", "bare")}
    return _figures(lines, times, sizes)


def _figures(lines: list[bytes], times: dict[str, list[float]], sizes: dict[str, int]) -> str:
    middle = {name: measuring.median(taken) for name, taken in times.items()}
    ours, floor = middle["write"] + middle["read"], middle["bare_write"] + middle["bare_read"]
    return measuring.line(
        benchmark="package",
        unit=measuring.MILLISECONDS,
        events=len(lines),
        runs=len(times["write"]),
        ours=measuring.in_milliseconds(ours),
        floor=measuring.in_milliseconds(floor),
        ratio=round(ours / floor, 2),
        target=_TARGET,
        write_ratio=round(middle["write"] / middle["bare_write"], 2),
        read_ratio=round(middle["read"] / middle["bare_read"], 2),
        replay_ratio=round(middle["replay"] / middle["hash"], 2),
        size_ratio=round(sizes["ours"] / sizes["bare"], 3),
        **{name: measuring.in_milliseconds(taken) for name, taken in middle.items()},
    )


def _event_lines(count: int) -> list[bytes]:
    """Event lines of some 800 bytes as they stand in the log: ids and hashes beside the text of a case."""
    rng = random.Random(2026)
    lines, before = [], rng.randbytes(32).hex()
    for number, story in enumerate(stories.stories(count)):
        after = rng.randbytes(32).hex()
        head = [rng.randbytes(16).hex(), "a" * 32, 1, number, before, after, number << 16]
        deal = story.form.deal
        facts = {"facts": deal.facts, "goods": deal.goods, "name": story.form.complainant.name}
        place = {"address": story.form.respondent.address, "phone": story.form.complainant.phone}
        lines.append(json.dumps([*head, "ComplaintRegistered", facts | place], ensure_ascii=False).encode())
        before = after
    return lines


def _receiver(place: Path, *, replayed: bool) -> Receiver:
    return Receiver(
        keys=(COUNTY,),
        peer={STATION.fingerprint: Peer(STATION.card)}.get,
        received=lambda _: replayed,
        spool=place,
    )


def _write(place: Path, lines: list[bytes]) -> Callable[[], None]:
    def act() -> None:
        write_package(
            place / "ours", STATION, COUNTY.card, number=1, made_at=MADE_AT, statement=b"{}", events=lines
        )

    return act


def _read(place: Path, lines: list[bytes]) -> Callable[[], None]:
    def act() -> None:
        with open_package(place / "ours", _receiver(place, replayed=False)) as package:
            assert sum(1 for _ in package.events()) == len(lines)

    return act


def _replay(place: Path, _: list[bytes]) -> Callable[[], None]:
    def act() -> None:
        try:
            open_package(place / "ours", _receiver(place, replayed=True))
        except Refused:
            return
        raise AssertionError("a replay was taken")

    return act


def _hash(place: Path, _: list[bytes]) -> Callable[[], None]:
    def act() -> None:
        hashlib.sha256((place / "ours").read_bytes()).digest()

    return act


def _bare_write(place: Path, lines: list[bytes]) -> Callable[[], None]:
    recipient = pyrage.x25519.Recipient.from_str(COUNTY.card.age)

    def act() -> None:
        data = zstandard.ZstdCompressor(level=LEVEL).compress(b"\n".join(lines))
        with (place / "bare").open("wb") as file:
            file.write(pyrage.encrypt(data, [recipient]))
            file.flush()
            os.fsync(file.fileno())

    return act


def _bare_read(place: Path, lines: list[bytes]) -> Callable[[], None]:
    identity = pyrage.x25519.Identity.from_str(COUNTY.identity)

    def act() -> None:
        data = pyrage.decrypt((place / "bare").read_bytes(), [identity])
        assert len(zstandard.ZstdDecompressor().decompress(data).split(b"\n")) == len(lines)

    return act


_ACTS: dict[str, Callable[[Path, list[bytes]], Callable[[], None]]] = {
    "write": _write,
    "bare_write": _bare_write,
    "read": _read,
    "bare_read": _bare_read,
    "replay": _replay,
    "hash": _hash,
}
