"""Windows in processes of their own, as `tests.benchmarks.windows` shows them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import gettempdir
from time import monotonic
from typing import NamedTuple

_ROOT = Path(__file__).resolve().parents[2]
_MODULE = "tests.benchmarks.windows"


class Seen(NamedTuple):
    """One start: seconds from the start of the process to the usable window, and the memory then."""

    seconds: float
    resident_mb: float
    peak_mb: float


def window(which: str, directory: Path) -> Seen:
    """Start a process with the window called `which` and wait for it to end."""
    began = monotonic()
    found = subprocess.run(
        [sys.executable, "-m", _MODULE, which, str(directory)],
        cwd=_ROOT,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if found.returncode != 0:
        raise RuntimeError(f"the window {which} did not come up:\n{found.stderr}")
    usable, resident, peak = (float(word) for word in found.stdout.split())
    return Seen(usable - began, resident, peak)


def _environment() -> dict[str, str]:
    """As on an office PC: a program that is installed has its bytecode beside it."""
    made = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    made.pop("PYTHONDONTWRITEBYTECODE", None)
    # Not in the source tree: a benchmark leaves nothing there.
    made.setdefault("PYTHONPYCACHEPREFIX", str(Path(gettempdir()) / "yizhantong-benchmark-bytecode"))
    return made
