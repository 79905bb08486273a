"""How a name is typed on a keyboard: initials and full pinyin, with the readings family names really have.

pypinyin's own phrase dictionary costs 45 MB of memory and knows no names, so only its single readings
are used, together with resources/texts/surnames.toml.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

import msgspec

from app.store.search_text import PINYIN_MARK, normalise
from app.system.resources import read_text

_READINGS_FILE = "resources/texts/surnames.toml"
_LETTER = re.compile(r"[a-z0-9]")
_PERSON_LENGTHS = range(2, 5)
_LONGEST = 40
_WORD_LENGTHS = (3, 2)

Syllables = tuple[str, ...]


class Readings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of surnames.toml: characters or words to their syllables."""

    single: dict[str, list[str]]
    compound: dict[str, list[str]]
    words: dict[str, list[str]]


def pinyin_tokens(names: Iterable[str]) -> str:
    """Search tokens of names: full pinyin and initials from every syllable on, for prefix search."""
    found: dict[str, None] = {}
    for name in names:
        for syllables in readings(name):
            for start in range(len(syllables)):
                found[PINYIN_MARK + "".join(syllables[start:])] = None
                found[PINYIN_MARK + "".join(part[0] for part in syllables[start:])] = None
    return " ".join(found)


def readings(name: str) -> list[Syllables]:
    """Every way to read a name: as words and, when it is as short as a person's, with a family name."""
    return list(dict.fromkeys(_readings(normalise(name))))


@lru_cache(maxsize=1024)
def order_key(name: str) -> str:
    """A key that sorts names as a Chinese directory does: by pinyin, then by the characters themselves."""
    tidy = normalise(name)
    first = next(_readings(tidy), ())
    return f"{' '.join(first)}\t{tidy}"


def _readings(tidy: str) -> Iterator[Syllables]:
    text = tidy.replace(" ", "")[:_LONGEST]
    if len(text) in _PERSON_LENGTHS:
        yield from filter(None, _as_person(text))
    if plain := _syllables(text):
        yield plain


def _as_person(text: str) -> list[Syllables]:
    tables = _tables()
    family = tables.compound.get(text[:2])
    if family is not None and len(text) > len(family):
        return [(*family, *_syllables(text[2:]))]
    return [(reading, *_syllables(text[1:])) for reading in tables.single.get(text[0], ())]


def _syllables(text: str) -> Syllables:
    words, read = _tables().words, _reader()
    found: list[str] = []
    at = 0
    while at < len(text):
        for length in _WORD_LENGTHS:
            known = words.get(text[at : at + length])
            if known is not None:
                found.extend(known)
                at += length
                break
        else:
            # Latin letters and digits are typed one by one; what has no reading cannot be typed at all.
            found.extend([text[at]] if _LETTER.match(text[at]) else read(text[at]))
            at += 1
    return tuple(found)


@cache
def _tables() -> Readings:
    return msgspec.convert(tomllib.loads(read_text(_READINGS_FILE)), type=Readings)


@cache
def _reader() -> Callable[[str], tuple[str, ...]]:
    # Read once by pypinyin when it is imported; imported late, because a start must not wait for it.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import lazy_pinyin

    @cache
    def read(character: str) -> tuple[str, ...]:
        return tuple(lazy_pinyin(character, errors="ignore", v_to_u=False))

    return read
