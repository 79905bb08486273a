"""Where the program's own files and the office's data live, from a source tree or an installed copy."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

PROGRAM_NAME = "yizhantong"


def program_root() -> Path:
    """The directory that holds `resources/` and `forms/`: the checkout, or the frozen program's folder."""
    bundled = getattr(sys, "_MEIPASS", None)
    if getattr(sys, "frozen", False) and isinstance(bundled, str):
        return Path(bundled)
    return Path(__file__).resolve().parents[2]


def default_data_dir() -> Path:
    """Where an office keeps its data when nobody names another place. Nothing is created here."""
    return Path(platformdirs.user_data_dir(PROGRAM_NAME, appauthor=False, roaming=False))


def log_dir(data_dir: Path) -> Path:
    """Where the log and the crash reports of an office's data directory stand. Nothing is created here."""
    return data_dir / "logs"


def place_note() -> Path:
    """The file that names the data directory when a person chose one. Not created here."""
    return Path(platformdirs.user_config_dir(PROGRAM_NAME, appauthor=False, roaming=False)) / "place.json"
