"""The very first screen: make the office, look at a demonstration, or bring one back from a backup."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets.labels import button, label
from app.ui.widgets.sheet import Sheet


class WelcomeScreen(Sheet):
    """`founding()`, `demonstration()`, `restoring()`, `elsewhere()` (an office in another folder)."""

    founding = Signal()
    demonstration = Signal()
    restoring = Signal()
    elsewhere = Signal()

    def __init__(self, data_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__("第一次使用", 560, "这台电脑上还没有单位的数据。请选择从哪里开始。", parent)
        self._first = self._choice(
            "建立本单位",
            "填写单位和经办人，设密码，打印恢复密钥单，约五分钟。之后就可以登记投诉。",
            "primary",
            self.founding,
        )
        self._choice(
            "看一看演示单位",
            "用编造的案件走完受理到归档的全过程，可以随意操作，关闭后全部删除。",
            "",
            self.demonstration,
        )
        self.place = label("", "note", wrap=True)
        self.show_place(data_dir)
        self.body.addWidget(self.place)
        self.add_button("打开别处的数据…", self.elsewhere.emit, "quiet", "folder", left=True)
        self.add_button("从备份恢复…", self.restoring.emit, "quiet", "refresh", left=True)

    def show_place(self, data_dir: Path) -> None:
        """Tell where the data would be."""
        self.place.setText(f"数据将保存在 {data_dir}")

    def start(self) -> None:
        """The keyboard stands on what most people come for."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choice(self, name: str, about: str, kind: str, chosen: SignalInstance) -> QPushButton:
        line = QHBoxLayout()
        line.setSpacing(theme.STEP * 4)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(name, "heading"))
        words.addWidget(label(about, "secondary", wrap=True))
        line.addLayout(words, 1)
        made = button(name, chosen.emit, kind=kind, parent=self)
        made.setMinimumWidth(124)
        line.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self.lock_while_working(made)
        return made
