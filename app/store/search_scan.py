"""Searching texts without an index: for the few cases saved last, and as the truth the index is tested by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.store.pinyin import pinyin_tokens
from app.store.search_text import PINYIN_MARK, TEXT_FIELDS, may_be_pinyin, normalise, words

Texts = Mapping[str, Sequence[str]]
"""What is searched of one case: field to its texts."""


def matches(query: str, texts: Texts, fields: tuple[str, ...] = ()) -> bool:
    """Whether every word of the query is in some text, or begins some syllable of a name in pinyin.

    `fields` restricts it to some fields and then leaves pinyin out. False for a query without words.
    """
    wanted = words(query)
    searched = [normalise(text) for name in fields or TEXT_FIELDS for text in texts.get(name, ())]
    pinyin: list[str] | None = None
    for word in wanted:
        if any(word in text for text in searched):
            continue
        if fields or not may_be_pinyin(word):
            return False
        if pinyin is None:
            pinyin = pinyin_tokens(texts.get("name", ())).split(" ")
        if not any(token.startswith(PINYIN_MARK + word) for token in pinyin):
            return False
    return bool(wanted)
