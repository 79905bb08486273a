"""Below the preview: what the marked row is like, and what becomes of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.order_likeness import DECISIONS, MERGE, SKIP, Alike
from app.ui import theme
from app.ui.widgets.labels import button, label
from app.ui.widgets.segments import Segments


class AlikeChoice(QWidget):
    """`chosen(decision)` for the marked row, `chosen_for_all(decision)`, `case_wanted(case id)`.

    Alt with 1, 2, 3 chooses while the keyboard stays in the table.
    """

    chosen = Signal(str)
    chosen_for_all = Signal(str)
    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alike: Alike | None = None
        self._sentence = label("", wrap=True)
        self._look = button("打开看看", self._open, kind="link")
        self.segments = Segments("这一行怎么办", list(DECISIONS.items()))
        self.segments.set_tips([f"Alt+{place}" for place in range(1, len(DECISIONS) + 1)])
        self._why_not = label("", "note")
        first = QHBoxLayout()
        first.setSpacing(theme.STEP * 2)
        first.addWidget(self._sentence, 1)
        first.addWidget(self._look, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setSpacing(theme.STEP * 2)
        second.addWidget(self.segments)
        second.addWidget(self._why_not)
        second.addStretch(1)
        second.addWidget(button("疑似重复的全部并案", partial(self.chosen_for_all.emit, MERGE), kind="quiet"))
        second.addWidget(button("全部跳过", partial(self.chosen_for_all.emit, SKIP), kind="quiet"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.CARD_MARGIN, theme.STEP * 2, theme.CARD_MARGIN, theme.STEP * 2)
        column.setSpacing(theme.STEP)
        column.addLayout(first)
        column.addLayout(second)
        self.segments.chosen.connect(self.chosen)
        for place, decision in enumerate(DECISIONS, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{place}"), self)
            shortcut.activated.connect(partial(self.chosen.emit, decision))
        self.hide()

    def show_alike(self, alike: Alike | None, decision: str) -> None:
        """Show what a row is like and what was chosen for it; without likeness there is nothing to choose."""
        self._alike = alike
        self.setVisible(alike is not None)
        if alike is None:
            return
        self._sentence.setText(f"{alike.sentence()}。")
        self._look.setVisible(bool(alike.case_id))
        self.segments.set_value(decision)
        self._why_not.setText("" if alike.mergeable else "那一件已经办结或不能并案，只能登记或者跳过。")

    def _open(self) -> None:
        if self._alike is not None and self._alike.case_id:
            self.case_wanted.emit(self._alike.case_id)
