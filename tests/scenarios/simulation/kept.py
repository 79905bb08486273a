"""Worlds that failed once: their file, which a failing run adds to and every run replays first."""

from __future__ import annotations

from pathlib import Path

KEPT = Path(__file__).parents[2] / "data" / "exchange" / "kept_seeds.txt"
World = tuple[str, int, str]


def kept() -> list[World]:
    """Shape, seed and wire of each."""
    lines = [
        line.split() for line in KEPT.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    return [(shape, int(seed), wire) for shape, seed, wire in lines]


def keep(worlds: set[World]) -> None:
    """Add those that are not there."""
    new = sorted(worlds - set(kept()))
    if new:
        with KEPT.open("a", encoding="utf-8") as file:
            file.writelines(f"{shape} {seed} {wire}\n" for shape, seed, wire in new)
