"""The sums on the command line: the worked examples as JSON, and refusals at their option."""

from __future__ import annotations

import pytest

from app.domain.calculators.outcome import ADVICE
from tests.cli.conftest import Run

TERM = ("--mode", "term", "--paid", "3650", "--term-start", "2025-01-01", "--term-end", "2025-12-31")
YEAR = ("--start", "2025-01-01", "--end", "2026-01-01")
CAR = ("car-warranty", "--invoice-on", "2026-03-02", "--fault-on", "2026-06-01", "--km", "8000")


@pytest.mark.parametrize(
    ("words", "cents"),
    [
        (("prepaid", "--paid", "5000", "--gift", "1000", "--used", "1800"), 350000),
        (
            ("prepaid", "--paid", "5000", "--gift", "1000", "--used", "1800", "--cause", "consumer"),
            320000,
        ),
        (("prepaid", *TERM, "--dissolved-on", "2025-06-30", "--stopped-on", "2025-04-10"), 265000),
        (("prepaid", "--paid", "1000", "--gift", "500", "--used", "1200", "--cause", "consumer"), 0),
        (("compensation", "--kind", "food", "--price", "10.50"), 100000),
        (("compensation", "--kind", "fraud", "--price", "19,600"), 5880000),
        (("compensation", "--kind", "fraud", "--price", "88"), 50000),
        (("interest", "--principal", "365", *YEAR, "--rate", "1%"), 365),
        ((*CAR, "--price", "15万", "--factor", "0.3", "--repair-days", "31"), 360000),
    ],
)
def test_amounts(yzt: Run, words: tuple[str, ...], cents: int) -> None:
    told = yzt("calc", *words, "--json").json()
    assert told["amount_cents"] == told["figures"][0]["amount_cents"] == cents
    assert told["figures"][0]["capital"].startswith("人民币")
    assert told["advice"] == ADVICE
    assert all(source["article"] and isinstance(source["verified"], bool) for source in told["basis"])
    assert told["steps"]
    assert told["basis"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (("seven-days", "--received-on", "2024-02-22"), "2024-02-29"),
        (("seven-days", "--received-on", "2026-09-25"), "2026-10-08"),
        (
            ("warranty", "--goods", "tv", "--delivered-on", "2024-02-29", "--fault-on", "2024-03-01"),
            "2025-02-28",
        ),
        (CAR, "2028-03-02"),
    ],
)
def test_days(yzt: Run, words: tuple[str, ...], day: str) -> None:
    told = yzt("calc", *words, "--json").json()
    assert told["day"] == told["figures"][0]["day"] == day


def test_text_has_steps_basis_and_advice(yzt: Run) -> None:
    told = yzt("calc", "compensation", "--kind", "drug", "--price", "30").out
    for part in ("1. ", "依据：", "药品管理法第144条", "查对", ADVICE, "人民币壹仟元整"):
        assert part in told


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("prepaid", "--paid", "abc"), "看不懂"),
        (("prepaid", "--used", "1"), "还缺少 --paid"),
        (("prepaid", "--paid", "100", "--used", "101"), "--used："),
        (("prepaid", "--paid", "100", "--cause", "x"), "operator"),
        (("prepaid", "--paid", "100", "--mode", "term"), "--term-start："),
        (("compensation", "--kind", "fraud"), "--price："),
        (("compensation", "--kind", "food", "--price", "-5"), "不能为负数"),
        (("seven-days", "--received-on", "2026-03-02", "--exclusion", "x"), "--exclusion："),
        (("warranty", "--delivered-on", "2026-03-02", "--fault-on", "2026-03-02"), "--months："),
        ((*CAR, "--factor", "0.6"), "--factor："),
        ((*CAR, "--repair-days", "1.5"), "整数"),
        (("interest", "--principal", "1", "--start", "2026-01-02", "--end", "2026-01-01"), "--end："),
    ],
)
def test_bad_input_is_one_sentence(yzt: Run, words: tuple[str, ...], part: str) -> None:
    assert part in yzt("calc", *words).refused()


@pytest.mark.parametrize(
    "name", ["prepaid", "compensation", "seven-days", "warranty", "car-warranty", "interest"]
)
def test_each_has_a_page_of_help(yzt: Run, name: str) -> None:
    told = yzt("calc", name, "--help")
    assert told.code == 0
    assert "--json" in told.out
