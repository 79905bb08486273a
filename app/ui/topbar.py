"""The bar at the top: one search box for everything, then the two or three commonest acts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from app.ui import theme
from app.ui.actions import command, shortcut_text
from app.ui.widgets.labels import button, label
from app.ui.widgets.next_field import guard, is_composing, set_scope

_HEIGHT = 48
_SEARCH_WIDTH = 454
_TYPING_PAUSE = 220


class SearchBox(QLineEdit):
    """Emits `searched(text)` shortly after the last key, at once on Enter, never while text is composed.

    `left_down()`: the arrow down, to go into the list of what was found.
    """

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spec = command("find")
        self.setProperty("kind", "search")
        self.setPlaceholderText("查编号、姓名、企业、拼音首字母、内容……")
        self.setAccessibleName("查找")
        self.setToolTip(spec.tip)
        self.setMaxLength(200)
        theme_icon = QAction(self)
        theme.set_icon(theme_icon, "search", "placeholder")
        self.addAction(theme_icon, QLineEdit.ActionPosition.LeadingPosition)
        guard(self, moves_on=False)
        self._key = label(shortcut_text(spec), "keycap", self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._last = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_PAUSE)
        self._timer.timeout.connect(self._search)
        self.textEdited.connect(lambda _text: self._timer.start())
        self.textChanged.connect(self._on_text)

    def start_with(self, text: str) -> None:
        """Take the focus with `text` typed into it (letters typed in a list)."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(text)
        self._timer.start()

    def forget(self) -> None:
        """Empty the box without searching; the same words may be asked for anew."""
        self._timer.stop()
        self.clear()
        self._last = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches at once, Esc empties the box, the arrow down leaves it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._search()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search(again=True)
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._key.adjustSize()
        self.setTextMargins(0, 0, self._key.width() + 4, 0)
        self._key.move(self.width() - self._key.width() - 9, (self.height() - self._key.height()) // 2)

    def _on_text(self, text: str) -> None:
        self._key.setVisible(not text)
        if not text and not self.hasFocus():
            # Emptied by the page that shows what was found; the same text may be asked for anew.
            self._last = ""

    def _search(self, *, again: bool = False) -> None:
        self._timer.stop()
        if is_composing(self):
            return
        text = self.text().strip()
        if again or text != self._last:
            self._last = text
            self.searched.emit(text)


class TopBar(QFrame):
    """The bar. Acts are added by the caller; the last one added is the primary one when so marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "topbar")
        self.setFixedHeight(_HEIGHT)
        self.search = SearchBox(self)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_scope(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.PAGE_MARGIN, 0, theme.PAGE_MARGIN, 0)
        self._row.setSpacing(theme.STEP * 3)
        self._row.addWidget(self.search, 3)
        self._row.addStretch(1)

    def add_act(
        self, name: str, slot: Callable[[], object], *, primary: bool = False, icon: str = ""
    ) -> QPushButton:
        """A button for the command `name` of `actions.COMMANDS`; its shortcut is bound by the window."""
        spec = command(name)
        text = f"{spec.text}  {shortcut_text(spec)}" if primary else spec.text
        made = button(text, slot, kind="primary" if primary else "", icon=icon, parent=self)
        made.setToolTip(f"{spec.tip}（{shortcut_text(spec)}）")
        made.setAccessibleName(spec.text)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(made)
        return made

    def add_widget(self, widget: QWidget) -> None:
        """Anything else at the right end."""
        self._row.addWidget(widget)
