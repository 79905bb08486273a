"""The head of the case page: which case, how it stands, how long there is, and the one next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.calendar import Calendar
from app.services import identities, rulebook
from app.services.papers import PaperOrder
from app.ui import theme
from app.ui.matter import words
from app.ui.matter.face import Shown
from app.ui.matter.list_words import sync_chip
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import ElidedLabel, button, label
from app.ui.widgets.step_bar import StepBar

_KEY = "Ctrl ↵"


class CaseHeader(Card):
    """`next_wanted()`, `paper_wanted(PaperOrder)`, `stage_chosen(id)`."""

    next_wanted = Signal()
    paper_wanted = Signal(object)
    stage_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.number = label("", "title")
        self.kind = Chip()
        self.phase = Chip()
        self.due = Chip()
        self.sync = Chip()
        self.parties = ElidedLabel(kind="secondary")
        self.print_button = button("打印", icon="print")
        self.print_button.setProperty("hasMenu", "true")
        self._menu = QMenu(self.print_button)
        self._menu.setToolTipsVisible(True)
        self.print_button.setMenu(self._menu)
        self.next_button = button("", self.next_wanted.emit, kind="primary")
        self.bar = StepBar()
        self._stages: tuple[str, ...] = ()
        self.bar.chosen.connect(lambda place: self.stage_chosen.emit(self._stages[place]))
        line = QHBoxLayout()
        line.setSpacing(theme.STEP * 2 + 2)
        for part in (self.number, self.kind, self.phase, self.due, self.sync):
            line.addWidget(part)
        line.addWidget(self.parties, 1)
        # Keeps what stands before it together where the parties have a line of their own.
        self._filler = QWidget()
        self._filler.hide()
        line.addWidget(self._filler, 1)
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
            self._first_line.insertWidget(5, self.parties, 1)
        self._filler.setVisible(narrow)

    def show_case(self, shown: Shown, calendar: Calendar) -> None:
        """Show the case as it was read."""
        case = shown.case
        number = case.number if case.round == 1 else f"{case.number}（第 {case.round} 轮）"
        self.number.setText(number)
        face = shown.face
        acting = identities.label(case.identity).partition("（")[0]
        usual = not case.identity or rulebook.identities().bound_by_periods(case.identity)
        self.kind.show_status(face.mark.label if usual else f"{face.mark.label} · {acting}", "neutral")
        self.kind.setToolTip(f"办理身份：{acting}" if acting else "")
        self.phase.show_status(*face.mark.phase_chip(case.phase))
        self._show_due(shown, calendar)
        self.sync.setVisible(bool(shown.sync.state))
        self.sync.show_status(*sync_chip(shown.sync))
        self.sync.setToolTip(shown.sync.sentence)
        self.parties.setText(face.line(case))
        steps = face.steps(shown)
        self._stages = tuple(stage for stage, _step in steps)
        self.bar.set_steps([step for _stage, step in steps])
        step = shown.view.next_step
        self.next_button.setVisible(step is not None)
        if step is not None:
            self.next_button.setText(f"下一步：{step.label}  {_KEY}")
            self.next_button.setAccessibleName(f"下一步：{step.label}")
            self.next_button.setToolTip(face.needed(shown, step))
        self._fill_menu(shown.orders)

    def _show_due(self, shown: Shown, calendar: Calendar) -> None:
        urgent = shown.urgent
        self.due.setVisible(urgent is not None)
        if urgent is not None:
            text, role = words.deadline_status(urgent, shown.now, calendar)
            self.due.show_status(f"{urgent.label} {text} · {urgent.due_on}", role)

    def _fill_menu(self, orders: Sequence[tuple[PaperOrder, str, str]]) -> None:
        self._menu.clear()
        self.print_button.setVisible(bool(orders))
        for order, name, reason in orders:
            action = self._menu.addAction(name)
            action.setEnabled(not reason)
            action.setToolTip(reason or f"预览后打印{name}")
            action.triggered.connect(lambda _on=False, wanted=order: self.paper_wanted.emit(wanted))
