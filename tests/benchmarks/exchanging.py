"""Export and import from end to end through the services, against bare zstd, age and insert of the same.

Exporting reads the log, signs vouchers and writes a package into a folder; its floor reads the rows of a
bare encrypted table, compresses, encrypts and syncs. Importing verifies the package, merges, folds and
commits; its floor decrypts, decompresses and inserts. A replay is the same folder once more, against
SHA-256 of the file. Then many packages of 2,000 events go the same way: how much memory is left after each.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import tempfile
from pathlib import Path

import pyrage
import zstandard

from app.domain.sync.event_lines import event_from_line, event_line
from app.exchange.frames import LEVEL
from app.services.office import OpenOffice
from app.store.database import Database, create_database
from app.store.event_log import COLUMNS, row_of, stored_event
from tests.benchmarks import measuring
from tests.benchmarks.merging import EVENT_TABLES, INSERT, PER_CASE, inquiries, taken
from tests.scenarios.exchanging import Counter, county, enrol
from tests.store.office import ACTOR, add_case, registered

_TARGET = 3.0
_PACKAGE = 2_000


def run(events: int, runs: int, packages: int) -> str:
    """Exchange that many events `runs` times between fresh offices, then `packages` packages; the line."""
    found: dict[str, list[float]] = {}
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            for name, value in _once(Path(folder), max(1, events // PER_CASE)).items():
                found.setdefault(name, []).append(value)
    middle = {name: measuring.median(values) for name, values in found.items()}
    ours, floor = middle["export"] + middle["import"], middle["bare_export"] + middle["bare_import"]
    with tempfile.TemporaryDirectory() as folder:
        memory = _memory(Path(folder), packages)
    return measuring.line(
        benchmark="exchange",
        unit=measuring.MILLISECONDS,
        events=max(1, events // PER_CASE) * PER_CASE,
        runs=runs,
        ours=measuring.in_milliseconds(ours),
        floor=measuring.in_milliseconds(floor),
        ratio=round(ours / floor, 2),
        target=_TARGET,
        export=measuring.in_milliseconds(middle["export"]),
        export_ratio=round(middle["export"] / middle["bare_export"], 2),
        **{"import": measuring.in_milliseconds(middle["import"])},
        import_ratio=round(middle["import"] / middle["bare_import"], 2),
        replay=measuring.in_milliseconds(middle["replay"]),
        replay_ratio=round(middle["replay"] / middle["hash"], 2),
        size_ratio=round(middle["size"] / middle["bare_size"], 3),
        packages=len(memory),
        memory_first_mb=round(memory[0], 1),
        memory_half_mb=round(memory[len(memory) // 2], 1),
        memory_last_mb=round(memory[-1], 1),
    )


def _pair(place: Path) -> tuple[Counter, Counter]:
    above, below = county(place / "county"), Counter(place / "town", "测速市场监管所")
    enrol(above, below)
    return above, below


def _write(office: OpenOffice, first: int, cases: int) -> None:
    with office.store.transaction():
        for serial in range(first, first + cases):
            stream = add_case(office.store, registered(serial, name=f"投诉人{serial}"))
            office.store.log.append(stream, inquiries(), ACTOR)


def _once(place: Path, cases: int) -> dict[str, float]:
    above, below = _pair(place)
    _write(below.office, 1, cases)
    lines = [event_line(event) for event in below.office.store.log.iterate_all()]
    bare = _bare(place / "bare.db", lines)
    fresh = _bare(place / "fresh.db", ())
    identity = pyrage.x25519.Identity.generate()
    package = place / "package.bare"

    def bare_export() -> None:
        rows = bare.rows(f"SELECT {COLUMNS} FROM events ORDER BY pos")
        joined = b"\n".join(event_line(stored_event(row)) for row in rows)
        data = pyrage.encrypt(zstandard.ZstdCompressor(level=LEVEL).compress(joined), [identity.to_public()])
        with package.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    rows = [row_of(event_from_line(line)) for line in lines]

    def bare_import() -> None:
        zstandard.decompress(pyrage.decrypt(package.read_bytes(), [identity])).split(b"\n")
        with fresh.transaction():
            fresh.many(INSERT, rows)

    sent: list[Path] = []
    figures = {
        "export": taken(lambda: sent.append(below.export(above)[0])),
        "bare_export": taken(bare_export),
        "import": taken(lambda: above.take(sent[0])),
        "bare_import": taken(bare_import),
        "replay": taken(lambda: above.take(sent[0])),
    }
    if above.office.store.log.count() < len(lines):
        raise AssertionError("the package was not taken in whole")
    files = [path for path in sent[0].rglob("*") if path.is_file()]
    figures["hash"] = taken(lambda: [hashlib.sha256(path.read_bytes()).digest() for path in files])
    figures["size"] = sum(path.stat().st_size for path in files)
    figures["bare_size"] = package.stat().st_size
    bare.close()
    fresh.close()
    above.close()
    below.close()
    return figures


def _bare(path: Path, lines: tuple[bytes, ...] | list[bytes]) -> Database:
    database = create_database(path, secrets.token_bytes(32))
    for statement in EVENT_TABLES:
        database.sql(statement)
    with database.transaction():
        database.many(INSERT, [row_of(event_from_line(line)) for line in lines])
    return database


def _memory(place: Path, packages: int) -> list[float]:
    """What the process holds after each of so many packages, every one acknowledged before the next."""
    above, below = _pair(place)
    found = []
    cases = _PACKAGE // PER_CASE
    for number in range(packages):
        _write(below.office, 1 + number * cases, cases)
        above.take(below.export(above)[0])
        below.take(above.export(below)[0])
        found.append(measuring.resident_mb())
    above.close()
    below.close()
    return found
