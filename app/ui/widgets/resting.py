"""A button that cannot be used while its work runs, without the keyboard falling on its neighbour."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton


def rest(pressed: QPushButton) -> Callable[[], None]:
    """Disable `pressed`; what is returned enables it again.

    Qt would give the focus to the next button, and a second Enter would press that. It waits on the card
    around instead, where Enter does nothing, and comes back unless the user took it elsewhere.
    """
    shelter = pressed.parentWidget()
    if pressed.window().focusWidget() is pressed and shelter is not None:
        shelter.setFocus(Qt.FocusReason.OtherFocusReason)
    pressed.setEnabled(False)

    def wake() -> None:
        if not shiboken6.isValid(pressed):
            return
        pressed.setEnabled(True)
        if pressed.window().focusWidget() in (None, shelter) and pressed.isVisible():
            pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    return wake
