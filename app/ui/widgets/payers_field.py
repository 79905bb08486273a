"""Several who owe one obligation together: who they are, whether all owe all (连带) or each a part (按份)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.money import format_yuan
from app.domain.settlement.facts import JOINT, SHARES, Payer
from app.ui import theme
from app.ui.widgets.choice_field import ChoiceField
from app.ui.widgets.labels import button, icon_button, label
from app.ui.widgets.money_field import MoneyField
from app.ui.widgets.text_fields import NameField

FORMS = [(JOINT, "连带：每人对全部负责"), (SHARES, "按份：各付各的份额")]
_LEAST = 2
"""Fewer than two do not owe together."""


class _Typed(msgspec.Struct):
    """What stands in the fields, as text: the draft of it. `people` holds name and share of each."""

    liability: str = ""
    people: list[tuple[str, str]] = []


class _One:
    """Name and share of one payer; the widgets live in the grid of `PayersField`."""

    def __init__(self, owner: PayersField) -> None:
        self.name = NameField(100, parent=owner)
        self.name.setPlaceholderText("付款人名称")
        self.name.setAccessibleName("付款人名称")
        self.share = MoneyField(placeholder="份额（元）", parent=owner)
        self.share.setAccessibleName("份额（元）")
        self.remove = icon_button("trash", "删去这个付款人", lambda: owner.remove(self))
        self.remove.setParent(owner)
        self.name.changed.connect(owner.on_edit)
        self.share.changed.connect(owner.on_edit)


class PayersField(QWidget):
    """Closed until several payers are asked for; `value()` is (liability, payers), ("", ()) when closed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owed: int | None = None
        self._people: list[_One] = []
        self.liability = ChoiceField(FORMS, parent=self)
        self.liability.setAccessibleName("几人如何承担")
        self.liability.setFixedWidth(190)
        self.liability.changed.connect(self._on_liability)
        self.add_button = button("再加一人", self.add, icon="plus", parent=self)
        self.alone_button = button("改为一人履行", self.close_up, "quiet", parent=self)
        self._sum = label("", "secondary", self)
        head = QHBoxLayout()
        head.setSpacing(theme.STEP * 2)
        caption = label("几人承担", "label", self)
        caption.setBuddy(self.liability)
        for widget in (caption, self.liability, self.add_button, self.alone_button, self._sum):
            head.addWidget(widget)
        head.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.STEP * 2)
        self._grid.setVerticalSpacing(theme.STEP)
        self._grid.setColumnMinimumWidth(0, 240)
        self._grid.setColumnMinimumWidth(1, 120)
        self._grid.setColumnStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.STEP * 4, 0, 0, theme.STEP * 2)
        layout.setSpacing(theme.STEP)
        layout.addLayout(head)
        layout.addLayout(self._grid)
        self.hide()

    def open_up(self) -> None:
        """Ask for the payers, two to begin with."""
        self.liability.set_value(self.liability.value() or JOINT)
        while len(self._people) < _LEAST:
            self.add(focus=False)
        self.show()
        self.on_edit()
        self._people[0].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """One owes it again: nothing of the payers is kept."""
        for one in list(self._people):
            self._take_off(one)
        self.hide()
        self.on_edit()

    def add(self, *, focus: bool = True) -> None:
        """Another payer."""
        one = _One(self)
        self._people.append(one)
        self._place()
        self.on_edit()
        if focus:
            one.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, one: _One) -> None:
        """Take one off; with a single one left nobody owes together any more."""
        self._take_off(one)
        if len(self._people) < _LEAST:
            self.close_up()
            return
        self._place()
        self.on_edit()

    def people(self) -> list[_One]:
        """The fields of each payer."""
        return list(self._people)

    def use_amount(self, owed: int | None) -> None:
        """The cents the shares must add up to, None where no money is owed and nobody has a share."""
        self._owed = owed
        self._on_liability()

    def value(self) -> tuple[str, tuple[Payer, ...]]:
        """How and by whom; lines without name and share are passed over."""
        if self.isHidden():
            return "", ()
        shares = self._shares()
        found = tuple(
            Payer(name=one.name.value(), share=(one.share.value() or 0) if shares else 0)
            for one in self._people
            if one.name.value() or (shares and one.share.value())
        )
        return self.liability.value(), found

    def set_value(self, liability: str, payers: Sequence[Payer]) -> None:
        """Show what was agreed; nothing for one payer alone."""
        self._show(_Typed(liability=liability, people=[(p.name, _shown(p.share)) for p in payers]))

    def typed(self) -> str:
        """As it was typed, for a draft."""
        if self.isHidden():
            return ""
        people = [(one.name.text(), one.share.text()) for one in self._people]
        return msgspec.json.encode(_Typed(liability=self.liability.value(), people=people)).decode()

    def show_draft(self, text: str) -> None:
        """Show what `typed` gave; a draft of an older program has none."""
        if text:
            self._show(msgspec.json.decode(text, type=_Typed))

    def _show(self, typed: _Typed) -> None:
        for one in list(self._people):
            self._take_off(one)
        self.setVisible(bool(typed.people))
        self.liability.set_value(typed.liability)
        for name, share in typed.people:
            self.add(focus=False)
            self._people[-1].name.setText(name)
            self._people[-1].share.setText(share)
        self.on_edit()

    def problem(self) -> str:
        """Told while fewer than two are named or a share cannot be read; the services check the sum."""
        if self.isHidden():
            return ""
        if not self.liability.value():
            return "请选择几人连带还是按份承担"
        unreadable = next((text for one in self._people if (text := one.share.problem())), "")
        if self._shares() and unreadable:
            return unreadable
        return "" if len(self.value()[1]) >= _LEAST else "请写明至少两个付款人，或者改为一人履行"

    def on_edit(self) -> None:
        """Something was typed: what is missing to the whole amount is told."""
        self._sum.setText(self._sum_words())
        self.changed.emit()

    def _sum_words(self) -> str:
        if not self._shares() or not self._people:
            return ""
        total = sum(one.share.value() or 0 for one in self._people)
        rest = (self._owed or 0) - total
        words = f"份额合计 {format_yuan(total)} 元"
        if rest:
            words += f"，还差 {format_yuan(rest)} 元" if rest > 0 else f"，多出 {format_yuan(-rest)} 元"
        return words

    def _shares(self) -> bool:
        return self._owed is not None and self.liability.value() == SHARES

    def _on_liability(self) -> None:
        for one in self._people:
            one.share.setVisible(self._shares())
        self.on_edit()

    def _take_off(self, one: _One) -> None:
        self._people.remove(one)
        for widget in (one.name, one.share, one.remove):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _place(self) -> None:
        for row, one in enumerate(self._people):
            for column, widget in enumerate((one.name, one.share, one.remove)):
                self._grid.addWidget(widget, row, column)
                widget.show()
            one.share.setVisible(self._shares())


def _shown(cents: int) -> str:
    return format_yuan(cents) if cents else ""
