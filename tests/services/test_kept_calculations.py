"""A calculation kept in a complaint: prefilled, written, told in the history, printed, offered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from app.domain.calculators.prepaid import PrepaidCase
from app.domain.errors import InvalidFields, UserError
from app.domain.matter.events import CalculationKept, CaseVoided
from app.services import calculation, casework, kept_calculations, papers, timeline
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from tests.offices import NOON, found, walk_in
from tests.papers.reading import text_of

DAY = NOON.date()
GIVEN = (("实付金额（元）", "5,000.00"), ("已消费金额（元）", "1,800.00"))


def card() -> CalculationKept:
    case = PrepaidCase(mode="balance", cause="operator", paid=500000, gift=100000, used=180000)
    return kept_calculations.kept(calculation.prepaid_refund(case), GIVEN, DAY, "王敏")


@pytest.fixture
def office(tmp_path: Path) -> OpenOffice:
    return found(tmp_path)


def test_the_event_holds_the_answer_with_every_step_and_article() -> None:
    event = card()
    answer = calculation.prepaid_refund(
        PrepaidCase(mode="balance", cause="operator", paid=500000, gift=100000, used=180000)
    )
    assert event.amount == 350000
    assert event.result == answer.headline
    assert set(answer.steps) < set(event.lines)
    assert len(event.basis) == len(answer.basis)
    assert event.doubts == answer.uncertain


def test_kept_told_offered_and_printed(office: OpenOffice) -> None:
    case_id = register_complaint(office, walk_in()).case_id
    orders = {
        order.paper: reason for order, _, reason in papers.orders(office, casework.load(office, case_id))
    }
    assert orders["calculation_note"] == "还没有保存过计算结果。"
    casework.record(office, case_id, card())
    case = casework.load(office, case_id).case
    assert case.calculations == [card()]
    assert kept_calculations.offered_amounts(case) == [(350000, f"预付款退款 3,500.00 元（{DAY}）")]
    assert any(
        "计算：预付款退款" in entry.title
        for entry in timeline.entries(office, casework.load(office, case_id))
    )
    order = papers.PaperOrder(case_id=case_id, paper="calculation_note")
    printed = text_of(papers.issue(office, order).pdf).replace("\n", "")
    for part in ("3,500.00", "实付金额（元）", "叁仟伍佰元", "法释〔2025〕4号"):
        assert part in printed
    second = msgspec.structs.replace(card(), amount=320000)
    casework.record(office, case_id, second)
    assert papers.issue(office, order).printing == 1, "a later calculation is another paper"


def test_what_is_not_a_whole_calculation_is_refused_at_its_field(office: OpenOffice) -> None:
    case_id = register_complaint(office, walk_in()).case_id
    wrong = msgspec.structs.replace(
        card(), calculator="horoscope", lines=(), basis=(), amount=-1, on=DAY + dt.timedelta(days=1), by=" "
    )
    with pytest.raises(InvalidFields) as refused:
        casework.record(office, case_id, wrong)
    assert set(refused.value.problems) == {"calculator", "lines", "basis", "amount", "on", "by"}
    assert casework.load(office, case_id).case.calculations == []


def test_prefilled_from_the_registration(office: OpenOffice) -> None:
    form = walk_in()
    deal = msgspec.structs.replace(form.deal, amount=320000, bought_on=dt.date(2026, 7, 2))
    case_id = register_complaint(office, msgspec.structs.replace(form, deal=deal)).case_id
    case = casework.load(office, case_id).case
    assert kept_calculations.known_inputs(case, "compensation") == {"price": 320000}
    assert kept_calculations.known_inputs(case, "warranty") == {"delivered_on": dt.date(2026, 7, 2)}
    prepaid = kept_calculations.known_inputs(case, "prepaid")
    assert (prepaid["paid"], prepaid["paid_on"]) == (320000, dt.date(2026, 7, 2))


def test_a_void_case_takes_no_calculation(office: OpenOffice) -> None:
    case_id = register_complaint(office, walk_in()).case_id
    casework.record(office, case_id, CaseVoided(on=DAY, by="王敏", reason="重复登记"))
    choice = next(one for one in casework.load(office, case_id).choices if one.name == "keep_calculation")
    assert "不能“计算”" in choice.reason
    with pytest.raises(UserError):
        casework.record(office, case_id, card())
