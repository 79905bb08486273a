"""A paper of one page is at most 40 KB, filled as densely as its page holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from app.papers.renderer import RenderedPaper, render
from tests.papers.reading import DATA, fonts_in
from tests.papers.test_rendering import PAPERS, fields_for

MOST = 40 * 1024
# What clerks write at length and at most how much, in statute language, which has more different characters
# than a complaint.
LONG_FIELDS = (
    ("case", "facts", 1400),
    ("case", "demands", 400),
    ("case", "subject", 80),
    ("case", "clues", 1400),
    ("session", "text", 1400),
    ("session", "outcome", 400),
    ("session", "attendees", 200),
    ("agreement", "text", 1400),
    ("extension", "reason", 1400),
)
STATUTE = (DATA / "消费者权益保护法.txt").read_text(encoding="utf-8").replace("\n", "")


def filled(paper: str, rule_set: str, length: int) -> RenderedPaper:
    """The paper with `length` characters of statute in each of its long fields."""
    fields: dict[str, Any] = fields_for(paper, rule_set, long=False)
    for number, (group, name, most) in enumerate(LONG_FIELDS):
        start = 700 * number
        fields.setdefault(group, {})[name] = STATUTE[start : start + min(length, most)]
    return render(paper, rule_set, fields, draft=False, printing=2)


def fuller_and_fuller(paper: str, rule_set: str) -> Iterator[RenderedPaper]:
    """One-page versions of the paper, each longer than the one before, up to the fullest page."""
    low, high = 0, 1400
    while high - low > 20:
        middle = (low + high) // 2
        made = filled(paper, rule_set, middle)
        if made.pages > 1:
            high = middle
        else:
            low = middle
            yield made


@pytest.mark.parametrize(("paper", "rule_set"), PAPERS)
def test_a_full_page_is_at_most_forty_kilobytes(paper: str, rule_set: str) -> None:
    sizes = [len(made.pdf) for made in fuller_and_fuller(paper, rule_set)]
    assert all(size <= MOST for size in sizes), sizes


def test_full_pages_were_really_full() -> None:
    *_, fullest = fuller_and_fuller("complaint_registration", "R2026")
    assert len(fullest.pdf) > 35_000
    assert all(fonts_in(fullest.pdf).values())
