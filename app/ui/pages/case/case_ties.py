"""Beside the facts: what must be seen at once (danger, another office has it) and the cases tied to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.danger import LEVELS
from app.domain.dates import SHANGHAI
from app.domain.matter.events import AlertRaised
from app.domain.matter.merged import lead_of
from app.domain.matter.state import Link, Matter
from app.ui import theme
from app.ui.widgets.labels import button, label

_TONES = {"attention": "warning", "danger": "danger"}
_TIES = {
    ("split", ""): "同一来件分别处理（办法第九条）",
    ("recomplaint", "from"): "协议未履行，后来再次投诉",
    ("recomplaint", "to"): "原来的投诉",
    ("merged", "from"): "已并入",
    ("merged", "to"): "并入本案的",
    ("turned_report", "from"): "发现线索，转为举报案件",
    ("turned_report", "to"): "线索来自",
    ("continued", "from"): "接着办理的",
    ("continued", "to"): "接着这件办理",
}
"""How another case stands to this one, by relation and this case's side of it."""


def tie_words(link: Link) -> str:
    """How the other case stands to this one."""
    return _TIES.get((link.relation, link.place), _TIES.get((link.relation, ""), "关联"))


class Notices(QWidget):
    """Alert, holder and 双方修改 in boxes; hidden without any. `dispute_wanted()`: decide it."""

    dispute_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, theme.STEP * 2)
        self._column.setSpacing(theme.STEP * 2)

    def show_case(self, case: Matter) -> None:
        """Show what holds of the case now."""
        _empty(self._column)
        alert = case.alert()
        if alert is not None:
            self._column.addWidget(_box(_TONES[alert.level], alert_words(alert)))
        lead = lead_of(case)
        if lead is not None:
            self._column.addWidget(_box("info", f"已并入{lead.number}，以后在那一件办理，这里保留编号期限。"))
        if case.holder:
            self._column.addWidget(_box("info", f"现由{case.holder}办理。"))
        if case.conflicts:
            count = len(case.conflicts)
            box = _box("warning", f"双方修改：有 {count} 处两个单位各写各的，请选定以哪一个为准。")
            choose = button("选定…", self.dispute_wanted.emit)
            choose.setAccessibleName("选定双方修改以哪一个为准")
            inner = box.layout()
            assert isinstance(inner, QVBoxLayout)
            inner.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
            self._column.addWidget(box)
        self.setVisible(self._column.count() > 0)


class Ties(QWidget):
    """The cases tied to this one as links. `case_wanted(id)`."""

    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.STEP * 2, 0, 0)
        self._column.setSpacing(3)

    def show_case(self, case: Matter) -> None:
        """Show the ties in the order they were made."""
        _empty(self._column)
        if case.links:
            self._column.addWidget(label("关联案件", "note"))
        for tie in case.links:
            line = QWidget()
            row = QVBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(0)
            link = button(tie.number, partial(self.case_wanted.emit, tie.other), kind="link")
            link.setAccessibleName(f"打开{tie_words(tie)} {tie.number}")
            # The words stand in line with those below.
            theme.style(link, flush=True)
            head = QHBoxLayout()
            head.addWidget(link)
            head.addStretch(1)
            row.addLayout(head)
            row.addWidget(
                label("，".join(part for part in (tie_words(tie), tie.note) if part), "secondary", wrap=True)
            )
            self._column.addWidget(line)
        self.setVisible(bool(case.links))


def alert_words(alert: AlertRaised) -> str:
    """特别紧急：“自杀”；11-21 09:10 已告知 李强."""
    found = "".join(f"“{word}”" for word in alert.words)
    told = f"{alert.at.astimezone(SHANGHAI):%m-%d %H:%M} 已告知 {alert.told}" if alert.told else ""
    rest = "；".join(part for part in (found, told, alert.note) if part)
    return f"{LEVELS[alert.level]}：{rest}" if rest else LEVELS[alert.level]


def _box(tone: str, text: str) -> QFrame:
    box = QFrame()
    box.setProperty("kind", "banner")
    theme.style(box, tone=tone)
    row = QVBoxLayout(box)
    row.setContentsMargins(10, 7, 10, 7)
    row.addWidget(label(text, wrap=True))
    return box


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
