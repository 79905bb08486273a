"""同步体检 on screen: one page, to be printed or saved, so that two offices can compare by phone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt

from app.services.exchange import sync_report
from app.services.exchange.peers import PeerLine
from app.system.atomic_files import write_atomically
from app.ui.context import Context
from app.ui.pages.case.paper_window import PaperWindow, pdf_sizes
from app.ui.printing import print_pdf
from app.ui.widgets.last_place import ask_where, show_folder
from app.ui.widgets.page import Page

_NO_PRINTER = "没有找到打印机，请先另存成 PDF，再到有打印机的电脑上打印。"


class CheckSheet(QObject):
    """One at a time; `window` is the preview that is open."""

    def __init__(self, context: Context, page: Page) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.window: PaperWindow | None = None

    def show_sheet(self, peer: PeerLine) -> None:
        """Make the page in the background and show it."""
        office = self._context.office
        title = f"同步体检 {peer.name}"

        def make(_progress: object) -> tuple[bytes, list[tuple[float, float]]]:
            pdf = sync_report.paper(office, peer.node)
            return pdf, pdf_sizes(pdf)

        self._context.tasks.run_heavy(self._page, make, lambda made: self._open(title, *made))

    def save_to(self, pdf: bytes, out: Path) -> None:
        """Write the page to a file."""
        self._context.tasks.run_heavy(
            self._page,
            lambda _progress: write_atomically(out, pdf, "保存同步体检"),
            lambda _nothing: self._page.banner.show_success(
                f"同步体检已保存为“{out.name}”。", "打开所在文件夹", lambda: show_folder(out)
            ),
        )

    def _open(self, title: str, pdf: bytes, sizes: list[tuple[float, float]]) -> None:
        window = PaperWindow(
            title,
            [("打印…", lambda: self._print(title, pdf)), ("另存…", lambda: self._save(title, pdf))],
            self._page.window(),
        )
        window.show_pdf(pdf, sizes)
        self.window = window
        window.destroyed.connect(self._forget)
        window.open()
        window.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self, title: str, pdf: bytes) -> None:
        assert self.window is not None
        window = self.window
        if not print_pdf(pdf, title, window, lambda: self._context.toast_wanted.emit("已送打印机")):
            window.show_problem(_NO_PRINTER)

    def _save(self, title: str, pdf: bytes) -> None:
        if self.window is not None:
            self.window.close()
        ask_where(
            self._page.window(),
            "另存同步体检",
            f"{title}.pdf",
            "PDF (*.pdf)",
            lambda out: self.save_to(pdf, out),
        )

    def _forget(self) -> None:
        self.window = None
