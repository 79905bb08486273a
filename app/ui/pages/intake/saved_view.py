"""What stands in place of the form once a complaint is on disk: its number and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.registration import Registered
from app.ui.widgets.done_view import DoneView
from app.ui.widgets.labels import button, label

_WIDTH = 520


class SavedView(DoneView):
    """`decision_wanted`, `print_wanted` (each with the case id) and `another_wanted`."""

    decision_wanted = Signal(str)
    print_wanted = Signal(str)
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._case_id = ""
        self._number = label("", "figure")
        self._parties = label("", wrap=True)
        self._term = label("", "secondary", wrap=True)
        self._decide = button("作出受理决定", kind="primary")
        self._print = button("打印登记表", icon="print")
        self._another = button("再登记一件", icon="plus")
        lines = (self._number, self._parties, self._term)
        super().__init__(lines, (self._decide, self._print, self._another), _WIDTH, parent)
        self._decide.clicked.connect(self._on_decide)
        self._print.clicked.connect(self._on_print)
        self._another.clicked.connect(self.another_wanted)

    def show_saved(self, saved: Registered, parties: str, term: str) -> None:
        """Show one case; the keyboard stands on the next step."""
        self._case_id = saved.case_id
        self._number.setText(saved.number)
        self._number.setAccessibleName(f"已登记，编号 {saved.number}")
        self._parties.setText(parties)
        self._term.setText(term)
        self._term.setVisible(bool(term))

    def _on_decide(self) -> None:
        self.decision_wanted.emit(self._case_id)

    def _on_print(self) -> None:
        self.print_wanted.emit(self._case_id)
