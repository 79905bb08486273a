"""What the kinds' lines are put together with."""

from __future__ import annotations

Lines = list[tuple[str, str]]
"""Name and value of each line."""


def joined(sign: str, *parts: str) -> str:
    """The parts that say something, with `sign` between."""
    return sign.join(part for part in parts if part)
