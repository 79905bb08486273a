"""A new recovery code in the settings: shown once, kept, typed back in part."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.first_start.recovery_step import RecoveryStep
from app.ui.widgets.banner import Banner
from app.ui.widgets.labels import button, label

_LOST = "还没有确认。现在关闭，这组密钥就再也看不到了；旧的也已作废，只能再生成一次。"


class RecoveryDialog(QDialog):
    """Opened with `open()`; closes when both groups were typed, or after a warning."""

    def __init__(self, code: str, sheet: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("新的恢复密钥")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("ground", "surface")
        self.banner = Banner()
        self.step = RecoveryStep()
        self.step.show_code(code, sheet)
        self.step.problem.connect(self.banner.show_error)
        self.step.kept.connect(self.banner.show_success)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button("关闭", self.reject, parent=self))
        foot.addWidget(button("确认已保管好", self._confirm, kind="primary", parent=self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(theme.STEP * 3)
        layout.addWidget(label("新的恢复密钥", "title"))
        layout.addWidget(self.banner)
        layout.addWidget(self.step)
        layout.addLayout(foot)
        self.setMinimumWidth(680)

    def show_problem(self, message: str) -> None:
        """A problem of saving or printing."""
        self.banner.show_error(message)

    def reject(self) -> None:
        """Closing without confirming is asked about first."""
        self.banner.show_warning(_LOST, "仍然关闭", super().reject)

    def _confirm(self) -> None:
        if self.step.confirmed():
            self.accept()
