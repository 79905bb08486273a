"""Danger, another office, linked cases: seen beside the facts, and a link opens the other case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.matter.events import AlertRaised, CaseHanded, CaseLinked
from app.services import casework
from app.services.registration import register_complaint
from app.system.clock import SHANGHAI
from app.ui.context import Context
from app.ui.widgets.labels import Button
from tests.offices import TODAY, walk_in
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def words(widget: QWidget) -> str:
    """Everything written in it now."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def test_a_link_opens_the_other_case(clerk: Clerk, context: Context) -> None:
    case_id = clerk.open()
    assert clerk.page.facts.ties.isHidden()
    other = register_complaint(clerk.office, walk_in())
    tie = CaseLinked(
        relation="merged", other=other.case_id, number=other.number, place="to", on=TODAY, by="王敏"
    )
    casework.record(clerk.office, case_id, tie)
    clerk.page.mark_stale()
    clerk.rest()
    assert "并入本案的" in words(clerk.page.facts.ties)
    wanted = QSignalSpy(context.case_wanted)
    (link,) = clerk.page.facts.ties.findChildren(Button)
    assert link.text() == other.number
    link.click()
    assert wanted.at(0) == [other.case_id]


def test_danger_and_the_office_that_has_the_case_stand_above_the_facts(clerk: Clerk) -> None:
    case_id = clerk.open()
    assert clerk.page.facts.notices.isHidden()
    at = dt.datetime(2026, 11, 21, 9, 10, tzinfo=SHANGHAI)
    alert = AlertRaised(level="danger", words=("自杀",), told="李强", at=at, by="王敏")
    handed = CaseHanded(direction="up", to_office="青山市场监管所", reason="超出权限", on=TODAY, by="王敏")
    casework.record(clerk.office, case_id, alert, handed)
    clerk.page.mark_stale()
    clerk.rest()
    shown = words(clerk.page.facts.notices)
    assert "特别紧急：“自杀”；11-21 09:10 已告知 李强" in shown
    assert "现由青山市场监管所办理" in shown
