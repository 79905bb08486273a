"""A form in a window of its own: the shape every act on a case has.

Opened with `open()`, never with a nested event loop. It stays until the act is done, so that an error
finds the user's words still there.
"""

from __future__ import annotations

from typing import Any

import shiboken6
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.designed_rows import DesignedForm
from app.ui.widgets.form_grid import FormGrid
from app.ui.widgets.labels import button, label, rule
from app.ui.widgets.next_field import is_composing, set_scope
from app.ui.widgets.reading_order import go_through

_LEAST_WIDTH = 420


class _Body(QScrollArea):
    """As high as the form where the screen allows; scrolls on a small or much enlarged one."""

    def sizeHint(self) -> QSize:
        inner = self.widget()
        width = max(inner.sizeHint().width(), inner.minimumSizeHint().width())
        height = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        room = self.screen().availableGeometry()
        return QSize(min(width, room.width() - 80), min(height, room.height() - 220))


class FormDialog(QDialog):
    """Title, legal basis, fields, one primary button named by its verb.

    `submitted()` comes when the user confirms and no field objects; the caller then runs the service
    with `Tasks.run(dialog, …)` and calls `finish()` when it is done. A UserError lands in the dialog's
    banner, an InvalidFields beside its fields, by the names given to `form.add`.

    Ctrl+S (or Enter on the primary button) confirms; Esc closes, after asking when something was typed.
    """

    submitted = Signal()

    def __init__(
        self,
        title: str,
        verb: str,
        basis: str = "",
        columns: int = 2,
        parent: QWidget | None = None,
        *,
        danger: bool = False,
        form: DesignedForm | None = None,
    ) -> None:
        """`basis`: legal basis or purpose in one line; `danger` marks an act that cannot be taken back.

        `form` is a form drawn in Designer; without it the dialog has an empty `FormGrid` of `columns`.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._start: dict[str, Any] = {}
        self._busy = False
        self._opener: QWidget | None = None
        self.form: FormGrid | DesignedForm = form if form is not None else FormGrid(columns)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.STEP * 3)
        self.body.addWidget(self.form)
        self.banner = Banner(self)
        self.primary = button(f"{verb}  Ctrl S", self.submit, kind="primary", parent=self)
        self.primary.setAccessibleName(verb)
        self.cancel_button = button("取消", self.reject, parent=self)
        self._build(title, basis)
        if danger:
            self.body.addWidget(label("做了以后不能撤回，只能另行更正，并会留下记录。", "problem", wrap=True))
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.activated.connect(self.submit)
        set_scope(self)

    def add_button(self, text: str, on_click: Any) -> QWidget:
        """A secondary button at the left of the foot (保存并打印)."""
        made = button(text, on_click, parent=self)
        self._foot.insertWidget(0, made)
        return made

    def start(self, values: dict[str, Any] | None = None) -> None:
        """Fill the form, remember that as untouched, show the dialog and go to the first field."""
        self.form.set_values(values or {})
        self._start = self.values()
        self._opener = QApplication.focusWidget()
        self.open()
        self.fit()
        for row in self.form.rows.values():
            if row.field.isEnabled() and not row.isHidden():
                row.field.setFocus(Qt.FocusReason.OtherFocusReason)
                break

    def fit(self) -> None:
        """Be as large as the form needs and the screen allows; call it again when rows come or go.

        Qt alone would stop at two thirds of the screen, which is too little on a small one.
        """
        room = self.screen().availableGeometry()
        inner = self._scroll.widget()
        width = min(max(self.minimumWidth(), inner.sizeHint().width()), room.width() - 40)
        height = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        # The layout keeps hints; those of a scrolled form go stale unnoticed.
        self._scroll.updateGeometry()
        outer = self.layout()
        assert outer is not None
        outer.invalidate()
        rest = self.sizeHint().height() - self._scroll.sizeHint().height()
        self.resize(width, min(height + rest, room.height() - 60))

    def values(self) -> dict[str, Any]:
        """What was entered, by field name. Overridden where the body holds more than `form`."""
        return self.form.values()

    def is_dirty(self) -> bool:
        """Whether something was entered since `start`."""
        return self.values() != self._start

    def submit(self) -> None:
        """What the primary button does."""
        if self._busy or is_composing():
            return
        self.banner.clear()
        if self.form.check():
            self.submitted.emit()

    def set_busy(self, busy: bool) -> None:
        """While the service works: no second click, no closing; the fields keep their words."""
        self._busy = busy
        for part in (self.primary, self.cancel_button, self.form):
            part.setEnabled(not busy)

    def finish(self) -> None:
        """The act is done: close."""
        self._busy = False
        self.accept()

    def done(self, result: int) -> None:
        """Closed, saved or not: the keyboard goes back to what opened the dialog."""
        super().done(result)
        opener, self._opener = self._opener, None
        if opener is not None and shiboken6.isValid(opener) and opener.isVisible() and opener.isEnabled():
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, message: str) -> None:
        """Show an error; called by `Tasks`."""
        self.set_busy(False)
        self.banner.show_error(message)

    def show_invalid(self, problems: dict[str, str]) -> None:
        """Show problems at their fields; those without a field here go to the banner."""
        self.set_busy(False)
        rest = self.form.show_problems(problems)
        if rest:
            self.banner.show_error("；".join(rest.values()))

    def reject(self) -> None:
        """Esc, 取消 and the window's close button."""
        if self._busy or is_composing():
            return
        if self.is_dirty():
            self.banner.show_warning("填写的内容还没有保存，离开后会丢失。", "放弃并关闭", super().reject)
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._busy or self.is_dirty():
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the fields; only Esc is the dialog's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's names
        """Tab goes as the form is read."""
        return go_through(self.window(), backwards=not next) or super().focusNextPrevChild(next)

    def _build(self, title: str, basis: str) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(20, 16, 20, 12)
        head.setSpacing(theme.STEP)
        head.addWidget(label(title, "title"))
        if basis:
            head.addWidget(label(basis, "note", wrap=True))
        inner = QWidget()
        inner.setProperty("ground", "surface")
        inner_layout = QVBoxLayout(inner)
        inner_layout.setContentsMargins(20, 14, 20, 14)
        inner_layout.setSpacing(theme.STEP * 3)
        inner_layout.addWidget(self.banner)
        inner_layout.addLayout(self.body, 1)
        self._scroll = scroll = _Body()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(20, 12, 20, 14)
        self._foot.setSpacing(theme.STEP * 2)
        self._foot.addStretch(1)
        self._foot.addWidget(self.cancel_button)
        self._foot.addWidget(self.primary)
        self.setProperty("ground", "surface")
        self.setMinimumWidth(_LEAST_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(rule(self))
        layout.addWidget(scroll, 1)
        layout.addWidget(rule(self))
        layout.addLayout(self._foot)
