"""Tab and Enter go through a form as it is read, whenever its widgets were made.

Qt keeps the order in which widgets came into the window. Radio buttons get their words and lines of a
table are added after the form stands, so they would come last, behind the button that saves. The order
is taken from the layouts instead, when the keyboard is about to move: nobody has to keep it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QWidget,
)

_WHOLE = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit)
"""What is inside these is their own affair."""


def go_through(window: QWidget, *, backwards: bool) -> bool:
    """Tab: the focus to what is read after it (or before it) in `window`, from the end to the beginning.

    False when the focus is in nothing that is read there; Qt's own order then has to do.
    """
    order = list(in_reading_order(window))
    focus: QWidget | None = window.focusWidget()
    while focus is not None and focus not in order:
        focus = focus.parentWidget()
    if focus is None:
        return False
    at = order.index(focus)
    following = order[at + 1 :] + order[:at]
    reason = Qt.FocusReason.BacktabFocusReason if backwards else Qt.FocusReason.TabFocusReason
    for candidate in reversed(following) if backwards else following:
        if takes_tab(candidate):
            candidate.setFocus(reason)
            return True
    return False


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops here. Of dots one of which is chosen it stops on that one only."""
    if not widget.isVisible() or not widget.isEnabled():
        return False
    if isinstance(widget, QRadioButton) and not widget.isChecked():
        group = widget.group()
        if group is not None and group.checkedButton() is not None:
            return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def in_reading_order(container: QWidget) -> Iterator[QWidget]:
    """Everything in `container` that can have the focus, shown or not, enabled or not."""
    layout = container.layout()
    if isinstance(container, QTabWidget):
        yield from _of(container.tabBar())
        parts = [container.widget(place) for place in range(container.count())]
    elif isinstance(container, QSplitter):
        parts = [container.widget(place) for place in range(container.count())]
    elif isinstance(container, QScrollArea):
        parts = [container.widget()]
    elif layout is not None:
        parts = list(_laid_out(layout))
    else:
        parts = [child for child in container.children() if isinstance(child, QWidget)]
    for part in parts:
        if part is not None:
            yield from _of(part)


def _of(widget: QWidget) -> Iterator[QWidget]:
    if widget.isWindow():
        return
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    table_or_text = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QScrollArea)
    if not table_or_text and not isinstance(widget, _WHOLE):
        yield from in_reading_order(widget)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        # A grid keeps its items in the order they were put in, not where they stand.
        spots = {place: _spot(layout, place) for place in places}
        places.sort(key=spots.__getitem__)
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None:
            yield widget


def _spot(layout: QGridLayout, place: int) -> tuple[int, int]:
    row, column, *_spans = cast("tuple[int, int, int, int]", layout.getItemPosition(place))
    return row, column
