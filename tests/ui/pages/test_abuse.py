"""第17条 on screen: shown beside the form and the case, assessed by a person, taken over into a refusal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.kinds.complaint.state import Complaint
from app.services.registration import register_complaint
from app.ui.context import Context
from app.ui.dialogs.abuse import ABUSIVE, ORDINARY
from app.ui.dialogs.intake import REFUSE
from app.ui.kinds.complaint.signals_card import SignalsCard
from app.ui.pages.intake.page import IntakePage
from tests.offices import walk_in
from tests.services.test_abuse import SERIAL, order
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    """At an office that knows the serial complainant."""
    with context.office.store.transaction():
        for number in range(12):
            register_complaint(context.office, order(number, 1 + number, f"第{number}超市"))
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def texts(widget: object) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel))  # type: ignore[attr-defined]


def card_of(clerk: Clerk) -> SignalsCard:
    return next(iter(clerk.page.findChildren(SignalsCard)))


def test_signals_stand_below_the_facts_of_a_case(clerk: Clerk) -> None:
    clerk.open(register_complaint(clerk.office, order(99, 0, "惠民超市")).case_id)
    card = card_of(clerk)
    clerk.qtbot.waitUntil(lambda: "13 件（含本件）" in texts(card))
    assert not card.isHidden()
    assert "第17条（二）" in texts(card)
    assert "不能单独作为不予受理" in texts(card)


def test_an_ordinary_case_has_no_such_card(clerk: Clerk) -> None:
    clerk.open(register_complaint(clerk.office, walk_in()).case_id)
    assert card_of(clerk).isHidden()


def test_an_assessment_is_taken_over_into_the_refusal(clerk: Clerk) -> None:
    clerk.open(register_complaint(clerk.office, order(99, 0, "惠民超市")).case_id)
    dialog = clerk.start("assess_abuse")
    clerk.rest()
    facts = dialog.form.field("facts").value()
    assert facts.startswith("台账显示：")
    assert "2" in dialog.form.field("items").value()
    clerk.fill(abusive=ABUSIVE, conclusion="不是为生活消费需要。")
    clerk.save()
    case = clerk.case
    assert isinstance(case, Complaint)
    assert case.phase == "registered"
    assert case.assessments[0].shown
    assert "评估：不是为生活消费需要" in texts(card_of(clerk))
    refusal = clerk.start("decide_acceptance")
    assert refusal.form.field("accepted").value() == ""
    clerk.fill(accepted=REFUSE)
    assert refusal.form.field("grounds").value() == "3"
    assert refusal.form.field("facts").value() == f"{facts}不是为生活消费需要。"
    clerk.save()
    assert clerk.case.refusal.grounds == ("3",)


def test_a_finding_without_an_item_is_told_at_its_field(clerk: Clerk) -> None:
    clerk.open(register_complaint(clerk.office, walk_in()).case_id)
    clerk.start("assess_abuse")
    clerk.rest()
    clerk.fill(abusive=ABUSIVE, facts="核实", conclusion="理由")
    assert "依据的因素" in clerk.refused()
    clerk.fill(abusive=ORDINARY)
    clerk.save()
    assert not clerk.case.assessments[0].abusive


def test_signals_stand_beside_the_form_at_intake(clerk: Clerk, qtbot: QtBot, context: Context) -> None:
    page = IntakePage(context)
    qtbot.addWidget(page)
    page.show()
    page.form.field("complainant.name").set_value(SERIAL.name)
    page.form.field("complainant.phone").set_value(SERIAL.phone)
    qtbot.waitUntil(lambda: "同一投诉人" in texts(page.side), timeout=5_000)
    page.keeper.stop()
