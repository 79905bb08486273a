"""What stands where there is nothing to show yet: nothing at all, still reading, or work under way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.tasks import Job
from app.ui.widgets.labels import IconMark, button, label


class _Middle(QWidget):
    """A few centred lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(24, 24, 24, 24)
        self._lines.setSpacing(theme.STEP * 2)
        self._lines.addStretch(2)
        self._lines.addStretch(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _add(self, widget: QWidget) -> None:
        self._lines.insertWidget(self._lines.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)

    def _line(self, text: str, kind: str) -> QLabel:
        made = label(text, kind, wrap=True)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setMinimumWidth(180)
        made.setMaximumWidth(460)
        # Between stretches the line stands in the middle, and its height still follows its width.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(made, 100)
        row.addStretch(1)
        self._lines.insertLayout(self._lines.count() - 1, row)
        return made


class EmptyState(_Middle):
    """Nothing here: says why and what to do, with a button that does it."""

    def __init__(
        self,
        title: str,
        sentence: str = "",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if icon:
            self._add(IconMark(icon, "placeholder", 32))
        self._title = self._line(title, "heading")
        self._sentence = self._line(sentence, "secondary")
        self._sentence.setVisible(bool(sentence))
        self.action: QPushButton = button(action, on_action)
        self._add(self.action)
        self.action.setVisible(bool(action))

    def add_action(self, text: str, on_action: Callable[[], object]) -> QPushButton:
        """A further button below the first."""
        made = button(text, on_action)
        self._add(made)
        return made

    def set_text(self, title: str, sentence: str = "") -> None:
        """Say something else (no case at all, or none that fits the filter)."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))


class LoadingState(_Middle):
    """Still reading: a quiet sentence, nothing that moves."""

    def __init__(self, text: str = "正在读取……", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line(text, "secondary")


class ProgressPanel(QWidget):
    """A bar, how far as a number, what is being done, and a way to stop. `cancelled()` when it is taken."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, cancellable: bool = True) -> None:
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("进度")
        self._text = label("", "note")
        self._count = label("", "note")
        self._stop = button("取消", self._on_stop, kind="quiet")
        self._stop.setVisible(cancellable)
        row = QHBoxLayout()
        row.setSpacing(theme.STEP * 2)
        row.addWidget(self._text)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEP)
        layout.addWidget(self._bar)
        layout.addLayout(row)

    def follow(self, job: Job) -> None:
        """Show this job until it ends, then hide; its 取消 stops the job."""
        self.show_progress(0, 0, "准备中……")
        self._stop.setEnabled(True)
        self.show()
        job.progressed.connect(self.show_progress)
        job.ended.connect(self.hide)
        self.cancelled.connect(job.cancel)

    def show_progress(self, done: int, total: int, text: str = "") -> None:
        """`done` of `total`; 0 of 0 when nobody knows how much there is."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(min(done, total))
        if text:
            self._text.setText(text)
        self._count.setText(f"{done:,} / {total:,}" if total else "")
        self._bar.setAccessibleDescription(f"{self._text.text()} {self._count.text()}")

    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self._text.setText("正在停下……")
        self.cancelled.emit()
