"""The long list: instant with 200,000 rows, and nothing jumps when its data changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSettings, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.ui.widgets.block_model import BlockModel, BlockReader, IdsReader, Order
from app.ui.widgets.cells import Column
from app.ui.widgets.states import EmptyState
from app.ui.widgets.table_view import TableView

_KEPT_SELECTION = 500


class DataTable(QWidget):
    """A sortable list fed by `BlockModel`, with an empty state in its place when there are no rows.

    `opened(id)`: Enter or double click. `current_changed(id)`: the keyboard moved (None: nowhere).
    `link_clicked(id, key)`: a click on a link cell. `typed(str)`: letters meant for the search box.
    `count_changed(int)`: after every reload.
    """

    opened = Signal(object)
    current_changed = Signal(object)
    link_clicked = Signal(object, str)
    typed = Signal(str)
    count_changed = Signal(int)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        read_ids: IdsReader,
        read_block: BlockReader,
        settings: QSettings | None = None,
        empty: EmptyState | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is said by a screen reader and keeps widths apart in `settings`. Call `reload` to fill it.

        `read_ids(order)` and `read_block(ids)`: see `BlockModel`.
        """
        super().__init__(parent)
        self.model = BlockModel(columns, read_ids, read_block, self)
        self.view = TableView(self.model.columns, name, self)
        self.view.setModel(self.model)
        self.view.remember(settings)
        self.empty = empty or EmptyState("没有内容")
        self._layers = QStackedLayout()
        self._layers.addWidget(self.view)
        self._layers.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._layers)
        self.setFocusProxy(self.view)
        self._prepare_sorting()
        self._restoring = False
        self.view.row_opened.connect(lambda row: self.opened.emit(self.model.id_at(row)))
        self.view.link_clicked.connect(lambda row, key: self.link_clicked.emit(self.model.id_at(row), key))
        self.view.typed.connect(self.typed)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)

    def reload(self) -> None:
        """Read the list again. Selection, current row and scroll position stay with their ids."""
        current, chosen = self.current_id(), self.selected_ids(_KEPT_SELECTION)
        anchor, offset = self._anchor()
        self._restoring = True
        self.model.reload()
        self._restore(current, chosen)
        self._scroll_back(anchor, offset)
        self._restoring = False
        self._layers.setCurrentWidget(self.view if self.model.rowCount() else self.empty)
        self.count_changed.emit(self.model.rowCount())
        if self.current_id() != current:
            self.current_changed.emit(self.current_id())

    def sort_by(self, order: Order) -> None:
        """Show and use this order from now on; reads the list again."""
        head = self.view.horizontalHeader()
        self.model.order = order
        keys = [column.key for column in self.model.columns]
        head.blockSignals(True)
        direction = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(keys.index(order.key) if order.key in keys else -1, direction)
        head.blockSignals(False)
        self.reload()

    def count(self) -> int:
        """How many rows the list has."""
        return self.model.rowCount()

    def current_id(self) -> Any:
        """The id the keyboard is on, None when there is none."""
        row = self.view.current_row()
        return self.model.id_at(row) if 0 <= row < self.model.rowCount() else None

    def selected_ids(self, limit: int = _KEPT_SELECTION) -> list[Any]:
        """Up to `limit` selected ids; with more (`view.selection_count()`) act on the query, not on rows."""
        return [self.model.id_at(row) for row in self.view.selected_rows(limit)]

    def go_to(self, wanted: Any) -> bool:
        """Select the row of an id and bring it into view; False when it is not in the list."""
        row = self.model.row_of(wanted)
        if row >= 0:
            self.view.go_to_row(row)
        return row >= 0

    def _prepare_sorting(self) -> None:
        head = self.view.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self._on_sort)

    def _on_sort(self, place: int, direction: Qt.SortOrder) -> None:
        if place >= 0 and not self.model.columns[place].sortable:
            self.sort_by(self.model.order)
            return
        key = self.model.columns[place].key if place >= 0 else ""
        self.model.order = Order(key, direction == Qt.SortOrder.DescendingOrder)
        self.reload()
        row = self.view.current_row()
        if row >= 0:
            self.view.scrollTo(self.model.index(row, 0))

    def _on_current(self) -> None:
        if not self._restoring:
            self.current_changed.emit(self.current_id())

    def _anchor(self) -> tuple[Any, int]:
        """The id of the uppermost row on screen and how far it is scrolled off."""
        row = self.view.rowAt(0)
        if row < 0 or row >= self.model.rowCount():
            return None, 0
        return self.model.id_at(row), self.view.rowViewportPosition(row)

    def _restore(self, current: Any, chosen: Sequence[Any]) -> None:
        row = self.model.row_of(current) if current is not None else -1
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.view.selectionModel().setCurrentIndex(self.model.index(row, 0), flag)
        picked = QItemSelection()
        last = self.model.columnCount() - 1
        for one in chosen if len(chosen) < _KEPT_SELECTION else ():
            place = self.model.row_of(one)
            if place >= 0:
                picked.select(self.model.index(place, 0), self.model.index(place, last))
        self.view.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _scroll_back(self, anchor: Any, offset: int) -> None:
        row = self.model.row_of(anchor) if anchor is not None else -1
        bar = self.view.verticalScrollBar()
        if row >= 0:
            # The view learns its new length only when it is laid out, which a hidden one is not yet.
            self.view.updateGeometries()
            bar.setValue(self.view.verticalHeader().sectionPosition(row) - offset)
