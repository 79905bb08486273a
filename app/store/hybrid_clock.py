"""Hybrid logical time: close to the wall clock, never going back, the same order on every node.

A counter PC loses its clock battery one day and starts in 2001. Events must still sort after those
they follow, so time is the larger of the wall clock and one more than the last time seen.
"""

from __future__ import annotations

import secrets

from app.system.clock import Clock

COUNTER_BITS = 16


class HybridClock:
    """Gives strictly growing times; `last` is the greatest time in the log."""

    def __init__(self, clock: Clock, last: int = 0) -> None:
        self._clock = clock
        self.last = last

    def tick(self) -> int:
        """The next time: milliseconds since 1970 shifted left by 16 bits, plus a counter."""
        now = int(self._clock.now().timestamp() * 1000) << COUNTER_BITS
        self.last = max(now, self.last + 1)
        return self.last


def event_id(time: int) -> str:
    """A UUIDv7 carrying a hybrid time, so that ids sort as the events do; 58 bits are random."""
    milliseconds, counter = time >> COUNTER_BITS, time & ((1 << COUNTER_BITS) - 1)
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | (counter >> 4) << 64
    value |= 0b10 << 62 | (counter & 0xF) << 58 | secrets.randbits(58)
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
