"""White surfaces with a thin border: the card with a head, and the card with one figure."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.labels import label, rule

_HEAD_HEIGHT = 39


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
        self._subtitle = label("", "secondary", self)
        self._note = label(note, "note", self)
        self._subtitle.hide()
        self._head = QWidget(self)
        self._head.setFixedHeight(_HEAD_HEIGHT)
        self._head_row = QHBoxLayout(self._head)
        self._head_row.setContentsMargins(theme.CARD_MARGIN, 0, theme.CARD_MARGIN, 0)
        self._head_row.setSpacing(theme.STEP * 3)
        self._head_row.addWidget(self._title)
        self._head_row.addWidget(self._subtitle)
        self._head_row.addStretch(1)
        self._head_row.addWidget(self._note)
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
        self._note = label(note, "note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(1)
        for part in (self._caption, self._figure, self._note):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_figure(figure, note, tone)

    def show_figure(self, figure: str, note: str = "", tone: str = "") -> None:
        """Show new contents."""
        self._figure.setText(figure)
        self._note.setText(note)
        theme.style(self._figure, tone=tone)
        self.setAccessibleName(f"{self._caption.text()}：{figure}。{note}")
        self.setToolTip(note)

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
