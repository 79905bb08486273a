"""A finished PDF to a printer, page by page, after the system's own print dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QDialog, QWidget

_DOTS_AN_INCH = 300
_POINTS_AN_INCH = 72


def ask_for_printer(title: str, parent: QWidget, chosen: Callable[[object], object]) -> bool:
    """Ask for a printer; `chosen(printer)` is called with it, ready for `paint_pages`.

    False when this computer has no printer; then nothing is asked.
    """
    # Loaded at the first printing: the start of the program need not wait for it.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_DOTS_AN_INCH)
    printer.setDocName(title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent.window())
    dialog.setWindowTitle(f"打印{title}")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: chosen(printer))
    # QPrintDialog hides the plain open() of other dialogs behind one that wants a slot.
    QDialog.open(dialog)
    return True


def print_pdf(pdf: bytes, title: str, parent: QWidget, done: Callable[[], object]) -> bool:
    """Ask for a printer and print; `done()` is called when the pages were handed to it.

    False when this computer has no printer; then nothing is asked.

    Nothing is written to a file of ours: a paper may name people.
    """

    def paint(printer: object) -> None:
        paint_pages(pdf, printer)
        done()

    return ask_for_printer(title, parent, paint)


def paint_pages(pdf: bytes, printer: object) -> None:
    """Paint every page of `pdf` on a QPrinter, as large as its sheet."""
    from PySide6.QtPrintSupport import QPrinter

    from app.services.papers import page_count, page_image

    assert isinstance(printer, QPrinter)
    painter = QPainter(printer)
    sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    for page in range(page_count(pdf)):
        if page:
            printer.newPage()
        width, height, pixels = page_image(pdf, page, _DOTS_AN_INCH / _POINTS_AN_INCH)
        picture = QImage(pixels, width, height, width * 4, QImage.Format.Format_RGBA8888)
        painter.drawImage(sheet, picture)
    painter.end()
