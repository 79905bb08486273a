"""A field with its label above, its hint and its error below; and rows of such fields in columns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QGridLayout,
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
        head = QHBoxLayout()
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


class FormGrid(QWidget):
    """Rows of fields in equal columns, in the order of the paper form.

    `add` fills from left to right; what does not fit goes into the next line. `field(name)` and
    `row(name)` find a field again; `values`, `set_values` and `show_problems` go by the same names.
    """

    def __init__(self, columns: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows: dict[str, FormRow] = {}
        self._line = 0
        self._place = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.STEP * 3)
        self._grid.setVerticalSpacing(theme.STEP * 2)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 0)

    def add(
        self,
        name: str,
        caption: str,
        field: QWidget,
        span: int = 1,
        *,
        mandatory: bool = False,
        hint: str = "",
    ) -> FormRow:
        """Add a field under `name`, as wide as `span` columns (0: all that remain of the line)."""
        row = FormRow(caption, field, mandatory=mandatory, hint=hint, parent=self)
        self.rows[name] = row
        self.add_widget(row, span)
        if isinstance(field, QPlainTextEdit):
            self._grid.setRowStretch(self._line, 1)
        return row

    def add_widget(self, widget: QWidget, span: int = 0) -> None:
        """Add anything else in the same grid."""
        span = span or self.columns - self._place % self.columns
        if self._place + span > self.columns:
            self.new_line()
        self._grid.addWidget(widget, self._line, self._place, 1, span)
        self._place += span

    def add_heading(self, text: str) -> QLabel:
        """Begin a section on a line of its own."""
        self.new_line()
        heading = label(text, "heading")
        heading.setContentsMargins(0, theme.STEP if self._line else 0, 0, 0)
        self._grid.addWidget(heading, self._line, 0, 1, self.columns)
        self._place = self.columns
        return heading

    def new_line(self) -> None:
        """What follows begins at the left."""
        if self._place:
            self._line += 1
            self._place = 0

    def add_stretch(self) -> None:
        """Keep the fields together at the top."""
        self.new_line()
        self._grid.setRowStretch(self._line, 1)

    def row(self, name: str) -> FormRow:
        """The row of a field."""
        return self.rows[name]

    def field(self, name: str) -> Any:
        """The field itself."""
        return self.rows[name].field

    def values(self) -> dict[str, Any]:
        """The value of every field by name."""
        return {name: row.field.value() for name, row in self.rows.items()}

    def set_values(self, values: dict[str, Any]) -> None:
        """Show values by name; names without a field are passed over (a draft of an older form)."""
        for name, value in values.items():
            if name in self.rows:
                self.rows[name].field.set_value(value)

    def check(self) -> bool:
        """Show every field's own problem and go to the first; True when there is none."""
        wrong = [name for name, row in self.rows.items() if not row.check()]
        if wrong:
            self.field(wrong[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def show_problems(self, problems: dict[str, str]) -> dict[str, str]:
        """Show problems by field name and go to the first; returns those that have no field here."""
        shown = [name for name in self.rows if name in problems]
        for name, row in self.rows.items():
            row.set_problem(problems.get(name, ""))
        if shown:
            self.field(shown[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        return {name: text for name, text in problems.items() if name not in self.rows}
