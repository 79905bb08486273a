"""No test passes while the program complains: an unexpected log record of WARNING or above fails it.

A test that provokes one says so: `@pytest.mark.expects_log("pattern")`, and then it must come.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pytest


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect what reaches the root logger and compare it with the markers of the test."""
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    patterns = [str(mark.args[0]) for mark in request.node.iter_markers("expects_log")]
    surprising = [
        line for line in collector.seen if not any(re.search(pattern, line) for pattern in patterns)
    ]
    silent = [pattern for pattern in patterns if not any(re.search(pattern, line) for line in collector.seen)]
    if surprising:
        pytest.fail("unexpected log records:\n" + "\n".join(surprising))
    if silent:
        pytest.fail(f"expected log records did not come: {silent}")
