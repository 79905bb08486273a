"""What the settings page works on besides the office: this window, this computer, this directory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from app.ui.housekeeping import Housekeeping
from app.ui.idle import IdleWatch


@dataclass(frozen=True)
class Workplace:
    """`restore()` closes the office and shows the restore screen, when the pages agree."""

    data_dir: Path
    settings: QSettings
    housekeeping: Housekeeping
    idle: IdleWatch
    restore: Callable[[], object]
    demonstration: bool = False
