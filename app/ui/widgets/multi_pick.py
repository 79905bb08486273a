"""A field for any number of choices in the room of one line: what is ticked is told, boxes open below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.widgets.multi_choice import MultiChoice
from app.ui.widgets.next_field import guard, move_on
from app.ui.widgets.popup import place_at

_LEAST_WIDTH = 380
_BETWEEN = ","


class _Boxes(QFrame):
    """The window with the boxes. Style sheets draw no frame for a child of a list of choices."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(theme.colour("control_line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class MultiPick(QComboBox):
    """Any of `(key, label)` choices; `value()` is the list of chosen keys in the order offered.

    Space, the arrow down or a letter opens the boxes; there letters go to the first box whose words begin
    so and Enter ticks it; the space bar ticks, Enter without letters closes and goes to the next field,
    Esc only closes. Enter on the closed field goes on at once.
    """

    changed = Signal()
    settled = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] = (),
        initials: Callable[[str], str] | None = None,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`initials(label)` gives lower-case pinyin initials, several readings separated by blanks."""
        super().__init__(parent)
        self._initials = initials
        self._placeholder = placeholder
        self._typed = ""
        self._words: dict[str, list[str]] = {}
        self._labels: dict[str, str] = {}
        self._popup = _Boxes(self, Qt.WindowType.Popup)
        self._popup.installEventFilter(self)
        self.boxes = MultiChoice(parent=self._popup)
        self._inside = inside = QVBoxLayout(self._popup)
        inside.setContentsMargins(theme.STEP * 3, theme.STEP * 2, theme.STEP * 3, theme.STEP * 2)
        inside.addWidget(self.boxes)
        self.boxes.changed.connect(self._on_ticked)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        guard(self)
        self.set_choices(choices)

    def set_initials(self, initials: Callable[[str], str]) -> None:
        """Find boxes by these words, from the next `set_choices` on (fields of compiled forms)."""
        self._initials = initials

    def set_placeholder(self, text: str) -> None:
        """What stands in the field while nothing is ticked."""
        self._placeholder = text
        self.update()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these instead; ticks stay where the key stays."""
        self._labels = dict(choices)
        self._words = {
            key: [label, *(self._initials(label).split() if self._initials else ())] for key, label in choices
        }
        self.boxes.set_choices(choices)
        for box in self.boxes.findChildren(QCheckBox):
            # After the box's own guard, so it is asked first: Enter here leaves the whole field.
            box.installEventFilter(self)
        self._on_ticked()

    def value(self) -> list[str]:
        """The chosen keys."""
        return self.boxes.value()

    def set_value(self, value: Iterable[str] | None) -> None:
        """Tick exactly these keys; unknown ones are passed over."""
        self.boxes.set_value(value)

    def draft_text(self) -> str:
        """The chosen keys in one line."""
        return _BETWEEN.join(self.value())

    def show_draft_text(self, text: str) -> None:
        """Tick what `draft_text` named."""
        self.set_value(text.split(_BETWEEN))

    def text(self) -> str:
        """The labels of what is ticked, as they stand in the field."""
        return "、".join(self._labels[key] for key in self.value())

    def problem(self) -> str:
        """Ticks hold nothing wrong."""
        return ""

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Each box says the name of the field before its own."""
        super().setAccessibleName(name)
        self.boxes.setAccessibleName(name)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Open the boxes below the field, the keyboard on the first that is ticked, else on the first."""
        if not self._labels:
            return
        self._typed = ""
        width = max(self.width(), _LEAST_WIDTH)
        size = QSize(width, self._inside.heightForWidth(width))
        self._popup.resize(size)
        corner = place_at(self, size)
        card = self._card()
        if card is not None:
            right = card.mapToGlobal(QPoint(card.width() - theme.CARD_MARGIN, 0)).x()
            corner.setX(max(card.mapToGlobal(QPoint(0, 0)).x(), min(corner.x(), right - size.width())))
        self._popup.move(corner)
        self._popup.show()
        self._go_to((self.value() or list(self._labels))[0])

    def hidePopup(self) -> None:  # noqa: N802 - Qt's name
        """Close the boxes; what is ticked is the value already."""
        super().hidePopup()
        self._popup.hide()

    def is_open(self) -> bool:
        """Whether the boxes are shown."""
        return self._popup.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow down and letters open the boxes too; nothing changes a value unseen."""
        letter = event.text() if not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier else ""
        if event.key() == Qt.Key.Key_Down or (letter.isalnum() and letter.isascii()):
            self.showPopup()
            self._find(letter)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_popup_key(event)
        if watched is self._popup and event.type() == QEvent.Type.Hide:
            self.settled.emit()
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is ticked, shortened where it does not fit (the tip has all of it)."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        painter.drawComplexControl(control, option)
        room = self.style().subControlRect(control, option, field, self).adjusted(2, 0, -2, 0)
        shown = self.text()
        role = "disabled_text" if not self.isEnabled() else "text" if shown else "placeholder"
        painter.setPen(theme.colour(role))
        words = self.fontMetrics().elidedText(
            shown or self._placeholder, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _on_popup_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            box = self._popup.focusWidget()
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and self._typed and isinstance(box, QCheckBox):
                self._typed = ""
                box.setChecked(True)
                return True
            back = event.key() == Qt.Key.Key_Backtab or bool(
                event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            )
            self.hidePopup()
            move_on(self, backwards=back)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.hidePopup()
            self.setFocus(Qt.FocusReason.PopupFocusReason)
            return True
        if event.text().isalnum() and event.text().isascii():
            self._find(event.text())
            return True
        self._typed = ""
        return False

    def _card(self) -> QWidget | None:
        """The card the field stands on; what opens should not stick out of it."""
        around = self.parentWidget()
        while around is not None and around.property("kind") != "card":
            around = around.parentWidget()
        return around

    def _find(self, letters: str) -> None:
        """Go to the first box whose words begin with what was typed; a letter that fits none begins anew."""
        for typed in (self._typed + letters.lower(), letters.lower()):
            for key, words in self._words.items():
                if typed and any(word.startswith(typed) for word in words):
                    self._typed = typed
                    self._go_to(key)
                    return
        self._typed = ""

    def _go_to(self, key: str) -> None:
        self.boxes.box(key).setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_ticked(self) -> None:
        self.setToolTip(self.text())
        self.update()
        self.changed.emit()
