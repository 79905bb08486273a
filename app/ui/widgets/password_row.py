"""A password as a row of a form drawn in Qt Designer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.widgets.designed_rows import DesignedRow
from app.ui.widgets.password_field import PasswordField


class PasswordRow(DesignedRow):
    """A password with its label, its Caps Lock hint and its problem."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PasswordField(), parent)
