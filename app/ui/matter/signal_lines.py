"""What the ledger shows under 第17条, as lines: the item, the sentence with its figures, a way to a case."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.abuse import Looked
from app.ui import theme
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import button, label

_FIRST = 3


class SignalLines(QWidget):
    """`case_wanted(case id)`: the latest case behind a line is to be looked at."""

    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.STEP * 2)

    def show_looked(self, looked: Looked, *, whole: bool = False) -> None:
        """Show the signals, and that they decide nothing; the first few, the others when asked for."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = looked.signals if whole else looked.signals[:_FIRST]
        for signal in shown:
            line = QWidget()
            column = QVBoxLayout(line)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.STEP)
            head = QHBoxLayout()
            head.setSpacing(theme.STEP)
            head.addWidget(Chip(looked.label(signal), "warning"), 0, Qt.AlignmentFlag.AlignLeft)
            head.addStretch(1)
            if signal.cases:
                link = button("看最近一件", partial(self.case_wanted.emit, signal.cases[0]), kind="link")
                theme.style(link, slim=True)
                head.addWidget(link)
            column.addLayout(head)
            column.addWidget(label(signal.text, wrap=True))
            if signal.advice:
                column.addWidget(label(signal.advice, "note", wrap=True))
            self._column.addWidget(line)
        if len(shown) < len(looked.signals):
            rest = f"还有 {len(looked.signals) - len(shown)} 项"
            more = button(rest, partial(self.show_looked, looked, whole=True), kind="link")
            theme.style(more, flush=True)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if looked.signals:
            self._column.addWidget(label(looked.rules.notice, "note", wrap=True))
