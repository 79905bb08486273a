"""What a table shows in a cell, and how it is painted: text, status chips, links, amounts.

Both tables (a few rows, hundreds of thousands) use the same columns and the same painter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from app.ui import theme
from app.ui.widgets.chip import chip_width, paint_chip

Kind = Literal["text", "secondary", "chip", "link", "number", "strong"]
CELL = Qt.ItemDataRole.UserRole
"""The raw cell, as the provider gave it."""
_SIDE = 10


class Faint(str):
    """Words that stand for something not known, in the colour of a placeholder. A cell only within `Words`:
    Qt would hand a bare one back as a plain str."""

    __slots__ = ()


class Urgent(str):
    """Words that must be seen at once, in the colour of danger. A cell only within `Words`, as `Faint`."""

    __slots__ = ()


@dataclass(frozen=True)
class Words:
    """A cell of several pieces in one line, some of them perhaps `Faint` or `Urgent`."""

    pieces: tuple[str, ...]

    def __str__(self) -> str:
        return "".join(self.pieces)


NOT_GIVEN = Faint("未载明")


def named(name: str) -> str:
    """A name as a cell shows it, also when there is none."""
    return name or NOT_GIVEN


@dataclass(frozen=True)
class Column:
    """A column: `key` names it for sorting and for remembered widths, `title` stands in the head.

    A cell is a str or `Words`, or for kind "chip" a pair `(text, role)`; None shows nothing. `width` is
    the first width in logical pixels; `stretch` lets the column take what is left.
    """

    key: str
    title: str
    width: int = 120
    kind: Kind = "text"
    sortable: bool = True
    stretch: bool = False


def cell_text(cell: Any) -> str:
    """The words of a cell, for tips, copying and screen readers."""
    if cell is None:
        return ""
    return str(cell[0]) if isinstance(cell, tuple) else str(cell)


def cell_data(column: Column, cell: Any, role: int) -> Any:
    """What a model answers for a cell in a Qt role; None for roles that are not ours."""
    if role == Qt.ItemDataRole.DisplayRole:
        return cell_text(cell)
    if role == CELL:
        return cell
    if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        return (
            f"{column.title}：{cell_text(cell)}"
            if role == Qt.ItemDataRole.AccessibleTextRole
            else cell_text(cell)
        )
    if role == Qt.ItemDataRole.TextAlignmentRole and column.kind == "number":
        return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return None


def _ink(piece: Any, usual: str) -> str:
    if isinstance(piece, Urgent):
        return "danger"
    return "placeholder" if isinstance(piece, Faint) else usual


class CellPainter(QStyledItemDelegate):
    """Paints cells of a fixed height with a thin line below each row; the row under the mouse is tinted."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self.hovered_row = -1
        self.line_below_last = True

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as its words; used when a column is fitted by double click."""
        cell = index.data(CELL)
        if self._columns[index.column()].kind == "chip":
            return QSize(chip_width(cell_text(cell), option.font) + 2 * _SIDE, theme.ROW_HEIGHT)
        return QSize(option.fontMetrics.horizontalAdvance(cell_text(cell)) + 2 * _SIDE, theme.ROW_HEIGHT)

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        column = self._columns[index.column()]
        cell = index.data(CELL)
        room: QRect = option.rect
        # Named in full: the bindings make a class when it is first named, and this one would delay the start.
        states = QtWidgets.QStyle.StateFlag
        selected = bool(option.state & states.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(room, theme.colour("row_selected"))
        elif index.row() == self.hovered_row:
            painter.fillRect(room, theme.colour("row_hover"))
        if self.line_below_last or index.row() + 1 < index.model().rowCount():
            painter.fillRect(QRect(room.x(), room.bottom(), room.width(), 1), theme.colour("line"))
        inner = room.adjusted(_SIDE, 0, -_SIDE, -1)
        if column.kind == "chip" and isinstance(cell, tuple):
            paint_chip(painter, inner, str(cell[0]), str(cell[1]), option.font)
        elif cell is not None:
            pieces = cell.pieces if isinstance(cell, Words) else (cell,)
            self._paint_text(painter, inner, pieces, column.kind, option)
        if selected and index.column() == 0 and option.state & states.State_Active:
            painter.fillRect(QRect(room.x(), room.y(), 3, room.height() - 1), theme.colour("primary"))
        painter.restore()

    def _paint_text(
        self, painter: QPainter, room: QRect, pieces: tuple[Any, ...], kind: Kind, option: Any
    ) -> None:
        font = option.font
        font.setBold(kind == "strong")
        painter.setFont(font)
        usual = {"link": "link", "secondary": "secondary"}.get(kind, "text")
        side = Qt.AlignmentFlag.AlignRight if kind == "number" else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        metrics = painter.fontMetrics()
        for piece in pieces:
            painter.setPen(theme.colour(_ink(piece, usual)))
            text = str(piece).replace("\n", " ")
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, flags, shown)
            if shown != text:
                break
            room = room.adjusted(metrics.horizontalAdvance(text), 0, 0, 0)
