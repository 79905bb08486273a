"""Labelled fields in equal columns, in the order of the paper form; fewer columns where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QPlainTextEdit, QWidget

from app.ui import theme
from app.ui.widgets.form_row import FormRow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import label

_LEAST_COLUMN = 148
"""A date with time and its calendar button just fit."""
_SLACK = 24
"""Wider than a scroll bar, or its coming and going would make the columns change back and forth."""


class FormGrid(FormRows):
    """Rows of fields in equal columns.

    `add` fills from left to right; what does not fit goes into the next line. On a small screen or at a
    large scale four columns become two, two become one. `field(name)` and `row(name)` find a field
    again; `values`, `set_values` and `show_problems` go by the same names.
    """

    def __init__(self, columns: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._shown_columns = columns
        self._parts: list[tuple[QWidget | None, int]] = []
        self._line = 0
        self._place = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._grid.setHorizontalSpacing(theme.STEP * 3)
        self._grid.setVerticalSpacing(theme.STEP * 2)
        self._set_columns(columns)

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
        """Add a field under `name`, as wide as `span` columns (0: a whole line)."""
        row = FormRow(caption, field, mandatory=mandatory, hint=hint, parent=self)
        self.rows[name] = row
        self.add_widget(row, span)
        return row

    def add_widget(self, widget: QWidget, span: int = 0) -> None:
        """Add anything else in the same grid."""
        self._parts.append((widget, span))
        self._put(widget, span)

    def add_heading(self, text: str) -> QLabel:
        """Begin a section on a line of its own."""
        heading = label(text, "heading")
        heading.setContentsMargins(0, theme.STEP if self._parts else 0, 0, 0)
        self.add_widget(heading, 0)
        return heading

    def new_line(self) -> None:
        """What follows begins at the left."""
        self._parts.append((None, 0))
        self._break_line()

    def minimumSizeHint(self) -> QSize:
        """One column must fit; a window never has to be wider for the sake of a form."""
        return QSize(_LEAST_COLUMN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = self.columns
        while fitting > 1 and event.size().width() < self._width_for(fitting):
            fitting //= 2
        grows = fitting > self._shown_columns
        if fitting != self._shown_columns and (
            not grows or event.size().width() >= self._width_for(fitting) + _SLACK
        ):
            self._set_columns(fitting)

    def _width_for(self, columns: int) -> int:
        return columns * _LEAST_COLUMN + (columns - 1) * self._grid.horizontalSpacing()

    def _set_columns(self, columns: int) -> None:
        """Lay everything out anew. Tab order is that of adding and does not change."""
        for widget, _span in self._parts:
            if widget is not None:
                self._grid.removeWidget(widget)
        for column in range(self.columns):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 0)
        self._shown_columns = columns
        self._line = self._place = 0
        for widget, span in self._parts:
            if widget is None:
                self._break_line()
            else:
                self._put(widget, span)

    def _put(self, widget: QWidget, span: int) -> None:
        shown = self._shown_columns
        width = shown if span == 0 else max(1, round(span * shown / self.columns))
        if self._place + width > shown or span == 0:
            self._break_line()
        self._grid.addWidget(widget, self._line, self._place, 1, width)
        self._place += width
        if isinstance(widget, FormRow) and isinstance(widget.field, QPlainTextEdit):
            self._grid.setRowStretch(self._line, 1)

    def _break_line(self) -> None:
        if self._place:
            self._line += 1
            self._place = 0
