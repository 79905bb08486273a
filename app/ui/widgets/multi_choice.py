"""A field for any number of choices: check boxes that flow over as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.widgets.flow_layout import FlowBox
from app.ui.widgets.next_field import guard, set_group


class MultiChoice(FlowBox):
    """Any of `(key, label)` choices; `value()` is the list of chosen keys in the order offered.

    Left and right go from box to box, the space bar ticks, Enter goes to the field after them all.
    """

    changed = Signal()
    settled = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=16)
        # The first line of boxes stands at the height of the fields beside it.
        self.flow.setContentsMargins(0, 3, 0, 0)
        self._boxes: dict[str, QCheckBox] = {}
        set_group(self)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these instead; ticks stay where the key stays."""
        kept = self.value()
        for box in self._boxes.values():
            self.flow.removeWidget(box)
            box.deleteLater()
        self._boxes = {}
        for key, text in choices:
            box = QCheckBox(text, self)
            box.setAccessibleName(f"{self.accessibleName()} {text}".strip())
            box.setChecked(key in kept)
            guard(box)
            box.installEventFilter(self)
            box.toggled.connect(lambda _on: self.changed.emit())
            self.flow.addWidget(box)
            self._boxes[key] = box
        self._keep_place_in_focus_chain()
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))
        self.updateGeometry()
        if self.value() != kept:
            self.changed.emit()

    def _keep_place_in_focus_chain(self) -> None:
        """New boxes stand at the end of the window's chain; they belong where this field stands."""
        last: QWidget | None = self.previousInFocusChain()
        while last not in (None, self) and (
            last.focusPolicy() == Qt.FocusPolicy.NoFocus or self.isAncestorOf(last)
        ):
            last = last.previousInFocusChain()
        for box in self._boxes.values():
            if last is not None and last is not self and last is not box:
                QWidget.setTabOrder(last, box)
            last = box

    def box(self, key: str) -> QCheckBox:
        """The box of a choice; KeyError when it is not offered."""
        return self._boxes[key]

    def value(self) -> list[str]:
        """The chosen keys."""
        return [key for key, box in self._boxes.items() if box.isChecked()]

    def set_value(self, value: Iterable[str] | None) -> None:
        """Tick exactly these keys; unknown ones are passed over."""
        wanted = set(value or ())
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)

    def problem(self) -> str:
        """Check boxes hold nothing wrong."""
        return ""

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Each box says the name of the field before its own."""
        super().setAccessibleName(name)
        for box in self._boxes.values():
            box.setAccessibleName(f"{name} {box.text()}".strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QCheckBox)
        ):
            steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                boxes = list(self._boxes.values())
                place = (boxes.index(watched) + step) % len(boxes)
                boxes[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self.settled.emit()
        return False
