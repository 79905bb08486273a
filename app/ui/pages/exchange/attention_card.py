"""What waits for a person: cases two offices changed, gaps, copies, lost keys, numbers; with what to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.exchange import repair
from app.services.exchange.attention import Attention
from app.services.exchange.repair import Finding
from app.ui import theme
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import button, label, rule

_SHOWN_CASES = 5
_ACTS = {repair.CLONE_HERE: "修复身份…", repair.KEYS_LOST: "密钥丢失，重新入网…"}


class AttentionCard(Card):
    """Hidden when nothing waits. `case_wanted(id)`; `act_wanted(kind)`: the act of a finding."""

    case_wanted = Signal(str)
    act_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("要处理的", parent=parent)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.STEP * 2)
        self.body.addLayout(self._column)
        self.hide()

    def show_attention(self, found: Attention) -> None:
        """Show it anew."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        parts: list[QWidget] = []
        if found.contested:
            parts.append(self._contested(found))
        parts += [self._finding(one) for one in found.findings]
        for at, part in enumerate(parts):
            if at:
                self._column.addWidget(rule())
            self._column.addWidget(part)
        urgent = found.count
        self.set_note(f"{urgent} 项要您决定或处理" if urgent else "不急，下次往来多半自己就好")
        self.setVisible(bool(parts))

    def _contested(self, found: Attention) -> QWidget:
        made, column = _part()
        count = len(found.contested)
        column.addLayout(_head("要选定", "danger", f"{count} 件案件双方修改"))
        column.addWidget(
            label(
                "两个单位没有看见对方、各自改了同一处，两个都留着。打开案件，选定以哪一个为准。",
                "secondary",
                wrap=True,
            )
        )
        for line in found.contested[:_SHOWN_CASES]:
            row = QHBoxLayout()
            link = button(line.number, partial(self.case_wanted.emit, line.case_id), kind="link")
            theme.style(link, flush=True)
            link.setAccessibleName(f"打开双方修改的案件 {line.number}")
            row.addWidget(link)
            row.addWidget(label(f"{line.complainant} → {line.respondent}".strip(" →"), "secondary"))
            row.addStretch(1)
            column.addLayout(row)
        if count > _SHOWN_CASES:
            column.addWidget(label(f"还有 {count - _SHOWN_CASES} 件，办完这几件会接着列出。", "note"))
        return made

    def _finding(self, finding: Finding) -> QWidget:
        made, column = _part()
        tone = "danger" if finding.urgent else "info"
        head = _head("要处理" if finding.urgent else "知道就好", tone, finding.title)
        act = _ACTS.get(finding.kind, "")
        if act:
            head.addWidget(button(act, partial(self.act_wanted.emit, finding.kind), kind="primary"))
        column.addLayout(head)
        column.addWidget(label(finding.sentence, "", wrap=True))
        for at, step in enumerate(finding.steps, 1):
            number = f"{at}. " if len(finding.steps) > 1 else ""
            column.addWidget(label(f"{number}{step}", "secondary", wrap=True))
        return made


def _part() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.STEP)
    return made, column


def _head(word: str, role: str, title: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.STEP * 2)
    row.addWidget(Chip(word, role), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label(title, "heading"), 1)
    return row
