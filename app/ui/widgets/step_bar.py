"""The stages of a case from 受理 to 归档 in one line: done, current, still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import theme

_CIRCLE = 24
_HEIGHT = 36
_GAP = 8
_WORDS = {"done": "已完成", "current": "正在进行", "todo": "未到", "skipped": "不适用"}


@dataclass(frozen=True)
class Step:
    """One stage: its name, a short remark below (date and person, or —), and how far it is."""

    name: str
    note: str = "—"
    state: Literal["done", "current", "todo", "skipped"] = "todo"


class StepBar(QWidget):
    """Shows stages; a click or Enter on one gives `chosen(index)`, left and right move the mark."""

    chosen = Signal(int)

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._mark = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these."""
        self._steps = tuple(steps)
        self._mark = next((at for at, step in enumerate(self._steps) if step.state == "current"), 0)
        told = "；".join(f"{step.name} {_WORDS[step.state]} {step.note}" for step in self._steps)
        self.setAccessibleName("办理阶段")
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(110 * max(1, len(self._steps)), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(70 * max(1, len(self._steps)), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, step in enumerate(self._steps):
            self._paint_step(painter, at, step)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().x())
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._steps else Qt.CursorShape.ArrowCursor)
        self.setToolTip(f"{self._steps[at].name}：{self._steps[at].note}" if self._steps else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._steps and inside and event.button() == Qt.MouseButton.LeftButton:
            self._mark = self._at(event.position().x())
            self.update()
            self.chosen.emit(self._mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if self._steps and move is not None:
            self._mark = max(0, min(len(self._steps) - 1, self._mark + move))
            self.update()
        elif self._steps and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._mark)
        else:
            super().keyPressEvent(event)

    def _at(self, x: float) -> int:
        return max(0, min(len(self._steps) - 1, int(x * len(self._steps) / max(1, self.width()))))

    def _paint_step(self, painter: QPainter, at: int, step: Step) -> None:
        width = self.width() / len(self._steps)
        left = width * at
        middle = self.height() / 2
        circle = QRectF(left + 1, middle - _CIRCLE / 2, _CIRCLE, _CIRCLE)
        ground, ink, mark = {
            "done": ("success_surface", "success", "✓"),
            "current": ("primary", "primary_text", str(at + 1)),
            "todo": ("neutral_surface", "neutral", str(at + 1)),
            "skipped": ("neutral_surface", "neutral", "–"),
        }[step.state]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawEllipse(circle)
        if self.hasFocus() and at == self._mark:
            painter.setPen(QPen(theme.colour("primary"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(0, 0, 0, 0))
        small = QFont(self.font())
        small.setPixelSize(12)
        bold = QFont(self.font())
        bold.setBold(step.state != "skipped")
        painter.setFont(small)
        painter.setPen(theme.colour(ink))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, mark)
        text_left = int(left + _CIRCLE + 1 + _GAP)
        room = int(left + width - text_left - _GAP)
        painter.setFont(bold)
        painter.setPen(theme.colour("text" if step.state in ("done", "current") else "secondary"))
        name = QRect(text_left, int(middle) - 18, room, 18)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, step.name)
        painter.setFont(small)
        painter.setPen(theme.colour("secondary"))
        metrics = QFontMetrics(small)
        note = metrics.elidedText(step.note, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(text_left, int(middle), room, 18), Qt.AlignmentFlag.AlignVCenter, note)
        self._paint_line(
            painter, text_left + QFontMetrics(bold).horizontalAdvance(step.name), left + width, middle
        )

    def _paint_line(self, painter: QPainter, start: float, end: float, middle: float) -> None:
        """The line to the next stage runs at the height of the name, so that it never crosses the remark."""
        if end - start > 3 * _GAP:
            painter.setPen(QPen(theme.colour("line"), 1))
            height = int(middle) - 9 + 0.5
            painter.drawLine(QPointF(start + _GAP, height), QPointF(end - _GAP, height))
