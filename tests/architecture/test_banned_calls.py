"""Calls that have hurt programs like this one, found in the syntax tree of every module of app/.

An exception needs a line in ratchet.toml with its reason.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.architecture.source_tree import name_of, python_files, ratchet, tree_of

# Dotted ends of a call, and what to do instead.
BANNED_CALLS = {
    "date.today": "take the day from an injected Clock",
    "datetime.now": "take the time from an injected Clock",
    "datetime.today": "take the time from an injected Clock",
    "datetime.utcnow": "take the time from an injected Clock",
    "time.time": "take the time from an injected Clock",
    "time.sleep": "wait for a signal, a lock or an event",
    "QDate.currentDate": "take the day from an injected Clock",
    "QDateTime.currentDateTime": "take the time from an injected Clock",
    "processEvents": "report progress with a signal",
    "exec": "open() and signals; a modal loop hangs tests and hides bugs",
    "exec_": "open() and signals; a modal loop hangs tests and hides bugs",
    "selectedRows": "sum selection ranges; this takes seconds on a long list",
    "QUiLoader": "compile the form: make screens",
    "loadUiType": "compile the form: make screens",
    "shutil.copy": "a copied database loses data; use the online backup or atomic_files",
    "shutil.copy2": "a copied database loses data; use the online backup or atomic_files",
    "shutil.copyfile": "a copied database loses data; use the online backup or atomic_files",
    "os.system": "subprocess with a list of words",
    "pickle.loads": "read data, not code",
    "pickle.load": "read data, not code",
    "eval": "read data, not code",
    "yaml.load": "read data, not code",
}
# What a person reads on a screen comes from a fixed list there, so these stay banned even on a dialog.
STATIC_DIALOGS = {
    f"{owner}.{name}"
    for owner, names in {
        "QMessageBox": ("information", "question", "warning", "critical", "about"),
        "QFileDialog": ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"),
        "QInputDialog": ("getText", "getMultiLineText", "getItem", "getInt", "getDouble"),
    }.items()
    for name in names
}


def dotted(node: ast.expr) -> str:
    """`a.b.c` of a call's function; `().b` where something is called first."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return "()"


def offence(call: ast.Call) -> str | None:
    """The banned name a call goes by, if any."""
    name = f".{dotted(call.func)}"
    for banned in (*BANNED_CALLS, *STATIC_DIALOGS):
        if name.endswith(f".{banned}"):
            return banned
    if name.endswith(".setSectionResizeMode") and "verticalHeader" in ast.unparse(call):
        resizing = any("ResizeToContents" in ast.unparse(argument) for argument in call.args)
        return "verticalHeader ResizeToContents" if resizing else None
    if name == ".len" and call.args and ".indexes()" in ast.unparse(call.args[0]):
        return "len(selection.indexes())"
    return None


def offences_in(tree: ast.Module) -> Iterator[str]:
    """Banned calls and handlers that catch everything, in order of appearance."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (found := offence(node)):
            yield found
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            names = {word.strip(" ()") for word in caught.split(",")}
            if names & {"everything", "Exception"}:
                yield "except Exception"
            elif "BaseException" in names and not any(
                isinstance(inner, ast.Raise) for inner in ast.walk(node)
            ):
                yield "except BaseException"


def test_no_module_of_the_program_makes_a_banned_call() -> None:
    found = {name_of(path): Counter(offences_in(tree_of(path))) for path in python_files("app")}
    allowed = {(entry["file"], entry["call"]): entry["times"] for entry in ratchet()["allowed_calls"]}
    counts = {(file, call): times for file, calls in found.items() for call, times in calls.items()}
    too_many = [key for key, times in counts.items() if times > allowed.get(key, 0)]
    assert not too_many, [
        f"{file}: {call} ({BANNED_CALLS.get(call, 'see style')})" for file, call in too_many
    ]
    no_longer = [key for key, times in allowed.items() if counts.get(key, 0) < times]
    assert not no_longer, f"remove or lower these lines of ratchet.toml: {no_longer}"


def test_every_exception_gives_its_reason() -> None:
    assert all(len(entry["reason"]) > 20 for entry in ratchet()["allowed_calls"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("datetime.date.today()", "date.today"),
        ("import time\ntime.sleep(1)", "time.sleep"),
        ("QDialog(self).exec()", "exec"),
        ("self.table.selectionModel().selectedRows()", "selectedRows"),
        ("QMessageBox.warning(self, a, b)", "QMessageBox.warning"),
        (
            "t.verticalHeader().setSectionResizeMode(QHeaderView.ResizeToContents)",
            "verticalHeader ResizeToContents",
        ),
        ("len(model.selection().indexes())", "len(selection.indexes())"),
        ("try:\n    x()\nexcept Exception as e:\n    raise", "except Exception"),
        ("try:\n    x()\nexcept (ValueError, Exception):\n    pass", "except Exception"),
        ("try:\n    x()\nexcept:\n    pass", "except Exception"),
        ("try:\n    x()\nexcept BaseException:\n    pass", "except BaseException"),
    ],
)
def test_the_search_finds_what_it_looks_for(text: str, name: str) -> None:
    assert list(offences_in(ast.parse(text))) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "clock.now()",
        "clock.today()",
        "executor.execute(sql)",
        "self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeToContents)",
        "try:\n    x()\nexcept BaseException:\n    undo()\n    raise",
        "try:\n    x()\nexcept OSError:\n    pass",
    ],
)
def test_the_search_leaves_honest_code_alone(text: str) -> None:
    assert not list(offences_in(ast.parse(text)))
