"""What stands in place of the form once a matter is on disk: its number and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.matter.intake_form import AfterSaving, Saved
from app.ui.widgets.done_view import DoneView
from app.ui.widgets.labels import button, label

_WIDTH = 520


class SavedView(DoneView):
    """`act_wanted(case id, act)`, `print_wanted(case id, paper)`, `case_wanted(case id)`, `another_wanted()`.

    The first button is the next step of the kind, or the way to the case where there is none.
    """

    act_wanted = Signal(str, str)
    print_wanted = Signal(str, str)
    case_wanted = Signal(str)
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._case_id = ""
        self._act = ""
        self._paper = ""
        self._number = label("", "figure")
        self._parties = label("", wrap=True)
        self._term = label("", "secondary", wrap=True)
        self._next = button("", kind="primary")
        self._print = button("", icon="print")
        self._another = button("再登记一件", icon="plus")
        lines = (self._number, self._parties, self._term)
        super().__init__(lines, (self._next, self._print, self._another), _WIDTH, parent)
        self._next.clicked.connect(self._on_next)
        self._print.clicked.connect(lambda: self.print_wanted.emit(self._case_id, self._paper))
        self._another.clicked.connect(self.another_wanted)

    def show_saved(self, saved: Saved, after: AfterSaving) -> None:
        """Show one case; the keyboard stands on the next step."""
        self._case_id = saved.case_id
        self._number.setText(saved.number)
        self._number.setAccessibleName(f"已登记，编号 {saved.number}")
        self._parties.setText(after.line)
        self._term.setText(after.term)
        self._term.setVisible(bool(after.term))
        words, self._act = after.act or ("打开案件", "")
        self._next.setText(words)
        words, self._paper = after.paper or ("", "")
        self._print.setText(words)
        self._print.setVisible(bool(self._paper))

    def _on_next(self) -> None:
        if self._act:
            self.act_wanted.emit(self._case_id, self._act)
        else:
            self.case_wanted.emit(self._case_id)
