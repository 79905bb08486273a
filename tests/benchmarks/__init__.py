"""How fast the program is, measured against the least that could be done: `python -m tests.benchmarks`."""

from __future__ import annotations
