"""What stands in place of a form once its work is on disk: what was done, and the buttons that lead on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip


class DoneView(QWidget):
    """A card in the middle. The first button is the next step."""

    def __init__(
        self,
        lines: Sequence[QWidget],
        buttons: Sequence[QPushButton],
        width: int,
        parent: QWidget | None = None,
    ) -> None:
        """`lines` stand below the mark 已保存, `buttons` below them; `width` is the card's at most."""
        super().__init__(parent)
        self._first = buttons[0]
        card = Card()
        card.setMaximumWidth(width)
        card.body.setContentsMargins(28, 26, 28, 26)
        card.body.setSpacing(theme.STEP * 3)
        done = QHBoxLayout()
        done.addWidget(Chip("✓ 已保存", "success"))
        done.addStretch(1)
        card.body.addLayout(done)
        for line in lines:
            card.body.addWidget(line)
        foot = QHBoxLayout()
        foot.setSpacing(theme.STEP * 2)
        for one in buttons:
            foot.addWidget(one)
        foot.addStretch(1)
        card.body.addSpacing(theme.STEP)
        card.body.addLayout(foot)
        column = QVBoxLayout()
        column.addStretch(2)
        column.addWidget(card)
        column.addStretch(3)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addLayout(column, 3)
        across.addStretch(1)

    def take_focus(self) -> None:
        """Put the keyboard on the next step."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)
