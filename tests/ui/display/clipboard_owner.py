"""A process that owns the clipboard, as another program would: for pasting Chinese into the real window.

Each line of stdin is offered; `offered` is answered at once, `taken` when somebody has pasted it. Only
then may the next text come, because a paste asks for the text when it happens.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QMimeData, QSocketNotifier
from PySide6.QtGui import QGuiApplication


def tell(word: str) -> None:
    """One line to whoever started this process."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


class Offer(QMimeData):
    """Plain text that tells when it was fetched."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def hasFormat(self, kind: str) -> bool:
        return kind.startswith("text/plain")

    def formats(self) -> list[str]:
        return ["text/plain", "text/plain;charset=utf-8"]

    def retrieveData(self, kind: str, _type: Any) -> Any:
        if not kind.startswith("text/plain"):
            return None
        tell("taken")
        return self._text


def main() -> int:
    """Until stdin ends."""
    application = QGuiApplication([])
    clipboard = application.clipboard()
    kept: list[Offer] = []

    def offer() -> None:
        line = sys.stdin.readline()
        if not line:
            application.exit(0)
            return
        kept.append(Offer(line.rstrip("\n")))
        clipboard.setMimeData(kept[-1])
        tell("offered")

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(offer)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
