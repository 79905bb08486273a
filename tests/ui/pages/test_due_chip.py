"""How long is left is said in words."""

from __future__ import annotations

import pytest

from app.ui.widgets.due_chip import due_chip


@pytest.mark.parametrize(
    ("left", "unit", "shown"),
    [
        (-4, "workday", ("超 4 工作日", "danger")),
        (-1, "day", ("超 1 天", "danger")),
        (0, "workday", ("今天", "warning")),
        (2, "workday", ("剩 2 工作日", "warning")),
        (5, "workday", ("剩 5 工作日", "info")),
        (21, "day", ("剩 21 天", "neutral")),
        (None, "day", None),
    ],
)
def test_chip(left: int | None, unit: str, shown: tuple[str, str] | None) -> None:
    assert due_chip(left, unit) == shown


def test_a_date_of_a_year_without_a_holiday_notice_says_so() -> None:
    assert due_chip(53, "day", provisional=True) == ("剩 53 天（暂定）", "neutral")
