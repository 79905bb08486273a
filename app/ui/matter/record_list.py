"""What was done, line by line: when, what, how it stands; long texts folded after a few lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import button, label, rule

_FOLD_AFTER = 120


@dataclass(frozen=True)
class Record:
    """One line: `when` in quiet letters, `title`, `detail` below it, an optional chip `(text, role)`."""

    when: str
    title: str
    detail: str = ""
    status: tuple[str, str] | None = None


class _Folded(QWidget):
    """A text that shows its beginning, and the whole of it on request."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._open = False
        self._words = label("", "secondary", wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._words)
        long = len(text) > _FOLD_AFTER or text.count("\n") > 2
        self._more = button("展开全文", self._turn, kind="link")
        if long:
            layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(folded=long)

    def _turn(self) -> None:
        self._open = not self._open
        self._more.setText("收起" if self._open else "展开全文")
        self._show(folded=not self._open)

    def _show(self, *, folded: bool) -> None:
        short = " ".join(self._text.split())[:_FOLD_AFTER] + "……" if folded else self._text
        self._words.setText(short)


class RecordList(QWidget):
    """Lines under one another; `set_records` replaces them all."""

    def __init__(self, when_width: int = 108, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.STEP * 3)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, when_width)
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[Record, ...] = ()

    def set_records(self, records: Sequence[Record]) -> None:
        """Show these; nothing is touched when they are the ones already shown."""
        if tuple(records) == self._shown:
            return
        self._shown = tuple(records)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        line = 0
        for place, record in enumerate(self._shown):
            line = self._add(record, line, last=place + 1 == len(self._shown))

    def texts(self) -> list[str]:
        """Titles in order, for tests and screen readers."""
        return [record.title for record in self._shown]

    def _add(self, record: Record, line: int, *, last: bool) -> int:
        top = Qt.AlignmentFlag.AlignTop
        when = label(record.when, "note", wrap=True)
        when.setContentsMargins(0, 1, 0, 0)
        self._grid.addWidget(when, line, 0, 1 + bool(record.detail), 1, top)
        title = label(record.title, wrap=True)
        self._grid.addWidget(title, line, 1, top)
        if record.status is not None:
            self._grid.addWidget(Chip(*record.status), line, 2, top)
        if record.detail:
            line += 1
            self._grid.addWidget(_Folded(record.detail), line, 1, 1, 2)
        if not last:
            line += 1
            around = QWidget()
            inner = QVBoxLayout(around)
            inner.setContentsMargins(0, 4, 0, 4)
            inner.addWidget(rule())
            self._grid.addWidget(around, line, 0, 1, 3)
        return line + 1


class Section(QWidget):
    """A heading with its records; hidden while there are none."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = RecordList()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.STEP, 0, theme.STEP * 2)
        layout.setSpacing(theme.STEP * 2)
        head = QHBoxLayout()
        head.addWidget(label(title, "heading"))
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self.records)

    def set_records(self, records: Sequence[Record]) -> None:
        """Show these."""
        self.records.set_records(records)
        self.setVisible(bool(records))


class KeptScroll(QScrollArea):
    """A scrolled column on a card; its place survives `hold()`."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner.setProperty("kind", "scrolled")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self._held = 0

    def hold(self) -> None:
        """Remember where it stands, before its contents change."""
        self._held = self.verticalScrollBar().value()

    def release(self) -> None:
        """Stand there again; the contents are laid out first."""
        inner = self.widget()
        for child in inner.findChildren(QWidget):
            # Qt shows new children only with the next events; until then they would count as no height.
            if child.isHidden() and not child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                child.show()
        layout = inner.layout()
        if layout is not None:
            layout.activate()
        height = (
            inner.heightForWidth(inner.width()) if inner.hasHeightForWidth() else inner.sizeHint().height()
        )
        inner.resize(inner.width(), max(height, self.viewport().height()))
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, inner.height() - self.viewport().height()))
        bar.setValue(self._held)
