"""Numbered schema steps. Frozen once released: a step never imports live models."""

from __future__ import annotations

from collections.abc import Callable

from app.store.migrations import m0001_initial, m0002_kinds, m0003_exchange, m0004_neighbours

Step = Callable[[Callable[[str], object]], None]

STEPS: tuple[tuple[int, str, Step], ...] = (
    (1, "initial", m0001_initial.up),
    (2, "kinds", m0002_kinds.up),
    (3, "exchange", m0003_exchange.up),
    (4, "neighbours", m0004_neighbours.up),
)
"""Every step: number, name, function. A list, because a frozen program has no directory to search."""

NEWEST = STEPS[-1][0]
