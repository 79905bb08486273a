"""Pages are filled without loss, without end and without tearing apart what belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.papers.flow import Block, Bound, Gap, Reserve, Text, paginate
from app.papers.grid import Band, Cell, Grid, Row
from app.papers.typeset import Pen, SetLine


def line(name: str, leading: float = 20.0) -> SetLine:
    return SetLine(0.0, 10.0, (), name, 12.0, leading)


def text(count: int, mark: str = "t") -> Text:
    return Text(tuple(line(f"{mark}{number}") for number in range(count)))


def words(block: Block) -> list[str]:
    if isinstance(block, Text):
        return [one.text for one in block.lines]
    if isinstance(block, Bound):
        return [word for part in block.parts for word in words(part)]
    if isinstance(block, Grid):
        return [
            one.text for band in block.bands for row in band.rows for cell in row.cells for one in cell.lines
        ]
    return []


@dataclass(frozen=True)
class Solid:
    """A block that cannot be cut."""

    height: float
    above: float = 0.0

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        return None, self

    def draw(self, pen: Pen, x: float, y: float) -> None:
        return None


@given(st.lists(st.integers(1, 40), min_size=1, max_size=12), st.integers(80, 400))
def test_every_line_stands_once_in_order_within_the_page(counts: Sequence[int], height: int) -> None:
    blocks = [text(count, f"{number}-") for number, count in enumerate(counts)]
    pages = paginate(blocks, float(height), None)
    assert [word for page in pages for _, block in page.placed for word in words(block)] == [
        one.text for block in blocks for one in block.lines
    ]
    for page in pages:
        below = 0.0
        for y, block in page.placed:
            assert y >= below - 1e-6
            below = y + block.height
        assert below <= height + 1e-6


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8), st.integers(100, 400))
def test_no_line_of_a_paragraph_is_left_alone(counts: Sequence[int], height: int) -> None:
    blocks = [text(count, f"{number}-") for number, count in enumerate(counts)]
    for page in paginate(blocks, float(height), None):
        for _, block in page.placed:
            assert isinstance(block, Text)
            whole = counts[int(block.lines[0].text.split("-")[0])]
            assert len(block.lines) >= min(2, whole)


def test_bound_blocks_move_together() -> None:
    pages = paginate([text(8), Bound((text(1, "h"), text(2, "b")))], 200.0, None)
    assert [words(block) for _, block in pages[1].placed] == [["h0", "b0", "b1"]]


def test_reserve_begins_a_new_page_only_when_that_helps() -> None:
    assert len(paginate([text(6), Reserve(100.0), text(5, "r")], 200.0, None)) == 2
    torn = paginate([text(6), Reserve(500.0), text(8, "r")], 200.0, None)
    assert words(torn[0].placed[-1][1])[0] == "r0"


def test_gap_vanishes_at_a_page_break() -> None:
    pages = paginate([text(10), Gap(30.0), text(2, "n")], 200.0, None)
    assert pages[1].placed[0][0] == 0.0


def test_foot_stands_at_the_bottom_or_on_a_page_of_its_own() -> None:
    one = paginate([text(5)], 200.0, Solid(40.0, 10.0))
    assert one[-1].placed[-1][0] == pytest.approx(160.0)
    two = paginate([text(10)], 200.0, Solid(40.0, 10.0))
    assert len(two) == 2


def test_block_taller_than_a_page_does_not_loop() -> None:
    pages = paginate([text(3), Solid(900.0), text(3, "n")], 200.0, None)
    assert len(pages) == 3


def grid(heights: Sequence[int]) -> Grid:
    bands = tuple(
        Band(
            (),
            (),
            0.0,
            (Row((Cell(0.0, 100.0, tuple(line(f"{n}-{i}") for i in range(count)), top=True),), 40.0),),
        )
        for n, count in enumerate(heights)
    )
    return Grid(bands, 100.0)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=8), st.integers(150, 500))
def test_tables_are_cut_between_lines_and_lose_none(heights: Sequence[int], height: int) -> None:
    table = grid(heights)
    pages = paginate([table], float(height), None)
    assert [word for page in pages for _, block in page.placed for word in words(block)] == words(table)
    for page in pages:
        assert sum(block.height for _, block in page.placed) <= height + 1e-6
