"""No test writes outside the temporary directory or talks to a network.

An audit hook sees every way Python has to do it; it cannot be taken back, so it looks at a switch
that is on only while a test runs.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# Caches of Python and of the tools lie in the checkout; nothing depends on what stands in them.
_CACHES = {
    "__pycache__",
    ".hypothesis",
    ".pytest_cache",
    ".import_linter_cache",
    ".mypy_cache",
    ".ruff_cache",
}
_WRITING_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Event name to where its arguments have a path it changes and the directory that path starts from.
_CHANGING_EVENTS: dict[str, tuple[tuple[int, int | None], ...]] = {
    "os.mkdir": ((0, 2),),
    "os.remove": ((0, 1),),
    "os.rmdir": ((0, 1),),
    "os.rename": ((0, 2), (1, 3)),
    "os.link": ((1, 3),),
    "os.symlink": ((1, 2),),
    "os.truncate": ((0, None),),
    "os.chmod": ((0, 2),),
}
_CHECKOUT = f"{Path(__file__).resolve().parents[2]}{os.sep}"
_LOOPBACK = ("127.", "::1", "localhost")


class _Switch:
    """Whether a test runs now, and where it may write."""

    on = False
    roots: tuple[str, ...] = ()


class OutOfBounds(AssertionError):
    """A test reached for something that is not its own."""


def _may_write(path: object, start: object = -1) -> bool:
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    if not isinstance(path, str | os.PathLike):
        return True  # a descriptor: whoever opened it was asked already
    if isinstance(start, int) and start >= 0:  # an open directory, as shutil.rmtree uses them
        path = Path(f"/proc/self/fd/{start}").readlink() / path
    text = os.path.abspath(path)  # noqa: PTH100 - pathlib would audit again
    # A nameless temporary file opens the directory itself for writing. A checkout may itself lie in there.
    if (text + os.sep).startswith(_Switch.roots) and not text.startswith(_CHECKOUT):
        return True
    return not _CACHES.isdisjoint(Path(text).parts)


def _check_open(arguments: tuple[object, ...]) -> None:
    path, mode, flags = arguments[0], arguments[1], arguments[2]
    writes = isinstance(flags, int) and bool(flags & _WRITING_FLAGS)
    if isinstance(mode, str):
        writes = any(letter in mode for letter in "wax+")
    if writes and not _may_write(path):
        raise OutOfBounds(f"a test may write only below its temporary directory, not to {path!r}")


def _check_connect(arguments: tuple[object, ...]) -> None:
    address = arguments[1]
    if isinstance(address, tuple) and address and not str(address[0]).startswith(_LOOPBACK):
        raise OutOfBounds(f"a test may not use the network: {address!r}")


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if not _Switch.on:
        return
    if event == "open":
        _check_open(arguments)
    elif event in _CHANGING_EVENTS:
        for position, start in _CHANGING_EVENTS[event]:
            if not _may_write(arguments[position], -1 if start is None else arguments[start]):
                raise OutOfBounds(f"{event} outside the temporary directory: {arguments[position]!r}")
    elif event == "socket.connect":
        _check_connect(arguments)
    elif event == "socket.getaddrinfo" and not str(arguments[0] or "localhost").startswith(_LOOPBACK):
        raise OutOfBounds(f"a test may not look up {arguments[0]!r} on the network")


def pytest_configure() -> None:
    """Install the hook once in this process."""
    if not _Switch.roots:
        temporary = {tempfile.gettempdir(), str(Path(tempfile.gettempdir()).resolve())}
        _Switch.roots = (*sorted(f"{place}{os.sep}" for place in temporary), "/dev/", "/proc/self/")
        sys.addaudithook(_audit)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every place a program keeps things for a user lies in a fresh temporary directory."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name, place in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }.items():
        monkeypatch.setenv(name, str(home / place))
    monkeypatch.delenv("YZT_PASSWORD", raising=False)
    return home


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[None]:
    """The switch is on from a test's first fixture to its last finaliser."""
    _Switch.on = True
    try:
        return (yield)
    finally:
        _Switch.on = False
