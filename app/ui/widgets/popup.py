"""Where a small window belongs that a field opens: below it, above it where the screen ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget

_GAP = 2


def place_at(field: QWidget, size: QSize) -> QPoint:
    """The corner for a popup of `size` at `field`, in the coordinates of the screen."""
    place = field.mapToGlobal(QPoint(0, field.height() + _GAP))
    screen = field.screen().availableGeometry()
    if place.y() + size.height() > screen.bottom():
        place = field.mapToGlobal(QPoint(0, -size.height() - _GAP))
    place.setX(max(screen.left(), min(place.x(), screen.right() - size.width())))
    return place
