"""A locked window: everything of ours is off the screen until the password is given again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.services import access
from app.services.office import OpenOffice
from app.ui.sign_in import LockedScreen
from app.ui.tasks import Tasks

_STAY = "程序已锁定，请先输入密码解锁，再关闭窗口。"
_UNSAVED = "还有没保存的内容，请本人解锁后保存，再换人登录。"


class LockWindow(QWidget):
    """`unlocked()`: the right password was given. `other()`: somebody else wants to sign in.

    `forgotten()`: the password is to be set anew with the recovery code.

    The windows are hidden, not covered: nothing behind can be read, reached by Tab or listed by the system.
    """

    unlocked = Signal()
    other = Signal()
    forgotten = Signal()

    def __init__(self, office: OpenOffice, tasks: Tasks) -> None:
        super().__init__()
        self.setWindowTitle("一站通（已锁定）")
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._office = office
        self._tasks = tasks
        self._hidden: list[QWidget] = []
        self._closable = False
        self.screen_shown = LockedScreen(office.office.name, office.operator.name)
        self.screen_shown.submitted.connect(self._confirm)
        self.screen_shown.other.connect(self.other)
        self.screen_shown.forgotten.connect(self.forgotten)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.screen_shown)

    def cover(self, window: QWidget) -> None:
        """Take the place of `window` and of every other window of the program."""
        self._hidden = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not self]
        self.setGeometry(window.geometry())
        self.show()
        for shown in self._hidden:
            shown.hide()
        self.activateWindow()
        self.screen_shown.start()

    def uncover(self) -> None:
        """Show again what was hidden, dialogs above their window."""
        for hidden in sorted(self._hidden, key=lambda widget: widget.parentWidget() is not None):
            hidden.show()
        self.go()

    def go(self) -> None:
        """Leave the screen without showing anything."""
        self._closable = True
        self.close()

    def tell_unsaved(self) -> None:
        """Somebody else cannot come in: what is typed would be lost."""
        self.screen_shown.show_problem(f"{self._office.operator.name}{_UNSAVED}")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing a locked program would be a way round the password."""
        if self._closable:
            super().closeEvent(event)
            return
        event.ignore()
        self.screen_shown.banner.show_warning(_STAY)

    def _confirm(self, password: str) -> None:
        self._tasks.run_heavy(
            self.screen_shown,
            lambda _progress: access.confirm_password(self._office, password),
            lambda _nothing: self.unlocked.emit(),
        )
