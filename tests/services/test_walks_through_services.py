"""Any lawful acts recorded in an office, in any kind: lists and deadlines show what the log adds up to."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

import pytest

from app.domain.dates import SHANGHAI
from app.domain.errors import UserError
from app.services import (
    attachments,
    casework,
    committee,
    desk,
    founding,
    integrity,
    kinds,
    new_case,
    timeline,
)
from app.services.office import OpenOffice
from app.store.queries.cases import LIST_COLUMNS
from app.system.clock import FixedClock
from tests.offices import found
from tests.walks import (  # noqa: F401 - importing registers how the acts are filled in
    kind_acts,
    mediation_and_petition_acts,
    settlement_acts,
    shared_acts,
)
from tests.walks.beginnings import registration
from tests.walks.clerk import Desk, acts_of, pick
from tests.walks.shared_acts import PROOF, PROOF_BYTES

START = dt.date(2026, 4, 7)
EVERY_KIND = pytest.mark.parametrize("name", list(kinds.KINDS))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenOffice]:
    """One office of everything, with local promises switched on."""
    office = found(tmp_path_factory.mktemp("walks"), dt.datetime.combine(START, dt.time(8), SHANGHAI))
    committee.name_committee(office, "青山镇人民调解委员会")
    attachments.keep_bytes(office, PROOF.filename, PROOF_BYTES)
    for promise in ("promise_two_24h", "promise_12345"):
        founding.change_setting(office, promise, "on")
    yield office
    office.close()


def move(office: OpenOffice, day: dt.date) -> None:
    clock = office.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(dt.datetime.combine(day, dt.time(12), SHANGHAI))


def begin(office: OpenOffice, name: str, rng: random.Random) -> str:
    """A new case through the one way every kind takes its number."""
    first = registration(name, rng, START)
    identity = first.identity  # type: ignore[attr-defined]

    def made(given: new_case.Numbered) -> object:
        fields = {f: getattr(first, f) for f in first.__struct_fields__ if f not in ("seen", "reissued_from")}
        given_out = {f: getattr(given, f) for f in given.__struct_fields__}
        return type(first)(**(fields | given_out))

    kind = kinds.kind_named(name)
    return new_case.begin(office, kind, START, made, identity=identity).case_id  # type: ignore[arg-type]


def live(office: OpenOffice, name: str, seed: int, steps: int) -> str:
    """A random lawful history written by `casework.record`."""
    rng, today = random.Random(seed), START
    move(office, today)
    case_id = begin(office, name, rng)
    for _ in range(steps):
        today += dt.timedelta(days=rng.randrange(0, 5))
        move(office, today)
        view = casework.load(office, case_id)
        clerk = Desk(kind=view.kind, case=view.case, rng=rng, today=today, office=office.office)
        clerk.projector = office.projector
        chosen = pick(clerk, list(view.choices))
        if chosen is None:
            break
        events = acts_of(clerk, chosen.name)
        if events:
            casework.record(office, case_id, *events, version=view.version)
    return case_id


@EVERY_KIND
def test_what_lists_show_is_what_the_log_adds_up_to(town: OpenOffice, name: str) -> None:
    for seed in range(6):
        case_id = live(town, name, seed, 25)
        view = casework.load(town, case_id)
        row = dict(zip(LIST_COLUMNS, town.store.cases.row_of(case_id) or (), strict=True))
        assert desk.state(town, case_id) == view.case
        assert tuple(town.store.cases.deadlines(case_id)) == view.deadlines
        assert (row["kind"], row["phase"]) == (name, view.case.phase)
        assert row["recovered"] == (view.case.recovered() if hasattr(view.case, "recovered") else 0)
        assert len(timeline.entries(town, view)) == view.version


@EVERY_KIND
def test_what_is_not_offered_is_refused_and_leaves_no_trace(town: OpenOffice, name: str) -> None:
    """An act the procedure does not allow now is refused at the moment of writing as well."""
    refused = 0
    for seed in range(100, 104):
        rng = random.Random(seed)
        case_id = live(town, name, seed, 12)
        view = casework.load(town, case_id)
        clerk = Desk(kind=view.kind, case=view.case, rng=rng, today=town.clock.today(), office=town.office)
        clerk.projector = town.projector
        procedure = kinds.procedure_of(name)
        offered = {e for c in view.choices if c.allowed for e in procedure.action(c.name).events[:1]}
        for action in procedure.actions:
            if not action.events or action.events[0] in offered:
                continue
            try:
                events = acts_of(clerk, action.name)
            except (ValueError, IndexError, AttributeError, AssertionError, KeyError):
                continue  # there is nothing in this case the act could be about
            if events:
                with pytest.raises(UserError):
                    casework.record(town, case_id, *events, version=view.version)
                refused += 1
        assert casework.load(town, case_id).events == view.events
    assert refused > 0


def test_a_rebuild_makes_the_same_of_every_kind(town: OpenOffice) -> None:
    ids = [live(town, name, seed, 18) for seed, name in enumerate(list(kinds.KINDS) * 2)]
    before = [(town.store.cases.row_of(i), town.store.cases.state(i)) for i in ids]
    assert integrity.verify(town) == []
    integrity.rebuild(town)
    assert [(town.store.cases.row_of(i), town.store.cases.state(i)) for i in ids] == before
    assert integrity.verify(town) == []
