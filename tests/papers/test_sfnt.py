"""Our reading of TrueType files against fontTools, and against damaged files."""

from __future__ import annotations

import io
from functools import cache

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from app.papers.glyf import TrueTypeFont
from app.papers.sfnt import UnusableFont
from app.system.resources import read_bytes

SMALL = "resources/fonts/NotoSansSymbols2-Regular.ttf"
SANS = "resources/fonts/NotoSansSC-Regular.ttf"


@cache
def ours(name: str) -> TrueTypeFont:
    return TrueTypeFont(read_bytes(name))


@cache
def theirs(name: str) -> TTFont:
    return TTFont(io.BytesIO(read_bytes(name)))


@pytest.mark.parametrize("name", [SMALL, SANS])
def test_characters_and_widths_agree_with_fonttools(name: str) -> None:
    font, oracle = ours(name), theirs(name)
    expected = {code: oracle.getGlyphID(glyph) for code, glyph in oracle.getBestCmap().items()}
    assert font.characters == expected
    metrics = oracle["hmtx"]
    for code in list(expected)[::97]:
        assert (
            round(font.advance(expected[code]) * font.units)
            == metrics[oracle.getGlyphName(expected[code])][0]
        )


def test_subset_has_the_same_outlines_in_the_asked_order() -> None:
    font, oracle = ours(SANS), theirs(SANS)
    glyphs = [0, *(font.characters[ord(c)] for c in "陈䶮投诉A1，")]
    small = TTFont(io.BytesIO(font.subset(glyphs)))
    assert small["maxp"].numGlyphs == len(glyphs)
    for number, glyph in enumerate(glyphs):
        mine = small["glyf"][small.getGlyphName(number)]
        original = oracle["glyf"][oracle.getGlyphName(glyph)]
        assert mine.getCoordinates(small["glyf"])[0] == original.getCoordinates(oracle["glyf"])[0]
        assert small["hmtx"][small.getGlyphName(number)] == oracle["hmtx"][oracle.getGlyphName(glyph)]


def test_subset_brings_the_parts_of_composite_glyphs_along() -> None:
    font, oracle = ours(SMALL), theirs(SMALL)
    composite = next(
        oracle.getGlyphID(name) for name in oracle.getGlyphOrder() if oracle["glyf"][name].isComposite()
    )
    small = TTFont(io.BytesIO(font.subset([0, composite])))
    assert small["maxp"].numGlyphs > 2
    mine = small["glyf"][small.getGlyphName(1)].getCoordinates(small["glyf"])[0]
    assert mine == oracle["glyf"][oracle.getGlyphName(composite)].getCoordinates(oracle["glyf"])[0]


def test_subset_is_small_and_repeats_to_the_same_bytes() -> None:
    glyphs = [0, ours(SANS).characters[ord("文")]]
    assert ours(SANS).subset(glyphs) == ours(SANS).subset(glyphs)
    assert len(ours(SANS).subset(glyphs)) < 1500


@given(st.integers(min_value=0, max_value=4000))
def test_cut_off_files_are_refused_by_name_not_by_crash(length: int) -> None:
    with pytest.raises(UnusableFont):
        TrueTypeFont(read_bytes(SMALL)[:length])


@given(st.binary(max_size=300))
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnusableFont):
        TrueTypeFont(data)


@given(st.data())
def test_damaged_tables_never_crash_the_reader(data: st.DataObject) -> None:
    content = bytearray(read_bytes(SMALL))
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, 3000))] = data.draw(st.integers(0, 255))
    try:
        font = TrueTypeFont(bytes(content))
    except UnusableFont:
        return
    assert font.glyph_count >= 0


def test_postscript_outlines_are_refused() -> None:
    with pytest.raises(UnusableFont):
        TrueTypeFont(b"OTTO" + bytes(200))
