"""Figures of a run: medians and percentiles of interleaved times, and how much memory a process holds.

The machine is shared and noisy. So what is compared is timed in turns within one run, and a ratio is
made of medians or percentiles, never of single times.
"""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Sequence
from pathlib import Path

MILLISECONDS = "ms"


def percentile(times: Sequence[float], share: float) -> float:
    """The smallest time that at least `share` (0 to 1) of the times do not exceed."""
    ordered = sorted(times)
    return ordered[max(0, math.ceil(round(share * len(ordered), 6)) - 1)]


def in_milliseconds(seconds: float) -> float:
    """Rounded to what a reader can use."""
    return round(seconds * 1000, 2)


def median(times: Sequence[float]) -> float:
    """The middle time."""
    return statistics.median(times)


def resident_mb() -> float:
    """The memory this process holds now, in MB, shared libraries included (Linux)."""
    return _status_mb("VmRSS")


def peak_mb() -> float:
    """The most memory this process ever held, in MB (Linux)."""
    return _status_mb("VmHWM")


def _status_mb(name: str) -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) / 1024
    raise LookupError(name)


def line(**figures: object) -> str:
    """The one line a benchmark prints."""
    return json.dumps(figures, ensure_ascii=False)
