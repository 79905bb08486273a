"""A short list (parties, papers, evidence), given whole; same look and keys as the long one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QObject,
    QSettings,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QWidget

from app.ui import theme
from app.ui.widgets.cell_model import NO_INDEX, CellModel, Index
from app.ui.widgets.cells import Column, cell_data
from app.ui.widgets.table_view import TableView

Row = tuple[Any, tuple[Any, ...]]


class SmallModel(CellModel):
    """All rows in memory: `(id, cells)`."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        return cell_data(self.columns[index.column()], self.rows[index.row()][1][index.column()], role)


class SmallTable(TableView):
    """`opened(id)`: Enter or double click. `picked(id, key)`: a click on a link cell."""

    opened = Signal(object)
    picked = Signal(object, str)
    current_changed = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        settings: QSettings | None = None,
        *,
        head: bool = True,
        grow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`head=False` leaves the titles out; with `grow` it is as high as its rows, without scrolling."""
        super().__init__(tuple(columns), name, parent)
        self._grow = grow
        self._model = SmallModel(columns, self)
        self.setModel(self._model)
        self.remember(settings)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setVisible(head)
        if not any(column.stretch for column in columns):
            last = len(self.columns) - 1
            self.horizontalHeader().setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
        if grow:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.setFixedHeight(self._height())
            # The card's own border follows.
            self._painter.line_below_last = False
        self.row_opened.connect(lambda row: self.opened.emit(self._model.rows[row][0]))
        self.link_clicked.connect(lambda row, key: self.picked.emit(self._model.rows[row][0], key))
        self.selectionModel().currentRowChanged.connect(
            lambda *_: self.current_changed.emit(self.current_id())
        )

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show `(id, cells)` rows; the current row stays with its id."""
        kept = self.current_id()
        self._model.set_rows(rows)
        self.go_to(kept)
        if self._grow:
            self.setFixedHeight(self._height())

    def ids(self) -> list[Any]:
        """The ids in order."""
        return [row[0] for row in self._model.rows]

    def current_id(self) -> Any:
        """The id the keyboard is on, None when there is none."""
        row = self.current_row()
        return self._model.rows[row][0] if 0 <= row < len(self._model.rows) else None

    def go_to(self, wanted: Any) -> bool:
        """Select the row of an id; False when it is not there."""
        for row, (one, _cells) in enumerate(self._model.rows):
            if wanted is not None and one == wanted:
                self.go_to_row(row)
                return True
        return False

    def _height(self) -> int:
        head = theme.HEADER_HEIGHT if not self.horizontalHeader().isHidden() else 0
        return head + theme.ROW_HEIGHT * max(1, len(self._model.rows))
