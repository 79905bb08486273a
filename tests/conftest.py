"""What holds for every test: a screen that needs no monitor, a home of its own, and the guards."""

from __future__ import annotations

import os

# Before anything imports Qt. A test of a real window starts the program as a process of its own on a
# screen from tests.virtual_display; Qt inside the test process never opens one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("DISPLAY", None)
os.environ.pop("WAYLAND_DISPLAY", None)

from hypothesis import HealthCheck, settings

pytest_plugins = [
    "tests.guards.boundaries",
    "tests.guards.logs",
    "tests.guards.qt",
    "tests.guards.threads",
    "tests.virtual_display",
]

# The same examples on every machine and in every run: a red test is red for everybody. Time is not
# judged, because machines differ. `--hypothesis-profile=wide` looks further before a release.
settings.register_profile(
    "house",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("wide", parent=settings.get_profile("house"), derandomize=False, max_examples=2000)
settings.load_profile("house")
