"""Seven days, 三包 of goods and of cars: last days, leap days, choices."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calculators.car_warranty import CarCase, CarRules, car_warranty
from app.domain.calculators.outcome import Outcome
from app.domain.calculators.periods import after_months
from app.domain.calculators.seven_days import SevenDaysCase, SevenDaysRules, seven_days
from app.domain.calculators.warranty import WarrantyCase, WarrantyRules, warranty
from app.domain.errors import InvalidFields
from tests.domain.calculators.shipped_rules import shipped
from tests.domain.shipped_data import shipped_calendar

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2026, 12, 1))
BOUGHT = dt.date(2026, 3, 2)


def returned(**parts: object) -> Outcome:
    case = SevenDaysCase(**({"received_on": BOUGHT} | parts))  # type: ignore[arg-type]
    return seven_days(case, shipped("seven_days", SevenDaysRules), shipped_calendar())


def goods(**parts: object) -> Outcome:
    facts = {"goods": "tv", "delivered_on": BOUGHT, "fault_on": BOUGHT} | parts
    return warranty(WarrantyCase(**facts), shipped("warranty", WarrantyRules))  # type: ignore[arg-type]


def car(**parts: object) -> Outcome:
    facts = {"invoice_on": BOUGHT, "fault_on": BOUGHT, "km": 100} | parts
    return car_warranty(CarCase(**facts), shipped("car_warranty", CarRules), shipped_calendar())  # type: ignore[arg-type]


def day(found: Outcome, name: str) -> dt.date | None:
    figure = found.figure(name)
    return None if figure is None else figure.day


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2026-03-02", "2026-03-09"),
        ("2024-02-22", "2024-02-29"),
        ("2024-02-23", "2024-03-01"),
        ("2025-02-21", "2025-02-28"),
        # Sunday and the block of the National Day: 民法典第203条.
        ("2026-03-01", "2026-03-09"),
        ("2026-09-25", "2026-10-08"),
        # A Sunday worked in exchange is no day of rest.
        ("2026-09-13", "2026-09-20"),
    ],
)
def test_last_day_of_the_seven(received: str, last: str) -> None:
    found = returned(received_on=dt.date.fromisoformat(received))
    assert day(found, "return_by") == dt.date.fromisoformat(last)
    moved = dt.date.fromisoformat(last) != dt.date.fromisoformat(received) + dt.timedelta(days=7)
    assert any("第203条" in doubt for doubt in found.uncertain) is moved


@given(DAYS)
def test_never_before_the_seventh_day_and_never_on_a_day_of_rest(received: dt.date) -> None:
    last = day(returned(received_on=received), "return_by")
    assert last is not None
    assert last >= received + dt.timedelta(days=7)
    assert shipped_calendar().is_workday(last)


def test_in_time_or_not() -> None:
    assert "在期限内" in returned(asked_on=dt.date(2026, 3, 9)).headline
    assert "已过期限" in returned(asked_on=dt.date(2026, 3, 10)).headline
    assert "在期限内" in returned(asked_on=dt.date(2026, 3, 17), promised_days=15).headline
    assert day(returned(returned_on=dt.date(2026, 3, 10)), "refund_by") == dt.date(2026, 3, 17)
    # A promise of fewer days does not shorten the law's.
    assert day(returned(promised_days=3), "return_by") == dt.date(2026, 3, 9)


def test_goods_without_the_right() -> None:
    assert "不适用" in returned(exclusion="fresh").headline
    assert "不适用" not in returned(exclusion="nature").headline
    assert "不适用" in returned(exclusion="nature", confirmed=True).headline
    assert "不适用" in returned(remote=False).headline
    assert day(returned(remote=False, promised_days=7), "return_by") == dt.date(2026, 3, 9)
    with pytest.raises(InvalidFields):
        returned(exclusion="nothing")
    with pytest.raises(InvalidFields):
        returned(asked_on=dt.date(2026, 3, 1))


@given(st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1)), st.integers(0, 240))
def test_months_end_on_the_same_day_or_the_last_of_the_month(start: dt.date, count: int) -> None:
    end = after_months(start, count)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == count
    tomorrow = end + dt.timedelta(days=1)
    assert end.day == start.day or (end.day < start.day and tomorrow.day == 1)


@pytest.mark.parametrize(
    ("parts", "headline"),
    [
        ({}, "可以选择：退货、换货、修理"),
        ({"fault_on": dt.date(2026, 3, 9)}, "可以选择：退货、换货、修理"),
        ({"fault_on": dt.date(2026, 3, 10)}, "可以选择：换货、修理"),
        ({"fault_on": dt.date(2026, 3, 17)}, "可以选择：换货、修理"),
        ({"fault_on": dt.date(2026, 3, 18)}, "可以选择：修理"),
        ({"fault_on": dt.date(2026, 6, 1), "repairs": 2}, "可以选择：换货、修理"),
        ({"fault_on": dt.date(2026, 6, 1), "longest_repair": 30}, "可以选择：修理"),
        ({"fault_on": dt.date(2026, 6, 1), "longest_repair": 31}, "可以选择：换货、修理"),
        ({"fault_on": dt.date(2027, 3, 2)}, "可以选择：修理"),
        ({"fault_on": dt.date(2027, 3, 3)}, "三包责任没有依据"),
        ({"fault_on": dt.date(2027, 3, 3), "repair_days": 1}, "可以选择：修理"),
        ({"fault_on": dt.date(2027, 3, 3), "main_part": True}, "可以选择：修理"),
        ({"fault_on": dt.date(2026, 5, 3), "replaced_on": dt.date(2026, 5, 1)}, "可以选择：退货、换货、修理"),
    ],
)
def test_choices_for_goods(parts: dict[str, object], headline: str) -> None:
    assert goods(**parts).headline == headline


def test_goods_periods_and_proof() -> None:
    leap = goods(delivered_on=dt.date(2024, 2, 29), fault_on=dt.date(2024, 2, 29))
    assert day(leap, "ends") == dt.date(2025, 2, 28)
    assert day(goods(), "proof_by") == dt.date(2026, 9, 2)
    assert day(goods(goods="", months=6), "ends") == dt.date(2026, 9, 2)
    # What was agreed can only lengthen the list.
    assert day(goods(months=6), "ends") == dt.date(2027, 3, 2)
    assert any("没有核对" in doubt for doubt in goods().uncertain)
    for wrong in ({"goods": "none"}, {"goods": ""}, {"fault_on": dt.date(2026, 3, 1)}):
        with pytest.raises(InvalidFields):
            goods(**wrong)


@pytest.mark.parametrize(
    ("parts", "headline"),
    [
        ({"fault": "assembly", "fault_on": dt.date(2026, 3, 9)}, "可以选择换车或者退车，免费"),
        ({"fault": "assembly", "fault_on": dt.date(2026, 3, 10)}, "可以选择免费更换总成"),
        ({"fault": "assembly", "fault_on": dt.date(2026, 3, 10), "km": 3001}, "可以免费修理"),
        ({"fault": "danger", "fault_on": dt.date(2026, 5, 1), "km": 3000}, "可以选择换车或者退车，免费"),
        ({"fault": "danger", "fault_on": dt.date(2026, 5, 2)}, "可以免费修理"),
        ({"safety_repairs": 2}, "可以选择换车或者退车，需支付使用补偿费"),
        ({"repair_days": 30}, "可以免费修理"),
        ({"repair_days": 31}, "可以选择换车或者退车，需支付使用补偿费"),
        ({"same_repairs": 4}, "可以免费修理"),
        ({"same_repairs": 5}, "可以选择换车或者退车，需支付使用补偿费"),
        ({"part_changes": 2, "km": 50001}, "可以免费修理"),
        ({"fault_on": dt.date(2029, 3, 2), "km": 60000}, "可以免费修理"),
        ({"fault_on": dt.date(2029, 3, 3)}, "已过包修期，三包责任没有依据"),
        ({"km": 60001}, "已过包修期，三包责任没有依据"),
    ],
)
def test_choices_for_cars(parts: dict[str, object], headline: str) -> None:
    assert car(**parts).headline == headline


def test_the_fee_for_use_and_the_days_to_answer() -> None:
    asked = {"repair_days": 31, "asked_on": dt.date(2026, 4, 28)}
    found = car(price=15_000_000, km=8000, factor=Decimal("0.3"), **asked)
    fee, back = found.figure("fee"), found.figure("refund")
    assert fee is not None
    assert back is not None
    assert (fee.amount, back.amount) == (360_000, 14_640_000)
    assert day(found, "answer_by") == dt.date(2026, 5, 14)
    assert day(found, "done_by") == dt.date(2026, 5, 28)
    with pytest.raises(InvalidFields):
        car(price=1, factor=Decimal("0.51"))


def test_delivery_after_the_invoice_counts() -> None:
    assert day(
        car(delivered_on=dt.date(2026, 3, 9), fault_on=dt.date(2026, 3, 9)), "repair_until"
    ) == dt.date(2029, 3, 9)


@given(st.integers(1, 10**9), st.integers(0, 50_000))
def test_the_fee_never_exceeds_the_price(price: int, km: int) -> None:
    found = car(price=price, km=km, repair_days=31)
    fee, back = found.figure("fee"), found.figure("refund")
    assert fee is not None
    assert back is not None
    assert (fee.amount or 0) + (back.amount or 0) == price
    assert (back.amount or 0) >= 0
