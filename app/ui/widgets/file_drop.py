"""Taking files in: dragged onto it, pasted from the clipboard, or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.labels import button, label
from app.ui.widgets.last_place import begin_in_last_place


class FileDrop(QWidget):
    """A dashed area. `files_chosen(list[Path])`: existing local files; `image_pasted(bytes)`: a PNG.

    Nothing is read here: size, kind and content are checked by whoever takes the files.
    """

    files_chosen = Signal(list)
    image_pasted = Signal(bytes)

    def __init__(
        self,
        sentence: str = "把文件拖到这里，或按 Ctrl+V 粘贴图片",
        patterns: str = "",
        button_text: str = "选择文件…",
        *,
        several: bool = True,
        folders: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`patterns` is a file dialog filter such as `工单 (*.xlsx *.csv)`; `folders` may be dropped too."""
        super().__init__(parent)
        self._folders = folders
        self._patterns = patterns
        self._several = several
        self._over = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(sentence)
        text = label(sentence, "secondary", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 20, 16, 20)
        layout.setSpacing(theme.STEP * 2)
        layout.addStretch(1)
        layout.addWidget(text)
        layout.addWidget(button(button_text, self.choose), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.setMinimumHeight(120)

    def choose(self) -> None:
        """Open the system's file dialog without stopping the program."""
        dialog = QFileDialog(self, "选择文件")
        dialog.setFileMode(
            QFileDialog.FileMode.ExistingFiles if self._several else QFileDialog.FileMode.ExistingFile
        )
        dialog.setNameFilters([self._patterns, "所有文件 (*)"] if self._patterns else ["所有文件 (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        begin_in_last_place(dialog)
        dialog.filesSelected.connect(lambda names: self._take([Path(name) for name in names]))
        dialog.open()

    def paste(self) -> bool:
        """Take what the clipboard holds; False when it is neither an image nor files."""
        return self._take_mime(QGuiApplication.clipboard().mimeData())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._local(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._set_over(True)

    def dragLeaveEvent(self, _event: object) -> None:
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(False)
        if self._take_mime(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lively = self._over or self.hasFocus()
        pen = QPen(theme.colour("primary" if lively else "control_line"), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(theme.colour("info_surface") if self._over else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.end()

    def _take_mime(self, data: QMimeData) -> bool:
        files = self._local(data)
        if files:
            self._take(files)
            return True
        image = data.imageData() if data.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            self.image_pasted.emit(_png(image))
            return True
        return False

    def _take(self, files: list[Path]) -> None:
        self.files_chosen.emit(files if self._several else files[:1])

    def _local(self, data: QMimeData) -> list[Path]:
        found = _local_paths(data)
        return [path for path in found if path.is_file() or (self._folders and path.is_dir())]

    def _set_over(self, over: bool) -> None:
        self._over = over
        self.update()


def _local_paths(data: QMimeData) -> list[Path]:
    urls: list[QUrl] = data.urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes, Qt refuses them
    buffer.close()
    return bytes(held.data())
