"""A PDF on a printer's pages: as many, and not empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from app.services.papers import page_count, page_image, recovery_sheet
from app.ui.printing import paint_pages
from tests.offices import found

CODE = "-".join(["7K2M9"] * 8)


@pytest.fixture
def sheet(tmp_path: Path) -> bytes:
    """A real paper."""
    office = found(tmp_path / "office")
    made = recovery_sheet(office, CODE)
    office.close()
    return made


def test_every_page_reaches_the_printer_as_large_as_its_sheet(
    qapp: QApplication, sheet: bytes, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(150)
    printer.setFullPage(True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    paint_pages(sheet, printer)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert page_count(printed) == page_count(sheet)
    width, height, pixels = page_image(printed, 0, 1.0)
    assert abs(width / height - 595 / 842) < 0.01
    dark = sum(1 for value in pixels[::4] if value < 96)
    assert dark > 500, "the words of the sheet are on the page"
