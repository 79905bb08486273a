"""Modules are named for their one thing and say why they exist; functions say what a caller must know."""

from __future__ import annotations

import ast
import re

from tests.architecture.source_tree import definitions, name_of, python_files, ratchet, tree_of

DRAWERS = re.compile(r"(^|_)(utils?|misc|helpers?|common|managers?|stuff|tools?)(_|$)")
# Front ends are called by Qt and by main.py; tests speak by their names.
DOCUMENTED = ("services", "store", "papers", "sheets", "domain", "system")


def test_no_module_is_a_drawer() -> None:
    named = {
        name_of(path): re.split(r"[/.]", name_of(path)) for path in python_files("app", "tests", "scripts")
    }
    assert not [name for name, parts in named.items() if any(DRAWERS.search(part) for part in parts)]


def test_every_module_says_why_it_exists() -> None:
    files = python_files("app", "tests", "scripts")
    assert not [name_of(path) for path in files if not ast.get_docstring(tree_of(path))]


def silent_functions(tree: ast.Module) -> list[str]:
    """The functions and methods of a module that others may call and that say nothing."""
    # What stands inside a function nobody outside can call.
    outer = tuple(f"{name}." for name, node in definitions(tree) if not isinstance(node, ast.ClassDef))
    return [
        name
        for name, node in definitions(tree)
        if not isinstance(node, ast.ClassDef)
        and not any(part.startswith("_") for part in name.split("."))
        and not name.startswith(outer)
        and not ast.get_docstring(node)
    ]


def told_methods(tree: ast.Module) -> set[str]:
    """The names of methods that say what they promise: a protocol or base class says it for all."""
    return {
        name.rsplit(".", 1)[-1]
        for name, node in definitions(tree)
        if "." in name and not isinstance(node, ast.ClassDef) and ast.get_docstring(node)
    }


def silent_in_layer(layer: str) -> dict[str, list[str]]:
    """What stays silent in a layer, by file; a method may leave the telling to its protocol there."""
    files = python_files(f"app/{layer}")
    told = {method for path in files for method in told_methods(tree_of(path))}
    return {
        name_of(path): [
            name
            for name in silent_functions(tree_of(path))
            if "." not in name or name.rsplit(".", 1)[-1] not in told
        ]
        for path in files
    }


def test_every_public_function_says_what_a_caller_must_know() -> None:
    silent = {file: names for layer in DOCUMENTED for file, names in silent_in_layer(layer).items()}
    allowed = ratchet()["undocumented"]
    too_many = {file: names for file, names in silent.items() if len(names) > allowed.get(file, 0)}
    assert not too_many
    slack = {file: len(silent.get(file, [])) for file in allowed if len(silent.get(file, [])) < allowed[file]}
    assert not slack, f"lower (or with 0 remove) these lines of ratchet.toml: {slack}"


def test_silence_is_heard_where_it_matters() -> None:
    text = "def a(): pass\ndef _b(): pass\nclass C:\n def d(self):\n  def e(): pass\n def f(self): 'told'"
    assert silent_functions(ast.parse(text)) == ["a", "C.d"]
