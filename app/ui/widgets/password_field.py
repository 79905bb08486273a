"""A field for a password: hidden or shown, and a word when Caps Lock is probably on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui import theme
from app.ui.widgets.next_field import guard
from app.ui.widgets.text_fields import too_long

CAPS_HINT = "大写锁定（Caps Lock）可能开着，密码分大小写。"
_LIMIT = 200


class PasswordField(QLineEdit):
    """`value()` is the password as typed, blanks included. `hint_changed` tells about Caps Lock."""

    changed = Signal()
    settled = Signal()
    hint_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, enter_moves_on: bool = True) -> None:
        """`enter_moves_on=False`: Enter gives `returnPressed`, for the last field of a short form."""
        super().__init__(parent)
        self._caps: bool | None = None
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(32767)
        self._eye = QAction("显示密码", self)
        self._eye.setToolTip("显示或隐藏密码")
        self._eye.triggered.connect(lambda _checked=False: self.show_words(not self.words_shown()))
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.show_words(False)
        guard(self, moves_on=enter_moves_on)
        self.textChanged.connect(lambda _text: self.changed.emit())
        self.editingFinished.connect(self.settled)

    def words_shown(self) -> bool:
        """Whether the password can be read."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def show_words(self, shown: bool) -> None:
        """Show the password, or dots."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        theme.set_icon(self._eye, "eye-off" if shown else "eye", "secondary")

    def value(self) -> str:
        """What was typed."""
        return self.text()

    def set_value(self, value: str | None) -> None:
        """Show `value`."""
        self.setText(value or "")

    def problem(self) -> str:
        """Told when it is absurdly long."""
        return too_long(self.value(), _LIMIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No toolkit tells the state of Caps Lock everywhere; a capital without Shift gives it away."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            if self._caps is not None:
                self._tell(not self._caps)
        elif len(letter) == 1 and letter.isascii() and letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell(letter.isupper() != shifted)
        super().keyPressEvent(event)

    def _tell(self, caps: bool) -> None:
        self._caps = caps
        self.hint_changed.emit(CAPS_HINT if caps else "")
