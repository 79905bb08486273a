"""How long a clerk waits for 已保存, against one bare durable commit on the same disk.

Every save is a real one: the service asks the rules, writes the event, its projections and what search
needs, and returns when the commit is on the disk. After each of them a bare commit is timed: one short
row into a database with the same encryption and settings.

`ratio` compares like with like, the 95th percentile of both: what the disk does to one save in twenty it
does to one bare commit in twenty. `ratio_to_median_commit` is the stricter figure, which on a busy disk
says more about the disk than about the program.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

import msgspec

from app.services import casework, registration
from app.services.office import OpenOffice
from app.store.database import Database, create_database
from tests.benchmarks import measuring, opening, premises, stories
from tests.benchmarks.acts import ACTS, LONG_TEXT

_WARMING = 3
"""Cases walked through before anything is timed."""
Save = tuple[str, Callable[[], object]]


def run(cases: int, saves: int, keep: Path | None) -> str:
    """Time `saves` saves in an office of that many cases; the line to print."""
    with premises.premises(cases, keep) as directory:
        office = opening.open_office(directory)
        bare = _bare_database(directory, office.key)
        told = _saves(office)
        try:
            _time(told, bare, _WARMING * (2 + len(ACTS)))
            ours, floor = _time(told, bare, saves)
        finally:
            bare.close()
            office.close()
            bare.path.unlink()
    return _figures(cases, ours, floor)


def _figures(cases: int, ours: list[tuple[str, float]], floor: list[float]) -> str:
    times = [taken for _, taken in ours]
    by_kind = {
        name: measuring.in_milliseconds(measuring.median([taken for kind, taken in ours if kind == name]))
        for name in dict.fromkeys(name for name, _ in ours)
    }
    p95, bare_p95 = measuring.percentile(times, 0.95), measuring.percentile(floor, 0.95)
    p50, bare_p50 = measuring.median(times), measuring.median(floor)
    return measuring.line(
        benchmark="save",
        unit=measuring.MILLISECONDS,
        cases=cases,
        runs=len(ours),
        ours=measuring.in_milliseconds(p95),
        floor=measuring.in_milliseconds(bare_p95),
        ratio=round(p95 / bare_p95, 2),
        target=3.0,
        p50=measuring.in_milliseconds(p50),
        p95=measuring.in_milliseconds(p95),
        longest=measuring.in_milliseconds(max(times)),
        floor_p50=measuring.in_milliseconds(bare_p50),
        floor_p95=measuring.in_milliseconds(bare_p95),
        ratio_of_p50=round(p50 / bare_p50, 2),
        ratio_to_median_commit=round(p95 / bare_p50, 2),
        by_kind=by_kind,
    )


def _bare_database(directory: Path, key: bytes) -> Database:
    path = directory / "bare.db"
    path.unlink(missing_ok=True)
    database = create_database(path, key)
    database.sql("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    return database


def _time(told: Iterator[Save], bare: Database, count: int) -> tuple[list[tuple[str, float]], list[float]]:
    connection = bare.peewee.connection()
    ours: list[tuple[str, float]] = []
    floor: list[float] = []
    for _ in range(count):
        name, save = next(told)
        began = perf_counter()
        save()
        ours.append((name, perf_counter() - began))
        began = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO notes (text) VALUES (?)", (name,))
        connection.execute("COMMIT")
        floor.append(perf_counter() - began)
    return ours, floor


def _saves(office: OpenOffice) -> Iterator[Save]:
    """Cases without end, each from the counter to the closed file, one save after another."""
    rng = random.Random(office.store.log.count())
    day = office.clock.today()
    while True:
        form = stories.registration(day, rng)
        deal = msgspec.structs.replace(form.deal, facts=form.deal.facts + LONG_TEXT)
        form = msgspec.structs.replace(form, deal=deal)
        made: list[str] = []
        yield "register", partial(_register, office, form, made)
        case_id = made[0]
        known = msgspec.structs.replace(form.respondent, contact="赵经理")
        corrected = msgspec.structs.replace(form, respondent=known)
        yield "amend", partial(registration.amend, office, case_id, corrected, "核对营业执照")
        for name, events in ACTS:
            yield name, partial(casework.record, office, case_id, *events)


def _register(office: OpenOffice, form: registration.Registration, made: list[str]) -> None:
    made.append(registration.register_complaint(office, form).case_id)
