"""The icons: single-colour SVG from `resources/icons`, drawn in the colour of a role."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.system import resources

_sources: dict[str, str] = {}
_icons: dict[tuple[str, str], QIcon] = {}
_painted: dict[tuple[str, str, int, float], QPixmap] = {}
_SIZE = 16


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon `name` in `colour` (`#RRGGBB`), `size` logical pixels wide on a screen of that pixel ratio.

    Raises EnvironmentProblem when the installation lacks the file.
    """
    if name not in _sources:
        _sources[name] = resources.read_text(f"resources/icons/{name}.svg")
    renderer = QSvgRenderer(QByteArray(_sources[name].replace("currentColor", colour).encode()))
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str, disabled_colour: str) -> QIcon:
    """The icon `name` in `colour`, sharp on every screen there is now; kept for the next caller."""
    key = (name, colour)
    if key not in _icons:
        made = QIcon()
        # Drawing is slow enough to be felt at start, so only what these screens can show.
        for size in sorted(
            {round(_SIZE * screen.devicePixelRatio()) for screen in QGuiApplication.screens()}
        ):
            made.addPixmap(pixmap(name, colour, size))
            made.addPixmap(pixmap(name, disabled_colour, size), QIcon.Mode.Disabled)
        _icons[key] = made
    return _icons[key]


def paint(painter: QPainter, room: QRect, name: str, colour: str) -> None:
    """Paint the icon `name` into the square `room`, drawn for exactly the pixels `painter` has there."""
    ratio = round(max(1.0, painter.deviceTransform().m11()), 2)
    key = (name, colour, room.width(), ratio)
    if key not in _painted:
        _painted[key] = pixmap(name, colour, room.width(), ratio)
    painter.drawPixmap(room.topLeft(), _painted[key])


def forget() -> None:
    """Drop what was drawn; called when the colours change."""
    _icons.clear()
    _painted.clear()
