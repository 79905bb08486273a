"""办理: what the case needs now, and everything that was done, stage by stage."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds.complaint.state import Complaint
from app.services.mediation import pending_session
from app.ui import theme
from app.ui.pages.case import records, words
from app.ui.pages.case.reading import Shown
from app.ui.pages.case.record_list import KeptScroll, Section
from app.ui.widgets.labels import button, label


class WorkTab(QWidget):
    """`next_wanted()`: the button in the box of the next step."""

    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._build_now())
        self.sections = {name: Section(name) for name in records.SECTIONS}
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self.area = KeptScroll(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def show_case(self, shown: Shown) -> None:
        """Show the case as it was read; the place in the list stays."""
        case = shown.view.case
        step = shown.view.next_step
        self.area.hold()
        self._title.setText(f"现在要办：{step.label}" if step else _over(case))
        self._sentence.setText(words.needed(shown, step) if step else words.idle_words(case))
        basis = words.basis_of(shown, step) if step else ""
        self._basis.setText(f"依据：{basis}" if basis else "")
        self._basis.setVisible(bool(basis))
        self._act.setVisible(step is not None)
        self._act.setText(step.label if step else "")
        for name, section in self.sections.items():
            section.set_records(records.SECTIONS[name](case))
        self.area.release()

    def _build_now(self) -> QWidget:
        box = QFrame()
        box.setProperty("kind", "banner")
        theme.style(box, tone="neutral")
        self._title = label("", "heading", wrap=True)
        self._sentence = label("", wrap=True)
        self._basis = label("", "note", wrap=True)
        self._act = button("", self.next_wanted.emit)
        texts = QVBoxLayout()
        texts.setSpacing(3)
        for part in (self._title, self._sentence, self._basis):
            texts.addWidget(part)
        row = QHBoxLayout(box)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(theme.STEP * 3)
        row.addLayout(texts, 1)
        row.addWidget(self._act)
        return box


def _over(case: Complaint) -> str:
    if case.phase in ("filed", "void"):
        return "这件案件已经办完"
    return "等待中" if pending_session(case) else "没有必须马上办的事项"
