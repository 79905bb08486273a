"""办理: what the case needs now, and everything that was done, stage by stage."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.matter.face import CaseTab, Shown
from app.ui.matter.record_list import KeptScroll, Section
from app.ui.widgets.labels import button, label


class WorkTab(CaseTab):
    """The button in the box of the next step wants the act "", which is the next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._build_now())
        self.sections: dict[str, Section] = {}
        self._column = column
        column.addStretch(1)
        self.area = KeptScroll(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def show_case(self, shown: Shown) -> None:
        """Show the case as it was read; the place in the list stays."""
        face = shown.face
        step = shown.view.next_step
        self.area.hold()
        title, sentence = face.idle(shown) if step is None else ("", "")
        self._title.setText(f"现在要办：{step.label}" if step else title)
        self._sentence.setText(face.needed(shown, step) if step else sentence)
        basis = face.basis(shown, step) if step else ""
        self._basis.setText(f"依据：{basis}" if basis else "")
        self._basis.setVisible(bool(basis))
        self._act.setVisible(step is not None)
        self._act.setText(step.label if step else "")
        for name, find in face.sections.items():
            self._section(name).set_records(find(shown.case))
        self.area.release()

    def _section(self, name: str) -> Section:
        """The section of this heading; the tab belongs to one kind, so their order never changes."""
        if name not in self.sections:
            self.sections[name] = Section(name)
            self._column.insertWidget(self._column.count() - 1, self.sections[name])
        return self.sections[name]

    def _build_now(self) -> QWidget:
        box = QFrame()
        box.setProperty("kind", "banner")
        theme.style(box, tone="neutral")
        self._title = label("", "heading", wrap=True)
        self._sentence = label("", wrap=True)
        self._basis = label("", "note", wrap=True)
        self._act = button("", lambda: self.act_wanted.emit("", None))
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
