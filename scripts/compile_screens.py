"""Turns the screen forms `forms/screens/*.ui` into the Python the program imports.

The results stand in the repository, so that starting the program parses no XML and the type checker
sees every field. `--check` compiles again and compares, for `.ci/run`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORMS = ROOT / "forms" / "screens"
GENERATED = ROOT / "app" / "ui" / "generated"
PREFIX = "ui_"


def compiled(form: Path) -> str:
    """The Python text of one form. Raises SystemExit with the compiler's words when the form is broken."""
    module_name = form.stem
    if not re.fullmatch(r"[a-z][a-z0-9_]*", module_name):
        raise SystemExit(f"{form.name}: name a form in small letters, digits and underscores")
    compiler = Path(sysconfig.get_path("scripts"), "pyside6-uic")
    result = subprocess.run(
        [compiler, "--generator", "python", form],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if result.returncode or not result.stdout.strip():
        raise SystemExit(f"{form.name}: {result.stderr.strip() or 'the compiler gave nothing'}")
    # The compiler repeats the header of the form's own path; ours must not depend on where a checkout stands.
    body = result.stdout.replace(str(form), form.name).rstrip()
    return (
        f"# From forms/screens/{form.name} by scripts/compile_screens.py; change the form instead.\n{body}\n"
    )


def wanted_modules(forms: Path) -> dict[str, str]:
    """What the generated directory must hold: file name to text."""
    return {f"{PREFIX}{form.stem}.py": compiled(form) for form in sorted(forms.glob("*.ui"))}


def differences(wanted: dict[str, str], generated: Path) -> list[str]:
    """Sentences about every module that is missing, stale or left over."""
    present = {path.name: path for path in sorted(generated.glob(f"{PREFIX}*.py"))}
    found = [f"{name} is missing" for name in wanted if name not in present]
    for name, path in present.items():
        if name not in wanted:
            found.append(f"{name} has no form any more")
        elif path.read_text(encoding="utf-8") != wanted[name]:
            found.append(f"{name} is not what its form compiles to")
    return found


def write(wanted: dict[str, str], generated: Path) -> None:
    """Make the generated directory hold exactly the wanted modules."""
    generated.mkdir(parents=True, exist_ok=True)
    for leftover in generated.glob(f"{PREFIX}*.py"):
        if leftover.name not in wanted:
            leftover.unlink()
    for name, text in wanted.items():
        path = generated / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")


def main(words: list[str] | None = None) -> int:
    """Compile, or with `--check` compare; the exit code is 1 when something differs."""
    parser = argparse.ArgumentParser(description="Compile the screen forms with the pinned pyside6-uic.")
    parser.add_argument("--check", action="store_true", help="only compare, write nothing")
    parser.add_argument("--forms", type=Path, default=FORMS)
    parser.add_argument("--generated", type=Path, default=GENERATED)
    options = parser.parse_args(words)
    wanted = wanted_modules(options.forms)
    if not options.check:
        write(wanted, options.generated)
        print(f"compiled {len(wanted)} screen forms")
        return 0
    found = differences(wanted, options.generated)
    for sentence in found:
        print(f"compiled screens: {sentence}; run `make screens`", file=sys.stderr)
    if not found:
        print(f"compiled screens: {len(wanted)} match their forms")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
