"""达成协议: the terms, what each side owes, and whether a 调解书 is made (办法第24条)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.instalments import monthly
from app.domain.money import format_yuan
from app.domain.settlement.events import AgreementReached
from app.domain.settlement.facts import Obligation
from app.domain.settlement.state import Settled
from app.services import group, kept_calculations
from app.services.changes import Changes
from app.ui import theme
from app.ui.dialogs.act_dialog import ActDialog
from app.ui.generated.ui_reach_agreement import Ui_ReachAgreementForm
from app.ui.widgets.date_fields import DateField
from app.ui.widgets.labels import button, label
from app.ui.widgets.money_field import MoneyField
from app.ui.widgets.next_field import set_stop
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.obligation_rows import Note, ObligationRows, Today

_OFFERED = 3
"""As many as fit in a line; the latest come first."""
INSTRUMENTS = {
    "letter": ("制作调解书", "letter", ""),
    "at_once": ("不制作：已即时履行", "none", "performed_at_once"),
    "agreed": ("不制作：双方同意", "none", "both_agreed"),
}


class InstalmentBar(QFrame):
    """总额、期数、首期日期 → one line a month: `made(list)` of obligations, or `refused(str)`."""

    made = Signal(list)
    refused = Signal(str)

    def __init__(self, today: Today, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.total = MoneyField(parent=self)
        self.count = NumberField(self)
        self.first = DateField(today, note, "future", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP * 2)
        fields: tuple[tuple[str, QWidget, int], ...] = (
            ("分期付款：总额", self.total, 120), ("期数", self.count, 52), ("首期日期", self.first, 150)
        )  # fmt: skip
        for words, field, width in fields:
            caption = label(words, "secondary")
            caption.setBuddy(field)
            field.setAccessibleName(words)
            field.setFixedWidth(width)
            row.addWidget(caption)
            row.addWidget(field)
        row.addWidget(label("以后每月一期", "secondary"))
        self.make_button = button("生成各期", self._make)
        set_stop(self.make_button)
        row.addWidget(self.make_button)
        row.addStretch(1)

    def _make(self) -> None:
        total, count, first = self.total.value(), self.count.value(), self.first.value()
        if total is None or count is None or first is None:
            self.refused.emit("请把总额、期数和首期日期填写完整，再生成各期。")
            return
        try:
            parts = monthly(total, count, first)
        except UserError as problem:
            self.refused.emit(problem.message)
            return
        self.made.emit(
            [
                Obligation(
                    no=number,
                    obligor="respondent",
                    kind="money",
                    amount=part.amount,
                    due_on=part.due_on,
                    method="转账",
                    description=f"第{number}期",
                )
                for number, part in enumerate(parts, 1)
            ]
        )


class CalculatedBar(QFrame):
    """The amounts calculated for the case, each a button: `taken(cents)`."""

    taken = Signal(int)

    def __init__(self, offered: Sequence[tuple[int, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP * 2)
        row.addWidget(label("已经算过，选用金额：", "secondary"))
        for cents, words in offered[:_OFFERED]:
            made = button(words, partial(self.taken.emit, cents), "link")
            self.buttons.append(made)
            row.addWidget(made)
        row.addStretch(1)

    def has_any(self) -> bool:
        """Whether there is an amount to choose."""
        return bool(self.buttons)


class ReachAgreementDialog(ActDialog):
    """What was agreed."""

    act = "reach_agreement"
    verb = "保存协议"
    sheet = Ui_ReachAgreementForm
    least_width = 980
    keeps_draft = True
    instruments: ClassVar[dict[str, tuple[str, str, str]]] = INSTRUMENTS

    def prepare(self) -> None:
        choices = [(key, words) for key, (words, _, _) in self.instruments.items()]
        self.form.field("instrument").set_choices(choices, across=True)
        self.rows: ObligationRows = self.form.field("obligations")
        self.rows.use_parties(self.view.case.PARTIES)
        self.rows.use_calendar(self.context.office.clock.today, self.day_note)
        self.instalments = InstalmentBar(self.context.office.clock.today, self.day_note)
        self.body.addWidget(self.instalments)
        self.offers = CalculatedBar(kept_calculations.offered_amounts(self.view.case))
        self.offers.setVisible(self.offers.has_any())
        self.offers.taken.connect(self._take_calculated)
        self.body.addWidget(self.offers)
        self.members = label("", "secondary", wrap=True)
        self.body.addWidget(self.members)
        self._show_members()
        self.instalments.made.connect(self._take_instalments)
        self.instalments.refused.connect(self.banner.show_error)

    def prefill(self) -> dict[str, Any]:
        return {"agreed_on": self.today, "instrument": "letter"}

    def begin(self) -> None:
        # One line to begin with, before the dialog notes what it was shown with. What a group's members
        # get stands in their plans; a line is for what goes to all of them.
        if not self._is_group():
            self.rows.add(focus=False)
        super().begin()

    def carry_out(self, values: dict[str, Any]) -> Changes:
        _, instrument, reason = self.instruments[values["instrument"]]
        common = tuple(Obligation(no=number, **line) for number, line in enumerate(values["obligations"], 1))
        settled = group.agreed_obligations(self.view.as_a(Settled), common)
        return self.record(
            AgreementReached(
                agreed_on=values["agreed_on"],
                terms=values["terms"],
                obligations=settled,
                instrument=instrument,
                no_letter_reason=reason,
            )
        )

    def show_invalid(self, problems: dict[str, str]) -> None:
        lines = {
            int(path.partition(".")[2]): text
            for path, text in problems.items()
            if path.startswith("obligations.")
        }
        rest = {path: text for path, text in problems.items() if not path.startswith("obligations.")}
        if "no_letter_reason" in rest:
            rest["instrument"] = rest.pop("no_letter_reason")
        super().show_invalid(rest)
        shown = {number: text for number, text in lines.items() if number < len(self.rows.lines())}
        self.rows.show_line_problems(shown)
        beyond = [text for number, text in lines.items() if number not in shown]
        if beyond:
            self.banner.show_error(f"成员方案：{beyond[0]}")

    def _is_group(self) -> bool:
        case = self.view.case
        return isinstance(case, Settled) and case.is_group()

    def _show_members(self) -> None:
        """What the members' own plans bring into the agreement, and whom it will not bind."""
        case = self.view.case
        self.members.setVisible(self._is_group())
        if not isinstance(case, Settled) or not case.is_group():
            return
        self.form.row("obligations").setMandatory(False)
        sums = case.member_totals()
        out = sums.people - sums.agreeing
        left = f"；没有同意的 {out} 人不受约束，列在名单里" if out else ""
        self.members.setText(
            f"各成员按已经同意的方案：{sums.agreeing} 人，合计 {format_yuan(sums.agreed)} 元{left}。"
            "上面只写全体共同的义务，没有的可以不写。"
        )

    def _take_calculated(self, cents: int) -> None:
        """Into the first payment without an amount, else into a new one."""
        line = next((one for one in self.rows.lines() if one.money() and not one.amount.value()), None)
        if line is None:
            self.rows.add(focus=False)
            line = self.rows.lines()[-1]
            self.fit()
        line.amount.set_value(cents)
        line.due_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_instalments(self, obligations: list[Obligation]) -> None:
        """In place of lines nobody has written an amount or a text into."""
        for line in self.rows.lines():
            if not line.amount.value() and not line.description.value():
                self.rows.remove(line)
        kept = len(self.rows.lines())
        for obligation in obligations:
            self.rows.add(obligation, focus=False)
        self.banner.clear()
        self.fit()
        # To what was made: a second Enter on the button would make it all again.
        self.rows.lines()[kept].obligor.setFocus(Qt.FocusReason.OtherFocusReason)
