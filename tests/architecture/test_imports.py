"""The layers hold, and opening a window does not load what only printing and tables need."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.architecture.source_tree import ROOT

HEAVY = ("reportlab", "openpyxl", "python_calamine", "pypdfium2", "PIL", "lxml")


def test_the_import_contracts_hold() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run(
        [tool, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "9 kept, 0 broken" in told.stdout


def test_the_modules_of_the_window_load_no_heavy_library() -> None:
    """In a fresh interpreter, every module of app.ui, so that no page smuggles one in."""
    code = (
        "import importlib, json, pkgutil, sys\n"
        "import app.ui\n"
        "names = [m.name for m in pkgutil.walk_packages(app.ui.__path__, 'app.ui.')]\n"
        "for name in names: importlib.import_module(name)\n"
        f"print(json.dumps([n for n in {HEAVY!r} if n in sys.modules]))\n"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout.splitlines()[-1]) == []
