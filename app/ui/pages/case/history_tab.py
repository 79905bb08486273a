"""经过: everything that was recorded, the latest first, with who recorded it and when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.timeline import Entry
from app.ui.pages.case.record_list import KeptScroll, Record, RecordList


class HistoryTab(QWidget):
    """A list to read; nothing can be done here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 12, 14, 12)
        self.records = RecordList(when_width=128)
        column.addWidget(self.records)
        column.addStretch(1)
        self.area = KeptScroll(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def show_history(self, entries: Sequence[Entry]) -> None:
        """Show these, given oldest first."""
        self.area.hold()
        self.records.set_records(
            [
                Record(f"{one.recorded_at:%Y-%m-%d %H:%M}\n{one.by}", one.title, one.detail)
                for one in reversed(entries)
            ]
        )
        self.area.release()
