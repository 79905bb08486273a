"""What the words typed point to is told beside the form; danger is told loudly and recorded with the case."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from app.domain.triage import Submission
from app.services import case_list, casework, triage
from app.services.case_list import CaseFilter
from app.services.office import OpenOffice
from app.ui.context import Context
from app.ui.pages.intake.advice import HintLine, hint_of
from app.ui.pages.intake.page import IntakePage
from tests.ui.pages.test_intake_page import fill


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[IntakePage]:
    """An empty form on screen."""
    triage.name_person_in_charge(context.office, "李强", "0792-4228000")
    made = IntakePage(context)
    made.resize(1180, 700)
    made.show()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    yield made
    made.can_close()
    made.close()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    made.deleteLater()


def type_facts(page: IntakePage, text: str) -> None:
    page.form.field("deal.facts").set_value(text)
    page.beside.review()


def test_words_of_danger_say_whom_to_tell_and_are_recorded(
    qtbot: QtBot, page: IntakePage, office: OpenOffice, context: Context
) -> None:
    strip = page.card.danger
    assert strip.isHidden()
    fill(page)
    type_facts(page, "再不退钱我就在店门口自杀")
    assert not strip.isHidden()
    assert "“自杀”" in strip.text.text()
    assert strip.told.value() == "李强"
    with qtbot.waitSignal(context.toast_wanted):
        page.save()
    (row,) = case_list.ids(office, CaseFilter())
    alert = casework.load(office, case_list.case_id_of(office, row)).case.alert()
    assert alert is not None
    assert (alert.words, alert.told) == (("自杀",), "李强")


def test_on_a_small_screen_the_warning_comes_into_sight(qtbot: QtBot, page: IntakePage) -> None:
    around = QScrollArea()
    around.setWidgetResizable(True)
    around.setWidget(page)
    around.resize(830, 440)
    around.show()
    page.form.field("deal.facts").setFocus()
    type_facts(page, "再不退钱我就在店门口自杀")
    strip = page.card.danger

    def seen() -> bool:
        place = strip.rect().translated(strip.mapTo(around.viewport(), strip.rect().topLeft()))
        return around.viewport().rect().contains(place)

    qtbot.waitUntil(seen)
    around.takeWidget()


def test_who_was_told_must_be_said(qtbot: QtBot, page: IntakePage, office: OpenOffice) -> None:
    fill(page)
    type_facts(page, "再不退钱我就在店门口自杀")
    page.card.danger.told.set_value("")
    page.save()
    assert "告知了谁" in page.banner.text()
    assert page.card.danger.told.hasFocus()
    assert not case_list.ids(office, CaseFilter())


def test_a_person_may_say_that_there_is_no_danger(
    qtbot: QtBot, page: IntakePage, office: OpenOffice, context: Context
) -> None:
    fill(page)
    type_facts(page, "买的是《自杀论》，缺页要求退款")
    strip = page.card.danger
    strip.deny.click()
    assert strip.isHidden()
    type_facts(page, "买的是《自杀论》一书，缺页要求退款")
    assert strip.isHidden()
    with qtbot.waitSignal(context.toast_wanted):
        page.save()
    (row,) = case_list.ids(office, CaseFilter())
    assert casework.load(office, case_list.case_id_of(office, row)).case.alert() is None


def test_danger_hides_when_the_words_are_taken_back_and_with_the_next_form(page: IntakePage) -> None:
    type_facts(page, "要在店门口自杀")
    assert not page.card.danger.isHidden()
    type_facts(page, "要求退款")
    assert page.card.danger.isHidden()
    type_facts(page, "要在店门口自杀")
    page._clear()
    assert page.card.danger.isHidden()
    assert page.card.danger.alert() is None


def test_a_claim_and_a_clue_are_to_be_separated(office: OpenOffice) -> None:
    text = "要求退一赔三，并举报该店销售过期食品，请依法查处"
    hint = hint_of(triage.advise(office, Submission(text=text)), "complaint")
    assert hint is not None
    assert "第9条" in hint.text


def test_what_agrees_with_the_form_says_nothing(office: OpenOffice) -> None:
    assert hint_of(triage.advise(office, Submission(text="空调不制冷，要求退款300元")), "complaint") is None


def test_a_matter_of_another_department_is_told_with_its_duty(office: OpenOffice) -> None:
    hint = hint_of(triage.advise(office, Submission(text="老板拖欠工资三个月不发")), "complaint")
    assert hint is not None
    line = HintLine()
    line.show_hint(hint)
    told = QSignalSpy(line.why_wanted)
    line.why.click()
    assert told.at(0) == [hint.whole]
    assert line.act.isHidden()
