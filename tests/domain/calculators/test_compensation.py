"""Added damages: the worked examples, the least, and what must hold for any price."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calculators.compensation import (
    CompensationCase,
    CompensationRules,
    Kind,
    compensation,
)
from app.domain.calculators.outcome import Outcome
from app.domain.errors import InvalidFields
from tests.domain.calculators.shipped_rules import shipped

KINDS: tuple[Kind, ...] = get_args(Kind)


def outcome(case: CompensationCase) -> Outcome:
    return compensation(case, shipped("compensation", CompensationRules))


def amount(case: CompensationCase, name: str = "added") -> int:
    figure = outcome(case).figure(name)
    assert figure is not None
    assert figure.amount is not None
    return figure.amount


@pytest.mark.parametrize(
    ("case", "added"),
    [
        (CompensationCase(kind="food", price=1050), 100000),
        (CompensationCase(kind="fraud", price=1960000), 5880000),
        (CompensationCase(kind="fraud", price=8800), 50000),
        (CompensationCase(kind="fraud", price=16667), 50001),
        (CompensationCase(kind="food", price=10000), 100000),
        (CompensationCase(kind="food", price=10001), 100010),
        (CompensationCase(kind="food", price=20000, loss=90000), 270000),
        (CompensationCase(kind="drug", price=30000), 300000),
        (CompensationCase(kind="harm", loss=123456), 246912),
        (CompensationCase(kind="food", price=1000000, reasonable=20000), 200000),
        (CompensationCase(kind="food", price=5000, label_flaw=True), 0),
        (CompensationCase(kind="fraud", price=5000, label_flaw=True), 0),
    ],
)
def test_worked_examples(case: CompensationCase, added: int) -> None:
    assert amount(case) == added


def test_the_whole_claim_adds_up() -> None:
    case = CompensationCase(kind="food", price=20000, loss=90000)
    assert amount(case, "total") == 20000 + 90000 + 270000
    kept = CompensationCase(kind="food", price=20000, loss=90000, refund_price=False)
    assert amount(kept, "total") == 90000 + 270000


def test_what_was_not_compared_with_the_original_is_marked() -> None:
    assert any("药品管理法" in doubt for doubt in outcome(CompensationCase(kind="drug", price=1)).uncertain)
    assert not any("查对" in doubt for doubt in outcome(CompensationCase(kind="fraud", price=1)).uncertain)


@pytest.mark.parametrize(
    ("case", "field"),
    [
        (CompensationCase(kind="fraud"), "price"),
        (CompensationCase(kind="harm", price=100), "loss"),
        (CompensationCase(kind="food", price=100, reasonable=101), "reasonable"),
        (CompensationCase(kind="food", price=100, reasonable=0), "reasonable"),
    ],
)
def test_missing_figures_are_told_at_their_field(case: CompensationCase, field: str) -> None:
    with pytest.raises(InvalidFields) as caught:
        outcome(case)
    assert list(caught.value.problems) == [field]


@given(st.sampled_from(KINDS), st.integers(1, 10**9), st.integers(1, 10**9), st.integers(0, 10**9))
def test_never_below_the_least_and_never_falling(kind: Kind, price: int, loss: int, more: int) -> None:
    rule = shipped("compensation", CompensationRules).kinds[kind]
    first = amount(CompensationCase(kind=kind, price=price, loss=loss))
    assert first >= rule.least
    assert first == max(price * rule.price, loss * rule.loss, rule.least)
    assert amount(CompensationCase(kind=kind, price=price + more, loss=loss + more)) >= first
