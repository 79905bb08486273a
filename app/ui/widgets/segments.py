"""A few views of one list side by side, one of them chosen: 全部 · 在办 · 已结."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Segments(QWidget):
    """`chosen(key)` when the user picks another. Tab comes to it once; left and right choose."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`choices` are `(key, label)`; the first is chosen. `name` is said by a screen reader."""
        super().__init__(parent)
        self._labels = dict(choices)
        self._name = name
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for key, text in choices:
            made = _Segment(text, self)
            made.setProperty("kind", "segment")
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.clicked.connect(lambda _on=False, key=key: self._pick(key))
            self._group.addButton(made)
            self._buttons[key] = made
            row.addWidget(made)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._value = ""
        self.set_value(choices[0][0])
        self.show_counts({})

    def value(self) -> str:
        """The key chosen."""
        return self._value

    def set_value(self, key: str) -> None:
        """Choose without telling."""
        self._value = key
        self._buttons[key].setChecked(True)
        for one, made in self._buttons.items():
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one == key else Qt.FocusPolicy.ClickFocus)

    def set_tips(self, tips: Sequence[str]) -> None:
        """A tip for each choice in order: the key that chooses it."""
        for made, tip in zip(self._buttons.values(), tips, strict=True):
            made.setToolTip(tip)

    def close_off(self, key: str, reason: str) -> None:
        """This choice is not offered; the tip says why."""
        self._buttons[key].setEnabled(False)
        self._buttons[key].setToolTip(reason)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Put how many there are behind the labels."""
        for key, made in self._buttons.items():
            text = self._labels[key] + (f" {counts[key]:,}" if key in counts else "")
            made.setText(text)
            made.setAccessibleName(f"{self._name} {text}")

    def step(self, by: int) -> None:
        """Choose the neighbour."""
        keys = list(self._buttons)
        key = keys[(keys.index(self._value) + by) % len(keys)]
        self._pick(key)
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _pick(self, key: str) -> None:
        if key != self._value:
            self.set_value(key)
            self.chosen.emit(key)


class _Segment(QPushButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        parent = self.parentWidget()
        if step is not None and isinstance(parent, Segments):
            parent.step(step)
            return
        super().keyPressEvent(event)
