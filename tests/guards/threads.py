"""A test that ends has ended: no thread it started still runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

PATIENCE_SECONDS = 2.0


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail when a thread that was not there before is alive after the test; it gets a moment to finish."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        # A thread made by Qt's pool shows up here as a dummy that cannot be joined; qt.py waits for those.
        if not isinstance(thread, threading._DummyThread):
            thread.join(PATIENCE_SECONDS)
    running = [
        thread.name for thread in left if thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]
    if running:
        pytest.fail(f"the test left threads running: {', '.join(running)}")
