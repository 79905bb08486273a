"""A field with its label above, its hint and its error below."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.widgets.field import Field, HintedField
from app.ui.widgets.labels import label
from app.ui.widgets.next_field import guard


def name_field(caption: QLabel, field: QWidget, *, mandatory: bool = False) -> None:
    """Tie a label to its field (mnemonic, screen reader) and mark it `*` when it must be filled.

    `FormRow` does this; forms compiled from `.ui` files call it for their own labels.
    """
    plain = caption.text().rstrip(" *")
    caption.setBuddy(field)
    caption.setText(f"{plain} *" if mandatory else plain)
    field.setAccessibleName(f"{plain}（必填）" if mandatory else plain)


class FormRow(QWidget):
    """One labelled field.

    Shows the field's own problem when the user leaves it, and problems from outside with
    `set_problem`; both go away with the next edit.
    """

    def __init__(
        self,
        caption: str,
        field: QWidget,
        *,
        mandatory: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`field` has the interface of `field.Field`; `hint` is a short remark after the label."""
        super().__init__(parent)
        assert isinstance(field, Field)
        self.field: Any = field
        self.mandatory = mandatory
        self._caption = label(caption, "label", self)
        self._remark = label(hint, "note", self)
        self._remark.setVisible(bool(hint))
        self._hint = label("", "note", self, wrap=True)
        self._problem = label("", "problem", self, wrap=True)
        self._hint.hide()
        self._problem.hide()
        name_field(self._caption, field, mandatory=mandatory)
        guard(field)
        self._head = head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._caption)
        head.addWidget(self._remark)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(head)
        tall = isinstance(field, QPlainTextEdit)
        layout.addWidget(field, 1 if tall else 0)
        layout.addWidget(self._hint)
        layout.addWidget(self._problem)
        if not tall:
            layout.addStretch(1)
        vertical = QSizePolicy.Policy.Expanding if tall else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        field.changed.connect(self.clear_problem)
        field.settled.connect(self.check)
        if isinstance(field, HintedField):
            field.hint_changed.connect(self.set_hint)
        field.installEventFilter(self)

    def caption(self) -> str:
        """The label without its mark."""
        return self._caption.text().rstrip(" *")

    def add_tool(self, tool: QWidget) -> None:
        """Put something small at the right end of the label's line (常用语)."""
        self._head.addWidget(tool)

    def set_hint(self, text: str) -> None:
        """Show a line below the field in quiet letters; "" takes it away."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def set_problem(self, text: str) -> None:
        """Show what is wrong, in red below the field and as the field's description for a screen reader."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.field.setAccessibleDescription(text)
        theme.style(self.field, wrong=bool(text))

    def clear_problem(self) -> None:
        """Take the problem away; done by itself with every edit."""
        if self._problem.text():
            self.set_problem("")

    def problem(self) -> str:
        """What is shown as wrong now."""
        return self._problem.text()

    def check(self) -> bool:
        """Show the field's own problem if it has one; True when it has none."""
        found = self.field.problem()
        if found:
            self.set_problem(found)
        return not found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that is hidden or disabled by its page takes its label along."""
        if watched == self.field:
            if event.type() == QEvent.Type.EnabledChange:
                self._caption.setEnabled(bool(self.field.isEnabled()))
            elif event.type() == QEvent.Type.HideToParent:
                self.hide()
            elif event.type() == QEvent.Type.ShowToParent:
                self.show()
        return False
