"""One of a few choices, each with its whole wording on as many lines as it needs.

Grounds of the law are read before one is chosen; a list that opens and shortens them would hide what
the clerk signs for.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from app.ui import theme
from app.ui.widgets.next_field import guard, set_group


class _Wording(QLabel):
    """The words of one choice; a click on them chooses it."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class RadioList(QWidget):
    """One of `(key, label)` or `(key, label, wording)` choices; `value()` is the key, "" for none.

    `label` is short (（一）, 同意) and stands beside the dot, `wording` runs over several lines. Up and
    down choose, Enter goes to the field after them all.
    """

    changed = Signal()
    settled = Signal()

    def __init__(self, choices: Sequence[tuple[str, ...]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: dict[str, QRadioButton] = {}
        self._words: list[QLabel] = []
        self._group = QButtonGroup(self)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 2, 0, 2)
        self._layout.setHorizontalSpacing(theme.STEP)
        self._layout.setVerticalSpacing(theme.STEP)
        self._layout.setColumnStretch(1, 1)
        set_group(self)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, ...]], *, across: bool = False) -> None:
        """Offer these instead; the choice stays when its key stays. `across`: short labels in one line."""
        kept = self.value()
        self._forget()
        for place, (key, short, *wording) in enumerate(choices):
            dot = QRadioButton(short, self)
            dot.setAccessibleName(" ".join([short, *wording]))
            dot.installEventFilter(self)
            guard(dot)
            self._group.addButton(dot)
            self._dots[key] = dot
            if across:
                self._layout.addWidget(dot, 0, place)
            else:
                self._add_line(place, dot, wording[0] if wording else "")
        self._layout.setColumnStretch(1, 0 if across else 1)
        self._layout.setColumnStretch(len(choices), 1 if across else 0)
        self._layout.setHorizontalSpacing(theme.STEP * 4 if across else theme.STEP)
        if self._dots:
            self.setFocusProxy(next(iter(self._dots.values())))
        self.set_value(kept)
        for dot in self._dots.values():
            dot.toggled.connect(self._on_toggled)

    def value(self) -> str:
        """The key of the choice, "" when there is none."""
        return next((key for key, dot in self._dots.items() if dot.isChecked()), "")

    def label(self) -> str:
        """The words beside the chosen dot, "" when none is chosen."""
        dot = self._dots.get(self.value())
        return dot.text() if dot is not None else ""

    def set_value(self, value: str | None) -> None:
        """Choose by key; an unknown key or "" chooses nothing."""
        wanted = self._dots.get(value or "")
        if wanted is not None:
            wanted.setChecked(True)
            self.setFocusProxy(wanted)
        elif self.value():
            # A group that allows one choice only cannot be left without one.
            self._group.setExclusive(False)
            for dot in self._dots.values():
                dot.setChecked(False)
            self._group.setExclusive(True)

    def problem(self) -> str:
        """Dots hold nothing wrong."""
        return ""

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """The first dot says the name of the field before its own."""
        super().setAccessibleName(name)
        for dot in list(self._dots.values())[:1]:
            dot.setAccessibleDescription(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
                Qt.Key(event.key())
            )
            dots = list(self._dots.values())
            if step is not None and watched in dots:
                place = (dots.index(watched) + step) % len(dots)
                dots[place].setFocus(Qt.FocusReason.TabFocusReason)
                dots[place].setChecked(True)
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self.settled.emit()
        return False

    def _add_line(self, line: int, dot: QRadioButton, wording: str) -> None:
        self._layout.addWidget(dot, line, 0, 1, 1 if wording else 2, Qt.AlignmentFlag.AlignTop)
        if not wording:
            return
        words = _Wording(wording, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setContentsMargins(0, 2, 0, 0)
        words.clicked.connect(dot.click)
        self._layout.addWidget(words, line, 1)
        self._words.append(words)

    def _forget(self) -> None:
        for dot in self._dots.values():
            self._group.removeButton(dot)
            self._layout.removeWidget(dot)
            dot.deleteLater()
        for words in self._words:
            self._layout.removeWidget(words)
            words.deleteLater()
        self._dots, self._words = {}, []
        self.setFocusProxy(None)  # type: ignore[arg-type]

    def _on_toggled(self, on: bool) -> None:
        if on:
            self.changed.emit()
