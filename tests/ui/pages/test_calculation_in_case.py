"""计算 inside a case: by its key, prefilled, kept with the steps, and its amount in the agreement."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.context import Context
from app.ui.dialogs.agreement import ReachAgreementDialog
from app.ui.dialogs.calculation import KeepCalculationDialog
from app.ui.kinds.complaint import records
from tests.ui.pages.case_walker import Clerk


@pytest.fixture
def clerk(qtbot: QtBot, context: Context) -> Iterator[Clerk]:
    """A clerk with an empty page."""
    made = Clerk(qtbot, context)
    yield made
    made.leave()


def calculator(clerk: Clerk) -> KeepCalculationDialog:
    dialog = clerk.dialog
    assert isinstance(dialog, KeepCalculationDialog)
    return dialog


def test_kept_by_the_keyboard_and_offered_in_the_agreement(clerk: Clerk) -> None:
    clerk.open()
    QTest.keyClick(clerk.page, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    dialog = calculator(clerk)
    form = dialog.calculator()
    assert form is not None
    assert form.grid.field("paid").value() == clerk.case.deal.amount
    form.grid.set_values({"paid": 500000, "gift": 100000, "used": 180000})
    clerk.save()
    [kept] = clerk.case.calculations
    assert (kept.calculator, kept.amount) == ("prepaid", 350000)
    assert ("种类", "储值卡") in [(one.name, one.text) for one in kept.inputs]
    [record] = records.SECTIONS["计算"](clerk.case)
    assert all(part in record.detail for part in ("依据：", "3,500.00", "法释〔2025〕4号"))
    assert clerk.page.shown is not None
    agreement = ReachAgreementDialog(clerk.context, clerk.page.shown.view)
    agreement.begin()
    [offer] = agreement.offers.buttons
    assert isinstance(offer, QPushButton)
    assert "预付款退款 3,500.00 元" in offer.text()
    offer.click()
    [line] = agreement.rows.lines()
    assert line.amount.value() == 350000
    agreement.done(0)


def test_nothing_is_kept_that_cannot_be_computed(clerk: Clerk) -> None:
    clerk.open()
    dialog = clerk.start("keep_calculation", "compensation")
    assert isinstance(dialog, KeepCalculationDialog)
    form = dialog.calculator()
    assert form is not None
    assert form.title == "加倍赔偿"
    form.grid.set_values({"price": None})
    dialog.submit()
    assert form.grid.row("price").problem().startswith("请填写实付价款")
    assert dialog.isVisible()
    assert clerk.case.calculations == []
    dialog.done(0)
