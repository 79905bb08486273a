"""期限与依据, and below it everything else that may be done now, and why the rest may not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calendar import Calendar, weekday_name
from app.domain.casefile import DeadlineRow
from app.domain.procedure import Choice
from app.services import kinds
from app.ui import theme
from app.ui.matter import words
from app.ui.matter.face import Shown
from app.ui.matter.record_list import KeptScroll
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Button, button, label, rule

_SHOWN_ELSEWHERE = ("amend",)
_NOT_LOADED = "尚未载入"


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


class ClockCard(Card):
    """期限与依据: every clock with its date, what is left, why, and the article; running ones first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("期限与依据", flush=True, parent=parent)
        self._column, self.area = _column_in(self)

    def show_case(self, shown: Shown, calendar: Calendar) -> None:
        """Show the clocks of the case as it was read."""
        self.area.hold()
        _empty(self._column)
        rows = sorted(shown.view.deadlines, key=lambda row: row.done_on is not None)
        for place, row in enumerate(rows):
            if place:
                self._column.addSpacing(theme.STEP)
                self._column.addWidget(rule())
                self._column.addSpacing(theme.STEP)
            self._add_clock(row, shown, calendar)
        if not rows:
            self._column.addWidget(label("没有正在计算的期限。", "secondary", wrap=True))
        self._column.addStretch(1)
        self.area.release()

    def _add_clock(self, row: DeadlineRow, shown: Shown, calendar: Calendar) -> None:
        self._column.addWidget(label(row.label, "heading", wrap=True))
        chip = Chip(*words.deadline_status(row, shown.now, calendar))
        self._column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        if row.due_at is not None:
            self._column.addWidget(label(f"到期 {words.moment_words(row.due_at)}"))
        elif row.due_on is not None:
            self._column.addWidget(label(f"到期 {row.due_on} {weekday_name(row.due_on)}"))
        for line in row.explanation.rstrip("。").split("；"):
            unknown = row.provisional and _NOT_LOADED in line
            text = label(f"暂定：{line}" if unknown else line, "note", wrap=True)
            if unknown:
                theme.style(text, tone="warning")
            self._column.addWidget(text)
        if row.remind_on is not None and row.due_on is not None and row.remind_on < row.due_on:
            self._column.addWidget(label(f"提前按 {row.remind_on} 提醒", "note", wrap=True))
        self._column.addWidget(label(f"依据：{row.basis}", "note", wrap=True))


class ActCard(Card):
    """其他可办事项: by stage, that of the case first; what is not possible now is folded away below.

    `act_wanted(name)`: an allowed act was chosen; a barred one shows its reason below.
    """

    act_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("其他可办事项", flush=True, parent=parent)
        self._column, self.area = _column_in(self)
        self._column.setContentsMargins(6, 6, 6, 8)
        self._column.setSpacing(0)
        self.reason = label("", "note", wrap=True)
        self.reason.setContentsMargins(14, 8, 14, 10)
        self._reason_line = rule(self)
        self.body.setSpacing(0)
        self.body.addWidget(self._reason_line)
        self.body.addWidget(self.reason)
        self.buttons: dict[str, ActButton] = {}
        self.more = button("", self.turn, kind="link")
        self._barred = QWidget()
        self._open_for = ""
        self._case_id = ""
        self._show_reason("")

    def show_case(self, shown: Shown) -> None:
        """Show the acts of the case as it was read; the focus stays on its act, the fold as it was left."""
        focused = next((name for name, one in self.buttons.items() if one.hasFocus()), "")
        on_more = self.more.hasFocus()
        self._case_id = shown.view.case.id
        self.area.hold()
        self.buttons = {}
        self._show_reason("")
        _empty(self._column)
        others = [c for c in shown.view.choices if not c.next_step and c.name not in _SHOWN_ELSEWHERE]
        possible = [choice for choice in others if choice.allowed]
        barred = [choice for choice in others if not choice.allowed]
        if not possible:
            quiet = label("除了下一步，现在没有别的事可办。", "note", wrap=True)
            quiet.setContentsMargins(9, 2, 8, 4)
            self._column.addWidget(quiet)
        self._add_groups(self._column, possible, shown)
        self._add_fold(barred, shown)
        self._column.addStretch(1)
        self.area.release()
        if focused in self.buttons:
            self.buttons[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        elif on_more:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def unfolded(self) -> bool:
        """Whether what is not possible now stands in the open; for another case it is folded again."""
        return bool(self._case_id) and self._open_for == self._case_id

    def turn(self) -> None:
        """Fold or unfold what is not possible now."""
        self._open_for = "" if self.unfolded else self._case_id
        self._show_reason("")
        self._show_fold()

    def _add_fold(self, barred: list[Choice], shown: Shown) -> None:
        self.more = button("", self.turn, kind="link")
        self.more.setProperty("count", len(barred))
        self._barred = QWidget()
        inner = QVBoxLayout(self._barred)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self._add_groups(inner, barred, shown)
        self._column.addSpacing(theme.STEP)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._barred)
        self._show_fold()
        self.more.setVisible(bool(barred))

    def _show_fold(self) -> None:
        count = self.more.property("count")
        self.more.setText(
            f"收起现在不能办的 {count} 项" if self.unfolded else f"更多…（{count} 项现在不能办）"
        )
        self._barred.setVisible(self.unfolded)

    def _add_groups(self, column: QVBoxLayout, choices: Sequence[Choice], shown: Shown) -> None:
        """Under the name of their stage; a single group needs no heading."""
        kind = shown.view.kind
        procedure = kinds.procedure_of(kind)
        now = kind.stage(shown.view.case)
        stages = sorted((stage.id for stage in procedure.stages), key=lambda stage: stage != now)
        groups = [(stage, [c for c in choices if c.stage == stage]) for stage in stages]
        groups = [(stage, acts) for stage, acts in groups if acts]
        for place, (stage, acts) in enumerate(groups):
            if len(groups) > 1:
                head = label(procedure.stage_label(stage), "note")
                head.setContentsMargins(9, 6 if place else 0, 0, 1)
                column.addWidget(head)
            for choice in acts:
                self._add_act(column, choice)

    def _add_act(self, column: QVBoxLayout, choice: Choice) -> None:
        made = ActButton(choice)
        made.clicked.connect(lambda _on=False: self._on_clicked(choice))
        made.reason_wanted.connect(self._show_reason)
        self.buttons[choice.name] = made
        column.addWidget(made)

    def _on_clicked(self, choice: Choice) -> None:
        if choice.allowed:
            self.act_wanted.emit(choice.name)
        else:
            self._show_reason(choice.reason)

    def _show_reason(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._reason_line.setVisible(bool(reason))


def _column_in(card: Card) -> tuple[QVBoxLayout, KeptScroll]:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(theme.STEP)
    scroll = KeptScroll(inner)
    card.body.addWidget(scroll, 1)
    return column, scroll


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
