"""期限与依据, and below it everything else that may be done now, and why the rest may not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calendar import Calendar
from app.domain.casefile import DeadlineRow
from app.domain.procedure import Choice
from app.ui import theme
from app.ui.pages.case import words
from app.ui.pages.case.reading import Shown
from app.ui.pages.case.record_list import KeptScroll
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Button, label, rule

_SHOWN_ELSEWHERE = ("amend",)


class ActButton(Button):
    """An act beside the next step. One that is not possible can still be focused, to learn why."""

    reason_wanted = Signal(str)

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(choice.label, parent)
        self.choice = choice
        self.setAutoDefault(False)
        self.setProperty("kind", "act")
        self.setProperty("barred", "false" if choice.allowed else "true")
        self.setToolTip(choice.reason or choice.basis)
        self.setAccessibleName(choice.label if choice.allowed else f"{choice.label}（现在不能办）")
        self.setAccessibleDescription(choice.reason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reason_wanted.emit(self.choice.reason)


class SidePanel(Card):
    """`act_wanted(name)`: an allowed act was chosen."""

    act_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("期限与依据", flush=True, parent=parent)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(theme.STEP)
        self.scroll = KeptScroll(inner)
        self.reason = label("", "note", wrap=True)
        self.reason.setContentsMargins(14, 8, 14, 10)
        self.reason.hide()
        self.body.setSpacing(0)
        self.body.addWidget(self.scroll, 1)
        self._line = rule(self)
        self._line.hide()
        self.body.addWidget(self._line)
        self.body.addWidget(self.reason)
        self.buttons: dict[str, ActButton] = {}

    def show_case(self, shown: Shown, calendar: Calendar) -> None:
        """Show the clocks and the acts of the case as it was read; the focus stays on its act."""
        focused = next((name for name, one in self.buttons.items() if one.hasFocus()), "")
        self.scroll.hold()
        self._clear()
        rows = shown.view.deadlines
        for place, row in enumerate(rows):
            self._add_clock(row, shown, calendar)
            if place + 1 < len(rows):
                self._column.addSpacing(theme.STEP)
                self._column.addWidget(rule())
                self._column.addSpacing(theme.STEP)
        if not rows:
            self._column.addWidget(label("没有正在计算的期限。", "secondary", wrap=True))
        self._add_acts(shown.view.choices)
        self._column.addStretch(1)
        self.scroll.release()
        if focused in self.buttons:
            self.buttons[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.buttons = {}
        self._show_reason("")
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_clock(self, row: DeadlineRow, shown: Shown, calendar: Calendar) -> None:
        self._column.addWidget(label(row.label, "heading", wrap=True))
        chip = Chip(*words.deadline_status(row, shown.today, calendar))
        self._column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        if row.due_on is not None:
            self._column.addWidget(label(f"到期 {row.due_on}"))
        for line in row.explanation.rstrip("。").split("；"):
            self._column.addWidget(label(line, "secondary", wrap=True))
        if row.remind_on is not None and row.due_on is not None and row.remind_on < row.due_on:
            self._column.addWidget(label(f"提前按 {row.remind_on} 提醒", "secondary", wrap=True))
        if row.provisional:
            note = label("暂定：到期日所在年份的放假安排还没有载入，载入后会重新计算。", "note", wrap=True)
            theme.style(note, tone="warning")
            self._column.addWidget(note)
        self._column.addWidget(label(f"依据：{row.basis}", "note", wrap=True))

    def _add_acts(self, choices: Sequence[Choice]) -> None:
        others = [c for c in choices if not c.next_step and c.name not in _SHOWN_ELSEWHERE]
        for title, group in (
            ("其他可办事项", [c for c in others if c.allowed]),
            ("现在不能办的", [c for c in others if not c.allowed]),
        ):
            if not group:
                continue
            self._column.addSpacing(theme.STEP * 2)
            self._column.addWidget(rule())
            self._column.addSpacing(theme.STEP)
            self._column.addWidget(label(title, "heading"))
            for choice in group:
                self._add_act(choice)

    def _add_act(self, choice: Choice) -> None:
        made = ActButton(choice)
        made.clicked.connect(lambda _on=False: self._on_clicked(choice))
        made.reason_wanted.connect(self._show_reason)
        self.buttons[choice.name] = made
        self._column.addWidget(made)

    def _on_clicked(self, choice: Choice) -> None:
        if choice.allowed:
            self.act_wanted.emit(choice.name)
        else:
            self._show_reason(choice.reason)

    def _show_reason(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._line.setVisible(bool(reason))
