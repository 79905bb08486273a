"""Which data directory this start is about: the one named, the one chosen earlier, else the usual one."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from app.system import paths
from app.system.atomic_files import make_directory, write_atomically

_DOING = "记住数据目录"
_LONGEST = 10_000


def named_place(argv: Sequence[str]) -> Path | None:
    """`--data DIR` of the command line; other words are left to Qt."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--data", type=Path)
    options, _others = parser.parse_known_args(argv)
    named: Path | None = options.data
    return named.absolute() if named is not None else None


def remembered_place() -> Path | None:
    """What `remember_place` kept; None when nothing was, or what stands there cannot be read."""
    note = paths.place_note()
    try:
        with note.open("rb") as file:
            kept = json.loads(file.read(_LONGEST))
    except (OSError, ValueError, RecursionError):
        return None
    match kept:
        case {"data": str(place)} if place:
            return Path(place)
    return None


def remember_place(place: Path) -> None:
    """Start with this directory from now on. Raises EnvironmentProblem when it cannot be kept."""
    note = paths.place_note()
    if place == (remembered_place() or paths.default_data_dir()):
        return
    make_directory(note.parent, _DOING)
    write_atomically(note, json.dumps({"data": str(place)}, ensure_ascii=False).encode(), _DOING)


def data_place(argv: Sequence[str]) -> Path:
    """The directory for this start."""
    return named_place(argv) or remembered_place() or paths.default_data_dir()
