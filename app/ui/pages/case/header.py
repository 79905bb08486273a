"""The head of the case page: which case, how it stands, how long there is, and the one next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.calendar import Calendar
from app.domain.kinds.complaint.state import PHASES
from app.domain.kinds.complaint.timing import most_urgent
from app.services.papers import PaperOrder
from app.ui import theme
from app.ui.pages.case import words
from app.ui.pages.case.reading import Shown
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import ElidedLabel, button, label
from app.ui.widgets.step_bar import StepBar

_KEY = "Ctrl ↵"


class CaseHeader(Card):
    """`next_wanted()`, `paper_wanted(PaperOrder)`, `stage_chosen(int)`."""

    next_wanted = Signal()
    paper_wanted = Signal(object)
    stage_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.number = label("", "title")
        self.phase = Chip()
        self.due = Chip()
        self.parties = ElidedLabel(kind="secondary")
        self.print_button = button("打印", icon="print")
        self.print_button.setProperty("hasMenu", "true")
        self._menu = QMenu(self.print_button)
        self._menu.setToolTipsVisible(True)
        self.print_button.setMenu(self._menu)
        self.next_button = button("", self.next_wanted.emit, kind="primary")
        self.bar = StepBar()
        self.bar.chosen.connect(self.stage_chosen)
        line = QHBoxLayout()
        line.setSpacing(theme.STEP * 2 + 2)
        for part in (self.number, self.phase, self.due):
            line.addWidget(part)
        line.addWidget(self.parties, 1)
        line.addWidget(self.print_button)
        line.addWidget(self.next_button)
        self.body.setContentsMargins(16, 9, 16, 10)
        self.body.setSpacing(theme.STEP * 2)
        self._first_line = line
        self.body.addLayout(line)
        self.body.addWidget(self.bar)

    def set_narrow(self, narrow: bool) -> None:
        """Where one line is too short, who and what stand on a second one."""
        self._first_line.removeWidget(self.parties)
        self.body.removeWidget(self.parties)
        if narrow:
            self.body.insertWidget(1, self.parties)
        else:
            self._first_line.insertWidget(3, self.parties, 1)
        self._first_line.setStretchFactor(self.due, 1 if narrow else 0)

    def show_case(self, shown: Shown, calendar: Calendar) -> None:
        """Show the case as it was read."""
        case = shown.view.case
        number = case.number if case.round == 1 else f"{case.number}（第 {case.round} 轮）"
        self.number.setText(number)
        self.phase.show_status(PHASES[case.phase], words.PHASE_ROLES[case.phase])
        self._show_due(shown, calendar)
        self.parties.setText(words.parties_line(case))
        self.bar.set_steps(words.steps(case, shown.today))
        step = shown.view.next_step
        self.next_button.setVisible(step is not None)
        if step is not None:
            self.next_button.setText(f"下一步：{step.label}  {_KEY}")
            self.next_button.setAccessibleName(f"下一步：{step.label}")
            self.next_button.setToolTip(words.needed(shown, step))
        self._fill_menu(shown.orders)

    def _show_due(self, shown: Shown, calendar: Calendar) -> None:
        urgent = most_urgent(shown.view.case, shown.view.deadlines)
        self.due.setVisible(urgent is not None)
        if urgent is not None:
            text, role = words.deadline_status(urgent, shown.today, calendar)
            self.due.show_status(f"{urgent.label} {text} · {urgent.due_on}", role)

    def _fill_menu(self, orders: Sequence[tuple[PaperOrder, str, str]]) -> None:
        self._menu.clear()
        for order, name, reason in orders:
            action = self._menu.addAction(name)
            action.setEnabled(not reason)
            action.setToolTip(reason or f"预览后打印{name}")
            action.triggered.connect(lambda _on=False, wanted=order: self.paper_wanted.emit(wanted))
