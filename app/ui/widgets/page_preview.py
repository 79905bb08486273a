"""Looking at a paper before it is printed: one page at a time, as pictures made elsewhere."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.labels import icon_button, label

Picture = tuple[int, int, bytes]
"""Width and height in pixels and the bytes, four a pixel: red, green, blue, alpha; no padding."""
Renderer = Callable[[int, float], Picture]
PageSize = tuple[float, float]
_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_WIDEST_FIT = 1.25
"""Wider than that a page is only larger, not easier to read, and shows less of itself."""
_POINT = 96 / 72
_KEPT = 6
_ROUND = 16


class _Paper(QScrollArea):
    """The scrolled picture; page keys at its edges turn the page."""

    turn = Signal(int)
    zoom = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setContentsMargins(_ROUND, _ROUND, _ROUND, _ROUND)
        self.setWidget(self.picture)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        key = event.key()
        if key == Qt.Key.Key_PageDown and bar.value() >= bar.maximum():
            self.turn.emit(1)
        elif key == Qt.Key.Key_PageUp and bar.value() <= bar.minimum():
            self.turn.emit(-1)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in (
            Qt.Key.Key_Plus,
            Qt.Key.Key_Equal,
        ):
            self.zoom.emit(1)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_Minus:
            self.zoom.emit(-1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        step = 1 if event.angleDelta().y() > 0 else -1
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom.emit(step)
        elif (step < 0 and bar.value() >= bar.maximum()) or (step > 0 and bar.value() <= bar.minimum()):
            self.turn.emit(-step)
        else:
            super().wheelEvent(event)


class PagePreview(QWidget):
    """Shows pages given by `set_pages(sizes, renderer)`. Nothing here knows what a PDF is.

    `renderer(page, scale)` returns page 0… as RGBA at `scale` pixels a point; it is called in the
    screen's thread for the page being looked at, and the last few pictures are kept.
    """

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: Sequence[PageSize] = ()
        self._renderer: Renderer | None = None
        self._page = 0
        self._zoom: float | None = None
        self._kept: OrderedDict[tuple[int, float], QPixmap] = OrderedDict()
        self._paper = _Paper(self)
        self._number = label("", "secondary")
        self._percent = label("", "secondary")
        self._percent.setMinimumWidth(44)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._back = icon_button("chevron-left", "上一页（Page Up）", lambda: self.turn(-1))
        self._next = icon_button("chevron-right", "下一页（Page Down）", lambda: self.turn(1))
        self.bar = QHBoxLayout()
        """The line above the page; callers may add buttons at its end (print, save)."""
        self.bar.setSpacing(theme.STEP)
        for part in (self._back, self._number, self._next):
            self.bar.addWidget(part)
        self.bar.addSpacing(theme.STEP * 4)
        self.bar.addWidget(_text_button("－", "缩小（Ctrl+−）", lambda: self.zoom(-1)))
        self.bar.addWidget(self._percent)
        self.bar.addWidget(_text_button("＋", "放大（Ctrl+＋）", lambda: self.zoom(1)))
        self.bar.addWidget(_text_button("适合宽度", "页面和窗口一样宽", self.fit_width))
        self.bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP)
        layout.addLayout(self.bar)
        layout.addWidget(self._paper, 1)
        self.setFocusProxy(self._paper)
        self._paper.setAccessibleName("文书预览")
        self._paper.turn.connect(self.turn)
        self._paper.zoom.connect(self.zoom)
        self._show()

    def set_pages(self, sizes: Sequence[PageSize], renderer: Renderer, page: int = 0) -> None:
        """Show these pages (sizes in points) from `page` on; the zoom stays as it was."""
        self._sizes = tuple(sizes)
        self._renderer = renderer
        self._kept.clear()
        self._page = max(0, min(page, len(self._sizes) - 1))
        self._show()

    def clear(self) -> None:
        """Show nothing."""
        self._sizes, self._renderer = (), None
        self._kept.clear()
        self._show()

    @property
    def page(self) -> int:
        """The page looked at, from 0."""
        return self._page

    def go_to_page(self, page: int) -> None:
        """Show `page`; numbers beyond the ends show the first or last."""
        page = max(0, min(page, len(self._sizes) - 1))
        if page != self._page:
            backwards = page < self._page
            self._page = page
            self._show()
            bar = self._paper.verticalScrollBar()
            bar.setValue(bar.maximum() if backwards else bar.minimum())
            self.page_changed.emit(page)

    def turn(self, step: int) -> None:
        """One page on (1) or back (-1)."""
        self.go_to_page(self._page + step)

    def zoom(self, step: int) -> None:
        """One step larger (1) or smaller (-1)."""
        now = self._factor()
        bigger = [zoom for zoom in _ZOOMS if zoom > now + 0.01]
        smaller = [zoom for zoom in _ZOOMS if zoom < now - 0.01]
        self._zoom = (
            (bigger[0] if bigger else _ZOOMS[-1]) if step > 0 else (smaller[-1] if smaller else _ZOOMS[0])
        )
        self._show()

    def fit_width(self) -> None:
        """As wide as there is room, also after the window changes."""
        self._zoom = None
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._zoom is None:
            self._show()

    def _factor(self) -> float:
        if self._zoom is not None or not self._sizes:
            return self._zoom or 1.0
        room = self._paper.width() - 2 * _ROUND - 14
        # Steps of 1/20: a window being resized must not draw every page anew for each pixel.
        fitting = int(room / (self._sizes[self._page][0] * _POINT) * 20) / 20
        return max(0.25, min(fitting, _WIDEST_FIT))

    def _show(self) -> None:
        count = len(self._sizes)
        self._number.setText(f"第 {self._page + 1} / {count} 页" if count else "没有页面")
        self._back.setEnabled(self._page > 0)
        self._next.setEnabled(self._page + 1 < count)
        self._percent.setText(f"{round(self._factor() * 100)}%" if count else "")
        if not count or self._renderer is None:
            self._paper.picture.clear()
            return
        self._paper.picture.setPixmap(self._pixmap(self._page, self._factor()))
        self._paper.setAccessibleDescription(self._number.text())

    def _pixmap(self, page: int, factor: float) -> QPixmap:
        ratio = self.devicePixelRatioF()
        scale = factor * _POINT * ratio
        key = (page, scale)
        if key not in self._kept:
            assert self._renderer is not None
            width, height, data = self._renderer(page, scale)
            image = QImage(data, width, height, width * 4, QImage.Format.Format_RGBA8888)
            # The image only borrows `data`; the pixmap is a copy of its own.
            made = QPixmap.fromImage(image)
            made.setDevicePixelRatio(ratio)
            self._kept[key] = made
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _text_button(text: str, tip: str, on_click: Callable[[], object]) -> QWidget:
    made = icon_button("plus", tip, on_click)
    made.setIcon(made.icon().__class__())
    made.setProperty("iconName", None)
    made.setText(text)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return made
