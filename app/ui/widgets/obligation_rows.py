"""The obligations of an agreement as they are typed: who, what, how much, by when, how."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.money import capital, format_yuan
from app.domain.settlement.facts import Obligation
from app.ui import theme
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.date_fields import DateField
from app.ui.widgets.designed_rows import DesignedRow
from app.ui.widgets.labels import button, icon_button, label
from app.ui.widgets.money_field import MoneyField
from app.ui.widgets.payers_field import PayersField
from app.ui.widgets.text_fields import NameField

OBLIGORS = [("respondent", "被投诉人"), ("complainant", "投诉人")]
KINDS = [
    ("money", "付款"),
    ("punitive", "加倍赔偿"),
    ("goods", "交付实物"),
    ("returned", "返还原物"),
    ("repair", "修理、重作"),
    ("waiver", "免除费用"),
    ("act", "其他行为"),
]
_MEANS = {
    "money": ("money", ""),
    "punitive": ("money", "punitive"),
    "goods": ("goods", "goods"),
    "returned": ("goods", "returned"),
    "repair": ("act", "repair"),
    "waiver": ("act", "waiver"),
    "act": ("act", ""),
}
"""Kind and relief of an obligation by what is chosen."""
_WORTH = ("goods", "repair", "waiver")
"""Without money, but worth something that is declared and counted apart."""
_NAMES = ("obligor", "kind", "amount", "due_on", "method", "description")
_TITLES = ("由谁履行", "履行什么", "金额或折价（元）", "履行期限", "履行方式", "具体内容")
_WIDTHS = (96, 106, 116, 140, 96, 130)
_METHODS = {
    "money": "转账",
    "punitive": "转账",
    "goods": "当面交付",
    "returned": "当面交付",
    "repair": "上门",
    "waiver": "当场确认",
    "act": "上门",
}

Today = Callable[[], dt.date]
Note = Callable[[dt.date], str]


class _Line:
    """The fields of one obligation; its widgets live in the grid of `ObligationRows`."""

    def __init__(self, owner: ObligationRows, today: Today, note: Note | None) -> None:
        self.obligor = ChoiceField(owner.obligors, parent=owner)
        self.kind = ChoiceField(KINDS, parent=owner)
        self.amount = MoneyField(parent=owner)
        self.due_on = DateField(today, note, "future", owner)
        self.method = NameField(50, parent=owner)
        self.description = NameField(200, parent=owner)
        self.payers = PayersField(owner)
        self.several = button("几人共同履行", self.payers.open_up, "link", parent=owner)
        self.words = label("", "note", owner)
        self.problem = label("", "problem", owner, wrap=True)
        self.remove = icon_button("trash", "删去这一项", lambda: owner.remove(self))
        self.remove.setParent(owner)
        self.fields: list[Any] = [
            self.obligor, self.kind, self.amount, self.due_on, self.method, self.description
        ]  # fmt: skip
        for place, field in enumerate(self.fields):
            field.setAccessibleName(_TITLES[place])
            field.changed.connect(owner.on_edit)
        self.kind.changed.connect(self._on_kind)
        self.amount.changed.connect(self._on_amount)
        self.payers.changed.connect(self._on_payers)
        self.payers.changed.connect(owner.on_edit)

    def widgets(self) -> tuple[QWidget, ...]:
        """Everything that belongs to the line."""
        return (*self.fields, self.several, self.words, self.payers, self.problem, self.remove)

    def fill(self, obligation: Obligation) -> None:
        """Show an obligation."""
        self.obligor.set_value(obligation.obligor)
        self.kind.set_value(_choice_of(obligation))
        self.amount.set_value(obligation.amount or obligation.worth or None)
        self.due_on.set_value(obligation.due_on)
        self.method.set_value(obligation.method)
        self.description.set_value(obligation.description)
        self.payers.set_value(obligation.liability, obligation.payers)

    def typed(self) -> dict[str, str]:
        """The line as text, whether it can be read or not."""
        typed = {
            name: field.value() if isinstance(field, ChoiceField) else field.text()
            for name, field in zip(_NAMES, self.fields, strict=True)
        }
        return {**typed, "payers": self.payers.typed()}

    def show_typed(self, typed: Mapping[str, str]) -> None:
        """Show what `typed` gave."""
        for name, field in zip(_NAMES, self.fields, strict=True):
            if isinstance(field, ChoiceField):
                field.set_value(typed.get(name, ""))
            else:
                field.setText(typed.get(name, ""))
        self.payers.show_draft(typed.get("payers", ""))

    def money(self) -> bool:
        """Whether the amount is paid and not the worth of something else."""
        return _MEANS.get(self.kind.value(), ("", ""))[0] == "money"

    def value(self) -> dict[str, Any]:
        """The line as the fields of `Obligation` but `no`."""
        kind, relief = _MEANS.get(self.kind.value(), ("", ""))
        cents = self.amount.value() or 0
        money = kind == "money"
        liability, payers = self.payers.value()
        return {
            "obligor": self.obligor.value(),
            "kind": kind,
            "amount": cents if money else 0,
            "due_on": self.due_on.value(),
            "method": self.method.value(),
            "description": self.description.value(),
            "relief": relief,
            "worth": 0 if money else cents,
            "payers": payers,
            "liability": liability,
        }

    def problem_text(self) -> str:
        """The first thing that is wrong in the line itself."""
        return next((text for field in (*self.fields, self.payers) if (text := field.problem())), "")

    def _on_kind(self) -> None:
        valued = self.money() or self.kind.value() in _WORTH
        self.amount.setEnabled(valued)
        self.amount.setPlaceholderText("" if self.money() or not valued else "折价，可不填")
        if not valued:
            self.amount.set_value(None)
        if self.method.value() in ("", *_METHODS.values()):
            self.method.set_value(_METHODS.get(self.kind.value(), ""))
        self._on_amount()

    def _on_amount(self) -> None:
        cents = self.amount.value()
        self.words.setText(capital(cents) if cents else "")
        self.payers.use_amount((cents or 0) if self.money() else None)

    def _on_payers(self) -> None:
        self.several.setVisible(self.payers.isHidden())


class ObligationRows(QWidget):
    """A field: `value()` is a tuple of dicts with the fields of `Obligation` but `no`."""

    changed = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.obligors = OBLIGORS
        self._today: Today = _no_clock
        self._note: Note | None = None
        self._lines: list[_Line] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.STEP * 2)
        self._grid.setVerticalSpacing(2)
        for place, (title, width) in enumerate(zip(_TITLES, _WIDTHS, strict=True)):
            self._grid.addWidget(label(title, "label"), 0, place)
            self._grid.setColumnMinimumWidth(place, width)
        self._grid.setColumnStretch(len(_TITLES) - 1, 1)
        self._total = label("", "secondary")
        self.add_button = button("添加一项", self.add, icon="plus")
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        self.foot = foot
        foot.addStretch(1)
        foot.addWidget(self._total)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP * 2)
        layout.addLayout(self._grid)
        layout.addLayout(foot)

    def use_calendar(self, today: Today, note: Note | None = None) -> None:
        """Give the clock, before the first line is added."""
        self._today, self._note = today, note

    def use_parties(self, parties: Mapping[str, str]) -> None:
        """Who can owe something, the other side first as it mostly does; before the first line is added."""
        self.obligors = list(reversed(list(parties.items())))

    def add(self, obligation: Obligation | None = None, *, focus: bool = True) -> None:
        """Another line, by default a payment of the respondent."""
        line = _Line(self, self._today, self._note)
        self._lines.append(line)
        if obligation is not None:
            line.fill(obligation)
        else:
            line.obligor.set_value("respondent")
            line.kind.set_value("money")
        self._place()
        self.on_edit()
        if focus:
            line.obligor.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, line: _Line) -> None:
        """Take a line off."""
        self._lines.remove(line)
        for widget in line.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._place()
        self.on_edit()

    def lines(self) -> list[_Line]:
        """The lines as they stand."""
        return list(self._lines)

    def value(self) -> tuple[dict[str, Any], ...]:
        """What was typed."""
        return tuple(line.value() for line in self._lines)

    def set_value(self, value: Sequence[Obligation] | None) -> None:
        """Show these obligations."""
        for line in self.lines():
            self.remove(line)
        for obligation in value or ():
            self.add(obligation, focus=False)

    def draft_text(self) -> str:
        """Every line as it was typed, half a date and a wrong amount included."""
        return msgspec.json.encode([line.typed() for line in self._lines]).decode()

    def show_draft_text(self, text: str) -> None:
        """Show what `draft_text` gave in place of the lines there are."""
        try:
            kept = msgspec.json.decode(text, type=list[dict[str, str]])
        except msgspec.DecodeError:
            # A draft of an older program, which kept no lines.
            return
        self.set_value(())
        for typed in kept:
            self.add(focus=False)
            self._lines[-1].show_typed(typed)

    def problem(self) -> str:
        """Told when a line holds something unreadable or has no date."""
        for number, line in enumerate(self._lines, 1):
            found = line.problem_text() or ("" if line.due_on.value() else "请填写履行期限")
            if found:
                return f"第{number}项：{found}"
        return ""

    def show_line_problems(self, problems: dict[int, str]) -> None:
        """Show what the services refused, line by line, and go to the first."""
        for number, line in enumerate(self._lines):
            line.problem.setText(problems.get(number, ""))
            line.problem.setVisible(number in problems)
        for number in sorted(problems):
            if number < len(self._lines):
                self._lines[number].obligor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def on_edit(self) -> None:
        """Something was typed: the sum below follows."""
        total = sum(line.amount.value() or 0 for line in self._lines if line.money())
        self._total.setText(f"付款合计 {format_yuan(total)} 元（{capital(total)}）" if total else "")
        self.changed.emit()

    def _place(self) -> None:
        for number, line in enumerate(self._lines):
            at = 1 + number * 4
            for place, field in enumerate(line.fields):
                self._grid.addWidget(field, at, place)
            self._grid.addWidget(line.remove, at, len(line.fields))
            self._grid.addWidget(line.several, at + 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(line.words, at + 1, 2, 1, 4)
            self._grid.addWidget(line.payers, at + 2, 0, 1, len(line.fields))
            self._grid.addWidget(line.problem, at + 3, 0, 1, len(line.fields))
            line.problem.setVisible(bool(line.problem.text()))
            for widget in (*line.fields, line.words, line.remove):
                widget.show()
            line.several.setVisible(line.payers.isHidden())
        self.add_button.setVisible(True)


def _choice_of(duty: Obligation) -> str:
    """What is chosen for an obligation; one of an older case says its kind alone."""
    fitting = (choice for choice, means in _MEANS.items() if means == (duty.kind, duty.relief))
    return next(fitting, duty.kind)


def _no_clock() -> dt.date:
    raise AssertionError("use_calendar was not called")


class ObligationsRow(DesignedRow):
    """The field above for forms drawn in Designer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ObligationRows(), parent)
