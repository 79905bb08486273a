"""Simple interest: exact, by days, with the rate of the day of the contract or the one typed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calculators.interest import InterestCase, InterestRules, RateKind, interest, parse_percent
from app.domain.errors import InvalidFields, UserError
from tests.domain.calculators.shipped_rules import shipped

START = dt.date(2025, 1, 1)


def rules() -> InterestRules:
    return shipped("interest", InterestRules)


def amount(case: InterestCase) -> int:
    figure = interest(case, rules()).figure("interest")
    assert figure is not None
    assert figure.amount is not None
    return figure.amount


@given(
    st.integers(1, 10**10),
    st.integers(0, 3000),
    st.decimals(0, 24, places=4, allow_nan=False),
)
def test_exact_to_half_a_cent(principal: int, days: int, rate: Decimal) -> None:
    case = InterestCase(
        principal=principal, start=START, end=START + dt.timedelta(days=days), kind="agreed", rate=rate
    )
    exact = Fraction(principal) * Fraction(rate) * days / 36500
    assert Fraction(-1, 2) < amount(case) - exact <= Fraction(1, 2)


def test_a_year_with_a_leap_day_has_366_days() -> None:
    def one_year(year: int) -> InterestCase:
        return InterestCase(
            principal=36500,
            start=dt.date(year, 1, 1),
            end=dt.date(year + 1, 1, 1),
            kind="agreed",
            rate=Decimal(1),
        )

    assert amount(one_year(2025)) == 365
    assert amount(one_year(2024)) == 366


@pytest.mark.parametrize(
    ("kind", "day", "rate"),
    [
        ("lpr", dt.date(2024, 10, 20), "3.35"),
        ("lpr", dt.date(2024, 10, 21), "3.10"),
        ("lpr", dt.date(2019, 8, 19), None),
        ("lpr", dt.date(2026, 1, 1), None),
        ("deposit", dt.date(2020, 1, 1), "1.50"),
        ("agreed", dt.date(2020, 1, 1), None),
    ],
)
def test_the_table_says_nothing_beyond_its_days(kind: RateKind, day: dt.date, rate: str | None) -> None:
    assert rules().rate_on(kind, day) == (None if rate is None else Decimal(rate))


@pytest.mark.parametrize(
    ("case", "field"),
    [
        (InterestCase(principal=0, start=START, end=START, kind="lpr", contract_on=START), "principal"),
        (InterestCase(principal=1, start=START, end=dt.date(2024, 1, 1), kind="lpr"), "end"),
        (InterestCase(principal=1, start=START, end=START, kind="lpr"), "contract_on"),
        (InterestCase(principal=1, start=START, end=START, kind="agreed"), "rate"),
        (
            InterestCase(principal=1, start=START, end=START, kind="lpr", contract_on=dt.date(2026, 5, 1)),
            "rate",
        ),
    ],
)
def test_what_is_missing_is_told_at_its_field(case: InterestCase, field: str) -> None:
    with pytest.raises(InvalidFields) as caught:
        interest(case, rules())
    assert list(caught.value.problems) == [field]


def test_percent_as_typed() -> None:
    assert [parse_percent(text) for text in ("3.1", "3.10%", "３．１％", " 3.1 %")] == [Decimal("3.1")] * 4
    for text in ("", "-1", "abc", "101", "1.2.3"):
        with pytest.raises(UserError):
            parse_percent(text)
