"""docs/MAP.md tells the truth: what it names exists, and every module of the program is named."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

import pytest

from tests.architecture.source_tree import ROOT, name_of, python_files

# A row that names a whole layer says nothing about where a feature lives.
TOO_WIDE = re.compile(r"app/?(\*|[a-z]+/?)?(\*\*?)?")


def named_places() -> list[str]:
    """Every path between backticks in a table row of the map."""
    text = (ROOT / "docs" / "MAP.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    return [place for row in rows for place in re.findall(r"`([^`]+)`", row)]


def covers(place: str, file: str) -> bool:
    """Whether a place of the map, a file, a pattern or a directory, has `file` in it."""
    if place.endswith("/"):
        return file.startswith(place)
    return place.count("/") == file.count("/") and fnmatchcase(file, place)


def test_what_the_map_names_exists() -> None:
    assert named_places()
    missing = [place for place in named_places() if not any(ROOT.glob(place.rstrip("/")))]
    assert not missing


def test_every_module_of_the_program_is_on_the_map() -> None:
    places = named_places()
    modules = [name_of(path) for path in python_files("app") if path.name != "__init__.py"]
    assert not [module for module in modules if not any(covers(place, module) for place in places)]


def test_no_row_names_a_whole_layer() -> None:
    assert not [place for place in named_places() if TOO_WIDE.fullmatch(place)]


@pytest.mark.parametrize(
    ("place", "file", "inside"),
    [
        ("app/ui/widgets/", "app/ui/widgets/chip.py", True),
        ("app/store/database*.py", "app/store/database_errors.py", True),
        ("app/store/*.py", "app/store/queries/cases.py", False),
        ("app/system/clock.py", "app/system/clock.py", True),
        ("app/system/clock.py", "app/system/clocks.py", False),
    ],
)
def test_a_place_covers_what_it_should(place: str, file: str, inside: bool) -> None:
    assert covers(place, file) is inside
