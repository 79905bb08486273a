"""White surfaces with a thin border: the card with a head, and the card with one figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.labels import ElidedLabel, label, rule

_HEAD_HEIGHT = 39
_LEAST_KPI = 132


class Card(QFrame):
    """A card. Put things into `body` (a QVBoxLayout); with `flush` the body reaches the border (tables)."""

    def __init__(
        self, title: str = "", note: str = "", *, flush: bool = False, parent: QWidget | None = None
    ) -> None:
        """Without `title` there is no head. `note` stands at the right of the head in quiet letters."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self._title = label(title, "heading", self)
        self._subtitle = ElidedLabel("", "secondary", self)
        self._note = ElidedLabel(note, "note", self)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._subtitle.hide()
        self._head = QWidget(self)
        self._head.setFixedHeight(_HEAD_HEIGHT)
        self._head_row = QHBoxLayout(self._head)
        self._head_row.setContentsMargins(theme.CARD_MARGIN, 0, theme.CARD_MARGIN, 0)
        self._head_row.setSpacing(theme.STEP * 3)
        self._head_row.addWidget(self._title)
        self._head_row.addWidget(self._subtitle)
        self._head_row.addWidget(self._note, 1)
        self._line = rule(self)
        outer.addWidget(self._head)
        outer.addWidget(self._line)
        margin = 0 if flush else theme.CARD_MARGIN
        self.body = QVBoxLayout()
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(theme.STEP * 2)
        outer.addLayout(self.body, 1)
        for part in (self._head, self._line):
            part.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the head; `subtitle` follows the title in quiet letters."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        for part in (self._head, self._line):
            part.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Change the words at the right of the head."""
        self._note.setText(note)

    def add_choice(self, widget: QWidget) -> None:
        """Put a choice of what the card shows behind its title."""
        self._head_row.insertWidget(1, widget)

    def add_action(self, widget: QWidget) -> None:
        """Put a small button or link at the right end of the head."""
        self._head_row.addWidget(widget)


class KpiCard(QFrame):
    """One figure with its name above and a remark below. `clicked()` when `pressable`."""

    clicked = Signal()

    def __init__(
        self,
        caption: str,
        figure: str = "—",
        note: str = "",
        tone: str = "",
        *,
        pressable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`tone` colours the figure: "danger", "warning", "success", "info" or empty."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setProperty("pressable", "true" if pressable else "false")
        self._pressable = pressable
        if pressable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._caption = label(caption, "note")
        self._figure = label(figure, "figure")
        self._note = ElidedLabel(note, "note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(1)
        for part in (self._caption, self._figure, self._note):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_figure(figure, note, tone)

    def show_figure(self, figure: str, note: str = "", tone: str = "") -> None:
        """Show new contents."""
        self._figure.setText(figure)
        self._note.setText(note)
        theme.style(self._figure, tone=tone)
        self.setAccessibleName(f"{self._caption.text()}：{figure}。{note}")

    def minimumSizeHint(self) -> QSize:
        """Name and figure are never cut; the remark may be."""
        return QSize(max(super().minimumSizeHint().width(), _LEAST_KPI), super().minimumSizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if self._pressable and event.button() == Qt.MouseButton.LeftButton and inside:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pressable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
            return
        super().keyPressEvent(event)


class KpiRow(QWidget):
    """Cards with figures side by side, equally wide; in two or three lines where one is too narrow."""

    def __init__(self, cards: Sequence[KpiCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = tuple(cards)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.GAP)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay(len(self.cards))

    def minimumSizeHint(self) -> QSize:
        """One card must fit; a window never has to be wider for the sake of the row."""
        return QSize(_LEAST_KPI, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = max((card.minimumSizeHint().width() for card in self.cards), default=1)
        fitting = max(1, (event.size().width() + theme.GAP) // (least + theme.GAP))
        lines = -(-len(self.cards) // fitting)
        # Even lines: five cards in two lines stand as three and two, not as four and one.
        self._lay(-(-len(self.cards) // max(1, lines)))

    def _lay(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for card in self.cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(len(self.cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
