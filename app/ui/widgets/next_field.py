"""Enter goes to the next field, and nothing happens by accident while Chinese is being composed.

Counter staff type from paper and expect Enter to move on; Ctrl+Enter leaves a field of several lines,
Shift+Enter goes back. While an input method composes (preedit), Enter, Esc and Tab belong to it alone:
they must not move, close or save anything, and no shortcut may fire.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from app.ui.widgets.reading_order import in_reading_order, takes_tab

_COMPOSING = "composing"
_SCOPE = "enterScope"
_GROUP = "fieldGroup"
_STOP = "enterStop"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_INPUTS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractButton)
_KEPT_BY_INPUT_METHOD = (
    *_ENTER,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    *(Qt.Key(Qt.Key.Key_F1 + number) for number in range(12)),
)


def guard(field: QWidget, *, moves_on: bool = True) -> None:
    """Give `field` the behaviour of this module. Calling it twice does no harm, the first call counts.

    `moves_on=False` leaves Enter to the field itself (a search box) and keeps only the care for text
    being composed. For a form compiled from a `.ui` file use `guard_all`.
    """
    if field.findChild(_Guard, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
        _Guard(field, moves_on=moves_on)


def guard_all(form: QWidget) -> None:
    """Guard every input inside `form`, and make `form` the scope Enter stays in."""
    set_scope(form)
    for child in form.findChildren(QWidget):
        if isinstance(child, _INPUTS) and not isinstance(child, QPushButton) and child.focusProxy() is None:
            guard(child)


def set_scope(container: QWidget) -> None:
    """Enter never leaves `container`: after its last field the focus stays where it is."""
    container.setProperty(_SCOPE, True)


def set_group(container: QWidget) -> None:
    """The inputs in `container` are one field: Enter on any of them goes to what follows them all."""
    container.setProperty(_GROUP, True)


def set_stop(pressed: QPushButton) -> None:
    """Enter comes by this button too: it belongs to the field before it (生成各期)."""
    pressed.setProperty(_STOP, True)


def is_composing(widget: QWidget | None = None) -> bool:
    """Whether an input method composes text in `widget`, by default in whatever has the focus."""
    focus = widget or QApplication.focusWidget()
    return bool(focus is not None and focus.property(_COMPOSING))


def move_on(field: QWidget, *, backwards: bool = False) -> bool:
    """Give the focus to the field after `field` (or before it); False when there is none in its scope.

    Of buttons only the primary one is visited, so that the last Enter of a form stands on it, and those
    marked with `set_stop`.
    """
    scope = _ancestor(field, _SCOPE) or field.window()
    group = _ancestor(field, _GROUP)
    order = list(in_reading_order(scope))
    if field not in order:
        return False
    at = order.index(field)
    for candidate in reversed(order[:at]) if backwards else order[at + 1 :]:
        if _takes_focus(candidate) and (group is None or not group.isAncestorOf(candidate)):
            candidate.setFocus(
                Qt.FocusReason.BacktabFocusReason if backwards else Qt.FocusReason.TabFocusReason
            )
            _bring_into_view(candidate)
            return True
    return False


def _takes_focus(widget: QWidget) -> bool:
    if not isinstance(widget, _INPUTS) or not takes_tab(widget):
        return False
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)) and widget.isReadOnly():
        return False
    if isinstance(widget, QPushButton):
        return widget.property("kind") == "primary" or bool(widget.property(_STOP))
    return True


def _ancestor(widget: QWidget, mark: str) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None and not parent.property(mark):
        parent = parent.parentWidget()
    return parent


def _bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, 48)
            return
        parent = parent.parentWidget()


class _Guard(QObject):
    def __init__(self, field: QWidget, *, moves_on: bool) -> None:
        super().__init__(field)
        self._several_lines = isinstance(field, (QPlainTextEdit, QTextEdit))
        self._composing = False
        self._moves_on = moves_on
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._set_composing(watched, bool(event.preeditString()))
        elif kind == QEvent.Type.FocusOut:
            self._set_composing(watched, False)
        elif kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            return self._on_key(watched, event, press=kind == QEvent.Type.KeyPress)
        return False

    def _set_composing(self, watched: QObject, composing: bool) -> None:
        if composing != self._composing:
            self._composing = composing
            watched.setProperty(_COMPOSING, composing)

    def _on_key(self, watched: QObject, event: QKeyEvent, *, press: bool) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._composing:
            if not press:
                # Accepting the override keeps every shortcut of the window from firing.
                event.accept()
                return True
            command = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            return bool(command) or event.key() in _KEPT_BY_INPUT_METHOD
        if not self._moves_on or event.key() not in _ENTER or not isinstance(watched, QWidget):
            return False
        leaving = (
            Qt.KeyboardModifier.ControlModifier if self._several_lines else Qt.KeyboardModifier.NoModifier
        )
        back = Qt.KeyboardModifier.NoModifier if self._several_lines else Qt.KeyboardModifier.ShiftModifier
        if modifiers != leaving and (self._several_lines or modifiers != back):
            return False
        if press:
            moved = move_on(watched, backwards=modifiers == Qt.KeyboardModifier.ShiftModifier)
            if not moved and isinstance(watched, QLineEdit):
                # Nothing comes after it, so the field is not left; what was typed is tidied all the same.
                watched.editingFinished.emit()
        else:
            event.accept()
        return True
