"""What this computer's user chose for the window: size of letters, light or dark, when to lock.

Kept beside the office's data in the window settings; nothing personal.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from app.ui.app import SCALES
from app.ui.theme import Scheme

LOCK_MINUTES = (5, 10, 15, 30, 60, 0)
"""What the settings offer; 0 never locks by itself."""
_SCALE, _SCHEME, _LOCK = "appearance/scale", "appearance/scheme", "lock/minutes"
_DEFAULT_SCALE, _DEFAULT_LOCK = 100, 10


def scale_of(settings: QSettings) -> int:
    """Per cent, one of `SCALES`."""
    return _choice(settings, _SCALE, SCALES, _DEFAULT_SCALE)


def scheme_of(settings: QSettings) -> Scheme:
    """Light, dark, or as the system has it."""
    kept = str(settings.value(_SCHEME, Scheme.AUTO.value))
    return Scheme(kept) if kept in {scheme.value for scheme in Scheme} else Scheme.AUTO


def lock_minutes_of(settings: QSettings) -> int:
    """Minutes without a key or a click after which the window is locked; 0: never."""
    return _choice(settings, _LOCK, LOCK_MINUTES, _DEFAULT_LOCK)


def keep_scale(settings: QSettings, scale: int) -> None:
    """For the next start."""
    settings.setValue(_SCALE, scale)


def keep_scheme(settings: QSettings, scheme: Scheme) -> None:
    """For the next start; `Theme.choose` shows it now."""
    settings.setValue(_SCHEME, scheme.value)


def keep_lock_minutes(settings: QSettings, minutes: int) -> None:
    """For the next start; `IdleWatch.set_minutes` uses it now."""
    settings.setValue(_LOCK, minutes)


def settings_before_qt(data_dir: Path) -> QSettings:
    """The same settings before the data directory is known to be writable: nothing is created."""
    return QSettings(str(data_dir / "window.ini"), QSettings.Format.IniFormat)


def _choice(settings: QSettings, name: str, offered: tuple[int, ...], default: int) -> int:
    kept = str(settings.value(name, default))
    number = int(kept) if kept.isascii() and kept.isdigit() else default
    return number if number in offered else default
