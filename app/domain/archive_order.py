"""The order of papers in a case file (卷宗) as data: resources/archive/order.toml, one list a kind."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One place in the file. What each field means stands at the head of the data."""

    label: str
    need: str = ""
    always: bool = False
    either: bool = False
    papers: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    performance: bool = False
    rest: bool = False
    sealed: bool = False
    history: bool = False

    @property
    def compulsory(self) -> bool:
        """Whether the file is not complete without it."""
        return self.need == "must"


class FileOrder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file of one kind of matter: what it is called, whose order it follows, its parts."""

    title: str
    source: str
    part: tuple[Part, ...]

    def of_paper(self, paper: str) -> Part:
        """Where a paper lies."""
        return next((p for p in self.part if paper in p.papers), self.rest)

    def of_evidence(self, form: str, title: str) -> Part:
        """Where a piece of evidence lies: by words of its title, else by its kind."""
        by_word = (p for p in self.part if any(word in title for word in p.words))
        by_form = (p for p in self.part if form in p.evidence)
        return next(by_word, None) or next(by_form, self.rest)

    @property
    def of_performance(self) -> Part:
        """Where proofs of performance lie."""
        return next((p for p in self.part if p.performance), self.rest)

    @property
    def rest(self) -> Part:
        """Where everything else lies."""
        return next(p for p in self.part if p.rest)


def parse_orders(text: str) -> dict[str, FileOrder]:
    """The orders by kind. ValueError when a file could lose something or has a part twice."""
    orders = msgspec.convert(tomllib.loads(text), dict[str, FileOrder])
    for kind, order in orders.items():
        if sum(part.rest for part in order.part) != 1 or sum(part.history for part in order.part) != 1:
            raise ValueError(f"{kind}: one part takes the rest and one is the history")
        _once(kind, (paper for part in order.part for paper in part.papers))
        _once(kind, (part.label for part in order.part))
        if any(part.need not in ("", "must") for part in order.part):
            raise ValueError(f"{kind}: need is must or left out")
    return orders


def _once(kind: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"{kind}: {name} stands twice")
        seen.add(name)
