"""Every character of GB 18030-2022 prints with a glyph of its own or stops the paper by name.

The repertoire is what the gb18030 codec maps, which is all of Unicode: the standard's four-byte codes reach
every code point. What the bundled fonts cover is stated block by block; what is printed is read back out of
the PDF.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

from app.papers.fields import FieldInfo, cleaned, context
from app.papers.fonts import MissingGlyph, Role, font_book
from app.papers.renderer import render_template
from app.papers.templates import load
from tests.papers.conformity import codes_used, meanings_of

LABEL = "投诉人姓名"
CHUNK = 4000
# Blocks of GB 18030-2022 in which every assigned character prints (level 3 and more).
WHOLE_BLOCKS = [
    ("basic", 0x4E00, 0x9FFF),
    ("extension A", 0x3400, 0x4DBF),
    ("extension B", 0x20000, 0x2A6D6),
    ("extension C", 0x2A700, 0x2B734),
    ("extension D", 0x2B740, 0x2B81D),
    ("extension E", 0x2B820, 0x2CEA1),
    ("extension F", 0x2CEB0, 0x2EBE0),
    ("radicals", 0x2E80, 0x2FD5),
    ("marks and letters a keyboard has", 0x21, 0x7E),
    ("full-width forms", 0xFF01, 0xFF5E),
]
NOTHING_PRINTS = [("private use", 0xE000, 0xF8FF), ("Yi", 0xA000, 0xA4C6), ("extension H", 0x31350, 0x323AF)]


def in_standard(code: int) -> bool:
    try:
        chr(code).encode("gb18030")
    except UnicodeEncodeError:
        return False
    return True


@cache
def assigned() -> tuple[str, ...]:
    """What of the repertoire is a character: no controls, no formatting marks, nothing unassigned."""
    return tuple(
        chr(code)
        for code in range(0x21, 0x32400)
        if unicodedata.category(chr(code))[0] not in "CZ" and in_standard(code)
    )


@cache
def printable() -> tuple[str, ...]:
    fonts = font_book(None)
    return tuple(c for c in assigned() if cleaned(c) == c and fonts.face(Role.BODY, c) is not None)


TEMPLATE = load(
    "trial.xml",
    '<paper id="trial" title="字" rules="any" stage="测试"><about><source>无</source>'
    "<signed-by>无</signed-by><copies>一份</copies></about>"
    f'<fields><field name="complainant.name" label="{LABEL}"/></fields>'
    '<body size="小五"><p indent="no">{{ complainant.name }}</p></body></paper>',
)


def shown(pdf: bytes) -> Iterator[tuple[str, bool]]:
    """Each character shown with whether its glyph has an outline that is not the box for missing ones."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for font, codes in codes_used(document).values():
            outlines = _outlines(font.DescendantFonts[0].FontDescriptor)
            meanings = meanings_of(font)
            for code in codes:
                yield meanings[code], len(outlines[code]) > 4 and outlines[code] != outlines[0]


def _outlines(descriptor: Any) -> list[bytes]:
    if "/FontFile3" in descriptor:
        program = CFFFontSet()
        program.decompile(io.BytesIO(descriptor.FontFile3.read_bytes()), None)
        top = program.topDictIndex[0]
        return [bytes(top.CharStrings[name].bytecode) for name in top.charset]
    data = descriptor.FontFile2.read_bytes()
    small = TTFont(io.BytesIO(data), lazy=True)
    ends = small["loca"].locations
    glyphs: bytes = small.reader["glyf"]
    return [glyphs[a:b] for a, b in zip(ends, list(ends)[1:], strict=False)]


def test_repertoire_is_the_whole_standard() -> None:
    assert in_standard(0x10FFFF)
    assert not in_standard(0xD800)
    assert len(assigned()) > 140_000
    assert len(printable()) > 84_000


@pytest.mark.parametrize(("block", "first", "last"), WHOLE_BLOCKS, ids=[b[0] for b in WHOLE_BLOCKS])
def test_block_prints_whole(block: str, first: int, last: int) -> None:
    fonts = font_book(None)
    known = [chr(code) for code in range(first, last + 1) if unicodedata.category(chr(code)) != "Cn"]
    assert [f"U+{ord(c):04X}" for c in known if fonts.face(Role.BODY, c) is None] == []
    assert len(known) > 60


@pytest.mark.parametrize(("block", "first", "last"), NOTHING_PRINTS, ids=[b[0] for b in NOTHING_PRINTS])
def test_block_stops_the_paper(block: str, first: int, last: int) -> None:
    for code in range(first, last + 1):
        stops(chr(code))


def stops(character: str) -> None:
    """Checks that the character stops the paper, naming itself, its code point and the field."""
    fonts = font_book(None)
    field = FieldInfo("complainant.name", LABEL)
    with pytest.raises(MissingGlyph) as caught:
        context("字", (field,), {"complainant": {"name": f"陈{character}"}}, fonts)
    assert caught.value.code_point == f"U+{ord(character):04X}"
    assert caught.value.code_point in caught.value.message
    assert LABEL in caught.value.message
    if character.isprintable():
        assert f"“{character}”" in caught.value.message


@pytest.mark.parametrize("start", range(0, 88_000, CHUNK))
def test_what_prints_has_its_own_glyph_and_reads_back(start: int) -> None:
    characters = printable()[start : start + CHUNK]
    if not characters:
        assert start > len(printable())
        return
    made = render_template(TEMPLATE, {"complainant": {"name": "".join(characters)}}, draft=False)
    found = dict(shown(made.pdf))
    assert [f"U+{ord(c):04X}" for c in characters if not found.get(c, False)] == []


def test_everything_else_stops_the_paper_by_name() -> None:
    fonts = font_book(None)
    printing = set(printable())
    others = [c for c in assigned() if c not in printing and cleaned(c) == c]
    assert len(others) > 45_000
    for character in others:
        assert fonts.face(Role.BODY, character) is None
    for character in others[::25]:
        stops(character)


def test_characters_that_are_replaced_print_as_their_ordinary_form() -> None:
    """Compatibility ideographs and marks without a form of their own: what is printed is what NFC says."""
    replaced = [c for c in assigned() if cleaned(c) != c]
    assert 900 < len(replaced) < 1800
    fonts = font_book(None)
    for character in replaced:
        ordinary = cleaned(character)
        assert all(
            unicodedata.normalize("NFC", character) == ordinary or unicodedata.category(mark) in {"Mn", "Cf"}
            for mark in character
        )
        if 0xF900 <= ord(character) <= 0xFAFF:
            assert fonts.first_missing(ordinary) is None
