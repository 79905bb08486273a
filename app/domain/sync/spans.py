"""Sets of whole numbers kept as few spans: what arrived of a numbered list, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.sync.statement import Span


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same numbers in the fewest spans, ascending; empty spans vanish."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: span.first):
        if span.last < span.first:
            continue
        if found and span.first <= found[-1].last + 1:
            if span.last > found[-1].last:
                found[-1] = Span(first=found[-1].first, last=span.last)
        else:
            found.append(span)
    return tuple(found)


def gap_free(spans: Iterable[Span]) -> int:
    """The greatest n such that 1 … n are all there; 0 when 1 is not."""
    parts = joined(spans)
    return parts[0].last if parts and parts[0].first == 1 else 0


def missing(spans: Iterable[Span]) -> tuple[Span, ...]:
    """What lacks between 1 and the greatest number there."""
    found, before = [], 0
    for span in joined(spans):
        if span.first > before + 1:
            found.append(Span(first=before + 1, last=span.first - 1))
        before = span.last
    return tuple(found)


def contains(spans: Iterable[Span], number: int) -> bool:
    """Whether a number is in one of the spans."""
    return any(span.first <= number <= span.last for span in spans)
