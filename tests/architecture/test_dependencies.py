"""Every dependency is wanted, explained, licensed and pinned; nothing else is imported."""

from __future__ import annotations

import importlib.metadata
import re
import sys
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, imported_roots, name_of, python_files, tree_of


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked_for(file: str) -> list[str]:
    """The names an .in file lists, in order."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    found = (re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line) for line in lines)
    return [canonical(match.group()) for match in found if match]


def locked(file: str) -> dict[str, str]:
    """Name to version of a lock file."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\$", text, flags=re.MULTILINE))


def first_cells(file: str, heading: str) -> list[str]:
    """The first column of the table under a heading of a Markdown file."""
    section = (ROOT / file).read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line.split("|")[1].strip() for line in section.splitlines() if line.startswith("| ")]
    return [canonical(cell) for cell in rows[1:]]


@pytest.mark.parametrize(
    ("file", "heading"),
    [("requirements.in", "The program"), ("requirements-dev.in", "Building, checking, testing")],
)
def test_each_dependency_has_its_line(file: str, heading: str) -> None:
    assert first_cells("docs/DEPENDENCIES.md", heading) == asked_for(file)


def test_each_locked_package_of_the_program_has_its_licence() -> None:
    assert sorted(first_cells("THIRD-PARTY-NOTICES.md", "Python packages of the program")) == sorted(
        locked("requirements.lock")
    )


def test_each_font_has_its_licence() -> None:
    text = (ROOT / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8")
    fonts = [path.name for path in (ROOT / "resources" / "fonts").iterdir() if ".ttf" in path.suffixes]
    assert fonts
    assert not [name for name in fonts if name not in text]


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_has_a_hash_for_everything_and_names_no_index(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(locked(file))
    assert not [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]
    assert not re.search(r"https?://|--index|--extra-index|--find-links|/tmp|file:", text)


def test_both_locks_agree_and_hold_what_is_asked_for() -> None:
    program, everything = locked("requirements.lock"), locked("requirements-dev.lock")
    assert program.items() <= everything.items()
    assert set(asked_for("requirements.in")) <= set(program)
    assert set(asked_for("requirements-dev.in")) <= set(everything)


def test_what_is_installed_is_what_is_locked() -> None:
    installed = {name: importlib.metadata.version(name) for name in locked("requirements-dev.lock")}
    assert installed == locked("requirements-dev.lock")


def distributions_of(files: list[Path]) -> dict[str, str]:
    """Third-party distribution to one file that imports it."""
    providers = importlib.metadata.packages_distributions()
    found: dict[str, str] = {}
    for path in files:
        for root in imported_roots(tree_of(path)) - set(sys.stdlib_module_names) - {"app", "__future__"}:
            names = [canonical(name) for name in providers.get(root, [f"unknown-{root}"])]
            found |= dict.fromkeys(names, name_of(path))
    return found


def test_the_program_imports_what_it_asks_for_and_nothing_else() -> None:
    """A package that only another one brings along may vanish with its next version."""
    imported = distributions_of(python_files("app"))
    wanted = set(asked_for("requirements.in"))
    # Qt's own binding library and the text class of Jinja2 come and go with the package that is asked for.
    belongs_to = {"shiboken6": "pyside6-essentials", "markupsafe": "jinja2"}
    used = {belongs_to.get(name, name) for name in imported}
    assert not {name: imported.get(name) for name in used - wanted}, "imported, not in requirements.in"
    assert not wanted - used, "in requirements.in, never imported"
