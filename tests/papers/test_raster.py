"""Pages as pictures for the preview."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.papers.raster import page_count, rasterise
from app.papers.renderer import render
from tests.papers import samples


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render("acceptance_decision", "R2026", samples.short_case(), draft=False).pdf


def test_picture_has_the_asked_size_and_is_opaque(pdf: bytes) -> None:
    width, height, rows = rasterise(pdf, 0, 1.5)
    assert (width, height) == (893, 1263)
    assert len(rows) == 4 * width * height
    assert set(rows[3::4]) == {255}


def test_picture_shows_black_type_on_white_paper(pdf: bytes) -> None:
    width, _, rows = rasterise(pdf, 0, 2.0)
    assert rows[:4] == b"\xff\xff\xff\xff"
    dark = sum(1 for at in range(0, len(rows), 4) if rows[at] < 64)
    assert 0.005 < dark / (len(rows) / 4) < 0.1
    assert width > 1000


def test_pages_are_counted_and_missing_ones_refused() -> None:
    long = render("mediation_record", "R2026", samples.long_case(), draft=False)
    assert page_count(long.pdf) == long.pages > 4
    rasterise(long.pdf, long.pages - 1, 0.5)
    for page in (-1, long.pages):
        with pytest.raises(IndexError):
            rasterise(long.pdf, page, 0.5)


def test_several_threads_may_ask_at_once(pdf: bytes) -> None:
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda _: rasterise(pdf, 0, 0.7), range(12)))
    assert len(set(pictures)) == 1
