"""Instalments add up to the cent and fall due a month apart."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.instalments import MOST, monthly


@given(
    count=st.integers(1, MOST),
    extra=st.integers(0, 10**9),
    first=st.dates(dt.date(2020, 1, 1), dt.date(2060, 12, 31)),
)
def test_parts_add_up_and_are_equal_but_the_last(count: int, extra: int, first: dt.date) -> None:
    total = count + extra
    parts = monthly(total, count, first)
    assert len(parts) == count
    assert sum(p.amount for p in parts) == total
    assert len({p.amount for p in parts[:-1]}) <= 1
    assert parts[-1].amount - parts[0].amount in range(count)
    assert min(p.amount for p in parts) > 0


@given(count=st.integers(2, MOST), first=st.dates(dt.date(2020, 1, 1), dt.date(2060, 12, 31)))
def test_each_part_is_due_in_the_next_month_and_never_later_in_it(count: int, first: dt.date) -> None:
    days = [p.due_on for p in monthly(10**6, count, first)]
    months = [day.year * 12 + day.month for day in days]
    assert months == list(range(months[0], months[0] + count))
    assert all(day.day <= first.day for day in days)


def test_the_end_of_a_short_month_does_not_shorten_the_next() -> None:
    days = [p.due_on for p in monthly(30000, 4, dt.date(2026, 12, 31))]
    assert days == [
        dt.date(2026, 12, 31),
        dt.date(2027, 1, 31),
        dt.date(2027, 2, 28),
        dt.date(2027, 3, 31),
    ]


@pytest.mark.parametrize(("total", "count"), [(100, 0), (100, MOST + 1), (2, 3), (0, 1)])
def test_what_cannot_be_split_is_said(total: int, count: int) -> None:
    with pytest.raises(UserError):
        monthly(total, count, dt.date(2026, 1, 1))
