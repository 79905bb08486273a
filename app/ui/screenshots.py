"""Pictures of windows for the demonstration, the manual and our own eyes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.system.errors import EnvironmentProblem
from app.ui import theme


def grab(
    widget: QWidget, path: Path, size: tuple[int, int] = (1366, 768), scale: float | None = None
) -> Path:
    """Write a PNG of `widget` as it looks on a screen of `size` pixels at the user's `scale`.

    A top-level widget is resized and shown off screen; at 1.5 it is laid out in two thirds of the
    pixels. Without `scale` the one the application was started with counts. Raises EnvironmentProblem
    when the file cannot be written.
    """
    image = picture(widget, size, scale)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        raise EnvironmentProblem(f"截图没能写到“{path}”，请检查磁盘后再试。")
    return path


def picture(widget: QWidget, size: tuple[int, int], scale: float | None = None) -> QImage:
    """The picture `grab` writes."""
    scale = scale or widget.devicePixelRatioF()
    hidden = not widget.isVisible()
    if hidden:
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.resize(QSize(round(size[0] / scale), round(size[1] / scale)))
    if hidden:
        widget.show()
    # Layouts asked for while showing are settled by posted events; no input is handled here.
    for _ in range(3):
        QApplication.sendPostedEvents()
    image = QImage(QSize(*size), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    image.fill(theme.colour("window"))
    widget.render(image, QPoint(0, 0))
    if hidden:
        widget.hide()
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    return image
