"""From the start of the process to a usable window, against a bare PySide6 window.

Two ways: to the sign-in screen, which is what a clerk sees first, and to the desk of an office whose
password check takes no time. Each window has a process of its own; the ways take turns.
"""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks import child, measuring, premises

_WAYS = ("bare", "sign-in", "desk")


def run(cases: int, runs: int, keep: Path | None) -> str:
    """Start each window `runs` times; the line to print. The ratio is that of the slower way."""
    seen: dict[str, list[float]] = {which: [] for which in _WAYS}
    with premises.premises(cases, keep) as directory:
        for which in _WAYS:
            child.window(which, directory)  # the disk's cache and the bytecode
        for _ in range(runs):
            for which in _WAYS:
                seen[which].append(child.window(which, directory).seconds)
    bare, sign_in, desk = (measuring.median(seen[which]) for which in _WAYS)
    slower = max(sign_in, desk)
    return measuring.line(
        benchmark="start",
        unit=measuring.MILLISECONDS,
        cases=cases,
        runs=runs,
        ours=measuring.in_milliseconds(slower),
        floor=measuring.in_milliseconds(bare),
        ratio=round(slower / bare, 2),
        target=2.5,
        sign_in=measuring.in_milliseconds(sign_in),
        sign_in_ratio=round(sign_in / bare, 2),
        desk=measuring.in_milliseconds(desk),
        desk_ratio=round(desk / bare, 2),
        fastest={which: measuring.in_milliseconds(min(times)) for which, times in seen.items()},
    )
