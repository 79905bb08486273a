"""The page 计算: forms compute as the command line does, tell what is missing, and copy their result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.calculators.outcome import ADVICE, as_text
from app.ui.calculators.catalogue import CALCULATORS
from app.ui.calculators.form import CalculatorForm
from app.ui.context import Context
from app.ui.pages.calculator.page import CalculatorPage
from app.ui.window import PAGES

EXAMPLES: dict[str, tuple[dict[str, Any], str]] = {
    "deadline": ({"rule": "complaint.acceptance", "start": dt.date(2026, 4, 28)}, "2026-05-11"),
    "prepaid": ({"paid": 500000, "gift": 100000, "used": 180000}, "3,500.00"),
    "compensation": ({"kind": "food", "price": 1050}, "1,000.00"),
    "seven-days": ({"received_on": dt.date(2024, 2, 22)}, "2024-02-29"),
    "warranty": (
        {"goods": "tv", "delivered_on": dt.date(2026, 3, 2), "fault_on": dt.date(2026, 3, 9)},
        "退货、换货、修理",
    ),
    "car-warranty": (
        {"invoice_on": dt.date(2026, 3, 2), "fault_on": dt.date(2026, 6, 1), "km": 8000, "repair_days": 31},
        "换车或者退车",
    ),
    "interest": (
        {
            "principal": 36500,
            "start": dt.date(2025, 1, 1),
            "end": dt.date(2026, 1, 1),
            "rate": Decimal(1),
        },
        "3.65",
    ),
}


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[CalculatorPage]:
    made = CalculatorPage(context)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    yield made
    made.hide()


def form(page: CalculatorPage, name: str) -> CalculatorForm:
    page.opened(name)
    return page.form()


def test_the_page_is_in_the_rail() -> None:
    entry = next(entry for entry in PAGES if entry.id == "calculator")
    assert (entry.title, entry.under) == ("计算", "")


def test_every_calculator_has_an_example_here() -> None:
    assert [name for name, _form in CALCULATORS] == list(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples(page: CalculatorPage, name: str) -> None:
    values, part = EXAMPLES[name]
    shown = form(page, name)
    assert not shown.calculate()
    assert any(row.problem() for row in shown.grid.rows.values()) or page.banner.isVisible()
    shown.grid.set_values(values)
    assert shown.calculate()
    outcome = shown.result.outcome
    assert outcome is not None
    assert part in outcome.headline
    texts = [label.text() for label in shown.result.findChildren(QLabel)]
    assert outcome.advice in texts
    assert all(any(source.article in text for text in texts) for source in outcome.basis)
    assert not any(row.problem() for row in shown.grid.rows.values())


def test_an_edit_computes_anew_and_a_half_written_form_shows_no_old_result(page: CalculatorPage) -> None:
    shown = form(page, "prepaid")
    shown.grid.set_values(EXAMPLES["prepaid"][0])
    assert shown.calculate()
    shown.grid.field("cause").set_value("consumer")
    assert shown.result.outcome is not None
    assert "3,200.00" in shown.result.outcome.headline
    shown.grid.field("used").set_value(900000)
    assert shown.result.outcome is None
    assert not shown.result.copy_button.isEnabled()
    assert not shown.calculate()
    assert "卡内总额" in shown.grid.row("used").problem()


def test_fields_follow_the_kind_of_card(page: CalculatorPage) -> None:
    shown = form(page, "prepaid")
    assert shown.grid.field("gift").isVisible()
    assert not shown.grid.field("term_start").isVisible()
    shown.grid.set_values({"paid": 365000, "gift": 5})
    shown.grid.field("mode").set_value("term")
    assert not shown.grid.field("gift").isVisible()
    assert not shown.calculate()
    assert shown.grid.row("term_start").problem()
    shown.grid.set_values(
        {
            "term_start": dt.date(2025, 1, 1),
            "term_end": dt.date(2025, 12, 31),
            "dissolved_on": dt.date(2025, 4, 10),
        }
    )
    assert shown.calculate()
    assert shown.result.outcome is not None
    assert "2,650.00" in shown.result.outcome.headline


def test_the_copy_is_the_whole_result(page: CalculatorPage, context: Context) -> None:
    told: list[str] = []
    context.toast_wanted.connect(told.append)
    shown = form(page, "compensation")
    shown.grid.set_values(EXAMPLES["compensation"][0])
    assert shown.calculate()
    shown.result.copy_button.click()
    assert shown.result.outcome is not None
    assert QGuiApplication.clipboard().text() == as_text(shown.result.outcome)
    assert ADVICE in QGuiApplication.clipboard().text()
    assert told == ["已复制"]


def test_clearing_goes_back_to_the_beginning(page: CalculatorPage) -> None:
    shown = form(page, "seven-days")
    before = shown.grid.values()
    shown.grid.set_values({"received_on": dt.date(2026, 3, 2), "intact": False})
    assert shown.calculate()
    shown.clear()
    assert shown.grid.values() == before
    assert shown.result.outcome is None


def test_with_the_keyboard_alone(qtbot: QtBot, page: CalculatorPage) -> None:
    page.activateWindow()
    shown = form(page, "interest")
    field = shown.grid.field("principal")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    steps = (("365", "start"), ("20250101", "end"), ("20260101", "kind"))
    for text, following in steps:
        QTest.keyClicks(shown.focusWidget(), text)
        QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
        wanted = shown.grid.field(following)
        assert shown.focusWidget() in (wanted, wanted.focusProxy())
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(shown.focusWidget(), "1")
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    assert shown.focusWidget() is shown.go
    QTest.keyClick(shown.go, Qt.Key.Key_Return)
    assert shown.result.outcome is not None
    assert "3.65" in shown.result.outcome.headline


def test_an_error_without_a_field_stands_above(page: CalculatorPage) -> None:
    shown = form(page, "deadline")
    shown.grid.set_values({"rule": "complaint.acceptance", "start": dt.date(2019, 1, 1)})
    assert not shown.calculate()
    assert page.banner.isVisible()


def test_on_a_narrow_screen_the_result_is_brought_into_view(qtbot: QtBot, page: CalculatorPage) -> None:
    page.resize(780, 420)
    shown = form(page, "prepaid")
    shown.grid.set_values(EXAMPLES["prepaid"][0])
    assert shown.calculate()
    qtbot.waitUntil(lambda: not shown.result.visibleRegion().isEmpty())
    assert shown.result.mapTo(page, shown.result.rect().topLeft()).y() < 100


def test_a_deadline_says_day_and_duty_once_and_whose_word_counts(page: CalculatorPage) -> None:
    shown = form(page, "deadline")
    shown.grid.set_values({"rule": "complaint.acceptance", "start": dt.date(2026, 4, 28)})
    assert shown.calculate()
    outcome = shown.result.outcome
    assert outcome is not None
    assert outcome.headline == "最迟 2026-05-11（星期一）"
    assert [figure.label for figure in outcome.figures] == ["受理决定期限"]
    (source,) = outcome.basis
    assert source.text == "七个工作日内作出受理或者不予受理的决定并告知投诉人"
    assert "案件页" in outcome.advice
