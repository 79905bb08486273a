"""The disputes of the demonstration keep their amounts, days and ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.kinds.dispute.state import DisputeCase
from app.services import casework, desk, integrity
from app.services.demo import premises
from app.services.demo.calendar_play import Story, play
from app.services.demo.scene import Scene
from app.services.demo.stories import coach_cards, disputes
from app.system.clock import FixedClock
from tests.offices import QUICK

Told = Callable[[Callable[[Scene], Story]], DisputeCase]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Live through one story in an office of its own."""

    def tell(story: Callable[[Scene], Story]) -> DisputeCase:
        clock = FixedClock(premises.OPENED)
        office = premises.found(tmp_path / "demo", clock, hardness=QUICK).office
        try:
            scene = Scene(office)
            play(clock, [story(scene)])
            assert integrity.verify(office) == []
            return casework.load(office, scene.case_id).as_a(DisputeCase)
        finally:
            office.close()

    return tell


def test_a_void_clause_and_the_whole_balance(told: Told) -> None:
    case = told(disputes.card_balance)
    assert case.recovered() == 16_540_00
    assert case.sessions[0].mode == "separate"
    assert case.phase == "filed"


def test_seven_sessions_in_311_days_and_the_court_confirms(told: Told) -> None:
    case = told(disputes.long_haul)
    assert len(case.sessions) == 7
    assert case.origin is not None
    assert case.agreement is not None
    assert case.agreement.agreed_on - case.origin.received_on == dt.timedelta(days=311)
    assert case.confirmed()
    assert case.recovered() == 2_494_00


def test_by_word_of_mouth_and_paid_on_the_spot(told: Told) -> None:
    case = told(disputes.garden_wall)
    assert case.effective_on() == dt.date(2026, 7, 21)
    assert case.phase == "filed"


def test_failed_with_routes(told: Told) -> None:
    case = told(disputes.no_agreement)
    assert case.phase == "closed"
    assert case.outcome == "terminated"
    assert {r.party for r in case.routes} == {"applicant", "respondent"}


def test_an_entrusted_complaint_counts_its_money_once(tmp_path: Path) -> None:
    clock = FixedClock(premises.OPENED)
    office = premises.found(tmp_path / "demo", clock, hardness=QUICK).office
    scene = Scene(office)
    play(clock, [coach_cards.story(scene)])
    complaint = scene.case
    entrusted = casework.load(office, complaint.links[0].other).as_a(DisputeCase)
    assert complaint.recovered() == coach_cards.BACK
    assert entrusted.recovered() == 0
    assert entrusted.phase == "closed"
    assert desk.figures(office).recovered_this_year == coach_cards.BACK
    assert integrity.verify(office) == []
    office.close()
