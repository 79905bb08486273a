"""The order of a case file as data: what it refuses, where things lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive_order import parse_orders

GOOD = """
[complaint]
title = "投诉卷"
source = "本地"
part = [
  { label = "登记", need = "must", papers = ["form"] },
  { label = "身份", evidence = ["identity"] },
  { label = "履行", words = ["收条"], performance = true },
  { label = "其他", rest = true },
  { label = "经过", history = true },
]
"""


def test_things_lie_by_paper_word_kind_or_with_the_rest() -> None:
    order = parse_orders(GOOD)["complaint"]
    assert order.of_paper("form").label == "登记"
    assert order.of_paper("unknown").label == "其他"
    assert order.of_evidence("identity", "身份证").label == "身份"
    assert order.of_evidence("identity", "退款收条").label == "履行"
    assert order.of_evidence("photo", "照片").label == "其他"
    assert order.of_performance.label == "履行"


@pytest.mark.parametrize(
    "change",
    [
        ("rest = true", "words = []"),
        ("history = true", "rest = true"),
        ('"登记"', '"身份"'),
        ('papers = ["form"]', 'papers = ["form", "form"]'),
        ('need = "must"', 'need = "perhaps"'),
        ("performance = true", "performed = true"),
    ],
)
def test_an_order_that_could_lose_something_is_refused(change: tuple[str, str]) -> None:
    with pytest.raises(ValueError):
        parse_orders(GOOD.replace(*change))


@given(st.text(), st.text())
def test_everything_has_one_place(form: str, title: str) -> None:
    order = parse_orders(GOOD)["complaint"]
    assert order.of_evidence(form, title) in order.part
    assert order.of_paper(title) in order.part
