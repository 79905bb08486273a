"""案情: who, what and why, as the kind of the case tells it. Telephone and identity numbers stay covered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.matter.face import Shown
from app.ui.matter.record_list import KeptScroll
from app.ui.pages.case.case_ties import Notices, Ties
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label

_MORE = "_more"


class FactsPanel(Card):
    """`amend_wanted()`: the clerk wants to correct or complete the registration.

    `uncover_wanted()`: numbers are to be shown; whoever hears it calls `uncover` when they may be.
    """

    amend_wanted = Signal()
    uncover_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("案情", flush=True, parent=parent)
        self._shown: Shown | None = None
        self._uncovered = False
        self.amend_button = button("更正登记  Ctrl E", self.amend_wanted.emit, kind="link")
        self.amend_button.setAccessibleName("更正登记")
        self.add_action(self.amend_button)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(14, 12, 14, 14)
        self._column.setSpacing(3)
        self.cover_button = button("显示号码", self._turn, kind="link")
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        self._first_caption = label("", "note")
        head.addWidget(self._first_caption)
        head.addStretch(1)
        head.addWidget(self.cover_button)
        self.notices = Notices()
        self.ties = Ties()
        self._column.addWidget(self.notices)
        self._column.addWidget(self._head)
        self._column.addWidget(self.ties)
        self._column.addStretch(1)
        self._rows: list[QWidget] = []
        self._texts: dict[str, QLabel] = {}
        self._entries: list[tuple[str, str]] = []
        self.area = KeptScroll(inner)
        self.body.addWidget(self.area)

    def show_case(self, shown: Shown) -> None:
        """Show the facts; numbers are covered again for another case."""
        if self._shown is None or self._shown.view.case.id != shown.view.case.id:
            self._uncovered = False
        self._shown = shown
        amend = next((choice for choice in shown.view.choices if choice.name == "amend"), None)
        self.amend_button.setVisible(amend is not None)
        if amend is not None:
            self.amend_button.setEnabled(amend.allowed)
            self.amend_button.setToolTip(amend.reason or "补充或更正登记的内容，改动留痕")
        self.area.hold()
        self.notices.show_case(shown.view.case)
        self.ties.show_case(shown.view.case)
        self._fill()
        self.area.release()

    def uncover(self) -> None:
        """Show the numbers of this case from now on."""
        self._uncovered = True
        self._fill()

    def _fill(self) -> None:
        assert self._shown is not None
        face, case = self._shown.face, self._shown.view.case
        found = face.facts(case, self._uncovered)
        entries = [(fact.key, fact.caption) for fact in found]
        if entries != self._entries:
            self._lay_out(entries)
            self._entries = entries
        for fact in found:
            self._texts[fact.key].setText(fact.text or "未载明")
            more = self._texts[fact.key + _MORE]
            more.setText(fact.more)
            more.setVisible(bool(fact.more))
        self.cover_button.setText("遮住号码" if self._uncovered else "显示号码")
        self.cover_button.setVisible(face.has_numbers(case))

    def _lay_out(self, entries: list[tuple[str, str]]) -> None:
        """Labels for these; the first caption shares its line with the button for the numbers."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        self._texts = {}
        for place, (key, caption) in enumerate(entries):
            if place == 0:
                self._first_caption.setText(caption)
            else:
                gap = label(caption, "note")
                gap.setContentsMargins(0, theme.STEP * 2, 0, 0)
                self._add(gap)
            for name, kind in ((key, ""), (key + _MORE, "secondary")):
                text = label("", kind, wrap=True)
                text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._texts[name] = text
                self._add(text)

    def _add(self, widget: QWidget) -> None:
        # Before the ties and the room that is left over.
        self._column.insertWidget(self._column.count() - 2, widget)
        self._rows.append(widget)

    def _turn(self) -> None:
        if self._uncovered:
            self._uncovered = False
            self._fill()
        else:
            self.uncover_wanted.emit()
