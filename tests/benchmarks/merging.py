"""Events of another office merged into the log, against bare zstd, age and insert of the same lines.

The floor decrypts, decompresses and inserts rows into a bare encrypted table with the log's two indexes.
`ours` decrypts and decompresses too, then checks signatures, chains and payloads, folds every case with the
program's own projector and writes lists, deadlines and search. A replay is the same package once more; its
floor is SHA-256 over the lines.
"""

from __future__ import annotations

import hashlib
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pyrage
import zstandard

from app.domain.matter.events import InquiryRecorded
from app.domain.sync.event_lines import event_from_line
from app.services.projection import Projector
from app.store.database import create_database
from app.store.event_log import COLUMNS, row_of
from app.store.migrations.m0001_initial import STATEMENTS
from app.store.store import Store
from tests.benchmarks import measuring
from tests.store.exchange import Package, Station, enrol
from tests.store.office import ACTOR, START

_TARGET = 3.0
PER_CASE = 5
INSERT = f"INSERT INTO events ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
EVENT_TABLES = STATEMENTS[1:4]


def run(events: int, runs: int) -> str:
    """Merge a package of that many events into fresh offices, in turns with the floor; the line to print."""
    times: dict[str, list[float]] = {"ours": [], "floor": [], "replay": [], "hash": []}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(runs):
            place = Path(folder) / str(number)
            for name, seconds in _once(place, max(1, events // PER_CASE)).items():
                times[name].append(seconds)
    middle = {name: measuring.median(seconds) for name, seconds in times.items()}
    return measuring.line(
        benchmark="merge",
        unit=measuring.MILLISECONDS,
        events=max(1, events // PER_CASE) * PER_CASE,
        runs=runs,
        ours=measuring.in_milliseconds(middle["ours"]),
        floor=measuring.in_milliseconds(middle["floor"]),
        ratio=round(middle["ours"] / middle["floor"], 2),
        target=_TARGET,
        replay=measuring.in_milliseconds(middle["replay"]),
        replay_ratio=round(middle["replay"] / middle["hash"], 2),
        memory_mb=round(measuring.resident_mb(), 1),
    )


def _once(place: Path, cases: int) -> dict[str, float]:
    county, town = _office(place / "county", "测速县局"), _office(place / "town", "测速窗口")
    enrol(county, town)
    with town.store.transaction():
        for _ in range(cases):
            town.store.log.append(town.case(), inquiries(), ACTOR)
    package = town.send(county)
    identity = pyrage.x25519.Identity.generate()
    joined = b"\n".join(package.lines)
    body = pyrage.encrypt(zstandard.compress(joined), [identity.to_public()])

    def opened() -> tuple[bytes, ...]:
        return tuple(zstandard.decompress(pyrage.decrypt(body, [identity])).split(b"\n"))

    bare = create_database(place / "bare.db", secrets.token_bytes(32))
    for statement in EVENT_TABLES:
        bare.sql(statement)
    rows = [row_of(event_from_line(line)) for line in package.lines]

    def floor() -> None:
        opened()
        with bare.transaction():
            bare.many(INSERT, rows)

    times = {
        "ours": taken(lambda: county.receive(Package(package.statement, opened()))),
        "floor": taken(floor),
        "replay": taken(lambda: county.receive(package)),
        "hash": taken(lambda: hashlib.sha256(joined).digest()),
    }
    bare.close()
    for station in (county, town):
        station.store.close()
    return times


def _office(directory: Path, name: str) -> Station:
    """A station whose lists are made by the program's own projector."""
    station = Station(directory, name)
    station.store.close()
    station.store = Store.open(directory, station.db_key, station.clock, Projector())
    return station


def inquiries() -> list[InquiryRecorded]:
    """What follows a registration in each case."""
    text = "现场查看商品外包装、票据及售后记录，询问经营者并核对投诉人所述经过，双方各自陈述意见。" * 4
    return [
        InquiryRecorded(
            no=no, form="visit", at=START, place="青山镇中山路88号", persons="经营者", text=text,
            investigators=("李调解", "王敏"),
        )
        for no in range(1, PER_CASE)
    ]  # fmt: skip


def taken(act: Callable[[], object]) -> float:
    """Seconds an act took."""
    start = perf_counter()
    act()
    return perf_counter() - start
