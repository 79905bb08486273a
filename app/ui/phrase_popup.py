"""The small list of 常用语 at a text field: type initials, Enter puts the marked one in.

It lies inside the window of the field instead of being a popup window of its own: input methods do not
compose in popup windows on every desktop, and a clerk's input method is on when the list opens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import UserError
from app.services import phrases
from app.services.phrases import PhraseOffer
from app.ui import theme
from app.ui.widgets.composing import Composing
from app.ui.widgets.labels import label
from app.ui.widgets.next_field import guard, is_composing

_WIDTH, _HEIGHT = 560, 330
_LEAST_HEIGHT = 150
_EDGE = 8
_SHOWN = 160
_SEARCH = "search"


class PhrasePopup(QFrame):
    """`chosen(text)`: the filled phrase. It closes itself, and then gives the keyboard back to `field`."""

    chosen = Signal(str)

    def __init__(self, field: QWidget, offers: Sequence[PhraseOffer], values: Mapping[str, str]) -> None:
        super().__init__(field.window())
        self._field = field
        self._offers = offers
        self._values = values
        self._found: list[PhraseOffer] = []
        self.setProperty("kind", "card")
        self.setAutoFillBackground(True)
        self.setAccessibleName("常用语")
        self.search = QLineEdit()
        self.search.setPlaceholderText("输入拼音首字母或文字查找")
        self.search.setAccessibleName("查找常用语")
        self.search.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        self.list = QListWidget()
        self.list.setProperty("kind", "choices")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.preview = label("", "secondary", wrap=True)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 2, theme.STEP * 2, theme.STEP * 2, theme.STEP * 2)
        column.setSpacing(theme.STEP)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.preview)
        column.addWidget(label("↑ ↓ 选择 · Enter 插入 · Esc 关闭 · 空白处 Ctrl Shift J", "note"))
        guard(self.search, moves_on=False)
        self.search.installEventFilter(self)
        field.window().installEventFilter(self)
        self._composing = Composing(self)
        self._composing.watch(_SEARCH, self.search)
        self._composing.changed.connect(self._look)
        self.search.textChanged.connect(lambda _text: self._look())
        self.list.currentRowChanged.connect(lambda _row: self._show_preview())
        self.list.itemClicked.connect(lambda _item: self.take())

    def open(self) -> None:
        """Show it at the field, with the keyboard in the search line."""
        self._look()
        self.setGeometry(self._place())
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def take(self) -> None:
        """Put the marked phrase in and close; one that cannot be filled stays and says why."""
        offer = self._marked()
        if offer is None:
            return
        try:
            text = phrases.filled(offer, self._values)
        except UserError as error:
            self.preview.setText(error.message)
            return
        self.leave()
        self.chosen.emit(text)

    def leave(self) -> None:
        """Close without taking anything; the keyboard goes back to the field."""
        if self.isHidden():
            return
        self.hide()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the search line; while an input method composes they belong to it."""
        if watched is not self.search:
            if event.type() == QEvent.Type.Resize:
                self.setGeometry(self._place())
            return False
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        assert isinstance(event, QKeyEvent)
        if is_composing(self.search):
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ours = enter or event.key() in (*steps, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if not ours:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # The dialog's own Esc and Enter must not see the key.
            event.accept()
            return True
        if enter:
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        return True

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whoever clicks elsewhere is done with the list; the keyboard stays where they put it."""
        if new is None or new is self.search or self.isHidden():
            return
        self.hide()
        self.deleteLater()

    def _look(self) -> None:
        typed = self._composing.text_of(_SEARCH, self.search).replace("'", "")
        self._found = phrases.matching(self._offers, typed)
        self.list.clear()
        for offer in self._found:
            item = QListWidgetItem(f"{offer.title}（本单位）" if offer.own else offer.title)
            item.setToolTip(offer.text)
            self.list.addItem(item)
        if self._found:
            self.list.setCurrentRow(0)
        self._show_preview()

    def _show_preview(self) -> None:
        offer = self._marked()
        if offer is None:
            words = (
                "没有找到，换个词试试。" if self._offers else "还没有常用语，可以到“设置 › 常用语”里添加。"
            )
            self.preview.setText(words)
            return
        try:
            text = phrases.filled(offer, self._values).replace("\n", " ")
        except UserError as error:
            text = error.message
        self.preview.setText(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……")

    def _marked(self) -> PhraseOffer | None:
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _step(self, by: int) -> None:
        if self._found:
            self.list.setCurrentRow(max(0, min(len(self._found) - 1, self.list.currentRow() + by)))

    def _place(self) -> QRect:
        """Below the first line of the field where there is room, else as high as the window allows."""
        window = self._field.window()
        corner = self._field.mapTo(window, QPoint(0, 0))
        width = min(_WIDTH, window.width() - 2 * _EDGE)
        height = max(min(_HEIGHT, window.height() - 2 * _EDGE), _LEAST_HEIGHT)
        left = max(_EDGE, min(corner.x(), window.width() - width - _EDGE))
        below = corner.y() + self._field.fontMetrics().lineSpacing() + theme.STEP * 2
        top = max(_EDGE, min(below, window.height() - height - _EDGE))
        return QRect(left, top, width, height)
