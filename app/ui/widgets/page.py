"""What every page is: a message line, a place for content, and reading again when something changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.services.changes import Changes
from app.ui import theme
from app.ui.bus import Bus
from app.ui.widgets.banner import Banner
from app.ui.widgets.next_field import set_scope
from app.ui.widgets.reading_order import go_through, in_reading_order


class Page(QWidget):
    """Base of all pages.

    A page puts its widgets into `content`, names what it shows in `interests`, and reads it in
    `refresh`, which is called when the page is first shown and after a change: at once when the page is
    on screen, else when it is next shown.
    """

    interests: Changes = Changes.NONE

    def __init__(self, bus: Bus | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True
        self.banner = Banner(self)
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, theme.GAP, theme.PAGE_MARGIN, theme.GAP)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.banner)
        layout.addLayout(self.content, 1)
        set_scope(self)
        if bus is not None:
            bus.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read what the page shows. Overridden by pages that show data."""

    def opened(self, target: object) -> None:
        """Called when the shell is asked to show this page for something (a case id, a search text)."""

    def take_focus(self) -> None:
        """Put the keyboard where work on this page begins: its focus proxy, else its first field or list."""
        proxy = self.focusProxy()
        if proxy is not None:
            proxy.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        target = next((one for one in in_reading_order(self) if self._begins_with(one)), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begins_with(self, widget: QWidget) -> bool:
        kind = isinstance(widget, (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView))
        reachable = widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return kind and reachable and self.isAncestorOf(widget) and widget.isVisibleTo(self)

    def can_close(self) -> bool:
        """False keeps the window open; the page then says why in its banner and offers the way out."""
        return True

    def show_problem(
        self, message: str, action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Show an error in the message line. Called by `Tasks` for UserError and EnvironmentProblem."""
        self.banner.show_error(message, action, on_action)

    def mark_stale(self) -> None:
        """Read again before the page is next looked at."""
        self._stale = True
        if self.isVisible():
            self._refresh_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh_now()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's names
        """Tab goes as the page is read."""
        return go_through(self.window(), backwards=not next) or super().focusNextPrevChild(next)

    def _refresh_now(self) -> None:
        self._stale = False
        self.refresh()

    def _on_changed(self, changes: Changes, _initiator: QObject | None) -> None:
        if changes & self.interests:
            self.mark_stale()
