"""Small rooms: files, classes and functions stay within limits, and what is over them may only shrink."""

from __future__ import annotations

import ast

from tests.architecture.source_tree import definitions, name_of, python_files, ratchet, tree_of

FILE, FILE_AT_MOST, CLASS, FUNCTION, INIT = 400, 600, 300, 60, 80


def length(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the name to the end."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def limit_of(name: str, node: ast.AST) -> int:
    if isinstance(node, ast.ClassDef):
        return CLASS
    return INIT if name.endswith("__init__") else FUNCTION


def oversized() -> dict[str, int]:
    """What in app/ is over its limit, with its size."""
    found: dict[str, int] = {}
    for path in python_files("app"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > FILE:
            found[name_of(path)] = lines
        for name, node in definitions(tree_of(path)):
            if length(node) > limit_of(name, node):
                found[f"{name_of(path)}::{name}"] = length(node)
    return found


def test_nothing_grows_over_its_limit() -> None:
    allowed = ratchet()["sizes"]
    grown = {name: size for name, size in oversized().items() if size > allowed.get(name, 0)}
    assert not grown, f"split these (file {FILE}, class {CLASS}, function {FUNCTION} lines): {grown}"


def test_what_shrank_keeps_its_new_size() -> None:
    sizes = oversized()
    slack = {
        name: sizes.get(name, 0) for name, size in ratchet()["sizes"].items() if sizes.get(name, 0) < size
    }
    assert not slack, f"lower (or with 0 remove) these lines of ratchet.toml: {slack}"


def test_no_file_is_ever_longer_than_the_hard_limit() -> None:
    sizes = {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files("app", "tests", "scripts")
    }
    assert not {name: size for name, size in sizes.items() if size > FILE_AT_MOST}
