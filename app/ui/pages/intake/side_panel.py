"""Beside the form: what can be told of it so far, what may be the same matter, by when to decide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calendar import weekday_name
from app.services.abuse import Looked
from app.services.duplicates import Likeness
from app.services.intake_review import Finding, Review
from app.ui import theme
from app.ui.matter.signal_lines import SignalLines
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow_layout import FlowBox
from app.ui.widgets.labels import button, label

_MARKS = {"good": ("✓", "success"), "attention": ("!", "warning"), "open": ("?", "neutral")}
_SPOKEN = {"good": "已满足", "attention": "请注意", "open": "待定"}
_UNITS = {"workday": "个工作日", "day": "日"}


class SidePanel(QWidget):
    """A card for each question. `case_wanted(case_id)`: a likely duplicate is to be looked at."""

    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = Card("受理审查")
        self._likeness = Card("疑似重复")
        self._term = Card("期限")
        self._abuse = Card("第17条提示")
        self._signals = SignalLines()
        self._signals.case_wanted.connect(self.case_wanted)
        self._abuse.body.addWidget(self._signals)
        self._abuse.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        for card in (self._review, self._likeness, self._abuse, self._term):
            card.body.setSpacing(theme.STEP * 2)
            column.addWidget(card)
        column.addStretch(1)
        self.show_likenesses((), asked=False)

    def show_review(self, review: Review | None) -> None:
        """Show the findings and the period; without a review there is nothing to be told of it."""
        for card in (self._review, self._term):
            card.setVisible(review is not None)
        if review is None:
            return
        _clear(self._review)
        for finding in review.findings:
            self._review.body.addWidget(_finding_line(finding))
        _clear(self._term)
        due = review.decide_by
        if due is None or due.due_on is None:
            self._term.body.addWidget(label("填写收到日期后计算。", "secondary", wrap=True))
            return
        duty = f"{due.length} {_UNITS[due.unit]}内决定是否受理并告知"
        self._term.body.addWidget(label(duty, "heading", wrap=True))
        last = QHBoxLayout()
        last.setSpacing(theme.STEP * 2)
        last.addWidget(label(f"最迟 {due.due_on}（{weekday_name(due.due_on)}）"))
        if due.provisional:
            last.addWidget(Chip("暂定", "warning"))
        last.addStretch(1)
        held = QWidget()
        held.setLayout(last)
        last.setContentsMargins(0, 0, 0, 0)
        self._term.body.addWidget(held)
        self._term.body.addWidget(label(due.explanation, "note", wrap=True))
        self._term.body.addWidget(label(f"依据：{due.basis}", "note", wrap=True))

    def show_signals(self, looked: Looked | None) -> None:
        """Show what the ledger says under 第17条; the card is away while it says nothing."""
        shown = looked is not None and bool(looked.signals)
        self._abuse.setVisible(shown)
        if looked is not None and shown:
            self._signals.show_looked(looked)
            self._abuse.set_note(f"{len(looked.signals)} 项")

    def show_likenesses(self, found: Sequence[Likeness], *, asked: bool = True) -> None:
        """Show what may be the same matter; `asked=False`: nothing was typed yet to look for."""
        _clear(self._likeness)
        self._likeness.set_note(f"{len(found)} 件" if found else "")
        if not found:
            text = "没有发现相似的案件。" if asked else "填写姓名、电话或企业后自动查找。"
            self._likeness.body.addWidget(label(text, "secondary", wrap=True))
        for one in found:
            self._likeness.body.addWidget(self._likeness_line(one))

    def _likeness_line(self, one: Likeness) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        head = QHBoxLayout()
        head.setSpacing(theme.STEP)
        link = button(one.number, lambda: self.case_wanted.emit(one.case_id), kind="link")
        # The words stand in line with those below.
        theme.style(link, flush=True)
        link.setToolTip("打开这件案件；正在填写的内容已存为草稿")
        head.addWidget(link)
        head.addWidget(label(f"{one.received_on} · {one.phase}", "note"))
        if one.likely:
            head.addWidget(Chip("很可能重复", "danger"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(label(one.parties, wrap=True))
        reasons = FlowBox(gap=theme.STEP, line_gap=theme.STEP)
        for reason in one.reasons:
            reasons.flow.addWidget(Chip(reason, "neutral" if reason.endswith("不同") else "warning"))
        column.addWidget(reasons)
        return line


def _finding_line(finding: Finding) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.STEP * 2)
    mark, role = _MARKS[finding.verdict]
    chip = Chip(mark, role)
    chip.setFixedWidth(24)
    chip.setAccessibleName(_SPOKEN[finding.verdict])
    row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
    text = label(finding.text, wrap=True)
    text.setAccessibleName(f"{_SPOKEN[finding.verdict]}：{finding.text}")
    row.addWidget(text, 1)
    return line


def _clear(card: Card) -> None:
    while card.body.count():
        item = card.body.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
