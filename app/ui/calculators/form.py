"""What every calculator has: a form, a button, and the result beside or below it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.calculators.outcome import Outcome
from app.domain.errors import InvalidFields, UserError
from app.services import intake_review
from app.ui import theme
from app.ui.calculators.result import ResultPanel
from app.ui.context import Context
from app.ui.widgets.card import Card
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.date_fields import DateField
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import button, label
from app.ui.widgets.next_field import set_scope
from app.ui.widgets.radio_list import RadioList
from app.ui.widgets.tick_box import TickBox

_SIDE_BY_SIDE = 760
_ABSENT = (None, "")


class CalculatorForm(QWidget):
    """Base of the calculators.

    A calculator adds fields to `grid` in `build`, hides what does not apply in `arrange`, and computes in
    `compute` from the values given. After the first result every edit computes anew. `problem(text)`: an
    error that belongs to no field.
    """

    title = ""
    lead = ""
    problem = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("kind", "scrolled")
        self.context = context
        self.grid = FormGrid(2)
        self.result = ResultPanel()
        self.result.copied.connect(lambda: context.toast_wanted.emit("已复制"))
        self.go = button("计算", self.calculate, "primary")
        self.empty = button("清空", self.clear)
        # The scroll area learns of the new height with the next round of events.
        self._bring = QTimer(self)
        self._bring.setSingleShot(True)
        self._bring.timeout.connect(self._bring_result)
        set_scope(self)
        # Fields before buttons: the order of Tab is that of coming into the window.
        self.build()
        self._lay_out()
        self._first: dict[str, Any] = self.grid.values()
        for row in self.grid.rows.values():
            row.field.changed.connect(self._on_changed)
        self.arrange()

    def build(self) -> None:
        """Add the fields."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Hide the fields that do not apply to what is chosen."""

    def compute(self, given: dict[str, Any]) -> Outcome:
        """The result of the values given, hidden and empty fields left out. Raises UserError."""
        raise NotImplementedError

    def calculate(self) -> bool:
        """Check, compute, show; False when something is wrong."""
        wrong_now = {name: text for name, text in self._own_problems().items() if text}
        if wrong_now:
            self.grid.show_problems(wrong_now)
            self.result.clear(stale=True)
            return False
        try:
            outcome = self.compute(self._given())
        except InvalidFields as wrong:
            left = self.grid.show_problems(wrong.problems)
            self.result.clear(stale=True)
            if left:
                self.problem.emit("；".join(left.values()))
            return False
        except UserError as wrong:
            self.result.clear(stale=True)
            self.problem.emit(wrong.message)
            return False
        self.problem.emit("")
        self.result.show_outcome(outcome)
        self._bring.start()
        return True

    def clear(self) -> None:
        """Start again."""
        self.result.clear()
        self.grid.set_values(self._first)
        self.grid.show_problems({})
        self.result.clear()
        self.problem.emit("")
        next(iter(self.grid.rows.values())).field.setFocus()

    def given_words(self) -> list[tuple[str, str]]:
        """Every field in use that holds something, as caption and text, the way it stands on the screen."""
        words = ((name, self._words_of(name)) for name in self.grid.rows if self._is_used(name))
        return [(self.grid.row(name).caption(), text) for name, text in words if text]

    def _words_of(self, name: str) -> str:
        """ "" for an empty field and for a box that is not ticked."""
        field = self.grid.field(name)
        value = field.value()
        if value is None or value is False or value == "":
            return ""
        if isinstance(field, TickBox):
            return field.text()
        return field.label() if isinstance(field, (ChoiceField, RadioList)) else field.text()

    def show_only(self, shown: dict[str, bool]) -> None:
        """Show or hide fields by name."""
        for name, visible in shown.items():
            self.grid.field(name).setVisible(visible)

    def day_field(self) -> DateField:
        """A date with the note of the calendar."""
        office = self.context.office
        return DateField(office.clock.today, lambda day: intake_review.day_note(office, day))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= _SIDE_BY_SIDE
        self._pair.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )

    def _bring_result(self) -> None:
        """Below the form the result may be out of sight."""
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and self._pair.direction() == QBoxLayout.Direction.TopToBottom:
            area.verticalScrollBar().setValue(self.result.y())

    def _given(self) -> dict[str, Any]:
        return {
            name: value
            for name, value in self.grid.values().items()
            if value not in _ABSENT and self._is_used(name)
        }

    def _is_used(self, name: str) -> bool:
        return not self.grid.field(name).isHidden()

    def _on_changed(self) -> None:
        self.arrange()
        if self.result.outcome is None:
            return
        try:
            outcome = self.compute(self._given()) if not any(self._own_problems().values()) else None
        except UserError:
            # Said in full when the button is pressed; while typing a half-written form is no mistake.
            outcome = None
        if outcome is None:
            self.result.clear(stale=True)
        else:
            self.result.show_outcome(outcome)

    def _own_problems(self) -> dict[str, str]:
        """What each field in use has to say before anything is computed; "" when nothing."""
        found = {}
        for name, row in self.grid.rows.items():
            if self._is_used(name):
                empty = row.mandatory and row.field.value() in _ABSENT
                found[name] = row.field.problem() or (
                    f"请填写{row.caption().split('（')[0]}。" if empty else ""
                )
        return found

    def _lay_out(self) -> None:
        card = Card(self.title)
        card.body.addWidget(label(self.lead, "secondary", wrap=True))
        card.body.addWidget(self.grid)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        foot.addWidget(self.empty)
        card.body.addLayout(foot)
        card.body.addStretch(1)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(theme.GAP)
        self._pair.addWidget(card, 5)
        self._pair.addWidget(self.result, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.STEP, 0)
        layout.addLayout(self._pair)
        layout.addStretch(1)


def across(choices: dict[Any, str], value: str) -> RadioList:
    """A few short choices in one line, one of them taken."""
    made = RadioList()
    made.set_choices([(str(key), text) for key, text in choices.items()], across=True)
    made.set_value(value)
    return made


def below(choices: dict[Any, str], value: str) -> RadioList:
    """Choices below each other, one of them taken."""
    made = RadioList()
    made.set_choices([(str(key), text) for key, text in choices.items()])
    made.set_value(value)
    return made
