"""Handing on and wrong turns through the services: identity, periods, names on paper."""

from __future__ import annotations

import pytest

from app.domain.errors import UserError
from app.domain.kinds.complaint.state import Complaint
from app.services import casework, handing, papers, turns
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from tests.offices import TODAY, walk_in


def test_a_station_decides_nothing_and_its_periods_begin_with_the_receiver(office: OpenOffice) -> None:
    case_id = register_complaint(office, walk_in(), identity="station").case_id
    view = casework.load(office, case_id)
    assert view.deadlines == ()
    decide = next(c for c in view.choices if c.name == "decide_acceptance")
    assert "不能作出" in decide.reason
    assert view.next_step is not None
    assert view.next_step.name == "settle"
    handing.hand(office, case_id, direction="up", to_office="青山所", reason="争议大", on=TODAY, by="王敏")
    away = casework.load(office, case_id)
    assert {c.name for c in away.choices if c.allowed} == {"receive_case", "bring_result", "take_back"}
    sheet = papers.issue(office, papers.PaperOrder(case_id=case_id, paper="handing_sheet"))
    assert sheet.pages == 1
    handing.receive(office, case_id, identity="bureau_office", on=TODAY, by="李强")
    there = casework.load(office, case_id)
    assert [row.clock for row in there.deadlines] == ["complaint.acceptance"]
    assert next(c for c in there.choices if c.name == "decide_acceptance").allowed


def test_a_withdrawn_complaint_can_be_closed_and_a_correction_needs_the_old_value(office: OpenOffice) -> None:
    case_id = register_complaint(office, walk_in()).case_id
    turns.withdraw(office, case_id, way="withdrawn", on=TODAY, method="phone", by="王敏")
    view = casework.load(office, case_id)
    assert view.as_a(Complaint).outcome == "withdrawn"
    assert view.next_step is not None
    assert view.next_step.name == "close"
    assert turns.correctable(view.case) == []
    with pytest.raises(UserError):
        turns.withdraw(office, case_id, way="withdrawn", on=TODAY, method="phone", by="王敏")
