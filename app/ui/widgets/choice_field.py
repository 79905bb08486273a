"""A field for one of several choices, found by typing a part of it or its pinyin initials."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from app.ui.widgets.next_field import guard, move_on

_KEY = Qt.ItemDataRole.UserRole
_SEARCH = Qt.ItemDataRole.UserRole + 1


class _Completer(QCompleter):
    """Matches on label and initials, writes the label."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 - Qt's name
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class ChoiceField(QComboBox):
    """One of `(key, label)` choices; `value()` is the key, "" when nothing is chosen.

    Typing filters by label and initials; what is no choice is put back when the field is left. The
    wheel does nothing, because scrolling a form must not change it.
    """

    changed = Signal()
    settled = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] = (),
        initials: Callable[[str], str] | None = None,
        placeholder: str = "请选择",
        parent: QWidget | None = None,
    ) -> None:
        """`initials(label)` gives lower-case pinyin initials, several readings separated by blanks."""
        super().__init__(parent)
        self._initials = initials
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(placeholder)
        completer = _Completer(self._items, self)
        completer.setCompletionRole(_SEARCH)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(14)
        completer.popup().setProperty("kind", "choices")
        completer.popup().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setCompleter(completer)
        completer.popup().installEventFilter(self)
        guard(self)
        self.set_choices(choices)
        self.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.activated.connect(lambda _row: self._show_beginning())
        line.editingFinished.connect(self._settle)

    def set_initials(self, initials: Callable[[str], str]) -> None:
        """Find choices by these words too, from the next `set_choices` on (fields of compiled forms)."""
        self._initials = initials

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these instead; the value stays when it is still among them."""
        kept = self.value()
        self.blockSignals(True)
        self._items.clear()
        for key, label in choices:
            item = QStandardItem(label)
            item.setData(key, _KEY)
            item.setData(f"{label} {self._initials(label) if self._initials else ''}", _SEARCH)
            item.setToolTip(label)
            self._items.appendRow(item)
        self.setCurrentIndex(self._row_of(kept))
        self.blockSignals(False)
        if self.currentIndex() < 0:
            self.setEditText("")
        self._show_beginning()
        if self.value() != kept:
            self.changed.emit()

    def value(self) -> str:
        """The key of the choice, "" when there is none."""
        return str(self.currentData(_KEY)) if self.currentIndex() >= 0 else ""

    def set_value(self, value: str | None) -> None:
        """Choose by key; an unknown key or "" chooses nothing."""
        self.setCurrentIndex(self._row_of(value or ""))
        if self.currentIndex() < 0:
            self.setEditText("")
        self._show_beginning()

    def label(self) -> str:
        """The text of the choice, "" when there is none."""
        return self.itemText(self.currentIndex()) if self.currentIndex() >= 0 else ""

    def problem(self) -> str:
        """Told when what was typed is none of the choices."""
        typed = self.currentText().strip()
        if typed and self._row_for(typed) < 0:
            return "没有这一项，请从列表中选择。"
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list that opened while typing takes its marked line, else the first, and moves on."""
        completer = self.completer()
        if (
            completer is not None
            and watched == completer.popup()
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            index = completer.popup().currentIndex()
            if not index.isValid():
                index = completer.completionModel().index(0, 0)
            completer.popup().hide()
            self.set_value(index.data(_KEY))
            move_on(self)
            return True
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def _settle(self) -> None:
        typed = self.currentText().strip()
        row = self._row_for(typed)
        if not typed:
            self.setCurrentIndex(-1)
        elif row >= 0:
            self.setCurrentIndex(row)
            self.setEditText(self.itemText(row))
        else:
            self.setEditText(self.label())
        self._show_beginning()
        self.settled.emit()

    def _show_beginning(self) -> None:
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    def _row_for(self, typed: str) -> int:
        """The row meant by `typed`: its label, or the only one whose initials or label contain it."""
        if typed == self.label():
            return self.currentIndex()
        for row in range(self._items.rowCount()):
            if self._items.item(row).text() == typed:
                return row
        fitting = [
            row
            for row in range(self._items.rowCount())
            if typed.lower() in str(self._items.item(row).data(_SEARCH)).lower()
        ]
        return fitting[0] if len(fitting) == 1 else -1

    def _row_of(self, key: str) -> int:
        for row in range(self._items.rowCount()):
            if key and self._items.item(row).data(_KEY) == key:
                return row
        return -1
