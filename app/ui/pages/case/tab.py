"""What every tab and every further card of the case page is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.pages.case.reading import Shown
from app.ui.widgets.card import Card


class CaseTab(QWidget):
    """`act_wanted(name, target)`: begin an act, on something in particular or None; "" is the next step.

    `look_wanted(file)`, `copy_wanted(file)`: an attachment; `case_wanted(id)`: another case.
    """

    act_wanted = Signal(str, object)
    look_wanted = Signal(object)
    copy_wanted = Signal(object)
    case_wanted = Signal(str)

    def show_case(self, shown: Shown) -> None:
        """Show the case as it was read; the chosen row and the place in a list stay."""
        raise NotImplementedError


class CaseCard(Card):
    """A card below the facts; it hides itself when it has nothing to say. Signals as for a tab."""

    act_wanted = Signal(str, object)
    case_wanted = Signal(str)

    def show_case(self, shown: Shown) -> None:
        """Show the case as it was read."""
        raise NotImplementedError
