"""The message line of a page: stays until it is answered or the next one comes; never a window of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.ui import theme
from app.ui.widgets.labels import IconMark, button, icon_button, label

_ICONS = {"danger": "warning", "warning": "warning", "success": "check", "info": "info", "neutral": "info"}
_WORDS = {"danger": "错误", "warning": "注意", "success": "完成", "info": "提示", "neutral": "提示"}


class Banner(QFrame):
    """Hidden until it has something to say. `closed()` when the user puts it away."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self._on_action: Callable[[], object] | None = None
        self._icon = IconMark("info", parent=self)
        self._text = label("", "", self, wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = button("", self._act, parent=self)
        self._close = icon_button("close", "关闭这条消息", self._put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 8, 7)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_error(self, text: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        """Something went wrong; a button named `action` (a verb) calls `on_action` and closes the banner."""
        self.say("danger", text, action, on_action)

    def show_warning(
        self, text: str, action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Something needs care."""
        self.say("warning", text, action, on_action)

    def show_info(self, text: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        """Something worth knowing."""
        self.say("info", text, action, on_action)

    def show_success(
        self, text: str, action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Something was done that stays on screen longer than a toast."""
        self.say("success", text, action, on_action)

    def say(
        self, tone: str, text: str, action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Show `text` in the colours of a chip role, replacing what was there."""
        self._on_action = on_action
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._icon.show_icon(_ICONS[tone], tone)
        theme.style(self, tone=tone)
        self.setAccessibleName(f"{_WORDS[tone]}：{text}")
        self.show()
        # A screen reader says it at once, wherever the focus is.
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """What is shown now, "" when nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def clear(self) -> None:
        """Take the message away."""
        self._on_action = None
        self.hide()

    def _act(self) -> None:
        act = self._on_action
        self.clear()
        if act is not None:
            act()

    def _put_away(self) -> None:
        self.clear()
        self.closed.emit()
