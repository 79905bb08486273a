"""The table itself: one fixed row height, rows chosen whole, everything reachable from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QItemSelectionRange, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui import theme
from app.ui.widgets.cells import CellPainter, Column, cell_text

_SAVE_AFTER = 400
_COPIED_ROWS = 2000


class TableView(QTableView):
    """Base of `DataTable` and `SmallTable`; rows are known to the outside by number here.

    `row_opened(int)`: Enter or double click. `link_clicked(int, str)`: a click on a link cell, with the
    column's key. `typed(str)`: letters typed while the table has the focus, meant for the search box.
    """

    row_opened = Signal(int)
    link_clicked = Signal(int, str)
    typed = Signal(str)

    def __init__(self, columns: tuple[Column, ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._settings: QSettings | None = None
        self._name = name
        self._painter = CellPainter(columns, self)
        self.setItemDelegate(self._painter)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(name)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(theme.ROW_HEIGHT)
        rows.setDefaultSectionSize(theme.ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setFixedHeight(theme.HEADER_HEIGHT)
        head.setMinimumSectionSize(40)
        self._save_later = QTimer(self)
        self._save_later.setSingleShot(True)
        self._save_later.setInterval(_SAVE_AFTER)
        self._save_later.timeout.connect(self.save_columns)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    def remember(self, settings: QSettings | None) -> None:
        """Set the first widths, then those kept in `settings` from last time; later ones go there."""
        head = self.horizontalHeader()
        for place, column in enumerate(self.columns):
            head.resizeSection(place, column.width)
        self._settings = settings
        kept = settings.value(self._settings_key()) if settings is not None else None
        if isinstance(kept, QByteArray):
            head.restoreState(kept)
        head.setSectionsMovable(True)
        for place, column in enumerate(self.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            head.setSectionResizeMode(place, mode)
        head.sectionResized.connect(lambda *_: self._save_later.start())
        head.sectionMoved.connect(lambda *_: self._save_later.start())

    def save_columns(self) -> None:
        """Write widths and order down now; done by itself shortly after a change."""
        if self._settings is not None:
            self._settings.setValue(self._settings_key(), self.horizontalHeader().saveState())

    def current_row(self) -> int:
        """The row the keyboard is on, -1 when there is none."""
        return self.currentIndex().row()

    def selected_rows(self, limit: int = 500) -> list[int]:
        """Row numbers of the selection, at most `limit`; `selection_count` tells how many there are."""
        rows: list[int] = []
        for area in self._areas():
            rows.extend(range(area.top(), min(area.bottom(), area.top() + limit - 1) + 1))
            if len(rows) >= limit:
                break
        return sorted(set(rows))[:limit]

    def selection_count(self) -> int:
        """How many rows are selected; cheap for any number."""
        return sum(area.height() for area in self._areas())

    def go_to_row(self, row: int) -> None:
        """Make `row` the current and only selected one and bring it into view."""
        self.setCurrentIndex(self.model().index(row, self._first_column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Home and End go to the first and last row, letters go to the search."""
        key, modifiers = event.key(), event.modifiers()
        plain = not modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if self.current_row() >= 0:
                self.row_opened.emit(self.current_row())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain and self.model().rowCount():
            self.go_to_row(0 if key == Qt.Key.Key_Home else self.model().rowCount() - 1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif _is_typing(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        link = index.isValid() and self.columns[index.column()].kind == "link"
        shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._hover(index.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            column = self.columns[index.column()]
            if column.kind == "link" and cell_text(index.data()):
                self.link_clicked.emit(index.row(), column.key)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _areas(self) -> list[QItemSelectionRange]:
        chosen = self.selectionModel().selection()
        return [chosen.at(place) for place in range(chosen.count())]

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered_row:
            self._painter.hovered_row = row
            self.viewport().update()

    def _copy(self) -> None:
        """The selected rows as lines with tabs, for a sheet or a message; capped, rows may be very many."""
        order = [self.horizontalHeader().logicalIndex(place) for place in range(len(self.columns))]
        model = self.model()
        lines = [
            "\t".join(cell_text(model.index(row, place).data()).replace("\n", " ") for place in order)
            for row in self.selected_rows(_COPIED_ROWS)
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _first_column(self) -> int:
        return self.horizontalHeader().logicalIndex(0)

    def _settings_key(self) -> str:
        return f"tables/{self._name}/{len(self.columns)}"


def _is_typing(event: QKeyEvent) -> bool:
    commands = (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    return (
        bool(event.text())
        and event.text().isprintable()
        and event.text() != " "
        and not event.modifiers() & commands
    )
