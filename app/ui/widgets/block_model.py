"""A list of any length: all ids up front, rows in blocks of a hundred when they are painted.

Reading the ids of 200,000 cases takes some tens of milliseconds and little memory; reading the rows
takes seconds and hundreds of megabytes. So only what is looked at is read, and a few blocks are kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt

from app.ui.widgets.cell_model import NO_INDEX, CellModel, Index
from app.ui.widgets.cells import Column, cell_data

BLOCK = 100
_KEPT_BLOCKS = 40


class Order(NamedTuple):
    """How the list is sorted: the key of a column, or "" for the provider's own order."""

    key: str = ""
    descending: bool = False


IdsReader = Callable[[Order], Sequence[Any]]
BlockReader = Callable[[Sequence[Any]], Sequence[tuple[Any, ...] | None]]


class BlockModel(CellModel):
    """Rows by id, read lazily.

    `read_ids(order)` returns every id in its final order (an `array('q')` of row numbers is the
    smallest); sorting and filtering happen there, in SQL. `read_block(ids)` returns one tuple of cells
    a given id, in the same order, or None for an id that is gone. Both are called in the screen's thread.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        read_ids: IdsReader,
        read_block: BlockReader,
        parent: QObject | None = None,
    ) -> None:
        """Empty until `reload` is called."""
        super().__init__(columns, parent)
        self.order = Order()
        self._read_ids = read_ids
        self._read_block = read_block
        self._ids: Sequence[Any] = ()
        self._blocks: OrderedDict[int, Sequence[tuple[Any, ...] | None]] = OrderedDict()

    def reload(self) -> None:
        """Read the ids again and forget the rows. Views keep nothing over this; `DataTable.reload` does."""
        ids = self._read_ids(self.order)
        self.beginResetModel()
        self._ids = ids
        self._blocks.clear()
        self.endResetModel()

    def refresh_rows(self) -> None:
        """Forget the rows, keep the ids: for a change that can neither add, remove nor move a row."""
        self._blocks.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))

    def id_at(self, row: int) -> Any:
        """The id of a row; IndexError when there is none."""
        if row < 0:
            raise IndexError(row)
        return self._ids[row]

    def row_of(self, wanted: Any) -> int:
        """The row of an id, -1 when it is not in the list."""
        try:
            return self._ids.index(wanted)
        except ValueError:
            return -1

    def ids(self) -> Sequence[Any]:
        """All ids in order; do not change them."""
        return self._ids

    def cells(self, row: int) -> tuple[Any, ...] | None:
        """The cells of a row, read with its block when needed; None when it is gone."""
        number, place = divmod(row, BLOCK)
        block = self._blocks.get(number)
        if block is None:
            block = self._read_block(self._ids[number * BLOCK : (number + 1) * BLOCK])
            self._blocks[number] = block
            if len(self._blocks) > _KEPT_BLOCKS:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block[place] if place < len(block) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED or not index.isValid():
            return None
        cells = self.cells(index.row())
        if cells is None:
            return None
        return cell_data(self.columns[index.column()], cells[index.column()], role)


_ANSWERED = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.UserRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
    )
)
