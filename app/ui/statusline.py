"""The line at the bottom: is the data safe, and what day is it for the law."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.ui import theme
from app.ui.widgets.labels import label

_HEIGHT = 26


class StatusLine(QFrame):
    """Facts at the left in the order they are first set, the day at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "statusline")
        self.setFixedHeight(_HEIGHT)
        self._facts: dict[str, QLabel] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.PAGE_MARGIN, 0, theme.PAGE_MARGIN, 0)
        self._row.setSpacing(theme.STEP * 4)
        self._today = label("")
        self._today.setAccessibleName("今天")
        self._row.addStretch(1)
        self._row.addWidget(self._today)

    def set_fact(self, name: str, text: str, tone: str = "", tip: str = "") -> None:
        """Set one fact (`"encryption"`, `"backup"`, `"chain"` …); `tone` is "", "warning" or "danger"."""
        if name not in self._facts:
            fact = label("")
            fact.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self._facts[name] = fact
            self._row.insertWidget(len(self._facts) - 1, fact)
        fact = self._facts[name]
        mark = {"": "●", "warning": "▲", "danger": "✕"}[tone]
        fact.setText(f"{mark} {text}" if tone or len(self._facts) == 1 else text)
        fact.setToolTip(tip)
        fact.setVisible(bool(text))
        theme.style(fact, tone=tone)

    def set_today(self, text: str) -> None:
        """The day as the law sees it: 2026年11月21日 星期六 · 非工作日."""
        self._today.setText(text)
        self._today.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
