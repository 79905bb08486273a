"""A screen without a monitor for the tests that drive the real window with real keys."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

START_SECONDS = 20


@dataclass(frozen=True)
class VirtualDisplay:
    """A running X server; `environment()` is for the processes that use it."""

    name: str

    def environment(self, **more: str) -> dict[str, str]:
        """The variables of this test with the screen in them, for `subprocess`."""
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", **more}


@pytest.fixture
def virtual_display() -> Iterator[VirtualDisplay]:
    """An Xvfb of 1366×768 of its own; the server picks a free number, so tests run side by side."""
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            pytest.fail(f"{program} is not installed; `make setup` says how")
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1366x768x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    server = subprocess.Popen(
        command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            pytest.fail(f"Xvfb did not start (exit code {server.wait(START_SECONDS)})")
        yield VirtualDisplay(f":{number}")
    finally:
        server.terminate()
        server.wait(START_SECONDS)
