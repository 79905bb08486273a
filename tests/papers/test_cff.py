"""The cut Song face: fontTools reads what we embed, and damaged files are refused."""

from __future__ import annotations

import io
from functools import cache

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from app.papers.cff import CutFont
from app.papers.sfnt import UnusableFont
from app.system.resources import read_bytes

SONG = "resources/fonts/NotoSerifSC-Regular.otf"
BOLD = "resources/fonts/NotoSerifSC-Bold.otf"
TEXT = "陈䶮投诉登记表㛃，。A1☑"


@cache
def ours(name: str) -> CutFont:
    return CutFont(read_bytes(name))


@cache
def theirs(name: str) -> TTFont:
    return TTFont(io.BytesIO(read_bytes(name)))


@pytest.mark.parametrize("name", [SONG, BOLD])
def test_every_ideograph_of_the_basic_blocks_has_an_outline(name: str) -> None:
    font = ours(name)
    for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)):
        assert font.has_outline(font.characters[code]), f"U+{code:04X}"


def test_characters_agree_with_fonttools() -> None:
    oracle = theirs(SONG)
    assert ours(SONG).characters == {
        code: oracle.getGlyphID(glyph) for code, glyph in oracle.getBestCmap().items()
    }


def test_subset_has_the_same_outlines_and_widths_in_the_asked_order() -> None:
    font, oracle = ours(SONG), theirs(SONG)
    glyphs = [0, *(font.characters[ord(c)] for c in TEXT if ord(c) in font.characters)]
    small = CFFFontSet()
    small.decompile(io.BytesIO(font.subset(glyphs)), None)
    top = small.topDictIndex[0]
    assert top.ROS == ("Adobe", "Identity", 0)
    assert top.FontMatrix == [0.003125, 0, 0, 0.003125, 0, 0]
    assert top.CIDCount == len(top.CharStrings) == len(glyphs)
    assert top.charset == [".notdef", *(f"cid{n:05d}" for n in range(1, len(glyphs)))]
    letters = oracle.getGlyphSet()
    for number, glyph in enumerate(glyphs):
        mine, original = RecordingPen(), RecordingPen()
        charstring = top.CharStrings[top.charset[number]]
        charstring.draw(mine)
        letters[oracle.getGlyphName(glyph)].draw(original)
        assert mine.value == original.value
        assert charstring.width / 320 == font.advance(glyph)


def test_blank_has_no_ink_and_repeats_are_the_same_bytes() -> None:
    font = ours(SONG)
    assert not font.has_outline(font.characters[ord(" ")])
    assert font.subset([0, 5, 9]) == font.subset([0, 5, 9])
    assert font.subset([0])


@given(st.integers(min_value=0, max_value=4000))
def test_cut_off_files_are_refused_by_name_not_by_crash(length: int) -> None:
    with pytest.raises(UnusableFont):
        CutFont(read_bytes(SONG)[:length])


def test_truetype_outlines_are_not_a_cut_font() -> None:
    with pytest.raises(UnusableFont):
        CutFont(read_bytes("resources/fonts/NotoSansSymbols2-Regular.ttf"))
