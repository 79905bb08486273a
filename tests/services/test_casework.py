"""Whatever lawful acts are done through the services, the lists show what the log adds up to."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.kinds.complaint.events import AcceptanceDecided, CaseClosed
from app.services import casework, desk, integrity, registration, timeline
from app.services.office import OpenOffice
from app.store.queries.cases import LIST_COLUMNS
from app.system.clock import FixedClock
from tests.complaint_walks import moment, propose
from tests.offices import found, walk_in

START = dt.date(2026, 4, 15)


def walk(office: OpenOffice, seed: int, steps: int) -> str:
    """A random lawful history of one case, written through the services."""
    rng = random.Random(seed)
    today = START
    clock = office.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(moment(today))
    form = walk_in(START)
    form = msgspec.structs.replace(
        form, origin=msgspec.structs.replace(form.origin, source=rng.choice(["", "12345"]))
    )
    case_id = registration.register_complaint(office, form).case_id
    for _ in range(steps):
        today += dt.timedelta(days=rng.randrange(0, 4))
        clock.move_to(moment(today))
        view = casework.load(office, case_id)
        allowed = [c for c in view.choices if c.allowed]
        if not allowed:
            break
        pick = view.next_step if view.next_step and rng.random() < 0.7 else rng.choice(allowed)
        assert pick is not None
        events = propose(pick.name, view.case, today, office.rules.by_id(view.case.rule_set), rng)
        if events:
            casework.record(office, case_id, *events, version=view.version)
    return case_id


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seed=st.integers(0, 10**9))
def test_any_lawful_history_folds_to_what_the_projection_shows(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    office = found(tmp_path_factory.mktemp("walk"))
    try:
        case_id = walk(office, seed, 30)
        view = casework.load(office, case_id)
        row = dict(zip(LIST_COLUMNS, office.store.cases.row_of(case_id) or (), strict=True))
        assert desk.state(office, case_id) == view.case
        assert tuple(office.store.cases.deadlines(case_id)) == view.deadlines
        assert row["phase"] == view.case.phase
        assert row["recovered"] == view.case.recovered()
        assert row["next_action"] == (view.next_step.label if view.next_step else "")
        assert integrity.verify(office) == []
        assert len(timeline.entries(office, view)) == view.version
    finally:
        office.close()


def test_projections_are_rebuilt_to_the_same_bytes(office: OpenOffice) -> None:
    ids = [walk(office, seed, 20) for seed in range(4)]
    before = [(office.store.cases.row_of(i), office.store.cases.state(i)) for i in ids]
    integrity.rebuild(office)
    assert [(office.store.cases.row_of(i), office.store.cases.state(i)) for i in ids] == before
    assert integrity.verify(office) == []


def test_several_events_are_written_together_or_not_at_all(office: OpenOffice) -> None:
    case_id = registration.register_complaint(office, walk_in()).case_id
    today = office.clock.today()
    accepted = AcceptanceDecided(accepted=True, decided_on=today, by="王敏")
    with pytest.raises(UserError):
        casework.record(office, case_id, accepted, CaseClosed(on=today, summary="x", by="王敏"))
    assert casework.load(office, case_id).version == 1


def test_an_unknown_case_is_said_so(office: OpenOffice) -> None:
    with pytest.raises(UserError, match="没有这件案件"):
        casework.load(office, "nothing")


def test_the_worklist_is_sorted_by_what_the_law_wants_first(office: OpenOffice) -> None:
    days = [dt.date(2026, 11, 20), dt.date(2026, 11, 2), dt.date(2026, 11, 12)]
    for day in days:
        registration.register_complaint(office, walk_in(day))
    items = desk.worklist(office)
    assert [i.due_on for i in items] == [dt.date(2026, 11, 11), dt.date(2026, 11, 23), dt.date(2026, 12, 1)]
    assert [i.days_left for i in items] == [-7, 1, 7]
    assert {i.unit for i in items} == {"workday"}
    figures = desk.figures(office)
    assert (figures.open, figures.overdue, figures.received_this_month) == (3, 1, 3)


def test_the_office_survives_being_closed_between_acts(tmp_path: Path) -> None:
    office = found(tmp_path)
    case_id = walk(office, 7, 10)
    before = casework.load(office, case_id)
    directory, key, operator = office.store.directory, office.key, office.operator.id
    office.close()
    store = type(office.store).open(directory, key, office.clock, office.projector)
    again = OpenOffice(store, key, office.clock, office.projector, operator)
    assert casework.load(again, case_id) == before
    again.close()
