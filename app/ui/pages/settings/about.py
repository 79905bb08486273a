"""设置 › 关于: versions, where the data is, licences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit

from app.services import about
from app.system import paths
from app.ui import theme
from app.ui.context import Context
from app.ui.pages.section import Section
from app.ui.widgets.card import Card
from app.ui.widgets.labels import button, label
from app.ui.workplace import Workplace

_LICENCE_LINES = 12
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class AboutSection(Section):
    """Facts to read out on the telephone, and two folders to open."""

    def __init__(self, context: Context, workplace: Workplace) -> None:
        super().__init__("关于", "一站通：基层消费投诉办理，不联网也能用。", context, workplace)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(theme.STEP * 6)
        self._facts.setVerticalSpacing(theme.STEP * 2)
        self._facts.setColumnStretch(1, 1)
        self._licences = QPlainTextEdit()
        self._licences.setReadOnly(True)
        self._licences.setAccessibleName("许可说明")
        self._licences.setFixedHeight(_LICENCE_LINES * self._licences.fontMetrics().lineSpacing() + 18)
        versions = Card("版本和位置")
        versions.body.addLayout(self._facts)
        folders = QHBoxLayout()
        folders.addWidget(button("打开数据文件夹", self._opener(workplace.data_dir), icon="folder"))
        logs = paths.log_dir(workplace.data_dir)
        folders.addWidget(button("打开日志文件夹", self._opener(logs), icon="folder"))
        folders.addStretch(1)
        versions.body.addLayout(folders)
        licences = Card("许可", "MIT 许可；所用软件和字体的许可如下")
        licences.body.addWidget(self._licences)
        self.content.addWidget(versions)
        self.content.addWidget(licences)

    def refresh(self) -> None:
        """Ask for the versions; the licences are read once."""
        self.context.tasks.run(self, lambda _progress: about.versions(self.office), self._show)
        if not self._licences.toPlainText():
            self.context.tasks.run_heavy(
                self, lambda _progress: about.licences(), self._licences.setPlainText
            )

    def _show(self, versions: list[tuple[str, str]]) -> None:
        while self._facts.count():
            self._facts.takeAt(0).widget().deleteLater()
        logs = paths.log_dir(self.workplace.data_dir)
        facts = [
            *versions,
            ("Qt（PySide6）", qt_version),
            ("数据目录", str(self.workplace.data_dir)),
            ("日志", f"{logs}（不含当事人的信息）"),
        ]
        for line, (name, value) in enumerate(facts):
            self._facts.addWidget(label(name, "secondary"), line, 0)
            shown = label(value, wrap=True)
            shown.setTextInteractionFlags(shown.textInteractionFlags() | _SELECTABLE)
            self._facts.addWidget(shown, line, 1)

    def _opener(self, folder: Path) -> Callable[[], object]:
        return lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
