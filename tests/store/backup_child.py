"""A process of its own that backs an office up to a folder until it is killed or the disk is full.

Each line it prints names a backup that was said to be finished: it must be whole for ever.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.store.store import Store
from app.system.clock import SystemClock
from app.system.errors import EnvironmentProblem
from tests.store.office import Projector


def say(text: str) -> None:
    """One line, out of the process before anything else happens."""
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()


def main() -> int:
    """Run until killed; 3 when the surroundings refused, with their sentence as the last line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("directory", type=Path)
    parser.add_argument("key")
    parser.add_argument("place", type=Path)
    parser.add_argument("--file-limit", type=int)
    parser.add_argument("--steps", action="store_true")
    words = parser.parse_args()

    def told(_done: int, _total: int) -> None:
        say("step")

    store = Store.open(words.directory, bytes.fromhex(words.key), SystemClock(), Projector())
    if words.file_limit:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (words.file_limit, words.file_limit))
    try:
        while True:
            say(store.backups.make(words.place, progress=told if words.steps else None).path.name)
    except EnvironmentProblem as problem:
        say(problem.message)
        return 3


if __name__ == "__main__":
    sys.exit(main())
