"""Opening an office of the benchmarks; apart, because a start that is measured imports nothing else.

The key of such an office lies beside it: its people are made up, and what a password check takes is
measured nowhere here.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from app.services.founding import open_with_key
from app.services.office import OpenOffice
from app.system.clock import SHANGHAI, FixedClock

NOW = dt.datetime(2026, 11, 21, 9, 12, tzinfo=SHANGHAI)


def open_office(directory: Path) -> OpenOffice:
    """The office, open, with its only operator at work at `NOW`."""
    operator, key = key_file(directory).read_text(encoding="ascii").split()
    return open_with_key(directory, bytes.fromhex(key), operator, FixedClock(NOW))


def key_file(directory: Path) -> Path:
    """Where operator and key of the office in `directory` are kept."""
    return directory.with_suffix(".key")
