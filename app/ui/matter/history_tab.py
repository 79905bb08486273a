"""经过: everything that was recorded, the latest first, with who recorded it and when."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.matter.face import CaseTab, Shown
from app.ui.matter.record_list import KeptScroll, Record, RecordList


class HistoryTab(CaseTab):
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

    def show_case(self, shown: Shown) -> None:
        """Show what was recorded; the place in the list stays."""
        self.area.hold()
        self.records.set_records(
            [
                Record(f"{one.recorded_at:%Y-%m-%d %H:%M}\n{one.by}", one.title, one.detail)
                for one in reversed(shown.history)
            ]
        )
        self.area.release()
