"""Short ways to the labels, rules and buttons the style sheet knows, so that pages look alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from app.ui import theme

_ICON_SIZE = QSize(16, 16)


def label(text: str, kind: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A label; `kind` is "title", "heading", "figure", "label", "note", "secondary", "problem" or empty.

    Plain text always: what it shows may come from outside and must not be read as markup.
    """
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if kind:
        made.setProperty("kind", kind)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line across."""
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    kind: str = "",
    icon: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A push button; `kind` is "primary", "danger", "link", "quiet" or empty. One primary on a screen.

    Enter presses it when it has the focus; Qt itself only knows the space bar outside dialogs.
    """
    made = Button(text, parent)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        made.setIconSize(_ICON_SIZE)
        ink = {"primary": "primary_text", "danger": "danger", "link": "link", "quiet": "secondary"}
        theme.set_icon(made, icon, ink.get(kind, "text"))
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def icon_button(
    icon: str, name: str, on_click: Callable[[], object] | None = None, role: str = "secondary"
) -> QToolButton:
    """A button that is only an icon; `name` is said by a screen reader and shown as its tip."""
    made = QToolButton()
    made.setIconSize(_ICON_SIZE)
    made.setToolTip(name)
    made.setAccessibleName(name)
    theme.set_icon(made, icon, role)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


class ElidedLabel(QLabel):
    """One line that gives way: what does not fit ends in an ellipsis and is the tip."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if kind:
            self.setProperty("kind", kind)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, shown)
        painter.end()
        tip = self.text() if shown != self.text() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)


class IconMark(QWidget):
    """An icon that is not a button; follows the colour scheme. A screen reader passes it over."""

    def __init__(
        self, name: str, role: str = "secondary", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._role = name, role
        self.setFixedSize(size, size)

    def show_icon(self, name: str, role: str) -> None:
        """Show another one."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme.paint_icon(painter, self.rect(), self._name, self._role)
        painter.end()


class Button(QPushButton):
    """A push button that Enter presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
