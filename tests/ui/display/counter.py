"""The hands of a clerk: keys through the X server, Chinese by the clipboard, eyes for the window's title."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.virtual_display import VirtualDisplay

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_SECONDS = 40
_LOOK_AGAIN = 0.05


class Counter:
    """`with Counter(display, data_dir) as clerk:` starts the program; leaving ends it if it still runs."""

    def __init__(self, display: VirtualDisplay, data_dir: Path) -> None:
        self._environment = display.environment(PYTHONIOENCODING="utf-8", LC_ALL="C.UTF-8")
        self._data_dir = data_dir
        self._program: subprocess.Popen[bytes] | None = None
        self._clipboard: subprocess.Popen[str] | None = None
        self._window = ""

    def __enter__(self) -> Self:
        owner = [sys.executable, str(Path(__file__).with_name("clipboard_owner.py"))]
        self._clipboard = subprocess.Popen(
            owner, env=self._environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._program is not None and self._program.poll() is None:
            self._program.kill()
            self._program.wait(PATIENCE_SECONDS)
        if self._clipboard is not None and self._clipboard.stdin and self._clipboard.stdout:
            self._clipboard.stdin.close()
            self._clipboard.wait(PATIENCE_SECONDS)
            self._clipboard.stdout.close()

    def start(self) -> None:
        """Start the program on its data directory."""
        command = [sys.executable, str(ROOT / "main.py"), "--data", str(self._data_dir)]
        self._program = subprocess.Popen(command, env=self._environment, cwd=self._data_dir)

    def second_start(self) -> int:
        """Start the program once more; its exit code."""
        command = [sys.executable, str(ROOT / "main.py"), "--data", str(self._data_dir)]
        return subprocess.run(
            command, env=self._environment, cwd=self._data_dir, timeout=PATIENCE_SECONDS, check=False
        ).returncode

    def look_for(self, title: str) -> None:
        """Wait until a window has this in its title and give it the keyboard; there is no window manager."""
        command = ["search", "--onlyvisible", "--name", title]
        self._window = ""
        for _ in range(int(PATIENCE_SECONDS / _LOOK_AGAIN)):
            found = self._xdotool(*command, check=False).split()
            if found:
                self._window = found[-1]
                break
            self._wait()
        assert self._window, f"no window called {title!r} came up"
        self._xdotool("windowfocus", "--sync", self._window)

    def keys(self, *names: str) -> None:
        """Press keys one after another: Return, F2, ctrl+s."""
        self._xdotool("key", "--delay", "20", *names)

    def types(self, text: str) -> None:
        """Type ASCII key by key."""
        self._xdotool("type", "--delay", "20", text)

    def pastes(self, text: str) -> None:
        """Ctrl+V of a text another program offers; comes back when the window has fetched it."""
        assert self._clipboard is not None
        assert self._clipboard.stdin is not None
        assert self._clipboard.stdout is not None
        self._clipboard.stdin.write(f"{text}\n")
        self._clipboard.stdin.flush()
        answer = self._clipboard.stdout.readline().strip()
        while answer != "offered":  # an earlier text may have been fetched twice
            answer = self._clipboard.stdout.readline().strip()
        self.keys("ctrl+v")
        assert self._clipboard.stdout.readline().strip() == "taken"

    def closes(self) -> int:
        """Ctrl+Q; the program's exit code."""
        self.keys("ctrl+q")
        assert self._program is not None
        return self._program.wait(PATIENCE_SECONDS)

    def _xdotool(self, *words: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        assert not check or done.returncode == 0, done.stderr
        return done.stdout

    def _wait(self) -> None:
        threading.Event().wait(_LOOK_AGAIN)
