"""What a field offers to choose from: the words in use on a day, and what may be typed to find them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from app.services.labels import dictionary
from app.store.pinyin import readings


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """One word. `search` holds other words for it and its pinyin initials, in lower case."""

    code: str
    label: str
    search: str


Offers = Sequence[Offer]


@lru_cache(maxsize=64)
def offers(name: str, day: dt.date) -> tuple[Offer, ...]:
    """The words of a flat dictionary that may be chosen for something that happens on `day`."""
    return tuple(_offer(e.code, e.label, (e.label, *e.aliases)) for e in dictionary(name) if e.in_use(day))


@lru_cache(maxsize=64)
def tree_offers(name: str, day: dt.date) -> tuple[Offer, ...]:
    """The words of a tree, each with the word above it: 空调类产品（家用电子电器类）.

    Words at the top that only hold others together (商品, 服务) are left out.
    """
    words = dictionary(name)
    found = []
    for entry in words:
        if not entry.in_use(day):
            continue
        above = words.path(entry.code)[:-1]
        if not above and words.choices(day, entry.code):
            continue
        # The uppermost word says nothing a clerk would look for.
        shown = f"{entry.label}（{above[-1].label}）" if len(above) > 1 else entry.label
        texts = (entry.label, *entry.aliases, *(a.label for a in above[1:]))
        found.append(_offer(entry.code, shown, texts))
    return tuple(found)


def _offer(code: str, shown: str, texts: tuple[str, ...]) -> Offer:
    initials = ["".join(s[0] for s in reading) for text in texts for reading in readings(text)]
    return Offer(code=code, label=shown, search=" ".join(dict.fromkeys((*texts, *initials))).lower())
