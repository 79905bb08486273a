"""Finding telling words in what a person said or wrote, without being fooled by the usual traps.

Chinese has no blanks between words, so 上访 also stands inside 网上访问, and 不要求赔偿 holds 赔偿 without
asking for it. A list therefore names the longer phrases in which its words do not count, and may say that
a word after a negation does not count. Nothing is concluded here; the caller shows the words found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import msgspec

_HIDDEN = "\u0000"


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that tell something. `not_in`: longer phrases in which they do not.

    `negatable`: a word right after a negation (不要求赔偿) does not count. Leave it off where a miss is worse
    than a false alarm.
    """

    words: tuple[str, ...]
    not_in: tuple[str, ...] = ()
    negatable: bool = False


def readable(text: str) -> str:
    """The text as it is searched: half-width, lower case, without blanks or invisible marks in a line."""
    lines = []
    for line in text.splitlines():
        kept = [c for c in unicodedata.normalize("NFKC", line) if not c.isspace() and _shows(c)]
        lines.append("".join(kept).casefold())
    return "\n".join(lines)


def _shows(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf")


def words_found(text: str, listed: WordList, negations: Sequence[str] = ()) -> tuple[str, ...]:
    """The words of the list that stand in the text, in the order of the list, each once.

    A word that is part of a longer word of the list is told only when it also stands by itself.
    """
    hay = readable(text)
    for phrase in sorted((readable(p) for p in listed.not_in), key=len, reverse=True):
        hay = hay.replace(phrase, _HIDDEN * len(phrase))
    nots = tuple(readable(word) for word in negations) if listed.negatable else ()
    found = set()
    for word in sorted(listed.words, key=len, reverse=True):
        needle = readable(word)
        at = hay.find(needle)
        while needle and at >= 0:
            if not (nots and hay[:at].endswith(nots)):
                found.add(word)
            # Hidden also when negated: 不要求赔偿 must not count for 赔偿 either.
            hay = hay[:at] + _HIDDEN * len(needle) + hay[at + len(needle) :]
            at = hay.find(needle, at + len(needle))
    return tuple(word for word in listed.words if word in found)
