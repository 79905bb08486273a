"""An alert stands with the registration that told of the danger, or neither is written."""

from __future__ import annotations

import pytest

from app.domain.errors import InvalidFields
from app.domain.triage import Submission
from app.services import alerts, casework, triage
from app.services.alerts import Alert
from app.services.case_list import CaseFilter, ids
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from tests.offices import walk_in

TEXT = "再不退钱我就在店门口自杀"


def found(office: OpenOffice) -> Alert:
    """The alert these words call for."""
    return Alert(dangers=triage.advise(office, Submission(text=TEXT)).dangers, told="李强")


def test_the_case_carries_the_words_and_who_was_told(office: OpenOffice) -> None:
    saved = alerts.register_with_alert(office, lambda: register_complaint(office, walk_in()), found(office))
    alert = casework.load(office, saved.case_id).case.alert()
    assert alert is not None
    assert (alert.level, alert.words, alert.told, alert.by) == ("danger", ("自杀",), "李强", "王敏")


def test_without_danger_nothing_but_the_case_is_written(office: OpenOffice) -> None:
    for alert in (None, Alert(dangers=(), told="")):
        saved = alerts.register_with_alert(office, lambda: register_complaint(office, walk_in()), alert)
        assert casework.load(office, saved.case_id).version == 1


def test_nobody_told_means_nothing_registered_and_no_number_lost(office: OpenOffice) -> None:
    alert = Alert(dangers=found(office).dangers, told=" ")
    with pytest.raises(InvalidFields, match="负责人"):
        alerts.register_with_alert(office, lambda: register_complaint(office, walk_in()), alert)
    assert not ids(office, CaseFilter())
    assert register_complaint(office, walk_in()).number == "消投〔2026〕1号"
