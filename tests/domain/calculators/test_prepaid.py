"""Refunds of prepayments: the worked examples, and what must hold for any card."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calculators.interest import InterestRules
from app.domain.calculators.outcome import ADVICE, Outcome, as_text
from app.domain.calculators.prepaid import Cause, PrepaidCase, PrepaidRules, refund
from app.domain.errors import InvalidFields
from tests.domain.calculators.shipped_rules import shipped
from tests.domain.shipped_data import shipped_calendar

DAY = dt.date(2026, 3, 2)
CENTS = st.integers(1, 10_000_000)


def outcome(case: PrepaidCase) -> Outcome:
    return refund(
        case, shipped("prepaid", PrepaidRules), shipped("interest", InterestRules), shipped_calendar()
    )


def money(case: PrepaidCase, name: str = "refund") -> int:
    figure = outcome(case).figure(name)
    assert figure is not None
    assert figure.amount is not None
    return figure.amount


def balance(paid: int, gift: int, used: int, cause: Cause = "operator", **more: object) -> PrepaidCase:
    return PrepaidCase(mode="balance", paid=paid, gift=gift, used=used, cause=cause, **more)  # type: ignore[arg-type]


def yearly(**more: object) -> PrepaidCase:
    parts: dict[str, object] = {
        "term_start": dt.date(2025, 1, 1),
        "term_end": dt.date(2025, 12, 31),
        "dissolved_on": dt.date(2025, 6, 30),
    }
    return PrepaidCase(mode="term", paid=365000, cause="operator", **(parts | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("case", "refunded"),
    [
        (balance(500000, 100000, 180000), 350000),
        (balance(500000, 100000, 180000, "consumer"), 320000),
        (balance(100000, 50000, 120000, "consumer"), 0),
        # The day service stopped is day 100 of the year: 265 of 365 days are left.
        (yearly(stopped_on=dt.date(2025, 4, 10)), 265000),
        (yearly(dissolved_on=dt.date(2025, 4, 10)), 265000),
        (balance(100000, 0, 30000), 70000),
        (balance(100000, 0, 30000, "consumer", list_used=60000), 40000),
        (balance(100000, 0, 30000, "consumer", list_used=60000, agreed_used=30000), 70000),
    ],
)
def test_worked_examples(case: PrepaidCase, refunded: int) -> None:
    assert money(case) == refunded


def test_the_operator_cannot_claim_what_the_list_price_exceeds() -> None:
    found = outcome(balance(100000, 50000, 120000, "consumer"))
    assert any("200.00 元" in step and "不予支持" in step for step in found.steps)
    assert "法释〔2025〕4号第20条" in [source.article for source in found.basis]
    assert min(figure.amount or 0 for figure in found.figures) == 0


def test_thirds_of_a_cent_round_half_up() -> None:
    assert money(PrepaidCase(mode="times", paid=10000, cause="operator", total_times=3, used_times=1)) == 6667
    # 0.5 cent delivered counts as one.
    assert money(PrepaidCase(mode="times", paid=101, cause="operator", total_times=2, used_times=1)) == 50


def test_lessons() -> None:
    case = PrepaidCase(
        mode="times",
        paid=480000,
        cause="operator",
        total_times=40,
        gift_times=8,
        used_times=12,
        list_each=15000,
    )
    assert money(case) == 480000 - 120000
    by_consumer = PrepaidCase(
        mode="times", paid=480000, cause="consumer", total_times=40, used_times=12, list_each=15000
    )
    assert money(by_consumer) == 480000 - 180000
    assert any("打折前的单次价格" in doubt for doubt in outcome(_unpriced()).uncertain)


def _unpriced() -> PrepaidCase:
    return PrepaidCase(mode="times", paid=480000, cause="consumer", total_times=40, used_times=12)


def test_seven_days_after_payment() -> None:
    def asked(day: dt.date, **more: object) -> Outcome:
        return outcome(balance(100000, 0, 0, "consumer", paid_on=DAY, asked_on=day, **more))

    assert any("无理由" in step for step in asked(dt.date(2026, 3, 9)).steps)
    assert any("已过七日" in step for step in asked(dt.date(2026, 3, 10)).steps)
    assert any("相同商品或者服务" in step for step in asked(dt.date(2026, 3, 9), had_before=True).steps)
    term = yearly(paid_on=dt.date(2025, 1, 1), asked_on=dt.date(2025, 1, 6), dissolved_on=dt.date(2025, 1, 6))
    assert money(term) == 365000


def test_a_last_day_of_rest_moves_and_says_so() -> None:
    # 2026-03-01 + 7 is Sunday the 8th.
    case = balance(100000, 0, 0, paid_on=dt.date(2026, 3, 1), asked_on=dt.date(2026, 3, 9))
    found = outcome(case)
    assert any("第203条" in doubt for doubt in found.uncertain)
    assert any("无理由" in step for step in found.steps)


def test_interest_runs_from_dissolution_at_the_rate_of_the_cause() -> None:
    days = {"paid_on": dt.date(2025, 6, 2), "dissolved_on": dt.date(2026, 1, 1)}
    until = {"interest_until": dt.date(2026, 3, 2)}
    mine = balance(365000, 0, 0, "operator", **days, **until)
    assert money(mine, "interest") == round(Fraction(365000 * 3 * 60, 100 * 365))
    assert money(balance(365000, 0, 0, "consumer", **days, **until), "interest") == 900
    typed = balance(365000, 0, 0, rate_agreed=True, rate=Decimal(6), **days, **until)
    assert money(typed, "interest") == 3600
    assert any("没有核对" in doubt for doubt in outcome(mine).uncertain)


@pytest.mark.parametrize(
    ("case", "field"),
    [
        (balance(0, 0, 0), "paid"),
        (balance(100, 50, 151), "used"),
        (balance(100, 0, 50, list_used=49), "list_used"),
        (PrepaidCase(mode="times", paid=100, cause="operator"), "total_times"),
        (PrepaidCase(mode="times", paid=100, cause="operator", total_times=2, used_times=3), "used_times"),
        (PrepaidCase(mode="times", paid=10000, cause="consumer", total_times=2, list_each=4000), "list_each"),
        (PrepaidCase(mode="term", paid=100, cause="operator"), "term_end"),
        (yearly(term_end=dt.date(2024, 1, 1)), "term_end"),
        (balance(100, 0, 0, paid_on=DAY, asked_on=dt.date(2026, 3, 1)), "asked_on"),
        (balance(100, 0, 0, interest_until=DAY), "dissolved_on"),
        (balance(100, 0, 0, interest_until=DAY, dissolved_on=dt.date(2026, 4, 1)), "interest_until"),
        (balance(100, 0, 0, interest_until=DAY, dissolved_on=DAY), "paid_on"),
        (balance(100, 0, 0, interest_until=DAY, dissolved_on=DAY, rate_agreed=True), "rate"),
        (balance(100, 0, 0, interest_until=DAY, dissolved_on=DAY, paid_on=DAY), "rate"),
    ],
)
def test_what_does_not_go_together_is_told_at_its_field(case: PrepaidCase, field: str) -> None:
    with pytest.raises(InvalidFields) as caught:
        outcome(case)
    assert field in caught.value.problems


@st.composite
def cards(draw: st.DrawFn) -> PrepaidCase:
    paid, gift = draw(CENTS), draw(st.integers(0, 5_000_000))
    used = draw(st.integers(0, paid + gift))
    list_used = draw(st.none() | st.integers(used, used + 10_000_000))
    cause = draw(st.sampled_from(("operator", "consumer")))
    return balance(paid, gift, used, cause, list_used=list_used)  # type: ignore[arg-type]


@given(cards())
def test_refund_lies_between_nothing_and_what_was_paid(case: PrepaidCase) -> None:
    found = outcome(case)
    assert 0 <= money(case) <= case.paid
    assert all((figure.amount or 0) >= 0 for figure in found.figures)
    assert found.advice == ADVICE
    assert as_text(found).endswith(ADVICE)
    assert found.basis


@given(cards(), st.integers(1, 1_000_000))
def test_more_used_is_never_more_refunded(case: PrepaidCase, more: int) -> None:
    used = min(case.used + more, case.paid + case.gift)
    list_used = None if case.list_used is None else max(case.list_used, used)
    later = balance(case.paid, case.gift, used, case.cause, list_used=list_used)
    assert money(later) <= money(case)


@given(cards())
def test_the_consumers_own_cause_is_never_better_for_him(case: PrepaidCase) -> None:
    others = balance(case.paid, case.gift, case.used, "operator", list_used=case.list_used)
    own = balance(case.paid, case.gift, case.used, "consumer", list_used=case.list_used)
    assert money(own) <= money(others)


@given(st.integers(1, 3000), st.integers(-400, 4000), CENTS)
def test_terms_give_back_no_more_than_is_left(length: int, used: int, paid: int) -> None:
    start = dt.date(2024, 2, 29)
    end = start + dt.timedelta(days=length - 1)
    case = PrepaidCase(
        mode="term",
        paid=paid,
        cause="operator",
        term_start=start,
        term_end=end,
        dissolved_on=start + dt.timedelta(days=used - 1),
    )
    left = min(length, max(0, length - max(0, used)))
    assert abs(money(case) - Fraction(paid * left, length)) <= Fraction(1, 2)
