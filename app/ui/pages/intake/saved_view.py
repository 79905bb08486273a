"""What stands in place of the form once a complaint is on disk: its number and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.registration import Registered
from app.ui import theme
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import button, label

_WIDTH = 520


class SavedView(QWidget):
    """`open_wanted`, `print_wanted` (each with the case id) and `another_wanted`."""

    open_wanted = Signal(str)
    print_wanted = Signal(str)
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case_id = ""
        self._number = label("", "figure")
        self._parties = label("", wrap=True)
        self._term = label("", "secondary", wrap=True)
        self._decide = button("作出受理决定", self._open, kind="primary")
        self._print = button("打印登记表", self._on_print, icon="print")
        self._another = button("再登记一件", self.another_wanted.emit, icon="plus")
        card = Card()
        card.setMaximumWidth(_WIDTH)
        card.body.setContentsMargins(28, 26, 28, 26)
        card.body.setSpacing(theme.STEP * 3)
        done = QHBoxLayout()
        done.addWidget(Chip("✓ 已保存", "success"))
        done.addStretch(1)
        card.body.addLayout(done)
        for part in (self._number, self._parties, self._term):
            card.body.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEP * 2)
        for one in (self._decide, self._print, self._another):
            buttons.addWidget(one)
        buttons.addStretch(1)
        card.body.addSpacing(theme.STEP)
        card.body.addLayout(buttons)
        middle = QHBoxLayout(self)
        column = QVBoxLayout()
        column.addStretch(2)
        column.addWidget(card)
        column.addStretch(3)
        middle.addStretch(1)
        middle.addLayout(column, 3)
        middle.addStretch(1)

    def show_saved(self, saved: Registered, parties: str, term: str) -> None:
        """Show one case; the keyboard stands on the next step."""
        self._case_id = saved.case_id
        self._number.setText(saved.number)
        self._number.setAccessibleName(f"已登记，编号 {saved.number}")
        self._parties.setText(parties)
        self._term.setText(term)
        self._term.setVisible(bool(term))

    def take_focus(self) -> None:
        """Put the keyboard on the next step."""
        self._decide.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self.open_wanted.emit(self._case_id)

    def _on_print(self) -> None:
        self.print_wanted.emit(self._case_id)
