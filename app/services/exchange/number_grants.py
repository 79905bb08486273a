"""Which numbers this office gives to the offices below it, and how many at a time.

Two offices that share a word (消投, 江市监) never get the same number, because every series an office below
may use comes from ranges given here (docs/exchange-merging.md).
"""

from __future__ import annotations

import msgspec

from app.domain.sync.statement import Grant
from app.services import kinds
from app.services.office import OpenOffice
from app.store.peers import Peer

FIRST = 1000
"""Numbers of each series and year a newly enrolled office gets from the top of the tree."""
_LATER_AT_LEAST = 200
_SHARE_BELOW = 4
"""An office that has its own numbers from above gives on at most this part of what it has left."""
_NEXT_YEAR_FROM = 10
"""In this month next year's ranges go out, so that nobody stands without numbers on 1 January."""


class Running(msgspec.Struct, frozen=True, kw_only=True):
    """A series of which fewer than a fifth is left."""

    series: str
    year: int
    left: int


def all_series() -> tuple[str, ...]:
    """The case numbers of every kind and the 文号 of every paper that has one."""
    found = {kind.series for kind in kinds.KINDS.values()}
    for kind in kinds.KINDS.values():
        found |= {paper.id for paper in kinds.procedure_of(kind).papers if paper.word}
    return tuple(sorted(found))


def first_ranges(office: OpenOffice, node: str, epoch: int) -> tuple[Grant, ...]:
    """Everything a newly enrolled office may number with; inside a transaction.

    One that enrols again in the same life keeps what it has.
    """
    years = _years(office)
    held = {(g.series, g.year) for g in office.store.numbers.granted_to(node) if g.epoch == epoch}
    for series in all_series():
        for year in years:
            if (series, year) not in held:
                _give(office, node, epoch, series, year, FIRST)
    return office.store.numbers.granted_to(node)


def answer_wants(office: OpenOffice, peer: Peer) -> int:
    """Grant what an office below asked for, and next year's ranges in autumn; inside a transaction.

    As many again as it had of the series this year: who uses more gets more. Returns how many ranges.
    """
    numbers = office.store.numbers
    had: dict[tuple[str, int], int] = {}
    for grant in numbers.granted_to(peer.node):
        key = (grant.series, grant.year)
        had[key] = had.get(key, 0) + grant.last - grant.first + 1
    asked = [(want.series, want.year) for want in numbers.wanted_by(peer.node)]
    coming = [(s, y) for y in _years(office)[1:] for s in {series for series, _ in had} if (s, y) not in had]
    known = set(all_series())
    made = 0
    for series, year in dict.fromkeys([*asked, *sorted(coming)]):
        if series not in known:
            continue  # the program here is older than theirs, and cannot say what the series is for
        count = max(_LATER_AT_LEAST, had.get((series, year), FIRST))
        made += _give(office, peer.node, peer.its_epoch or 1, series, year, count)
    return made


def _give(office: OpenOffice, node: str, epoch: int, series: str, year: int, count: int) -> int:
    """Grant numbers, but never so many that this office has too few itself; how many ranges."""
    numbers = office.store.numbers
    if office.store.peers.parent() is not None:
        count = min(count, numbers.remaining(series, year) // _SHARE_BELOW)
    if count < 1:
        return 0
    return len(numbers.grant(node, epoch, series, year, count, office.operator.id))


def held(office: OpenOffice) -> bool:
    """Whether the office above has given this one any numbers."""
    return bool(office.store.numbers.held())


def running_low(office: OpenOffice) -> tuple[Running, ...]:
    """Series this office will ask more numbers of with its next package."""
    return tuple(Running(series=w.series, year=w.year, left=w.left) for w in office.store.numbers.wants())


def _years(office: OpenOffice) -> list[int]:
    today = office.clock.today()
    return [today.year, *([today.year + 1] if today.month >= _NEXT_YEAR_FROM else [])]
