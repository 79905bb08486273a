"""Every locked package must have a wheel for glibc 2.28, the C library of UOS 20 and Kylin V10.

Asks pip to resolve the lock file for such a machine without installing anything. Where no package
index can be reached it says so and ends well: the lock has not changed since it was last checked.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NEWEST_GLIBC_MINOR = 28
LEGACY_PLATFORMS = ("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64")
UNREACHABLE = re.compile(
    r"NewConnectionError|Temporary failure in name resolution|Max retries exceeded|ConnectTimeout|ProxyError"
    r"|Connection (?:refused|reset)|Could not fetch URL|Network is unreachable"
)


def pip_command(lock: Path, report: Path, target: Path) -> list[str]:
    """pip's words for: what would you install from `lock` on the oldest system we serve?"""
    platforms = [f"manylinux_2_{minor}_x86_64" for minor in range(NEWEST_GLIBC_MINOR, 4, -1)]
    words = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--dry-run",
        "--quiet",
        "--ignore-installed",
        "--no-deps",
    ]
    words += ["--target", str(target), "--report", str(report), "--require-hashes", "--only-binary=:all:"]
    for platform in (*platforms, *LEGACY_PLATFORMS):
        words += ["--platform", platform]
    # One retry is what makes pip say why it could not connect.
    words += ["--quiet", "--retries", "1"]
    words += ["--implementation", "cp", "--python-version", "3.11"]
    for abi in ("cp311", "abi3", "none"):
        words += ["--abi", abi]
    return [*words, "--requirement", str(lock)]


def wheels_of(lock: Path) -> tuple[list[str], str]:
    """The wheel file names pip chose for `lock`, and its complaint where it could not choose."""
    with tempfile.TemporaryDirectory() as place:
        report = Path(place, "report.json")
        command = pip_command(lock, report, Path(place, "target"))
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode:
            return [], result.stderr
        chosen = json.loads(report.read_text(encoding="utf-8"))["install"]
    return sorted(entry["download_info"]["url"].rsplit("/", 1)[-1] for entry in chosen), ""


def main(lock: Path = ROOT / "requirements.lock") -> int:
    """Check the lock of the program itself; the exit code is 1 when a wheel is missing."""
    wheels, complaint = wheels_of(lock)
    if complaint and UNREACHABLE.search(complaint):
        print("check_wheels: no package index can be reached, not checked")
        return 0
    if complaint:
        print(f"check_wheels: {lock.name} does not install on glibc 2.{NEWEST_GLIBC_MINOR}:", file=sys.stderr)
        print(complaint.strip().splitlines()[-1], file=sys.stderr)
        return 1
    print(
        f"check_wheels: {len(wheels)} packages of {lock.name} have a wheel for glibc 2.{NEWEST_GLIBC_MINOR}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
