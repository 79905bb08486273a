"""The window's tests share one application, made as the program makes it, with the bundled font."""

from __future__ import annotations

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.ui.app import create_application
from app.ui.theme import Scheme


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """In place of pytest-qt's bare one."""
    application = create_application([], scheme=Scheme.LIGHT, bundled_font_only=True)
    # Pytest-qt judges what Qt says; between tests it says nothing that matters.
    qInstallMessageHandler(None)
    return application
