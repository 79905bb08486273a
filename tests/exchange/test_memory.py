"""Memory stays flat however large a package is: measured in a process of its own, native memory included."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_CHILD = """
import io, json, resource, sys
from pathlib import Path
from app.exchange.package_reader import open_package
from tests.exchange.parties import attached, event_lines, packed, receiver

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

folder, megabytes = Path(sys.argv[1]), int(sys.argv[2])
lines = event_lines(1000)
size = sum(map(len, lines))
repeats = max(1, megabytes * 1024 * 1024 // size)
packed(folder / "small", events=lines, attachments=attached(b"x" * 1_000_000))
with open_package(folder / "small", receiver(folder)) as package:
    list(package.events())
before = peak()
events = (line for _ in range(repeats) for line in lines)
packed(folder / "large", events=events, attachments=attached(bytes(range(256)) * 65536))
written = peak()
count = 0
with open_package(folder / "large", receiver(folder)) as package:
    for attachment in package.attachments():
        while attachment.read():
            pass
    for _ in package.events():
        count += 1
told = {"events": count, "expected": repeats * 1000, "write": written - before, "read": peak() - written}
print(json.dumps(told))
"""


@pytest.mark.slow
def test_a_package_of_300_mb_needs_no_more_than_a_small_one(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, tmp_path, "300"], cwd=_ROOT, capture_output=True, text=True, timeout=55
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["events"] == told["expected"] > 100_000
    # The attachment of 16 MB that the test itself holds is part of it.
    assert told["write"] < 48, told
    assert told["read"] < 32, told
