"""Looking at a paper or a file of the case inside the program, without a temporary file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.services import papers
from app.ui.widgets.banner import Banner
from app.ui.widgets.labels import button
from app.ui.widgets.page_preview import PagePreview, PageSize, Picture

_SIZE = QSize(900, 700)
_HALF = 0.5
_LARGEST_SIDE = 6000


class PaperWindow(QDialog):
    """A preview in a window of its own; `acts` are buttons (words, slot) at the right of its bar."""

    def __init__(
        self, title: str, acts: Sequence[tuple[str, Callable[[], object]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.banner = Banner(self)
        self.preview = PagePreview()
        for words, slot in acts:
            self.preview.bar.addWidget(button(words, slot))
        self.preview.bar.addWidget(button("关闭  Esc", self.reject))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self.banner)
        layout.addWidget(self.preview, 1)
        room = self.screen().availableGeometry().size()
        self.resize(_SIZE.boundedTo(QSize(room.width() - 40, room.height() - 60)))

    def show_pdf(self, pdf: bytes, sizes: Sequence[PageSize]) -> None:
        """Show a PDF whose page sizes were read elsewhere (`pdf_sizes`)."""
        self.preview.set_pages(sizes, lambda page, scale: papers.page_image(pdf, page, scale))

    def show_image(self, image: QImage) -> None:
        """Show one picture."""
        size = (image.width() * 0.75, image.height() * 0.75)
        self.preview.set_pages([size], lambda _page, scale: _scaled(image, size, scale))

    def show_problem(self, message: str) -> None:
        """Show an error; called by `Tasks`."""
        self.banner.show_error(message)


def pdf_sizes(pdf: bytes) -> list[PageSize]:
    """Width and height of every page in points, from small pictures of them."""
    sizes = []
    for page in range(papers.page_count(pdf)):
        width, height, _ = papers.page_image(pdf, page, _HALF)
        sizes.append((width / _HALF, height / _HALF))
    return sizes


def _scaled(image: QImage, size: PageSize, scale: float) -> Picture:
    """The picture at `scale` pixels a point, as the preview wants it."""
    width = max(1, min(round(size[0] * scale), _LARGEST_SIDE))
    height = max(1, min(round(size[1] * scale), _LARGEST_SIDE))
    made = image.scaled(
        width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_RGBA8888)
    return made.width(), made.height(), bytes(made.constBits())
