"""Dividing the numbers of a series between a parent and its children, so that none is used twice.

A parent without a parent has every number from 1 on; any other node has what it was granted. What is
granted is for good: numbers nobody uses stay unused, and a restored child gets new ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.sync.spans import joined
from app.domain.sync.statement import Span

LARGEST = 99_999_999
LOW_WATER_PERCENT = 20


def next_free(mine: Iterable[Span], granted: Iterable[Span], used_upto: int) -> int | None:
    """The smallest number of `mine` above `used_upto` that was not granted away; None when there is none."""
    for span in free(mine, granted, used_upto):
        return span.first
    return None


def free(mine: Iterable[Span], granted: Iterable[Span], used_upto: int) -> Iterator[Span]:
    """What is left of `mine` above `used_upto`, without what was granted away, ascending."""
    away = joined(granted)
    for span in joined(mine):
        first = max(span.first, used_upto + 1)
        for gone in away:
            if gone.last < first or gone.first > span.last:
                continue
            if gone.first > first:
                yield Span(first=first, last=gone.first - 1)
            first = gone.last + 1
        if first <= span.last:
            yield Span(first=first, last=span.last)


def left(mine: Iterable[Span], granted: Iterable[Span], used_upto: int) -> int:
    """How many numbers remain."""
    return sum(span.last - span.first + 1 for span in free(mine, granted, used_upto))


def carve(mine: Iterable[Span], granted: Iterable[Span], used_upto: int, count: int) -> tuple[Span, ...]:
    """`count` numbers to grant away, from the far end of what is in use; fewer when there are not so many.

    `used_upto` must be at least the greatest number used or ever granted, so that neither is touched.
    """
    found: list[Span] = []
    for span in free(mine, granted, used_upto):
        if count <= 0:
            break
        last = min(span.last, span.first + count - 1)
        found.append(Span(first=span.first, last=last))
        count -= last - span.first + 1
    return tuple(found)


def runs_low(total: int, remaining: int) -> bool:
    """Whether the next package should ask for more."""
    return remaining * 100 < total * LOW_WATER_PERCENT or total == 0
