"""Chinese text as search tokens: pairs of characters, so that a two-character name is found exactly.

Every text becomes its overlapping pairs and its last single character. A word of n characters is the
phrase of its n-1 pairs, a single character is a prefix; both find exactly the texts that contain the
word, which tests prove against a plain substring scan. FTS5 splits the tokens at blanks and at ASCII
punctuation, so punctuation is first moved to code points nobody uses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_MARKS = 0x10FF00
PINYIN_MARK = chr(_MARKS + 0x80)
"""First character of every pinyin token, so that pinyin and text never match each other."""

_PUNCTUATION = {code: chr(_MARKS + code) for code in range(0x21, 0x7F) if not chr(code).isalnum()}
_BLANK = re.compile(r"[\s\x00-\x1f\x7f\ud800-\udfff\U0010ff00-\U0010ffff]+")
# Invisible characters that copying from a web page or a variant selector brings along.
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_LATIN = re.compile(r"[a-z0-9]*[a-z][a-z0-9]*")

TEXT_FIELDS = ("name", "number", "phone", "text")


def normalise(text: str) -> str:
    """The form in which texts are compared: full width becomes half width, capitals small, blanks single."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return _BLANK.sub(" ", _INVISIBLE.sub("", folded)).strip(" ")


def words(query: str) -> list[str]:
    """The words of a query, all of which a case must contain."""
    return normalise(query).split()


def tokens(texts: Iterable[str]) -> str:
    """The texts of one field as tokens, separated by blanks. No phrase reaches across two texts."""
    found: list[str] = []
    for text in texts:
        for piece in normalise(text).translate(_PUNCTUATION).split():
            found.extend([piece[at : at + 2] for at in range(len(piece))])
    return " ".join(found)


def match_expression(query: str, fields: tuple[str, ...] = ()) -> str:
    """The FTS5 expression for a query, "" when it has no words. `fields` restricts it to some columns.

    Letters match text and pinyin (from any syllable on); nothing typed acts as query syntax.
    """
    parts = [_word_expression(word, pinyin=not fields) for word in words(query)]
    if not parts:
        return ""
    joined = " AND ".join(parts)
    return f"{{{' '.join(fields)}}} : ({joined})" if fields else joined


def may_be_pinyin(word: str) -> bool:
    """Whether a normalised word could be typed for the sound of a name."""
    return _LATIN.fullmatch(word) is not None


def _word_expression(word: str, *, pinyin: bool) -> str:
    inert = word.translate(_PUNCTUATION)
    if len(inert) == 1:
        expression = f'"{inert}" *'
    else:
        expression = '"' + " ".join(inert[at : at + 2] for at in range(len(inert) - 1)) + '"'
    if pinyin and may_be_pinyin(word):
        return f'({expression} OR "{PINYIN_MARK}{word}" *)'
    return expression
