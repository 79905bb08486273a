"""When the office cannot be opened: what happened, and the ways on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.ui.widgets.labels import label
from app.ui.widgets.sheet import Sheet

_CALM = (
    "数据没有被改动。可以先再试一次；如果数据库确实损坏了，可以从最近的备份恢复，"
    "恢复前的文件会原样另存，不会删除。"
)


class TroubleScreen(Sheet):
    """`again()`, `restoring()`, `elsewhere()`."""

    again = Signal()
    restoring = Signal()
    elsewhere = Signal()

    def __init__(
        self, message: str, data_dir: Path, logs: Path, *, backups: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("打不开单位的数据", 560, "", parent)
        self._logs = logs
        self.banner.show_error(message)
        self.body.addWidget(label(_CALM, wrap=True))
        kept = f"，有 {backups} 份备份" if backups else "，这里没有备份，可以从 U 盘恢复"
        self.body.addWidget(label(f"数据目录 {data_dir}{kept}", "note", wrap=True))
        self.add_button("打开别处的数据…", self.elsewhere.emit, "quiet", left=True)
        self.add_button("打开日志文件夹", self._open_logs, "quiet", "folder", left=True)
        # Also without backups here: there may be one on a stick.
        self.add_button("从备份恢复…", self.restoring.emit)
        self._again = self.add_button("再试一次", self.again.emit, "primary")

    def start(self) -> None:
        """Trying again does no harm."""
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._logs)))
