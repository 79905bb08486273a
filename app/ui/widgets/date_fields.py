"""Fields for a date and for a date with time, typed or picked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.system.clock import SHANGHAI
from app.ui import theme
from app.ui.widgets.date_text import Lean, read_date, read_moment
from app.ui.widgets.next_field import guard
from app.ui.widgets.popup import place_at

_NOTE_GAP = 8
_ACTION_ROOM = 28


class _CalendarPopup(QFrame):
    """A month to pick from; closes itself."""

    picked = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "card")
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        for name, icon in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
            step = self.calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if isinstance(step, QToolButton):
                theme.set_icon(step, icon, "secondary")
        weekend = QTextCharFormat()
        weekend.setForeground(theme.colour("secondary"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)

    def _pick(self, day: QDate) -> None:
        self.close()
        self.picked.emit(day)


class _DayField(QLineEdit):
    """Shared by both fields: the calendar, the note at the right, tidy text on leaving."""

    changed = Signal()
    settled = Signal()

    def __init__(
        self,
        now: Callable[[], dt.datetime],
        note: Callable[[dt.date], str] | None,
        lean: Lean,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._note_of = note
        self._lean = lean
        self._note = ""
        self._popup: _CalendarPopup | None = None
        pick = QAction(self)
        pick.setToolTip("选日期（Alt+↓）")
        theme.set_icon(pick, "calendar", "secondary")
        pick.triggered.connect(self.open_calendar)
        self.addAction(pick, QLineEdit.ActionPosition.TrailingPosition)
        guard(self)
        self.textChanged.connect(self._on_changed)
        self.editingFinished.connect(self._on_finished)

    def day(self) -> dt.date | None:
        """The calendar day of what stands in the field."""
        raise NotImplementedError

    def tidy_text(self) -> str:
        """How the value is written once the field is left; "" when there is none."""
        raise NotImplementedError

    def take_day(self, day: dt.date) -> None:
        """The user picked `day`."""
        raise NotImplementedError

    def open_calendar(self) -> None:
        """Show the month of the value, else the present one."""
        if self.isReadOnly() or not self.isEnabled():
            return
        if self._popup is None:
            self._popup = _CalendarPopup(self)
            self._popup.picked.connect(self._on_picked)
        day = self.day() or self._now().date()
        self._popup.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._popup.adjustSize()
        self._popup.move(place_at(self, self._popup.sizeHint()))
        self._popup.show()
        self._popup.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar, as in a list of choices."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The note stands at the right where there is room; it is the tip in any case."""
        super().paintEvent(event)
        metrics = self.fontMetrics()
        used = 10 + metrics.horizontalAdvance(self.text()) + _NOTE_GAP
        room = QRect(used, 0, self.width() - used - _ACTION_ROOM, self.height())
        # In a narrow field the last part of the note is what matters: 非工作日.
        parts = (self._note, self._note.rpartition("·")[2].strip())
        shown = next((part for part in parts if metrics.horizontalAdvance(part) <= room.width()), "")
        if not shown:
            return
        painter = QPainter(self)
        painter.setPen(theme.colour("secondary"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        painter.end()

    def _on_picked(self, day: QDate) -> None:
        self.take_day(dt.date(day.year(), day.month(), day.day()))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settled.emit()

    def _on_changed(self) -> None:
        day = self.day()
        self._note = self._note_of(day) if day is not None and self._note_of is not None else ""
        self.setToolTip(self._note)
        self.changed.emit()

    def _on_finished(self) -> None:
        tidy = self.tidy_text()
        if tidy and tidy != self.text():
            self.setText(tidy)
        if not self.hasFocus():
            self.setCursorPosition(0)
        self.settled.emit()


class DateField(_DayField):
    """A calendar day. Typed as 20261121, 11-21, 今天 …; shown as 2026-11-21 once the field is left."""

    def __init__(
        self,
        today: Callable[[], dt.date],
        note: Callable[[dt.date], str] | None = None,
        lean: Lean = "past",
        parent: QWidget | None = None,
    ) -> None:
        """`note(day)` is shown beside the date, e.g. 星期六 · 非工作日. `lean`: see `read_date`."""
        super().__init__(lambda: dt.datetime.combine(today(), dt.time(), SHANGHAI), note, lean, parent)
        self.setPlaceholderText("年-月-日")

    def value(self) -> dt.date | None:
        """The day, or None when the field is empty or holds no date."""
        return self._read()[0]

    def set_value(self, value: dt.date | None) -> None:
        """Show `value`."""
        self.setText("" if value is None else value.isoformat())
        self.setCursorPosition(0)

    def problem(self) -> str:
        """Told when what stands there is no date."""
        return self._read()[1]

    def _read(self) -> tuple[dt.date | None, str]:
        if not self.text().strip():
            return None, ""
        try:
            return read_date(self.text(), self._now().date(), self._lean), ""
        except UserError as problem:
            return None, problem.message

    def day(self) -> dt.date | None:
        """The same as `value`."""
        return self.value()

    def tidy_text(self) -> str:
        """2026-11-21."""
        day = self.value()
        return "" if day is None else day.isoformat()

    def take_day(self, day: dt.date) -> None:
        """The user picked `day`."""
        self.set_value(day)


class DateTimeField(_DayField):
    """A moment to the minute, aware, Asia/Shanghai. Typed as 11-23 930, 现在 …; shown as 2026-11-23 09:30."""

    def __init__(
        self,
        now: Callable[[], dt.datetime],
        note: Callable[[dt.date], str] | None = None,
        lean: Lean = "past",
        parent: QWidget | None = None,
    ) -> None:
        """`note` and `lean` as in `DateField`."""
        super().__init__(now, note, lean, parent)
        self.setPlaceholderText("年-月-日 时:分")

    def value(self) -> dt.datetime | None:
        """The moment, or None when the field is empty or holds none."""
        return self._read()[0]

    def set_value(self, value: dt.datetime | None) -> None:
        """Show the aware `value` in the time of the counter."""
        self.setText("" if value is None else f"{value.astimezone(SHANGHAI):%Y-%m-%d %H:%M}")
        self.setCursorPosition(0)

    def problem(self) -> str:
        """Told when what stands there is no date with a time."""
        return self._read()[1]

    def _read(self) -> tuple[dt.datetime | None, str]:
        if not self.text().strip():
            return None, ""
        try:
            return read_moment(self.text(), self._now(), self._lean), ""
        except UserError as problem:
            return None, problem.message

    def day(self) -> dt.date | None:
        """The calendar day of the value."""
        moment = self.value()
        return None if moment is None else moment.date()

    def tidy_text(self) -> str:
        """2026-11-23 09:30."""
        moment = self.value()
        return "" if moment is None else f"{moment:%Y-%m-%d %H:%M}"

    def take_day(self, day: dt.date) -> None:
        """The user picked `day`; the time stays, or is the present one."""
        time = (self.value() or self._now()).timetz()
        self.set_value(dt.datetime.combine(day, time))
