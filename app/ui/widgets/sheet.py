"""One card in the middle of the entry window: the shape every screen before the office has."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.labels import button, label, rule
from app.ui.widgets.next_field import set_scope
from app.ui.widgets.reading_order import go_through

_PROGRAM = "一站通"
_LOW = 600
_PURPOSE = "消费投诉：受理 · 调查 · 调解 · 执行 · 回复 · 归档"


class Sheet(QWidget):
    """Program name, then a card: title, message line, `body`, and a foot with one primary button.

    Errors of work done for a sheet arrive at `show_problem` and, for screens with fields, `show_invalid`.
    """

    def __init__(self, title: str, width: int = 460, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy_parts: list[QWidget] = []
        self._title = label(title, "title")
        self._lead = label(lead, "secondary", wrap=True)
        self._lead.setVisible(bool(lead))
        self.banner = Banner()
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.STEP * 3)
        self._working = QProgressBar()
        self._working.setTextVisible(False)
        self._working.setRange(0, 1)
        self._working_text = label("", "note")
        self._foot = QHBoxLayout()
        self._foot.setSpacing(theme.STEP * 2)
        self._foot.addStretch(1)
        card = self._card(width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._name = _program_name(width)
        self._lines = QVBoxLayout()
        layout.addWidget(self._scrolled(card))
        set_scope(self)
        self.set_working("")

    def set_title(self, title: str, lead: str = "") -> None:
        """Change the words above the body."""
        self._title.setText(title)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))

    def add_button(
        self, text: str, on_click: Callable[[], object], kind: str = "", icon: str = "", *, left: bool = False
    ) -> QPushButton:
        """A button of the foot, at the right end or, with `left`, at the left."""
        made = button(text, on_click, kind, icon, self)
        if left:
            self._foot.insertWidget(self._left_count(), made)
            made.setProperty("footLeft", True)
        else:
            self._foot.addWidget(made)
        self._busy_parts.append(made)
        return made

    def lock_while_working(self, *parts: QWidget) -> None:
        """These cannot be used while work is under way; buttons of the foot never can."""
        self._busy_parts += parts

    def set_working(self, text: str) -> None:
        """Work is under way: a moving bar with `text`, nothing can be pressed. "" ends it."""
        # 0 of 0 is the bar that moves without knowing how far; it must rest when it is not seen.
        self._working.setRange(0, 0 if text else 1)
        self._working_text.setText(text)
        self._working.setVisible(bool(text))
        self._working_text.setVisible(bool(text))
        for part in self._busy_parts:
            part.setEnabled(not text)

    @property
    def working(self) -> bool:
        """Whether work is under way."""
        return bool(self._working_text.text())

    def show_problem(self, message: str) -> None:
        """An error; called by `Tasks`. The entries stay."""
        self.set_working("")
        self.banner.show_error(message)

    def start(self) -> None:
        """Called when the screen comes up: put the keyboard where it belongs."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the card is all there is room for."""
        super().resizeEvent(event)
        low = event.size().height() < _LOW
        self._name.setVisible(not low)
        margin = theme.STEP * 2 if low else theme.STEP * 6
        self._lines.setContentsMargins(margin, margin, margin, margin)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's names
        """Tab goes as the card is read."""
        return go_through(self.window(), backwards=not next) or super().focusNextPrevChild(next)

    def _left_count(self) -> int:
        items = (self._foot.itemAt(place).widget() for place in range(self._foot.count()))
        return sum(1 for widget in items if widget is not None and widget.property("footLeft"))

    def _scrolled(self, card: QWidget) -> QScrollArea:
        """The program's name and the card in the middle."""
        middle = QWidget()
        middle.setProperty("kind", "scrolled")
        middle.setLayout(self._lines)
        self._lines.setSpacing(theme.STEP * 4)
        self._lines.addStretch(2)
        # No alignment: an aligned widget is given its hint, which knows nothing of wrapped lines.
        for part in (self._name, card):
            across = QHBoxLayout()
            across.addStretch(1)
            across.addWidget(part)
            across.addStretch(1)
            self._lines.addLayout(across)
        self._lines.addStretch(3)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        return area

    def _card(self, width: int) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedWidth(width)
        card.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 20, 24, 18)
        inner.setSpacing(theme.STEP * 3)
        head = QVBoxLayout()
        head.setSpacing(theme.STEP)
        head.addWidget(self._title)
        head.addWidget(self._lead)
        inner.addLayout(head)
        inner.addWidget(self.banner)
        inner.addLayout(self.body)
        inner.addWidget(self._working)
        inner.addWidget(self._working_text)
        inner.addWidget(rule())
        inner.addLayout(self._foot)
        return card


def _program_name(width: int) -> QWidget:
    name = QWidget()
    name.setFixedWidth(width)
    words = QHBoxLayout(name)
    words.setContentsMargins(2, 0, 2, 0)
    words.setSpacing(theme.STEP * 3)
    words.addWidget(label(_PROGRAM, "title"))
    words.addWidget(label(_PURPOSE, "note"))
    words.addStretch(1)
    return name
