"""Ctrl+J in every long text of a form: 常用语 at the cursor, and from blank to blank with Ctrl+Shift+J."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from app.services import phrases
from app.services.office import OpenOffice
from app.ui import theme
from app.ui.phrase_popup import PhrasePopup
from app.ui.widgets.form_row import FormRow
from app.ui.widgets.labels import button
from app.ui.widgets.next_field import is_composing
from app.ui.widgets.text_fields import TextArea

Values = Callable[[], Mapping[str, str]]


class PhraseKeys(QObject):
    """Watches the text fields of one form. `form` names it in `resources/phrases/fields.toml`.

    `values()` is asked when the list opens, so that it knows what was typed until then.
    """

    def __init__(
        self, owner: QWidget, office: OpenOffice, form: str, rows: Mapping[str, FormRow], values: Values
    ) -> None:
        super().__init__(owner)
        self._office = office
        self._values = values
        self._fields: dict[QObject, str] = {}
        self.popup: PhrasePopup | None = None
        for path, row in rows.items():
            if isinstance(row.field, TextArea):
                self._watch(row, phrases.field_of(f"{form}/{path}"))

    def open(self, area: TextArea) -> None:
        """The list at this field."""
        if self.popup is not None:
            self.popup.leave()
        popup = PhrasePopup(area, phrases.offered(self._office, self._fields[area]), self._values())
        popup.chosen.connect(partial(insert_phrase, area))
        popup.destroyed.connect(partial(self._forget, popup))
        self.popup = popup
        popup.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+J and Ctrl+Shift+J, unless an input method is composing."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        assert isinstance(event, QKeyEvent)
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if event.key() != Qt.Key.Key_J or event.modifiers() not in (control, control | shift):
            return False
        assert isinstance(watched, TextArea)
        if is_composing(watched) or watched.isReadOnly():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.modifiers() == control:
            self.open(watched)
        else:
            to_next_blank(watched)
        return True

    def _watch(self, row: FormRow, field: str) -> None:
        area = row.field
        self._fields[area] = field
        area.blank = phrases.BLANK
        area.installEventFilter(self)
        link = button("常用语  Ctrl J", partial(self.open, area), kind="link")
        # The key is the way for those who type; Tab goes from field to field as before.
        link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # No higher than the label beside it: the form must still fit on the smallest screen.
        theme.style(link, slim=True)
        row.add_tool(link)

    def _forget(self, popup: PhrasePopup) -> None:
        if self.popup is popup:
            self.popup = None


def insert_phrase(area: TextArea, text: str) -> None:
    """Put a phrase at the cursor and mark its first blank; one Ctrl+Z takes the phrase away."""
    start = min(area.textCursor().position(), area.textCursor().anchor())
    area.insert(text)
    _mark_blank(area, start, area.textCursor().position())


def to_next_blank(area: TextArea) -> bool:
    """Mark the next blank after the cursor, from the beginning again at the end; False when there is none."""
    cursor = area.textCursor()
    return _mark_blank(area, cursor.selectionEnd()) or _mark_blank(area, 0)


def _mark_blank(area: TextArea, start: int, end: int | None = None) -> bool:
    found = area.document().find(phrases.BLANK, start)
    if found.isNull() or (end is not None and found.selectionEnd() > end):
        return False
    marked = QTextCursor(found)
    area.setTextCursor(marked)
    area.ensureCursorVisible()
    return True
