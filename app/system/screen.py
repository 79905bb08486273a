"""Whether a window can be opened at all: asked before Qt, which ends the program where it finds no screen."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

_NO_QT = "窗口打不开：缺少界面组件 PySide6，请按说明重新安装；不开窗口的命令见 python main.py --help。"
_NO_SCREEN = (
    "窗口打不开：这里没有可用的显示器（没有 DISPLAY 或 WAYLAND_DISPLAY），"
    "请在桌面环境里运行；不开窗口的命令见 python main.py --help。"
)


def why_no_window() -> str:
    """One sentence why no window can be opened here, "" when nothing speaks against it."""
    if find_spec("PySide6") is None:
        return _NO_QT
    # A chosen platform (offscreen, vnc …) needs no screen; Windows and macOS always have one.
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    seen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return "" if seen else _NO_SCREEN
