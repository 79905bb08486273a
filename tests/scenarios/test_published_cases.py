"""Published cases C1–C23 lived through to their end by the stories of the demonstration: amounts, clocks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from app.domain.casefile import DeadlineRow
from app.domain.kinds.complaint.state import Complaint
from app.domain.money import capital
from app.services import casework, demo, integrity
from app.services.casework import CaseView
from app.services.demo.calendar_play import Story, play
from app.services.demo.scene import Scene
from app.services.demo.stories import (
    air_conditioner,
    cosmetics,
    gym_card,
    photo_package,
    serial_complaints,
    slippers,
    tiles,
)
from app.system.clock import FixedClock
from tests.offices import QUICK
from tests.scenarios import aftermath

CASES: dict[str, Callable[[Scene], Story]] = {
    "C4": aftermath.rapeseed,
    "C6": aftermath.orchids,
    "C7": aftermath.eight_bags_in_kind,
    "C8": photo_package.story,
    "C9": slippers.story,
    "C10": aftermath.eighteen_households,
    "C13": aftermath.fee_waived,
    "C14": gym_card.story,
    "C15": cosmetics.story,
    "C16": aftermath.one_yuan_fifty,
    "C17": tiles.story,
    "C18": aftermath.penalty_without_end,
    "C19": aftermath.wheat,
    "C21": serial_complaints.story,
    "C23": air_conditioner.story,
}


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, CaseView]]:
    """Every case in one office, side by side as they happened."""
    clock = FixedClock(demo.TODAY)
    office = demo.found(tmp_path_factory.mktemp("published") / "office", clock, hardness=QUICK).office
    scenes = {name: Scene(office) for name in CASES}
    play(clock, [tell(scenes[name]) for name, tell in CASES.items()])
    assert integrity.verify(office) == []
    yield {name: casework.load(office, scene.case_id) for name, scene in scenes.items()}
    office.close()


@pytest.mark.parametrize(
    ("name", "outcome", "promised", "recovered", "relief"),
    [
        ("C4", "performed", 7_400_00, 7_400_00, 0),
        ("C6", "performed", 430_000_00, 430_000_00, 0),
        ("C7", "performed", 0, 0, 1_120_00),
        ("C8", "performed", 1_441_00, 1_441_00, 0),
        ("C9", "performed", 400_00, 400_00, 0),
        ("C10", "performed", 1_390_00, 1_390_00, 0),
        ("C13", "performed", 0, 0, 1_000_00),
        ("C14", "terminated", 0, 0, 0),
        ("C16", "performed", 1_50, 1_50, 0),
        ("C18", "terminated", 0, 0, 0),
        ("C19", "performed", 4_600_00, 4_600_00, 0),
        ("C21", "refused", 0, 0, 0),
        ("C23", "performed", 300_00, 300_00, 0),
    ],
)
def test_amount_and_outcome(
    views: dict[str, CaseView], name: str, outcome: str, promised: int, recovered: int, relief: int
) -> None:
    case = views[name].as_a(Complaint)
    assert case.phase in ("closed", "filed")
    assert case.outcome == outcome
    assert sum(a.total() for a in case.agreements()[-1:]) == promised
    assert (case.recovered(), case.relief(), case.extra()) == (recovered, relief, 0)


def row(view: CaseView, clock: str) -> DeadlineRow:
    return next(r for r in view.deadlines if r.clock == clock)


def test_capitals_of_the_weedkiller_case(views: dict[str, CaseView]) -> None:
    assert capital(views["C4"].as_a(Complaint).recovered()).endswith("柒仟肆佰元整")


def test_110_days_of_mediation_are_overdue(views: dict[str, CaseView]) -> None:
    """2026-09-24 and sixty days is a Monday, 2026-11-23; the agreement came on 2027-01-11."""
    limit = row(views["C6"], "complaint.mediation")
    assert limit.due_on == dt.date(2026, 11, 23)
    assert limit.done_on == dt.date(2027, 1, 11)
    received = views["C6"].as_a(Complaint).origin
    assert received is not None
    assert (limit.done_on - received.received_on).days == 110


def test_the_wheat_agreement_came_after_the_limit(views: dict[str, CaseView]) -> None:
    limit = row(views["C19"], "complaint.mediation")
    assert limit.due_on is not None
    assert limit.done_on is not None
    assert limit.done_on > limit.due_on


def test_the_appraisal_of_the_rice_is_left_out(views: dict[str, CaseView]) -> None:
    """Accepted 11-04; twenty days of 11-12…12-01 stand outside: sixty days end on 2027-01-23."""
    limit = row(views["C10"], "complaint.mediation")
    assert limit.remind_on == dt.date(2027, 1, 23)
    assert limit.done_on == dt.date(2026, 12, 8)


def test_every_decision_of_these_cases_was_in_time(views: dict[str, CaseView]) -> None:
    for name, view in views.items():
        decided = row(view, "complaint.acceptance")
        assert decided.due_on is not None
        assert decided.done_on is not None, name
        assert decided.done_on <= decided.due_on, name
