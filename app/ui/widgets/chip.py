"""A status in a coloured pill: always with words, because colour alone says nothing to many eyes."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui import theme

HEIGHT = 20
_SIDE = 8


def chip_font(body: QFont) -> QFont:
    """The letters in a chip: a little smaller than running text."""
    font = QFont(body)
    font.setPixelSize(max(9, body.pixelSize() - 1) if body.pixelSize() > 0 else 12)
    return font


def chip_width(text: str, body: QFont) -> int:
    """How wide a chip with this text is."""
    return ceil(QFontMetricsF(chip_font(body)).horizontalAdvance(text)) + 2 * _SIDE


def paint_chip(painter: QPainter, room: QRect, text: str, role: str, body: QFont) -> None:
    """Paint a chip at the left of `room`, in its middle; text that does not fit ends in an ellipsis."""
    font = chip_font(body)
    wanted = chip_width(text, body)
    width = min(wanted, room.width())
    if width <= 2 * _SIDE:
        return
    pill = QRectF(room.x(), room.y() + (room.height() - HEIGHT) / 2, width, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{role}_surface"))
    painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
    painter.setFont(font)
    painter.setPen(theme.colour(role))
    if width < wanted:
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width - 2 * _SIDE)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Chip(QLabel):
    """A chip as a widget; `role` is one of `theme_colours.CHIP_ROLES`."""

    def __init__(self, text: str = "", role: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_status(self, text: str, role: str) -> None:
        """Say `text` in the colours of `role`."""
        self._role = role
        self.setText(text)
        self.updateGeometry()
        self.update()

    @property
    def role(self) -> str:
        """The role in force."""
        return self._role

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self.text(), self.font()), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 3 * HEIGHT), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self.text(), self._role, self.font())
        painter.end()
        cut = self.width() < self.sizeHint().width()
        if cut != bool(self.toolTip()):
            self.setToolTip(self.text() if cut else "")
