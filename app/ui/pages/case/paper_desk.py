"""What happens to a paper: looked at, made and saved, printed, opened again; and files of the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.kinds.complaint.events import Attachment, PaperIssued
from app.services import attachments, papers
from app.services.papers import IssuedPaper, PaperOrder
from app.system.errors import EnvironmentProblem
from app.ui.context import Context
from app.ui.pages.case.paper_window import PaperWindow, pdf_sizes
from app.ui.printing import ask_for_printer, paint_pages
from app.ui.widgets.last_place import ask_where, show_folder

_LARGEST_PICTURE = 50_000_000
"""Dots; a picture that unpacks to more is not opened inside the program."""
Acts = Sequence[tuple[str, Callable[[], object]]]


class PaperDesk(QObject):
    """One for each case page. `made(changes)`: a paper was issued and is on disk.

    Dialogs belong to `page`; a problem is shown where the clerk is: in the preview, else on the page.
    """

    made = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.window: PaperWindow | None = None

    # ---- papers ----

    def preview(self, order: PaperOrder, name: str) -> None:
        """The paper as it would look, marked 草稿; no number is used."""
        acts: Acts = [
            ("打印", lambda: self._leave_preview(lambda: self.print(order, name))),
            ("制作并保存 PDF…", lambda: self._leave_preview(lambda: self.save(order, name))),
        ]
        office = self._context.office

        def draw(_progress: object) -> tuple[bytes, list[tuple[float, float]]]:
            pdf = papers.draft(office, order)
            return pdf, pdf_sizes(pdf)

        self._context.tasks.run(
            self._page, draw, lambda drawn: self._open_pdf(f"{name}（草稿）", acts, *drawn)
        )

    def save(self, order: PaperOrder, name: str) -> None:
        """Ask where, issue the paper, write it there."""
        self._ask_where(
            f"制作并保存{name}", f"{name}.pdf", "PDF (*.pdf)", lambda out: self._issue(order, name, out)
        )

    def print(self, order: PaperOrder, name: str) -> None:
        """Issue the paper and hand it to a printer; without one it is saved, and that is said."""
        if not ask_for_printer(name, self._page, lambda printer: self._issue(order, name, None, printer)):
            self._context.toast_wanted.emit("没有找到打印机，先保存成 PDF，再到有打印机的电脑上打印")
            self.save(order, name)

    def reopen(self, issued: PaperIssued, name: str) -> None:
        """The paper as it was issued, from the office's own store."""
        office, case_id = self._context.office, self._page.case_id  # type: ignore[attr-defined]
        title = f"{name} {issued.number}".strip()

        def read(_progress: object) -> tuple[bytes, list[tuple[float, float]]]:
            pdf = papers.reopen(office, issued, f"{name}.pdf", case_id)
            return pdf, pdf_sizes(pdf)

        kept = Attachment(sha256=issued.sha256, filename=f"{title}.pdf", size=0, media_type="application/pdf")
        acts: Acts = [("另存…", lambda: self._leave_preview(lambda: self.copy(kept)))]
        self._context.tasks.run(self._page, read, lambda drawn: self._open_pdf(title, acts, *drawn))

    # ---- files ----

    def look(self, file: Attachment) -> None:
        """Pictures and PDFs inside the program; anything else is to be saved first."""
        office = self._context.office
        pdf = file.media_type == "application/pdf"
        if not pdf and not file.media_type.startswith("image/"):
            text = f"“{file.filename}”不能在这里查看，请另存后用相应的程序打开。"
            self._say(text, "另存…", lambda: self.copy(file))
            return

        def read(_progress: object) -> tuple[bytes, list[tuple[float, float]]]:
            data = attachments.content(office, file)
            return data, pdf_sizes(data) if pdf else []

        acts: Acts = [("另存…", lambda: self._leave_preview(lambda: self.copy(file)))]

        def show(found: tuple[bytes, list[tuple[float, float]]]) -> None:
            if pdf:
                self._open_pdf(file.filename, acts, *found)
            else:
                self._open_image(file, acts, found[0])

        self._context.tasks.run(self._page, read, show)

    def copy(self, file: Attachment) -> None:
        """Ask where, write a copy there."""
        office = self._context.office
        self._ask_where(
            "另存文件",
            file.filename,
            "所有文件 (*)",
            lambda out: self._context.tasks.run(
                self._page,
                lambda _progress: attachments.save_copy(office, file, out),
                lambda _nothing: self._tell_saved("已保存", out),
            ),
        )

    # ---- inside ----

    def _issue(self, order: PaperOrder, name: str, out: Path | None, printer: object = None) -> None:
        office = self._context.office

        def done(issued: IssuedPaper) -> None:
            if printer is not None:
                paint_pages(issued.pdf, printer)
            number = issued.number or name
            what = f"{number} 第 {issued.printing} 次制作" if issued.printing > 1 else f"{number} 已制作"
            self.made.emit(issued.changes)
            if out is None:
                self._context.toast_wanted.emit(f"{what}，已送打印机")
            else:
                self._tell_saved(what, out)

        self._context.tasks.run(
            self._page, lambda _progress: papers.issue(office, order, out), done, self._on_refused
        )

    def _tell_saved(self, what: str, out: Path) -> None:
        """A file that was written is told until it is put away: the clerk has to find it again."""
        self._page.banner.show_success(  # type: ignore[attr-defined]
            f"{what}，保存为“{out.name}”，在 {out.parent}。", "打开所在文件夹", lambda: show_folder(out)
        )

    def _on_refused(self, problem: UserError | EnvironmentProblem) -> None:
        self._say(problem.message)

    def _ask_where(self, title: str, name: str, kinds: str, chosen: Callable[[Path], object]) -> None:
        ask_where(self._page.window(), title, name, kinds, chosen)

    def _open_pdf(
        self,
        title: str,
        acts: Acts,
        pdf: bytes,
        sizes: list[tuple[float, float]],
    ) -> None:
        window = PaperWindow(title, acts, self._page.window())
        window.show_pdf(pdf, sizes)
        self._show(window)

    def _open_image(self, file: Attachment, acts: Acts, data: bytes) -> None:
        image = QImage()
        if not image.loadFromData(data) or image.width() * image.height() > _LARGEST_PICTURE:
            self._say(
                f"“{file.filename}”打不开，可能已损坏或者太大，请另存后查看。",
                "另存…",
                lambda: self.copy(file),
            )
            return
        window = PaperWindow(file.filename, acts, self._page.window())
        window.show_image(image)
        self._show(window)

    def _show(self, window: PaperWindow) -> None:
        self.window = window
        window.destroyed.connect(self._forget_window)
        window.open()
        window.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_window(self) -> None:
        self.window = None

    def _leave_preview(self, then: Callable[[], object]) -> None:
        if self.window is not None:
            self.window.close()
        then()

    def _say(self, text: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        self._page.show_problem(text, action, on_action)  # type: ignore[attr-defined]
