"""The dark rail at the left: the program's name, its pages with their counts, and who works here."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.labels import label, rule

WIDTH = 168
NARROW = 56
_ENTRY_HEIGHT = 35
_BADGE = 18


class RailEntry(QAbstractButton):
    """One page in the rail: icon, name, and a badge with a count that wants attention."""

    def __init__(self, title: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self._badge = 0
        self._narrow = False
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_badge(self, count: int) -> None:
        """Show a count; 0 shows nothing."""
        if count != self._badge:
            self._badge = count
            self._name()
            self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Only the icon, the name as a tip."""
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NARROW - 16, _ENTRY_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "rail_active" if self.isChecked() else "rail_hover" if self.underMouse() else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(self.rect(), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        if self.hasFocus():
            painter.setPen(theme.colour("rail_active_text"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        ink = "rail_active_text" if self.isChecked() else "rail_text"
        left = (self.width() - 16) // 2 if self._narrow else 10
        theme.paint_icon(painter, QRect(left, (self.height() - 16) // 2, 16, 16), self._icon, ink)
        if not self._narrow:
            painter.setPen(theme.colour(ink))
            room = QRect(34, 0, self.width() - 34 - _BADGE - 14, self.height())
            shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if self._badge:
            self._paint_badge(painter)
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        text = str(self._badge) if self._badge < 100 else "99+"
        font = QFont(self.font())
        font.setPixelSize(11)
        width = max(_BADGE, QFontMetrics(font).horizontalAdvance(text) + 9)
        pill = QRectF(self.width() - width - 10, (self.height() - _BADGE) / 2, width, _BADGE)
        if self._narrow:
            pill.moveTopRight(QRectF(self.rect()).topRight())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("badge"))
        painter.drawRoundedRect(pill, _BADGE / 2, _BADGE / 2)
        painter.setFont(font)
        painter.setPen(theme.colour("badge_text"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    def _name(self) -> None:
        waiting = f"，{self._badge} 件待处理" if self._badge else ""
        self.setAccessibleName(f"{self.text()}{waiting}")


class Rail(QFrame):
    """The rail. `chosen(id)` when a page is asked for."""

    chosen = Signal(str)

    def __init__(self, program: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self._entries: dict[str, RailEntry] = {}
        self._narrow = False
        self._brand = label(program, "brand")
        self._office = label("", wrap=True)
        self._operator = label("", wrap=True)
        self._footer_line = rule()
        self._pages = QVBoxLayout()
        self._pages.setSpacing(2)
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 8, 14)
        head.setSpacing(3)
        head.addWidget(self._brand)
        head.addWidget(self._office)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(8, 8, 8, 0)
        self._foot.addWidget(self._operator)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 16, 8, 18)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(self._pages)
        layout.addStretch(1)
        layout.addWidget(self._footer_line)
        layout.addLayout(self._foot)
        self._footer_line.hide()
        self.setFixedWidth(WIDTH)

    def add_page(self, page: str, title: str, icon: str) -> None:
        """Add an entry at the end."""
        entry = RailEntry(title, icon, self)
        entry.set_narrow(self._narrow)
        entry.clicked.connect(lambda _checked=False: self.chosen.emit(page))
        self._entries[page] = entry
        self._pages.addWidget(entry)

    def mark(self, page: str) -> None:
        """Show which page is on screen; an unknown id (a page without an entry) marks none."""
        for name, entry in self._entries.items():
            entry.setAutoExclusive(False)
            entry.setChecked(name == page)
            entry.setAutoExclusive(True)

    def set_badge(self, page: str, count: int) -> None:
        """Show a count beside a page; 0 shows nothing."""
        self._entries[page].set_badge(count)

    def set_office(self, name: str) -> None:
        """The office's name below the program's."""
        self._office.setText(name)

    def set_operator(self, lines: str) -> None:
        """Who works here and what they should know (last exchange), one fact a line."""
        self._operator.setText(lines)
        self._footer_line.setVisible(bool(lines) and not self._narrow)

    @property
    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        """Show only icons, or icons and names."""
        self._narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDTH)
        for part in (self._brand, self._office, self._operator):
            part.setVisible(not narrow)
        self._footer_line.setVisible(bool(self._operator.text()) and not narrow)
        for entry in self._entries.values():
            entry.set_narrow(narrow)
