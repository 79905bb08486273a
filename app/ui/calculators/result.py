"""The result of a calculation: figures, the sum in sentences, the law, what is open; to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calculators.outcome import Figure, Outcome, as_text
from app.domain.calculators.rule_data import Source
from app.ui import theme
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import button, label, rule

_EMPTY = "填好后按“计算”，这里写出结果、计算过程和依据。"
_STALE = "现在的内容还不能计算，补齐后按“计算”。"


class ResultPanel(Card):
    """Empty until `show_outcome`. `copied()` when the result went to the clipboard."""

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("结果", parent=parent)
        self.outcome: Outcome | None = None
        self.copy_button = button("复制结果", self.copy, "link")
        self.add_action(self.copy_button)
        self._held = QWidget()
        self.body.addWidget(self._held)
        self.body.addStretch(1)
        self.clear()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show this result instead."""
        self.outcome = outcome
        lines = self._anew()
        lines.addWidget(_words(outcome.headline, "title"))
        for figure in outcome.figures:
            lines.addLayout(_figure(figure))
        _section(lines, "计算过程", [f"{n}. {step}" for n, step in enumerate(outcome.steps, 1)])
        _sources(lines, outcome.basis)
        _section(lines, "不确定的地方", [f"· {one}" for one in outcome.uncertain])
        lines.addWidget(rule())
        lines.addWidget(_words(outcome.advice, "secondary"))
        self.copy_button.setEnabled(True)

    def clear(self, *, stale: bool = False) -> None:
        """Show nothing but what to do. `stale`: what was shown no longer fits what is typed."""
        self.outcome = None
        self._anew().addWidget(_words(_STALE if stale else _EMPTY, "secondary"))
        self.copy_button.setEnabled(False)

    def copy(self) -> None:
        """Put the whole result on the clipboard as text."""
        if self.outcome is not None:
            QGuiApplication.clipboard().setText(as_text(self.outcome))
            self.copied.emit()

    def _anew(self) -> QVBoxLayout:
        fresh = QWidget()
        lines = QVBoxLayout(fresh)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.STEP + 2)
        self.body.replaceWidget(self._held, fresh)
        self._held.hide()
        self._held.deleteLater()
        self._held = fresh
        return lines


def _words(text: str, kind: str = "") -> QWidget:
    made = label(text, kind, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _figure(figure: Figure) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.STEP * 3)
    name = label(figure.label, "secondary")
    name.setFixedWidth(112)
    row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    shown = label(figure.shown, "heading")
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(_words(figure.capital, "note"), 1)
    return row


def _section(lines: QVBoxLayout, heading: str, sentences: Sequence[str]) -> None:
    if not sentences:
        return
    lines.addSpacing(theme.STEP)
    lines.addWidget(label(heading, "label"))
    for sentence in sentences:
        lines.addWidget(_words(sentence))


def _sources(lines: QVBoxLayout, sources: Sequence[Source]) -> None:
    lines.addSpacing(theme.STEP)
    lines.addWidget(label("依据", "label"))
    for source in sources:
        row = QHBoxLayout()
        row.setSpacing(theme.STEP * 2)
        row.addWidget(_words(f"{source.article}：{source.text}"), 1)
        if not source.verified:
            row.addWidget(Chip("未核对", "warning"), 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(row)
